"""The words that days are made of, and what reading one gives."""

import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class DateReading:
    """`on` is the day, or the last working day of a period that begins `first_on`; with `choices` we ask."""

    text: str = ""
    start: int = 0
    end: int = 0
    on: date | None = None
    first_on: date | None = None
    at: str = ""  # "HH:MM"
    about: bool = False  # the time was said loosely: "10ish", "around 3"
    choices: tuple[date, ...] = ()
    by: bool = False  # it was said as a deadline
    not_before: bool = False
    past: bool = False
    problem: str = ""
    unread: str = ""  # words beside the day that look like a time and are none we know


@dataclass(frozen=True)
class Day:
    """Today, and how the member writes dates."""

    today: date
    day_first: bool


MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


WEEKDAY = (
    r"(?P<weekday>mon(?:day|dy)?|tue(?:s|sd|sday|day)?|wed(?:s|n|nes|nesday|ensday|nsday|day)?"
    r"|thu(?:r|rs|rsday|rday|sday)?|fri(?:day|dy)?|sat(?:urday|erday)?|sun(?:day)?)"
)


LEAD = (
    r"(?P<lead>\b(?:by|on|before|(?:not\s+)?(?:until|till|til)\s+after|until|till|til|after|from|due|not before"
    r"|not until|not till?|since|latest)\s+(?:the\s+)?)?"
)


PART = r"(?P<part>early|beginning of|start of|mid|middle of|late|end of|end)[\s-]+(?:in\s+)?(?:the\s+)?"


DEADLINE = frozenset({"by", "before", "due", "latest"})


_AFTER = ("after", "until after", "till after", "til after")


NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple of": 2,
    "a couple of": 2,
    "a few": 3,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}


NUMBER = r"(?P<number>\d{1,3}|a couple of|couple of|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"


FRIDAY = 4


def lead_of(match: re.Match[str]) -> str:
    """The word before a day that says how it is meant: "by", "after", "not until"; empty when there is none."""
    words = " ".join((match.groupdict().get("lead") or "").lower().split()).removesuffix(" the")
    return "after" if words.removeprefix("not ") in _AFTER else re.sub(r"^not till?$", "not until", words)


def last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def first_working_day(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day
