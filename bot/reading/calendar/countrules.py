"""Rules for days that are counted: "in 2 weeks", "3 business days", "the next few days", "in 2-3 weeks", "two days ago".

Working days are counted from tomorrow; "within 3 days" and "the next 3 days" end on a working day.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.datewords import (
    LEAD,
    NUMBER,
    DateReading,
    Day,
    Rules,
    count_of,
    first_working_day,
    last_working_day,
    period,
    rule,
    working_days_on,
)  # fmt: skip

_VAGUE = frozenset({"few", "a few", "couple", "a couple", "couple of", "a couple of"})
_LENGTHS = {"d": 1, "w": 7, "f": 14}


def on_from(start: date, count: int, unit: str) -> date:
    """So many days, weeks, working days, months or years on, or back when it is below 0."""
    unit = unit.lower()
    if unit.startswith(("bus", "work", "biz")):
        return working_days_on(start, count)
    if unit.startswith("q"):
        return start + relativedelta(months=3 * count)
    if unit.startswith("mo"):
        return start + relativedelta(months=count)
    if unit.startswith("y"):
        return start + relativedelta(years=count)
    return start + timedelta(days=_LENGTHS[unit[0]] * count)


def counted(match: re.Match[str], day: Day) -> DateReading:
    on = on_from(day.today, count_of(match["number"]), match["unit"])
    if re.search(r"\b(?:within|inside)\b", match[0], re.IGNORECASE):
        return DateReading(on=_deadline(on, day), by=True)
    return DateReading(on=on)


def counted_hours(match: re.Match[str], day: Day) -> DateReading | None:
    """ "within 48h": two days. Fewer hours than a day's are a time, not a day."""
    days, over = divmod(int(match["hours"]), 24)
    at = f"{day.now:%H:%M}" if day.now else ""
    return DateReading(on=day.today + timedelta(days=days), at=at, by=True) if days and not over else None


def counted_loosely(match: re.Match[str], day: Day) -> DateReading:
    """ "in 2-3 weeks": from the one to the other."""
    first = on_from(day.today, count_of(match["number"]), match["unit"])
    last = on_from(day.today, count_of(match["most"]), match["unit"])
    return DateReading(on=max(first, last_working_day(last)), first_on=first, last_on=last)


def the_next(match: re.Match[str], day: Day) -> DateReading:
    """ "the next 3 days" begin tomorrow. "The next 3 months" may be whole ones or not, and are asked about."""
    count, unit = count_of(match["number"]), match["unit"].lower()
    rolling = on_from(day.today, count, unit)
    tomorrow = day.today + timedelta(days=1)
    is_vague = " ".join(match["number"].lower().split()) in _VAGUE
    if unit[0] in "qy":
        first = _begin(day.today, unit)
        return period(first, on_from(first, count, unit) - timedelta(days=1))
    if unit[0] in "wm" and not is_vague:
        whole = on_from(_begin(day.today, unit), count, unit) - timedelta(days=1)
        return DateReading(choices=tuple(sorted({last_working_day(rolling), last_working_day(whole)})))
    return DateReading(on=_deadline(rolling, day), first_on=tomorrow, last_on=rolling)


def next_working_day(_match: re.Match[str], day: Day) -> DateReading:
    return DateReading(on=working_days_on(day.today, 1))


def ago(match: re.Match[str], day: Day) -> DateReading:
    return DateReading(on=on_from(day.today, -count_of(match["number"]), match["unit"]), past=True)


def the_last(match: re.Match[str], day: Day) -> DateReading:
    """ "the last 2 weeks": whole ones, as "last week" is; over, and due for nobody."""
    count, unit = count_of(match["number"]), match["unit"].lower()
    is_whole = unit[0] in "wmqy" and not unit.startswith("working")
    ended = on_from(_begin(day.today, unit), -1, unit) if is_whole else day.today
    yesterday = ended - timedelta(days=1)
    return replace(period(on_from(ended, -count, unit), yesterday), past=True)


