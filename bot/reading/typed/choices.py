"""Settings as people type them: an hour, working days, yes or no. None means: not understood."""

import re
from datetime import time

from bot.days import WEEKDAYS

_CLOCK = re.compile(r"^(?:at\s+)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})?)?\s*(?P<half>am|pm)?$", re.IGNORECASE)
_YES = frozenset({"yes", "on", "true", "1", "y", "please"})
_NO = frozenset({"no", "off", "false", "0", "n", "never", "none"})


def hour(text: str) -> time | None:
    """A wall time: "8", "8:30", "8.30 am", "17h", "noon"."""
    if text.strip().lower() == "noon":
        return time(12)
    found = _CLOCK.match(text.strip())
    if not found:
        return None
    number, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()
    if half and not 1 <= number <= 12:  # noqa: PLR2004 - a clock's face
        return None
    number = number % 12 + 12 * (half == "pm") if half else number
    return time(number, minute) if number < 24 and minute < 60 else None  # noqa: PLR2004 - a day's hours


def hours(text: str) -> tuple[time, time] | None:
    """ "19:00-07:00", "from 7pm to 7am"."""
    parts = re.split(
        r"\s*(?:-|–|to|until|till)\s*", re.sub(r"^from\s+", "", text.strip(), flags=re.IGNORECASE), maxsplit=1
    )
    read = [hour(part) for part in parts]
    return (read[0], read[1]) if len(read) == 2 and read[0] and read[1] and read[0] != read[1] else None  # noqa: PLR2004 - from and to


def weekdays(text: str) -> tuple[int, ...] | None:
    """ "Mon-Thu", "Mon, Tue and Sat", "Sunday to Thursday"; Monday is 0."""
    days: set[int] = set()
    for part in re.split(r"\s*(?:,|;|\band\b|\+|&)\s*", text.strip(), flags=re.IGNORECASE):
        ends = [_weekday(end) for end in re.split(r"\s*(?:-|–|\bto\b)\s*", part, flags=re.IGNORECASE)]
        if None in ends or not 1 <= len(ends) <= 2:  # noqa: PLR2004 - a day, or from one to another
            return None
        first, last = ends[0] or 0, ends[-1] or 0
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return tuple(sorted(days)) or None


def switch(text: str) -> bool | None:
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO else None


def _weekday(text: str) -> int | None:
    start = text.strip().lower()[:3].capitalize()
    return WEEKDAYS.index(start) if start in WEEKDAYS else None
