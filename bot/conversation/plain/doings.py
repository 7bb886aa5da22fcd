""" "Hand Hooli to Lena", "called Hooli, no answer", "moved Tyrell to Thursday 3pm": done as the command would; else asked once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.cards import Button, Reply
from bot.commands import Command
from bot.commands.calls import Done, HeardNothing, LogLine, Next, TheyAreAway, Words
from bot.commands.deals import Give, Later, Value
from bot.conversation import drafting
from bot.conversation.beside import is_off
from bot.conversation.choosing_days import is_coming_day, is_day, is_only_a_day
from bot.conversation.exchange import Exchange
from bot.conversation.finding import known_there
from bot.conversation.logs.untried import untried
from bot.conversation.moved_step import keeps_hour, two_days, without_same_time
from bot.conversation.picked_step import picked_step
from bot.conversation.plain.last import named_in
from bot.days import written
from bot.model import Deal, Side
from bot.playbook.holds import OUR_PLAN, pending_step
from bot.playbook.results import open_promises
from bot.reading.calendar.clock import bare_hour
from bot.reading.dates import find_dates, read_date
from bot.reading.mentioned.whose import whose
from bot.reading.naming.called import company_called
from bot.reading.naming.namekeys import as_name
from bot.reading.people.leftthem import Left, left_them
from bot.reading.plain.doings import Act, Doing, doing
from bot.reading.promises.moving import without_former_day
from bot.reading.typed.typeddates import starts_with_day, typed_date
from bot.reading.words.cutout import NAME
from bot.reading.words.daynames import WEEKDAY
from bot.views.asking import note

_LONGEST = 20  # words; with more of them it is a call that is told
_LONGEST_OF_GONE = 30  # words that tell who has left, who is there instead, and on which number
_GONE = frozenset({"quit", "resigned", "retired", "left", "fired", "gone"})
_ITS_CALL = re.compile(r"\b(?:call|meeting|demo|visit|appointment)\b", re.IGNORECASE)
_A_CALL = re.compile(r"(?:call|ring|phone|get\s+back|talk|speak)\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}(?::\d\d|\s?[ap]m\b)|\bat \d", re.IGNORECASE)


def done_plainly(exchange: Exchange, line: str) -> Command | Reply | None:
    """The command, the answer, or None when the line does nothing that is known with one deal."""
    words = line.lower().split()
    if len(words) > (_LONGEST if _GONE.isdisjoint(words) else _LONGEST_OF_GONE):
        return None
    deal, name = named_in(exchange, line)
    if deal is None:
        return None
    cut = re.sub(rf"(?<!\w){re.escape(name)}", NAME, line, count=1)
    left = left_them(_with_firm_cut(line, deal)) or left_them(line)
    if left:
        return _gone(exchange, deal, left)
    told = (doing(cut) or _of_somebody(exchange, deal, line)) if len(words) <= _LONGEST else None
    return _as_command(exchange, line, deal, told) if told else None


def _of_somebody(exchange: Exchange, deal: Deal, line: str) -> Doing | None:
    """ "Acme: Dana is out until 6 April": behind the company stands who is away or back, and nothing else is read so."""
    head, mark, rest = line.partition(":")
    who, _, tail = rest.strip().partition(" ") if mark else ("", "", "")
    if not (_person(exchange, deal, who) and whose(head, (known_there(exchange, deal),)).sure):
        return None
    told = doing(f"{NAME} {tail}")
    return told if told and told.act in {Act.away, Act.back} else None


def _with_firm_cut(line: str, deal: Deal) -> str:
    """The line with `NAME` for the company, by whichever of its names it is called."""
    names = sorted(company_called(deal.company or deal.title), key=len, reverse=True)
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", NAME, line, count=1, flags=re.IGNORECASE)


def _person(exchange: Exchange, deal: Deal, line: str) -> str:
    """The one there whom the line names: nobody else's promises wait."""
    people = whose(line, (known_there(exchange, deal),)).people
    return people[0] if len(people) == 1 else ""


