"""A manager's team: each rep's day in figures, read by a few queries for all of them, however many."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.cards import Card
from bot.conversation.exchange import Exchange
from bot.conversation.on_record import mornings
from bot.conversation.silence import silent_among
from bot.model import Member, Role, Side
from bot.store import Chosen, Load, Owed
from bot.views.alike import whole_names
from bot.views.team import RepToday, asks_for_help, due_card, no_call, no_list, team_card
from bot.worktime import today_for

_ByOwner = Mapping[int, Mapping[Side, Owed]]


def team(exchange: Exchange, *, only_due: bool = False, owed: _ByOwner | None = None, shared: bool = False) -> Card:
    """Whom the member leads; `only_due`: those with something due or late, so that nobody else is named.

    `owed`: what was read already of them all."""
    reps = sorted(exchange.led - {exchange.member.id})
    loads = exchange.store.teams.loads(reps, exchange.today)
    owed = exchange.store.teams.owed(Chosen(reps), exchange.today) if owed is None else owed
    members = exchange.store.members.some(reps) if reps else ()
    missed, silent = _missed(exchange, members), silent_among(exchange.store, members, exchange.today)
    gone = {member.id for member in members if member.role is Role.inactive}
    names = whole_names(members, openly=shared)
    asks = {} if shared else _asking(exchange, reps)
    days = [
        replace(
            _day(names[rep], loads.get(rep, Load()), owed.get(rep, {})),
            id=rep,
            is_inactive=rep in gone,
            no_list=missed.get(rep, ""),
            no_call=no_call(silent[rep], exchange.today) if rep in silent else "",
            asks=asks.get(rep, ""),
        )
        for rep in reps
    ]
    if only_due and days:
        return due_card(
            [day for day in days if day.due or day.ours_late or day.theirs_late or day.no_list], exchange.today
        )
    return team_card(days, exchange.today)


def _asking(exchange: Exchange, reps: Collection[int]) -> dict[int, str]:
    """By rep, on which deals they ask for help."""
    found: dict[int, list[str]] = defaultdict(list)
    for one in exchange.store.calls_for_help.open_of(reps):
        found[one.deal.owner_id].append(one.deal.label)
    return {rep: asks_for_help(labels) for rep, labels in found.items()}


def _missed(exchange: Exchange, members: Collection[Member]) -> dict[int, str]:
    """By rep who should have had a list on the day that they have now, and did not: why. Silence is not taken for a clear day."""
    by_day = _by_day(members, exchange.now).items()
    told = [one for day, theirs in by_day for one in mornings(exchange.store, theirs, day)]
    return {one.member.id: why for one in told if (why := no_list(one.became, one.reason))}


def _by_day(members: Collection[Member], now: datetime) -> dict[date, list[Member]]:
    found = defaultdict(list)
    for member in members:
        found[today_for(member, now)].append(member)
    return found


def _day(name: str, load: Load, owed: Mapping[Side, Owed]) -> RepToday:
    ours, theirs = (owed.get(side, Owed()).passed for side in (Side.ours, Side.theirs))
    return RepToday(name, open=load.open, due=load.due, ours_late=ours, theirs_late=theirs)
