"""A time of day beside a date: "Tue 10:00", "3pm Thu", "Fri at 4". Hours from 1 to 6 without am or pm are afternoon."""

import re

_TIME = (
    r"(?:at\s+|@\s*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)"
    r"|(?:at\s+|@\s*)?(?P<hour2>\d{1,2})[:.](?P<minute2>[0-5]\d)"
    r"|(?:at\s+|@\s*)(?P<hour3>\d{1,2})(?![\d/%.])"
    r"|(?:at\s+)?(?P<word>noon|midday|first thing|morning|eod|cob)"
)
_AFTER = re.compile(rf"^[\s,]*(?:{_TIME})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:^|(?<=\s))(?:{_TIME})[\s,]*(?:on\s+)?$", re.IGNORECASE)
_WORDS = {
    "noon": "12:00",
    "midday": "12:00",
    "first thing": "09:00",
    "morning": "09:00",
    "eod": "17:00",
    "cob": "17:00",
}
_REACH = 24  # characters around a date in which its time may stand
_LAST_AFTERNOON_HOUR = 6


def time_beside(text: str, start: int, end: int) -> tuple[str, int, int]:
    """("HH:MM" or "", and the span that now holds date and time)."""
    after = _AFTER.match(text[end : end + _REACH])
    if after and (at := _time(after)):
        return at, start, end + after.end()
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before and (at := _time(before)):
        return at, max(0, start - _REACH) + before.start(), end
    return "", start, end


def _time(match: re.Match[str]) -> str:
    if match["word"]:
        return _WORDS[match["word"].lower()]
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = int(match["minute"] or match["minute2"] or 0)
    half = (match["half"] or "").lower()[:1]
    if half == "p" and hour < 12:  # noqa: PLR2004 - noon
        hour += 12
    elif half == "a" and hour == 12:  # noqa: PLR2004
        hour = 0
    elif not half and 1 <= hour <= _LAST_AFTERNOON_HOUR:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 else ""  # noqa: PLR2004
