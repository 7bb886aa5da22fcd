"""Rules for days that move or are holidays: Christmas, New Year, Easter; the nth weekday of a month, and its nth day.

"by Christmas" is the last working day before it, "after Christmas" the first one behind it; without such a word both
are defensible, and we ask.
"""

import re
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.reading.datewords import DAYS, DEADLINE, DateReading, Day, first_working_day, last_working_day, lead_of
from bot.reading.periodrules import NTH, named_month

_BEHIND = frozenset({"after", "from", "not before", "not until", "until", "till", "til"})


def feast(match: re.Match[str], day: Day) -> DateReading:
    name = re.sub(r"[\W_]+", " ", match["feast"].lower())
    first, last = _when(name, day.today)
    lead = lead_of(match)
    before = last_working_day(first - timedelta(days=1))
    behind = first_working_day(last + timedelta(days=1))
    if lead in DEADLINE:
        return DateReading(on=before)
    if lead in _BEHIND or name.startswith("new year"):
        return DateReading(on=behind, not_before=lead in _BEHIND)
    return DateReading(choices=(before, behind))


def _when(name: str, today: date) -> tuple[date, date]:
    """The holidays of the coming feast; of the running one while they last."""
    this_year = _days(name, today.year)
    return this_year if this_year[1] >= today else _days(name, today.year + 1)


def _days(name: str, year: int) -> tuple[date, date]:
    if name.startswith("easter"):
        sunday = easter(year)
        return sunday - timedelta(days=2), sunday
    if name.startswith("new"):
        return date(year, 1, 1), date(year, 1, 1)
    return date(year, 12, 25), date(year, 12, 26)


def feast_day(match: re.Match[str], day: Day) -> DateReading:
    """One day that has a name: Christmas Eve, Boxing Day, Good Friday."""
    name = re.sub(r"[\W_]+", "", match["named"].lower()).replace("christmas", "xmas").replace("years", "year")
    this_year = _named_days(day.today.year)[name]
    return DateReading(on=this_year if this_year >= day.today else _named_days(day.today.year + 1)[name])


def _named_days(year: int) -> dict[str, date]:
    return {
        "xmaseve": date(year, 12, 24), "xmasday": date(year, 12, 25), "boxingday": date(year, 12, 26),
        "newyeareve": date(year, 12, 31), "newyearday": date(year, 1, 1),
        "goodfriday": easter(year) - timedelta(days=2), "eastersunday": easter(year),
        "eastermonday": easter(year) + timedelta(days=1),
    }  # fmt: skip


def nth_weekday(match: re.Match[str], day: Day) -> DateReading | None:
    """ "first Monday of next month", "last Friday in January"; the coming year's when that is past."""
    first = named_month(match, day)
    wanted = DAYS.index(match["weekday"][:3].lower())
    on = _nth(first, match["nth"].lower(), wanted)
    if on < day.today and match["month"]:
        on = _nth(first + relativedelta(years=1), match["nth"].lower(), wanted)
    return DateReading(on=on)


def _nth(first: date, which: str, weekday: int) -> date:
    if which == "last":
        last = first + relativedelta(months=1, days=-1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * NTH[which])


def day_of_named_month(match: re.Match[str], day: Day) -> DateReading:
    """ "the 3rd of next month"; "of the month" may be the coming one's."""
    this = day.today.replace(day=1)
    number = int(match["day"])
    which = match["which"].lower()
    ahead = 1 if which == "next" or (which == "the" and number < day.today.day) else 0
    try:
        return DateReading(on=(this + relativedelta(months=ahead)).replace(day=number))
    except ValueError:
        return DateReading(problem=f"“{match[0].strip()}” is not a day in the calendar.")
