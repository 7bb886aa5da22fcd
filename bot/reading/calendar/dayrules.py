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
_MONTHS_A_YEAR = 12
_LEAP_YEARS = 9  # the 29th of February comes again within
_LAST_CENTURY = 70  # two digits from here on are a year behind us
_NOON, _LONGEST_MEETING = 12, 3  # hours that two numbers behind a weekday may span
_SOON = 31  # days: a day of this and the next month is looked for with a weekday, no later one
_NO_DATE_BEFORE = re.compile(
    r"(?:\b(?:slides?|pages?|version|v|ratio|ext|x|no|room|release|rev|section|chapter|aisle|bay|suite|gate|dock|size|grade|ticket|serial|batch|lot)\.?\s*"
    r"|\b(?:nps|csat|scores?|scored|rating|rat(?:es?|ed))\s+(?:(?:is|was|of|us|it|me|an?|at)\s+){0,3}|[$€£]\s*)$",
    re.IGNORECASE,
)
_HOUR_BEFORE = re.compile(r"(?:\b(?:at|@)\s*\d{1,2}|\d:[0-5]\d|\d\s*[ap]m|\bnoon)[\s,]*$", re.IGNORECASE)
_ENDS = r"(?=\s*(?:$|[,;)]|\.(?:\s|$)))"
_OR_HOUR = rf"(?:{_ENDS}|(?=\s+at\s+(?:\d|noon|half|quarter|{'|'.join(HOURS)})\b))"  # "the twenty sixth at two"


def _is_no_date(match: re.Match[str]) -> bool:
    """ "page 3.2", "€ 3.2"; "48.000 € by 31.3." is one."""
    before = said_before(_NO_DATE_BEFORE, match.string, match.start())
    is_sum = before and before[0].strip() in {"$", "€", "£"}
    return before is not None and not (is_sum and match.groupdict().get("lead"))


def _otherwise(reading: DateReading, named: int, day: Day) -> DateReading:
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
        return agreeing[0] if agreeing else _otherwise(right[0], named, day)
    if not right:
        alone = match.string.strip() == match[0].strip()
        return readings[0] if match["lead"] or alone or min(first, second) <= _MONTHS_A_YEAR else None
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
    is_date = day.day_first and first > _MONTHS_A_YEAR and not said_before(_COUNTED, match.string, match.start())
    is_bare = len(match["second"]) == 1 and not is_date  # "24.3", where days stand first
    if is_bare or (first <= _MONTHS_A_YEAR and not day.day_first and not match["weekday"]):
        return None
    found = dotted(match, day)
    return None if found is None or (found.problem and not match["lead"]) else found


def dashed(match: re.Match[str], day: Day) -> DateReading | None:
    """ "by 2-15": where one number can be no month; "2-3" may be a span of hours or a ratio."""
    if match["weekday"] is None and max(int(match["first"]), int(match["second"])) <= _MONTHS_A_YEAR:
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


_AT_END = re.compile(_ENDS)


def number_beside(match: re.Match[str], day: Day) -> DateReading | None:
    """ "Thu 26": that day where it is one; what does not agree is asked about at the end, and else a number of anything."""
    read = ordinal(match, day)
    if read.problem and _AT_END.match(match.string, match.end()):
        return number_before_hour(match, day)
    return None if read.problem else read


def dotted_beside(match: re.Match[str], day: Day) -> DateReading | None:
    """ "Tue 7.4": a day before its month where that is a Tuesday; "Mon 9.10" is an hour, and "Mon 2.5" at the end is asked about."""
    read = day_of(day, int(match["first"]), int(match["second"]), None)
    if read.on is None or read.on.weekday() == weekday_of(match):
        return read if read.on else None
    is_hour = len(match["second"]) > 1 or not _AT_END.match(match.string, match.end())
    return None if is_hour else _otherwise(read, weekday_of(match) or 0, day)


def two_letters(match: re.Match[str], day: Day) -> DateReading | None:
    """ "th 26 1pm": so short a weekday is one where the number beside it agrees and is no hour."""
    on = ordinal_day(int(match["day"]), day.today)
    is_it = on is not None and DAYS[on.weekday()].startswith(match["short"])
    is_hour = on is not None and on.day <= _MONTHS_A_YEAR and not match["hour"]
    return DateReading(on=on) if is_it and not is_hour else None


