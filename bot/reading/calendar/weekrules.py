"""Rules for weeks, which run from Monday to Friday: "next week", "early next week", "EOW", "the first week of Q2".

The end of a week is its Friday; early is Monday and Tuesday, its beginning Monday to Wednesday. The first week of a
month or quarter is its first seven days, and so on.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.datewords import (
    DEADLINE,
    FRIDAY,
    LEAD,
    MONTH,
    PART_OF_DAY,
    WEEKDAY,
    DateReading,
    Day,
    Rules,
    lead_of,
    month_of,
    period,
    rule,
    weekday_of,
)  # fmt: skip
from bot.reading.calendar.weekdayrules import WHICH_WEEK, monday_of

OVER = "“{said}” is over."
_A_WEEK = timedelta(days=7)
_FROM_TO = {"early": (0, 1), "start": (0, 2), "mid": (2, 2), "late": (3, FRIDAY), "end": (FRIDAY, FRIDAY)}
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}


def week_rule(match: re.Match[str], day: Day) -> DateReading:
    part, lead = part_of(match), lead_of(match)
    monday = monday_of(match["which"], day)
    friday = monday + timedelta(days=FRIDAY)
    if friday < day.today - timedelta(days=day.today.weekday()):
        first, last = _FROM_TO.get(part, (0, FRIDAY))
        return replace(period(monday + timedelta(days=first), monday + timedelta(days=last)), past=True)
    if part == "start" and lead in DEADLINE:
        return still_ahead(period(monday, monday), match, day)
    if part in _FROM_TO and not (part == "end" and lead == "since"):
        first, last = _FROM_TO[part]
        return still_ahead(period(monday + timedelta(days=first), monday + timedelta(days=last)), match, day)
    if part in {"later", "rest"} and monday <= day.today:
        begins = day.today + timedelta(days=part == "later")
        return period(begins, friday) if begins <= friday else DateReading(problem="“{said}”: this week is over.")
    return period(max(monday, min(day.today, friday)), friday)


def midweek(_match: re.Match[str], day: Day) -> DateReading:
    """The coming Wednesday."""
    wednesday = monday_of("", day) + timedelta(days=2)
    return DateReading(on=wednesday if wednesday >= day.today else wednesday + _A_WEEK)


def week_after(_match: re.Match[str], day: Day) -> DateReading:
    """ "the week after" alone: after this one, or after the one that was spoken of."""
    monday = monday_of("next", day)
    return DateReading(choices=(monday, monday + _A_WEEK))


def week_number(match: re.Match[str], day: Day) -> DateReading | None:
    """ "KW 14", "in week 31": of the calendar, the coming one."""
    number, year = int(match["week"]), int(match["year"] or day.today.year)
    try:
        monday = date.fromisocalendar(year, number, 1)
        if not match["year"] and monday + timedelta(days=FRIDAY) < day.today:
            monday = date.fromisocalendar(year + 1, number, 1)
    except ValueError:
        return None
    return period(monday, monday + timedelta(days=FRIDAY))


def weekend(match: re.Match[str], day: Day) -> DateReading:
    saturday = monday_of("", day) + timedelta(days=FRIDAY + 1)
    which = (match["which"] or "").lower().split()
    if which[-1:] in (["past"], ["last"]):
        return DateReading(
            on=saturday - timedelta(days=6),
            first_on=saturday - _A_WEEK,
            last_on=saturday - timedelta(days=6),
            past=True,
        )
    if which == ["next"]:
        return DateReading(choices=(saturday, saturday + _A_WEEK))
    if lead_of(match) in DEADLINE:
        return DateReading(on=saturday - timedelta(days=1))
    return DateReading(on=saturday + timedelta(days=1), first_on=saturday, last_on=saturday + timedelta(days=1))


def week_of_month(match: re.Match[str], day: Day) -> DateReading | None:
    """ "first week of December": its days 1 to 7; "last week": its last seven days."""
    start = _nth_week(*_named(match, day), match["nth"].lower())
    last = start + timedelta(days=6)
    if match.groupdict().get("weekday"):
        return DateReading(on=start + timedelta(days=((weekday_of(match) or 0) - start.weekday()) % 7))
    return period(start, last)


def _nth_week(first: date, months: int, which: str) -> date:
    if which == "last":
        return first + relativedelta(months=months) - _A_WEEK
    return first + _NTH[which] * _A_WEEK


def _named(match: re.Match[str], day: Day) -> tuple[date, int]:
    """(its first day, its months) of the month or quarter that is named."""
    said = match.groupdict()
    if said.get("quarter"):
        first = date(day.today.year, 3 * int(match["quarter"]) - 2, 1)
        return (first if first + _A_WEEK > day.today else first + relativedelta(years=1)), 3
    return named_month(match, day), 1


def named_month(match: re.Match[str], day: Day) -> date:
    """The first day of "December", "next month", "the month": the coming one."""
    this = day.today.replace(day=1)
    if not match["month"]:
        return this + relativedelta(months=1 if re.search("next|coming", match["which"], re.IGNORECASE) else 0)
    year = int(match.groupdict().get("year") or day.today.year)
    first = date(year, month_of(match), 1)
    return first if first >= this or match.groupdict().get("year") else first + relativedelta(years=1)


def nth_weekday(match: re.Match[str], day: Day) -> DateReading | None:
    """ "first Monday of next month", "last Friday in January"; the coming year's when that is past."""
    first, wanted = named_month(match, day), weekday_of(match) or 0
    on = _nth(first, match["nth"].lower(), wanted)
    if on < day.today and match["month"] and not match.groupdict().get("year"):
        on = _nth(first + relativedelta(years=1), match["nth"].lower(), wanted)
    return DateReading(on=on)


