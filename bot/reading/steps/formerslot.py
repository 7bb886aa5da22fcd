"""The slot that a talk had names no day of what is told: "moved today's 3p call => Mon", "our 2pm pushed to tues"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.calendar.datewords import FRIDAY, DateReading
from bot.reading.words.daynames import WEEKDAY

_DATE = r"(?:\d{1,2}/\d{1,2}|(?:the\s+)?\d{1,2}(?:st|nd|rd|th))"
_DAY = rf"(?:(?:today|tonight|tomorrow|tmrw|tmw|{WEEKDAY})['’]?s?(?:\s+{_DATE})?|{_DATE})"
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m?|h|uhr)\b|\d{1,2}[:.]\d\d|noon)"
_KIND = r"(?:(?:(?:site|discovery|follow-?up|intro|video|status|pricing|review)\s+)?(?:call|meeting|mtg|demo|visit|review|session|walk-?through|lunch|coffee|appointment|appt|chat|slot)\b)"
_WHOSE = r"(?:(?:our|the|my|his|her|their|that)\s+)?"
_SLOT = rf"(?P<slot>{_WHOSE}(?:{_DAY}(?:\s+(?:at\s+)?{_HOUR})?(?:\s+{_KIND})?|{_HOUR}(?:\s*{_KIND})?(?:\s+(?:on\s+)?{_DAY})?))"
_KIND_BEHIND = re.compile(_KIND, re.IGNORECASE)
_VERB = rf"(?:(?<=\bto\s)(?!(?:keep|confirm|do|have|hold|bring|take|discuss|join|add|invite|say|check|{WEEKDAY}|today|tomorrow|tmrw|next|the)\b)[a-z]+|moved|moves|moving|push(?:ed|es|ing)|bump(?:ed|s|ing)|shift(?:ed|s|ing)|resched(?:uled?|ules)?|rescheduling|switch(?:ed|es)|postponed?|sl(?:id|ides|ips|ipped)|rebooked|changed)"
_GOES = r"(?P<to>\s*(?:[-=]+>|→)\s*|(?=\s+(?:back\s+)?(?:to|until|till?|for|by)\b))"
_MOVED = re.compile(rf"\b{_VERB}\s+{_SLOT}{_GOES}", re.IGNORECASE)
_IS_MOVED = re.compile(
    rf"^(?:(?:and|but|so)\s+)?{_SLOT}\s+(?:(?:is|was|got|gets|has\s+been|had\s+to\s+be|now)\s+)*{_VERB}\b",
    re.IGNORECASE,
)


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# "to the Monday after", "to mon the week after": counted from the day that it had, and not from today.
_AFTER_IT = re.compile(
    r"(?P<to>\b(?:to|until|till?|for|on)\s+)(?:the\s+)?(?:(?P<day>mon|tue|wed|thu|fri)[a-z]*\s+(?:after|thereafter)(?:\s+(?:that|it))?|following\s+(?P<next>mon|tue|wed|thu|fri)[a-z]*|(?P<unit>day|week)\s+after)(?=\s*$|\s*[,;.]|\s+(?:at\b|same\b|\d))",
    re.IGNORECASE,
)
_MOVES = re.compile(rf"\b(?:{_VERB}|now)\b", re.IGNORECASE)


def with_day_after(clause: str, dates: Sequence[DateReading]) -> str:
    """ "our thurs 3/19 call moved to the mon after": to that day, where the clause tells which one it had."""
    found = _AFTER_IT.search(clause) if dates and _MOVES.search(clause) else None
    old = dates[0].on if dates else None
    if not found or old is None or dates[0].end > found.start() or dates[0].by:
        return clause
    on = _counted(old, found["day"] or found["next"] or "", found["unit"] or "")
    return f"{clause[: found.start()]}{found['to']}{on.day} {on:%B} {on.year}{clause[found.end() :]}"


def _counted(old: date, day: str, unit: str) -> date:
    if unit:
        then = old + timedelta(days=7 if unit.lower() == "week" else 1)
        return then if unit.lower() == "week" or then.weekday() <= FRIDAY else old + timedelta(days=7 - old.weekday())
    return old + timedelta(days=(_WEEKDAYS.index(day.lower()) - old.weekday() - 1) % 7 + 1)


def without_former_slot(clause: str, dates: Sequence[DateReading]) -> tuple[str, Sequence[DateReading]]:
    """The clause with its talk in that place ("moved our call"), as long as it was, and the days that are left."""
    found = _MOVED.search(clause) or _IS_MOVED.match(clause)
    if not found or not [day for day in dates if day.start >= found.end("slot")]:
        return clause, dates
    start, end = found.span("slot")
    arrow = found.groupdict().get("to") or ""
    width = end - start + len(arrow)
    kind = _KIND_BEHIND.search(found["slot"])
    talk = f"our {kind[0]}" if kind and kind[0].lower() != "slot" else "it" if start else ""
    told = f"{talk} to" if arrow else talk
    if len(told) > width - bool(arrow):
        return clause, dates
    left = [_untouched(day, start, end) for day in dates if day.end > end]
    return f"{clause[:start]}{told:<{width}}{clause[start + width :]}", left


def _untouched(day: DateReading, start: int, end: int) -> DateReading:
    """Read over the slot as well ("2pm to Tue"), it keeps its day."""
    return replace(day, start=end, at="") if start <= day.start < end else day
