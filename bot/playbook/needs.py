"""What they told us that they need or want, in their words or the rep's note, however old; what we need ourselves is none."""

import re
from dataclasses import replace

from bot.model import History, Touch

_NEEDS = re.compile(
    r"\b(?:needs?|needed|needing|wants?|wanted|requires?|required|looking\s+for|interested\s+in|asks?\s+for|asked\s+for|asking\s+for|would\s+(?:like|love)|must\s+have|has\s+to\s+have|insists?\s+on)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:i|we)\s+(?:(?:still|also|just|really)\s+)?(?:need|want|must|would|asked|am|are)\b", re.IGNORECASE
)
_PARTS = re.compile(r";\s+|(?<=[.!?])\s+")


def last_need(history: History) -> Touch | None:
    """The newest touch that tells one, with nothing but what does."""
    return next((told for touch in reversed(history.touches) if (told := _told(touch))), None)


def _told(touch: Touch) -> Touch | None:
    said = "; ".join(part for part in _PARTS.split(touch.said) if _NEEDS.search(part))
    note = "; ".join(part for part in _PARTS.split(touch.note) if _NEEDS.search(part) and not _OURS.search(part))
    return replace(touch, said=said, note="" if said else note) if said or note else None
