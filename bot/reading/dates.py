"""Days in a rep's words. Our own small rules, because no measured library is right often enough (playbook section 12).

A bare weekday is the coming one; "next Fri" asks when the nearest Friday is another; a period is due on its last
working day; what cannot be a date says so. Where two readings are defensible, both are choices.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.reading.bounds import LONGEST_CLAUSE, split_at
from bot.reading.clock import time_beside
from bot.reading.daterules import RULES, WHOLE, Rules
from bot.reading.datewords import FRIDAY, NUMBER, NUMBERS, DateReading, Day, first_working_day, lead_of
from bot.reading.dayrules import day_end

_BETWEEN_END_AND_DAY = re.compile(r"^[\s,]*(?:of\s+|on\s+)?$", re.IGNORECASE)
_FEAST = re.compile(r"\b(?:christmas|x-?mas|new year|easter)(?!\W*s?\s+(?:eve|day|monday|sunday))", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:once|twice|times|days?|hours?)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?:\s+the)?\s*$", re.IGNORECASE)
_AND = re.compile(r"^\s+and(?:\s+the)?\s*$", re.IGNORECASE)
_AWAY_FROM = re.compile(
    rf"\b(?:{NUMBER}|the)\s+(?P<unit>days?|weeks?|wks?|fortnights?|months?)\s+$", re.IGNORECASE
)  # fmt: skip


def find_dates(text: str, today: date, *, day_first: bool = True) -> tuple[DateReading, ...]:
    """Every date in a clause, in order and not overlapping."""
    return _found(split_at(text, LONGEST_CLAUSE)[0], Day(today, day_first), RULES)


def read_date(text: str, today: date, *, day_first: bool = True) -> DateReading | None:
    """A phrase typed as a date, the first one in it; None when there is none."""
    day = Day(today, day_first)
    text = split_at(text, LONGEST_CLAUSE)[0]
    found = _found(text.strip(), day, WHOLE) or _found(text, day, RULES)
    return found[0] if found else None


def _found(text: str, day: Day, rules: Rules) -> tuple[DateReading, ...]:
    found = sorted(_candidates(text, day, rules), key=lambda one: (one[0].start, -one[0].end))
    kept: list[tuple[DateReading, bool]] = []
    for reading, ends_a_day in found:
        if kept and reading.start < kept[-1][0].end:
            continue
        last, last_ends = kept[-1] if kept else (reading, False)
        if kept and ends_a_day and not last_ends and _BETWEEN_END_AND_DAY.match(text[last.end : reading.start]):
            kept[-1] = (_at_end_of(replace(last, end=reading.end), replace(reading, start=last.start), text), False)
        elif last_ends and not ends_a_day and _BETWEEN_END_AND_DAY.match(text[last.end : reading.start]):
            kept[-1] = (_at_end_of(reading, last, text), False)
        else:
            kept.append((reading, ends_a_day))
    timed = (_behind(_with_time(reading, text, day)) for reading, _ in kept)
    return tuple(_spans(tuple(timed), text))


def _spans(readings: tuple[DateReading, ...], text: str) -> Iterator[DateReading]:
    """ "between Mon and Wed" is by Wed; when either may be another day, both are asked about."""
    at = 0
    while at < len(readings):
        first, last = readings[at], readings[at + 1] if at + 1 < len(readings) else None
        between = _BETWEEN.search(text[: first.start])
        if between and last and _AND.match(text[first.end : last.start]):
            yield _span_of(first, last, text, between.start())
            at += 2
        else:
            yield first
            at += 1


def _span_of(first: DateReading, last: DateReading, text: str, start: int) -> DateReading:
    whole = replace(last, start=start, text=text[start : last.end].strip())
    if first.on and last.on and first.on < last.on:
        return replace(whole, first_on=first.first_on or first.on)
    days = sorted({day for one in (first, last) for day in ((one.on,) if one.on else one.choices)})
    return replace(whole, on=None, first_on=None, choices=tuple(days))


def _candidates(text: str, day: Day, rules: Rules) -> Iterator[tuple[DateReading, bool]]:
    """(a reading, whether it is only the end of a day)."""
    for pattern, rule in rules:
        for match in pattern.finditer(text):
            reading = rule(match, day)
            if reading:
                lead = lead_of(match)
                reading = replace(
                    reading, text=match[0].strip(), start=match.end() - len(match[0].lstrip()), end=match.end(),
                    not_before=reading.not_before or lead in {"after", "from", "not before", "not until"},
                    past=reading.past or lead == "since",
                )  # fmt: skip
                yield _counted_from(reading, text, lead), rule is day_end


def _counted_from(reading: DateReading, text: str, lead: str) -> DateReading:
    """ "a week from Friday", "the week after Easter", "two days before the 20th": so far from that day."""
    away = _AWAY_FROM.search(text[: reading.start]) if lead in {"after", "from", "before", "on"} else None
    if (
        away
        and lead == "on"
        and (away["unit"].lower()[0] not in "wf" or not away["number"] or _OFTEN.search(text[: away.start()]))
    ):
        return reading  # "a week on Friday"; not "twice a week on Friday"
    base = reading.on
    if not away or base is None:
        return reading
    number = (away["number"] or "").lower()
    count = int(number) if number.isdecimal() else NUMBERS.get(number, 1)
    unit = away["unit"].lower()[0]
    if unit == "w" and not number and _FEAST.search(reading.text):
        return _week_beside_feast(reading, text[away.start() : reading.end], away.start(), lead)
    step = relativedelta(months=count) if unit == "m" else relativedelta(days=count * {"d": 1, "w": 7, "f": 14}[unit])
    on = base - step if lead == "before" else base + step
    spot = replace(
        reading,
        on=on,
        first_on=None,
        not_before=False,
        text=text[away.start() : reading.end].strip(),
        start=away.start(),
    )
    if unit == "w" and not number:
        monday = on - timedelta(days=on.weekday())
        return replace(spot, on=monday + timedelta(days=FRIDAY), first_on=monday)
    return spot


def _week_beside_feast(reading: DateReading, said: str, start: int, lead: str) -> DateReading:
    """The week after Christmas holds the first day behind it; the week before may be the one it falls into."""
    day = reading.on or date.min
    monday = day - timedelta(days=day.weekday())
    spot = replace(reading, first_on=None, not_before=False, text=said.strip(), start=start)
    if lead == "before":
        return replace(spot, on=None, choices=(monday - timedelta(days=7), monday))
    return replace(spot, on=monday + timedelta(days=FRIDAY), first_on=day)


def _at_end_of(reading: DateReading, end: DateReading, text: str) -> DateReading:
    """ "close of play Friday" is Friday's."""
    whole = text[end.start : reading.end].strip()
    return replace(reading, at=end.at, start=end.start, text=whole, not_before=reading.not_before or end.not_before)


