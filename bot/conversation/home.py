"""The home of a member on a platform that has one: my list, my week, my settings and, for who leads others, the team."""

from bot.cards import Card
from bot.commands.lists import Upcoming
from bot.conversation import followups, monday, planning, settings
from bot.conversation.exchange import Exchange
from bot.conversation.team import team
from bot.views.followups import FOLLOWUPS_KEY, followups_card


def home(exchange: Exchange) -> tuple[Card, ...]:
    """One card a part, the list first."""
    lines = followups.due_lines(exchange)
    mine = followups_card(
        lines, exchange.policy, exchange.today, key=FOLLOWUPS_KEY, compact=exchange.member.compact,
        team=monday.part_now(exchange),
    )  # fmt: skip
    cards = [mine, planning.upcoming(exchange, Upcoming()).card, settings.status(exchange).card]
    if exchange.member.may_lead:
        cards.append(team(exchange))
    return tuple(cards)
