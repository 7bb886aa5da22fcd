"""What they pay, use or run as things are ("they pay twelve hundred a month to Paychex right now") is no promise."""

import re

from bot.reading.words.speech import NAME

_WHO = rf"(?:(?:she|he|they|{NAME})(?:\s+(?:also|still|already|currently|now))*)"
_SAYS = rf"(?:(?:{_WHO}|[a-z]+)\s+(?:says?|said|told\s+(?:me|us))\s+(?:that\s+)?)?"
_DOES = r"(?:pay|use|run|spend|have|has|get|buy|rent|lease|handle|do|process|print)(?:s|es)?"
_HABIT = re.compile(
    rf"^(?:(?:and|but|so|because)\s+)*{_SAYS}{_WHO}\s+{_DOES}\b"
    r"(?=.*(?:\b(?:a|per|each|every)\s+(?:(?:two|three|other|second)\s+)?(?:day|week|month|quarter|year|head|user|seat|employee)s?\b|\b(?:right\s+now|currently|at\s+the\s+moment|these\s+days|nowadays|today\s+already|as\s+(?:it|things)\s+(?:is|are|stands?))\b))",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|gonna|going\s+to|from\s+(?!(?:an?|the|some\w*|in)\b)|starting|once|as\s+soon|us)\b|['’]ll\b",
    re.IGNORECASE,
)


def is_usual(clause: str) -> bool:
    """As it is today; what begins one day, or is paid to us, is not."""
    return bool(_HABIT.match(clause)) and not _TO_COME.search(clause)