def _as_command(exchange: Exchange, line: str, deal: Deal, told: Doing) -> Command | Reply | None:  # noqa: C901, PLR0912 - one case an act
    id_ = str(deal.id)
    match told.act:
        case Act.give:
            return Give(id_, told.to) if _is_member(exchange, told.to) else None
        case Act.close:
            ends = (("Won", f"won {id_}"), ("Lost", f"lost {id_}"), ("Let go", f"let go {id_}"))
            return ask_once(exchange, line, deal, f"{deal.label}: how did it end?", ends)
        case Act.touch:
            return Done(id_, told.outcome)
        case Act.silent:
            ways = (("Heard nothing: what to say", f"heard nothing {id_}"), ("Lost", f"lost {id_} no answer"))
            return ask_once(exchange, line, deal, f"{deal.label}: nothing heard?", ways)
        case Act.untried:
            return untried(exchange, deal, NAME + " not called")
        case Act.unheard:
            return HeardNothing(id_)
        case Act.words:
            return Words(id_)
        case Act.agree:
            return _agreed(exchange, line, deal, told)
        case Act.hold:
            return Later(id_, told.when) if is_only_a_day(exchange, told.when) else None
        case Act.worth:
            return Value(id_, told.what)
        case Act.away:
            who = _person(exchange, deal, line)
            return TheyAreAway(id_, told.when, told.returns, who) if is_only_a_day(exchange, told.when) else None
        case Act.back:
            return TheyAreAway(id_, "today", returns=True, person=_person(exchange, deal, line))
        case Act.tell:
            return LogLine(f"{id_}: {line}")
        case Act.cancel:
            return _cancelled(exchange, line, deal)
        case Act.plan:
            return _planned(exchange, line, deal, told)
        case Act.move | Act.put_off:
            return _moved(exchange, line, deal, told)


def _agreed(exchange: Exchange, line: str, deal: Deal, told: Doing) -> Command | Reply | None:
    """ "Acme demo Tue 10": what is still to come was not held yet. "Acme demo Thu instead of Tue" is moved."""
    when = without_former_day(told.when, find_dates(told.when, exchange.today, day_first=exchange.day_first)).strip()
    if not is_coming_day(exchange, without_same_time(when)):
        return None
    if when != told.when or keeps_hour(when):
        return _moved(exchange, line, deal, replace(told, when=when))
    return Next(str(deal.id), f"{told.what if told.what != 'call' else ''} {told.when}".strip())


def _gone(exchange: Exchange, deal: Deal, left: Left) -> Reply:
    """Asked once, since it may be a meeting that somebody left; a yes keeps it as told, with who is there now."""
    who, new = map(as_name, (left.who, left.new))
    said = f"{who} has left the company{f', new contact is {new} {left.phone}'.rstrip() if new else ''}"
    draft = drafting.keep(exchange, {"line": f"{deal.id}: {said}", "typed": said})
    question = f"{deal.label}: {who} has left them for good{f', and {new} is there now' if new else ''}?"
    yes = Button("Yes, keep that", f"resume {draft} {deal.id}", primary=True)
    return note(question, yes, Button("No", f"resume {draft} drop"))


def _is_member(exchange: Exchange, name: str) -> bool:
    names = [known.casefold() for known in exchange.members_in(name).values()]
    return any(name.casefold() in {known, known.split(" ")[0]} for known in names)


def _planned(exchange: Exchange, line: str, deal: Deal, told: Doing) -> Command | Reply | None:
    """ "Put Acme on Mon 7 Dec 14:00": nobody agreed to it; without an hour it is on the list that day. What may be a day or
    an hour ("Tue 15") is asked about."""
    day = typed_date(told.when, exchange.today, day_first=exchange.day_first)
    has_hour = day is not None and starts_with_day(told.when) and bool(day.at or day.problem)
    if has_hour and pending_step(exchange.history(deal.id)) is None:
        return Next(str(deal.id), told.when, OUR_PLAN)
    return _moved(exchange, line, deal, replace(told, act=Act.put_off))


