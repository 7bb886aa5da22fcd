"""Days in a rep's words. Our own small rules, because no measured library is right often enough (playbook section 12).

A bare weekday is the coming one; "next Fri" asks when the nearest Friday is another; a period is due on its last
working day; what cannot be a date says so. Where two readings are defensible, both are choices.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import islice

from bot.reading.calendar.clock import time_beside
from bot.reading.calendar.datejoins import counted_from, is_bound, joined_to_end, spans, week_of
from bot.reading.calendar.daterules import NEEDS, rules_for
from bot.reading.calendar.datespelling import Spelled, spelled
from bot.reading.calendar.dateverbs import read_by_verb
from bot.reading.calendar.datewords import (
    DEADLINE,
    NOT_BEFORE,
    DateReading,
    Day,
    first_working_day,
    lead_of,
    said_before,
)
from bot.reading.calendar.feastrules import FEAST
from bot.reading.calendar.hoursalone import hours_alone
from bot.reading.calendar.inperiod import in_their_period
from bot.reading.calendar.weekdayrules import DAY_ENDS, day_end
from bot.reading.calendar.zones import zone_behind
from bot.reading.words.bounds import CLAUSES_KEPT, LONGEST_CLAUSE, MOST_DATES, split_at

_FEAST = re.compile(rf"\b(?:{FEAST}|holidays\b)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NTH = re.compile(r"\d(?:st|nd|rd|th)")
_DAY_END = re.compile(rf"\b(?:{DAY_ENDS})\b")
_AFTER_EVENT = re.compile(
    r"\b(?:until\s+)?after\s+(?:(?:the|their|her|his|our)\s+)?[a-z][\w'’-]+(?:\s+[a-z][\w'’-]+){0,2}?\s+$"
)
_BEHIND = re.compile(r"^(?:not\s+)?(?:until\s+)?after\b", re.IGNORECASE)
_FROM_THEN = re.compile(
    r"^\s*,?\s*(?:(?:at\s+)?(?:the\s+)?(?:very\s+)?earliest|onwards?|or\s+later|and\s+after|on)(?=\s*(?:$|[,.;)]))",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^(?:by|on|before|until|til|till|after|from|due|since)\s+(?:the\s+)?", re.IGNORECASE)
_NEVER = re.compile(r"(?:\b(?:not|never|nothing|cannot|cant|wont|dont)|n['’]t)\b[^,;.]*$", re.IGNORECASE)


def find_dates(
    text: str, today: date, *, day_first: bool = True, now: time | None = None, alone: bool = True
) -> tuple[DateReading, ...]:
    """Every date in a clause, in order and not overlapping; with `now` and `alone` also a time, where no day is named."""
    return _found(split_at(text, LONGEST_CLAUSE)[0], Day(today, day_first, now), alone=alone)


def read_date(text: str, today: date, *, day_first: bool = True, now: time | None = None) -> DateReading | None:
    """A phrase typed as a date, the first one in it; None when there is none."""
    day = Day(today, day_first, now)
    text = split_at(text, LONGEST_CLAUSE)[0]
    found = _found(text.strip(" ,;"), day, whole=True) or _found(text, day)
    return found[0] if found else None


def _found(typed: str, day: Day, *, whole: bool = False, alone: bool = True) -> tuple[DateReading, ...]:
    words = spelled(typed)
    if words is None:
        return ()
    text = words.text
    timed = _timed(tuple(_told(reading, words, typed) for reading in _kept(text, day, whole=whole)), text, day)
    timed = in_their_period(tuple(timed), text)
    readings = tuple(spans(tuple(_behind(reading, text) for reading in timed), text))
    if not readings and alone and not whole:
        readings = tuple(hours_alone(text, day))[:1]
    return tuple(_as_typed(reading, words, typed) for reading in readings)


@lru_cache(maxsize=CLAUSES_KEPT)
def _kept(text: str, day: Day, *, whole: bool) -> tuple[DateReading, ...]:
    """The longest reading where several begin; a day and the end of a day that stand together are one."""
    found = sorted(_candidates(text, day, whole=whole), key=lambda one: (one[0].start, -one[0].end))
    kept: list[tuple[DateReading, bool]] = []
    for reading, ends_a_day in found:
        last, last_ends = kept[-1] if kept else (reading, ends_a_day)
        if kept and reading.start < last.end:
            continue
        joined = joined_to_end(last, reading, text, ends=ends_a_day) if kept and ends_a_day != last_ends else None
        if joined:
            kept[-1] = (joined, False)
        else:
            kept.append((reading, ends_a_day))
    return tuple(reading for reading, _ in kept[:MOST_DATES])


def _candidates(text: str, day: Day, *, whole: bool) -> Iterator[tuple[DateReading, bool]]:
    """(a reading, whether it is only the end of a day)."""
    pieces = f"{text}{'#th' if _NTH.search(text) else '#'}" if _DIGIT.search(text) else text
    there = frozenset(need for need in NEEDS if need in pieces)
    for rule in rules_for(there, whole=whole):
        for match in islice(rule.pattern.finditer(text), MOST_DATES):
            lead = lead_of(match)
            reading = read_by_verb(rule, match, day, lead)
            if reading and not is_bound(text, match.start()):
                counted = counted_from(week_of(_placed(reading, match, lead), text), text, lead)
                if counted:
                    yield counted, rule.read is day_end


def _placed(reading: DateReading, match: re.Match[str], lead: str) -> DateReading:
    """Where it stands, and whether the word before it makes it a deadline or a start: "won't until May" is a start."""
    is_start = lead in NOT_BEFORE or (lead == "until" and bool(said_before(_NEVER, match.string, match.start())))
    return replace(
        reading,
        start=match.end() - len(_said(match).lstrip()),
        end=match.end(),
        not_before=reading.not_before or (is_start and (lead == "after" or not reading.spans)),
        by=reading.by or lead in DEADLINE or (lead == "until" and not is_start),
    )


def _said(match: re.Match[str]) -> str:
    """The words of the day, without the verb that showed that they are one: "cb 2 weeks"."""
    return match[0].removeprefix(match.groupdict().get("verb") or "")


def _timed(readings: tuple[DateReading, ...], text: str, day: Day) -> Iterator[DateReading]:
    """Each with the time beside it; a time between two days is the first one's."""
    last = 0
    for at, reading in enumerate(readings):
        upto = readings[at + 1].start if at + 1 < len(readings) else len(text)
        found = _with_time(reading, text, day)
        yield _from_then(found if last <= found.start and found.end <= upto else reading, text)
        last = max(reading.end, found.end if found.end <= upto else 0)


