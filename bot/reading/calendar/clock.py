"""A time of day: beside a date ("Tue 10:00", "3pm Thu", "Fri half past 2", "tomorrow 10ish"), or alone ("cb 4ish").

Hours from 1 to 6 without am or pm are afternoon, unless the morning is named; a range gives its start.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.reading.calendar.clockwords import (
    ALONE,
    BESIDE,
    DAY_ENDS,
    HOUR,
    HOURS,
    MINUTES,
    PARTS,
    SPOKEN_MINUTES,
    WORDS,
    WORDS_BESIDE,
)
from bot.reading.calendar.zones import zone_before, zone_behind

_ALONE = tuple(re.compile(rf"(?<![\w:/.,$€£#+-])(?:{time})(?![\w:/%])(?!\.\d)", re.IGNORECASE) for time in ALONE)
_BEHIND = tuple(re.compile(rf"^\.?[\s,]*(?:{time})(?!\w)", re.IGNORECASE) for time in BESIDE)
_BEHIND_WORDS = tuple(re.compile(rf"^\.?[\s,]*(?:{time})(?!\w)", re.IGNORECASE) for time in WORDS_BESIDE)
_BEFORE = tuple(
    re.compile(rf"(?:^|(?<=\s))(?:{time})[\s,]*(?:on\s+|of\s+)?$", re.IGNORECASE) for time in (*BESIDE, *WORDS_BESIDE)
)
_MAY_BE_A_TIME = re.compile(
    rf"\d|noon|midday|midi|mittag|thing|morning|\b(?:{DAY_ENDS}|{'|'.join(HOURS)})\b", re.IGNORECASE
)
_HOUR_BEFORE = re.compile(rf"(?:^|(?<=\s))(?:at\s+|@\s*)?{HOUR}[\s,]*$", re.IGNORECASE)
_CALL = re.compile(r"\b(?:call|ring|phone|cb|try)(?:\s+(?!about\b)[\w'’-]+){0,2}\s+$", re.IGNORECASE)
_PART_BEHIND = re.compile(rf"^\s+(?:in\s+the\s+)?(?P<part>{PARTS})\b", re.IGNORECASE)
_PART_IN = re.compile(r"\b(?P<part>tonight|morning|afternoon|evening)\b", re.IGNORECASE)
_BARE = re.compile(
    r"^\.?[\s,]*(?P<hour>\d{1,2})(?:\s*(?:-|–|to)\s*\d{1,2})?\s*(?:$|(?=\s(?:w/|with\s|at\s+(?:her|his|their|our)\s)))"
)
_LIKE_A_TIME = re.compile(
    r"^\.?[\s,]*(?P<unread>(?:(?:at|@|around|about|by|from|before|after|in the)\s+)?"
    r"(?:\d|half\b|quarter\b|(?:(?:early|late)(?: in the)? |mid[- ]?)?(?:morning|afternoon|evening|night|lunch\w*|breakfast|tea\w*|noon|midnight|am|pm)\b"
    rf"|(?:{'|'.join(HOURS)})(?:ish)?\b|(?:[ecmp][sd]?t|gmt|bst|utc|ces?t)\b|(?:her|his|their|your|our) time\b).*)$",
    re.IGNORECASE,
)
_REACH = 48  # characters around a date in which its time may stand
_LAST_AFTERNOON_HOUR = 6
_NOON, _MIDNIGHT = 12, 24
_EVENINGS = frozenset({"afternoon", "evening", "night", "tonight"})


@dataclass(frozen=True)
class Beside:
    """A time, and the span that holds it and its date."""

    at: str  # "HH:MM"
    start: int
    end: int
    about: bool
    zone: str = ""
    how: str = ""  # "after", "by"


def time_beside(text: str, start: int, end: int) -> Beside | None:
    """`start` and `end` are the date's."""
    following = text[end : end + _REACH]
    goes_on = bool(following.strip(" .,"))
    named = _PART_IN.search(text[start:end])
    part = named["part"] if named else ""
    if goes_on and (behind := _first(_BEHIND, following, part)):
        at, match = behind
        return _zoned(Beside(at, start, end + match.end(), _about(match), how=match.groupdict().get("how") or ""), text)
    said = _PART_BEHIND.match(following)
    if before := _before(text, start, said["part"] if said else part):
        return replace(before, end=end + said.end() if said else end)
    if goes_on and (word := _first(_BEHIND_WORDS, following, part)):
        return _zoned(Beside(word[0], start, end + word[1].end(), about=False), text)
    return None


