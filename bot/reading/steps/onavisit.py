"""What is done when we come by: "signs when I stop by Thu". Who comes by on a day visits them then."""

import re

from bot.reading.typed.typeddates import starts_with_day

_COMING = r"(?:(?:stop|swing|drop|pop|come|drive|go|fly|head|pass|call)\s+(?:by|in|over|out|round|around|down|up)|(?:am|are|['’]m|['’]re)\s+(?:there|over|on\s+site|back(?:\s+there)?)|visit|come|(?:am|['’]m)\s+(?:next\s+)?in\s+town)(?:\s+(?:there|again|next|to\s+(?:see|visit)\s+(?:her|him|them)|(?:her|him|them)))?"
_WHEN_COMING = re.compile(
    rf"^(?P<act>\S.{{2,120}}?)\s+(?:when|once|as\s+soon\s+as|while)\s+(?P<who>i|we)\s?{_COMING}\s+(?:on\s+)?(?P<when>\S.*)$",
    re.IGNORECASE,
)


def coming_apart(clause: str) -> tuple[str, ...]:
    """ "she signs when I stop by Thu 3:30": what they do then, and our visit."""
    found = _WHEN_COMING.match(clause) if " i" in clause.lower() or " we" in clause.lower() else None
    if found is None or not starts_with_day(found["when"]):
        return (clause,)
    return f"{found['act']} {found['when']}", f"{found['who']} visit {found['when']}"
