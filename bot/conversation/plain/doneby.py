""" "What did I do today?", and for who leads Tom "what did Tom do this week?": the acts that stand, in their own words, the newest first."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.cards import Block, Button, Card, Line, Reply, Text, Tone
from bot.conversation.called import of_number, which
from bot.conversation.exchange import Exchange
from bot.conversation.planning import called, numbered
from bot.days import written
from bot.model import Act, Member
from bot.views.asking import note

_ASKED = re.compile(
    r"^(?:so,?\s+)?what (?:did|have|has) (?P<who>i|we|[\w'’-]+) (?:just |last )?(?:do|done|log(?:ged)?|record(?:ed)?|get done|got done|been doing|been up to)"
    r"(?:\s+(?P<when>today|yesterday|this week|so far(?: today)?))?[\s?.!]*$"
    r"|^how was (?P<whose>my|our|[\w'’-]+?['’]?s) (?P<span>day|week)[\s?.!]*$",
    re.IGNORECASE,
)
_MOST = 40


def done_by(exchange: Exchange, line: str) -> Reply | None:
    """None when that is not asked."""
    asked = _ASKED.match(line)
    if asked is None:
        return None
    who = asked["who"] or re.sub(r"['’]?s$", "", asked["whose"])
    members = _whose(exchange, who)
    if len(members) > 1:
        return which(exchange, who, members, lambda id_: of_number(asked, id_, "who" if asked["who"] else "whose"))
    if not members:
        return note(f"You see no deals of anybody called “{who}”.")
    whose = members[0]
    when = "this week" if asked["span"] == "week" else asked["when"] or "today"
    since, until = _days(exchange.today, when.lower())
    start = datetime.combine(since, datetime.min.time(), exchange.zone)
    end = datetime.combine(until, datetime.min.time(), exchange.zone)
    found = exchange.store.acts.between(whose.id, start, end, _MOST)
    acts = [act for act in found if _may_read(exchange, act)]
    name = "You" if whose.id == exchange.member.id else whose.first_name
    day = (
        written(since, exchange.today)
        if until - since == timedelta(days=1)
        else f"since {written(since, exchange.today)}"
    )
    if not acts:
        return Reply(Card(f"{name}, {day}", (Text("Nothing is on record."),)))
    done = f"the last {_MOST}" if len(found) == _MOST else f"{len(acts)} done"
    return Reply(
        Card(f"{name}, {day}: {done}", tuple(_by_day(exchange, acts, is_one_day=until - since == timedelta(days=1))))
    )


def _by_day(exchange: Exchange, acts: Sequence[Act], *, is_one_day: bool) -> Iterator[Block]:
    """The newest first, under its weekday where there are several."""
    for day, done in groupby(reversed(acts), lambda act: act.at.astimezone(exchange.zone).date()):
        if not is_one_day:
            yield Text(written(day, exchange.today), Tone.strong)
        yield from (_line(exchange, act) for act in done)


def _whose(exchange: Exchange, who: str) -> list[Member]:
    if who.lower() in {"i", "we", "my", "our"}:
        return [exchange.member]
    return called(exchange, who) or numbered(exchange, who)


def _days(today: date, when: str) -> tuple[date, date]:
    """From the first of these days until before the second."""
    if when == "yesterday":
        return today - timedelta(days=1), today
    return (today - timedelta(days=today.weekday()) if when == "this week" else today), today + timedelta(days=1)


def _may_read(exchange: Exchange, act: Act) -> bool:
    """One's own, or what lies on deals that one sees and on nothing else."""
    if act.member_id == exchange.member.id:
        return True
    ids = exchange.store.acts.deals_of(act.id)
    return bool(ids) and exchange.store.deals.visible(ids, exchange.owners) == ids


def _line(exchange: Exchange, act: Act) -> Line:
    at = act.at.astimezone(exchange.zone)
    undo = (Button("Undo", f"undo {act.id}", about=act.summary),) if act.member_id == exchange.member.id else ()
    return Line(f"{at:%H:%M}: {act.summary}", buttons=undo)
