"""Rules for weeks, months, quarters, halves and years: due on their last working day, begun on their first day.

The end of a period is its last working day, for whoever waits as for whoever is due.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.datewords import (
    DEADLINE,
    FRIDAY,
    MONTHS,
    DateReading,
    Day,
    first_working_day,
    last_working_day,
    lead_of,
)  # fmt: skip
from bot.reading.dayrules import day_of, full_year

_MONTHS_IN = {"m": 1, "q": 3, "h": 6, "y": 12}


def period(first: date, last: date) -> DateReading:
    return DateReading(on=last_working_day(last), first_on=first)


def end_of(last: date) -> DateReading:
    return period(last_working_day(last), last)


def week_rule(match: re.Match[str], day: Day) -> DateReading:
    part = _part(match)
    monday = monday_of(match["which"], day)
    friday = monday + timedelta(days=FRIDAY)
    if part == "end" and lead_of(match) != "since":
        return end_of(friday)
    if part in {"early", "start"}:
        by_its_start = part == "start" and lead_of(match) in DEADLINE
        begun = period(monday, monday if by_its_start else monday + timedelta(days=1))
        return _still_ahead(begun, match, day)
    if part == "mid":
        return _still_ahead(period(monday + timedelta(days=2), monday + timedelta(days=2)), match, day)
    if part == "late":
        return period(monday + timedelta(days=3), friday)
    if part == "later" and monday <= day.today:
        tomorrow = day.today + timedelta(days=1)
        return period(tomorrow, friday) if tomorrow <= friday else _over(match)
    return period(max(monday, day.today), friday)


def monday_of(which: str | None, day: Day) -> date:
    """The Monday of "this", "next" or "after next" week; of the running one when nothing is said."""
    words = " ".join((which or "").lower().split())
    ahead = 2 if "after next" in words else 1 if "next" in words else 0
    return day.today + timedelta(days=7 * ahead - day.today.weekday())


def week_after(_match: re.Match[str], day: Day) -> DateReading:
    """ "the week after" alone: after this one, or after the one that was spoken of."""
    monday = monday_of("next", day)
    return DateReading(choices=(monday, monday + timedelta(days=7)))


def weekend(match: re.Match[str], day: Day) -> DateReading:
    saturday = monday_of("", day) + timedelta(days=FRIDAY + 1)
    if (match["which"] or "").lower() == "next":
        return DateReading(choices=(saturday, saturday + timedelta(days=7)))
    if lead_of(match) in DEADLINE:
        return DateReading(on=saturday - timedelta(days=1))
    return DateReading(on=saturday + timedelta(days=1), first_on=saturday)


def running(match: re.Match[str], day: Day) -> DateReading:
    """The running or the next month, quarter or year, or a part of it; a bare end is the running one's."""
    unit = match["unit"].lower().removeprefix("eo")[0]
    which = " ".join((match["which"] or "").lower().split())
    ahead = 2 if "after next" in which else 1 if "next" in which else 0
    months = _MONTHS_IN[unit]
    first = date(day.today.year, (day.today.month - 1) // months * months + 1, 1)
    part = _part(match)
    if not ahead and part in {"early", "start"} and first < day.today:
        ahead = 1  # a start that is past means the coming one
    return _still_ahead(_span(first + relativedelta(months=months * ahead), months, part, match), match, day)


def quarter(match: re.Match[str], day: Day) -> DateReading:
    """ "Q1", "end of Q2 2027", "H2": the coming one when it runs or is past, its end while that is ahead."""
    months = _MONTHS_IN[match["kind"].lower()]
    year = full_year(match["year"]) or day.today.year
    first = date(year, 1, 1) + relativedelta(months=(int(match["quarter"]) - 1) * months)
    part = _part(match)
    passed = first + relativedelta(months=months, days=-1) if part in {"mid", "late", "end"} else first
    if not match["year"] and passed < day.today:
        first += relativedelta(years=1)
    return _still_ahead(_span(first, months, part, match), match, day)


def before_month(match: re.Match[str], day: Day) -> DateReading:
    """ "before May" is due on the last working day of April."""
    first = month_part(match, day).first_on or day.today
    return _still_ahead(DateReading(on=last_working_day(first.replace(day=1) - timedelta(days=1))), match, day)


def month_part(match: re.Match[str], day: Day) -> DateReading:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    year = full_year((match["year"] or "").lstrip("'’")) or day.today.year
    first = date(year, month, 1)
    if not match["year"] and first + relativedelta(months=1, days=-1) < day.today:
        first += relativedelta(years=1)
    return _still_ahead(_span(first, 1, _part(match), match), match, day)


def week_of_month(match: re.Match[str], day: Day) -> DateReading | None:
    """ "first week of December": its days 1 to 7; "last week": its last seven days."""
    first = named_month(match, day)
    which = match["nth"].lower()
    if which == "last":
        last = first + relativedelta(months=1, days=-1)
        return period(last - timedelta(days=6), last)
    start = first + timedelta(days=7 * NTH[which])
    return period(start, start + timedelta(days=6))


NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}


def named_month(match: re.Match[str], day: Day) -> date:
    """The first day of "December", "next month", "the month": the coming one."""
    this = day.today.replace(day=1)
    if not match["month"]:
        return this + relativedelta(months=1 if "next" in match["which"].lower() else 0)
    first = date(day.today.year, MONTHS.index(match["month"][:3].lower()) + 1, 1)
    return first if first >= this else first + relativedelta(years=1)


def week_of(match: re.Match[str], day: Day) -> DateReading:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    reading = day_of(day, int(match["day"]), month, None, match[0])
    if reading.on is None:
        return reading
    monday = reading.on - timedelta(days=reading.on.weekday())
    return period(monday, monday + timedelta(days=FRIDAY))


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


def _part(match: re.Match[str]) -> str:
    word = " ".join((match.groupdict().get("part") or "").lower().replace("-", " ").split()).removesuffix(" of")
    if word.startswith(("eo", "end")) or word.endswith("end"):
        return "end"
    return {"beginning": "start", "middle": "mid"}.get(word, word)


def _over(match: re.Match[str]) -> DateReading:
    return DateReading(problem=f"“{match[0].strip()}”: this week is over.")


def _still_ahead(reading: DateReading, match: re.Match[str], day: Day) -> DateReading:
    """ "early March" on the 12th: nothing is late from the start; which day is meant is asked."""
    if reading.on is None or reading.on >= day.today or lead_of(match) == "since" or match.groupdict().get("year"):
        return reading
    return DateReading(problem=f"“{match[0].strip()}” is over.")