def last_day(match: re.Match[str], day: Day) -> DateReading:
    return DateReading(on=named_month(match, day) + relativedelta(months=1, days=-1))


def _nth(first: date, which: str, weekday: int) -> date:
    if which == "last":
        last = first + relativedelta(months=1, days=-1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * _NTH[which])


def part_of(match: re.Match[str]) -> str:
    """ "early", "start", "mid", "late", "later", "end", "rest", or nothing."""
    word = " ".join((match.groupdict().get("part") or "").lower().replace("-", " ").split()).removesuffix(" of")
    if word.startswith(("eo", "end", "the end")) or word.endswith("end"):
        return "end"
    return {"beginning": "start", "middle": "mid"}.get(word, word)


def still_ahead(reading: DateReading, match: re.Match[str], day: Day) -> DateReading:
    """ "early March" on the 12th: nothing is late from the start; which day is meant is asked."""
    if reading.on is None or reading.on >= day.today or day.is_past or match.groupdict().get("year"):
        return reading
    return DateReading(problem=OVER)


PART = r"(?P<part>early|beginning of|beginning|start of|mid|middle of|late|later|end of|end|rest of)(?:\s+|-)(?:in\s+)?(?:the\s+)?"
NTH = r"(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)"
NAMED_MONTH = rf"(?:{MONTH}\.?(?:,?\s+(?P<year>20\d\d)\b)?|(?P<which>(?:the\s+)?(?:next|coming)|this|the)\s+month\b)"
_NAMED = rf"(?:{NAMED_MONTH}|q(?P<quarter>[1-4])\b)"

RULES: Rules = (
    rule("week", rf"{LEAD}\b(?:in\s+)?{WHICH_WEEK}(?P<part>)", week_rule),
    rule("week", rf"{LEAD}\b(?:at\s+)?(?:in\s+)?(?:the\s+)?{PART}{WHICH_WEEK}", week_rule),
    rule("eow", rf"{LEAD}\b(?P<part>eow)\b(?P<which>)", week_rule),
    rule("week", rf"{LEAD}\b(?P<part>end of (?:the )?week|week[- ]end(?=\s*$)|rest of (?:the )?week)\b(?P<which>)", week_rule),
    rule("kw|cw", rf"{LEAD}\b(?:in\s+)?(?:kw|cw)\s?(?P<week>\d{{1,2}})\b(?:[\s/]+(?P<year>20\d\d))?", week_number),
    rule("week ", r"(?P<lead>\b(?:in|by|until|from|after|before)\s+)(?:the\s+)?week\s+(?P<week>\d{1,2})\b(?:\s+of\s+(?P<year>20\d\d)|(?!\s+of\b))", week_number),
    rule("mid", rf"{LEAD}\bmid[\s-]?week\b", midweek),
    rule("week after", rf"{LEAD}\bthe week after(?=\s*(?:$|[,.;]))", week_after),
    rule("weekend|week-end", rf"{LEAD}(?:\bover\s+(?:the\s+)?)?\b(?P<which>this past|past|last|this|next|coming)?\s*\bweek-?end\b(?!\s+(?:of|in)\b)", weekend),
    rule("week", rf"{LEAD}\b(?:in\s+)?(?:the\s+)?{NTH}\s+week\s+(?:of|in)\s+{_NAMED}(?:,?\s+on\s+{WEEKDAY})?", week_of_month),
    rule("wd_", rf"{LEAD}\b(?:the\s+)?{NTH}\s+{WEEKDAY}\s+(?:{PART_OF_DAY}\s+)?(?:of|in)\s+{NAMED_MONTH}", nth_weekday),
    rule("last day", rf"{LEAD}\b(?:the\s+)?(?<!th )(?<!nd )(?<!rd )last day (?:of|in)\s+{NAMED_MONTH}", last_day),
)  # fmt: skip

WHOLE: Rules = (
    rule("week ", r"^(?P<lead>)week\s+(?P<week>\d{1,2})(?:\s+(?:of\s+)?(?P<year>20\d\d))?$", week_number),
    rule("week after", r"^(?:the\s+)?week after$", week_after),
)
