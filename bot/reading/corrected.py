"""What is put right in the line itself holds: "back Wed, no wait, Thu" is Thursday. The day that was meant takes the place of the other."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.reading.datewords import DateReading

_SORRY = r"(?:sorry|oops|oh|er+|uh+|um+|hm+|argh|damn|no+|nope|wait|hang\s+on|hold\s+on|actually|rather)"
_MEANT = r"(?:scratch\s+that|scrap\s+that|strike\s+that|ignore\s+that|forget\s+that|make\s+(?:that|it)|i\s+mean[t]?|correction|edit|rather|typo|not)"
_BETWEEN = re.compile(
    rf"^[\s,;.!?(–—-]*(?:(?:{_SORRY}|{_MEANT})[\s,;:.!–—-]+){{1,4}}(?:it['’]?s\s+|on\s+|for\s+)?$", re.IGNORECASE
)
_NOT_YET_RIGHT = re.compile(r"^[\s,;(–—-]*not[\s,]+$", re.IGNORECASE)  # "Thu, not Wed": the first holds
_LEAD = re.compile(r"^(?:by|before|until|till?|due|on)\s+", re.IGNORECASE)
_MAY_BE = re.compile(rf"\b(?:{_SORRY}|{_MEANT})\b", re.IGNORECASE)
_MOST = 3


def put_right(text: str, dates_in: Callable[[str], Sequence[DateReading]]) -> str:
    """The line with the first of two days left out where the words between them take it back."""
    for _ in range(_MOST if _MAY_BE.search(text) else 0):
        dates = dates_in(text)
        wrong = next((pair for pair in pairwise(dates) if _is_taken_back(text, *pair)), None)
        if wrong is None:
            break
        first, meant = wrong
        lead = _LEAD.match(first.text)
        kept = lead[0] if lead and not _LEAD.match(meant.text) else ""
        text = f"{text[: first.start]}{kept}{text[meant.start :]}"
    return text


def _is_taken_back(text: str, first: DateReading, meant: DateReading) -> bool:
    between = text[first.end : meant.start]
    is_quoted = text[: first.start].count('"') % 2 == 1
    return not is_quoted and bool(_BETWEEN.match(between)) and not _NOT_YET_RIGHT.match(between)
