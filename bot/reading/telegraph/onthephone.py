"""Who has picked up goes on as the subject: "dwayne picked up! emailing roof drawings tonight" is theirs. See telegraph.

Only what one knows of one's own place: what a seller hands over, or goes to them, stays ours, and so does what has "the" or "a" before it.
"""

import re

from bot.phrases import base_verb
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.ourthings import is_thing, is_to_them
from bot.reading.words.bounds import ends_with_day
from bot.reading.words.leads import AND, AND_ALSO
from bot.reading.words.speech import NAME

_PICKED_UP = re.compile(
    rf"{AND}(?:{NAME}|she|he|they)\s+(?:(?:has|have|finally|actually|just|even)\s+)*(?:picked\s+up|answered|(?:called|rang|phoned)(?:\s+(?:me|us))?\s+back|came\s+(?:on|to\s+the\s+(?:phone|line)))(?:\s+(?:finally|at\s+last|today|himself|herself|first\s+ring|the\s+phone|on\s+the\s+\w+\s+(?:ring|try)))*[\s!.]*$",
    re.IGNORECASE,
)
_GIVING = re.compile(
    rf"{AND_ALSO}(?P<verb>e?-?mailing|sending|sharing|forwarding|faxing|posting|texting|uploading|dropping\s+off)\s+(?:(?:me|us|over|across|back)\s+)*(?P<thing>(?!(?:the|an?|our|my|it|them|that|those|this|these|you|her|him|both|all|another|some|new|revised|updated)\b)[a-z][\w'’-]*(?:\s+(?!(?:to|for)\b)[\w'’-]+){{0,3}}?)(?:\s+(?:over|across|back|to\s+(?:me|us)))*$",
    re.IGNORECASE,
)
_OF_THEIR_PLACE = re.compile(
    r"\b(?:drawings?|photos?|pics|pictures|measurements?|dimensions|plans?|blueprints?|floor-?plans?|schematics?|figures|counts?|head-?counts?|readings?|data|logs?|tables?|volumes?|inventory|codes?|bills?|statements?|meter\s+\w+)$",
    re.IGNORECASE,
)


_IS_ON = re.compile(
    rf"{AND}(?:{NAME}|she|he|they)\s+(?:(?:just|finally|actually|even|then)\s+)*(?:(?:picks?\s+up|answers?)(?:\s+(?:the\s+phone|(?:his|her|their)\s+(?:phone|cell|mobile)|first\s+ring))?|comes?\s+(?:on|to\s+the\s+phone|on\s+the\s+(?:line|phone))|hangs?\s+up|takes?\s+my\s+call)[\s!.]*$",
    re.IGNORECASE,
)


def is_on(clause: str) -> bool:
    """ "Quentin picks up": how the call went, and nothing that anybody does later."""
    return bool(_IS_ON.match(clause))


def has_picked_up(clause: str) -> bool:
    return bool(_PICKED_UP.match(clause))


def goes_on(clause: str, last: DateReading) -> str:
    """What they hand over, behind the clause that tells that they came to the phone."""
    bare, when = clause[: last.start].strip(" ,."), f" {clause[last.start :].strip()}"
    found = _GIVING.match(bare) if ends_with_day(clause, last.end) else None
    if not found or not _OF_THEIR_PLACE.search(found["thing"]) or is_thing(found["thing"]) or is_to_them(bare):
        return ""
    verb = base_verb(found["verb"].split()[0]) or "send"
    return f"they will {verb} {found['thing']}{when}"
