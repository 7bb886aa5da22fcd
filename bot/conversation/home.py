"""The home of a member on a platform that has one: my list, my week, my settings and, for who leads others, the team."""

from collections.abc import Mapping

from bot.cards import Card
from bot.conversation import followups, planning, settings
from bot.conversation.exchange import Exchange
from bot.model import Role, Side
from bot.store import Load
from bot.views.followups import FOLLOWUPS_KEY, followups_card
from bot.views.team import RepToday, team_card


def home(exchange: Exchange) -> tuple[Card, ...]:
    """One card a part, the list first."""
    lines = followups.due_lines(exchange)
    mine = followups_card(lines, exchange.policy, exchange.today, key=FOLLOWUPS_KEY, compact=exchange.member.compact)
    cards = [mine, planning.upcoming(exchange).card, settings.status(exchange).card]
    if exchange.member.role is not Role.rep:
        cards.append(team_card(_team(exchange)))
    return tuple(cards)


def _team(exchange: Exchange) -> list[RepToday]:
    reps = sorted(exchange.owners - {exchange.member.id})
    loads = exchange.store.teams.loads(reps, exchange.today)
    late = exchange.store.teams.late(reps, exchange.today)
    return [_day(exchange.names[rep], loads.get(rep, Load()), late.get(rep, {})) for rep in reps]


def _day(name: str, load: Load, late: Mapping[Side, int]) -> RepToday:
    return RepToday(name, load.open, load.due, late.get(Side.ours, 0), late.get(Side.theirs, 0))