def number_before_hour(match: re.Match[str], day: Day) -> DateReading | None:
    """ "Thu 17 at 2": with its hour beside it the number is a day; where that is another weekday's, which is meant is asked."""
    on, named = ordinal_day(day_number(match["day"]), day.today), weekday_of(match)
    if named is None or on is None or on.weekday() == named or day.is_past:
        return ordinal(match, day)
    later = ordinal(match, day).on  # the same number a month on
    days = {_coming(named, day.today + timedelta(days=1)), on, later or on}
    return DateReading(choices=tuple(sorted(days)))


def number_or_hour(match: re.Match[str], day: Day) -> DateReading | None:
    """ "Thu 17" may be the next Thursday at five as well, unless the hour stands before it: asked. On the same day it is no
    matter; typed as a day and nothing else it has a question of its own."""
    if said_before(_HOUR_BEFORE, match.string, match.start()):
        return number_before_hour(match, day)
    on, named = ordinal_day(day_number(match["day"]), day.today), weekday_of(match)
    nearest = _coming(named or 0, day.today)
    is_alone = match.string.strip() == match[0].strip()
    if on is None or on.weekday() != named or day.is_past or is_alone:
        return None
    if on == nearest:  # "Wed 18": a number that is an hour as well leaves it to whoever looks for one
        return DateReading(on=on) if on.day > _MONTHS_A_YEAR else None
    return DateReading(choices=(nearest, on))


def _coming(weekday: int, first: date) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)


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
_NO_MONTH = r"(?!\s+(?:of\s+)?mo_)"
_NOT_AFTER = r"(?<![\d/.$€£:-])"
_NO_UNIT = r"(?!\d|\s*(?:%|k\b|m\b|mio|million|percent|hours?\b|hrs?\b|x\b|usd|eur|gbp|release|version|update|build|am\b|pm\b))"

# "Mon 23 seats" are as many; "by Fri 27 or we close" is that day.
_NO_COUNT = r"(?!\s+(?:(?!(?:works|suits|is|was|as|this|his|its|plus|vs|unless|stays|stands|goes|looks|sounds|means|needs|starts|closes|ends|does|has|comes|sends|signs|calls)\b)[a-z]+s|people|ppl|kg|lb|tons?|min|minutes?|sq|ft|feet|foot|per|head|men|staff|gal|cm|mm|inch|of|more|other|new|day|week|month|year|hour|seat|user|unit|mile|pack|point|page)\b)"
_AT = r"(?:at|@|à|um|om|kl\.?|alle|a\s+las)"
_HOUR = (
    rf"(?:{_AT}\s*(?:(?:about|around|half|quarter)\b|noon\b|midday\b|\d{{1,2}}(?!\d|\s+(?:people|\w+s)\b)"
    rf"|(?:{'|'.join(HOURS)})\b(?!\s+(?:people|\w+s)\b))|\d{{1,2}}(?::\d\d|\s*[ap]m?\b)|(?:noon|midday|eod|cob)\b|(?:0?[7-9]|1\d)[0-5]0\s+[ecmp][sd]?t\b)"
)

