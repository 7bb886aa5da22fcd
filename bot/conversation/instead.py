"""What is asked for and not kept, or not a command: said plainly, with what is there instead, one press away."""

import re
from collections.abc import Callable
from functools import partial

from bot.cards import Button, Reply
from bot.commands.measuring import AskedOfMonday, MyMonday
from bot.conversation.called import as_said, of_number, which
from bot.conversation.counting import how_many
from bot.conversation.exchange import Exchange
from bot.conversation.finding import meant
from bot.conversation.monday import monday
from bot.conversation.overview import ended_in
from bot.conversation.planning import called
from bot.days import written
from bot.model import Member, first_name
from bot.views.asking import note
from bot.views.covering import cover_told
from bot.views.naming import people
from bot.worktime import closing_day

_END = r"[\s?.!]*$"
_WHOM = r"(?P<who>[\w'’-]+(?:\s+[\w'’-]+)?)"
_PIPELINE = re.compile(
    rf"^(?:how\s+(?:much|big)\s+(?:is|do\s+(?:i|we)\s+have|have\s+(?:i|we)\s+got)\s+(?:in\s+)?|what(?:['’]?s|\s+is)\s+(?:in\s+)?)?(?:(?:my|the|our)\s+)?(?:pipeline|forecast|(?:biggest|largest|top)\s+(?:deals?|ones?))(?:\s+(?:worth|now))?{_END}",
    re.IGNORECASE,
)
_SOLD = re.compile(
    rf"^(?:(?:how\s+(?:much|many(?:\s+deals)?)|(?:what|which)(?:\s+deals)?)\s+)?(?:did|have|has)\s+(?:i|we|the\s+team|my\s+team)\s+(?:win|won|sell|sold|lose|lost|close[d]?|sign(?:ed)?|book(?:ed)?)(?:\s+(?:any(?:thing|one|body|\s+deals?)|some(?:thing|one|body)))?"
    rf"(?:\s+(?:so\s+far\s+|in\s+|over\s+|during\s+)*(?P<when>(?:this|last)\s+(?:week|month|quarter|year)|today|yesterday))?(?:,?\s+and\s+(?:why|what\s+for|to\s+whom))?{_END}"
    rf"|^(?:our|my|the)?\s*sales(?:\s+figures)?(?:\s+(?P<of>(?:this|last)\s+(?:week|month|quarter|year)))?{_END}",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"^(?:this|last)\s+year$")
_COVERS = re.compile(
    rf"^who(?:['’]s|\s+is)?\s+(?:covers?|covering|stands?\s+in|standing\s+in|fills?\s+in)\s+(?:for\s+)?{_WHOM}{_END}",
    re.IGNORECASE,
)
_COACH = re.compile(rf"^coach(?:ing)?\s+(?:for\s+)?{_WHOM}{_END}", re.IGNORECASE)
_CLOSING_DAY = re.compile(
    rf"^(?:(?:when|what)(?:['’]?s|\s+is)\s+)?(?:(?:my|the|our)\s+)?closing\s+day{_END}", re.IGNORECASE
)
_NEEDS = re.compile(
    rf"^(?:what\s+(?:does|did)\s+{_WHOM}\s+(?:still\s+)?(?:need|want|expect|ask)\s+(?:from|of)\s+(?:me|us)"
    rf"|(?:does|did)\s+{_WHOM.replace('who', 'also')}\s+(?:need|want|ask)\s+(?:(?:me|us)\s+)?(?:for\s+)?(?:my\s+help|help|(?:any|some)thing)(?:\s+(?:from|of)\s+(?:me|us))?){_END}",
    re.IGNORECASE,
)
_TEAM, _WORKS = Button("My team", "where my team"), Button("Does it work?", "does it work")


