"""Rules for weeks, months, quarters and years: due on their last working day, begun on their first day."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.datewords import FRIDAY, MONTHS, DateReading, Day
from bot.reading.dayrules import day_of


def last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def period(first: date, last: date) -> DateReading:
    return DateReading(on=last_working_day(last), first_on=first)


def week_rule(match: re.Match[str], day: Day) -> DateReading:
    monday = day.today - timedelta(days=day.today.weekday())
    monday += timedelta(days=7 if (match["which"] or "").lower() == "next" else 0)
    part = " ".join((match["part"] or "").lower().split())
    if part.startswith("early"):
        return period(monday, monday + timedelta(days=1))
    if part.startswith("mid"):
        return period(monday + timedelta(days=2), monday + timedelta(days=2))
    if part.startswith("late"):
        return period(monday + timedelta(days=3), monday + timedelta(days=FRIDAY))
    return period(max(monday, day.today), monday + timedelta(days=FRIDAY))


def running(match: re.Match[str], day: Day) -> DateReading:
    """The end of the running or the next month, quarter or year."""
    unit = match["unit"].lower()
    ahead = 1 if (match["which"] or "").lower() == "next" else 0
    if unit.startswith(("m", "eom")) or unit == "eom":
        first = day.today.replace(day=1) + relativedelta(months=ahead)
        return period(first, first + relativedelta(months=1, days=-1))
    if "q" in unit[:3]:
        first = date(day.today.year, (day.today.month - 1) // 3 * 3 + 1, 1) + relativedelta(months=3 * ahead)
        return period(first, first + relativedelta(months=3, days=-1))
    return period(date(day.today.year + ahead, 1, 1), date(day.today.year + ahead, 12, 31))


def quarter(match: re.Match[str], day: Day) -> DateReading:
    first = date(day.today.year, (int(match["quarter"]) - 1) * 3 + 1, 1)
    last = first + relativedelta(months=3, days=-1)
    ends = bool(match["edge"])
    if (last if ends else first) < day.today:
        first, last = first + relativedelta(years=1), last + relativedelta(years=1)
        last = first + relativedelta(months=3, days=-1)
    return period(first, last)


def month_part(match: re.Match[str], day: Day) -> DateReading:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    year = int(match["year"]) if match["year"] else day.today.year
    first = date(year, month, 1)
    if not match["year"] and first + relativedelta(months=1, days=-1) < day.today:
        first += relativedelta(years=1)
    last = first + relativedelta(months=1, days=-1)
    part = (match["part"] or "").lower()
    if part.startswith(("early", "start", "beginning")):
        return period(first, first.replace(day=10))
    if part.startswith("mid"):
        return period(first.replace(day=11), first.replace(day=20))
    return period(first.replace(day=21), last) if part.startswith("late") else period(first, last)


def week_of(match: re.Match[str], day: Day) -> DateReading:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    reading = day_of(day, int(match["day"]), month, None, match[0])
    if reading.on is None:
        return reading
    monday = reading.on - timedelta(days=reading.on.weekday())
    return period(monday, monday + timedelta(days=FRIDAY))