def _begin(today: date, unit: str) -> date:
    """The first day of the next whole week, month, quarter or year."""
    if unit[0] == "w":
        return today + timedelta(days=7 - today.weekday())
    months = {"m": 1, "q": 3, "y": 12}[unit[0]]
    return date(today.year, (today.month - 1) // months * months + 1, 1) + relativedelta(months=months)


def _deadline(on: date, day: Day) -> date:
    """A working day, as with a period; the next one when the last is over already."""
    before = last_working_day(on)
    return before if before > day.today else first_working_day(on)


_UNIT = r"(?P<unit>days?|weeks?|months?|quarters?|years?|fortnights?|(?:business|bus|working|work|biz)\s+days?)\b(?!\s+(?:of|past|to)\b)"
_SOONER = r"(?:about\s+|around\s+|roughly\s+|approx\.?\s+|~\s*)?"
_ON = r"(?:from\s+(?:now|today)|hence|out)\b"
_CALLS = (
    r"(?P<verb>\b(?:call(?:ing)?(?:\s+(?:her|him|them))?|cb|ring|try|f/?u|follow[\s-]*up|chase|ping|touch\s+base|check|circle|back)"
    r"(?:\s+(?:back|again|in|up))*\s+)"
)

RULES: Rules = (
    rule("day|week|month|quarter|year|fortnight", rf"{LEAD}\b(?:in|within|inside(?:\s+of)?)\s+(?:(?:the\s+)?next\s+)?{_SOONER}{NUMBER}\s*{_UNIT}(?:(?:['’]s?)?\s+time\b)?", counted),
    rule("day|week|month|quarter|year|fortnight", rf"{LEAD}\bin\s+{_SOONER}{NUMBER}\s*(?:-|–|to|or)\s*(?P<most>\d{{1,3}}|two|three|four|five|six)\s+{_UNIT}(?:['’]?\s+time\b)?", counted_loosely),
    rule("h", r"\b(?:in|within|inside(?:\s+of)?)\s+(?:the\s+next\s+)?(?P<hours>\d{2,3})\s*(?:h|hrs?|hours?)\b", counted_hours),
    rule("day|week|month|quarter|year|fortnight", rf"{LEAD}\b{NUMBER}\s+{_UNIT}\s+{_ON}", counted),
    rule("time", rf"{LEAD}\b{NUMBER}\s+{_UNIT}['’]?s?\s+time\b", counted),
    rule("day|week|month|quarter|year|fortnight", rf"{_CALLS}(?:after\s+)?{_SOONER}{NUMBER}\s+{_UNIT}(?=\s*(?:$|[,.;)]))", counted),
    rule("day|week|month|quarter|year|fortnight", rf"{LEAD}\b(?:in\s+)?(?:the\s+|over\s+the\s+)?(?:next|coming|following)\s+{NUMBER}\s+{_UNIT}", the_next),
    rule("coming", rf"{LEAD}\b{NUMBER}\s+coming\s+{_UNIT}", the_next),
    rule("day", rf"{LEAD}\b(?:the\s+)?next\s+(?:business|bus|working|work|biz)\s+day\b", next_working_day),
    rule("last |past |previous ", rf"\b(?:in\s+|over\s+)?(?:the\s+)?(?:last|past|previous)\s+{NUMBER}\s+{_UNIT}", the_last),
    rule("ago", rf"\b{NUMBER}\s+{_UNIT}\s+ago\b", ago),
)  # fmt: skip

WHOLE: Rules = (
    rule("day|week|month|quarter|year|fortnight", rf"^(?:after\s+)?{_SOONER}{NUMBER}\s*{_UNIT}(?:\s+later)?$", counted),
    rule("day|week|month|quarter|year|fortnight", r"^(?:a\s+)?(?P<number>)(?P<unit>fortnight)(?:\s+later)?$", counted),
)
