"""Which next step on record a call line means: the one that is off, that moves, or that it gives a day without naming it."""

from dataclasses import replace
from datetime import date

from bot.conversation.moved_step import is_instead, keeps_hour, moved_from, with_its_hour
from bot.conversation.picked_step import is_same
from bot.model import History, NextStep, Outcome
from bot.playbook.holds import open_steps, pending_step
from bot.reading.line.callreading import CallReading
from bot.reading.steps.steps import Dropped, Step


def dropped_step(before: History, reading: CallReading, today: date) -> NextStep | None:
    """The step on record that the line calls off, or that another day takes the place of."""
    if reading.dropped:
        ahead = (step for step in open_steps(before) if step.on >= today)
        return next((step for step in ahead if is_meant(step, reading.dropped)), None)
    pending = pending_step(before)
    if pending is None or pending.on < today:
        return None
    step = step_to_keep(before, reading, today)
    if step is None:
        return None
    named = reading.next_step.what if reading.next_step else ""
    is_wish = not (step.agreed or step.is_plan)
    is_again = pending.on == step.date.on and pending.at == step.date.at
    return pending if not (named or is_again) or (is_wish and not is_again and is_same(pending.what, named)) else None


def step_to_keep(before: History, reading: CallReading, today: date) -> Step | None:
    """The step of the line under its name; None when it names none and none is open.

    What they only wish for takes the place of that step, and of no other that was agreed.
    """
    step, pending = reading.next_step, pending_step(before)
    if step and not step.agreed and not reading.dropped and _stands_beside(pending, step, today):
        return None
    if step is None or step.date.on is None:
        return step
    its_own = moved_from(before, reading, today)
    if step.what:
        return with_its_hour(step, its_own, reading.note) if step.is_moved or keeps_hour(step.raw) else step
    what = (reading.dropped.what if reading.dropped else "") or (its_own.what if its_own else "")
    if reading.outcome is Outcome.no_show and pending:  # another day for what nobody came to
        what = what or pending.what
    if reading.outcome is Outcome.no_show or (
        step.is_moved and step.date.at
    ):  # it was agreed before anybody wrote it down
        what = what or "call"
    return with_its_hour(replace(step, what=what), its_own or pending, reading.note) if what else None


def _stands_beside(pending: NextStep | None, wish: Step, today: date) -> bool:
    """ "wants to meet on Tuesday" is no other day for a demo, unless it is told so."""
    if pending is None or not pending.agreed or pending.on < today:
        return False
    if pending.on == wish.date.on:
        return True
    is_other = bool(wish.what) and (
        pending.what != wish.what if not is_instead(wish.raw) else not is_same(pending.what, wish.what)
    )
    return is_other and not wish.is_plan


def is_meant(pending: NextStep, dropped: Dropped) -> bool:
    if dropped.days and pending.on not in dropped.days:
        return False
    return not dropped.what or is_same(pending.what, dropped.what)
