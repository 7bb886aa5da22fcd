"""What one line tells of a call: each fact that is read has its place here, and what is not read stays in the note."""

from dataclasses import dataclass
from datetime import date

from bot.model import Outcome, Result
from bot.reading.calendar.datewords import DateReading
from bot.reading.naming.phones import Number
from bot.reading.outcome.delivered import Delivered
from bot.reading.outcome.told import InTouch
from bot.reading.people.successor import Successor
from bot.reading.promises.moving import Moved
from bot.reading.promises.promised import Promised
from bot.reading.steps.steps import Dropped, Step
from bot.reading.waits.absence import Away


@dataclass(frozen=True)
class CallReading:
    """`delivered` and `dropped` are settled against what is open on the deal; `away` is their absence.

    `called_on` is the day of a call that is told later; `gone` is who does not work there any more.
    """

    who: str
    outcome: Outcome
    result: Result
    said: str
    contact: str
    promises: tuple[Promised, ...]
    next_step: Step | None
    not_before: DateReading | None
    note: str
    dropped: Dropped | None = None
    delivered: tuple[Delivered, ...] = ()
    away: Away | None = None
    called_on: date | None = None
    successor: Successor | None = None
    gone: str = ""
    moved: tuple[Moved, ...] = ()
    new_days: tuple[Moved, ...] = ()  # the same in words that move only a promise of that thing
    number: Number | None = None
    hold: str = ""  # why nothing happens before `not_before`, when they did not ask for it
    answered: tuple[str, ...] = ()  # who there decided: "cfo"; empty text for the contact
    unsure_step: Step | None = None  # agreed, for a day that has two readings
    is_contact: bool = True  # else nothing was tried: a note, or how things stand
    is_summary: bool = False  # several tries told at once, and no talk
    is_away_openly: bool = False  # and nobody knows until when
    in_writing: bool = False  # what they told came as an e-mail
    rests_on_promises: bool = False  # it is an advance by what they take on alone
    has_ordered: bool = False  # they tell that they order, and nothing is signed
    perhaps_lost: bool = False  # it begins with "lost", and what was lost may be something else
    given_up: tuple[str, ...] = ()  # acts that they will not do any more: "send diary"
    rang: tuple[InTouch, ...] = ()  # they called or wrote, by which their promise to is kept
    unread: str = ""  # where what is too long to be read begins; all of it is in the note
    others: tuple[str, ...] = ()  # who else is there, by name: a stand-in, "his boss Ada Holt"
    came: bool = False  # they wrote, or handed something over, and nobody spoke
