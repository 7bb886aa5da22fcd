""" "No, Tuesday": the day of what was just logged was read or typed wrongly. It is put right; that is no move (row 38)."""

import re
from datetime import date

from bot.cards import Button, Card, Line, Reply
from bot.commands import Command, command_from
from bot.commands.calls import Promise, Verdict
from bot.commands.deals import Value
from bot.commands.own import Away
from bot.conversation.exchange import Exchange
from bot.conversation.moved_step import names_hour
from bot.conversation.plain.dated import Dated, dated_by, dated_of, dated_today, put_down_by
from bot.conversation.plain.last import last_act, last_deal, named_in
from bot.conversation.plain.newday import day_near
from bot.conversation.plain.unpressed import put_right
from bot.conversation.plain.whom import Named, named_alone
from bot.model import Act, Side
from bot.playbook.restating import restated
from bot.playbook.results import is_same_person
from bot.reading.calltext import read_rest
from bot.reading.typed.typeddates import length_of_leading_day, typed_date
from bot.reading.words.money import money
from bot.views.asking import note

_NO = re.compile(
    r"^(?:(?:no|nope|nah|sorry|oops|wait(?!\s+(?:un)?til)|hmm|wrong|correction|actually|not quite|it['’]?s|that['’]?s|i['’]?m|i|we|it|that|should|was|is|be|to|have|been|meant|mean|make|rather|say|instead|for|by|on"
    r"|the|wrong day)\b[\s,.:!–-]*)+",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"^(?:no|nope|nah|sorry|oops|wait(?!\s+(?:un)?til)|hmm|wrong|correction|actually|i mean|i meant|make|not quite|should)\b",
    re.IGNORECASE,
)
_IS_WRONG = re.compile(
    r"^(?:(?:no|sorry|oops)[\s,]+)*(?P<wrong>\w+)\s+(?:is|was)\s+(?:wrong|not\s+right)[\s,:;-]+(?:(?:it['’]?s|should\s+be|make\s+it)\s+)?(?P<right>.+)$",
    re.IGNORECASE,
)
_AN_HOUR = re.compile(
    r"^(?:(?:at|@)\s*)?(?P<hour>\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]m)?)(?:\s+(?:instead|please|sorry))?$", re.IGNORECASE
)
_A_SUM = re.compile(
    r"^(?:[€$£]\s?\d[\d.,]*\s?[km]?|\d[\d.,]*\s?(?:[km]|(?:[km]\s?)?(?:€|\$|£|eur|euros?|usd|gbp|chf))|\d{1,3}(?:[.,]\d{3})+)$",
    re.IGNORECASE,
)
_NOT_THAT = re.compile(r"[\s,]*\b(?:not|rather than|instead of)\s+.+$", re.IGNORECASE)


_SOMEBODY_SAID = re.compile(
    r"^(?P<who>[\w'’-]+(?:\s+[\w'’-]+)?)\s+(?:said|says|meant|means|wants|wanted|promised|is\s+doing|does)\s+(?:it\s+)?(?:(?:on|by|for)\s+)?",
    re.IGNORECASE,
)
_ITS_STEP = re.compile(
    r"^(?:our|my|next)?\s*(?:call|meeting|demo|visit|appointment)\s*(?:['’]s|is|was|should\s+be)\s+(?:on\s+|for\s+)?",
    re.IGNORECASE,
)
_US = frozenset({"i", "we"})

_ONE_DAY_OFF = re.compile(r"^away (?:today|on (?!.* and ))")


def other_day(line: str) -> str:
    """The day in "no, I meant Tuesday", "sorry, Tue not Thu"; empty when the line says something else."""
    line = re.sub(r"^(?:(?:please|pls|can\s+you|could\s+you)[\s,]+)+", "", line, flags=re.IGNORECASE)
    line = re.sub(r"^not\s+\w+[,\s]+(?:but\s+)?", "no, ", line, flags=re.IGNORECASE)
    line = _IS_WRONG.sub(r"no, \g<right>, not \g<wrong>", line)
    right, _, wrong = (part.strip(" ,.!") for part in line.partition(" not "))
    is_day = wrong and length_of_leading_day(right) == len(right) and length_of_leading_day(wrong) == len(wrong)
    line = f"no, {line}" if is_day else line  # "Tue not Mon"
    if not _SAYS_SO.match(line):
        return ""
    day = re.sub(
        r"\s+(?:instead|please|sorry)$", "", _NOT_THAT.sub("", _NO.sub("", line)).strip(" .!"), flags=re.IGNORECASE
    )
    day = _ITS_STEP.sub("", day)
    said = _SOMEBODY_SAID.match(day)
    day = day[said.end() :] if said else day
    length = length_of_leading_day(day)
    return day if length and len(day) - length <= len(" at 10:00") else ""


def wrong_day_in(line: str) -> str:
    """ "not Thu" in "sorry, Tue not Thu"."""
    found = _NOT_THAT.search(line)
    return found[0] if found else ""


