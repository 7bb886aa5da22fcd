"""Whether a conversation ended with a day: something of theirs by then, or an agreed next step (S6, S38, S50)."""

from datetime import date

from bot.model import Commitment, History, Result, Touch, TurnKind
from bot.playbook.results import CONVERSATIONS, theirs

_NAMED = frozenset({TurnKind.moved, TurnKind.corrected})  # told again, a promise is moved to its new day

_OVER = frozenset({Result.order, Result.no_sale})  # nothing is left to agree on


def could_bring_a_day(touch: Touch) -> bool:
    """A conversation in which we could ask for one; what they wrote of themselves, an order and a no are none."""
    return touch.outcome in CONVERSATIONS and not touch.inbound and touch.result not in _OVER


def ended_with_a_day(history: History, touch: Touch) -> bool:
    """Something of theirs by a day, or a day that they agreed to; what only we plan is neither."""
    agreed = any(step.agreed and _came_of(touch, step.act_id, step.made_on) for step in history.next_steps)
    return agreed or any(gave_a_day(promise, touch) for promise in theirs(history))


def gave_a_day(promise: Commitment, touch: Touch) -> bool:
    """Whether they named its day in that conversation, or were asked for it on the same day."""
    made = promise.first_due_on is not None and _came_of(touch, promise.act_id, promise.made_on)
    named = any(turn.kind in _NAMED and turn.due_on and _came_of(touch, turn.act_id, turn.on) for turn in promise.turns)
    return not promise.soft and (made or named)


def _came_of(touch: Touch, act_id: int, on: date) -> bool:
    """A call that is told later keeps its own day, and what it brought is of today: the act holds them together."""
    return act_id == touch.act_id or on == touch.on
