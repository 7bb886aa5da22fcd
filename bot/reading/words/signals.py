"""They will give a sign once something has happened: "she'll holler when it's over", "pings us if Y". Nobody has taken on an act, and there is no day."""

import re

from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_THEM = rf"(?:(?:she|he|they|{NAME})(?:['’]ll|\s+will|\s+is\s+going\s+to|\s+are\s+going\s+to)?\s+|will\s+)?(?:(?:just|then|also|only|promised\s+to|said\s+to)\s+)*"
_SIGN = (
    r"(?:shout|holler|scream|yell|whistle|ping|buzz|call|ring|phone|text|txt|e-?mail|write|message|dm|whatsapp)(?:e?s)?"
)
_GIVEN = r"(?:give|drop|shoot|send|fire)s?\s+(?:me|us)\s+(?:an?|the|some)\s+(?:quick\s+)?(?:ring|call|shout|bell|buzz|line|text|note|ping|holler|e-?mail|message|msg|tinkle|yell|nudge|word|sign|signal)"
_TOUCH = r"(?:(?:be|is|are|gets?|stays?|keeps?)\s+(?:back\s+)?in\s+(?:touch|contact)|reach(?:es)?\s+(?:back\s+)?out|circles?\s+back|(?:gets?|comes?|reverts?)\s+(?:back|in\s+touch)|lets?\s+(?:me|us)\s+know|tells?\s+(?:me|us)|raises?\s+(?:a|the)\s+hand)"
_WHOM = r"(?:\s+(?:me|us|back|again|to|at|out|over|up|in|straight\s+away))*"
_ONCE = r"(?:(?:only|but|maybe|probably)\s+)*(?:when(?:ever)?|once|as\s+soon\s+as|if(?:\s+and\s+when)?|after|the\s+(?:minute|moment|day|second|time)|should)\b"
_SIGNALS = re.compile(rf"{AND}{_THEM}(?:{_SIGN}|{_GIVEN}|{_TOUCH}){_WHOM}\s*,?\s+{_ONCE}", re.IGNORECASE)


def only_signals(clause: str) -> bool:
    """Of a clause without a day: "gives us a ring once the strike ends"."""
    return bool(_SIGNALS.match(clause))
