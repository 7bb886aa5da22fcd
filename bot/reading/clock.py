"""A time of day beside a date: "Tue 10:00", "3pm Thu", "Fri half past 2", "tomorrow 10ish".

Hours from 1 to 6 without am or pm are afternoon, unless the morning is named; a range gives its start.
"""

import re
from typing import NamedTuple

HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25}
_WORDS = {"noon": 12, "midday": 12, "first thing": 9, "morning": 9}
_DAY_ENDS = r"eod|cob|cop|close of (?:play|business)|end of (?:the )?(?:business |working )?(?:day|play|business)"
_HALF = r"(?P<half>am|pm|a\.m\.|p\.m\.)"
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(HOURS)})"
_LEAD = r"(?:(?P<part>morning|afternoon|evening)[\s,]+)?(?:(?P<about>about|around|roughly|approx\.?|circa|ca\.?|~)\s*|at\s+(?P<about2>about\s+|around\s+)?|@\s*)?"
_TAIL = r"(?P<ish>\s*-?ish)?(?:\s+in the (?P<part2>morning|afternoon|evening))?"
_RANGE = r"(?:\s*(?:-|–|to)\s*(?P<until>\d{1,2})(?:[:.][0-5]\d)?)?"
_NOT_A_NUMBER_OF = r"(?!\s+(?:people|\w+s)\b)"  # "Fri at two sites", "Fri five to ten people"
_SAID_TO_END = r"(?=\s*(?:$|[,;)]|\.(?:\s|$)|in the\b|on\b|for\b|with\b))"

_TOLD = (
    rf"{_LEAD}(?:a\s+)?(?P<minutes>half|quarter|twenty[- ]five|five|ten|twenty|\d{{1,2}}(?=\s+(?:minutes?|mins?|past)))"
    rf"\s*(?:minutes?\s+|mins?\s+)?(?P<way>past|to|after)\s+{_HOUR}(?:\s*{_HALF})?{_TAIL}{_NOT_A_NUMBER_OF}"
)
_TIMES = (
    _TOLD,
    rf"{_LEAD}(?P<minutes>half)(?P<way>\s)\s*{_HOUR}(?:\s*{_HALF})?{_TAIL}",
    rf"{_LEAD}{_HOUR}(?:[:.](?P<minute>[0-5]\d))?(?P<ish2>\s*-?ish)?{_RANGE}\s*{_HALF}{_TAIL}",
    rf"{_LEAD}(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d){_RANGE}{_TAIL}",
    rf"{_LEAD}(?P<hour>\d{{2}})\s?(?:h|hrs?)(?P<minute>[0-5]\d)?",
    rf"{_LEAD}(?P<hour>\d{{1,2}})h(?P<minute>[0-5]\d)",
    rf"{_LEAD}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:h|hrs|hours)",
    rf"{_LEAD}{_HOUR}(?P<ish2>\s*-?ish){_TAIL}",
    rf"{_LEAD}{_HOUR}\s*o['’]?\s*clock{_TAIL}",
    rf"{_LEAD}{_HOUR}\s+in the (?P<part2>morning|afternoon|evening)",
    rf"(?P<part>morning|afternoon|evening)[\s,]+(?P<hour>\d{{1,2}}){_SAID_TO_END}",
    rf"(?:(?P<part>morning|afternoon|evening)[\s,]+)?(?:at\s+|@\s*){_HOUR}(?![\d/%.]){_RANGE}{_NOT_A_NUMBER_OF}",
    rf"(?:at\s+)(?P<about>about|around)\s+{_HOUR}{_NOT_A_NUMBER_OF}",
    rf"(?P<about>about|around|roughly|circa|~)\s*{_HOUR}{_SAID_TO_END}",
    r"(?:at\s+)?(?P<word>noon|midday|first thing|morning)",
    rf"(?:(?:by|at)\s+)?(?P<end>{_DAY_ENDS})",
)  # fmt: skip
_AFTER = tuple(re.compile(rf"^\.?[\s,]*(?:{time})(?!\w)", re.IGNORECASE) for time in _TIMES)
_BEFORE = tuple(re.compile(rf"(?:^|(?<=\s))(?:{time})[\s,]*(?:on\s+|of\s+)?$", re.IGNORECASE) for time in _TIMES)
_BARE = re.compile(r"^\.?[\s,]*(?P<hour>\d{1,2})(?:\s*(?:-|–|to)\s*\d{1,2})?\s*$")
_LIKE_A_TIME = re.compile(
    r"^\.?[\s,]*(?P<unread>(?:(?:at|@|around|about|by|from|before|after|in the)\s+)?"
    r"(?:\d|half\b|quarter\b|(?:early |late |mid[- ]?)?(?:morning|afternoon|evening|night|lunch\w*|breakfast|tea\w*|noon|midnight|am|pm)\b"
    rf"|(?:{'|'.join(HOURS)})(?:ish)?\b|(?:[ecmp][sd]?t|gmt|bst|utc|ces?t)\b|(?:her|his|their|your|our) time\b).*)$",
    re.IGNORECASE,
)
_REACH = 48  # characters around a date in which its time may stand
_LAST_AFTERNOON_HOUR = 6
_NOON, _MIDNIGHT = 12, 24


class Beside(NamedTuple):
    """A time, and the span that holds it and its date."""

    at: str  # "HH:MM"
    start: int
    end: int
    about: bool


def time_beside(text: str, start: int, end: int) -> Beside | None:
    following, reach = text[end : end + _REACH], max(0, start - _REACH)
    for pattern in _AFTER:
        after = pattern.match(following)
        if after and (at := _time(after)):
            return Beside(at, start, end + after.end(), _about(after))
    for pattern in _BEFORE:
        before = pattern.search(text[reach:start])
        if before and (at := _time(before)):
            return Beside(at, reach + before.start(), end, _about(before))
    return None


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
    return any(bool(match.groupdict().get(name)) for name in ("about", "about2", "ish", "ish2"))


def _time(match: re.Match[str]) -> str:
    said = match.groupdict()
    if said.get("end"):
        return "17:00"
    if said.get("word"):
        return f"{_WORDS[said['word'].lower()]:02}:00"
    word = said["hour"].lower()
    hour = int(word) if word.isdecimal() else HOURS[word]
    minute = int(said.get("minute") or 0)
    if said.get("minutes"):
        hour, minute = _told(hour, said["minutes"].lower(), said["way"].strip().lower())
    hour = _of_the_day(hour, said)
    return f"{hour:02}:{minute:02}" if 0 <= hour < _MIDNIGHT and minute < 60 else ""  # noqa: PLR2004


def _told(hour: int, minutes: str, way: str) -> tuple[int, int]:
    """ "quarter to four" is 3:45; "half 2" is half past, as the British say it."""
    count = int(minutes) if minutes.isdecimal() else _MINUTES[minutes]
    return ((hour - 1) or _NOON, 60 - count) if way == "to" else (hour, count)


def _of_the_day(hour: int, said: dict[str, str | None]) -> int:
    half = (said.get("half") or "").lower()[:1]
    part = (said.get("part") or said.get("part2") or "").lower()
    until = int(said.get("until") or 0)
    if not half and part in {"afternoon", "evening"}:
        half = "p"
    if not half and part == "morning":
        half = "a"
    if half == "p" and until and hour > until and hour < _NOON:
        return hour  # "11-1pm" begins before noon
    if half == "p" and hour < _NOON:
        return hour + _NOON
    if half == "a" and hour == _NOON:
        return 0
    return hour + _NOON if not half and 1 <= hour <= _LAST_AFTERNOON_HOUR else hour
