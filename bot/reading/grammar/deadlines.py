"""By when they need what we owe them: "she needs it by Friday", "needs to know by then". What they threaten with is no part of the day.

It is the day of what we promised just before, or of what they asked for; where neither was told, they wait for an answer of ours.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_NEEDS = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+)?(?:(?:still|really|just|only|all)\s+)*(?:needs?|wants?|(?:has|have|must)\s+(?:to\s+)?have|expects?|(?:(?:is|are)\s+)?wait(?:s|ing)?\s+(?:for|on))\s+"
    r"(?:it|that|this|them|to\s+(?:know|hear(?:\s+(?:back|from\s+(?:me|us)))?|have\s+(?:it|that))|(?:an?|my|our|the)\s+(?:answer|reply|response))(?:\s+(?:from\s+(?:me|us)|back|at\s+the\s+latest))*$",
    re.IGNORECASE,
)
_GO = r"(?:go|buy|order|sign|take|stay|stick|look|leave|cancel|walk|choose|pick|drop|switch)"
_THREAT = re.compile(
    rf"\s*[,;–-]?\s+(?=(?:otherwise|or(?:\s+else)?|else)\s+(?:she|he|they|{NAME})(?:['’]ll|['’]re|\s+will|\s+are|\s+is|\s+would|['’]d)?\s+{_GO}(?:s|es|ing)?\b)",
    re.IGNORECASE,
)

_BEFORE_A_TALK = re.compile(
    rf"(?P<asks>{AND_ALSO}(?:(?:she|he|they|{NAME})\s+)?(?:(?:still|really|just|only|also)\s+)*(?:needs?|wants?|asked\s+for|asks\s+for|expects?)\s+(?!to\b|more\b)\S.{{1,80}}?)\s+(?:before|b4|ahead\s+of|in\s+time\s+for)\s+"
    r"(?:(?:her|his|their|the)\s+)(?:(?P<hour>\d{1,2}(?::\d\d)?(?:\s?[ap]m?)?)\s+)?[a-z][\w-]*(?:\s+[a-z][\w-]*)?(?:\s+on)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s*\((?P<where>(?-i:[A-Z])[\w ]{1,20})\)[\s.!]*$")


def before_their_talk(clause: str, dates: Sequence[DateReading]) -> str:
    """ "needs the grid before her 10am board Tue" is by that day and hour; whose clock it is may stand in brackets."""
    day = dates[-1] if dates else None
    found = _BEFORE_A_TALK.match(clause[: day.start].strip()) if day and not day.at and not day.by else None
    if not day or not found or not (ends_with_day(clause, day.end) or _PLACE.match(clause, day.end)):
        return clause
    place = _PLACE.match(clause, day.end)
    hour = f" at {found['hour']}{' ' + place['where'] if place else ''}" if found["hour"] else ""
    return f"{found['asks']} by {day.text.removeprefix('on ')}{hour}"


def needed_by(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """None where they need something else, or no day ends the clause."""
    day = dates[-1] if dates else None
    if day is None or "?" in clause or not ends_with_day(clause, day.end):
        return None
    return day if _NEEDS.match(clause[: day.start].strip(" ,.")) else None


def threat_apart(clause: str) -> tuple[str, ...]:
    """ "she needs it by Friday or they go with Globex": what they need, and what they threaten with."""
    return tuple(part.strip(" ,;") for part in _THREAT.split(clause, maxsplit=1) if part.strip(" ,;"))
