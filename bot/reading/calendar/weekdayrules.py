"""Rules for weekdays and for days seen from today: "tomorrow", "Fri", "next Fri", "Friday next week", "eod".

A bare weekday is the coming one, never the past; "next Fri" asks when the nearest Friday is another; on a Friday, "Fri"
is asked about.
"""

import re
from datetime import date, timedelta

from bot.reading.calendar.datewords import (
    LEAD,
    NUMBER,
    PART_OF_DAY,
    WEEKDAY,
    DateReading,
    Day,
    Rules,
    count_of,
    rule,
    said_before,
    weekday_of,
)

DAY_END = "17:00"
_WEEK = timedelta(days=7)
_FEASTS = re.compile(
    r"\b(?:palm|whit|maundy|ash|trinity|shrove|holy|super|black|cyber|good|easter|first|second|third|fourth|fifth)\s+$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:any|every|all)\b[^,;.]{0,12}\b(?:but|except)\s+$", re.IGNORECASE)  # "any day but Tues"
_IN_JEST = re.compile(r"\b(?:needs?|needed|wants?|wanted)\b[^,.;]{0,20}$", re.IGNORECASE)


def relative(match: re.Match[str], day: Day) -> DateReading | None:
    word = " ".join(match["word"].lower().split())
    if word == "yesterday" and said_before(_IN_JEST, match.string, match.start()):
        return None  # "needs it yesterday"
    ahead = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    ahead = 2 if word.startswith("day after") else -2 if word.startswith("day before") else ahead
    weeks = {"week": 7, "fortnight": 14}.get((match["week"] or "").lower(), 0)
    return DateReading(on=day.today + timedelta(days=ahead + weeks), past=ahead + weeks < 0)


def part_of_today(_match: re.Match[str], day: Day) -> DateReading:
    return DateReading(on=day.today)


def day_end(_match: re.Match[str], day: Day) -> DateReading:
    """ "eod", "close of play": today's, unless a day stands beside it (see `datejoins`)."""
    return DateReading(on=day.today, at=DAY_END, by=True)


def weekday(match: re.Match[str], day: Day) -> DateReading | None:
    if said_before(_BUT, match.string, match.start("weekday") - len("wd_")) or said_before(
        _FEASTS, match.string, match.start("weekday") - len("wd_")
    ):
        return None
    wanted = weekday_of(match) or 0
    ahead = (wanted - day.today.weekday()) % 7
    modifier = (match["modifier"] or "").lower().split()[-1:]
    nearest = day.today + timedelta(days=ahead or 7)
    if modifier in (["last"], ["past"], ["previous"]) or day.is_past:
        return DateReading(on=day.today - timedelta(days=(day.today.weekday() - wanted) % 7 or 7), past=True)
    if match["week"]:
        return DateReading(on=nearest + (2 * _WEEK if match["week"].lower() == "fortnight" else _WEEK))
    if modifier in (["next"], ["following"]):
        following = day.today - timedelta(days=day.today.weekday()) + timedelta(days=7 + wanted)
        return DateReading(on=following) if following == nearest else DateReading(choices=(nearest, following))
    return DateReading(on=nearest) if ahead or modifier == ["coming"] else DateReading(choices=(day.today, nearest))


def weekday_after_next(match: re.Match[str], day: Day) -> DateReading:
    """ "Monday after next" is a week behind "next Monday", with the same doubt."""
    wanted = weekday_of(match) or 0
    nearest = day.today + timedelta(days=(wanted - day.today.weekday()) % 7 or 7)
    following = day.today + timedelta(days=7 + wanted - day.today.weekday())
    if following == nearest:
        return DateReading(on=nearest + _WEEK)
    return DateReading(choices=(nearest + _WEEK, following + _WEEK))


def weekday_in_weeks(match: re.Match[str], day: Day) -> DateReading:
    """ "Thurs in 2 weeks": the one nearest to that day; where two are about as near, which is meant is asked."""
    then = day.today + timedelta(days=7 * count_of(match["number"]))
    ahead = ((weekday_of(match) or 0) - then.weekday()) % 7
    days = then + timedelta(days=ahead - 7), then + timedelta(days=ahead)
    if ahead in {3, 4}:
        return DateReading(choices=days)
    return DateReading(on=days[ahead < 3])  # noqa: PLR2004 - of seven days the nearer ones


