"""What a buyer hands over, though no verb says so: "po by eom", "has questions, sending them tonight"."""

import re

from bot.reading.words.theirs import THEIRS

_THEIR_THING = re.compile(
    rf"\b(?:{THEIRS}|q['’]?s|questions|it\s+(?:up|back)|(?:them|it|those|that)\s+(?:over|back|across|through))\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:\S+\s+){1,3}?(?:has|have|got|is\s+reviewing|is\s+on)\s+(?P<thing>(?:the|our)\s+[\w'’-]+(?:\s+[\w'’-]+)?)(?:\s+(?:now|still|already))*$",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|them|those|that)\b", re.IGNORECASE)


def their_thing(clause: str) -> str:
    """The thing in a clause that a buyer hands over, to which "sending them over" may point: "q's"."""
    held = _HAS.match(clause)
    found = None if held else _THEIR_THING.search(_IT.sub("", clause))
    return held["thing"] if held else found[0] if found else ""


def is_theirs(words: str) -> bool:
    """Whether a thing is named that only a buyer has, or "them" and "it" that go over."""
    return bool(_THEIR_THING.search(words))


# What a buyer can do by a day: "can sign Fri", "can get the PO cut"; the car and the kids are no business of ours.
ABLE = r"(?:can|could|might)\s+(?:(?:also|probably|then|only|easily)\s+)*(?:get|have|cut|sign|approve|push|turn|release|issue|clear|wire|pay|order|decide|countersign|redline|finali[sz]e)"
_ABLE = re.compile(rf"(?:{ABLE}|(?:can|could|might)\s+send)\b", re.IGNORECASE)
_DEALS = frozenset(
    "it this that them us you order orders contract contracts agreement quote offer proposal deal nda msa sow dpa terms papers paperwork docs documents "
    "legal finance procurement budget funds money ticket form forms invoice pilot trial purchase renewal licence license board specs data numbers list".split()
)
_SHAPELESS = frozenset("it this that them".split())
_DONE = re.compile(
    r"\b(?:signed|approved|paid|ordered|through|thru|cleared|issued|released|reviewed|cut|over|back|done|in)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"(?:by|on|this|next|in|within|mon|tue|wed|thu|fri|tom|tmrw|eo[dwm]\b|\d|$)", re.IGNORECASE)


def can_do(clause: str) -> bool:
    """Whether it is of a deal what they can do: "get it signed", "pay Friday"; not "get the car fixed", "get it from a shop"."""
    found = _ABLE.search(clause)
    if found is None:
        return False
    what = re.split(r"[,;:]", clause[found.end() :].lstrip(), maxsplit=1)[0]
    is_vague = found[0].lower().endswith(("get", "have"))
    if _AT_ONCE.match(what):
        return not is_vague
    words = set(what.lower().split()[:4])
    is_told = not (is_vague and words & _SHAPELESS) or _DONE.search(what)
    return is_theirs(what) or bool(words & _DEALS and is_told)


_ONLY_THEIRS = re.compile(rf"(?:(?:the|their|a|an|his|her|our)\s+)?{THEIRS}", re.IGNORECASE)


def is_only_theirs(words: str) -> bool:
    """The same where nothing else is named: "the PO"."""
    return bool(_ONLY_THEIRS.fullmatch(words))
