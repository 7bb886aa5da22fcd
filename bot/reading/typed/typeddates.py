"""A phrase that was typed as a day and nothing else. Here every word counts: what stays unread is said, or asked about.

In a call line a date may stand beside anything; behind `later Acme` it may not.
"""

import re
from dataclasses import replace
from datetime import date, time

from bot.reading.calendar.clock import bare_hour, office_time, unread_time
from bot.reading.calendar.datewords import DAYS, DateReading
from bot.reading.calendar.dayrules import ordinal_day
from bot.reading.calendar.zones import zone_words
from bot.reading.dates import find_dates, read_date
from bot.reading.words.bounds import LONGEST_CLAUSE, split_at

_REASON = re.compile(r"\s*(?:[,;(]|\b(?:because|so that|as (?:he|she|they|we))\b).*$", re.IGNORECASE | re.DOTALL)
_LEADING = re.compile(
    r"^(?:(?:to|for|on|at|maybe|sometime|some time|again|call|demo|meeting|visit)\b[\s,]*)+", re.IGNORECASE
)
_PART_BEFORE = re.compile(r"\b(?:early|late|later)(?:\s+in\s+the\s+day)?\s*$", re.IGNORECASE)
_OF_DAYS = re.compile(
    r"\b(?:half|weeks?|wks?|months?|days?|fortnights?|quarter|year|first|second|third|last|before|after|not|except|end"
    r"|mid|middle|early|late|beginning|start|between|each|every|either|\d{1,2}(?:st|nd|rd|th))\b|^\s*[/-]",
    re.IGNORECASE,
)
_WEEKDAY_ONLY = re.compile(r"^(?:(?:on|by|this)\s+)?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*$", re.IGNORECASE)
_ANY_DAY = date(2026, 3, 12)  # whether words are a day does not hang on today
_NOON, _LAST_HOUR = 12, 23
_SHOWN = 60  # characters of what was typed, in a question about it
_LONGEST = 12  # words that a day takes


def typed_date(text: str, today: date, *, day_first: bool = True, now: time | None = None) -> DateReading | None:
    """The day in a phrase typed as one; with `choices` where it says more than was read."""
    text, too_much = split_at(" ".join(text.split()), LONGEST_CLAUSE)
    text, first = _without_reason(text, today, day_first, now)
    if first is None or first.problem:
        return first
    if first.choices:
        return _or_that_day(first, text[first.end :], today)
    days = [one for one in find_dates(text, today, day_first=day_first) if one.start >= first.end]
    if too_much or len(days) > 1 or first.text.lower().startswith("between"):
        return _asked(first, text, first.on, *(_begin(one) for one in days))
    if others := [one for one in days if one.on and one.on != first.on]:
        return _asked(first, text, *(_begin(one) for one in others))
    rest = text[first.end :]
    hour = bare_hour(rest)
    if hour is not None and not first.at and (named := _WEEKDAY_ONLY.match(first.text)):
        return _with_bare_hour(first, named["weekday"], hour, today)
    unread = unread_time(rest)
    before = _PART_BEFORE.sub("", _LEADING.sub("", text[: first.start]))
    if _OF_DAYS.search(before) or (not unread and _OF_DAYS.search(rest)):
        return _asked(first, text)
    unread = unread or zone_words(text[first.start : first.end])  # whoever asks for a day keeps their own clock
    return replace(first, unread=unread or (unread_time(before) if not first.at else ""))


def _without_reason(text: str, today: date, day_first: bool, now: time | None) -> tuple[str, DateReading | None]:  # noqa: FBT001
    """A reason begins behind the day, so that the comma in "Fri, Jul 18" begins none."""
    whole = read_date(text, today, day_first=day_first, now=now)
    reason = _REASON.search(text)
    if whole and reason and reason.start() < whole.start:
        bare = text[: reason.start()]
        if found := read_date(bare, today, day_first=day_first, now=now):
            return bare, found
    cut = whole.end if whole else len(text)
    return text[:cut] + _REASON.sub("", text[cut:]), whole


def starts_with_day(text: str) -> bool:
    """Whether the first words are a day, or would be one if the calendar had it."""
    phrase = _LEADING.sub("", " ".join(text.split()[:_LONGEST]))
    found = read_date(phrase, _ANY_DAY)
    return bool(found and found.start == 0)


def leading_day(text: str) -> tuple[str, str] | None:
    """ "fri Brightwell" -> ("fri", "Brightwell"); None unless a day stands first and a name follows it."""
    text = re.sub(r"^to\s+", "", text, flags=re.IGNORECASE)
    found = next(iter(find_dates(text, _ANY_DAY)), None)
    rest = text[found.end :].strip(" ,:") if found else ""
    if found is None or found.start or not re.match(r"[^\W\d]", rest):
        return None
    return text[: found.end].strip(), rest


def length_of_leading_day(text: str) -> int:
    """How much of a text is the day that it begins with; 0 when it begins with something else."""
    found = next(iter(find_dates(text, _ANY_DAY)), None)
    return found.end if found and not found.start else 0


def _begin(reading: DateReading) -> date | None:
    return reading.first_on or reading.on


def _asked(first: DateReading, text: str, *others: date | None) -> DateReading:
    choices = sorted({day for day in (_begin(first), *others) if day})
    return replace(first, text=_shown(text), on=None, first_on=None, choices=tuple(choices))


def _shown(text: str) -> str:
    return text.strip() if len(text) <= _SHOWN else f"{text[:_SHOWN].strip()}…"


def _or_that_day(reading: DateReading, rest: str, today: date) -> DateReading:
    """ "Monday 14", said on a Monday: which Monday it is hangs on whether the number is a day."""
    hour, named = bare_hour(rest), _WEEKDAY_ONLY.match(reading.text)
    told = _with_bare_hour(reading, named["weekday"], hour, today) if named and hour is not None else reading
    return reading if told.unread else told


def _with_bare_hour(reading: DateReading, weekday: str, number: int, today: date) -> DateReading:
    """ "Mon 2" is two o'clock, unless a Monday that is near is the 2nd."""
    on = ordinal_day(number, today)
    if on and on.weekday() == DAYS.index(weekday.lower()):
        if number > (_NOON if on == reading.on else _LAST_HOUR):  # "Mon 16" is the same day either way
            return replace(reading, on=on)
        said = f"{reading.text} {number}"
        return DateReading(
            problem=f"“{said}” may be a day or an hour. Type “{said} {on:%B}” or “{reading.text} at {number}”."
        )
    at = office_time(number)
    return replace(reading, at=at) if at else replace(reading, unread=str(number))
