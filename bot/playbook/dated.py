"""Whether a conversation ended with a day: something of theirs by then, or an agreed next step (S6, S38, S50)."""

from collections.abc import Sequence
from datetime import date

from bot.model import Commitment, History, Result, Touch, TurnKind
from bot.playbook.results import is_sign_of_life, theirs

OVER = frozenset({Result.order, Result.no_sale})  # nothing is left to agree on
NAMED = frozenset({TurnKind.moved, TurnKind.corrected})  # told again, a promise is moved to its new day


def could_bring_a_day(touch: Touch) -> bool:
    """A conversation in which we could ask for one; what they wrote of themselves, an order and a no are none."""
    return is_sign_of_life(touch) and not touch.inbound and touch.result not in OVER


def ended_with_a_day(history: History, touch: Touch) -> bool:
    """Something of theirs by a day, or a day that they agreed to; what only we plan is neither."""
    agreed = any(
        step.agreed and came_of(history.touches, touch, step.act_id, step.made_on) for step in history.next_steps
    )
    return agreed or ended_with_their_day(history, touch)


def ended_with_their_day(history: History, touch: Touch) -> bool:
    """Something of theirs by a day: they are going to do it, which an agreed call alone is not."""
    return any(_gave_a_day(history, touch, promise) for promise in theirs(history))


def _gave_a_day(history: History, touch: Touch, promise: Commitment) -> bool:
    """Whether they named its day in that conversation, or were asked for it on the same day."""
    days = [(turn.act_id, turn.on) for turn in promise.turns if turn.kind in NAMED and turn.due_on]
    if promise.first_due_on is not None:
        days.append((promise.act_id, promise.made_on))
    return not promise.soft and any(came_of(history.touches, touch, act_id, on) for act_id, on in days)


def came_of(touches: Sequence[Touch], touch: Touch, act_id: int, on: date) -> bool:
    """A call that is told later keeps its own day, and what it brought is of today: the act holds them together.

    What was noted by itself belongs to the last conversation of that day before it, and to no earlier one.
    """
    told = [talk for talk in touches if is_sign_of_life(talk) and talk.act_id <= act_id]
    if any(talk.act_id == act_id for talk in told):
        return touch.act_id == act_id
    same_day = [talk.act_id for talk in told if talk.on == on]
    return touch.act_id == max(same_day, default=None)
