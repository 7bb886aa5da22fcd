"""What is put right in the line itself holds: "back Wed, no wait, Thu" is Thursday. The day that was meant takes the place of the other.

Only where the words between the two days clearly take the first one back, and nothing follows the second; their own quoted words stay.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.reading.datewords import DateReading
from bot.reading.speech import quotes_in

_TAKES_BACK = (
    r"(?:no,?\s+wait|wait,?\s+no|no,?\s+sorry|sorry,?\s+no|hang\s+on|(?:scratch|scrap|strike|ignore|forget)\s+that|make\s+(?:that|it)|i\s+meant?"
    r"|correction|typo|oops|rather|sorry|actually|er+)"
)
_BETWEEN = re.compile(
    rf"^[\s,;.!(–—-]*(?:{_TAKES_BACK}[\s,;:.!–—-]+(?:no,?\s+)?|\?\s*no[\s,]+)(?:it['’]?s\s+|on\s+|for\s+|by\s+(?=$))?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^\s*(?:$|[,;.!)])")
_MAY_BE = re.compile(rf"\b{_TAKES_BACK}\b|\?\s*no\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:by|before|until|till?|due|on)\s+", re.IGNORECASE)
_MOST = 3


def put_right(text: str, dates_in: Callable[[str], Sequence[DateReading]]) -> str:
    """The line without the day that is taken back."""
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
    is_clear = _BETWEEN.match(text[first.end : meant.start]) and _ENDS.match(text[meant.end :])
    return bool(is_clear) and not any(start < first.end and meant.start < end for start, end in quotes_in(text))
