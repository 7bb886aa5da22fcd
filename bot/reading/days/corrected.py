"""What is put right in the line itself holds: "back Wed, no wait, Thu" is Thursday. The day that was meant takes the place of the other.

Only where the words clearly take the first day back ("make that Thu", "not Wed but Thu"); their own quoted words stay.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.reading.calendar.datewords import DateReading
from bot.reading.words.speech import quotes_in

_TAKES_BACK = (
    r"(?:no,?\s+wait|wait,?\s+no|no,?\s+sorry|sorry,?\s+no|hang\s+on|(?:scratch|scrap|strike|ignore|forget)\s+that|make\s+(?:that|it)|i\s+meant?"
    r"|correction|typo|oops|rather|sorry|actually|er+)"
)
_BETWEEN = re.compile(
    rf"^[\s,;.!(–—-]*(?:(?:(?:no|nope|nah|oh|ah|wait),?\s+)*{_TAKES_BACK}[\s,;:.!–—-]+(?:no,?\s+)?|\?\s*no[\s,]+|(?<=,\s)(?:no|nope),\s+)(?:it['’]?s\s+|on\s+|for\s+|by\s+(?=$))?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\bnot|(?P<is>\bis|\bwas)n['’]?t)\s+(?:(?:on|by|for)\s+)?$", re.IGNORECASE)
_BUT = re.compile(
    r"^[\s,;]*(?:but(?:\s+(?:rather|now|it['’]?s|on|for|by))*|it['’]?s|it\s+is|rather)\s+$", re.IGNORECASE
)
_NO_DAY = re.compile(r"^(?:before|until|till?|after|from)\b", re.IGNORECASE)
_ENDS = re.compile(r"^\s*(?:$|[,;.!)])")
_MAY_BE = re.compile(rf"\b{_TAKES_BACK}\b|\?\s*no\b|,\s+(?:no|nope),|(?:\bnot|n['’]?t)\b.*(?:\bbut|,)\s", re.IGNORECASE)
_LEAD = re.compile(r"^(?:by|before|until|till?|due|on)\s+", re.IGNORECASE)
_MOST = 3


def put_right(text: str, dates_in: Callable[[str], Sequence[DateReading]]) -> str:
    """The line without the day that is taken back."""
    for _ in range(_MOST if _MAY_BE.search(text) else 0):
        dates = dates_in(text)
        wrong = next((pair for pair in pairwise(dates) if _is_taken_back(text, *pair) or _is_denied(text, *pair)), None)
        if wrong is None:
            break
        first, meant = wrong
        lead = _LEAD.match(first.text)
        kept = lead[0] if lead and not _LEAD.match(meant.text) else ""
        text = f"{_NOT.sub(_is, text[: first.start])}{kept}{text[meant.start :]}"
    return text


def _is(denied: re.Match[str]) -> str:
    return f"{denied['is']} " if denied["is"] else ""


def _is_taken_back(text: str, first: DateReading, meant: DateReading) -> bool:
    is_clear = _BETWEEN.match(text[first.end : meant.start]) and _ENDS.match(text[meant.end :])
    return bool(is_clear) and not _is_quoted(text, first, meant)


def _is_denied(text: str, first: DateReading, meant: DateReading) -> bool:
    """ "not 3/19 but 3/24": whatever follows, it is on the second."""
    is_clear = _NOT.search(text[: first.start]) and _BUT.match(text[first.end : meant.start])
    return bool(is_clear) and not (_NO_DAY.match(first.text) or _is_quoted(text, first, meant))


def _is_quoted(text: str, first: DateReading, meant: DateReading) -> bool:
    return any(start < first.end and meant.start < end for start, end in quotes_in(text))
