"""The figures of the work as charts: one's own first, a team's for who leads three reps or more (S1, S33)."""

from datetime import date, timedelta

from bot.cards import Reply
from bot.commands.measuring import Charts, OfWhom
from bot.conversation.exchange import Exchange
from bot.conversation.measuring import histories_of, teams_own, without_few
from bot.model import History
from bot.playbook.given_back import given_back
from bot.playbook.measures import TOLD_APART, measured
from bot.views.charts import Asked, Reader, charts_card, too_few_for_a_team
from bot.views.team import nobody_is_led


def charts(exchange: Exchange, command: Charts) -> Reply:
    """By a handful of statements, however many members and deals there are."""
    led = exchange.led - {exchange.member.id}
    is_team = command.of is OfWhom.team
    if is_team and not led:
        return nobody_is_led()
    first, today = exchange.today - timedelta(days=command.days), exchange.today
    members = exchange.led if is_team else frozenset({exchange.member.id})
    histories = histories_of(exchange, members, first)
    histories = teams_own(exchange, histories) if is_team else histories
    asked = Asked(command.drawn, command.days, today, is_team, _since(histories, first))
    if is_team and len(_who_worked(histories, first) & led) < TOLD_APART:
        return Reply(too_few_for_a_team(asked))
    found = measured(histories, exchange.policy, members, first, today)
    told = without_few(found, exchange.member.id) if is_team else found
    back = given_back((h for h in histories if h.deal.owner_id in members), exchange.policy, first, today)
    names = {id_: name for id_, name in exchange.short_names.items() if id_ in led} if is_team else {}
    reader = Reader(leads=bool(led), names=names)
    return Reply(charts_card(told, back, asked, reader, ours_left_out=told.ours.due < found.ours.due))


def _since(histories: list[History], first: date) -> date | None:
    """The first day with a call or message, where it lies within the time that was asked for."""
    began = min((touch.on for history in histories for touch in history.touches), default=first)
    return began if began > first else None


def _who_worked(histories: list[History], first: date) -> frozenset[int]:
    return frozenset(touch.member_id for history in histories for touch in history.touches if touch.on >= first)
