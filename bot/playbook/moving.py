"""What falls due on one day and could go to another: touches go by themselves, promises and agreed steps only when meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.model import Commitment, DealState, History, NextStep, Policy, Side, Standing
from bot.playbook.holds import open_steps
from bot.playbook.results import open_promises
from bot.playbook.standing import is_open, standing

_WAITS = frozenset({DealState.definitive_sent, DealState.let_go_due})  # their answer, or the closing day


@dataclass(frozen=True)
class Movable:
    """One thing of a day. `promise` or `step`: it is fixed, and stays unless it is ticked."""

    key: str  # "t7": the touch of deal 7, "p3": promise 3, "s9": step 9
    history: History
    standing: Standing
    promise: Commitment | None = None
    step: NextStep | None = None

    @property
    def is_fixed(self) -> bool:
        return self.promise is not None or self.step is not None


def movable(histories: Iterable[History], policy: Policy, day: date, today: date) -> list[Movable]:
    """Today also holds what was due before."""
    found = [one for history in histories for one in _of(history, policy, day, today)]
    return sorted(found, key=lambda one: (one.is_fixed, one.step.at if one.step else "", one.history.deal.label))


def _of(history: History, policy: Policy, day: date, today: date) -> list[Movable]:
    now = standing(history, policy, today)
    if not (is_open(now.state) or now.state is DealState.won):
        return []
    owed = [p for side in Side for p in open_promises(history, side) if _is_on(p.due_on, day, today)]
    owed = [p for p in owed if is_open(now.state) or p.side is Side.ours]
    steps = open_steps(history) if is_open(now.state) else ()
    agreed = [step for step in steps if step.agreed and _is_on(step.on, day, today)]
    fixed = [Movable(f"p{p.id}", history, now, promise=p) for p in owed]
    fixed += [Movable(f"s{step.id}", history, now, step=step) for step in agreed]
    is_touch = is_open(now.state) and now.state not in _WAITS and _is_on(now.next_touch_on, day, today)
    if is_touch and not agreed and not any(p.side is Side.ours for p in owed):
        return [Movable(f"t{history.deal.id}", history, now), *fixed]
    return fixed


def _is_on(due_on: date | None, day: date, today: date) -> bool:
    if due_on is None:
        return False
    return due_on <= day if day <= today else due_on == day
