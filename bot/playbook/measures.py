"""Does it work? What came of touches, first calls, the yes-or-no message and promises, over a time (S1, S50, S51, H46).

Counts of what *they* did. Touches stand only beneath them, as what the answers are counted against: never as a success.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median_low

from bot.model import (
    Commitment,
    CommitmentState,
    DecisionKind,
    History,
    Outcome,
    Policy,
    Result,
    Side,
    Touch,
    Turn,
    TurnKind,
)
from bot.playbook.answered import Answer, answers
from bot.playbook.dated import could_bring_a_day, ended_with_a_day
from bot.playbook.results import GOING_DARK, is_heard, is_sign_of_life, theirs

ENOUGH = 20  # cases; a share of fewer says more than is known
_ADVANCES = frozenset({Result.advance, Result.order})
_OVER = frozenset({Result.order, Result.no_sale})  # nothing is left to agree on


@dataclass(frozen=True)
class Touched:
    """All tries on one deal on one day are one touch (H37)."""

    touches: int = 0
    answered: int = 0
    advanced: int = 0
    quoted: int = 0  # of the answered: with their own words on record


@dataclass(frozen=True)
class Talks:
    """Conversations, and those that ended with a next step."""

    talks: int = 0
    stepped: int = 0


@dataclass(frozen=True)
class FirstCalls:
    """First conversations, how many of these deals went quiet later, and the days that the decided ones took."""

    calls: int = 0
    quiet: int = 0
    days_to_decision: tuple[int, ...] = ()


@dataclass(frozen=True)
class Kept:
    """Promises of one side that fell due, or were settled before; `late` are among the `kept`, `still_open` are not."""

    due: int = 0
    kept: int = 0
    late: int = 0
    still_open: int = 0


@dataclass(frozen=True)
class Measures:
    touched: Touched = Touched()
    between_advances: tuple[int, ...] = ()
    talks: Talks = Talks()
    with_step: FirstCalls = FirstCalls()
    without_step: FirstCalls = FirstCalls()
    answers: Mapping[Answer, int] = field(default_factory=dict, hash=False)
    theirs: Kept = Kept()
    ours: Kept = Kept()

    @property
    def is_empty(self) -> bool:
        return self == Measures()


def measured(histories: Sequence[History], policy: Policy, first: date, today: date) -> Measures:
    """Over all of them together: nobody's own figures can be read from it."""
    came = Counter(answer for history in histories for answer in answers(history, policy, first, today))
    return Measures(
        touched=_touched(histories, first),
        between_advances=tuple(sorted(days for history in histories for days in _between(history, first))),
        talks=_talks(histories, first),
        with_step=_first_calls(histories, first, stepped=True),
        without_step=_first_calls(histories, first, stepped=False),
        answers=dict(came),
        theirs=_kept(histories, Side.theirs, first, today),
        ours=_kept(histories, Side.ours, first, today),
    )


def share(part: int, whole: int) -> int | None:
    """In percent; None while there are too few cases for one."""
    return round(part / whole * 100) if whole >= ENOUGH else None


def middle(days: Sequence[int]) -> int:
    """Half of the cases took no longer than that."""
    return median_low(days)


def _touched(histories: Iterable[History], first: date) -> Touched:
    tried = [one for history in histories for one in _tries(history) if one.on >= first]
    answered, advanced = sum(one.answered for one in tried), sum(one.advanced for one in tried)
    return Touched(len(tried), answered, advanced, sum(one.quoted for one in tried))


@dataclass
class _Try:
    on: date
    answered: bool = False
    advanced: bool = False
    quoted: bool = False


def _tries(history: History) -> list[_Try]:
    """Each day on which we tried, and what came before the next one: a conversation then, a call back, a kept promise."""
    kept = [turn for promise in theirs(history) for turn in promise.turns if turn.kind is TurnKind.kept]
    tries: list[_Try] = []
    events: list[Touch | Turn] = [*history.touches, *kept]
    for event in sorted(events, key=lambda one: (one.on, one.act_id)):
        touch = event if isinstance(event, Touch) else None
        if touch and not touch.inbound:
            if touch.outcome is Outcome.no_show:
                continue  # they did not come: no try of ours
            if not tries or tries[-1].on != touch.on:
                tries.append(_Try(touch.on))
        if tries:
            tries[-1].answered |= touch is None or is_sign_of_life(touch)
            tries[-1].quoted |= touch is not None and bool(touch.said)
            tries[-1].advanced |= touch is not None and touch.result in _ADVANCES
    return tries


def _between(history: History, first: date) -> list[int]:
    """Days from each advance on the deal to the next."""
    days = sorted({touch.on for touch in history.touches if touch.result in _ADVANCES})
    return [(later - earlier).days for earlier, later in pairwise(days) if later >= first]


def _talks(histories: Iterable[History], first: date) -> Talks:
    stepped = [
        ended_with_a_day(history, touch)
        for history in histories
        for touch in history.touches
        if touch.on >= first and could_bring_a_day(touch)
    ]
    return Talks(len(stepped), sum(stepped))


def _first_calls(histories: Iterable[History], first: date, *, stepped: bool) -> FirstCalls:
    calls = quiet = 0
    days: list[int] = []
    for history in histories:
        call = next((touch for touch in history.touches if is_sign_of_life(touch)), None)
        if call is None or call.result in _OVER or ended_with_a_day(history, call) is not stepped:
            continue
        if call.on >= first:
            calls += 1
            quiet += _went_quiet(history, call)
        decided = _decided_on(history, call)
        if decided and decided >= first:
            days.append((decided - call.on).days)
    return FirstCalls(calls, quiet, tuple(sorted(days)))


def _went_quiet(history: History, call: Touch) -> bool:
    """Whether two touches in a row have ever gone unanswered after it."""
    since = history.touches[history.touches.index(call) + 1 :]
    days: set[date] = set()
    for touch in since:
        if is_sign_of_life(touch):
            days.clear()
        elif is_heard(touch) and touch.outcome is not Outcome.no_show:
            days.add(touch.on)
        if len(days) >= GOING_DARK:
            return True
    return False


def _decided_on(history: History, call: Touch) -> date | None:
    """Their first yes or no after the first call: an order, won, lost. Letting go is our decision, not theirs."""
    endings = [d.on for d in history.decisions if d.kind in {DecisionKind.won, DecisionKind.lost}]
    orders = [touch.on for touch in history.touches if touch.result is Result.order]
    return min((day for day in (*endings, *orders) if day >= call.on), default=None)


def _kept(histories: Iterable[History], side: Side, first: date, today: date) -> Kept:
    due = kept = late = still_open = 0
    for promise in (one for history in histories for one in history.commitments if one.side is side):
        settled_on = _settled_on(promise)
        counts_on = settled_on or promise.due_on
        if promise.soft or promise.due_on is None or promise.state is CommitmentState.withdrawn or counts_on is None:
            continue
        if counts_on < first or counts_on > today or (counts_on == today and settled_on is None):
            continue  # today is not over
        due += 1
        still_open += settled_on is None
        if promise.state is CommitmentState.kept:
            kept += 1
            late += counts_on > promise.due_on
    return Kept(due, kept, late, still_open)


def _settled_on(promise: Commitment) -> date | None:
    return promise.turns[-1].on if promise.state is not CommitmentState.open else None
