"""Days in a rep's words. Our own small rules, because no measured library is right often enough (playbook section 12).

A bare weekday is the coming one; "next Fri" asks when the nearest Friday is another; a period is due on its last
working day; what cannot be a date says so. Names, amounts and ratios are left alone: a rule needs its own words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from bot.reading.clock import time_beside
from bot.reading.datewords import LEAD, MONTH, NUMBER, WEEKDAY, DateReading, Day
from bot.reading.dayrules import counted, day_and_month, iso, numeric, ordinal, relative, weekday
from bot.reading.periodrules import month_part, quarter, running, week_of, week_rule


def find_dates(text: str, today: date, *, day_first: bool = True) -> tuple[DateReading, ...]:
    """Every date in a text, in order and not overlapping."""
    day = Day(today, day_first)
    found = sorted(_candidates(text, day), key=lambda reading: (reading.start, -reading.end))
    kept: list[DateReading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return tuple(_with_time(reading, text, day) for reading in kept)


def read_date(text: str, today: date, *, day_first: bool = True) -> DateReading | None:
    """A phrase typed as a date, the first one in it; None when there is none."""
    found = find_dates(text, today, day_first=day_first)
    return found[0] if found else None


def _candidates(text: str, day: Day) -> Iterator[DateReading]:
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            reading = rule(match, day)
            if reading:
                lead = (match.groupdict().get("lead") or "").strip().lower()
                yield replace(
                    reading, text=match[0].strip(), start=match.start(), end=match.end(),
                    not_before=reading.not_before or lead in {"after", "from", "not before", "not until"},
                    past=reading.past or lead == "since",
                )  # fmt: skip


def _with_time(reading: DateReading, text: str, day: Day) -> DateReading:
    at, start, end = time_beside(text, reading.start, reading.end)
    if not at:
        return reading
    choices = reading.choices
    if choices and choices[0] == day.today:  # "Thu 3pm" said on a Thursday is today's
        return replace(reading, on=day.today, choices=(), at=at, start=start, end=end)
    return replace(reading, at=at, start=start, end=end)


_Rule = Callable[[re.Match[str], Day], DateReading | None]


def _rule(pattern: str, rule: _Rule) -> tuple[re.Pattern[str], _Rule]:
    return re.compile(pattern, re.IGNORECASE), rule


_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(LEAD + r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", iso),
    _rule(rf"{LEAD}\b(?:week of|w/c|week commencing)\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH}\b", week_of),
    _rule(
        rf"{LEAD}\b(?:{WEEKDAY},?\s+(?:the\s+)?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b\.?(?:,?\s+(?P<year>20\d\d))?",
        day_and_month,
    ),
    _rule(
        rf"{LEAD}\b(?:{WEEKDAY},?\s+)?{MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+(?P<year>20\d\d))?",
        day_and_month,
    ),
    _rule(
        LEAD + r"(?<![\d/.$€£])\b(?P<first>\d{1,2})(?P<mark>/)(?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?\b(?![/%])",
        numeric,
    ),
    _rule(LEAD + r"(?<![\d/.$€£])\b(?P<first>\d{1,2})(?P<mark>\.)(?P<second>\d{1,2})\.(?P<year>20\d\d|\d\d)?(?!\d)", numeric),
    _rule(LEAD + r"\b(?P<word>day after tomorrow|today|tonight|tomorrow|tmrw|tmw|tomo|yesterday|eod|cob|end of (?:the )?day|close of business)\b", relative),
    _rule(rf"{LEAD}\b{WEEKDAY},?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", ordinal),
    _rule(rf"{LEAD}\b(?P<modifier>next|this|coming|last|past)?\s*\b{WEEKDAY}\b(?:\s+(?P<week>week)\b)?(?!\s*\d{{1,2}}(?:st|nd|rd|th)?\s+[a-z]{{3}})", weekday),
    _rule(rf"{LEAD}\b(?:in|within)\s+{NUMBER}\s+(?P<unit>days?|weeks?|wks?|months?|fortnights?|business days?|working days?)\b", counted),
    _rule(rf"{LEAD}\b{NUMBER}\s+(?P<unit>days?|weeks?|months?)\s+from (?:now|today)\b", counted),
    _rule(LEAD + r"\b(?P<part>early|mid|late|later|end of|start of)?\s*(?P<which>this|next)\s+(?:week|wk)\b", week_rule),
    _rule(LEAD + r"\b(?P<part>eow|end of (?:the )?week)\b(?P<which>)", week_rule),
    _rule(LEAD + r"\b(?:end of\s+(?:the\s+)?)?(?P<which>next|this)\s+(?P<unit>month|quarter|year)\b", running),
    _rule(LEAD + r"\b(?P<which>)(?P<unit>eom|eoq|eoy)\b", running),
    _rule(LEAD + r"\bend of (?:the )?(?P<which>)(?P<unit>month|quarter|year)\b", running),
    _rule(LEAD + r"\b(?P<which>)(?P<unit>month|quarter|year)[- ]end\b", running),
    _rule(LEAD + r"\b(?P<edge>end of\s+|late\s+)?(?:in\s+)?\bq(?P<quarter>[1-4])\b", quarter),
    _rule(rf"{LEAD}\b(?P<part>early|mid|late|end of|start of|beginning of)[\s-]+{MONTH}\b(?:\s+(?P<year>20\d\d))?", month_part),
    _rule(rf"\b(?P<lead>(?:by|until|till|not before|not until|after|in|around|since)\s+)(?P<part>){MONTH}\b(?!\s*['’]s)(?:\s+(?P<year>20\d\d))?", month_part),
    _rule(LEAD + r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b", ordinal),
)  # fmt: skip
