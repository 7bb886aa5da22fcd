"""Rules for a number beside a weekday: "Thu 26", "th 26 1pm", "Tue 7.4". It is a day where it is one of that weekday; else an hour or a number.

Where both can be meant it is asked.
"""

import re
from datetime import date, timedelta

from bot.reading.calendar.clockwords import HOURS
from bot.reading.calendar.datewords import (
    DAYS,
    LEAD,
    WEEKDAY,
    DateReading,
    Day,
    Rules,
    day_number,
    rule,
    said_before,
    weekday_of,
)  # fmt: skip
from bot.reading.calendar.dayrules import (
    AT,
    ENDS,
    MONTHS_A_YEAR,
    NO_MONTH,
    NO_UNIT,
    day_of,
    ordinal,
    ordinal_day,
    otherwise,
)  # fmt: skip

_HOUR_BEFORE = re.compile(r"(?:\b(?:at|@)\s*\d{1,2}|\d:[0-5]\d|\d\s*[ap]m|\bnoon)[\s,]*$", re.IGNORECASE)
_AT_END = re.compile(ENDS)


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
    return None if is_hour else otherwise(read, weekday_of(match) or 0, day)


def two_letters(match: re.Match[str], day: Day) -> DateReading | None:
    """ "th 26 1pm": so short a weekday is one where the number beside it agrees and is no hour."""
    on = ordinal_day(int(match["day"]), day.today)
    is_it = on is not None and DAYS[on.weekday()].startswith(match["short"])
    is_hour = on is not None and on.day <= MONTHS_A_YEAR and not match["hour"]
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
        return DateReading(on=on) if on.day > MONTHS_A_YEAR else None
    return DateReading(choices=(nearest, on))


def _coming(weekday: int, first: date) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)


# "Mon 23 seats" are as many; "by Fri 27 or we close" is that day.
_NO_COUNT = r"(?!\s+(?:(?!(?:works|suits|is|was|as|this|his|its|plus|vs|unless|stays|stands|goes|looks|sounds|means|needs|starts|closes|ends|does|has|comes|sends|signs|calls)\b)[a-z]+s|people|ppl|kg|lb|tons?|min|minutes?|sq|ft|feet|foot|per|head|men|staff|gal|cm|mm|inch|of|more|other|new|day|week|month|year|hour|seat|user|unit|mile|pack|point|page)\b)"
_HOUR = (
    rf"(?:{AT}\s*(?:(?:about|around|half|quarter)\b|noon\b|midday\b|\d{{1,2}}(?!\d|\s+(?:people|\w+s)\b)"
    rf"|(?:{'|'.join(HOURS)})\b(?!\s+(?:people|\w+s)\b))|\d{{1,2}}(?::\d\d|\s*[ap]m?\b)|(?:noon|midday|eod|cob)\b|(?:0?[7-9]|1\d)[0-5]0\s+[ecmp][sd]?t\b)"
)

RULES: Rules = (
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?(?P<day>[1-9]|[12]\d|3[01])\b(?![:./-]\d|\s*(?:h\b|uhr\b|o['’]?clock)){NO_MONTH}{NO_UNIT}(?=[\s,]+{_HOUR})", number_before_hour),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?:the\s+)?(?P<day>[1-9]|1[0-8])\b(?![:./-]\d|\s*(?:h\b|uhr\b|o['’]?clock)){NO_MONTH}{NO_UNIT}(?:{ENDS}|(?<=1[3-8]){_NO_COUNT})", number_or_hour),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?P<day>19|2\d|3[01])\b(?![:./-]\d|\s*(?:h\b|uhr\b|o['’]?clock)){NO_MONTH}{NO_UNIT}{_NO_COUNT}", number_beside),
    rule("wd_", rf"{LEAD}\b{WEEKDAY}[,.]?\s+(?P<first>[0-3]?\d)\.(?P<second>0?[1-9]|1[0-2])(?![.:]?\d){NO_UNIT}{_NO_COUNT}", dotted_beside),
    rule("#", rf"{LEAD}(?<![\d/$€£])(?<!\d\s)\b(?P<short>mo|tu|th|fr|sa|su|we(?=\s+\d+\s+{_HOUR}))\.?\s+(?P<day>[1-9]|[12]\d|3[01])(?:\s?(?:th|st|nd|rd))?(?:(?P<hour>(?=[\s,]+{_HOUR}))|{ENDS})", two_letters),
    rule("le ", rf"(?P<lead>)\b(?:{WEEKDAY}\s+)?le\s+(?P<day>\d{{1,2}})(?=\s+à\b|{ENDS})", number_beside),
)  # fmt: skip

WHOLE: Rules = ()
