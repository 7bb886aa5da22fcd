"""Rules for a day of the calendar: "2026-03-17", "20/3", "Tue 17 March", "the 15th".

Two numbers with two readings are asked about, whoever writes them; a weekday beside a day has to agree with it.
"""

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.clockwords import DAY_ENDS, HOURS
from bot.reading.calendar.datewords import (
    DAYS,
    LEAD,
    MONTH,
    ORDINAL,
    WEEKDAY,
    DateReading,
    Day,
    Rules,
    day_number,
    month_of,
    rule,
    said_before,
    weekday_of,
)  # fmt: skip

NO_SUCH_DAY = "“{said}” is not a day in the calendar."
OTHER_WEEKDAY = "“{day}” is not that weekday."
MONTHS_A_YEAR = 12
_LEAP_YEARS = 9  # the 29th of February comes again within
_LAST_CENTURY = 70  # two digits from here on are a year behind us
_NOON, _LONGEST_MEETING = 12, 3  # hours that two numbers behind a weekday may span
_SOON = 31  # days: a day of this and the next month is looked for with a weekday, no later one
_NO_DATE_BEFORE = re.compile(
    r"(?:\b(?:slides?|pages?|version|v|ratio|ext|x|no|room|release|rev|section|chapter|aisle|bay|suite|gate|dock|size|grade|ticket|serial|batch|lot)\.?\s*"
    r"|\b(?:nps|csat|scores?|scored|rating|rat(?:es?|ed))\s+(?:(?:is|was|of|us|it|me|an?|at)\s+){0,3}|[$€£]\s*)$",
    re.IGNORECASE,
)
ENDS = r"(?=\s*(?:$|[,;)]|\.(?:\s|$)))"
_OR_HOUR = rf"(?:{ENDS}|(?=\s+at\s+(?:\d|noon|half|quarter|{'|'.join(HOURS)})\b))"  # "the twenty sixth at two"


def _is_no_date(match: re.Match[str]) -> bool:
    """ "page 3.2", "€ 3.2"; "48.000 € by 31.3." is one."""
    before = said_before(_NO_DATE_BEFORE, match.string, match.start())
    is_sum = before and before[0].strip() in {"$", "€", "£"}
    return before is not None and not (is_sum and match.groupdict().get("lead"))


def otherwise(reading: DateReading, named: int, day: Day) -> DateReading:
    """Of a day that is near it is asked which was meant; another one is a slip of any kind."""
    near = reading.on and day.today < reading.on <= day.today + timedelta(days=_SOON)
    return _either(reading.on, named) if near and reading.on else DateReading(problem=OTHER_WEEKDAY)


def _either(on: date, named: int) -> DateReading:
    """ "weds 3/19", where that is a Thursday: the day, or the weekday beside it."""
    behind = (named - on.weekday()) % 7
    beside = on + timedelta(days=behind if behind <= 3 else behind - 7)  # noqa: PLR2004 - the nearer one
    return DateReading(choices=tuple(sorted((on, beside))))


def iso(match: re.Match[str], day: Day) -> DateReading:
    return day_of(day, int(match["d"]), int(match["m"]), int(match["y"]))


def day_and_month(match: re.Match[str], day: Day) -> DateReading | None:
    year = full_year(match.groupdict().get("year"))
    reading = day_of(day, day_number(match["day"]), month_of(match), year)
    short = year and not re.search(r"\d{4}", match["year"])
    if reading.on and reading.on < day.today and short and not day.is_past:
        return DateReading(problem="“{day}” is past.")
    return _agreeing(reading, match)


def _agreeing(reading: DateReading, match: re.Match[str]) -> DateReading:
    said = match.groupdict()
    named = weekday_of(match)
    behind = said.get("named")
    if behind and named is None:
        named = DAYS.index(behind)
    if named is None or reading.on is None or reading.on.weekday() == named:
        return reading
    return DateReading(problem=OTHER_WEEKDAY)


