"""Where a deal is on the map of docs/playbook.md ("The way of a deal"), told from its history alone."""

from datetime import date

from bot.model import DealState, Decision, DecisionKind, History, Policy, Side
from bot.playbook.agenda import due_today
from bot.playbook.holds import held_until, holding, pending_step
from bot.playbook.results import open_promises
from bot.playbook.standing import standing

_STATES = {
    DealState.won: "won",
    DealState.lost: "lost",
    DealState.nurture: "let go",
    DealState.do_not_contact: "do not contact",
    DealState.going_dark: "going dark",
    DealState.definitive_due: "yes-or-no due",
    DealState.definitive_sent: "yes-or-no sent",
    DealState.let_go_due: "to close",
}
_HOLDS = {DecisionKind.keep: "kept", DecisionKind.absent: "away", DecisionKind.later: "put off"}


def place(history: History | None, policy: Policy, today: date) -> str:
    if history is None:
        return "not here"
    hold = _hold(history, today)
    state = standing(history, policy, today).state
    ended = state in {DealState.won, DealState.lost, DealState.nurture, DealState.do_not_contact}
    if hold and not ended:
        return _HOLDS[hold.kind]
    if state in _STATES:
        return _STATES[state]
    if due_today(history, policy, today):
        return "due"
    return _awaited(history, today) or ("new" if state is DealState.unknown else "touched")


def _hold(history: History, today: date) -> Decision | None:
    hold = holding(history) if held_until(history) else None
    return hold if hold and hold.until_on and today < hold.until_on else None


def _awaited(history: History, today: date) -> str:
    """What comes next of what was agreed: whose promise, or which day."""
    step = pending_step(history)
    if step:
        return "put off" if step.purpose else "step booked"
    ours, theirs = (
        [promise.due_on for promise in open_promises(history, side) if promise.due_on and promise.due_on >= today]
        for side in (Side.ours, Side.theirs)
    )
    if ours and (not theirs or min(ours) <= min(theirs)):
        return "waiting on us"
    return "waiting on them" if theirs else ""
