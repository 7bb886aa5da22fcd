"""The words that days are made of, as `spelled` leaves them, and what reading one gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import NamedTuple

REACH = 60  # characters before a date that may change what it means
THEIRS = "theirs"  # the zone of "3pm her time"


@dataclass(frozen=True)
class DateReading:
    """`on` is the day, or the last working day of a period that begins `first_on`; with `choices` we ask."""

    text: str = ""
    start: int = 0
    end: int = 0
    on: date | None = None
    first_on: date | None = None
    last_on: date | None = None  # of a period, the last day of all
    at: str = ""  # "HH:MM"
    zone: str = ""  # of the time: an IANA name, `THEIRS`, or empty when it was not said
    about: bool = False  # the time was said loosely: "10ish", "around 3"
    choices: tuple[date, ...] = ()
    by: bool = False  # it was said as a deadline
    not_before: bool = False
    behind: date | None = None  # of "after the 20th" the 21st itself, where `on` is a working day
    spans: bool = False  # both ends were named: "Mon-Wed", "4-15 May"
    past: bool = False
    problem: str = ""  # "{said}" and "{day}" in it stand for what was typed
    unread: str = ""  # words beside the day that look like a time and are none we know


@dataclass(frozen=True)
class Day:
    """Today, how the member writes dates, and what o'clock it is where a time alone is looked for."""

    today: date
    day_first: bool
    now: time | None = None
    is_past: bool = False  # "since 2/19": the last such day, not the coming one


class Rule(NamedTuple):
    """`needs`: without one of these pieces of text the pattern need not be tried; "#" stands for a digit, "#th" for one with its ending. Texts come in small letters."""

    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Day], DateReading | None]


Rules = tuple[Rule, ...]

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = r"mo_(?P<month>[a-z]{3})\b"
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAY = r"wd_(?P<weekday>[a-z]{3})\b"
FRIDAY = 4
# A day begins a word, whether one of these stands before it or not.
LEAD = (
    r"\b(?P<lead>(?:due by|by|on|before|(?:not\s+)?until\s+after|not before|not until|until|after|from|due|since|latest|as of|earliest"
    r"|(?:no|not) earlier than|(?:no|not) later than|as late as|starting)\s+(?:the\s+)?)?"
)
PART_OF_DAY = r"(?:(?:early|late|mid)[\s-]+)?(?:morning|afternoon|evening|night|am|pm)"
DEADLINE = frozenset({"by", "before", "due", "due by", "latest", "no later than", "not later than", "as late as"})
NOT_BEFORE = frozenset(
    {"after", "from", "not before", "not until", "starting", "as of", "earliest", "no earlier than", "not earlier than"}
)
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "a couple of": 2, "couple": 2, "a couple": 2, "a few": 3, "few": 3,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_ONES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_TEENS = (
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
ORDINALS = {
    **{word: number for number, word in enumerate(_ONES + _TEENS, 1)},
    **{f"twenty {word}": number for number, word in enumerate(_ONES[:9], 21)},
    "thirtieth": 30, "thirty first": 31,
}  # fmt: skip
ORDINAL = "|".join(word.replace(" ", r"[\s-]") for word in sorted(ORDINALS, key=len, reverse=True))


def rule(needs: str, pattern: str, read: Callable[[re.Match[str], Day], DateReading | None]) -> Rule:
    return Rule(tuple(needs.split("|")), re.compile(pattern), read)


def said_before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The pattern just before a place; only so far back that a long text takes no longer."""
    return pattern.search(text, max(0, at - REACH), at)


def lead_of(match: re.Match[str]) -> str:
    """The word before a day that says how it is meant: "by", "after", "not until"; empty when there is none."""
    words = " ".join((match.groupdict().get("lead") or "").lower().split()).removesuffix(" the")
    return "after" if words.removeprefix("not ") == "until after" else words


def count_of(word: str | None) -> int:
    plain = " ".join((word or "a").lower().split())
    return int(plain) if plain.isdecimal() else NUMBERS[plain]


def day_number(text: str) -> int:
    """ "2nd", "2", "second", "twenty-first"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else ORDINALS[re.sub(r"[\s-]+", " ", text.lower())]


def weekday_of(match: re.Match[str]) -> int | None:
    named = match.groupdict().get("weekday")
    return DAYS.index(named) if named in DAYS else None


def month_of(match: re.Match[str]) -> int:
    return MONTHS.index(match["month"]) + 1


def last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def first_working_day(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day


def working_days_on(start: date, number: int) -> date:
    """So many working days on, or back when it is below 0."""
    current, step = start, timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        current += step
        while current.weekday() > FRIDAY:
            current += step
    return current


def period(first: date, last: date) -> DateReading:
    return DateReading(on=last_working_day(last), first_on=first, last_on=last)
