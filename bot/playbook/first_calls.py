"""First conversations: what came of those with a next step, and of those without (S50, S51)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.model import DecisionKind, History, Result, Touch
from bot.playbook.dated import OVER, could_bring_a_day, ended_with_a_day
from bot.playbook.results import GOING_DARK, unanswered_days


@dataclass(frozen=True)
class FirstCalls:
    """First conversations, how many of these deals went quiet later, and the days that the decided ones took."""

    calls: int = 0
    quiet: int = 0
    days_to_decision: tuple[int, ...] = ()


def first_calls(histories: Iterable[History], first: date, *, stepped: bool) -> FirstCalls:
    calls = quiet = 0
    days: list[int] = []
    for history in histories:
        call = _first_call(history)
        if call is None or ended_with_a_day(history, call) is not stepped:
            continue
        if call.on >= first:
            calls += 1
            quiet += _went_quiet(history, call)
        decided = _decided_on(history, call)
        if decided and decided >= first:
            days.append((decided - call.on).days)
    return FirstCalls(calls, quiet, tuple(sorted(days)))


def _first_call(history: History) -> Touch | None:
    """None when they had ordered or declined before we could ask for anything."""
    told = next((touch for touch in history.touches if could_bring_a_day(touch) or touch.result in OVER), None)
    return told if told and could_bring_a_day(told) else None


def _went_quiet(history: History, call: Touch) -> bool:
    """Whether so many touches in a row have ever gone unanswered after it."""
    after = history.touches.index(call) + 1
    ends = range(after + GOING_DARK, len(history.touches) + 1)
    until = (replace(history, touches=history.touches[:end]) for end in ends)
    return any(len(unanswered_days(then)) >= GOING_DARK for then in until)


def _decided_on(history: History, call: Touch) -> date | None:
    """Their first yes or no after the first call: an order, won, lost. Letting go is our decision, not theirs."""
    endings = [d.on for d in history.decisions if d.kind in {DecisionKind.won, DecisionKind.lost}]
    orders = [touch.on for touch in history.touches if touch.result is Result.order]
    return min((day for day in (*endings, *orders) if day >= call.on), default=None)
