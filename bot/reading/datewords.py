"""The words that days are made of, and what reading one gives."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DateReading:
    """`on` is the day, or the last working day of a period that begins `first_on`; with `choices` we ask."""

    text: str = ""
    start: int = 0
    end: int = 0
    on: date | None = None
    first_on: date | None = None
    at: str = ""  # "HH:MM"
    choices: tuple[date, ...] = ()
    not_before: bool = False
    past: bool = False
    problem: str = ""


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
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)


LEAD = r"(?P<lead>(?:by|on|before|until|till|til|after|from|due|not before|not until|since|latest)\s+(?:the\s+)?)?"


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
}


NUMBER = r"(?P<number>\d{1,3}|a couple of|couple of|a few|an?|one|two|three|four|five|six)"


FRIDAY = 4
