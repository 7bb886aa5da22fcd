"""Days as people write and say them: promises get weekday and date, memories get "last Tuesday".

Whether the day or the month comes first is the reader's habit. It is ambient, as languages are in gettext: whoever
answers a member says `with read_by(member.locale)`, and no rule has to carry a locale around.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NOBODYS = "MM-dd"  # CLDR's root: what stands where a language has no pattern of its own
_RECENT_DAYS = 21  # after that a weekday means nothing to the other side


_day_first = ContextVar("day_first", default=True)


@contextmanager
def read_by(locale: str) -> Iterator[None]:
    """Within it, dates are written as that locale orders them: "Fri 13 March" or "Fri March 13"."""
    token = _day_first.set(is_day_first(locale))
    try:
        yield
    finally:
        _day_first.reset(token)


@cache
def is_day_first(locale: str) -> bool:
    """Whether 3/4 is the third of April there, by CLDR's patterns.

    A short date that begins with the year tells nothing of it ("2026-04-03" in Sweden, "2026/04/03" in Japan): there it is
    how a day stands with its month alone, where figures and words agree ("4/3" and "4月3日").
    """
    try:
        known = Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return True
    short = str(known.date_formats["short"].pattern)
    if not short.startswith("y"):
        return _is_day_first(short)
    alone = [str(known.datetime_skeletons.get(name, "d M")) for name in ("Md", "MMMMd")]
    return alone[0] == _NOBODYS or any(map(_is_day_first, alone))


def _is_day_first(pattern: str) -> bool:
    return "d" not in pattern or pattern.find("d") < pattern.find("M")


def _day_and_month(day: date) -> str:
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if _day_first.get() else f"{month} {day.day}"


def _year(day: date) -> str:
    return f" {day.year}" if _day_first.get() else f", {day.year}"


def written(day: date, today: date | None = None) -> str:
    """ "Fri 13 March", with the year when it is not `today`'s."""
    year = _year(day) if today is None or day.year != today.year else ""
    return f"{WEEKDAYS[day.weekday()]} {_day_and_month(day)}{year}"


def promised(day: date, today: date) -> str:
    """A date as one says it to the person who will keep it: "Friday 13 March"."""
    year = _year(day) if day.year != today.year else ""
    return f"{_weekday_and_date(day)}{year}"


def _weekday_and_date(day: date) -> str:
    comma = "" if _day_first.get() else ","  # "Friday, March 13"
    return f"{FULL_WEEKDAYS[day.weekday()]}{comma} {_day_and_month(day)}"


def near(day: date, today: date) -> str:
    """A deadline on a list: "today", "tomorrow", "due Fri", "2 days late", "due Fri 20 March"."""
    away = (day - today).days
    if away < 0:
        return days_late(day, today)
    if away <= 1:
        return ("today", "tomorrow")[away]
    return f"due {WEEKDAYS[day.weekday()]}" if away < 7 else f"due {written(day, today)}"  # noqa: PLR2004 - a week


def days_late(day: date, today: date) -> str:
    """ "3 days late": the one word for a day that has passed unkept."""
    days = (today - day).days
    return f"{days} day{'s' if days > 1 else ''} late"


def late(day: date, today: date) -> str:
    """Where it is read beside other days: "3 days late (due Fri 6 March)"."""
    return f"{days_late(day, today)} (due {written(day, today)})"


def spoken(day: date, today: date) -> str:
    """When something was said, as one says it: "yesterday", "on Monday", "last Tuesday", "on Tuesday 1 December",
    "in July".

    From a week back on two days have that name, and it is the date.
    """
    ago = (today - day).days
    if ago <= 1:
        return "today" if ago <= 0 else "yesterday"
    if ago <= today.weekday():  # since Monday
        return f"on {FULL_WEEKDAYS[day.weekday()]}"
    if ago < len(WEEKDAYS):
        return f"last {FULL_WEEKDAYS[day.weekday()]}"
    if ago < 2 * len(WEEKDAYS):
        return f"on {_weekday_and_date(day)}"
    if ago <= _RECENT_DAYS:
        return f"on {_day_and_month(day)}"
    if day.year == today.year or ago < 300:  # noqa: PLR2004 - within a year the month is clear
        return f"in {MONTHS[day.month - 1]}"
    return f"in {MONTHS[day.month - 1]} {day.year}"
