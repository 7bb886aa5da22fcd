"""The slot that a talk had names no day of what is told: "moved today's 3p call => Mon", "our 2pm pushed to tues"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.calendar.datewords import DateReading

_DATE = r"(?:\d{1,2}/\d{1,2}|(?:the\s+)?\d{1,2}(?:st|nd|rd|th))"
_DAY = rf"(?:(?:today|tonight|tomorrow|tmrw|tmw|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)['’]?s?(?:\s+{_DATE})?|{_DATE})"
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m?|h|uhr)\b|\d{1,2}[:.]\d\d|noon)"
_KIND = r"(?:(?:(?:site|discovery|follow-?up|intro|video|status|pricing|review)\s+)?(?:call|meeting|mtg|demo|visit|review|session|walk-?through|lunch|coffee|appointment|appt|chat|slot)\b)"
_WHOSE = r"(?:(?:our|the|my|his|her|their|that)\s+)?"
_SLOT = rf"(?P<slot>{_WHOSE}(?:{_DAY}(?:\s+(?:at\s+)?{_HOUR})?(?:\s+{_KIND})?|{_HOUR}(?:\s*{_KIND})?(?:\s+(?:on\s+)?{_DAY})?))"
_KIND_BEHIND = re.compile(_KIND, re.IGNORECASE)
_VERB = r"(?:(?<=\bto\s)(?:move|push|bump|shift|switch|change)|moved|moves|moving|push(?:ed|es|ing)|bump(?:ed|s|ing)|shift(?:ed|s|ing)|resched(?:uled?|ules)?|rescheduling|switch(?:ed|es)|postponed?|slid|slipped|rebooked|changed)"
_GOES = r"(?P<to>\s*(?:[-=]+>|→)\s*|(?=\s+(?:back\s+)?(?:to|until|till?|for|by)\b))"
_MOVED = re.compile(rf"\b{_VERB}\s+{_SLOT}{_GOES}", re.IGNORECASE)
_IS_MOVED = re.compile(
    rf"^(?:(?:and|but|so)\s+)?{_SLOT}\s+(?:(?:is|was|got|gets|has\s+been|had\s+to\s+be|now)\s+)*{_VERB}\b",
    re.IGNORECASE,
)


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
