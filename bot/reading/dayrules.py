"""Rules for single days: each takes a match and today, and gives a reading (playbook section 12)."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.datewords import DAYS, FRIDAY, MONTHS, NUMBERS, DateReading, Day, first_working_day, last_working_day

MONTHS_A_YEAR = 12


DAY_END = "17:00"


_NO_DATE_BEFORE = re.compile(r"\b(?:slides?|pages?|version|v|ratio|ext|x|no|room)\.?\s*$", re.IGNORECASE)


def relative(match: re.Match[str], day: Day) -> DateReading:
    word = " ".join(match["word"].lower().split())
    ahead = {"today": 0, "tonight": 0, "yesterday": -1}.get(word, 2 if word.startswith("day after") else 1)
    weeks = {"week": 7, "fortnight": 14}.get((match["week"] or "").lower(), 0)
    return DateReading(on=day.today + timedelta(days=ahead + weeks), past=ahead + weeks < 0)


def day_end(_match: re.Match[str], day: Day) -> DateReading:
    """ "eod", "close of play": today's, unless a day stands beside it (see `find_dates`)."""
    return DateReading(on=day.today, at=DAY_END)


def weekday(match: re.Match[str], day: Day) -> DateReading:
    wanted = DAYS.index(match["weekday"][:3].lower())
    ahead = (wanted - day.today.weekday()) % 7
    modifier = (match["modifier"] or "").lower().strip()
    nearest = day.today + timedelta(days=ahead or 7)
    if modifier in {"last", "past"}:
        return DateReading(on=day.today - timedelta(days=(day.today.weekday() - wanted) % 7 or 7), past=True)
    if match["week"]:
        return DateReading(on=nearest + timedelta(days=14 if match["week"].lower() == "fortnight" else 7))
    if modifier == "next":
        following = day.today - timedelta(days=day.today.weekday()) + timedelta(days=7 + wanted)
        return DateReading(on=following) if following == nearest else DateReading(choices=(nearest, following))
    return DateReading(on=nearest) if ahead else DateReading(choices=(day.today, nearest))


def weekday_after_next(match: re.Match[str], day: Day) -> DateReading:
    """ "Monday after next" is a week behind "next Monday", with the same doubt."""
    wanted = DAYS.index(match["weekday"][:3].lower())
    nearest = day.today + timedelta(days=(wanted - day.today.weekday()) % 7 or 7)
    following = day.today + timedelta(days=7 + wanted - day.today.weekday())
    week = timedelta(days=7)
    if following == nearest:
        return DateReading(on=nearest + week)
    return DateReading(choices=(nearest + week, following + week))


def weekday_of_week(match: re.Match[str], day: Day) -> DateReading:
    """ "Friday next week", "next week on Tuesday": that week's, whichever is nearest."""
    which = match["which"].lower()
    ahead = 2 if "after" in which else 1 if which.startswith("next") else 0
    monday = day.today - timedelta(days=day.today.weekday())
    return DateReading(on=monday + timedelta(days=7 * ahead + DAYS.index(match["weekday"][:3].lower())))


def counted(match: re.Match[str], day: Day) -> DateReading:
    word = match["number"].lower()
    number = int(word) if word.isdecimal() else NUMBERS[word or "a"]
    unit = match["unit"].lower()
    if unit.startswith(("business", "working")):
        return DateReading(on=working_days_on(day.today, number))
    if unit.startswith("mo"):
        return DateReading(on=day.today + relativedelta(months=number))
    if unit.startswith("y"):
        return DateReading(on=day.today + relativedelta(years=number))
    days = {"d": 1, "w": 7, "f": 14}[unit[0]]
    on = day.today + timedelta(days=days * number)
    return DateReading(on=_deadline(on, day) if re.match(r".*\bwithin\b", match[0], re.IGNORECASE) else on)


def _deadline(on: date, day: Day) -> date:
    """ "within 3 days" ends on a working day, as a period does; on the next one when that is over already."""
    before = last_working_day(on)
    return before if before > day.today else first_working_day(on)


def working_days_on(start: date, number: int) -> date:
    current = start
    for _ in range(number):
        current += timedelta(days=1 if current.weekday() < FRIDAY else 7 - current.weekday())
    return current


def day_and_month(match: re.Match[str], day: Day) -> DateReading | None:
    month = MONTHS.index(match["month"][:3].lower()) + 1
    year = full_year((match["year"] or "").lstrip("'’"))
    reading = day_of(day, int(match["day"]), month, year, match[0])
    if reading.on and reading.on < day.today and not re.search(r"20\d\d$", match[0]):
        return DateReading(problem=f"“{_typed(match)}” is past.")
    named = match.groupdict().get("weekday")
    if named and reading.on and reading.on.weekday() != DAYS.index(named[:3].lower()):
        return replace(reading, on=None, problem=f"“{_typed(match)}” is not that weekday.")
    return reading


def _typed(match: re.Match[str]) -> str:
    """The day without the word before it: "on Mon 7 Nov" -> "Mon 7 Nov"."""
    return match[0].removeprefix(match.groupdict().get("lead") or "").strip()


def numeric(match: re.Match[str], day: Day) -> DateReading | None:
    first, second = int(match["first"]), int(match["second"])
    year = full_year(match["year"])
    if (first, second) == (24, 7) or _NO_DATE_BEFORE.search(match.string[: match.start()]):
        return None
    if match["mark"] == ".":
        return day_of(day, first, second, year, match[0])
    orders = [(first, second), (second, first)] if day.day_first else [(second, first), (first, second)]
    readings = [day_of(day, d, m, year, match[0]) for d, m in orders]
    right = [reading for reading in readings if reading.on]
    if not right:
        alone = match.string.strip() == match[0].strip()
        return readings[0] if match["lead"] or alone or min(first, second) <= MONTHS_A_YEAR else None
    days = sorted({reading.on for reading in right if reading.on})
    return DateReading(on=days[0]) if len(days) == 1 else DateReading(choices=tuple(days))


def iso(match: re.Match[str], day: Day) -> DateReading:
    return day_of(day, int(match["d"]), int(match["m"]), int(match["y"]), match[0])


def full_year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)  # noqa: PLR2004


def day_of(day: Day, number: int, month: int, year: int | None, text: str) -> DateReading:
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


def ordinal(match: re.Match[str], day: Day) -> DateReading:
    """ "the 15th", or with a weekday that has to agree: "Fri 27th"."""
    number = int(match["day"])
    named = match.groupdict().get("weekday")
    for ahead in range(14):
        month = day.today.replace(day=1) + relativedelta(months=ahead)
        try:
            on = month.replace(day=number)
        except ValueError:
            continue
        if on >= day.today and (not named or on.weekday() == DAYS.index(named[:3].lower())):
            return DateReading(on=on)
        if named and on >= day.today:
            return DateReading(problem=f"“{_typed(match)}” is not that weekday.")
    return DateReading(problem=f"“{match[0].strip()}” is not a day in the calendar.")


def ordinal_day(number: int, today: date) -> date | None:
    """The coming day of that number; None when no month has it."""
    for ahead in range(3):
        month = today.replace(day=1) + relativedelta(months=ahead)
        try:
            on = month.replace(day=number)
        except ValueError:
            continue
        if on >= today:
            return on
    return None
