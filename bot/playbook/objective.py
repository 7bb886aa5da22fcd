"""What one call is for: the advance wanted, never "to check in" (S17, S49, H28)."""

from datetime import date

from bot.days import written
from bot.model import Commitment, DealState, History, Side, Standing
from bot.phrases import fits_after_to, is_about_somebody_unnamed, of_theirs
from bot.playbook.circumstances import circumstance
from bot.playbook.facts import SHOWN
from bot.playbook.holds import pending_step
from bot.playbook.results import is_qualified, last_said, open_promises
from bot.playbook.tact import hint


def objective(history: History, now: Standing, today: date) -> str:
    """One sentence for the rep: what they should have in hand when they hang up."""
    told = circumstance(history, today)
    if told:
        return hint(told)
    if now.state in {DealState.definitive_due, DealState.definitive_sent, DealState.let_go_due}:
        return "A yes, a later with a month, or a no. All three are good."
    theirs = next(iter(open_promises(history, Side.theirs)), None)
    if theirs:
        about = _about_their_promise(theirs, today)
        if about:
            return about
    step = pending_step(history)
    if step and step.on >= today:
        day = "today" if step.on == today else f"on {written(step.on, today)}"
        if step.what in SHOWN:
            return (
                f"What they need to see in the {step.what} {day}, who will be there, and what follows if they like it."
            )
        return f"The {step.what} {day}: what they do next, by a day they name."
    if last_said(history) is None:
        return "Where they stand, in their own words."
    if not is_qualified(history):
        return "One small thing that they do, by a day they name."
    return "The next thing that they do, by a day they name."


def _about_their_promise(theirs: Commitment, today: date) -> str:
    """Empty of one with a day to come that is no more than a day to keep."""
    if theirs.due_on and theirs.due_on >= today and not theirs.soft:
        return ""
    if is_about_somebody_unnamed(theirs.text) or not fits_after_to(theirs.text):
        return f"Where “{theirs.text}” stands, and a day that suits them for it."
    what = of_theirs(theirs.text)
    if theirs.due_on is None:
        return f"A day by which they {what}."
    if theirs.due_on < today:
        return f"Find out whether they could {what}, or get a day that suits them better."
    return f"How sure it is that they {what} by {written(theirs.promised_on or theirs.due_on, today)}."
