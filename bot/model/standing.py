"""Where a deal stands, and the figures of the sales rules by which that is judged. Only frozen data."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class DealState(StrEnum):
    """Where the deal stands, derived by bot.playbook.standing."""

    unknown = "unknown"  # nobody has recorded a word of theirs
    active = "active"
    going_dark = "going_dark"  # two or more unanswered touches
    definitive_due = "definitive_due"
    definitive_sent = "definitive_sent"
    let_go_due = "let_go_due"
    nurture = "nurture"  # let go; sleeps until they wake it
    do_not_contact = "do_not_contact"
    won = "won"
    lost = "lost"


OPEN_STATES = frozenset(
    {
        DealState.unknown,
        DealState.active,
        DealState.going_dark,
        DealState.definitive_due,
        DealState.definitive_sent,
        DealState.let_go_due,
    }
)


class Temperature(StrEnum):
    hot = "hot"
    warm = "warm"
    cool = "cool"
    cold = "cold"


@dataclass(frozen=True)
class Policy:
    """The organisation's sales rules in figures (playbook section 10.2). Days are calendar days."""

    min_gap: int = 7
    long_gap: int = 14  # after the second unanswered touch
    max_gap: int = 21
    unanswered_to_definitive: int = 3
    definitive_after_days: int = 21
    definitive_wait: int = 7
    let_go_by_itself: int = 0  # deals on a closing day, at most, when the wait is over; said out loud, and undoable
    closing_lines: int = 5  # how many deals the closing day asks about
    treadmill_touches: int = 3
    talk_minutes: int = 10  # what a conversation, its preparation and any other try are taken to last (S14-S16)
    prep_minutes: int = 5
    attempt_minutes: int = 2
    hourly_rate: int = 0  # of a rep, in `currency`; 0: nobody counts money
    currency: str = ""
    whale_top_1: int = 30  # percent of four weeks' minutes that are too much for one deal
    whale_top_3: int = 50
    stale_after_days: int = 30
    digest_lines: int = 10
    new_deals_a_day: int = 5  # how many imported deals wake on one day, a rep
    day_ends_at: time = time(17, 0)


@dataclass(frozen=True)
class Course:
    """How a deal goes on, derived from a history on one day: all that a list asks of it."""

    state: DealState
    next_touch_on: date | None
    why: str  # why that day, for the rep: "quiet since Thu 12 Feb"
    unanswered: int  # heard touches since their last sign of life


@dataclass(frozen=True)
class Standing(Course):
    """The answer to "where are we?", derived from a history on one day."""

    temperature: Temperature
    temperature_why: str
    touches_since_advance: int
    last_contact_on: date | None
