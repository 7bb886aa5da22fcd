"""Rules for days that are holidays: Christmas, New Year, Easter, Thanksgiving, Labor Day.

"by Christmas" is the last working day before it, "after Christmas" the first one behind it; without such a word both
are defensible, and we ask. A feast of a single day ("Boxing Day", "Thanksgiving") is that day.
"""

import re
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import MO, TH, relativedelta, weekday

from bot.reading.calendar.datewords import (
    DEADLINE,
    LEAD,
    DateReading,
    Day,
    Rules,
    first_working_day,
    last_working_day,
    lead_of,
    rule,
    said_before,
)  # fmt: skip
from bot.reading.calendar.feastdays import NAMES, NEEDED, days_named

_OTHERS = re.compile(r"\b(?:chinese|lunar|orthodox|islamic|jewish|parsi|coptic|greek|russian)\s+$", re.IGNORECASE)
_BEHIND = frozenset({"after", "from", "not before", "not until", "until", "starting"})
_JUST_BEEN = timedelta(days=35)  # "after Thanksgiving", said on the Monday behind it: now, or in a year


def the_holidays(match: re.Match[str], day: Day) -> DateReading | None:
    """ "after the holidays", from November on: those at the turn of the year. Any other time of the year has its own."""
    if day.today.month < _LATE_IN_YEAR:
        return None
    if lead_of(match) in DEADLINE:
        return DateReading(on=last_working_day(date(day.today.year, 12, 23)), by=True)
    behind = date(day.today.year + 1, 1, 2)
    return DateReading(on=first_working_day(behind), not_before=True, behind=behind)


_LATE_IN_YEAR = 11  # November


def feast(match: re.Match[str], day: Day) -> DateReading | None:
    if said_before(_OTHERS, match.string, match.start("feast")):
        return None
    name = re.sub(r"[\W_]+", " ", match["feast"].lower())
    first, last = _days(name, int(match["year"])) if match["year"] else _when(name, day.today)
    lead = lead_of(match)
    before = last_working_day(first - timedelta(days=1))
    behind = first_working_day(last + timedelta(days=1))
    if lead in DEADLINE:
        return DateReading(on=before, by=True)
    if lead in _BEHIND or name.startswith("new year"):
        is_start = lead in _BEHIND
        return DateReading(on=behind, not_before=is_start, behind=last + timedelta(days=1) if is_start else None)
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


def feast_day(match: re.Match[str], day: Day) -> DateReading | None:
    """One day that has a name: Christmas Eve, Boxing Day, Good Friday, Labor Day."""
    if said_before(_OTHERS, match.string, match.start("named")):
        return None
    name = re.sub(r"[\W_]+", "", match["named"].lower().replace("wd_", "")).replace("christmas", "xmas")
    name = re.sub(r"s(?=day$|eve$)", "", name) if not name.startswith("xmas") else name
    if match["year"]:
        return DateReading(on=_named_days(int(match["year"]))[name])
    this_year = _named_days(day.today.year)[name]
    if lead_of(match) in _BEHIND and this_year < day.today <= this_year + _JUST_BEEN:
        in_a_year = _named_days(day.today.year + 1)[name]
        return DateReading(choices=(max(this_year, last_working_day(day.today - timedelta(days=1))), in_a_year))
    return DateReading(on=this_year if this_year >= day.today else _named_days(day.today.year + 1)[name])


def _named_days(year: int) -> dict[str, date]:
    thanks = _nth(year, 11, TH(4))
    return {
        "xmaseve": date(year, 12, 24), "xmasday": date(year, 12, 25), "boxingday": date(year, 12, 26),
        "newyeareve": date(year, 12, 31), "newyearday": date(year, 1, 1),
        "taxday": date(year, 4, 15), "goodfri": easter(year) - timedelta(days=2), "eastersun": easter(year), "eastermon": easter(year) + timedelta(days=1),
        "thanksgiving": thanks, "thanksgivingday": thanks, "blackfri": thanks + timedelta(days=1),
        "cybermon": thanks + timedelta(days=4), "mlkday": _nth(year, 1, MO(3)), "presidentday": _nth(year, 2, MO(3)),
        "memorialday": _nth(year, 6, MO(-1)), "independenceday": date(year, 7, 4), "laborday": _nth(year, 9, MO(1)),
        "columbuday": _nth(year, 10, MO(2)), "veteranday": date(year, 11, 11), "halloween": date(year, 10, 31),
        "valentineday": date(year, 2, 14), **days_named(year),
    }  # fmt: skip


def _nth(year: int, month: int, which: weekday) -> date:
    """The nth weekday of a month; with -1, the last one before it."""
    first = date(year, month, 1)
    return (
        first + relativedelta(weekday=which)
        if which.n and which.n > 0
        else first + relativedelta(days=-1, weekday=which)
    )


FEAST = r"(?P<feast>christmas|x-?mas|new[ -]year(?:['’]?s)?|easter)(?:\s+(?:holidays?|break|time))?\b(?!\s+(?:eve|day|wd_mon|wd_sun))"
_YEAR = r"(?:,?\s+(?:in\s+)?(?P<year>20\d\d)\b)?"
_NAMED = (
    r"(?P<named>(?:christmas|x-?mas) (?:eve|day)|boxing day|tax day|new[ -]year(?:['’]?s)?[ -](?:eve|day)|good wd_fri|easter wd_(?:sun|mon)"
    r"|thanksgiving(?: day)?|black wd_fri|cyber wd_mon|(?:mlk|presidents?['’]?|memorial|independence|labor|columbus|veterans?['’]?|valentine(?:['’]?s)?) day"
    rf"|halloween|{NAMES})(?!\w)"
)

RULES: Rules = (
    *(rule(needs, rf"{LEAD[:-1]}\b{FEAST}{_YEAR}", feast) for needs in ("mas", "new", "easter")),
    *(
        rule(needs, rf"\b(?:in|at|for|around|over|this|next|coming|early in)\s+(?:the\s+)?{FEAST}{_YEAR}", feast)
        for needs in ("mas", "new", "easter")
    ),
    rule(
        "holidays",
        r"\b(?P<lead>after|before|by|(?:not\s+)?until\s+after|not\s+before|not\s+until)\s+the\s+(?:(?:winter|year-?end|christmas)\s+)?holidays(?:\s+(?:are|is)\s+(?:over|done|through|behind\s+\w+))?",
        the_holidays,
    ),
    rule(
        "mas|tax|boxing|new|easter|good|black|cyber|thanks|hallow|mlk|president|memorial|independ|labor|columbus|veteran|valentine|"
        + NEEDED,
        rf"{LEAD}\b(?:(?:next|this|coming)\s+)?{_NAMED}{_YEAR}",
        feast_day,
    ),
)

WHOLE: Rules = (rule("mas|new|easter", rf"^(?:the\s+)?{FEAST}{_YEAR}$", feast),)
