"""When a review of theirs ends: "infosec review clears 4/8", "legal won't be done til 4/8". See telegraph.

The end is theirs to bring about, so that day is its day; until then nobody has to be asked.
"""

import re

from bot.reading.words.leads import AND_ALSO

_DESK = (
    r"(?:legal|finance|procurement|purchasing|security|infosec|compliance|privacy|vendor|architecture|risk|it|audit)"
)
_REVIEW = rf"(?:{_DESK}\s+(?:review|check|audit|assessment|vetting)|(?:review|vetting)(?:\s+by\s+{_DESK})?)"
_NOT = r"(?:wo\s?n['’]?t|will\s+not|ca\s?n['’]?t|cannot)"
_ENDS = r"(?:finish(?:es)?|clears?|ends?|closes?|wraps?\s+up|completes?|(?:is|be|get|gets)\s+(?:done|finished|over|complete|through|ready))"
_ENDS_ON = re.compile(
    rf"{AND_ALSO}(?:(?:the|their|her|his|its)\s+)?(?:(?P<review>{_REVIEW})|(?P<desk>{_DESK}))\s+(?:(?P<not>{_NOT})\s+|(?:will|should)\s+)?{_ENDS}(?:\s+(?:it|this|that|before|with\s+(?:it|this|that|the\s+\w+)))?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^ (?:until|till?|before)\b", re.IGNORECASE)


def review_ends(bare: str, when: str) -> str:
    """With "not", only until a day: "won't finish by 4/8" names none on which it does."""
    found = _ENDS_ON.match(bare)
    is_until = bool(_UNTIL.match(when))
    if not found or bool(found["not"]) != is_until or (found["desk"] and not is_until):
        return ""
    what = found["review"] or f"{found['desk']} review"
    return f"they will finish {what}{_UNTIL.sub(' by', when)}"
