"""What one call is for: the advance wanted, never "to check in" (S17, S49, H28)."""

from datetime import date

from bot.days import written
from bot.model import DealState, History, Side, Standing
from bot.phrases import said_after
from bot.playbook.cadence import pending_step
from bot.playbook.results import is_qualified, last_said, open_promises


def objective(history: History, now: Standing, today: date) -> str:
    """One sentence for the rep: what they should have in hand when they hang up."""
    if now.state in {DealState.definitive_due, DealState.definitive_sent, DealState.let_go_due}:
        return "A yes, a later with a month, or a no. All three are good."
    theirs = next(iter(open_promises(history, Side.theirs)), None)
    if theirs and theirs.due_on and theirs.due_on < today:
        return f"{said_after('Find out whether they could', theirs.text)}, or get a day that suits them better."
    if theirs and (theirs.due_on is None or theirs.soft):
        return f"{said_after('A day by which they', theirs.text)}."
    step = pending_step(history)
    if step and step.on >= today:
        return f"What comes after the {step.what} of {written(step.on, today)}, with a day."
    if last_said(history) is None:
        return "Where they stand, in their own words."
    if not is_qualified(history):
        return "One small thing that they do, by a day they name."
    return "The next thing that they do, by a day they name."
