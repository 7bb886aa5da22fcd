"""What was done by e-mail, whatever it was: "chased Karen by email" is a mail of ours, "Nicole sent the plan by email" one of theirs."""

import re

from bot.model import Side
from bot.reading.words.openverbs import is_past
from bot.reading.words.speech import NAME

_BY_MAIL = re.compile(
    rf"^(?:(?:and|but|then|so|also|just|have|has|had|again)\s+)*(?:(?P<we>i|we)\s+|(?P<they>she|he|they|{NAME})\s+)?(?:\([^()]*\)\s+)?(?:(?:just|also|then|has|have|already|both)\s+)*"
    r"(?P<verb>[a-z]+(?:['’]d)?)\s+(?P<what>(?:[\w'’#&./()-]+\s+){0,12}?)(?:by|via|per|over|w/|with\s+an?)\s+e-?mail\b(?!\s+(?:last|earlier|(?:\w+\s+){1,3}ago)\b)",
    re.IGNORECASE,
)
# Consent and what came to us are theirs, though nobody is named.
_THEIRS = frozenset("agreed confirmed accepted declined approved answered replied responded got received".split())
# What is wished for, or spoken, is no mail yet.
_NO_MAIL = frozenset(
    "wanted preferred needed promised offered expected liked loved hated meant hoped was were had knew thought heard "
    "spoke talked met called rang picked".split()
)
_TELLS = frozenset("told said mentioned reminded asked".split())
_MOST_TOLD = 2  # words: behind more of them somebody else acts
_NOT_NOW = re.compile(
    r"\b(?:last|ago|earlier|tomorrow|tmrw|tonight|next|on\s+mon|mon(?:day)?|tue\w*|weds?|wednesday|thu\w*|fri(?:day)?)\s*$|\b(?:not|never|nobody|nothing)\b",
    re.IGNORECASE,
)


def by_mail(clause: str) -> Side | None:
    """Whose mail it was; None for what is still to be mailed, or was asked for in a talk."""
    found = _BY_MAIL.match(clause)
    verb = found["verb"].lower() if found else ""
    if not found or not is_past(verb.removeprefix("re")) or verb in _NO_MAIL or _NOT_NOW.search(found["what"]):
        return None
    is_theirs = bool(found["they"]) or verb in _THEIRS
    words = found["what"].split()
    if words[:1] == ["to"]:
        return None
    if verb in _TELLS and (len(words) > _MOST_TOLD or (verb == "asked" and (is_theirs or words[:1] == ["for"]))):
        return None
    return Side.theirs if is_theirs else Side.ours