def weekday_of_week(match: re.Match[str], day: Day) -> DateReading | None:
    """ "Friday next week", "next week on Tuesday": that week's, whichever is nearest."""
    if said_before(_BUT, match.string, match.start("weekday") - len("wd_")):
        return None
    monday = monday_of(match["which"], day)
    on = monday + timedelta(days=weekday_of(match) or 0)
    return DateReading(on=on, past=monday <= day.today - _WEEK)


def monday_of(which: str | None, day: Day) -> date:
    """The Monday of "last", "this", "next" or "after next" week; of the running one when nothing is said."""
    words = " ".join((which or "").lower().split())
    ahead = 2 if "after next" in words else 1 if re.search(r"next|following|coming", words) else 0
    ahead = -1 if re.search(r"last|past|previous", words) else ahead
    return day.today + timedelta(days=7 * ahead - day.today.weekday())


WHICH_WEEK = r"(?<!earlier )(?P<which>(?:(?:this|next|the\s+next|coming|the\s+coming|the\s+following|current|the\s+current)\s+week|(?:the\s+)?week\s+after\s+next|(?:the\s+)?(?<!second )(?<!third )(?<!fourth )(?<!\dnd )(?<!\drd )(?<!\dth )(?:last|past|previous)\s+week(?!\s+(?:of|in|end)\b|-))\b)"
_PARTLY = r"(?:(?:early|late|later|mid)\s+(?:in\s+(?:the\s+day\s+)?)?)?"
_NO_DAY_BEHIND = r"(?![,.]?\s*\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?mo_)"
DAY_ENDS = (
    r"eod|eob|cob|end of (?:the )?(?:business |working )?(?:day|play|business)|close of (?:business|play)|(?<=by )cop"
    r"|cop(?=,?\s+(?:on\s+|this\s+|next\s+)*(?:wd_|today|tomorrow))|end of(?=\s+(?:today|tomorrow|wd_))"
)

RULES: Rules = (
    rule("today|yesterday|tomorrow", rf"{LEAD}\b{_PARTLY}(?:the\s+)?(?P<word>day\s+(?:after\s+tomorrow|before\s+yesterday)|today|yesterday)\b(?:\s+(?P<week>week|fortnight)\b(?!\s*[\d-]))?", relative),
    rule("tonight|tomorrow", rf"{LEAD}\b{_PARTLY}(?P<word>tonight|tomorrow)\b(?:\s+(?P<week>week|fortnight)\b(?!\s*[\d-]))?", relative),
    rule("night", r"\b(?P<word>last\s+night)\b(?P<week>)", relative),
    rule("this ", rf"{LEAD}\b{_PARTLY}this\s+(?:afternoon|evening)\b", part_of_today),
    rule("this ", rf"{LEAD}\bthis\s+morning\b(?=[\s,]*(?:at\b|@|\d))", part_of_today),
    rule("this ", r"(?:(?<=\d\s)|(?<=[ap]m\s))this\s+morning\b", part_of_today),
    rule("after next", rf"{LEAD}\b\s*\b(?:the\s+)?{WEEKDAY}\s+after\s+next\b(?!\s+(?:week|month|quarter))", weekday_after_next),
    rule("eod|eob|cob|end of|close of|cop", rf"{LEAD}\b(?:{DAY_ENDS})\b", day_end),
    rule("wd_", rf"{LEAD}\b(?P<modifier>next|following|(?:this\s+)?coming|this|last|past|previous)?\s*\b{WEEKDAY}(?:\s+(?P<week>week|fortnight)\b(?!\s+of\b))?{_NO_DAY_BEHIND}(?!,?\s+(?:of\s+)?the\s+week\s+after\b(?!\s+next))", weekday),
    rule("wd_", rf"{LEAD}\b{WEEKDAY},?\s+in\s+{NUMBER}\s+weeks?\b", weekday_in_weeks),
    rule("wd_", rf"{LEAD}\b{WEEKDAY},?\s+(?:(?:in\s+the\s+)?{PART_OF_DAY}\s+)?(?:of\s+|in\s+)?{WHICH_WEEK}", weekday_of_week),
    rule("wd_", rf"{LEAD}\b{WHICH_WEEK}(?:['’]s)?,?\s+(?:on\s+)?{WEEKDAY}", weekday_of_week),
)  # fmt: skip

WHOLE: Rules = (rule("this", r"^(?:(?:late|early|mid)\s+)?this\s+morning$", part_of_today),)
