"""What was tried on the days before, told beside the call of now: only what is of now counts."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.outcome.happened import outcomes_in
from bot.reading.words.bounds import CLAUSES_KEPT

_EARLIER = re.compile(
    r"\b(?:yesterday|ago|last|earlier|before|(?!today)\w+day|mon|tues?|weds?|thu(?:rs?)?|fri)\b", re.IGNORECASE
)
# "emailed 3/4": a try with the day on which it was made
_TRIED_ON = re.compile(
    r"^(?:(?:and|then|i|we)\s+)*(?:vms?|lvm|lm|e?-?mail(?:ed)?|texted|text|call(?:ed)?|rang|tried|voice\s?mail)\s+(?:(?:her|him|them)\s+)?(?:on\s+)?(?:\d{1,2}[/.]\d{1,2}\.?|\d{1,2}\s+\w+)$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:today|now|again|just|this\s+(?:am|morning|afternoon|pm|noon)|(?:rang|called|phoned|tried|texted|whatsapp(?:ed)?|text|whats-?app))\b",
    re.IGNORECASE,
)
_TWO_TRIES = re.compile(
    r"^(?P<before>.*?)\s+and\s+(?P<now>(?:(?:today|now|then)\s+)?(?:(?:i|we)\s+)?(?:rang|called|phoned|tried|texted|today\b).*)$",
    re.IGNORECASE,
)


def of_now(clauses: Sequence[str]) -> list[str]:
    """The tries of today, where those of the days before are told beside them: "vm Mon, emailed Tue, rang again: no answer"."""
    apart = [part for clause in clauses for part in _two(clause)]
    now = [clause for clause in apart if not is_earlier(clause)]
    before = [clause for clause in apart if is_earlier(clause) and any(outcomes_in(clause))]
    is_tried = any(_TODAY.search(clause) for clause in now) and any(any(outcomes_in(clause)) for clause in now)
    return now if before and is_tried else list(clauses)


@lru_cache(maxsize=CLAUSES_KEPT)
def is_earlier(clause: str) -> bool:
    return bool(_EARLIER.search(clause) or _TRIED_ON.match(clause))


def _two(clause: str) -> tuple[str, ...]:
    found = _TWO_TRIES.match(clause)
    return (found["before"], found["now"]) if found and is_earlier(found["before"]) else (clause,)
