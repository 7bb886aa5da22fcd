"""What both do is a meeting, whatever it is called: "we review it 3/24 9am", "all three again Tues", "Jo and me talk Friday".

By an hour it is one, or by who is in it; what they are up for has its words in agreedto.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.steps.agreedto import agreed_to
from bot.reading.steps.booked import Found
from bot.reading.steps.meetings import TALKS
from bot.reading.steps.steps import kind_of
from bot.reading.words.openverbs import is_past
from bot.reading.words.speech import NAME

_BOTH_DO = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:we(?:['’]ll|\s+will|\s+(?:have\s+)?agreed\s+to)?(?:\s+(?:all|both|then))?|both(?:\s+of\s+us)?)\s+(?P<verb>review|discuss|finali[sz]e|decide|compare|work|look|dig|dive|plan|scope|price|settle|close|sign|open|run|walk|talk|go|demo|test|kick|start|[a-z]+(?=\s+(?:[\w'’-]+\s+){0,6}together\s*$))\b(?:\s+[\w'’-]+){0,6}\s*$",
    re.IGNORECASE,
)
_WE_HOLD = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*we(?:['’]re|\s+are|['’]ll|\s+will)?\s+(?:(?:all|both|then|going\s+to)\s+)*(?:doing|having|holding|hosting|(?:get|jump|hop)(?:ting|ping)?\s+on(?:to)?)\s+(?:an?|the|our)\s+(?:[\w-]+\s+){{0,2}}?(?P<what>{TALKS})\b",
    re.IGNORECASE,
)
# "she'll do a store walk w/ me mon 10:30"
_WITH_US = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:she|he|they|{NAME})(?:['’]ll|\s+will)?\s+(?:does|do|holds?|hosts?)\s+(?:(?:an?|the|our)\s+)?(?:[\w-]+\s+){{0,2}}?(?P<what>[\w-]+)\s+(?:with\s+|w/\s*)(?:me|us|both\s+of\s+us)$",
    re.IGNORECASE,
)
_WE_TWO = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME}|[a-z]{{3,12}})\s+(?:and|&|\+)\s+(?:me|i|myself)|me\s+(?:and|&|\+)\s+(?:her|him|them|{NAME}))\s+(?:will\s+)?(?:talk|speak|chat|meet|sit\s+down)(?:\s+again)?$",
    re.IGNORECASE,
)
# "all three again tues", "same group back on mon": who was on is on again.
_ALL_AGAIN = re.compile(
    r"^(?:(?:and|but|then|so|ok(?:ay)?)\s+)*(?:all(?:\s+of\s+us)?(?:\s+(?:two|three|four|five|3|4|5))?|both(?:\s+of\s+(?:them|us))?|every(?:one|body)|(?:the\s+)?(?:same|whole|full)\s+(?:group|crew|people|team|gang|lot|cast|bunch|four|three)|(?:the\s+)?(?:two|three|four)\s+of\s+us|(?:we|us)(?:\s+(?:all|both|three|two|four))?|(?:the\s+)?(?:group|team)(?:\s+(?:all|both))?)(?:['’](?:re|ll)|\s+(?:is|are|will|to))?"
    r"\s+(?:(?:back\s+)?(?:again|together(?:\s+again)?|on\s+again|at\s+it(?:\s+again)?|on\s+it)|back(?:\s+on)?|(?:regroup|reconvene|reconnect|rejoin|resume|meet|talk|speak)s?(?:\s+(?:again|then))?)(?:\s+(?:on|at|for))*$",
    re.IGNORECASE,
)


def we_two(before: str) -> bool:
    """ "Jo and me talk", before its day."""
    return bool(_WE_TWO.match(before.strip(" ,")))


def together(before: str, dates: Sequence[DateReading]) -> Found | None:
    """ "we review it 3/24 9am": what both do at an hour is a meeting."""
    if _ALL_AGAIN.match(before.strip(" ,")) and not dates[0].by:
        return "call", True
    agreed = "" if dates[0].by else agreed_to(before.strip(" ,"))
    if agreed:
        return agreed, True
    is_at = dates[0].at and not dates[0].by
    if is_at and (held := _WE_HOLD.match(before) or _WITH_US.match(before.strip(" ,"))):
        return kind_of(held["what"].lower()), True
    found = _BOTH_DO.match(before) if is_at else None
    if found is None or is_past(found["verb"]):
        return None
    return "review" if found["verb"].lower() == "review" else "call", True
