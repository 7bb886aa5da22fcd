"""How many calls there were, and what came back: two numbers side by side, and neither stands for the other (S47)."""

import re

from bot.cards import Button, Reply
from bot.conversation.called import of_number, which
from bot.conversation.exchange import Exchange
from bot.conversation.measuring import histories_of, teams_own
from bot.conversation.planning import called, numbered
from bot.model import Member
from bot.playbook.measures import calls_logged, touched
from bot.reading.typed.periods import period
from bot.views.asking import note
from bot.views.measures import calls_card

_ASKED = re.compile(
    r"^how\s+many\s+(?:calls|touches|e?mails|messages|voicemails|activities)\s+(?:did|has|have)\s+(?P<who>[\w'’-]+(?:\s+[\w'’-]+)?)\s+"
    r"(?:make|made|do|done|log|logged|send|sent)(?:\s+(?P<when>today|yesterday|(?:this|last)\s+(?:week|month|quarter)|so\s+far))?[\s?.!]*$",
    re.IGNORECASE,
)
_TOLD_ONE_BY_ONE = frozenset({"today", "yesterday", "this week"})
_I, _TEAM = frozenset({"i", "me"}), frozenset({"we", "the team", "my team", "our team", "my reps"})


def how_many(exchange: Exchange, line: str) -> Reply | None:
    """None when that is not asked."""
    asked = _ASKED.match(line)
    if asked is None:
        return None
    found = _of_whom(exchange, asked["who"].casefold())
    if len(found) > 1 and asked["who"].casefold() not in _TEAM:
        return which(exchange, asked["who"], found, lambda id_: of_number(asked, id_))
    if not found:
        return note(f"You see no deals of anybody called “{asked['who']}”.", Button("My deals", "deals"))
    when = " ".join((asked["when"] or "this week").lower().split()).replace("so far", "this week")
    first, last = period(when, exchange.today) or (exchange.today, exchange.today)
    ids = {member.id for member in found}
    is_team = len(found) > 1
    histories = histories_of(exchange, ids, first)
    own = list(teams_own(exchange, histories) if is_team else histories)
    counted, logged = touched(own, ids, first, last), calls_logged(own, ids, first, last)
    return Reply(calls_card(counted, logged, _name(exchange, found), when, buttons=_further(exchange, found, when)))


def _of_whom(exchange: Exchange, who: str) -> list[Member]:
    """The member, somebody whom they lead, or all of these together."""
    if who in _TEAM and len(exchange.led) > 1:
        return list(exchange.store.members.some(exchange.led - {exchange.member.id}))
    if who in _I | _TEAM:
        return [exchange.member]
    return called(exchange, re.sub(r"['’]s$", "", who)) or numbered(exchange, who)


def _name(exchange: Exchange, found: list[Member]) -> str:
    if len(found) > 1:
        return "Your team"
    return "You" if found[0].id == exchange.member.id else found[0].first_name


def _further(exchange: Exchange, found: list[Member], when: str) -> tuple[Button, ...]:
    works = Button("Does it work?", "does it work")
    if len(found) > 1:
        return works, Button("My team", "where my team")
    name = "I" if found[0].id == exchange.member.id else str(found[0].id)
    each = (Button("One by one", f"what did {name} do {when}"),) if when in _TOLD_ONE_BY_ONE else ()
    return *each, *((works,) if name == "I" else ())
