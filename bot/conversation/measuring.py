"""Does it work? A rep reads their own, who leads reads everybody's together; coaching is for the rep alone (S1, S33)."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.measuring import OfWhom, Works
from bot.conversation.drafting import worn_since
from bot.conversation.exchange import Exchange
from bot.model import History
from bot.playbook.coaching import checked_phrases, own_calls, questions_for_a_day
from bot.playbook.measures import TOLD_APART, Kept, Measures, measured
from bot.views.measures import coaching_card, works_card
from bot.views.team import nobody_is_led


def works(exchange: Exchange, command: Works) -> Reply:
    """By a handful of statements, however many members and deals there are."""
    led = exchange.led - {exchange.member.id}
    if command.of is OfWhom.team and not led:
        return nobody_is_led()
    is_team = bool(led) and command.of is not OfWhom.mine
    first = _first(exchange, command.days)
    members = exchange.led if is_team else {exchange.member.id}
    histories = histories_of(exchange, members, first)
    histories = teams_own(exchange, histories) if is_team else histories
    found = measured(histories, exchange.policy, members, first, exchange.today)
    found = without_few(found, exchange.member.id) if is_team else found
    return Reply(works_card(found, command.days, is_team=is_team, leads=bool(led)))


def teams_own(exchange: Exchange, histories: Iterable[History]) -> list[History]:
    """Without the deals of who leads: a team is whom one leads, here as in `where is my team?`."""
    return [history for history in histories if history.deal.owner_id != exchange.member.id]


def without_few(found: Measures, member_id: int) -> Measures:
    """A team's, without our own promises where few made them: whether one rep keeps their word is theirs to read first."""
    return found if len(found.ours.by - {member_id}) >= TOLD_APART else replace(found, ours=Kept())


def coach_me(exchange: Exchange, days: int) -> Reply:
    first = _first(exchange, days)
    worn = exchange.house.worn
    calls = own_calls(histories_of(exchange, {exchange.member.id}, first), exchange.member.id, first, exchange.today)
    phrases = checked_phrases(worn_since(exchange, first), worn)
    return Reply(coaching_card(phrases, calls, questions_for_a_day(worn), days, exchange.today))


def _first(exchange: Exchange, days: int) -> date:
    return exchange.today - timedelta(days=days)


def histories_of(exchange: Exchange, members: Collection[int], first: date) -> list[History]:
    return list(exchange.store.history.many(exchange.store.work.moved(members, first)).values())
