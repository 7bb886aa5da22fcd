"""A zone as people call it: by its own name, by a city in it, or by a usual abbreviation. None means: no zone that we know."""

import re
import unicodedata
import zoneinfo
from functools import cache

_SHORT = {
    "uk": "Europe/London", "gmt": "Europe/London", "bst": "Europe/London", "utc": "UTC", "cet": "Europe/Berlin",
    "cest": "Europe/Berlin", "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "central": "America/Chicago", "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver",
    "mountain": "America/Denver", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "ist": "Asia/Kolkata", "jst": "Asia/Tokyo",
    "gst": "Asia/Dubai", "sgt": "Asia/Singapore",
}  # fmt: skip


def zone(text: str) -> str | None:
    """An IANA name from itself, a city ("New York") or a usual abbreviation ("ET")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.strip().casefold()) if not unicodedata.combining(c))
    wanted = re.sub(r"[\s_]+", " ", plain)
    if wanted in _SHORT:
        return _SHORT[wanted]
    return _zones().get(wanted.replace(" ", "_")) or _zones().get(wanted.rpartition("/")[2].replace(" ", "_"))


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
