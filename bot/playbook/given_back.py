"""What ending deals brought: those that ended, those that came back after all, and the time that is free again (H48-H52).

Whatever ends a deal gives its time back: letting go, or their no. What they had taken is told, never what might have been.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model import Decision, DecisionKind, History, Policy, Result
from bot.playbook.effort import effort
from bot.playbook.results import is_sign_of_life
from bot.playbook.standing import ending_on

_NOES = frozenset({DecisionKind.lost, DecisionKind.do_not_contact})


@dataclass(frozen=True)
class GivenBack:
    """Counts of deals; the minutes are all that the deals took which ended in that time and still rest."""

    won: int = 0
    lost: int = 0
    let_go: int = 0
    won_back: int = 0
    signed_since: int = 0  # of those won back in that time
    minutes_let_go: int = 0
    minutes_of_noes: int = 0


def given_back(owned: Iterable[History], policy: Policy, first: date, today: date) -> GivenBack:
    won = lost = let_go = won_back = signed = freed = declined = 0
    for history in owned:
        ended = _ended_as(history, first, today)
        won += ended is DecisionKind.won
        lost += ended in _NOES
        ends = [d for d in history.decisions if d.kind is DecisionKind.let_go and d.on <= today]
        let_go += any(first <= end.on for end in ends)
        back = _back(history, ends, first, today)
        won_back += back is not None
        signed += back is not None and _signed_since(history, back)
        ending = _resting(history, first, today)
        minutes = effort(history.touches, policy).minutes if ending else 0
        freed += minutes if ending and ending.kind is DecisionKind.let_go else 0
        declined += minutes if ending and ending.kind is not DecisionKind.let_go else 0
    return GivenBack(won, lost, let_go, won_back, signed, freed, declined)


def _ended_as(history: History, first: date, today: date) -> DecisionKind | None:
    """How it ended in that time, unless it was brought here so by an import."""
    ending = ending_on(history, today)
    is_imported = ending is not None and not history.touches and ending.on == history.deal.created_on
    return None if ending is None or is_imported or not first <= ending.on <= today else ending.kind


def _back(history: History, ends: Sequence[Decision], first: date, today: date) -> int | None:
    """The act by which it went on in that time after a let-go: it was reopened, or they spoke again and said no no."""
    acts = [
        act_id
        for act_id, on in (*_reopened(history), *_spoke(history))
        if first <= on <= today and any(end.act_id < act_id for end in ends)
    ]
    return min(acts, default=None)


def _reopened(history: History) -> list[tuple[int, date]]:
    return [(d.act_id, d.on) for d in history.decisions if d.kind is DecisionKind.reopened]


def _spoke(history: History) -> list[tuple[int, date]]:
    """With the act that told so; a call that ended in a no brought nothing back."""
    declined_on = {d.on for d in history.decisions if d.kind in _NOES}
    spoke = [t for t in history.touches if is_sign_of_life(t) and t.result is not Result.no_sale]
    return [(touch.act_id, touch.on) for touch in spoke if touch.on not in declined_on]


def _signed_since(history: History, act_id: int) -> bool:
    won = any(d.kind is DecisionKind.won and d.act_id >= act_id for d in history.decisions)
    return won or any(touch.result is Result.order and touch.act_id >= act_id for touch in history.touches)


def _resting(history: History, first: date, today: date) -> Decision | None:
    """The let-go or the no by which the deal is off the list since that time."""
    told = [
        d for d in history.decisions if d.kind in {DecisionKind.let_go, DecisionKind.reopened, DecisionKind.won, *_NOES}
    ]
    last = told[-1] if told else None
    if last is None or last.kind in {DecisionKind.reopened, DecisionKind.won} or not first <= last.on <= today:
        return None
    came_back = any(act_id > last.act_id for act_id, _ in _spoke(history))
    return None if last.kind is DecisionKind.let_go and came_back else last
