"""What they say that we will get is their promise: "you get a written go Sunday", "expect our answer Tue", "it's with you by Wed".

Only as firm as it was said: "you should get it" and "you might hear" promise nothing.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading

_LEAD = r"^(?:(?:yes|ok|sure|fine|and|but|so|then|sorry|promise)[\s,]+)*"
_THING = r"(?P<thing>(?!(?:nothing|no|none|what|to|rid|lost|the\s+(?:idea|point|picture))\b)\S.*?)"
_BACK = r"(?:\s+(?:back|over|from\s+(?:us|me)))*"
_GETS = re.compile(
    rf"{_LEAD}(?:you|u)(?:['’]ll|ll|\s+will|\s+shall|\s+can)?\s+(?:(?:all|definitely|surely|also)\s+)*(?:get|have(?<=ll\shave)|receive|be\s+getting|be\s+receiving|expect|see(?<=ll\ssee))\s+{_THING}{_BACK}$"
    rf"|{_LEAD}(?:(?:please|pls)\s+)?expect\s+(?P<expected>(?!(?:no|nothing|to|that)\b)\S.*?){_BACK}$",
    re.IGNORECASE,
)
_HAS_BY = re.compile(rf"{_LEAD}(?:you|u)\s+have\s+{_THING}{_BACK}$", re.IGNORECASE)
_BACK_TO = re.compile(rf"{_LEAD}(?:(?:it['’]s|i['’]m|we['’]re|will\s+be)\s+)?back\s+(?:to|with)\s+you$", re.IGNORECASE)
_HEARS = re.compile(
    rf"{_LEAD}(?:you|u)(?:['’]ll|ll|\s+will|\s+can\s+expect\s+to)?\s+hear(?:\s+back)?(?:\s+from\s+(?:us|me|him|her|them|the\s+\w+|my\s+\w+))?$",
    re.IGNORECASE,
)
_REACHES = re.compile(
    rf"{_LEAD}(?P<thing>(?:(?:the|our|my|a|an|signed|all)\s+)*(?!(?:you|we|i|who|what|ball|decision|choice|it\s+all)\b)[\w/'’-]+(?:\s+[\w/'’-]+){{0,3}}?)(?:['’]s|['’]ll\s+be|\s+is|\s+are|\s+will\s+be|\s+comes?|\s+lands|\s+gets|\s+goes|\s+will\s+(?:come|land|go|get))(?:\s+(?:back|over|out|through))?\s+(?:with|to|in|on)\s+(?:you|your\s+(?:inbox|desk|mailbox|hands|mail|e-?mail))$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    rf"{_LEAD}(?P<thing>(?:our|my)\s+(?!(?:board|committee|budget|year|new|boss|cfo|ceo|team|meeting)\b)[\w/-]+(?:\s+[\w/-]+)?)\s+(?:will\s+)?(?:comes?|arrives?|follows?|goes\s+out|lands?)(?:\s+(?:back|over))?$",
    re.IGNORECASE,
)

_YOU = re.compile(r"\b(?P<you>you|u)(?P<r>r)?(?:rs)?\b", re.IGNORECASE)


def with_us(clause: str) -> str:
    """In their words "you" is us: "I will send you your copy" -> "I will send me my copy", as the rep would tell it."""
    return _YOU.sub(lambda found: "my" if found["r"] else "me", clause)


def for_us(clause: str, dates: Sequence[DateReading]) -> str:
    """ "you'll have it by Fri" -> "they will send it by Fri"; empty when nothing is to reach us by a day."""
    if not dates or "?" in clause:
        return ""
    last = dates[-1]
    bare, when = clause[: last.start].strip(" ,."), f" {clause[last.start :].strip()}"
    if _HEARS.match(bare):
        return f"they will get back to us{when}"
    if _BACK_TO.match(bare):
        return f"they will send it back{when}"
    has = _HAS_BY.match(bare) if last.by else None
    found = has or _GETS.match(bare) or _REACHES.match(bare) or _FOLLOWS.match(bare)
    if not found:
        return ""
    thing = next(words for words in found.groups() if words)
    return f"they will send {re.sub(r'^my', 'their', thing, flags=re.IGNORECASE)}{when}"
