"""Days that are made of two: "EOD Friday", "a week from Monday", "week of the 23rd", "Mon-Wed", "between 1 and 4 Dec"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.calendar.countrules import on_from
from bot.reading.calendar.datewords import FRIDAY, NUMBER, DateReading, count_of, first_working_day, period, said_before
from bot.reading.calendar.feastrules import FEAST
from bot.reading.calendar.rangerules import span

_FEAST = re.compile(rf"\b{FEAST}", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:once|twice|times|days?|hours?)\s+$", re.IGNORECASE)
_BETWEEN_END_AND_DAY = re.compile(r"^[\s,]*(?:of\s+|on\s+)?$", re.IGNORECASE)
_WEEK_OF = re.compile(r"\b(?:the\s+)?week of\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?:\s+the)?\s*$", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|starting)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^until\b", re.IGNORECASE)
_ONE_WEEKDAY = re.compile(r"^wd_[a-z]{3}$")
_YEAR = re.compile(r"\b\d{4}\b")
_DASH = re.compile(r"^\s*[-–]\s*$")
_TO = re.compile(r"^\s+to\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"^\s+and(?:\s+the)?\s*$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:mov|push|shift|chang|resched|bump|slip|put|brought|switch|postpon|delay|went|from)\w*\b", re.IGNORECASE
)
_AWAY_FROM = re.compile(
    rf"\b(?:{NUMBER}|the)\s+(?P<unit>days?|weeks?|fortnights?|months?|years?|(?:business|bus|working|work|biz)\s+days?)\s+$",
    re.IGNORECASE,
)  # fmt: skip
_UNEQUAL = re.compile(r"\b(?:less|more|fewer|longer|at least|at most)\s+(?:than\s+)?$", re.IGNORECASE)
_A_WEEK = timedelta(days=7)


def joined_to_end(last: DateReading, found: DateReading, text: str, *, ends: bool) -> DateReading | None:
    """ "close of play Friday", "Friday COB": `ends` tells whether `found` is the end of the day."""
    if not _BETWEEN_END_AND_DAY.match(text[last.end : found.start]):
        return None
    day, end = (last, found) if ends else (found, last)
    return replace(
        day, at=end.at, by=True, not_before=day.not_before or end.not_before, start=last.start, end=found.end
    )


def week_of(reading: DateReading, text: str) -> DateReading:
    """ "week of the 23rd", "w/c 30 March": Monday to Friday of it. A week is named by its Monday, where only one reading is one."""
    before = said_before(_WEEK_OF, text, reading.start)
    if not before or reading.first_on or reading.problem:
        return reading
    start = before.start()
    begins = [choice for choice in reading.choices if choice == _monday_of_week(choice)]
    if len(begins) == 1:
        reading = replace(reading, on=begins[0], choices=())
    if reading.on is None:
        mondays = sorted({_monday_of_week(choice) for choice in reading.choices})
        return replace(reading, choices=tuple(mondays), start=start)
    monday = _monday_of_week(reading.on)
    whole = period(monday, monday + timedelta(days=FRIDAY))
    return replace(whole, start=start, end=reading.end, not_before=reading.not_before, by=reading.by)


# "gives us 9/10", "8/10 likely": so many points of ten.
_OF_TEN = re.compile(
    r"(?:10|[1-9])/10\b(?P<behind>\s*(?:likely|likelihood|chances?|shot|probab\w*|odds)\b|!!)?",
    re.IGNORECASE,
)
_SCORES = re.compile(
    r"\b(?:(?P<gives>gives?|gave|giving)|rates?|rated|rating|scores?|scored|grade[sd]?|ranks?|ranked|it['’]?s\s+an?|a\s+(?:solid|strong|good))\s+(?:(?:us|it|me|them|him|her|this|that|(?:the|our)\s+\w+)\s+)?(?P<a>(?:an?|at|as|of|is|was|:)\s*)?$",
    re.IGNORECASE,
)
# "5/5 stars", "2/3 of the boats": so many of so many.
_OF_SO_MANY = re.compile(
    r"\d{1,2}/\d{1,2}\s+(?:stars?|points?|pts|votes?|signatures?|of\s+(?:the|our|his|her|their|all)\b)", re.IGNORECASE
)
_FOR_THAT = re.compile(r"\s*(?:for|to|as)\b", re.IGNORECASE)  # "gave us 5/10 for the visit": a day


def _is_score(text: str, start: int) -> bool:
    found = _OF_TEN.match(text, start)
    if _OF_SO_MANY.match(text, start):
        return True
    if found is None or found["behind"]:
        return found is not None
    scores = said_before(_SCORES, text, start)
    is_given_day = scores and scores["gives"] and not scores["a"] and _FOR_THAT.match(text, found.end())
    return bool(scores and not is_given_day)


def is_bound(text: str, start: int) -> bool:
    """ "less than 2 weeks from today" and "9/10 likely" are no day; "40 more by Wed" is Wednesday."""
    if _is_score(text, start):
        return True
    return bool(said_before(_UNEQUAL, text, start)) and not text.startswith(("by ", "on ", "before "), start)


def counted_from(reading: DateReading, text: str, lead: str) -> DateReading | None:
    """ "a week from Friday", "the week after Easter", "two days before the 20th": so far from that day."""
    if not lead and text[reading.start : reading.end].lower() in {"today", "tomorrow"}:
        return _weeks_on(reading, text)
    away = said_before(_AWAY_FROM, text, reading.start) if lead in {"after", "from", "before", "on"} else None
    if away is None:
        is_weekday = lead == "on" and "wd_" in text[reading.start : reading.end]
        return _weeks_on(reading, text) if is_weekday else reading
    unit, is_on = away["unit"].lower(), lead == "on"
    if is_on and (unit[0] not in "wf" or not away["number"] or said_before(_OFTEN, text, away.start())):
        return reading  # "a week on Friday"; not "twice a week on Friday"
    if said_before(_UNEQUAL, text, away.start()):
        return None
    if unit[0] == "w" and not unit.startswith("work") and not away["number"]:
        return _the_week(reading, text, away.start(), lead)
    if lead == "before" and _FEAST.search(text[reading.start : reading.end]):
        return None  # its rule gives the working day before it
    count = count_of(away["number"]) * (-1 if lead == "before" else 1)
    spot = replace(reading, first_on=None, last_on=None, not_before=False, by=False, behind=None, start=away.start())
    if reading.on is None:
        return replace(spot, choices=tuple(on_from(choice, count, unit) for choice in reading.choices))
    base = reading.behind - timedelta(days=1) if reading.behind else reading.on  # "three days after Easter"
    return replace(spot, on=on_from(base, count, unit))


# "week today", "two weeks tomorrow", "demo week on Friday"; a "rough week today", "all week on Friday" and "next week on Friday" are none.
_WEEKS_ON = re.compile(rf"\b{NUMBER}\s+(?P<unit>weeks?|wks?|fortnights?)\s+$", re.IGNORECASE)
_WEEK_ON = re.compile(
    r"(?:^|[,;:.(–-]\s*|\b(?:call|ring|meet|meeting|mtg|demo|zoom|teams|video|visit|chat|talk|speak|lunch|coffee|trial|review|session|workshop|kick-?off|her|him|them|us|me|it|for|on|by|back|again|due|then|set|booked|agreed|it['’]?s|is)\s+)(?P<unit>week)\s+(?:on\s+)?$",
    re.IGNORECASE,
)


def _weeks_on(reading: DateReading, text: str) -> DateReading:
    counted = said_before(_WEEKS_ON, text, reading.start)
    alone = None if counted else said_before(_WEEK_ON, text, reading.start)
    if reading.on is None or not (counted or alone):
        return reading
    count, start = (
        (count_of(counted["number"]), counted.start()) if counted else (1, alone.start("unit") if alone else 0)
    )
    unit = counted["unit"] if counted else "week"
    return replace(reading, on=on_from(reading.on, count, unit), start=start)


def _the_week(reading: DateReading, text: str, start: int, lead: str) -> DateReading:
    """ "the week after Christmas" holds the first day behind it; the week before may be the one it falls into."""
    if reading.on is None:
        return reading
    spot = replace(reading, not_before=False, by=False, behind=None, first_on=None, last_on=None, start=start)
    if not _FEAST.search(text[reading.start : reading.end]):
        monday = _monday(reading.on + (-_A_WEEK if lead == "before" else _A_WEEK))
    elif lead == "before":
        monday = _monday(reading.on)
        return replace(spot, on=None, choices=(monday - _A_WEEK, monday))
    else:
        monday = _monday(reading.on)
        friday = monday + timedelta(days=FRIDAY)
        return replace(spot, on=friday, first_on=reading.on, last_on=friday)
    friday = monday + timedelta(days=FRIDAY)
    return replace(spot, on=friday, first_on=monday, last_on=friday)


def spans(readings: tuple[DateReading, ...], text: str) -> Iterator[DateReading]:
    """ "between Mon and Wed", "Mon-Wed", "20 to 24 May" are by the last; when either may be another day, we ask."""
    at, readings = 0, tuple(_counting_on(readings, text))
    while at < len(readings):
        first, last = readings[at], readings[at + 1] if at + 1 < len(readings) else None
        start = _span_from(first, last, text) if last else None
        whole = span(_in_its_year(first, last, text), last) if last and start is not None else None
        if last and last.on and first.on and _is_weekday_before(first, last, text):
            behind = last.behind or last.on + timedelta(days=1)
            on = behind + timedelta(days=(first.on - behind).days % 7)
            yield replace(first, on=on, end=last.end, at=first.at or last.at, zone=first.zone or last.zone)
            at += 2
        elif last and whole and first.behind and last.on:  # "after 3/19-3/22": behind all of it
            behind = (last.last_on or last.on) + timedelta(days=1)
            yield replace(first, on=first_working_day(behind), behind=behind, end=last.end)
            at += 2
        elif last and whole and (whole.on or first.start != start):
            yield replace(whole, start=start or 0, end=last.end, at=first.at or last.at, zone=last.zone)
            at += 2
        else:
            yield first
            at += 1


_EITHER = re.compile(r"\s*(?:or|and|&|/|\+)\s*(?:on\s+)?", re.IGNORECASE)


def _counting_on(readings: tuple[DateReading, ...], text: str) -> Iterator[DateReading]:
    """ "Fri 3/27 or Sat": the Saturday behind that Friday."""
    for before, one in zip((None, *readings), readings, strict=False):
        is_weekday = one.on and _ONE_WEEKDAY.match(text[one.start : one.end])
        if before and before.on and one.on and is_weekday and _EITHER.fullmatch(text[before.end : one.start]):
            behind = (one.on - before.on).days % 7
            yield replace(one, on=before.on + timedelta(days=behind)) if one.on < before.on and behind else one
        else:
            yield one


def _is_weekday_before(first: DateReading, last: DateReading, text: str) -> bool:
    """ "Tues after 3/20": the first one behind that day."""
    is_weekday = _ONE_WEEKDAY.match(text[first.start : first.end]) and not text[first.end : last.start].strip()
    return bool(is_weekday) and text.startswith("after", last.start)


def _in_its_year(first: DateReading, last: DateReading, text: str) -> DateReading:
    """The year of the last day holds for the first one too, when that has none: "10 Aug - 12 Nov 2027"."""
    said = text[first.start : first.end]
    if first.on is None or last.on is None or first.on <= last.on or "mo_" not in said or _YEAR.search(said):
        return first
    on = first.on + relativedelta(years=last.on.year - first.on.year)
    return replace(first, on=on - relativedelta(years=on > last.on))


def _span_from(first: DateReading, last: DateReading, text: str) -> int | None:
    """Where a span begins that these two are the ends of; None when they are two dates."""
    before, between = text[: first.start], text[first.end : last.start]
    if first.problem or last.problem or first.spans or last.spans or last.past:
        return None
    if (named := _BETWEEN.search(before)) and _AND.match(between):
        return named.start()
    if _FROM.match(text[first.start : first.end]) and _UNTIL.match(text[last.start : last.end]) and not between.strip():
        return first.start  # "from Friday until Tuesday"
    if _ONE_WEEKDAY.match(text[first.start : first.end]) and "wd_" not in text[last.start : last.end]:
        return None  # "Friday - 15 June" is one day
    if _DASH.match(between) or (_TO.match(between) and not _MOVED.search(before) and first.on):
        return first.start
    return None


def _monday_of_week(day: date) -> date:
    """A Sunday names the week that it begins, as calendars with Sundays first have it."""
    return _monday(day + timedelta(days=1)) if day.weekday() > FRIDAY + 1 else _monday(day)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
