"""Where several deals stand together: counts, and the few that are shown, each told from its own history. No guesses (S2, S9).

A time lies behind; what is open is as it is today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.model import Commitment, Decision, History, Side, Touch, Turn, TurnKind

_WEEK = 7


@dataclass(frozen=True)
class Promises:
    """Of one side: open ones, those that are late, what became of others in the time, and the first of the open."""

    open: int = 0
    late: int = 0
    turned: Mapping[TurnKind, int] = field(default_factory=dict)
    given_another_day: int = 0  # of a time: what fell into it until it got another day
    shown: Sequence[tuple[History, Commitment]] = ()


@dataclass(frozen=True)
class Overview:
    first: date
    last: date
    open: int
    promises: Mapping[Side, Promises]
    is_period: bool = False  # the promises are those whose day falls in the time
    moved: Sequence[tuple[History, Commitment]] = ()  # got another day in the time, or were not kept
    moved_count: int = 0
    advanced: Sequence[tuple[History, Touch]] = ()
    advanced_count: int = 0
    ended: Sequence[tuple[History, Decision]] = ()
    ended_count: int = 0
    unagreed: Sequence[History] = ()
    unagreed_count: int = 0
    unknown: Sequence[History] = ()
    unknown_count: int = 0
    uncontacted: Sequence[History] = ()
    uncontacted_count: int = 0
    last_contact_on: date | None = None


def since_monday(today: date) -> date:
    """The Monday that is compared with: on a Monday the one before, else this week would be empty."""
    return today - timedelta(days=today.weekday() or _WEEK)


def day_before(promise: Commitment, turn: Turn) -> date | None:
    """The day that it had until that turn."""
    day = promise.first_due_on
    for earlier in promise.turns[: promise.turns.index(turn)]:
        day = earlier.due_on or day
    return day


def taken_on(history: History, touch: Touch) -> Commitment | None:
    """What they promised in that conversation."""
    made = (p for p in history.commitments if p.act_id == touch.act_id and p.side is Side.theirs)
    return next(made, None)
