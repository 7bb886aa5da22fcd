"""A time without a day, where we know what o'clock it is: "cb 4ish", "at 3pm", "in an hour", "within 2 hours".

It is today's while it is ahead. What is past today may be tomorrow's, and is asked about.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.reading.calendar.clock import times_alone
from bot.reading.calendar.datewords import NUMBER, DateReading, Day, count_of, working_days_on
from bot.reading.calendar.feastrules import FEAST

_HOURS_ON = re.compile(
    r"\b(?:(?P<how>in|within|inside)\s+(?:the\s+next\s+)?(?:about\s+|around\s+)?)?"
    rf"(?:(?P<half>half\s+an?\s+hour)|(?P<one>the\s+h(?:ou)?r)\b|(?P<part>\d{{1,2}}[.,]\d|\d/\d)\s*(?:an?\s+)?h(?:ou)?rs?|{NUMBER}\s*(?P<unit>hours?|hrs?|h|minutes?|mins?))\b"
    r"(?P<on>\s+(?:from\s+now|hence|later)\b)?|(?<=\bcb\s)in\s+(?P<soon>[1-5]?\d)(?!\s*[\w%/])",
    re.IGNORECASE,
)
# "pushed the visit an hour later": than it was, and not from now.
_OF_A_TALK = re.compile(
    r"\b(?:(?:mov|push|shift|bump|postpon|delay|resched)\w*|put\s+(?:it|back)|(?:the|our|my)\s+(?:[\w-]+\s+)?(?:call|demo|meeting|mtg|visit|workshop|lunch))\b[^.;]*$",
    re.IGNORECASE,
)
_FEAST = re.compile(rf"\b{FEAST}", re.IGNORECASE)
_DEADLINES = frozenset({"by", "before", "until", "no later than"})


def hours_alone(text: str, day: Day) -> Iterator[DateReading]:
    """Looked for only where no day is named."""
    if day.now is None or _FEAST.search(text):
        return
    for found in _HOURS_ON.finditer(text):
        is_than_it_was = "later" in (found["on"] or "").lower() and _OF_A_TALK.search(text[: found.start()])
        if found["how"] or found["soon"] or (found["on"] and not is_than_it_was):
            yield _counted(found, day, day.now)
    for beside in times_alone(text):
        reading = DateReading(start=beside.start, end=beside.end, at=beside.at, zone=beside.zone, about=beside.about)
        reading = replace(reading, by=beside.how in _DEADLINES, not_before=beside.how in {"after", "from"})
        if beside.zone or beside.at > f"{day.now:%H:%M}":
            yield replace(reading, on=day.today)
        else:
            yield replace(reading, choices=(working_days_on(day.today, 1),))


def _counted(found: re.Match[str], day: Day, now: time) -> DateReading:
    minutes = timedelta(minutes=30)
    if found["one"] or found["soon"]:
        minutes = timedelta(minutes=int(found["soon"] or 60))
    elif found["part"]:
        minutes = timedelta(hours=_fraction(found["part"]))
    elif found["number"]:
        count = count_of(found["number"])
        minutes = timedelta(minutes=count) if found["unit"].lower().startswith("m") else timedelta(hours=count)
    at = datetime.combine(day.today, now) + minutes
    is_by = (found["how"] or "").lower() in {"within", "inside"}
    return DateReading(start=found.start(), end=found.end(), on=at.date(), at=f"{at:%H:%M}", by=is_by)


def _fraction(text: str) -> float:
    """ "1.5", "1/2"."""
    above, _, below = text.partition("/")
    return int(above) / (int(below) or 1) if below else float(text.replace(",", "."))
