"""Rules for two day numbers that share a month: "4-15 May", "May 4-15", "20th to 24th". Due on the last working day in it.

Two whole dates with a dash or "to" between them are joined in `datejoins`.
"""

import re
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.datewords import (
    LEAD,
    MONTH,
    MONTHS,
    ORDINAL,
    DateReading,
    Day,
    Rules,
    day_number,
    last_working_day,
    lead_of,
    month_of,
    rule,
)
from bot.reading.calendar.dayrules import NO_SUCH_DAY, day_of, full_year, ordinal_day


def span(first: DateReading, last: DateReading) -> DateReading:
    """From the first day of the one to the last day of the other; asked when they are the wrong way round."""
    begins, ends = first.first_on or first.on, last.last_on or last.on
    if begins and ends and begins < ends:
        working = last.on or last_working_day(ends)
        return DateReading(on=max(begins, last_working_day(working)), first_on=begins, last_on=ends, spans=True)
    days = sorted({day for one in (first, last) for day in ((one.on,) if one.on else one.choices)})
    return DateReading(choices=tuple(days))


def days_of_month(match: re.Match[str], day: Day) -> DateReading | None:
    if re.search(r"\d\s*and\b|(?:st|nd|rd|th)\s+and\b", match[0]) and lead_of(match) != "between":
        return None  # "18 and 19 June" are two days
    month, year = month_of(match), full_year(match["year"])
    last = day_of(day, day_number(match["until"]), month, year)
    first = day_of(day, day_number(match["day"]), month, last.on.year if last.on else year)
    if first.problem or last.problem:
        return replace(first if first.problem else last)
    return span(first, last) if first.on and last.on and first.on < last.on else None


def months(match: re.Match[str], day: Day) -> DateReading | None:
    """ "March to May", "between Nov and Jan 2027"."""
    ends = full_year(match["year"])
    last = date(ends or day.today.year, MONTHS.index(match["last"]) + 1, 1)
    if not ends and last < day.today.replace(day=1):
        last += relativedelta(years=1)
    first = last.replace(month=month_of(match))
    first -= relativedelta(years=first > last)
    if first == last or (match["and"].lower() == "and" and not re.match("between", match[0], re.IGNORECASE)):
        return None
    return span(DateReading(on=first), DateReading(on=last + relativedelta(months=1, days=-1)))


def either_day(match: re.Match[str], day: Day) -> DateReading | None:
    """ "10/11 March": the one or the other, or both."""
    days = [
        day_of(day, day_number(match[name]), month_of(match), full_year(match["year"])).on for name in ("day", "until")
    ]
    return DateReading(choices=tuple(sorted(on for on in days if on))) if all(days) else None


def days_of_named_month(match: re.Match[str], day: Day) -> DateReading | None:
    """ "4 to 22 next month"."""
    first = day.today.replace(day=1) + relativedelta(months="next" in match["which"].lower())
    try:
        ends = [first.replace(day=day_number(match[name])) for name in ("day", "until")]
    except ValueError:
        return DateReading(problem=NO_SUCH_DAY)
    return span(DateReading(on=ends[0]), DateReading(on=ends[1])) if ends[0] < ends[1] else None


def day_numbers(match: re.Match[str], day: Day) -> DateReading | None:
    first = ordinal_day(day_number(match["day"]), day.today)
    last = ordinal_day(day_number(match["until"]), first) if first else None
    return span(DateReading(on=first), DateReading(on=last)) if first and last else None


def days_in_numbers(match: re.Match[str], day: Day) -> DateReading | None:
    """ "3/19-22", "3/30-4/2": a month is before its days there, unless days come first and both may be either."""
    first, second = (
        (int(match["month"]), int(match["day"])),
        (int(match["month2"] or match["month"]), int(match["until"])),
    )
    if day.day_first and max(first[1], second[1]) <= _MONTHS_A_YEAR:
        if not match["month2"]:
            return None
        first, second = first[::-1], second[::-1]
    return _between(day_of(day, first[1], first[0], None), day_of(day, second[1], second[0], None))


