"""They are away: "out till 8/12", "on leave until Monday", "back on 4 Jan". Of the person we deal with, and nobody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.reading.datewords import DateReading
from bot.reading.persons import is_person
from bot.reading.speech import NAME

_LONGEST = timedelta(days=120)  # of two readings of "8/12", one beyond this is not meant
_LEAVE = r"(?:(?:annual|sick|parental|maternity|paternity|mat|pat)\s+leave)"
_AWAY = re.compile(
    rf"^(?:(?:and|but|then|so|sorry)\s+)*(?:(?P<who>she|he|they|{NAME})(?:\s+[a-z]\.?(?=\s))?\s*)?(?:['’](?:s|re|ll\s+be)\s+|(?<=\s)(?:is|are|will\s+be|comes|gets)\s+)?"
    rf"(?:(?:also|now|still|currently)\s+)?(?:(?:out(?:\s+of\s+(?:the\s+)?office)?|away|off(?:\s+sick)?|ooo|(?:on\s+)?{_LEAVE}"
    r"|on\s+(?:leave|holidays?|vacation|hols|pto))(?:[\s,]+(?:and\s+)?(?P<lead>back|returns?|returning|thru|through)(?:\s+(?:on|in))?)?"
    r"|(?P<back>(?:back|(?:will\s+|['’]ll\s+)?returns?|(?:is\s+|['’]s\s+)?returning)(?:\s+(?:on|in|at\s+work|to\s+work|to\s+the\s+office|in\s+the\s+office|from\s+(?:leave|holidays?|vacation|hols)))*))$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:until|till|til)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Away:
    """`back_on` is the first day on which they can be reached."""

    back_on: date
    who: str = ""


def away(clause: str, dates: Sequence[DateReading], people: Sequence[str], *, day_first: bool) -> Away | None:
    """Their absence, when the day is sure; None when it is not, or when somebody else is away."""
    if len(dates) != 1:
        return None
    day = _likely(dates[0], day_first=day_first)
    found = _AWAY.match(clause[: day.start].strip(" ,"))
    on = day.first_on or day.on
    if not found or on is None:
        return None
    lead = (found["lead"] or "").lower()
    who = re.sub(r"['’]s$", "", found["who"] or "")
    is_named = who.lower() not in {"", "she", "he", "they"}
    if is_named and not is_person(who, people):
        return None
    if lead in {"thru", "through"}:
        return Away((day.on or on) + timedelta(days=1), who if is_named else "")
    if lead or found["back"] or _UNTIL.match(day.text):
        return Away(on, who if is_named else "")
    return None


def speaks_of_absence(clause: str, dates: Sequence[DateReading]) -> bool:
    """Whether somebody or something is said to be away until a day: "Server off until April"."""
    return bool(dates) and bool(_AWAY.match(clause[: dates[0].start].strip(" ,")))


def _likely(day: DateReading, *, day_first: bool) -> DateReading:
    """ "8/12" in the member's own order, when the other reading is too far off for an absence."""
    number = re.search(r"(\d+)/(\d+)", day.text)
    if day.on or not number or len(day.choices) < 2:  # noqa: PLR2004
        return day
    near, far = day.choices[0], day.choices[-1]
    written = (int(number[1]), int(number[2]))
    ours = written == ((near.day, near.month) if day_first else (near.month, near.day))
    return replace(day, on=near) if ours and far - near > _LONGEST else day
