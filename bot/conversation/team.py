"""A manager's team: each rep's day in figures, read by two queries for all of them."""

from collections.abc import Mapping

from bot.cards import Card
from bot.conversation.exchange import Exchange
from bot.model import Side
from bot.store import Load
from bot.views.team import RepToday, due_card, team_card


def team(exchange: Exchange, *, only_due: bool = False) -> Card:
    """Whom the member leads; `only_due`: those with something due or late, so that nobody else is named."""
    reps = sorted(exchange.owners - {exchange.member.id})
    loads = exchange.store.teams.loads(reps, exchange.today)
    late = exchange.store.teams.late(reps, exchange.today)
    days = [_day(exchange.names[rep], loads.get(rep, Load()), late.get(rep, {})) for rep in reps]
    if only_due and days:
        return due_card([day for day in days if day.due or day.ours_late or day.theirs_late])
    return team_card(days)


def _day(name: str, load: Load, late: Mapping[Side, int]) -> RepToday:
    return RepToday(name, load.open, load.due, late.get(Side.ours, 0), late.get(Side.theirs, 0))
