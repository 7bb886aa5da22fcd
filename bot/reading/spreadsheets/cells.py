"""The cells of an export: days and yes or no. What is none is left out, with a remark for the report."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from dateutil import parser as dateparser

_SLASHED = re.compile(r"^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?!\d)")  # "2026-03-04T00:00" too
_LATEST_YEAR = 2200
_FILLINGS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2001, 2, 2, tzinfo=UTC))


@lru_cache(maxsize=10_000)  # days come again, and reading one takes longer than most of a row
def day_in(text: str, *, day_first: bool) -> tuple[date | None, str]:
    """(the day, remark) of a cell; the zone of a date never moves it."""
    if not text:
        return None, ""
    try:
        found = _day(text, day_first=day_first)
    except (ValueError, OverflowError):
        found = None
    return (found, "") if found and found.year < _LATEST_YEAR else (None, f"“{text[:30]}” is no date, left out")


def _day(text: str, *, day_first: bool) -> date | None:
    iso = _ISO.match(text)
    if iso:
        return date(*(int(part) for part in iso.groups()))
    slashed = _SLASHED.match(text)
    if slashed:
        first, second, year = (int(part) for part in slashed.groups())
        day, month = (first, second) if day_first or "." in slashed[0] else (second, first)
        return date(year if year > 99 else 2000 + year, month, day)  # noqa: PLR2004 - two digits
    # Read over two different days: what a cell leaves open, such as the year, would be filled in from them.
    found, other = (dateparser.parse(text, dayfirst=day_first, default=day).date() for day in _FILLINGS)
    return found if found == other else None


def day_order(cells: Sequence[str], places: Sequence[int]) -> bool | None:
    """Day first, or month first, from a value that can only be read one way; None when there is none in this row."""
    for place in places:
        slashed = _SLASHED.match(cells[place].strip()) if place < len(cells) else None
        if slashed and "/" in slashed[0]:
            first, second = int(slashed[1]), int(slashed[2])
            if first > 12 or second > 12:  # noqa: PLR2004 - months
                return first > 12  # noqa: PLR2004
    return None


def yes(text: str) -> bool:
    return text.lower() in {"true", "1", "yes", "y"}
