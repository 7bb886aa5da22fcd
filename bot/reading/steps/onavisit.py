"""What is done when we come by: "signs when I stop by Thu". Who comes by on a day visits them then."""

import re

from bot.reading.typed.typeddates import starts_with_day
from bot.reading.words.daynames import WORKDAY

_COMING = r"(?:(?:stop|swing|drop|pop|come|drive|go|fly|head|pass|call)\s+(?:by|in|over|out|round|around|down|up)|(?:am|are|['’]m|['’]re)\s+(?:there|over|on\s+site|back(?:\s+there)?)|visit|come|(?:am|['’]m)\s+(?:next\s+)?in\s+town)(?:\s+(?:there|again|next|to\s+(?:see|visit)\s+(?:her|him|them)|(?:her|him|them)))?"
_WHEN_COMING = re.compile(
    rf"^(?P<act>\S.{{2,120}}?)\s+(?:when|once|as\s+soon\s+as|while)\s+(?P<who>i|we)\s?{_COMING}\s+(?:on\s+)?(?P<when>\S.*)$",
    re.IGNORECASE,
)
_DAY = rf"(?:{WORKDAY}|tomorrow|tmrw|the\s+\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[/.]\d{{1,2}})"
# "signs Fri when I drop by at 11": the hour of the visit.
_THEN_COMING = re.compile(
    rf"^(?P<act>\S.{{2,120}}?)\s+(?:on\s+)?(?P<day>{_DAY})\s+(?:when|once|while)\s+(?P<who>i|we)(?!(?:['’](?:m|re)|\s+(?:am|are))\s+back\b(?!\s+(?:there|on\s+site)))\s?{_COMING}(?P<hour>\s+(?:at|around)\s+\d\S*(?:\s?[ap]m)?)?[\s.!]*$",
    re.IGNORECASE,
)
# Whoever signs what we sell.
_SIGNING = re.compile(r"^(?:(?:and|so|then|but)\s+)*(?P<verb>sign|ink|pay)ing\b", re.IGNORECASE)


def coming_apart(clause: str) -> tuple[str, ...]:
    """ "she signs when I stop by Thu 3:30": what they do then, and our visit."""
    if not (" i" in clause.lower() or " we" in clause.lower()):
        return (clause,)
    if then := _THEN_COMING.match(clause):
        when = f"{then['day']}{then['hour'] or ''}"
        return f"{_SIGNING.sub(_they, then['act'])} {when}", f"{then['who']} visit {when}"
    found = _WHEN_COMING.match(clause)
    if found is None or not starts_with_day(found["when"]):
        return (clause,)
    return f"{found['act']} {found['when']}", f"{found['who']} visit {found['when']}"


def _they(found: re.Match[str]) -> str:
    return f"they will {'pay' if found['verb'].lower() == 'pay' else 'sign'}"