def told(exchange: Exchange, line: str) -> Reply | None:
    """None when it is none of these, or names nobody who is here."""
    if _CLOSING_DAY.match(line):
        return _closing_day(exchange)
    if _PIPELINE.match(line):
        text = "I add up no pipeline: what a deal is worth stands on the deal. Your deals, one by one:"
        return note(text, Button("My deals", "deals"), Button("As a file", "deals export"))
    sold = _SOLD.match(line)
    if sold:
        when = (sold["when"] or sold["of"] or "this month").lower()
        return ended_in(exchange, _A_YEAR.sub("last 12 months", when))
    counted = how_many(exchange, line)
    if counted:
        return counted
    for pattern, answer in _OF_SOMEBODY:
        asked = pattern.match(line)
        who = next(filter(None, asked.groups()), "") if asked else ""
        whose = _members(exchange, who) if asked else []
        if asked and len(whose) > 1:
            return which(exchange, who, whose, partial(of_number, asked))
        if whose and (reply := answer(exchange, whose[0])):
            return reply
    return None


def _closing_day(exchange: Exchange) -> Reply:
    day = written(closing_day(exchange.today, exchange.member), exchange.today)
    text = f"Your closing day is the last working day of your week, {day}. That day's list asks about what had no answer: let it go, or keep it?"
    return note(text, Button("Who has gone quiet?", "who has gone quiet?"), Button("Let go so far", "nurture"))


def _covers(exchange: Exchange, whose: Member) -> Reply:
    name = whose.first_name
    by = [first_name(exchange.names.get(id_, "")) for id_ in exchange.covering(whose.id)]
    if by:
        return note(
            f"{people(by)} {'covers' if len(by) == 1 else 'cover'} {name}.", Button("Who covers whom?", "cover")
        )
    now = exchange.now.astimezone(exchange.zone)
    to_come = [one for one in exchange.store.covers.coming([whose.id], exchange.now) if one.member_id == whose.id]
    if to_come:
        told = [cover_told(one, first_name(exchange.names.get(one.by_id, "")), name, now) for one in to_come]
        return note(f"{'; '.join(told)}.", Button("Who covers whom?", "cover"))
    text = f"Nobody stands in for {name}: the list waits until {name} is back. To have somebody cover: Lena covers {name} until Friday"
    return note(text, *_deals_of(exchange, whose))


def _coach(exchange: Exchange, whose: Member) -> Reply:
    if whose.id == exchange.member.id:
        return note("Yours is for you alone.", Button("Coach me", "coach me"))
    text = f"Coaching is private: {whose.first_name} alone reads it, by typing coach me. For who leads there is what came of everybody's work together."
    return note(text, *((_WORKS, _TEAM) if whose.id in exchange.led else ()))


def _needs(exchange: Exchange, whose: Member) -> Reply | None:
    """What a rep asked for is theirs alone to read who lead them; what a leader asks stands in the list."""
    if meant(exchange, whose.first_name).ids:
        return None
    if whose.id in exchange.led:
        return monday(exchange, MyMonday(asked=AskedOfMonday.help))
    name = whose.first_name
    text = f"What {name} asks of you stands on the deal, and in your list on its day."
    return note(text, Button("What is due?", "followups"), Button("What do I owe?", "owed us"))


_OF_SOMEBODY: tuple[tuple[re.Pattern[str], Callable[[Exchange, Member], Reply | None]], ...] = (
    (_COVERS, _covers), (_COACH, _coach), (_NEEDS, _needs),
)  # fmt: skip


def _deals_of(exchange: Exchange, whose: Member) -> tuple[Button, ...]:
    if whose.id == exchange.member.id:
        return (Button("My deals", "deals"),)
    return (Button(f"{whose.first_name}'s deals", f"deals {whose.id}"),) if called(exchange, whose.name) else ()


def _members(exchange: Exchange, who: str) -> list[Member]:
    if who.casefold() in {"i", "we", "me"}:
        return [exchange.member]
    return as_said(who, exchange.store.members.all())
