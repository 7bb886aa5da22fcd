"""Days in a rep's words. Our own small rules, because no measured library is right often enough (playbook section 12).

A bare weekday is the coming one; "next Fri" asks when the nearest Friday is another; a period is due on its last
working day; what cannot be a date says so. Names, amounts and ratios are left alone: a rule needs its own words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.clock import time_beside


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
class _Day:
    """Today, and how the member writes dates."""

    today: date
    day_first: bool


_Rule = Callable[[re.Match[str], _Day], DateReading | None]

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_LEAD = r"(?P<lead>(?:by|on|before|until|till|til|after|from|due|not before|not until|since|latest)\s+(?:the\s+)?)?"
_NUMBERS = {
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
_NUMBER = r"(?P<number>\d{1,3}|a couple of|couple of|a few|an?|one|two|three|four|five|six)"
_FRIDAY = 4
_MONTHS_A_YEAR = 12
_DEFENSIBLE_DAYS = 270  # nobody means a date that far away when a nearer one fits
_NO_DATE_BEFORE = re.compile(r"\b(?:slides?|pages?|version|v|ratio|ext|x|no|room)\.?\s*$", re.IGNORECASE)


def find_dates(text: str, today: date, *, day_first: bool = True) -> tuple[DateReading, ...]:
    """Every date in a text, in order and not overlapping."""
    day = _Day(today, day_first)
    found = sorted(_candidates(text, day), key=lambda reading: (reading.start, -reading.end))
    kept: list[DateReading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return tuple(_with_time(reading, text, day) for reading in kept)


def read_date(text: str, today: date, *, day_first: bool = True) -> DateReading | None:
    """A phrase typed as a date, the first one in it; None when there is none."""
    found = find_dates(text, today, day_first=day_first)
    return found[0] if found else None


def _candidates(text: str, day: _Day) -> Iterator[DateReading]:
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            reading = rule(match, day)
            if reading:
                lead = (match.groupdict().get("lead") or "").strip().lower()
                yield replace(
                    reading, text=match[0].strip(), start=match.start(), end=match.end(),
                    not_before=reading.not_before or lead in {"after", "from", "not before", "not until"},
                    past=reading.past or lead == "since",
                )  # fmt: skip


def _with_time(reading: DateReading, text: str, day: _Day) -> DateReading:
    at, start, end = time_beside(text, reading.start, reading.end)
    if not at:
        return reading
    choices = reading.choices
    if choices and choices[0] == day.today:  # "Thu 3pm" said on a Thursday is today's
        return replace(reading, on=day.today, choices=(), at=at, start=start, end=end)
    return replace(reading, at=at, start=start, end=end)


def last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def _period(first: date, last: date) -> DateReading:
    return DateReading(on=last_working_day(last), first_on=first)


def _relative(match: re.Match[str], day: _Day) -> DateReading:
    word = " ".join(match["word"].lower().split())
    ahead = {"tomorrow": 1, "tmrw": 1, "tmw": 1, "tomo": 1, "day after tomorrow": 2, "yesterday": -1}.get(word, 0)
    return DateReading(on=day.today + timedelta(days=ahead), past=ahead < 0, at="17:00" if word in _DAY_ENDS else "")


_DAY_ENDS = frozenset({"eod", "cob", "end of day", "end of the day", "close of business"})


def _weekday(match: re.Match[str], day: _Day) -> DateReading:
    wanted = _DAYS.index(match["weekday"][:3].lower())
    ahead = (wanted - day.today.weekday()) % 7
    modifier = (match["modifier"] or "").lower().strip()
    nearest = day.today + timedelta(days=ahead or 7)
    if modifier in {"last", "past"}:
        return DateReading(on=day.today - timedelta(days=(day.today.weekday() - wanted) % 7 or 7), past=True)
    if match["week"]:
        return DateReading(on=nearest + timedelta(days=7))
    if modifier == "next":
        following = day.today - timedelta(days=day.today.weekday()) + timedelta(days=7 + wanted)
        return DateReading(on=following) if following == nearest else DateReading(choices=(nearest, following))
    return DateReading(on=nearest) if ahead else DateReading(choices=(day.today, nearest))


def _counted(match: re.Match[str], day: _Day) -> DateReading:
    word = match["number"].lower()
    number = int(word) if word.isdecimal() else _NUMBERS[word]
    unit = match["unit"].lower()
    if unit.startswith(("business", "working")):
        return DateReading(on=_working_days_on(day.today, number))
    if unit.startswith("mo"):
        return DateReading(on=day.today + relativedelta(months=number))
    days = {"d": 1, "w": 7, "f": 14}[unit[0]]
    return DateReading(on=day.today + timedelta(days=days * number))


def _working_days_on(start: date, number: int) -> date:
    current = start
    for _ in range(number):
        current += timedelta(days=1 if current.weekday() < _FRIDAY else 7 - current.weekday())
    return current


def _week(match: re.Match[str], day: _Day) -> DateReading:
    monday = day.today - timedelta(days=day.today.weekday())
    monday += timedelta(days=7 if (match["which"] or "").lower() == "next" else 0)
    part = " ".join((match["part"] or "").lower().split())
    if part.startswith("early"):
        return _period(monday, monday + timedelta(days=1))
    if part.startswith("mid"):
        return _period(monday + timedelta(days=2), monday + timedelta(days=2))
    if part.startswith("late"):
        return _period(monday + timedelta(days=3), monday + timedelta(days=_FRIDAY))
    return _period(max(monday, day.today), monday + timedelta(days=_FRIDAY))


def _running(match: re.Match[str], day: _Day) -> DateReading:
    """The end of the running or the next month, quarter or year."""
    unit = match["unit"].lower()
    ahead = 1 if (match["which"] or "").lower() == "next" else 0
    if unit.startswith(("m", "eom")) or unit == "eom":
        first = day.today.replace(day=1) + relativedelta(months=ahead)
        return _period(first, first + relativedelta(months=1, days=-1))
    if "q" in unit[:3]:
        first = date(day.today.year, (day.today.month - 1) // 3 * 3 + 1, 1) + relativedelta(months=3 * ahead)
        return _period(first, first + relativedelta(months=3, days=-1))
    return _period(date(day.today.year + ahead, 1, 1), date(day.today.year + ahead, 12, 31))


def _quarter(match: re.Match[str], day: _Day) -> DateReading:
    first = date(day.today.year, (int(match["quarter"]) - 1) * 3 + 1, 1)
    last = first + relativedelta(months=3, days=-1)
    ends = bool(match["edge"])
    if (last if ends else first) < day.today:
        first, last = first + relativedelta(years=1), last + relativedelta(years=1)
        last = first + relativedelta(months=3, days=-1)
    return _period(first, last)


def _day_and_month(match: re.Match[str], day: _Day) -> DateReading | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    year = int(match["year"]) if match["year"] else None
    reading = _on(day, int(match["day"]), month, year, match[0])
    named = match.groupdict().get("weekday")
    if named and reading.on and reading.on.weekday() != _DAYS.index(named[:3].lower()):
        return replace(reading, on=None, problem=f"{match[0].strip()} is not that weekday.")
    return reading


def _numeric(match: re.Match[str], day: _Day) -> DateReading | None:
    first, second = int(match["first"]), int(match["second"])
    year = _full_year(match["year"])
    if (first, second) == (24, 7) or _NO_DATE_BEFORE.search(match.string[: match.start()]):
        return None
    if match["mark"] == ".":
        return _on(day, first, second, year, match[0])
    orders = [(first, second), (second, first)] if day.day_first else [(second, first), (first, second)]
    readings = [_on(day, d, m, year, match[0]) for d, m in orders]
    right = [reading for reading in readings if reading.on]
    if not right:
        alone = match.string.strip() == match[0].strip()
        return readings[0] if match["lead"] or alone or min(first, second) <= _MONTHS_A_YEAR else None
    days = sorted({reading.on for reading in right if reading.on})
    far = (days[-1] - day.today).days > _DEFENSIBLE_DAYS
    return DateReading(on=days[0]) if len(days) == 1 or far else DateReading(choices=tuple(days))


def _iso(match: re.Match[str], day: _Day) -> DateReading:
    return _on(day, int(match["d"]), int(match["m"]), int(match["y"]), match[0])


def _full_year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)  # noqa: PLR2004


def _on(day: _Day, number: int, month: int, year: int | None, text: str) -> DateReading:
    """A day of a month: the coming one when no year is given; a problem when there is no such day."""
    for candidate in [year] if year else [day.today.year, day.today.year + 1]:
        try:
            on = date(candidate, month, number)
        except ValueError:
            continue
        if year or on >= day.today:
            return DateReading(on=on)
    said = text.strip()
    return DateReading(problem=f"“{said}” is not a day in the calendar.")


def _ordinal(match: re.Match[str], day: _Day) -> DateReading:
    """ "the 15th", or with a weekday that has to agree: "Fri 27th"."""
    number = int(match["day"])
    named = match.groupdict().get("weekday")
    for ahead in range(14):
        month = day.today.replace(day=1) + relativedelta(months=ahead)
        try:
            on = month.replace(day=number)
        except ValueError:
            continue
        if on >= day.today and (not named or on.weekday() == _DAYS.index(named[:3].lower())):
            return DateReading(on=on)
        if named and on >= day.today:
            return DateReading(problem=f"“{match[0].strip()}” is not that weekday.")
    return DateReading(problem=f"“{match[0].strip()}” is not a day in the calendar.")


def _month_part(match: re.Match[str], day: _Day) -> DateReading:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    year = int(match["year"]) if match["year"] else day.today.year
    first = date(year, month, 1)
    if not match["year"] and first + relativedelta(months=1, days=-1) < day.today:
        first += relativedelta(years=1)
    last = first + relativedelta(months=1, days=-1)
    part = (match["part"] or "").lower()
    if part.startswith(("early", "start", "beginning")):
        return _period(first, first.replace(day=10))
    if part.startswith("mid"):
        return _period(first.replace(day=11), first.replace(day=20))
    return _period(first.replace(day=21), last) if part.startswith("late") else _period(first, last)


def _week_of(match: re.Match[str], day: _Day) -> DateReading:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    reading = _on(day, int(match["day"]), month, None, match[0])
    if reading.on is None:
        return reading
    monday = reading.on - timedelta(days=reading.on.weekday())
    return _period(monday, monday + timedelta(days=_FRIDAY))


def _rule(pattern: str, rule: _Rule) -> tuple[re.Pattern[str], _Rule]:
    return re.compile(pattern, re.IGNORECASE), rule


_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(_LEAD + r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    _rule(rf"{_LEAD}\b(?:week of|w/c|week commencing)\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}\b", _week_of),
    _rule(
        rf"{_LEAD}\b(?:{_WEEKDAY},?\s+(?:the\s+)?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b\.?(?:,?\s+(?P<year>20\d\d))?",
        _day_and_month,
    ),
    _rule(
        rf"{_LEAD}\b(?:{_WEEKDAY},?\s+)?{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+(?P<year>20\d\d))?",
        _day_and_month,
    ),
    _rule(
        _LEAD + r"(?<![\d/.$€£])\b(?P<first>\d{1,2})(?P<mark>/)(?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?\b(?![/%])",
        _numeric,
    ),
    _rule(_LEAD + r"(?<![\d/.$€£])\b(?P<first>\d{1,2})(?P<mark>\.)(?P<second>\d{1,2})\.(?P<year>20\d\d|\d\d)?(?!\d)", _numeric),
    _rule(_LEAD + r"\b(?P<word>day after tomorrow|today|tonight|tomorrow|tmrw|tmw|tomo|yesterday|eod|cob|end of (?:the )?day|close of business)\b", _relative),
    _rule(rf"{_LEAD}\b{_WEEKDAY},?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", _ordinal),
    _rule(rf"{_LEAD}\b(?P<modifier>next|this|coming|last|past)?\s*\b{_WEEKDAY}\b(?:\s+(?P<week>week)\b)?(?!\s*\d{{1,2}}(?:st|nd|rd|th)?\s+[a-z]{{3}})", _weekday),
    _rule(rf"{_LEAD}\b(?:in|within)\s+{_NUMBER}\s+(?P<unit>days?|weeks?|wks?|months?|fortnights?|business days?|working days?)\b", _counted),
    _rule(rf"{_LEAD}\b{_NUMBER}\s+(?P<unit>days?|weeks?|months?)\s+from (?:now|today)\b", _counted),
    _rule(_LEAD + r"\b(?P<part>early|mid|late|later|end of|start of)?\s*(?P<which>this|next)\s+(?:week|wk)\b", _week),
    _rule(_LEAD + r"\b(?P<part>eow|end of (?:the )?week)\b(?P<which>)", _week),
    _rule(_LEAD + r"\b(?:end of\s+(?:the\s+)?)?(?P<which>next|this)\s+(?P<unit>month|quarter|year)\b", _running),
    _rule(_LEAD + r"\b(?P<which>)(?P<unit>eom|eoq|eoy)\b", _running),
    _rule(_LEAD + r"\bend of (?:the )?(?P<which>)(?P<unit>month|quarter|year)\b", _running),
    _rule(_LEAD + r"\b(?P<which>)(?P<unit>month|quarter|year)[- ]end\b", _running),
    _rule(_LEAD + r"\b(?P<edge>end of\s+|late\s+)?(?:in\s+)?\bq(?P<quarter>[1-4])\b", _quarter),
    _rule(rf"{_LEAD}\b(?P<part>early|mid|late|end of|start of|beginning of)[\s-]+{_MONTH}\b(?:\s+(?P<year>20\d\d))?", _month_part),
    _rule(rf"\b(?P<lead>(?:by|until|till|not before|not until|after|in|around|since)\s+)(?P<part>){_MONTH}\b(?!\s*['’]s)(?:\s+(?P<year>20\d\d))?", _month_part),
    _rule(_LEAD + r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b", _ordinal),
)  # fmt: skip
