"""Does it work? A rep reads their own, who leads reads everybody's together; coaching is for the rep alone (S1, S33)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.measuring import OfWhom, Works
from bot.conversation.drafting import worn_since
from bot.conversation.exchange import Exchange
from bot.model import History
from bot.playbook.coaching import checked_phrases, own_calls, questions_for_a_day
from bot.playbook.measures import Kept, measured
from bot.views.measures import coaching_card, works_card
from bot.views.team import nobody_is_led

_TOLD_APART = 3  # reps who promised; of two, each reads the other's by subtracting their own


def works(exchange: Exchange, command: Works) -> Reply:
    """By a handful of statements, however many members and deals there are."""
    led = exchange.led - {exchange.member.id}
    if command.of is OfWhom.team and not led:
        return nobody_is_led()
    is_team = bool(led) and command.of is not OfWhom.mine
    first = _first(exchange, command.days)
    members = exchange.led if is_team else {exchange.member.id}
    found = measured(_histories(exchange, members, first), exchange.policy, members, first, exchange.today)
    if is_team and len(found.ours.by - {exchange.member.id}) < _TOLD_APART:
        found = replace(found, ours=Kept())  # whether one rep keeps their word is theirs to read first
    return Reply(works_card(found, command.days, is_team=is_team, leads=bool(led)))


def coach_me(exchange: Exchange, days: int) -> Reply:
    first = _first(exchange, days)
    worn = exchange.house.worn
    calls = own_calls(_histories(exchange, {exchange.member.id}, first), exchange.member.id, first, exchange.today)
    phrases = checked_phrases(worn_since(exchange, first), worn)
    return Reply(coaching_card(phrases, calls, questions_for_a_day(worn), days, exchange.today))


def _first(exchange: Exchange, days: int) -> date:
    return exchange.today - timedelta(days=days)


def _histories(exchange: Exchange, members: Collection[int], first: date) -> list[History]:
    return list(exchange.store.history.many(exchange.store.work.moved(members, first)).values())
