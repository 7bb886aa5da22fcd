"""Who is told to be there beside whom we speak with: "Joost's boss = Annemiek Pot", "his controller is cheryl", "her partner Luis".

Only with their role, and whose they are: "our engineer Roel" is ours, and a role alone is nobody by name.
"""

import re
from collections.abc import Sequence

from bot.reading.naming.namekeys import as_name, key
from bot.reading.naming.persons import FIRST_NAMES, known_as
from bot.reading.people.atwork import is_no_name
from bot.reading.typed.typeddates import starts_with_day
from bot.reading.words.roles import ROLE

_WORD = r"[^\W\d_][\w'’-]+"
_BESIDE = re.compile(
    rf"(?:\b(?:his|her|their|(?P<the>the))|\w['’]s)\s+(?:(?:new|old|office|plant|own)\s+)?{ROLE}(?:\s*=\s*|\s+(?P<says>is|called|named)\s+|\s*,?\s+)(?P<name>{_WORD}(?:\s+{_WORD})?)(?P<behind>\s+\w+|\W|$)",
    re.IGNORECASE,
)
_THEIRS = rf"\b(?:his|her|their)\s+(?:[\w-]+\s+)?{ROLE}\b"
_ACTS_BESIDE = re.compile(
    rf"\band\b.{{0,40}}?{_THEIRS}|{_THEIRS}\s+(?:[a-z]+\s+){{0,2}}?(?:wants?|joins?|will|comes?|sits?|needs?)\b",
    re.IGNORECASE,
)
# "his secretary Stephanie says call back after three": who told us so is there as well.
_TOLD_BY = re.compile(
    rf"\b(?:{ROLE}|front\s+desk|reception|switchboard|gatekeeper)\b(?:\s+(?!to\b|by\b|on\b|at\b)[\w'’-]+){{0,2}}?\s+(?:says?|said|told|asked|thinks|reckons|answered)\b",
    re.IGNORECASE,
)
_GOES_ON = frozenset(
    "she he who has will is was says said wants needs signs handles does can must to her his and".split()
)
_NO_SECOND = ("ly", "ed")


def names_another(clause: str) -> bool:
    """ "Dave and his plant manager want a call": whoever that is, it is not the contact alone."""
    return bool(_ACTS_BESIDE.search(clause) or _TOLD_BY.search(clause))


def told_there(clause: str) -> str:
    """ "his assistant Kim says call Thursday at three" -> "call Thursday at three"; empty where nobody beside them tells it."""
    found = _TOLD_BY.search(clause)
    return re.sub(r"^\s+(?:(?:me|us)\s+)?(?:that\s+|to\s+)?", "", clause[found.end() :]) if found else ""


def introduced(text: str, people: Sequence[str], ours: Sequence[str]) -> tuple[str, ...]:
    """Their names, without who is known there and who is one of us."""
    found = (_named(one) for one in _BESIDE.finditer(text))
    us = {key(one.split()[0]) for one in ours if one.split()}
    return tuple(dict.fromkeys(n for n in found if n and not known_as(n, people) and key(n.split()[0]) not in us))


def _named(found: re.Match[str]) -> str:
    """The name as far as it is one; in small letters it needs to be two words, or a usual first name: "is happy" is nobody."""
    if found["the"] and not found["says"]:
        return ""
    words = found["name"].split()
    if len(words) > 1 and _is_none(words[1]):
        words, behind = words[:1], words[1].casefold()
    else:
        behind = found["behind"].strip().casefold()
    if any(map(_is_none, words)):
        return ""
    is_name = all(word[0].isupper() for word in words) or words[0].casefold() in FIRST_NAMES
    is_told = len(words) > 1 and (behind in _GOES_ON or not behind.isalpha())
    return as_name(" ".join(words)) if is_name or is_told else ""


def _is_none(word: str) -> bool:
    low = word.casefold()
    return low in _GOES_ON or low.endswith(_NO_SECOND) or is_no_name(word) or starts_with_day(word)
