"""A day that is told apart from its month or week is in it: "in June, the 8th", "the 8th in June", "week of the 23rd, Tues".

Only where nothing stands between the two but a comma, "on", "in" or "of".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.calendar.datewords import DAYS, DateReading

_NTH = re.compile(r"^(?:(?:on|by|for|before)\s+)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)\b")
_WEEKDAY = re.compile(r"^(?:on\s+)?wd_(?P<day>[a-z]{3})\b")
_IN = re.compile(r"^(?:in\s+)?(?:mo_|(?:the\s+)?next\s+month)")
_COMMA = re.compile(r"^\s*,?\s*$")
_NO_COMMA = re.compile(r"^(?:\s+|,?\s+of\s+)$")
_WEEK, _OF_WEEK = re.compile(r"(?:the\s+)?week\s+of\b"), re.compile(r"^\s*,?\s*(?:of\s+)?$")  # "Wed, week of the 23rd"
_A_WEEK, _A_MONTH = timedelta(days=6), timedelta(days=30)


def in_their_period(readings: tuple[DateReading, ...], text: str) -> Iterator[DateReading]:
    """Each reading, and one for a period and the day in it."""
    at = 0
    while at < len(readings):
        first, second = readings[at], readings[at + 1] if at + 1 < len(readings) else None
        whole = _joined(first, second, text) if second else None
        yield whole or first
        at += 2 if whole else 1


def _joined(first: DateReading, second: DateReading, text: str) -> DateReading | None:
    between = text[first.end : second.start]
    if first.first_on and _COMMA.match(between):
        on = _day_in(first, second, text)
    elif second.first_on and _OF_WEEK.match(between) and _WEEK.match(text, second.start):
        on = _day_in(second, first, text)
    elif second.first_on and _NO_COMMA.match(between) and text.startswith(("in ", "mo_"), second.start):
        on = None if _WEEKDAY.match(text[first.start : first.end]) else _day_in(second, first, text)
    else:
        on = None
    if on is None:
        return None
    told = f"{first.text}{' ' if not between.strip() else between}{second.text}"
    return replace(
        second if first.first_on else first, text=told, on=on, choices=(), start=first.start, end=second.end,
        first_on=None, last_on=None, by=first.by or second.by, not_before=first.not_before or second.not_before,
    )  # fmt: skip


def _day_in(period: DateReading, day: DateReading, text: str) -> date | None:
    """The day of that number in the month, or of that name in the week; None where they do not go together."""
    begins, ends = period.first_on, period.last_on
    if begins is None or ends is None or day.first_on or period.spans or period.past:
        return None
    said = text[day.start : day.end]
    nth, named = _NTH.match(said), _WEEKDAY.match(said)
    if nth and ends - begins <= _A_MONTH and _IN.match(text[period.start : period.end]):
        days = [begins + timedelta(days=n) for n in range((ends - begins).days + 1)]
        return next((one for one in days if one.day == int(nth["day"])), None)
    if named and ends - begins <= _A_WEEK:
        return begins + timedelta(days=DAYS.index(named["day"]) - begins.weekday())
    return None
