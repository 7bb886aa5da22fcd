"""Does it work? What came of touches, first calls, the yes-or-no message and promises, over a time (S1, S50, S51, H46).

Counts of what *they* did. Touches stand only beneath them, as what the answers are counted against: never as a success.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import median_low

from bot.model import Commitment, CommitmentState, DecisionKind, History, Outcome, Policy, Side, Touch, Turn, TurnKind
from bot.playbook.answered import Answer, answers
from bot.playbook.dated import could_bring_a_day, ended_with_a_day
from bot.playbook.first_calls import FirstCalls, first_calls
from bot.playbook.results import ADVANCES, is_asked, is_sign_of_life, is_try, theirs
from bot.playbook.standing import ending_on

TOLD_APART = 3  # reps who promised; of two, each reads the other's by subtracting their own
ENOUGH = 20  # cases; a share of fewer says more than is known


class Drawn(StrEnum):
    """What a chart is of."""

    everything = "everything"
    promises = "promises"
    touches = "touches"
    deals = "deals"
    hours = "hours"


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
class Kept:
    """Promises of one side that fell due, or were settled before; `late` are among the `kept`.

    `still_open` are late today, as every list of promises tells it; `moved` had a day that passed, and have one to come.
    """

    due: int = 0
    kept: int = 0
    late: int = 0
    still_open: int = 0
    moved: int = 0
    late_with: Mapping[int, int] = field(default_factory=dict, compare=False, hash=False)  # by who has the deal
    by: frozenset[int] = field(default=frozenset(), compare=False)  # who of us made or noted them: never shown


@dataclass(frozen=True)
class Measures:
    touched: Touched = Touched()
    between_advances: tuple[int, ...] = ()
    talks: Talks = Talks()
    with_step: FirstCalls = field(default_factory=FirstCalls)
    without_step: FirstCalls = field(default_factory=FirstCalls)
    answers: Mapping[Answer, int] = field(default_factory=dict, hash=False)
    theirs: Kept = Kept()
    ours: Kept = Kept()

    @property
    def is_empty(self) -> bool:
        return self == Measures()


def measured(
    histories: Sequence[History], policy: Policy, members: Collection[int], first: date, today: date
) -> Measures:
    """Of these members together. A deal that was given away keeps what each did on it; its first call goes with it."""
    came = Counter(answer for history in histories for answer in answers(history, policy, members, first, today))
    owned = [history for history in histories if history.deal.owner_id in members]
    return Measures(
        touched=touched(histories, members, first, today),
        between_advances=tuple(sorted(days for history in histories for days in _between(history, members, first))),
        talks=_talks(histories, members, first),
        with_step=first_calls(owned, first, stepped=True),
        without_step=first_calls(owned, first, stepped=False),
        answers=dict(came),
        theirs=_kept(histories, members, Side.theirs, first, today),
        ours=_kept(histories, members, Side.ours, first, today),
    )


def share(part: int, whole: int) -> int | None:
    """In percent; None while there are too few cases for one."""
    return round(part / whole * 100) if whole >= ENOUGH else None


def middle(days: Sequence[int]) -> int:
    """Of an even number the lower one of the two, so that it is a case that there was."""
    return median_low(days)


def calls_logged(histories: Iterable[History], members: Collection[int], first: date, last: date) -> int:
    """Every call and message that these members put on record in these days, however many there were on one of them."""
    every = (touch for history in histories for touch in history.touches)
    return sum(touch.member_id in members and first <= touch.on <= last and is_try(touch) for touch in every)


def touched(histories: Iterable[History], members: Collection[int], first: date, last: date) -> Touched:
    """Tries of these members from the first of these days to the last, and what came of them by now."""
    tries = [one for history in histories for one in _tries(history) if first <= one.on <= last]
    tried = [one for one in tries if not one.by.isdisjoint(members)]
    answered, advanced = sum(one.answered for one in tried), sum(one.advanced for one in tried)
    return Touched(len(tried), answered, advanced, sum(one.quoted for one in tried))


@dataclass
class _Try:
    on: date
    answered: bool = False
    advanced: bool = False
    quoted: bool = False
    by: set[int] = field(default_factory=set)


def _tries(history: History) -> list[_Try]:
    """Each day on which we tried, and what came before the next one: a conversation then, a call back, a kept promise."""
    kept = [turn for promise in theirs(history) for turn in promise.turns if turn.kind is TurnKind.kept]
    tries: list[_Try] = []
    events: list[Touch | Turn] = [*filter(is_try, history.touches), *kept]
    for event in sorted(events, key=lambda one: (one.on, one.act_id)):
        touch = event if isinstance(event, Touch) else None
        if touch and not touch.inbound:
            if touch.outcome is Outcome.no_show:
                continue  # they did not come: no try of ours
            if not tries or tries[-1].on != touch.on:
                tries.append(_Try(touch.on))
            tries[-1].by.add(touch.member_id)
        if tries:
            tries[-1].answered |= touch is None or is_sign_of_life(touch)
            tries[-1].quoted |= touch is not None and bool(touch.said)
            tries[-1].advanced |= touch is not None and touch.result in ADVANCES
    return tries


def _between(history: History, members: Collection[int], first: date) -> list[int]:
    """Days from each advance on the deal to the next, which one of the members brought about."""
    advances = [touch for touch in history.touches if touch.result in ADVANCES]
    brought = {touch.on for touch in advances if touch.member_id in members and touch.on >= first}
    days = sorted({touch.on for touch in advances})
    return [(later - earlier).days for earlier, later in pairwise(days) if later in brought]


def _talks(histories: Iterable[History], members: Collection[int], first: date) -> Talks:
    stepped = [
        ended_with_a_day(history, touch)
        for history in histories
        for touch in history.touches
        if touch.member_id in members and touch.on >= first and could_bring_a_day(touch)
    ]
    return Talks(len(stepped), sum(stepped))


def _kept(histories: Iterable[History], members: Collection[int], side: Side, first: date, today: date) -> Kept:
    due = kept = late = moved = 0
    late_with: Counter[int] = Counter()
    by: set[int] = set()
    made = [(history, one) for history in histories for one in _promised(history, side) if one.member_id in members]
    for history, promise in made:
        settled_on = _settled_on(promise)
        counts_on = settled_on or _passed_on(promise, today)
        if counts_on is None or not first <= counts_on <= today or _nobody_waited(history, promise, counts_on):
            continue
        due += 1
        by.add(promise.member_id)
        if promise.state is CommitmentState.kept:
            kept += 1
            late += bool(_missed(promise)) or (promise.due_on or counts_on) < counts_on
        elif settled_on is None and _is_owed(history, side, today):
            is_late = promise.due_on is not None and promise.due_on < today
            moved += not is_late
            late_with[history.deal.owner_id] += is_late
    return Kept(due, kept, late, late_with.total(), moved, +late_with, by=frozenset(by))


def _nobody_waited(history: History, promise: Commitment, due_on: date) -> bool:
    """Of theirs, open when the deal ended and due only then or later: it was neither kept nor broken."""
    ending = ending_on(history, due_on) if _settled_on(promise) is None else None
    return ending is not None and ending.on <= due_on and not _is_owed(history, promise.side, due_on)


def _is_owed(history: History, side: Side, today: date) -> bool:
    """An open promise, as every list tells it: what we promised somebody stays ours to keep after they signed."""
    ending = ending_on(history, today)
    return ending is None or (side is Side.ours and ending.kind is DecisionKind.won)


def _promised(history: History, side: Side) -> list[Commitment]:
    """With a day to be kept by; what a colleague asked of the owner was promised by nobody."""
    return [
        one
        for one in history.commitments
        if one.side is side and one.due_on and one.state is not CommitmentState.withdrawn
        if not is_asked(history, one)
    ]


def _settled_on(promise: Commitment) -> date | None:
    return promise.turns[-1].on if promise.state is not CommitmentState.open else None


def _passed_on(promise: Commitment, today: date) -> date | None:
    """The last day of it that has passed unkept: today is not over, and a new day takes back no old one."""
    days = (*_missed(promise), promise.due_on)
    return max((day for day in days if day and day < today), default=None)


def _missed(promise: Commitment) -> list[date]:
    """Days that were moved only once they had passed. A day read wrongly, or while they are away, was no day of it."""
    missed: list[date] = []
    due = promise.first_due_on
    for turn in promise.turns:
        if turn.kind is TurnKind.moved and due and due < turn.on:
            missed.append(due)
        due = turn.due_on or due
    return missed
