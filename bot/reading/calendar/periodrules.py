"""Rules for months, quarters, halves and years: due on their last working day, begun on their first day.

The end of a period is its last working day, for whoever waits as for whoever is due. A start, or a bare name that runs
or is past, means the coming one.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.datewords import (
    DEADLINE,
    LEAD,
    MONTH,
    DateReading,
    Day,
    Rules,
    first_working_day,
    last_working_day,
    lead_of,
    month_of,
    period,
    rule,
)  # fmt: skip
from bot.reading.calendar.dayrules import full_year
from bot.reading.calendar.weekrules import PART, part_of, still_ahead

_MONTHS_IN = {"m": 1, "q": 3, "h": 6, "y": 12}
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def end_of(last: date) -> DateReading:
    working = last_working_day(last)
    return DateReading(on=working, first_on=working, last_on=last)


def running(match: re.Match[str], day: Day) -> DateReading:
    """The running or the next month, quarter or year, or a part of it; a bare end is the running one's."""
    unit = match["unit"].lower().removeprefix("eo")[0]
    which = " ".join((match["which"] or "").lower().split())
    ahead = 2 if "after next" in which else 1 if re.search(r"next|coming|following", which) else 0
    months = _MONTHS_IN[unit]
    first = date(day.today.year, (day.today.month - 1) // months * months + 1, 1)
    part = part_of(match)
    if part in {"later", "rest"} and not ahead:
        begins = day.today + timedelta(days=part == "later")
        return still_ahead(period(begins, first + relativedelta(months=months, days=-1)), match, day)
    if not ahead and part in {"early", "start"} and first < day.today:
        ahead = 1  # a start that is past means the coming one
    return still_ahead(_span(first + relativedelta(months=months * ahead), months, part, match), match, day)


def quarter(match: re.Match[str], day: Day) -> DateReading:
    """ "Q1", "end of Q2 2027", "H2", "third quarter": the coming one when it runs or is past, its end while that is ahead."""
    said = match.groupdict()
    months = _MONTHS_IN[(said.get("kind") or "q").lower()]
    number = int(match["quarter"]) if match["quarter"].isdecimal() else _QUARTERS[match["quarter"].lower()]
    year = _year_of(match, day)
    first = date(year or day.today.year, 1, 1) + relativedelta(months=(number - 1) * months)
    part = part_of(match)
    passed = first + relativedelta(months=months, days=-1) if part in {"mid", "late", "end"} else first
    if not year and passed < day.today:
        first += relativedelta(years=1)
    return still_ahead(_span(first, months, part, match), match, day)


def _year_of(match: re.Match[str], day: Day) -> int | None:
    """ "2027", "next year", "this year"; None when none is said."""
    said = match.groupdict()
    if said.get("which_year"):
        return day.today.year + (said["which_year"].lower() == "next")
    return full_year(said.get("year") or said.get("year_before"))


def before_month(match: re.Match[str], day: Day) -> DateReading:
    """ "before May" is due on the last working day of April."""
    first = month_part(match, day).first_on or day.today
    before = DateReading(on=last_working_day(first.replace(day=1) - timedelta(days=1)), by=True)
    return still_ahead(before, match, day)


def month_part(match: re.Match[str], day: Day) -> DateReading:
    year = _year_of(match, day)
    first = date(year or day.today.year, month_of(match), 1)
    is_over = first + relativedelta(months=1, days=-1) < day.today
    if not year and day.is_past:
        first -= relativedelta(years=first > day.today)
    elif not year and is_over:
        first += relativedelta(years=1)
    return still_ahead(_span(first, 1, part_of(match), match), match, day)


def month_in_numbers(match: re.Match[str], _day: Day) -> DateReading:
    return _span(date(int(match["year"]), int(match["number"]), 1), 1, "", match)


def year_named(match: re.Match[str], day: Day) -> DateReading:
    """ "in 2027", "end of 2026"."""
    return still_ahead(_span(date(int(match["year"]), 1, 1), 12, part_of(match), match), match, day)


def last_period(match: re.Match[str], day: Day) -> DateReading:
    """ "last month": over, and no deadline of anybody's."""
    months = _MONTHS_IN[match["unit"][0].lower()]
    this = date(day.today.year, (day.today.month - 1) // months * months + 1, 1)
    first, last = this - relativedelta(months=months), this - timedelta(days=1)
    return DateReading(on=last_working_day(last), first_on=first, last_on=last, past=True)


def _span(first: date, months: int, part: str, match: re.Match[str]) -> DateReading:
    last = first + relativedelta(months=months, days=-1)
    if (first.month, first.day) == (1, 1):
        first = first_working_day(first.replace(day=2))  # nobody works on New Year's Day
    if part == "end":
        return end_of(last)
    if part == "start" and lead_of(match) in DEADLINE:
        return DateReading(on=first_working_day(first), first_on=first)
    at = {"early": 0, "start": 0, "mid": 1, "late": 2}.get(part)
    if at is None:
        return period(first, last)
    if months == 1:
        starts = [first, first.replace(day=11), first.replace(day=21)]
    else:
        starts = [first, *(first.replace(day=1) + relativedelta(months=months // 3 * third) for third in (1, 2))]
    starts.append(last + timedelta(days=1))
    return period(starts[at], starts[at + 1] - timedelta(days=1))


_OF_NOTHING = r"(?!\s+(?:20|(?!because|so|as|if|and|or|at|on|to|then|when|for|with|latest|instead|please)[a-z]{2,}))"  # no "Q1 report"
# "start of Q2 she decides": whoever acts behind a part of it begins anew; in "Q2 we" the quarter may be anything's.
_OF_NO_PART = rf"(?:(?(part)(?=\s+(?:she|he|they|we|i|it|you|(?-i:[A-ZÀ-Þ][\w'’-]+)\s+[a-z]+s)\b)|(?!))|{_OF_NOTHING})"
_SHORT = r"['’]?(?:2[4-9]|3\d)(?=\s*(?:$|[,;)]|\.(?!\d)))"
_OF_YEAR = r"(?:of\s+|in\s+)?(?P<which_year>next|this)\s+year\b"
_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>20\d\d)\b|,?\s+{_OF_YEAR})?"
_YEAR_BEFORE = r"(?:(?P<year_before>20\d\d)[\s-]*)?"
_MONTH_YEAR = rf"(?:(?:,?\s+(?:of\s+)?|[-/])(?P<year>(?:19|20)\d\d\b|{_SHORT})|,?\s+{_OF_YEAR})?"
_WHICH = r"(?<!earlier )(?P<which>(?:the\s+)?(?:next|coming|following)|this|current|the\s+current)"
_NOT_THEIRS = r"(?!\s*['’]s)(?!\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?!:))"
# "September call her back then": the month is named alone, and "then" points to it.
_CALL_THEN = r"(?=[\s,]+(?:(?:so|and|please|pls|just)\s+)?(?:call|ring|phone|try|ask|ping|contact)\s+(?:[\w'’-]+\s+){0,4}?then\b)"
_MONTH_LEAD = r"(?P<lead>\b(?:by|until|not before|not until|(?:not\s+)?until after|after|in|around|since|from|during|sometime in|starting|starting in|over)\s+)"

RULES: Rules = (
    rule("month|quarter|year", rf"{LEAD}\b{_WHICH}\s+(?P<unit>month|quarter|year)\b(?!['’]s)", running),
    rule("after next", rf"{LEAD}\b(?P<unit>month|quarter|year)\s+(?P<which>after next)\b", running),
    rule("month|quarter|year", rf"{LEAD}\b(?:at\s+)?(?:the\s+)?{PART}(?:(?P<which>next|this|coming|current)\s+)?(?P<unit>month|quarter|year)\b(?P<next>\s+after next\b)?", running),
    rule("eo", rf"{LEAD}\b(?:at\s+)?(?:the\s+)?(?P<which>)(?P<part>(?P<unit>eom|eoq|eoy))\b", running),
    rule("end", rf"{LEAD}\b(?P<which>)(?P<part>(?P<unit>month|quarter|year)[- ]end)\b", running),
    rule("end", rf"{LEAD}\b(?P<which>next|this)\s+(?P<unit>month|quarter|year)(?P<part>[- ]end)\b", running),
    rule("last |previous |past ", r"(?:\bin\s+)?\b(?:last|previous|past)\s+(?P<unit>month|quarter|year)\b(?!['’]s)", last_period),
    rule("q1|q2|q3|q4", rf"(?:{LEAD})?(?:\b(?:at\s+)?(?:the\s+)?{PART})?(?:in\s+)?\b{_YEAR_BEFORE}(?P<kind>q)(?P<quarter>[1-4])\b{_YEAR}{_OF_NO_PART}", quarter),
    rule("h1|h2", rf"(?:{LEAD})?(?:\b(?:at\s+)?(?:the\s+)?{PART})?(?:in\s+)?\b{_YEAR_BEFORE}(?P<kind>h)(?P<quarter>[12])\b{_YEAR}{_OF_NO_PART}", quarter),
    rule("quarter", rf"(?:{LEAD})?(?:\b(?:at\s+)?(?:the\s+)?{PART})?(?:in\s+)?\b(?:the\s+)?(?P<quarter>first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter\b(?:\s+of\s+(?:the|this)\s+year\b)?{_YEAR}", quarter),
    rule("mo_", rf"\bbefore\s+(?P<part>){MONTH}{_NOT_THEIRS}{_MONTH_YEAR}", before_month),
    rule("mo_", rf"{LEAD}\b(?:at\s+)?(?:the\s+)?{PART}{MONTH}\.?{_MONTH_YEAR}", month_part),
    rule("eom", rf"{LEAD}\b(?P<part>eom)\s+(?:of\s+)?{MONTH}{_MONTH_YEAR}", month_part),
    rule("eoq", rf"{LEAD}\b(?P<part>eo)q(?P<quarter>[1-4])\b{_YEAR}", quarter),
    rule("mo_", rf"{_MONTH_LEAD}(?P<part>){MONTH}{_NOT_THEIRS}{_MONTH_YEAR}", month_part),
    rule("mo_", rf"{LEAD}\b(?:next|this|coming)\s+(?P<part>){MONTH}{_NOT_THEIRS}{_MONTH_YEAR}", month_part),
    rule("mo_", rf"{LEAD}\b(?P<part>){MONTH}{_MONTH_YEAR}{_CALL_THEN}", month_part),
    rule("mo_", rf"{LEAD}\b(?P<part>){MONTH}\.?{_MONTH_YEAR}(?:(?<=\d\d\d\d)|(?<=\syear))", month_part),
    rule("/", rf"{LEAD}(?<![\d/.])\b(?P<number>0?[1-9]|1[0-2])/(?P<year>20\d\d)\b(?!/)", month_in_numbers),
    rule("20", rf"{LEAD}(?<![\d/.])\b(?P<year>20\d\d)[/-](?P<number>0[1-9]|1[0-2])\b(?![/-])", month_in_numbers),
    rule("20", r"(?P<lead>\b(?:by|in|until|not before|not until|after|since|during)\s+)(?P<part>)(?P<year>20[2-4]\d)(?=\s*(?:$|[,.;)]))", year_named),
    rule("20", rf"{LEAD}\b(?:the\s+)?{PART}(?P<year>20[2-4]\d)\b(?=\s*(?:$|[,.;)]))", year_named),
)  # fmt: skip

WHOLE: Rules = (rule("mo_", rf"^(?P<part>){MONTH}\.?(?:\s+(?P<year>20\d\d))?$", month_part),)
