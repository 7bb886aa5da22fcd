"""Settings as people type them: a zone or a city, an hour, working days, yes or no. None means: not understood."""

import re
import unicodedata
import zoneinfo
from datetime import time
from functools import cache

from bot.days import WEEKDAYS

_SHORT = {
    "uk": "Europe/London", "gmt": "Europe/London", "bst": "Europe/London", "utc": "UTC", "cet": "Europe/Berlin",
    "cest": "Europe/Berlin", "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "central": "America/Chicago", "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver",
    "mountain": "America/Denver", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "ist": "Asia/Kolkata", "jst": "Asia/Tokyo",
}  # fmt: skip
_CLOCK = re.compile(r"^(?:at\s+)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})?)?\s*(?P<half>am|pm)?$", re.IGNORECASE)
_YES = frozenset({"yes", "on", "true", "1", "y", "please"})
_NO = frozenset({"no", "off", "false", "0", "n", "never", "none"})


def zone(text: str) -> str | None:
    """An IANA name from itself, a city ("New York") or a usual abbreviation ("ET")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.strip().casefold()) if not unicodedata.combining(c))
    wanted = re.sub(r"[\s_]+", " ", plain)
    if wanted in _SHORT:
        return _SHORT[wanted]
    return _zones().get(wanted.replace(" ", "_")) or _zones().get(wanted.rpartition("/")[2].replace(" ", "_"))


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


@cache
def _zones() -> dict[str, str]:
    """Zones by their whole name and by their city, in lower case; the first name of a city wins."""
    known: dict[str, str] = {}
    for name in sorted(zoneinfo.available_timezones()):
        if name.startswith(("Etc/", "SystemV/", "posix/", "right/", "US/")):
            continue
        known.setdefault(name.casefold(), name)
        if "/" in name:
            known.setdefault(name.rpartition("/")[2].casefold(), name)
    return known