RULES: Rules = (
    rule("-", LEAD + r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b", iso),
    rule("/", LEAD + r"\b(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})\b", iso),
    rule("mo_", rf"{LEAD}\b(?P<year>(?:19|20)\d\d)[/-]{MONTH}[/-](?P<day>\d{{1,2}})\b", day_and_month),
    rule("mo_", rf"{LEAD}\b{_BESIDE}(?:(?:next|this|coming)\s+)?(?:the\s+)?(?<!\d[:/.])(?<!\d){_DAY}\.?\s*(?:day\s+)?(?:of\s+)?{MONTH}\.?{_YEAR}{_BEHIND}", day_and_month),
    rule("mo_", rf"{LEAD}\b{_BESIDE}(?<!\d[:/.])(?<!\d)(?P<day>\d{{1,2}})\s*[/-]\s*{MONTH}{_SLASH_YEAR}?", day_and_month),
    rule("mo_", rf"{LEAD}\b{_BESIDE}(?:(?:next|this|coming)\s+|in\s+(?=mo_[a-z]{{3}}\.?,?\s+the\s+\d))?{MONTH}\.?(?:,?\s+|\s*[/-]\s*)(?:the\s+)?{_DAY}(?![:.]\d|\s*[ap]m\b){_YEAR}{_BEHIND}", day_and_month),
    rule("/", rf"{LEAD}{_NOT_AFTER}\b{_BESIDE}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})(?:/(?P<year>(?:19|20)\d\d|\d\d))?\b(?![/%]|\s+(?:of\s+)?mo_|\s*(?:an?\s+)?h(?:ou)?rs?\b)", numeric),
    rule(".", rf"{LEAD}{_NOT_AFTER}\b{_BESIDE}(?P<first>\d{{1,2}})\.\s?(?P<second>\d{{1,2}})\.(?:\s?(?P<year>(?:19|20)\d\d)|(?P<short>\d\d)(?![:\d]))?(?!\d)", dotted),
    rule(".", rf"{LEAD}(?<!\bat ){_NOT_AFTER}\b(?:{WEEKDAY}[,.]?\s+)?(?P<first>[0-3]?\d)\.(?P<second>0[1-9]|1[0-2]|(?<=[123]\d\.)[1-9](?=\s*(?:$|[,;)])|\s+(?:{_AT}\s|to\s+[a-z])))(?P<year>)(?![.:]\d){_NO_UNIT}", dotted_short),
    rule("-", rf"(?P<lead>\b(?:by|on|until|due|from|since|before|after)\s+)(?P<weekday>){_NOT_AFTER}(?P<first>\d{{1,2}})-(?P<second>\d{{1,2}})(?:-(?P<year>(?:19|20)\d\d|\d\d))?{_ENDS}", dashed),
    rule("-", r"(?P<lead>)(?:(?<=\bcall )|(?<=\bdemo )|(?<=\bmeet )|(?<=\bmeeting )|(?<=\bmtg )|(?<=\bvisit )|(?<=\blunch ))(?P<weekday>)(?P<first>\d{1,2})-(?P<second>\d{1,2})(?P<year>)(?=,?\s+(?:at\s+|@\s*)?(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]m?\b|\d{1,2}:\d\d|noon\b))", dashed),  # "call 3-26 1pm"
    rule("wd_", rf"{LEAD}\b(?:this\s+)?{WEEKDAY}[,.]?\s+(?P<first>\d{{1,2}})-(?P<second>\d{{1,2}})(?P<year>)\b(?!\s*(?:[ap]m\b|[:.-]\d))", dashed),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?{_NTH}{_NO_MONTH}", ordinal),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+the\s+(?P<day>{ORDINAL})\b{_NO_MONTH}", ordinal),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?(?P<day>[1-9]|[12]\d|3[01])\b(?![:./-]\d|\s*(?:h\b|uhr\b|o['’]?clock)){_NO_MONTH}{_NO_UNIT}(?=[\s,]+{_HOUR})", number_before_hour),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?(?P<day>[1-9]|1[0-8])\b(?![:./-]\d|\s*(?:h\b|uhr\b|o['’]?clock)){_NO_MONTH}{_NO_UNIT}(?:{_ENDS}|(?<=1[3-8]){_NO_COUNT})", number_or_hour),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?P<day>19|2\d|3[01])\b(?![:./-]\d|\s*(?:h\b|uhr\b|o['’]?clock)){_NO_MONTH}{_NO_UNIT}{_NO_COUNT}", number_beside),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?P<first>[0-3]?\d)\.(?P<second>0?[1-9]|1[0-2])(?![.:]?\d){_NO_UNIT}{_NO_COUNT}", dotted_beside),
    rule("#", rf"{LEAD}(?<![\d/$€£])(?<!\d\s)\b(?P<short>mo|tu|th|fr|sa|su|we(?=\s+\d+\s+{_HOUR}))\.?\s+(?P<day>[1-9]|[12]\d|3[01])(?:\s?(?:th|st|nd|rd))?(?:(?P<hour>(?=[\s,]+{_HOUR}))|{_ENDS})", two_letters),
    rule("#th", rf"{LEAD}(?:\bthe\s+|(?<=\bby )|(?<=\bon )|(?<=\buntil )|(?<=\bsince )|(?<=week of )){_NTH}{_NO_MONTH}", ordinal),
    rule("the ", rf"(?P<lead>\b(?:by|on|until|before|for)\s+)the\s+(?P<day>\d{{1,2}}){_ENDS}", ordinal),
    rule("#th", rf"{LEAD}(?<![\w$€£#-])(?<!in )(?P<day>(?:[4-9]|1\d|2[04-9]|30)th|21st|22nd|23rd|31st)\b{_NO_MONTH}(?:{_ENDS}|(?=\s+(?:by\s+)?(?:(?:at|@)\s?\d|\d{{1,2}}(?::\d\d|\s*[ap]m\b)|noon\b|midday\b|first\s+thing\b|(?!end\b(?!\s+of\s))(?:{DAY_ENDS})\b)))", ordinal),  # "ring him 31st", "19th EOD"
    rule("le ", rf"(?P<lead>)\b(?:{WEEKDAY}\s+)?le\s+(?P<day>\d{{1,2}})(?=\s+à\b|{_ENDS})", number_beside),
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