def numeric(match: re.Match[str], day: Day) -> DateReading | None:
    first, second = int(match["first"]), int(match["second"])
    year = full_year(match["year"])
    if (first, second) == (24, 7) or said_before(_NO_DATE_BEFORE, match.string, match.start("first")):
        return None
    orders = [(first, second), (second, first)] if day.day_first else [(second, first), (first, second)]
    readings = [day_of(day, number, month, year) for number, month in orders]
    right = [reading for reading in readings if reading.on]
    named = weekday_of(match)
    if named is not None and right:
        agreeing = [reading for reading in right if reading.on and reading.on.weekday() == named]
        return agreeing[0] if agreeing else otherwise(right[0], named, day)
    if not right:
        alone = match.string.strip() == match[0].strip()
        return readings[0] if match["lead"] or alone or min(first, second) <= MONTHS_A_YEAR else None
    days = sorted({reading.on for reading in right if reading.on})
    return DateReading(on=days[0]) if len(days) == 1 else DateReading(choices=tuple(days))


def dotted(match: re.Match[str], day: Day) -> DateReading | None:
    """ "31.03." is a day before a month, as everybody writes it who writes dots."""
    if _is_no_date(match):
        return None
    return _agreeing(
        day_of(
            day, int(match["first"]), int(match["second"]), full_year(match["year"] or match.groupdict().get("short"))
        ),
        match,
    )


_COUNTED = re.compile(
    r"\b(?:pays?|paid|costs?|wants?|at|for|over|under|about|around|only|is|are|was|were|of|than|up|down)\s+$",
    re.IGNORECASE,
)


def dotted_short(match: re.Match[str], day: Day) -> DateReading | None:
    """ "15.04 10:00": without the last dot it may be an amount or a time, so the month has two digits and is one."""
    first = int(match["first"])
    is_date = day.day_first and first > MONTHS_A_YEAR and not said_before(_COUNTED, match.string, match.start())
    is_bare = len(match["second"]) == 1 and not is_date  # "24.3", where days stand first
    if is_bare or (first <= MONTHS_A_YEAR and not day.day_first and not match["weekday"]):
        return None
    found = dotted(match, day)
    return None if found is None or (found.problem and not match["lead"]) else found


def dashed(match: re.Match[str], day: Day) -> DateReading | None:
    """ "by 2-15": where one number can be no month; "2-3" may be a span of hours or a ratio."""
    if match["weekday"] is None and max(int(match["first"]), int(match["second"])) <= MONTHS_A_YEAR:
        return None
    return whole_pair(match, day)


def whole_pair(match: re.Match[str], day: Day) -> DateReading | None:
    """ "5.12", "2-15": a day of a month where nothing odd comes of it, and no span of hours behind a weekday."""
    found = numeric(match, day)
    is_odd = found is None or found.problem or (found.choices and weekday_of(match) is not None)
    return None if is_odd or (found and _are_hours(found, match, day)) else found


def _are_hours(read: DateReading, match: re.Match[str], day: Day) -> bool:
    """ "Tue 12-1", "Thu 2-4": behind a weekday, unless that day is near."""
    first, second = int(match["first"]), int(match["second"])
    spans = max(first, second) <= _NOON and 0 < (second - first) % _NOON <= _LONGEST_MEETING
    is_near = read.on and read.on - day.today <= timedelta(days=_SOON)
    return spans and not is_near and match["weekday"] is not None and "-" in match[0]


def ordinal(match: re.Match[str], day: Day) -> DateReading:
    """ "the 15th", or with a weekday that has to agree: "Fri 27th"."""
    number, named = day_number(match["day"]), weekday_of(match)
    on = ordinal_day(number, day.today, back=day.is_past)
    if on is None:
        return DateReading(problem=NO_SUCH_DAY)
    if named is None or on.weekday() == named:
        return DateReading(on=on)
    again = ordinal_day(number, on + timedelta(days=1))
    if again and again.weekday() == named and again - on <= timedelta(days=_SOON):
        return DateReading(on=again)
    return DateReading(problem=OTHER_WEEKDAY)


def ordinal_day(number: int, today: date, *, back: bool = False) -> date | None:
    """The coming day of that number, or the last one; None when no month has it."""
    for step in range(3):
        month = today.replace(day=1) + relativedelta(months=-step if back else step)
        try:
            on = month.replace(day=number)
        except ValueError:
            continue
        if (on <= today) if back else (on >= today):
            return on
    return None


def day_of_named_month(match: re.Match[str], day: Day) -> DateReading:
    """ "the 3rd of next month"; "of the month" may be the coming one's."""
    number, which = day_number(match["day"]), match["which"].lower()
    ahead = 1 if "next" in which or (which == "the" and number < day.today.day) else 0
    try:
        return DateReading(on=(day.today.replace(day=1) + relativedelta(months=ahead)).replace(day=number))
    except ValueError:
        return DateReading(problem=NO_SUCH_DAY)


