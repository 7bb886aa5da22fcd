"""A figure as an admin types it: "5", "5 days", "two weeks", "30 %", "60 EUR an hour". None means: not understood."""

import re

from bot.reading.calendar.datewords import NUMBERS
from bot.reading.words.money import money

_COUNT = re.compile(r"^(?:about\s+)?(?P<number>\d{1,6}|[a-z]+)\s*(?P<unit>%|[a-z][a-z ]*)?$")
_A_WEEK = 7
_UNITS = {
    "days": r"(?:calendar )?days?|d", "minutes": r"minutes?|mins?|min|m", "%": r"%|per ?cent", "messages": r"messages?|touch(?:es)?|tries",
    "touches": r"touch(?:es)?|tries|messages?|calls?", "lines": r"lines?|deals?|items?", "deals": r"(?:new )?deals?(?: a day)?|a day",
}  # fmt: skip
_AN_HOUR = re.compile(r"\s*(?:an hour|per hour|a hour|/\s*h(?:our)?|hourly)$", re.IGNORECASE)
_NOTHING = frozenset({"none", "no", "off", "nothing", "0"})


def count(text: str, unit: str) -> int | None:
    """A whole number, perhaps with its unit: days may be told in weeks, minutes in hours."""
    found = _COUNT.match(" ".join(text.lower().replace("-", " ").split()))
    number = _whole(found["number"]) if found else None
    if found is None or number is None:
        return None
    said = (found["unit"] or "").strip()
    if unit == "days" and re.fullmatch(r"weeks?|w", said):
        return number * _A_WEEK
    if unit == "minutes" and re.fullmatch(r"hours?|h", said):
        return number * 60
    return number if not said or re.fullmatch(_UNITS[unit], said) else None


def rate(text: str) -> tuple[int, str] | None:
    """What an hour costs and in which currency; nothing at all is (0, "")."""
    said = _AN_HOUR.sub("", text.strip())
    if said.lower() in _NOTHING:
        return 0, ""
    amount, currency = money(said)
    return (int(float(amount)), currency) if amount and float(amount).is_integer() else None


def _whole(word: str) -> int | None:
    return int(word) if word.isdecimal() else NUMBERS.get(word)