def _moved(exchange: Exchange, line: str, deal: Deal, told: Doing) -> Command | Reply | None:
    """A meeting that stands has another day; without one, the deal is put off; in doubt it is asked.

    None for something else that was moved: "pushed the Acme quote to Friday".
    """
    if is_day(exchange, told.when) and not starts_with_day(told.when):
        return None
    step = pending_step(exchange.history(deal.id))
    what = told.what or (step.what if step else "")
    if not is_day(exchange, told.when):
        return ask_once(exchange, line, deal, f"{deal.label}: to which day? Nothing is changed yet.", ())
    if told.what or step or _TIME.search(told.when):
        return _step_moved(exchange, line, deal, told, what)
    if told.act is Act.put_off:
        return Later(str(deal.id), told.when)
    ways = (
        (f"A call {told.when}", f"next {deal.id} {told.when}"),
        (f"Later: {told.when}", f"later {deal.id} {told.when}"),
    )
    asked = f"Nothing was agreed with {deal.label}. Do you speak then, or is it on your list again then?"
    return ask_once(exchange, line, deal, asked, ways)


def _step_moved(exchange: Exchange, line: str, deal: Deal, told: Doing, what: str) -> Command | Reply:
    """It keeps its hour; which of two Mondays is meant is asked."""
    step = picked_step(exchange.history(deal.id), told.what, line, exchange.today)
    typed = without_same_time(told.when)
    when = not_today(exchange, typed)
    kind = what if what in {"demo", "meeting", "visit"} else ""
    day = typed_date(when, exchange.today, day_first=exchange.day_first)
    if step is None or day is None:
        return Next(str(deal.id), f"{kind} {when}".strip())
    hour = f" {step.hour}" if step.at and not day.at and day.on and not day.first_on and keeps_hour(line) else ""
    as_typed = day if when == typed else replace(day, text=typed.split()[0])  # the weekday that today is
    if days := two_days(as_typed, line, step):
        at = f" {day.at}" if day.at else hour
        ways = [(written(on, exchange.today), f"next {deal.id} {kind} {on.isoformat()}{at}") for on in days]
        return ask_once(exchange, line, deal, f"{deal.label}: to which {day.on:%A}? Nothing is changed yet.", ways)
    return Next(str(deal.id), f"{kind} {when}{hour}".strip())


def not_today(exchange: Exchange, when: str) -> str:
    """ "Moved to Thursday", said on a Thursday, is the next one: today has a word of its own. Of "Thu 26" the number tells which."""
    weekday = re.match(rf"^(?:this\s+)?{WEEKDAY}\b", when, re.IGNORECASE)
    day = read_date(when, exchange.today, day_first=exchange.day_first)
    if weekday is None or day is None or day.choices[:1] != (exchange.today,):
        return when
    rest = when[weekday.end() :]
    at = " at" if bare_hour(rest) is not None else ""  # "Thu 3"
    return f"{(exchange.today + timedelta(days=7)).isoformat()}{at}{rest}"


def _cancelled(exchange: Exchange, line: str, deal: Deal) -> Reply:
    step = pending_step(exchange.history(deal.id))
    if step is None:
        asked = f"Nothing is agreed with {deal.label} that could be off."
        if _ITS_CALL.search(line):
            return note(asked, *_calls_promised(exchange, deal), Button("What is open there?", f"where {deal.id}"))
        return ask_once(exchange, line, deal, f"{asked} What was cancelled?", (("The deal: lost", f"lost {deal.id}"),))
    return is_off(exchange, deal, step)


def _calls_promised(exchange: Exchange, deal: Deal) -> list[Button]:
    """A call that is no step but a promise, theirs or ours, may be the one: each is dropped by a press."""
    history, today = exchange.history(deal.id), exchange.today
    calls = [one for side in Side for one in open_promises(history, side) if _A_CALL.match(one.text)]
    return [
        Button(
            f"Drop “{one.text}{f', {written(one.due_on, today)}' if one.due_on else ''}”", f"promise dropped {one.id}"
        )
        for one in calls
    ]


def ask_once(exchange: Exchange, line: str, deal: Deal, question: str, ways: Sequence[tuple[str, str]]) -> Reply:
    """Asked once, with the line kept: whatever is pressed uses it up, and until then `resume` offers it."""
    draft = drafting.keep(exchange, {"line": f"{deal.id}: {line}", "text": line})
    buttons = [
        Button(text, drafting.instead(draft, command), primary=index == 0) for index, (text, command) in enumerate(ways)
    ]
    log = Button("Log it as a call", f"resume {draft} {deal.id}", primary=not ways)
    return note(question, *buttons, log, Button("None of these", f"resume {draft} drop"))
