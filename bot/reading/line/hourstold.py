"""An hour that is told without a day: it is of the day that was named before it, or of when they are back.

Where nobody answered at it, it is no day of anything to come.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.model import Outcome
from bot.reading.calendar.datewords import FRIDAY, DateReading
from bot.reading.dates import find_dates
from bot.reading.line.heard import Heard, to_come
from bot.reading.outcome.happened import outcomes_in
from bot.reading.steps.steps import with_hour

_HOUR_OF_IT = re.compile(
    r"^(?:(?:still|again|now|same\s+(?:slot|time)|at|around|starts?|starting|from|sharp|on\s+the\s+dot)\s*)*$",
    re.IGNORECASE,
)
# "lunch June 2, 12:30 her office": where they meet, and no other talk at that hour.
_AT_A_PLACE = re.compile(
    r"(?:(?:at|in|@|on)\s*)?(?:(?:her|his|their|our|my|the)\s+(?:[\w-]+\s+)?(?:office|place|site|shop|plant|yard|house|desk|time|studio|warehouse|store|clinic|lobby|hq|showroom|depot|factory|boardroom|barn|gym|school|hotel|farm|mill|dock|gate)|(?:room|rm|gate|dock|hall|bay|bldg|building|suite|floor|door)\s+\w+|(?:on[\s-]?site|zoom|teams|phone|video|in\s+person)|(?<=in\s)(?-i:[A-Z])\w+)(?:[\s,]+(?:\w+\s+floor|sharp))?",
    re.IGNORECASE,
)
_TRIED = re.compile(
    r"^(?:(?:i|we|and|then)\s+)*(?:rang|called|tried|phoned|dialled|dialed|buzzed)\b.*\d", re.IGNORECASE
)
_TRIES = frozenset(
    {Outcome.no_answer, Outcome.busy, Outcome.left_voicemail, Outcome.left_message, Outcome.wrong_number}
)
_ANEW = re.compile(r"\b(?:again|back|cb|later|retry|next|will)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen\b(?!\s+(?:i|we|she|he|they)\b)", re.IGNORECASE)
_THEM = re.compile(r"\b(?:her|him|them)\b", re.IGNORECASE)


def days_or_hours(heard: Heard, clause: str, dates: Sequence[DateReading]) -> Sequence[DateReading]:
    """ "rang at 9am, 11am, 2pm", "vm for Kenji, 8am his time": hours at which nobody answered are none."""
    if dates:
        return dates
    found = hours_in(heard, clause)
    if found and Outcome.no_show in outcomes_in(clause) and not _ANEW.search(clause):
        return ()  # "no show for the 1pm demo": the hour of what they missed
    is_only_hour = not _beside(clause, found[0]) if len(found) == 1 else not clause.strip(" ,.0123456789:apm")
    is_of_a_try = not _ANEW.search(clause) and not _TRIES.isdisjoint(outcomes_in(clause))
    has_tried, heard.has_tried_at = heard.has_tried_at and is_only_hour, False
    heard.has_tried_at = has_tried or is_of_a_try or bool(_TRIED.match(clause))
    return () if has_tried or is_of_a_try else found


_RANGE = re.compile(r"\d\s?[-–]\s?\d{1,2}[\s.]*$")


def from_hour(clause: str, dates: Sequence[DateReading]) -> Sequence[DateReading]:
    """ "takes calls Fri 12-1": for "then" behind it, from that hour."""
    return with_hour(clause, dates) if dates and _RANGE.search(clause) else dates


def hours_in(heard: Heard, clause: str) -> tuple[DateReading, ...]:
    """A time alone is a day only where they speak: "call back 4ish". Behind a day that was named it is of that day."""
    if heard.day.now is None:
        return ()
    found = to_come(find_dates(clause, heard.day.today, day_first=heard.day.day_first, now=heard.day.now), heard.day)
    back = _back_at_work(heard, clause)
    if back and found:
        return tuple(replace(one, on=max(one.on or back, back), choices=()) for one in found if one.at)
    day = heard.named_last
    if day and day.on and _THEN.search(clause):
        return tuple(replace(one, on=day.on, choices=()) for one in found if one.at)
    if day is None or not (day.on or day.choices) or day.by or day.first_on or day.at:
        return found
    return tuple(replace(one, on=day.on, choices=day.choices) for one in found if one.at)


def _back_at_work(heard: Heard, clause: str) -> date | None:
    """ "out til 3/20, calling her at 10": on the day on which they are back, and not tomorrow; "calling Tom" is another's."""
    away = heard.away
    if away is None or away.since:
        return None
    if not _THEM.search(clause) and not (away.who and away.who.lower() in clause.lower()):
        return None
    return away.back_on + timedelta(days=7 - away.back_on.weekday() if away.back_on.weekday() > FRIDAY else 0)


def is_its_hour(heard: Heard, clause: str) -> bool:
    """ "demo moved to the 24th, still 2pm"."""
    step = heard.step or heard.unsure_step
    if step is None or step.date.at or step.date.first_on or heard.day.now is None:
        return False
    found = find_dates(clause, heard.day.today, day_first=heard.day.day_first, now=heard.day.now)
    found = found or _spoken_hour(heard, step.date.text, clause)
    if len(found) != 1 or not found[0].at or found[0].by or not _is_of_it(clause, found[0]):
        return False
    day = replace(step.date, at=found[0].at, zone=found[0].zone, about=found[0].about)
    if not day.zone and day.choices[:1] == (heard.day.today,) and day.at <= f"{heard.day.now:%H:%M}":
        day = replace(day, on=day.choices[-1], choices=())  # "demo Thu, 10:00", told on a Thursday at two
    heard.notes += [] if _beside(clause, found[0]) == "" else [clause]
    timed = replace(step, date=day)
    heard.step, heard.unsure_step = (timed, heard.unsure_step) if day.on else (None, timed)
    return True


def _is_of_it(clause: str, hour: DateReading) -> bool:
    before, behind = clause[: hour.start].strip(" ,"), clause[hour.end :].strip(" ,.!")
    return bool(_HOUR_OF_IT.match(f"{before} {behind}".strip(" ,.!()"))) or bool(
        _HOUR_OF_IT.match(before) and _AT_A_PLACE.fullmatch(behind)
    )


_STILL = re.compile(r"^(?:still|now|same\s+time)\s+", re.IGNORECASE)


def _spoken_hour(heard: Heard, day: str, clause: str) -> tuple[DateReading, ...]:
    """ "Tuesday week, half two": what is an hour only behind its day."""
    hour = f"{day} {_STILL.sub('', clause)}"
    said = find_dates(hour, heard.day.today, day_first=heard.day.day_first, now=heard.day.now)
    is_hour = len(said) == 1 and said[0].at and said[0].end == len(hour)
    return (replace(said[0], start=0, end=len(clause)),) if is_hour else ()


def _beside(clause: str, reading: DateReading) -> str:
    return f"{clause[: reading.start]} {clause[reading.end :]}".strip(" ,.!()")
