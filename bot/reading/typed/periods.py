"""A time that lies behind, as people name it: "this week", "last month", "the last 30 days", "since Monday"."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

_DAY = timedelta(days=1)
_WEEK = 7
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS: Mapping[str, int] = {"day": 1, "week": 7, "month": 30, "quarter": 91}
_MOST_DAYS = 366
_A_FEW = timedelta(days=5)  # more than what a month or a quarter has beyond thirty or ninety-one days
_PERIOD = re.compile(
    r"^(?:the\s+)?(?:(?P<day>today|yesterday)|(?P<which>this|last)\s+(?P<unit>week|month|quarter)"
    r"|(?:last|past)\s+(?P<count>\d{1,3})\s+(?P<units>day|week|month|quarter)s?"
    r"|since\s+(?:(?P<since_then>yesterday|last\s+(?:week|month|quarter))$|(?:last\s+)?(?P<since>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?))$",
    re.IGNORECASE,
)


def is_period(text: str) -> bool:
    return bool(_PERIOD.match(text.strip()))


def period(text: str, today: date) -> tuple[date, date] | None:
    """Its first and last day, which for "this week" is still to come; None for what names no such time."""
    found = _PERIOD.match(text.strip())
    if found is None:
        return None
    if found["since_then"]:
        then = period(found["since_then"], today)
        return (then[0], today) if then else None
    if found["day"]:
        day = today if found["day"].lower() == "today" else today - _DAY
        return day, day
    if found["since"]:
        back = (today.weekday() - _WEEKDAYS.index(found["since"][:3].lower())) % _WEEK or _WEEK
        return today - back * _DAY, today
    if found["count"]:
        return today - min(int(found["count"]) * _UNITS[found["units"].lower()], _MOST_DAYS) * _DAY, today
    unit = found["unit"].lower()
    first = _begins(unit, today)
    if found["which"].lower() == "this":
        return first, _begins(unit, first + _UNITS[unit] * _DAY + _A_FEW) - _DAY
    return _begins(unit, first - _DAY), first - _DAY


def _begins(unit: str, day: date) -> date:
    if unit == "week":
        return day - day.weekday() * _DAY
    return day.replace(day=1, month=day.month if unit == "month" else (day.month - 1) // 3 * 3 + 1)
