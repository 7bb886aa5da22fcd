"""What somebody did, whatever the act: "she talked to her boss", "I checked the stock". It settles the promise of just that act.

Who signs or orders decides a deal, and is read elsewhere; what was handed over too (bot.reading.outcome.delivered).
"""

import re
from dataclasses import dataclass

from bot.model import Side
from bot.phrases import base_verb
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_ALREADY = r"(?:(?:has|have|had|['’](?:s|ve)|already|just|finally|now|also)\s*)*"
_ACTED = re.compile(
    rf"{AND_ALSO}(?:(?P<we>i|we)|(?P<they>she|he|they|{NAME}))\s*{_ALREADY}\s*(?P<verb>[a-z]+)\s+(?P<thing>[a-z].*)$",
    re.IGNORECASE,
)
_PAST = {
    "spoke": "speak", "spoken": "speak", "read": "read", "found": "find", "met": "meet", "ran": "run", "saw": "see",
    "seen": "see", "took": "take", "told": "tell", "chose": "choose", "wrote": "write", "shown": "show", "drew": "draw",
    "made": "make", "held": "hold", "put": "put", "set": "set", "thought": "think", "chatted": "talk", "viewed": "look",
}  # fmt: skip
DECIDES = frozenset(
    "sign pay order buy approve accept cancel confirm call ring phone want need like love agree".split()
)
# "used to check", "put off the review", "made no decision": nothing was done.
_NOT_DONE = re.compile(r"(?:off|out|up|down|no|none|nothing|ill|late|away|over)\b", re.IGNORECASE)
_ONLY_MEANT = frozenset("use plan try hope promise intend offer mean decide start begin agree want need".split())
_DOUBLED = 2  # letters: "planned" is plan


@dataclass(frozen=True)
class Acted:
    """`act` is its plain verb: "talk"."""

    side: Side
    act: str
    thing: str


_PAID = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+)?{_ALREADY}(?:paid|wired|transferred)(?:\s+(?P<thing>[a-z].*))?$",
    re.IGNORECASE,
)
_IS_PAID = re.compile(
    rf"{AND_ALSO}(?:(?:the|their|her|his)\s+)?(?!(?:i|we)\b)(?P<thing>[\w'’-]+(?:\s+[\w'’-]+)?)\s+(?:(?:is|are|was|were|been)\s+)?{_ALREADY}"
    r"(?:paid|wired|transferred|(?:hit|reached)\s+our\s+(?:bank\s+)?account)$",
    re.IGNORECASE,
)
_MONEY_ITSELF = re.compile(r"(?:(?:the|their)\s+)?(?:money|payment|transfer|funds|it|us)\b", re.IGNORECASE)


def past_of(word: str) -> str | None:
    """ "watched" -> "watch"; None for anything else than a verb of the past that a promise starts with."""
    low = word.lower()
    if low in _PAST:
        return _PAST[low]
    if not low.endswith("ed"):
        return None
    stem = low[:-2]
    bases = [stem, f"{stem}e", f"{stem[:-1]}y" if stem.endswith("i") else stem]
    bases += [stem[:-1]] if stem[-_DOUBLED:-1] == stem[-1:] else []
    return next((verb for base in bases if (verb := base_verb(base)) == base), None)


def acted(clause: str) -> Acted | None:
    """None where nobody is named as who did it, or the act decides the deal."""
    found = _ACTED.match(clause)
    act = past_of(found["verb"]) if found else None
    if not found or act is None or act in DECIDES or _NOT_DONE.match(found["thing"]):
        return None
    if act in _ONLY_MEANT and found["thing"].lower().startswith("to "):
        return None
    return Acted(Side.ours if found["we"] else Side.theirs, act, found["thing"].strip(" .!"))


def paid(clause: str) -> Acted | None:
    """ "she paid", "deposit paid": theirs. What was paid may be left out."""
    plain = clause.rstrip(" .!")
    found = _PAID.match(plain) or _IS_PAID.match(plain)
    thing = (found["thing"] or "") if found else ""
    return Acted(Side.theirs, "pay", "" if _MONEY_ITSELF.fullmatch(thing) else thing) if found else None