def _with_time(reading: DateReading, text: str, day: Day) -> DateReading:
    zoned = zone_behind(text, reading.end) if reading.at and not reading.problem else None
    if zoned:
        return replace(reading, zone=zoned.zone, end=zoned.end)
    beside = None if reading.problem else time_beside(text, reading.start, reading.end)
    if beside:
        by = reading.by or beside.how in {"by", "before", "no later than"}
        reading = replace(
            reading, at=beside.at, about=beside.about, zone=beside.zone, start=beside.start, end=beside.end, by=by
        )
    said = text[reading.start : reading.end]
    is_todays = bool(reading.at and reading.choices and reading.choices[0] == day.today)
    if not is_todays or reading.zone or "wd_" not in said:
        return reading  # in another zone it may be over already
    if _DAY_END.search(said):
        return replace(reading, on=day.today, choices=())  # "Thu EOD", on a Thursday
    is_over = day.now is not None and reading.at <= f"{day.now:%H:%M}"
    return (
        replace(reading, on=reading.choices[-1], choices=()) if is_over else reading
    )  # "Thu 9am", at ten on a Thursday


def _from_then(reading: DateReading, text: str) -> DateReading:
    """ "1 May earliest", "30 March onwards"."""
    found = None if reading.by or reading.past else _FROM_THEN.match(text[reading.end :])
    return replace(reading, not_before=True, end=reading.end + found.end()) if found else reading


def _behind(reading: DateReading, text: str) -> DateReading:
    """ "after the 20th" begins on the 21st, "after next week" on the Monday behind it; "after Fri 3pm" on that day."""
    if reading.spans and not reading.by and (event := said_before(_AFTER_EVENT, text, reading.start)):
        return _behind(replace(reading, start=event.start(), not_before=True), text)
    said = text[reading.start : reading.end]
    if reading.at or not reading.not_before or not _BEHIND.match(said) or _FEAST.search(said):
        return reading  # a feast's rule knows which days are behind it
    last = reading.last_on or reading.on
    behind = last + timedelta(days=1) if last else None
    return replace(
        reading,
        on=first_working_day(behind) if behind else None,
        behind=behind,
        first_on=None,
        last_on=None,
        choices=tuple(first_working_day(choice + timedelta(days=1)) for choice in reading.choices),
    )


def _told(reading: DateReading, words: Spelled, typed: str) -> DateReading:
    """With the words that it came from, without those of its time."""
    return replace(reading, text=typed[words.at[reading.start] : words.at[reading.end]].strip())


def _as_typed(reading: DateReading, words: Spelled, typed: str) -> DateReading:
    """The same where it stands in what was typed."""
    start, end = words.at[reading.start], words.at[reading.end]
    said = reading.text or typed[start:end].strip()
    bare = _LEADS.sub("", said)
    return replace(
        reading, start=start, end=end, text=said, problem=reading.problem.replace("{said}", said).replace("{day}", bare)
    )
