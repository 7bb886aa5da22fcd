"""Half a day is no day off: "fri pm", "tomorrow morning", "friday afternoon for the dentist"."""

import re

from bot.reading.typed.typeddates import length_of_leading_day

_PART = r"(?:a\.?m\b|p\.?m\b|morning|afternoon|evening|after\s+(?:lunch|noon|\d)|before\s+(?:lunch|noon|\d)|from\s+\d|until\s+(?:lunch|noon))"
_BEHIND = re.compile(rf"^\s*(?:in\s+the\s+|the\s+)?{_PART}", re.IGNORECASE)
_WITHIN = re.compile(rf"\b{_PART}[\s.]*$", re.IGNORECASE)
_FIRST = re.compile(r"^(?:half\s+(?:a\s+)?day|(?:the\s+)?(?:morning|afternoon)\s+of)\b", re.IGNORECASE)


def is_half_a_day(named: str) -> bool:
    """Of one day that is named, with or without words behind it."""
    length = length_of_leading_day(named)
    return bool(_FIRST.match(named) or (length and (_WITHIN.search(named[:length]) or _BEHIND.match(named[length:]))))
