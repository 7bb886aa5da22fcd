"""A day off and what is agreed for it: whichever of the two is set last, it is said; nothing moves by itself."""

from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from bot.cards import Block
from bot.conversation.choosing_days import owner_of
from bot.conversation.exchange import Exchange
from bot.model import Commitment, History, NextStep, Side
from bot.playbook.holds import is_dated, open_steps
from bot.playbook.results import open_promises
from bot.playbook.standing import is_open
from bot.views.days_off import DayOff, agreed_then, day_off, due_on_day_off

Span = tuple[date, date]  # the first and the last day off


def step_off(exchange: Exchange, history: History, step_id: int | None) -> DayOff | None:
    """Of a step that was just kept."""
    step = next((step for step in history.next_steps if step.id == step_id), None)
    if step is None:
        return None
    owner = owner_of(exchange, history.deal)
    return day_off(history, step, owner, exchange.today, is_own=owner.id == exchange.member.id)


def promise_off(exchange: Exchange, history: History, promise: Commitment) -> DayOff | None:
    """Of a promise that was just moved."""
    owner = owner_of(exchange, history.deal)
    return due_on_day_off(history, promise, owner, exchange.today, is_own=owner.id == exchange.member.id)


def agreed_on_them(exchange: Exchange, spans: Sequence[Span]) -> list[Block]:
    """What the member has agreed for days that they have just taken off, in the order of the days."""
    me = exchange.store.members.one(exchange.member.id) or exchange.member
    ids = exchange.store.deals.due([me.id], max(last for _, last in spans))
    histories = map(exchange.as_read, exchange.store.history.many(ids).values())
    dated = [
        (on, history, one)
        for history in histories
        if is_open(exchange.standing(history).state)
        for on, one in _dated(history)
        if any(first <= on <= last for first, last in spans)
    ]
    agreed = [(history, one) for _, history, one in sorted(dated, key=itemgetter(0))]
    days = sum((last - first).days + 1 for first, last in spans)
    return agreed_then(agreed, me, days, exchange.today)


def _dated(history: History) -> list[tuple[date, NextStep | Commitment]]:
    steps = [(step.on, step) for step in open_steps(history) if is_dated(step)]
    ours = [(promise.due_on, promise) for promise in open_promises(history, Side.ours) if promise.due_on]
    return [*steps, *ours]
