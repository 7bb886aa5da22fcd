"""What happened on one deal, in a line: what they promised and what became of it, what got another day or was not kept.

One wording wherever a manager reads it. A promise is told as a promise, never as something done (S2).
"""

from collections.abc import Iterable
from datetime import date

from bot.days import days_late, written
from bot.model import (
    Commitment,
    CommitmentState,
    DecisionKind,
    History,
    NextStep,
    Result,
    Side,
    Touch,
    Turn,
    TurnKind,
)
from bot.playbook.holds import open_steps
from bot.playbook.overview import day_before, taken_on
from bot.playbook.results import is_sign_of_life
from bot.views.naming import counted, day_and_date

PROMISED = "They promised a step"
MOVED = "Put off or called off"
NO_CONTACT = "No contact yet"
NOTHING_PROMISED = "Calls and messages, nothing promised back"
_ENDED = {
    CommitmentState.kept: ", done",
    CommitmentState.broken: ", not kept",
    CommitmentState.withdrawn: ", no longer needed",
}


def promised(history: History, touch: Touch, today: date, not_late_since: date | None = None) -> str:
    """ "invite the drivers by Fri 20 November, 6 days late (on the call of Thu 19 November)".

    `not_late_since`: what is for that day or later is not late yet; else for today."""
    theirs = taken_on(history, touch)
    how = "they got in touch" if touch.inbound else "on the call of" if is_sign_of_life(touch) else "in the message of"
    when = f"{how} {written(touch.on, today)}"
    if theirs:
        return f"{_by(theirs, today)}{_became(theirs, today, not_late_since)} ({when})"
    said = f"“{touch.said}”" if touch.said else touch.note
    what = ": ".join(
        filter(None, ("they ordered" if touch.result is Result.order else _agreed(history, touch, today), said))
    )
    return f"{what} ({when})" if what else when


def late_by_now(
    taken: Iterable[tuple[History, Touch]], shown: int, not_late_since: date, *, is_cut: bool = False
) -> str:
    """ ", 1 of these late by now", behind how many steps were promised, of those that are shown: a promise whose day has
    passed is no good news."""
    made = [taken_on(history, touch) for history, touch in taken]
    late = sum(
        one is not None and one.state is CommitmentState.open and one.due_on is not None and one.due_on < not_late_since
        for one in made
    )
    if not late:
        return ""
    if is_cut:
        return f"; of {'this one' if shown == 1 else f'these {counted(shown)}'} {counted(late)} late by now"
    return ", late by now" if shown == 1 else f", {late} of these late by now"


def _agreed(history: History, touch: Touch, today: date) -> str:
    """ "demo Mon 30 November agreed, now Wed 2 December"."""
    step = next((one for one in history.next_steps if one.act_id == touch.act_id and one.agreed), None)
    return f"{step.what} {written(step.on, today)} agreed{_step_now(history, step, today)}" if step else ""


def _step_now(history: History, step: NextStep, today: date) -> str:
    """Which day it has by now, or that it was called off before its own."""
    later = [one for one in history.next_steps if one.act_id > step.act_id and one.what == step.what]
    if later:
        return f", now {written(later[-1].on, today)}" if later[-1].on != step.on else ""
    ends = (d for d in history.decisions if d.kind is DecisionKind.no_next_step and d.act_id > step.act_id)
    is_off = any(end.on <= step.on for end in ends) and step not in open_steps(history)
    return ", called off since" if is_off else ""


def _by(promise: Commitment, today: date) -> str:
    """The day as it was said then."""
    by = promise.first_due_on or promise.due_on
    return f"{promise.text} by {day_and_date(by, today)}" if by else promise.text


def _became(promise: Commitment, today: date, not_late_since: date | None = None) -> str:
    if promise.state is not CommitmentState.open:
        return _ENDED.get(promise.state, "")
    due, named = promise.due_on, promise.promised_on
    if due is None:
        return ""
    now = f", now {written(named, today)}" if promise.first_due_on and named and named != promise.first_due_on else ""
    back = f", back {written(promise.back_on, today)}" if promise.back_on else ""
    return f"{now}{back}{f', {days_late(due, today)}' if due < (not_late_since or today) else ''}"


def moved(promise: Commitment, turn: Turn | None, today: date) -> str:
    """ "put off by them: send the water bill, from Thu 19 November to Fri 27 November (they said so on Tue 24 November)"."""
    before = day_before(promise, turn) if turn else promise.due_on
    if turn is None or turn.kind is TurnKind.broken:
        told = f" (told {written(turn.on, today)})" if turn else ""
        was = f", due {written(before, today)}" if before else ""
        return f"not kept by {_us(promise.side)}: {promise.text}{was}{told}"
    by = turn.moved_by or promise.side
    days = (
        f"{_days(before, turn, today)} ({'they' if by is Side.theirs else 'we'} said so on {written(turn.on, today)})"
    )
    lead = "" if by is promise.side else "they were to " if promise.side is Side.theirs else "we were to "
    return f"{_moved(before, turn)} by {_us(by)}: {lead}{promise.text}, {days}{_since(promise, turn, today)}"


def _days(before: date | None, turn: Turn, today: date) -> str:
    """ "from Thu 19 November to Fri 27 November"."""
    was = written(before, today) if before else ""
    if turn.due_on:
        return f"{f'from {was} ' if was else ''}to {written(turn.due_on, today)}"
    return f"no new day yet{f', was {was}' if was else ''}"


def _since(promise: Commitment, turn: Turn, today: date) -> str:
    """What became of it on the day that it got then."""
    if promise.state is CommitmentState.open and promise.due_on == turn.due_on:
        return f", {days_late(turn.due_on, today)}" if turn.due_on and turn.due_on < today else ""
    return _became(promise, today)


def _moved(before: date | None, turn: Turn) -> str:
    if before is None:
        return "given a day"
    return "brought forward" if turn.due_on and turn.due_on < before else "put off"


def _us(side: Side) -> str:
    return "them" if side is Side.theirs else "us"


def last_slip(promise: Commitment, first: date, last: date) -> Turn | None:
    """The last time in these days that it got another day or was not kept."""
    slips = (t for t in reversed(promise.turns) if t.kind in {TurnKind.moved, TurnKind.broken})
    return next((turn for turn in slips if first <= turn.on <= last), None)