def full_year(text: str | None) -> int | None:
    digits = (text or "").strip(" ,'’")
    if not digits:
        return None
    if len(digits) == 4:  # noqa: PLR2004
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _LAST_CENTURY else 2000)


def day_of(day: Day, number: int, month: int, year: int | None) -> DateReading:
    """A day of a month: the coming one when no year is given; a problem when there is no such day."""
    this = day.today.year
    near = (this, this - 1) if day.is_past else range(this, this + _LEAP_YEARS)
    for candidate in [year] if year else near:
        try:
            on = date(candidate, month, number)
        except ValueError:
            continue
        if year or ((on <= day.today) if day.is_past else (on >= day.today)):
            return DateReading(on=on)
    return DateReading(problem=NO_SUCH_DAY)


_SHORT = r"['’]?(?:2[4-9]|3\d)(?=\s*(?:$|[,;)]|\.(?!\d)))"  # "13 Mar 27"; up to 23 it may be an hour
_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d\b|{_SHORT}))?"
_SLASH_YEAR = r"(?:[/-](?P<year>(?:19|20)\d\d|\d\d))"
_BESIDE = rf"(?:{WEEKDAY}[,.]?\s+)?"
_BEHIND = r"(?:,?\s+wd_(?P<named>[a-z]{3})\b(?!\s+(?:week|fortnight)))?"
_DAY = rf"(?P<day>\d{{1,2}}(?:\s?(?:st|nd|rd|th)|(?<=\b1)(?:er|[°º]))?|{ORDINAL})(?:\b|(?<=[°º]))"
_NTH = r"(?P<day>\d{1,2}(?:st|nd|rd|th))\b"
NO_MONTH = r"(?!\s+(?:of\s+)?mo_)"
_NOT_AFTER = r"(?<![\d/.$€£:-])"
NO_UNIT = r"(?!\d|\s*(?:%|k\b|m\b|mio|million|percent|hours?\b|hrs?\b|x\b|usd|eur|gbp|release|version|update|build|am\b|pm\b))"

AT = r"(?:at|@|à|um|om|kl\.?|alle|a\s+las)"