def days_with_dots(match: re.Match[str], day: Day) -> DateReading | None:
    """ "19.-22.3."; "3-4.5." may be a quantity."""
    until, month = int(match["until"]), int(match["month"])
    if not match["dot"] and until <= _MONTHS_A_YEAR:
        return None
    return _between(day_of(day, int(match["day"]), month, None), day_of(day, until, month, None))


def _between(first: DateReading, last: DateReading) -> DateReading | None:
    return span(first, last) if first.on and last.on and first.on < last.on else None


_MONTHS_A_YEAR = 12
_NO_COUNT = r"(?![\d/:%])(?!\.\d)(?!\s*(?:[ap]\.?m?\b|uhr|h\b|hrs?\b|of\b|full|done|[ecmp][sd]?t\b))"
_M, _D = r"(?:1[0-2]|0?[1-9])", r"(?:[12]\d|3[01]|0?[1-9])"
_LEAD = LEAD.replace("due by|", "between|due by|")
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})"
_UNTIL = rf"(?P<until>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})"
_TO = r"\s*(?:-|–|to|until|and)\s*(?:the\s+)?"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"

_WHICH = r"(?:of\s+|in\s+)?(?P<which>(?:the\s+)?next|this|the)\s+month\b"

_OTHER_MONTH = r"mo_(?P<last>[a-z]{3})\b"

RULES: Rules = (
    rule("mo_", rf"{_LEAD}\b{MONTH}\.?\s*(?P<and>-|–|to|until|and)\s*{_OTHER_MONTH}(?!\.?\s*\d{{1,2}}\b){_YEAR}", months),
    rule("mo_", rf"{_LEAD}(?<![\d/.-])\b(?:the\s+)?{_DAY}(?:\s*/\s*|\s+or\s+)(?:the\s+)?{_UNTIL}\s+(?:of\s+)?{MONTH}{_YEAR}", either_day),
    rule("mo_", rf"{_LEAD}\b{MONTH}\.?\s+(?:the\s+)?{_DAY}(?:\s*/\s*|\s+or\s+)(?:the\s+)?{_UNTIL}\b(?![/.:]\d|\s*[ap]m\b|\s+(?:of\s+)?mo_){_YEAR}", either_day),
    rule("month", rf"{_LEAD}(?<![\d/.-])\b(?:the\s+)?{_DAY}{_TO}{_UNTIL}\s+{_WHICH}", days_of_named_month),
    rule("mo_", rf"{_LEAD}(?<![\d/.-])\b(?:wd_[a-z]{{3}}\s*[-–]\s*wd_[a-z]{{3}}[,.]?\s+)?(?:the\s+)?{_DAY}{_TO}{_UNTIL}\s+(?:of\s+)?{MONTH}{_YEAR}", days_of_month),
    rule("mo_", rf"{_LEAD}\b{MONTH}\.?\s+(?:the\s+)?{_DAY}{_TO}{_UNTIL}\b(?![/.:]\d|\s*[ap]m\b){_YEAR}", days_of_month),
    rule("#", rf"{_LEAD}(?<![\d/.:-])\b(?P<month>{_M})/(?P<day>{_D})\s?[-–]\s?(?:(?P<month2>{_M})/)?(?P<until>{_D}){_NO_COUNT}", days_in_numbers),
    rule("#", rf"{_LEAD}(?<![\d/.:-])\b(?P<day>{_D})(?P<dot>\.)?\s?[-–]\s?(?P<until>{_D})\.(?P<month>{_M})\.(?!\d)", days_with_dots),
    rule("#th", rf"{_LEAD}\b(?:the\s+)?(?P<day>{_NTH}){_TO}(?P<until>{_NTH})\b(?!\s+(?:of\s+)?mo_)", day_numbers),
)  # fmt: skip

WHOLE: Rules = ()
