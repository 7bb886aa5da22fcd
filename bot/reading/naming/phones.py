"""A number of theirs in a clause: "call her on her mobile 555 2222", "her direct line is 555 0199"."""

import re
from dataclasses import dataclass

from bot.reading.words.speech import NAME

PHONE = r"(?P<phone>\+?\(?\d[\d\s()/.-]{4,18}\d)(?![\w/%])"
_LINE = r"(?:mobile|mob|cell(?:phone)?|direct(?:\s+(?:line|dial))?|number|phone|tel|landline|line|extension)"
_THEIRS = rf"(?:her|him|them|(?P<name>{NAME}))"
_REACH = re.compile(
    rf"\b(?:call|ring|phone|text|reach|try|get|dial|catch)\s+{_THEIRS}\s+(?:back\s+)?(?:(?:on|at)\s+)?(?:(?:her|his|their|the|new|this)\s+)*(?:{_LINE}\.?\s*)?(?:number\s*)?[:,]?\s*{PHONE}",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?:^|\b(?:and|but|that|said)\s+)(?:(?:her|his|their|the|(?P<name>{NAME})['’]s)\s+)?(?:(?:new|best|right|correct)\s+)*{_LINE}(?:\s+{_LINE})?\.?(?:\s+(?:is|no\.?|now|number))*\s*[:=]?\s*{PHONE}",
    re.IGNORECASE,
)
_MOST_DIGITS = 15
_LEAST_DIGITS = 6


@dataclass(frozen=True)
class Number:
    """A phone, and whose it is when somebody is named."""

    phone: str
    name: str = ""


def number_in(clause: str) -> Number | None:
    """None when no number is told, or it may be one of ours ("told her to call me on 555 0142")."""
    found = _REACH.search(clause) or _IS.search(clause)
    if not found or not _LEAST_DIGITS <= len(re.sub(r"\D", "", found["phone"])) <= _MOST_DIGITS:
        return None
    name = found["name"] or ""
    return Number(found["phone"].strip(" .-/"), name if name[:1].isupper() else "")