def _before(text: str, start: int, part: str) -> Beside | None:
    """The time that stands before a date, perhaps with its zone between them."""
    zoned = zone_before(text, start)
    upto = zoned.start if zoned else start
    reach = max(0, upto - _REACH)
    if not _MAY_BE_A_TIME.search(text, reach, upto):
        return None
    patterns = (*_BEFORE, _HOUR_BEFORE) if part else _BEFORE
    for pattern in patterns:
        found = pattern.search(text[reach:upto])
        if found and (at := _time(found, part)):
            how = found.groupdict().get("how") or ""
            return Beside(at, reach + found.start(), start, _about(found), zoned.zone if zoned else "", how)
    return None


def times_alone(text: str) -> Iterator[Beside]:
    """Times beside which no day needs to stand: "3pm", "4ish", "after 3", "at 10:30"."""
    for pattern in _ALONE:
        for found in pattern.finditer(text):
            if found.groupdict().get("behind_a_call") is not None and not _CALL.search(
                text[max(0, found.start() - _REACH) : found.start()]
            ):
                continue
            hour = found.groupdict().get("hour") or ""
            is_bare = hour and not any(
                found.groupdict().get(name) for name in ("half", "minute", "minutes", "ish", "ish2", "part", "part2")
            )
            at = office_time(int(hour) if hour.isdecimal() else HOURS[hour.lower()]) if is_bare else _time(found)
            if at:
                how = (found.groupdict().get("how") or "").lower()
                yield _zoned(Beside(at, found.start(), found.end(), _about(found), how=how), text)


def _first(patterns: tuple[re.Pattern[str], ...], text: str, part: str) -> tuple[str, re.Match[str]] | None:
    for pattern in patterns:
        found = pattern.match(text)
        if found and (at := _time(found, part)):
            return at, found
    return None


def _zoned(beside: Beside, text: str) -> Beside:
    found = zone_behind(text, beside.end)
    return replace(beside, zone=found.zone, end=found.end) if found else beside


def bare_hour(text: str) -> int | None:
    """The number in what follows a date, when it is nothing but a number, or begins a range."""
    found = _BARE.match(text)
    return int(found["hour"]) if found else None


def office_time(hour: int) -> str:
    """A bare number as an hour somebody works in: 8 to 18, and 1 to 6 in the afternoon; empty for the others."""
    if 1 <= hour <= _LAST_AFTERNOON_HOUR:
        return f"{hour + _NOON:02}:00"
    return f"{hour:02}:00" if 8 <= hour <= 18 else ""  # noqa: PLR2004 - an office's hours


def unread_time(text: str) -> str:
    """Words beside a date that look like a time of day, as typed; empty when there are none."""
    found = _LIKE_A_TIME.match(text)
    return found["unread"].strip(" .,") if found else ""


def _about(match: re.Match[str]) -> bool:
    return any(bool(match.groupdict().get(name)) for name in ("about", "about2", "behind_a_call", "ish", "ish2"))


def _time(match: re.Match[str], part: str = "") -> str:
    """`part` is the part of the day that the date itself names: "tonight", "tomorrow evening"."""
    said = match.groupdict()
    if said.get("end"):
        return "17:00"
    if said.get("word"):
        word = " ".join(said["word"].lower().split())
        return f"{WORDS['morning' if word.endswith('morning') else word]:02}:00"
    word = said["hour"].lower()
    hour = int(word) if word.isdecimal() else HOURS[word]
    minute = _minute(said.get("minute") or "0")
    if said.get("minutes"):
        hour, minute = _told(hour, said["minutes"].lower(), said["way"].strip().lower())
    hour = _of_the_day(hour, said, part.lower())
    return f"{hour:02}:{minute:02}" if 0 <= hour < _MIDNIGHT and minute < 60 else ""  # noqa: PLR2004


def _minute(said: str) -> int:
    return int(said) if said.isdecimal() else SPOKEN_MINUTES[said.lower()]


def _told(hour: int, minutes: str, way: str) -> tuple[int, int]:
    """ "quarter to four" is 3:45; "half 2" is half past, as the British say it; "halb 2" is 1:30."""
    count = int(minutes) if minutes.isdecimal() else MINUTES[minutes]
    return ((hour - 1) or _NOON, 60 - count) if way == "to" or minutes in {"halb", "om half"} else (hour, count)


def _of_the_day(hour: int, said: dict[str, str | None], part: str) -> int:
    half = (said.get("half") or "").lower()[:1]
    part = (said.get("part") or said.get("part2") or part).lower()
    until = int(said.get("until") or 0)
    if not half and part in _EVENINGS:
        half = "p"
    if not half and part == "morning":
        half = "a"
    if half == "p" and until and hour > until and hour < _NOON:
        return hour  # "11-1pm" begins before noon
    if half == "p" and hour == _NOON and part in _EVENINGS - {"afternoon"}:
        return _MIDNIGHT  # of the next day, so none that we read
    if half == "p" and hour < _NOON:
        return hour + _NOON
    if half == "a" and hour == _NOON:
        return 0
    return hour + _NOON if not half and 1 <= hour <= _LAST_AFTERNOON_HOUR else hour