RULES: Rules = (
    rule("-", LEAD + r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", iso),
    rule("/", LEAD + r"\b(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})\b", iso),
    rule("mo_", rf"{LEAD}\b(?P<year>(?:19|20)\d\d)[/-]{MONTH}[/-](?P<day>\d{{1,2}})\b", day_and_month),
    rule("mo_", rf"{LEAD}\b{_BESIDE}(?:(?:next|this|coming)\s+)?(?:the\s+)?(?<!\d[:/.])(?<!\d){_DAY}\.?\s*(?:day\s+)?(?:of\s+)?{MONTH}\.?{_YEAR}{_BEHIND}", day_and_month),
    rule("mo_", rf"{LEAD}\b{_BESIDE}(?<!\d[:/.])(?<!\d)(?P<day>\d{{1,2}})\s*[/-]\s*{MONTH}{_SLASH_YEAR}?", day_and_month),
    rule("mo_", rf"{LEAD}\b{_BESIDE}(?:(?:next|this|coming)\s+|in\s+(?=mo_[a-z]{{3}}\.?,?\s+the\s+\d))?{MONTH}\.?(?:,?\s+|\s*[/-]\s*)(?:the\s+)?{_DAY}(?![:.]\d|\s*[ap]m\b){_YEAR}{_BEHIND}", day_and_month),
    rule("/", rf"{LEAD}{_NOT_AFTER}\b{_BESIDE}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?:/(?P<year>(?:19|20)\d\d|\d\d))?\b(?![/%]|\s+(?:of\s+)?mo_|\s*(?:an?\s+)?h(?:ou)?rs?\b)", numeric),
    rule(".", rf"{LEAD}{_NOT_AFTER}\b{_BESIDE}(?P<first>\d{{1,2}})\.\s?(?P<second>\d{{1,2}})\.(?:\s?(?P<year>(?:19|20)\d\d)|(?P<short>\d\d)(?![:\d]))?(?!\d)", dotted),
    rule(".", rf"{LEAD}(?<!\bat ){_NOT_AFTER}\b(?:{WEEKDAY}[,.]?\s+)?(?P<first>[0-3]?\d)\.(?P<second>0[1-9]|1[0-2]|(?<=[123]\d\.)[1-9](?=\s*(?:$|[,;)])|\s+(?:{AT}\s|to\s+[a-z])))(?P<year>)(?![.:]\d){NO_UNIT}", dotted_short),
    rule("-", rf"(?P<lead>\b(?:by|on|until|due|from|since|before|after)\s+)(?P<weekday>){_NOT_AFTER}(?P<first>\d{{1,2}})-(?P<second>\d{{1,2}})(?:-(?P<year>(?:19|20)\d\d|\d\d))?{ENDS}", dashed),
    rule("-", r"(?P<lead>)(?:(?<=\bcall )|(?<=\bdemo )|(?<=\bmeet )|(?<=\bmeeting )|(?<=\bmtg )|(?<=\bvisit )|(?<=\blunch ))(?P<weekday>)(?P<first>\d{1,2})-(?P<second>\d{1,2})(?P<year>)(?=,?\s+(?:at\s+|@\s*)?(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]m?\b|\d{1,2}:\d\d|noon\b))", dashed),  # "call 3-26 1pm"
    rule("wd_", rf"{LEAD}\b(?:this\s+)?{WEEKDAY}[,.]?\s+(?P<first>\d{{1,2}})-(?P<second>\d{{1,2}})(?P<year>)\b(?!\s*(?:[ap]m\b|[:.-]\d))", dashed),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?{_NTH}{NO_MONTH}", ordinal),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+the\s+(?P<day>{ORDINAL})\b{NO_MONTH}", ordinal),
    rule("#th", rf"{LEAD}(?:\bthe\s+|(?<=\bby )|(?<=\bon )|(?<=\buntil )|(?<=\bsince )|(?<=week of )){_NTH}{NO_MONTH}", ordinal),
    rule("the ", rf"(?P<lead>\b(?:by|on|until|before|for)\s+)the\s+(?P<day>\d{{1,2}}){ENDS}", ordinal),
    rule("#th", rf"{LEAD}(?<![\w$€£#-])(?<!in )(?P<day>(?:[4-9]|1\d|2[04-9]|30)th|21st|22nd|23rd|31st)\b{NO_MONTH}(?:{ENDS}|(?=\s+(?:by\s+)?(?:(?:at|@)\s?\d|\d{{1,2}}(?::\d\d|\s*[ap]m\b)|noon\b|midday\b|first\s+thing\b|(?!end\b(?!\s+of\s))(?:{DAY_ENDS})\b)))", ordinal),  # "ring him 31st", "19th EOD"
    rule("-", rf"{LEAD}{_NOT_AFTER}\b{_BESIDE}(?P<first>\d{{1,2}})-(?P<second>\d{{1,2}})-(?P<year>(?:19|20)\d\d)\b", numeric),
    rule("the ", rf"(?P<lead>\b(?:by|on|until|before)\s+)the\s+(?P<day>{ORDINAL}){_OR_HOUR}", ordinal),
    rule("the ", rf"(?P<lead>)(?:(?<=\bback )|(?<=\bagain )|(?<=\bhim )|(?<=\bher )|(?<=\bthem )|(?<=\bme )|(?<=\bus )|(?<=\bstays ))the\s+(?P<day>{ORDINAL}){_OR_HOUR}", ordinal),  # "call her back the twentieth"
    rule("month", rf"{LEAD}\b(?:the\s+)?(?P<day>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})\s+(?:day\s+)?(?:of\s+)?(?P<which>(?:the\s+)?next|this|the)\s+month\b", day_of_named_month),
    rule("month", rf"{LEAD}\b(?:the\s+)?(?P<day>\d{{1,2}})\s+of\s+(?P<which>(?:the\s+)?next|this|the)\s+month\b", day_of_named_month),
)  # fmt: skip

WHOLE: Rules = (
    rule("#th", rf"^{_NTH}$", ordinal),
    rule("#", rf"^(?P<lead>)(?:{WEEKDAY}[,.]?\s+)?(?P<first>\d{{1,2}})\s?[./-]\s?(?P<second>\d{{1,2}})(?:\s?[./-]\s?(?P<year>(?:19|20)\d\d|\d\d))?$", whole_pair),
)  # fmt: skip
