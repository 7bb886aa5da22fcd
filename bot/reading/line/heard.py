"""What a call line has told so far. Whoever reads a clause of it adds to this, and to nothing else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from bot.model import Side
from bot.reading.calendar.datewords import FRIDAY, DateReading
from bot.reading.dates import find_dates
from bot.reading.naming.phones import Number
from bot.reading.outcome.delivered import Delivered
from bot.reading.people.successor import Successor
from bot.reading.promises.lists import act_shared, parted, with_act
from bot.reading.promises.moving import Moved
from bot.reading.promises.promised import Promised
from bot.reading.promises.wishes import Wish
from bot.reading.steps.steps import Dropped, Step
from bot.reading.waits.absence import Away
from bot.reading.words.daynames import MONTH


@dataclass(frozen=True)
class Day:
    today: date
    day_first: bool
    people: Sequence[str] = ()
    colleagues: Sequence[str] = ()  # ours: what they do is our promise
    now: time | None = None  # where it is known, "call back 4ish" is today's
    is_order_sure: bool = False  # both sides write day and month in the same order
    read: dict[str, tuple[DateReading, ...]] = field(default_factory=dict, compare=False)  # each clause's days, once


@dataclass(frozen=True)
class Needed:
    """They need something of ours by that day, and nobody told what."""

    day: DateReading
    typed: str


@dataclass
class Heard:
    """What a line has told so far, and what one clause leaves for the next."""

    day: Day
    said: str
    contact: str
    is_sure: bool = True  # what they said was told by a verb of speech: only then is it an order, a yes or a no
    promises: list[Promised] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # of these, what is too long or too much
    delivered: list[Delivered] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    step: Step | None = None
    is_new_step: bool = False  # the clause before told it
    unsure_step: Step | None = None  # its day has two readings
    dropped: Dropped | None = None
    not_before: DateReading | None = None
    hold: str = ""  # why nothing happens before that day, when they did not ask for it
    away: Away | None = None
    left: date | None = None  # since when they are away, where a clause told no end of it
    answered: list[str] = field(default_factory=list)  # who there decided: "cfo"
    body: str = ""  # all its clauses as they stand, with what parts them
    before: str = ""  # the clause before, as it was read
    doer: Side | None = None  # whose act the clause before told
    actor: str = ""  # of theirs: the person who was named last as doing or saying something, for "she" and "he"
    wish: Wish = field(default_factory=Wish)
    successor: Successor | None = None
    gone: str = ""
    others: list[str] = field(default_factory=list)  # who is named there beside whom it was with
    number: Number | None = None
    named_last: DateReading | None = None  # the day to which "then" points
    decides: tuple[DateReading, str] | None = None  # after which day they decide, and the words that say so
    gathering: DateReading | None = None  # when their board sits, as the clause before told: "she presents us" is then
    named_kind: str = ""  # of a meeting, in the clause before: its day may follow
    awaiting: str = ""  # the kind of step in the clause before, whose day this one may tell
    puts_off: bool = False  # the clause before said "later", and this one may say until when
    wants: bool = False  # the clause before told what they want: a start behind it is wanted too
    busy_until: str = ""  # the hour that the clause before told: they can be reached after it
    rang_off: bool = False  # behind what they said: where it is a time alone, we call then
    picked_up: bool = False  # the clause before told that they came to the phone: they go on
    is_letter: bool = False  # they wrote it: its "we" is told apart by whoever reads the letter
    finds_out: bool = False  # the clause before told that we ask first: what we have then is our answer
    has_asked: bool = False  # they had questions: who answers them is we
    is_named: bool = False  # the clause said "it", of what they want
    is_filled: bool = False  # the clause left words out, which were put back
    in_hand: str = (
        ""  # the paper that lies with one of theirs, as the clause before told: "she has it back Fri" is that
    )
    their_thing: str = ""  # what the clause before said they have, and may send: "has questions"
    they_signed: bool = False  # the clause before told that they have: who countersigns now is we
    is_instead: bool = False  # the clause gives a day instead of another
    bid: str = ""  # what they want answered by whoever wants to sell: "RFI"
    is_again: bool = False  # the clause gives the new day of what was not done
    listed: Side | None = None  # whose the clause before was, by "on me:"; what is listed behind it is theirs as well
    undone_by: Side | None = None  # ours, where we were late
    was_undone: bool = False  # the clause before told it
    undone: str = ""  # what they have not done, as the clause before told: its new day may follow
    is_met: bool = False  # somebody there is quoted, or named as the one who spoke
    has_signalled: bool = False  # they will give a sign once something has happened
    their_words: bool = False  # the clause before told that they wrote: its "we" is theirs
    agrees: bool = False  # the clause before was their yes: what they "would" do they will
    has_ordered: bool = False  # they tell that they order
    needed: Needed | None = None  # by when: what we promise behind it is due then
    is_first: bool = True
    is_headed: bool = False  # the name of one of theirs stands before the line
    is_missed: bool = False  # they did not come: a day behind it is when it takes place instead
    has_tried_at: bool = False  # the clauses before tell at which hours nobody answered
    on_condition: bool = False  # the clause before was the condition of this one
    is_asked: bool = False  # the clause is a duty of ours that nobody put as a promise
    act_shared: str = ""  # of the clause before: "Rose sends"
    has_just_promised: int = 0  # how many promises the clause before made

    def parts(self, clause: str) -> Iterator[str]:
        """Each thing with a day of its own, and the act that it shares with the thing before."""
        dates = dates_in(clause, self.day)
        whole = with_act(clause, dates, self.act_shared)
        for part in parted(whole, dates if whole is clause else dates_in(whole, self.day)):
            self.act_shared = act_shared(part, dates_in(part, self.day))
            yield part

    @property
    def people(self) -> Sequence[str]:
        """Who is known there; else whom the line names."""
        return self.day.people or ((self.contact,) if self.contact else ())


_PAIR = re.compile(r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\b")
_WEEK_OF = re.compile(r"(?:the\s+)?(?:w(?:ee)?k\s+of|w/c|wc|week\s+commencing)\b", re.IGNORECASE)
_FAR_AHEAD, _JUST_BEEN = timedelta(days=270), timedelta(days=42)


def _near(reading: DateReading, day: Day) -> DateReading:
    """Of two days, one that is about to be a year ahead is not what a call ends with: "4/3" in March is no 4 March.

    Nor is a weekend, where the order of the place gives a working day: "4/7" is Tuesday 7 April, and no Saturday in July.
    """
    if reading.not_before and not any(map(str.isdigit, reading.text)):
        return reading  # "after Thanksgiving", said right behind it: it may be in a year
    near = [on for on in reading.choices if on - day.today <= _FAR_AHEAD]
    usual = _usual(reading, day)
    if day.is_order_sure and (sure := [on for on in near if (on.month, on.day) == usual]):
        near = sure
    working = [on for on in near if on.weekday() <= FRIDAY]
    if usual and len(near) == len(reading.choices) and len(working) == 1:
        near = [on for on in working if (on.month, on.day) == usual]
    if not len(near) == 1 < len(reading.choices):
        return reading
    one = replace(reading, on=near[0], choices=())
    week = near[0] + timedelta(days=FRIDAY)
    return replace(one, on=week, first_on=near[0], last_on=week) if _WEEK_OF.match(reading.text) else one


def _usual(reading: DateReading, day: Day) -> tuple[int, int] | None:
    """Month and day of "4/7", in the order of the place; None where it is not about that order: "weds 3/19" on a Thursday."""
    pair = _PAIR.search(reading.text)
    told = {int(pair[1]), int(pair[2])} if pair else set()
    if pair is None or any({on.month, on.day} != told for on in reading.choices):
        return None
    return (int(pair[2]), int(pair[1])) if day.day_first else (int(pair[1]), int(pair[2]))


def _has_just_been(reading: DateReading, day: Day) -> bool:
    """ "promised it 3/6" on 12 March: six days ago, and neither in June nor in a year."""
    usual = _usual(reading, day) if reading.choices else None
    if usual is None:
        return False
    try:
        on = date(day.today.year, *usual)
    except ValueError:
        return False
    ahead = min(other - day.today for other in reading.choices)
    return timedelta() < day.today - on <= min(_JUST_BEEN, ahead)


_MONTH = rf"{MONTH}"
_WRITTEN = re.compile(
    rf"\b\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\b(?!\s?[/.-]\s?\d)|\b{_MONTH}\.?\s+\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b|\byear\b", re.IGNORECASE)


def _is_a_year_ahead(reading: DateReading, day: Day) -> bool:
    """ "call 11/26" on 27 November: yesterday, and not in a year."""
    if reading.on is None or reading.first_on or not _WRITTEN.search(reading.text) or _YEAR.search(reading.text):
        return False
    return reading.on - day.today > timedelta(days=364) - _JUST_BEEN


def to_come(found: Sequence[DateReading], day: Day) -> tuple[DateReading, ...]:
    """Those that a call line can mean, of two days the likelier; what has been is none, and as a deadline it is asked about."""
    return tuple(
        _near(_if_past(one), day)
        for one in found
        if not ((one.past and not one.by) or _has_just_been(one, day) or _is_a_year_ahead(one, day))
    )


def _if_past(one: DateReading) -> DateReading:
    """ "sign by yesterday": nobody takes that on."""
    return replace(one, on=None, choices=(), past=False, problem=f"“{one.text}” is past.") if one.past else one


def was_before(text: str, day: Day) -> bool:
    """Whether a clause names a day that has been: "sent it 3/9"."""
    found = find_dates(text, day.today, day_first=day.day_first, alone=False)
    return any(
        (one.past and one.on and one.on < day.today) or _has_just_been(one, day) or _is_a_year_ahead(one, day)
        for one in found
    )


_BY_HOUR = re.compile(
    r"\b(?:by|before|no\s+later\s+than)\s+(?:noon|midday|lunch(?:time)?|about\s+\d|\d{1,2}(?::\d\d|\.\d\d)?\s*(?:[ap]\.?m\b|$)|\d{1,2}:\d\d)|\b(?:in|within|inside)\s+(?:an?|one|the|half\s+an|\d{1,2}|two|three|four|five|six)\s+(?:hours?|hrs?|minutes?|mins?)\b",
    re.IGNORECASE,
)


def dates_in(text: str, day: Day) -> tuple[DateReading, ...]:
    """The days in a clause; a time alone only where it is a deadline: "from me by noon", "in an hour"."""
    if text not in day.read:
        is_by_hour = bool(day.now and _BY_HOUR.search(text))
        found = find_dates(text, day.today, day_first=day.day_first, now=day.now, alone=is_by_hour)
        day.read[text] = to_come(found, day)
    return day.read[text]
