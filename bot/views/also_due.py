"""All that is due of a deal is named in its line: what leads it, then what is due besides, a few by name and the rest counted."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Button
from bot.model import Commitment, Side
from bot.playbook.agenda import Due
from bot.playbook.holds import planned_about, try_told
from bot.views.naming import promise_line, promised_by, shortened

SET_FOR_TODAY = "Set for today"
YOURS_TO_DO = "Yours to do"  # promised, or asked by a colleague
_NAMED = 2  # of each side
_LONGEST_DONE = 40  # characters on a button


def what_is_due(due: Due, today: date, *, ours: str = "", theirs: str = "They promised") -> str:
    """The line to whoever only reads it. `ours`: what a promise of ours is called to them."""
    if due.is_today:
        first = set_today(due)
    elif due.promise and due.step is None:
        first = f"{promise_line(due.promise, today)}{promised_by(due.history, due.promise)}"
    else:
        first = due.standing.why
    return and_also(first, due, today, ours=ours, theirs=theirs)


def set_today(due: Due) -> str:
    """ "visit today 10:00, agreed"; "call today 10:00, agreed: no answer today"."""
    step = due.step
    if step is None:
        return ""
    tried, told = try_told(due.history, step, step.on), "agreed" if step.agreed else planned_about(step)
    return f"{step.what} today {step.hour}".rstrip() + (f", {told}" if told else "") + (f": {tried}" if tried else "")


def and_also(first: str, due: Due, today: date, *, ours: str = "", theirs: str = "They promised") -> str:
    """ "send the plan, 2 days late. Also: send the price, today. They promised: send the PO, 1 day late (due Wed 11 March)"."""
    leads = due.promise.side if due.promise and due.step is None else None
    said = first
    for side, called in ((Side.ours, ours), (Side.theirs, theirs)):
        some = [promise for promise in due.also if promise.side is side]
        if some:
            lead = "Also" if side is leads else called or _called(due, some)
            said += f"{' ' if said.endswith('?') else '. '}{lead}: {_named(due, some, today)}"
    return said


def each_done(due: Due, name: str) -> tuple[Button, ...]:
    """A press for each that is due besides: none ticks another."""
    return tuple(Button(done_label(promise), f"promise kept {promise.id}", about=name) for promise in due.also)


def done_label(promise: Commitment) -> str:
    return f"Done ({shortened(promise.text, _LONGEST_DONE)})"


def _called(due: Due, some: Sequence[Commitment]) -> str:
    """ "You promised", unless a colleague made or asked for one of them."""
    return YOURS_TO_DO if any(promised_by(due.history, promise) for promise in some) else "You promised"


def _named(due: Due, some: Sequence[Commitment], today: date) -> str:
    told = [f"{promise_line(promise, today)}{promised_by(due.history, promise)}" for promise in some[:_NAMED]]
    left = len(some) - len(told)
    return "; ".join([*told, *([f"{left} more"] if left else [])])