def _with_time(reading: DateReading, text: str, day: Day) -> DateReading:
    beside = time_beside(text, reading.start, reading.end)
    if beside and "tonight" in reading.text.lower() and beside.at < "12":
        beside = beside._replace(at=f"{int(beside.at[:2]) + 12}{beside.at[2:]}")
    if beside:
        reading = replace(reading, at=beside.at, about=beside.about, start=beside.start, end=beside.end)
    if reading.at and reading.choices and reading.choices[0] == day.today and not re.search(r"\d", reading.text):
        return replace(reading, on=day.today, choices=())  # "Thu 3pm" said on a Thursday is today's
    return reading


def _behind(reading: DateReading) -> DateReading:
    """ "after the 20th" begins on the 21st, "after next week" on the Monday behind it; "after Fri 3pm" on that day."""
    said = reading.text.lower()
    if _FEAST.search(said):
        return reading  # its rule knows which days are behind it
    if reading.at or "after" not in said.split()[:3] or not reading.not_before or said.startswith(("the ", "week ")):
        return reading
    return replace(
        reading,
        on=_working_day_behind(reading.on) if reading.on else None,
        first_on=None,
        choices=tuple(_working_day_behind(choice) for choice in reading.choices),
    )


def _working_day_behind(day: date) -> date:
    return first_working_day(day + timedelta(days=1))