def corrected(exchange: Exchange, line: str) -> Command | Reply | None:
    if not _SAYS_SO.match(line) and not other_day(line):
        return None
    named, act = named_alone(exchange, line), last_act(exchange)
    when = other_day(line) or other_day(named.rest)
    if not when:
        return (
            (_other_hour(exchange, line, act) or _other_sum(exchange, line) or _said_anew(exchange, line, act))
            if act
            else None
        )
    waits = put_right(exchange, when, named.ids, wrong_day_in(line))
    if waits:
        return waits
    dated = _meant(exchange, line, act, named)
    if len(dated) == 1:
        return command_from(_on_its_day(exchange, dated[0], when))
    if not dated:
        return (_other_leave(exchange, act, when) if act else None) or _nothing_dated(exchange, act, when)
    lines = [
        Line(one.text, buttons=(Button("This one", _on_its_day(exchange, one, when), about=one.text),)) for one in dated
    ]
    return Reply(Card(f"Which one is for {when}?", tuple(lines)))


def _on_its_day(exchange: Exchange, one: Dated, when: str) -> str:
    """The command; a step keeps its hour, unless another one is said."""
    day = day_near(exchange, when, one.on)
    read = typed_date(day, exchange.today, day_first=exchange.day_first) if one.hour else None
    keeps = read and (read.on or read.choices) and not (read.at or read.first_on or read.problem or names_hour(when))
    return f"{one.command} {day} {one.hour if keeps else ''}".strip()


def _other_hour(exchange: Exchange, line: str, act: Act) -> Command | None:
    """ "No, make it 10": the one step that was just put down is at that hour."""
    hour = _AN_HOUR.match(_NOT_THAT.sub("", _NO.sub("", line)).strip(" .!"))
    steps = [one for one in dated_by(exchange, act) if hour and one.command.startswith("next ") and one.on]
    return command_from(f"{steps[0].command} {steps[0].on} at {hour['hour']}") if hour and len(steps) == 1 else None


def _other_sum(exchange: Exchange, line: str) -> Value | None:
    """ "No, 26k": what the deal is worth, where a sum was told before."""
    told, deal = _NOT_THAT.sub("", _NO.sub("", line)).strip(" .!"), last_deal(exchange)
    is_sum = _A_SUM.match(told) and money(told)[0]
    return Value(str(deal.id), told) if is_sum and deal and deal.value else None


def _said_anew(exchange: Exchange, line: str, act: Act) -> Command | None:
    """ "No that's wrong, he signs Friday": a promise of what was just logged, told again with its right day."""
    deal, other = last_deal(exchange), named_in(exchange, line)[0]
    if deal is None or (other and other.id != deal.id):
        return None
    told = read_rest(
        deal.label,
        _NO.sub("", line),
        exchange.told_on,
        day_first=exchange.day_first,
        people=exchange.people_of(deal),
        now=exchange.told_at,
    ).promises
    due = told[0].due if len(told) == 1 else None
    made = [p for p in put_down_by(exchange.history(deal.id), {act.id}) if told and p.side is told[0].side]
    meant = restated(told[0].text, made) if due and due.on else None
    return Promise(Verdict.corrected, str(meant.id), str(due.on)) if due and meant and meant.due_on != due.on else None


def _meant(exchange: Exchange, line: str, act: Act | None, named: Named) -> list[Dated]:
    """Of whom is named, else of the last thing done; but what was for the day that is wrong comes before it."""
    wrong = _wrong_day(exchange, line)
    if named.ids:
        dated = dated_today(exchange, named.ids) or dated_of(exchange, named.ids)
    else:
        dated = dated_by(exchange, act) if act else []
        if wrong and not _on(dated, wrong):
            dated = _on(dated_today(exchange), wrong) or dated
    fits = _on(dated, wrong) or dated
    fits = [one for one in fits if any(is_same_person(one.who, person) for person in named.people)] or fits
    said = _SOMEBODY_SAID.match(_NO.sub("", line))
    if named.people or (said and said["who"].casefold() not in _US):
        return [one for one in fits if one.side is Side.theirs] or fits
    return fits


def _wrong_day(exchange: Exchange, line: str) -> date | None:
    """Thursday in "Sarah said Wed, not Thu"."""
    wrong = _NOT_THAT.search(line)
    said = (
        re.sub(r"^[\s,]*(?:not|rather than|instead of)\s+(?:on\s+)?", "", wrong[0], flags=re.IGNORECASE)
        if wrong
        else ""
    )
    day = said[: length_of_leading_day(said)] or said.strip(" .!")
    read = typed_date(day, exchange.today, day_first=exchange.day_first) if day else None
    return read.on if read else None


def _on(dated: list[Dated], day: date | None) -> list[Dated]:
    return [one for one in dated if day and one.on == day]


def _other_leave(exchange: Exchange, act: Act, when: str) -> Away | None:
    """One day off, or the day of the return: taken back, and said anew."""
    day = typed_date(when, exchange.today, day_first=exchange.day_first)
    is_until, is_day = act.summary.startswith("away until "), bool(_ONE_DAY_OFF.match(act.summary))
    if not (is_until or is_day) or day is None or day.on is None or day.on < exchange.today:
        return None
    exchange.undo(act.id)
    return Away(when) if is_until else Away("", days=(when,))


def _nothing_dated(exchange: Exchange, act: Act | None, when: str) -> Reply:
    """The example names the deal of the last act; a deal that is not theirs is suggested to nobody."""
    deal = last_deal(exchange)
    if act is None or deal is None:
        name = deal.label if deal else "and the deal's name"
        return note(f"What is {when}? Nothing of today has a day yet. Type it whole: later {name} {when}")
    return note(
        f"The last thing you did has no day that I can change by itself: {act.summary}. Take it back and say it anew, "
        f"or type it whole: promise moved {deal.label} {when}, next {deal.label} {when}",
        Button("Take it back", f"undo {act.id}"),
    )
