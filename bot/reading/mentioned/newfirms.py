"""Of whom a line tells that nobody knows yet: the company in "spoke to Jon at Corvid", "met Lena (Osprey AG)", "10:30 Zeta: …".

A company is written with a capital, except right behind what only a call is told with. A department, a place to eat, a day and
a usual first name are none.
"""

import re
from dataclasses import dataclass, replace

from bot.reading.mentioned.headings import is_heading
from bot.reading.naming.called import TIMES
from bot.reading.naming.namekeys import as_name, bare, key, legal_forms
from bot.reading.naming.persons import FIRST_NAMES, TITLES
from bot.reading.people.atwork import is_no_name
from bot.reading.words.speech import CAPITAL

_WORD = r"[\w&'’-]+(?:\.(?=[\w&])[\w&'’-]+)*"  # "Booking.com"; a full stop behind it is none of it
_BIG = rf"(?-i:(?:{CAPITAL}|\d(?=[\w&]*{CAPITAL}))[\w&'’-]*(?:\.(?=[\w&])[\w&'’-]+)*)"
_FIRM = rf"{_BIG}(?:\s+(?:(?:&|of|and|de|van|von|der|la|le)\s+){{0,2}}{_BIG}){{0,4}}"
_PERSON = rf"(?:(?:{'|'.join(sorted(TITLES))})\.?\s+)?{_BIG}(?:\s+(?:(?:van|von|de|der|la|di)\s+){{0,2}}{_BIG}){{0,2}}"
_ANY = rf"{_WORD}(?:\s+{_WORD})?"  # in small letters, as on a telephone
_AT = r"(?:\s+(?:over\s+)?(?:at|from|of|with)\s+|\s*@\s*)"
_BEHIND_WITH = re.compile(r"\s+(?:with|w/)\s+$", re.IGNORECASE)
_LEAD = r"(?:(?:just|i|we|so|ok|okay|hey|well|finally|again|then|today|yesterday|this\s+morning|earlier|now|have|['’]ve|also|briefly|quickly)[\s,:]+)*"
_TALK = r"(?:call|chat|talk|demo|meeting|mtg|visit|lunch|coffee|breakfast|dinner|catch-?up|intro|kick-?off|session|phone\s?call|convo|conversation|zoom|video\s+call)"
_SPOKE = (
    rf"(?:(?:had|did|finished|got)\s+)?(?:(?:an?|the|our|my|another|quick|short|long|great|good|nice|bad|first|second|super|brief|lovely|productive|tough|follow-?up|discovery|sales|intro)\s+){{0,3}}{_TALK}\s+(?:with|w/|at)\s*"
    r"|(?:spoke|talked|chatted|was\s+talking|was\s+speaking)\s+(?:\w+ly\s+)?(?:to|with|w/)\s*|met(?:\s+up)?(?:\s+with)?\s+|(?:called|rang|phoned|tried|visited|reached|saw|e-?mailed|texted|messaged)\s+"
    r"|got\s+(?:hold\s+of|through\s+to)\s+|(?:heard|heard\s+back)\s+from\s+|on\s+the\s+phone\s+with\s+|left\s+(?:an?\s+)?(?:vm|voice\s?mail|message|msg)\s+(?:for|with|at)\s+|(?:vm|voice\s?mail)\s+(?:for|at)\s+"
)
# "Jon at Corvid", "Lena (Osprey AG)", "Osprey (Lena)", "Osprey": behind what tells of a call.
_OF_FIRM = (
    rf"(?P<who>{_PERSON}|{_ANY}?){_AT}(?:the\s+)?(?P<at>{_FIRM})|(?P<by>{_PERSON})\s*\((?:{_AT})?(?P<in>{_FIRM})\.?\)"
)
_BEHIND = re.compile(rf"^{_LEAD}(?:{_SPOKE})(?:{_OF_FIRM}|(?:the\s+)?(?P<firm>{_FIRM}))", re.IGNORECASE)
_SMALL = re.compile(
    rf"^{_LEAD}(?:{_SPOKE})(?:(?P<who>{_ANY}?){_AT}(?P<at>{_WORD})|(?P<firm>{_WORD}))(?=\s*(?:$|[,;.:!(–—]|\s(?:today|yesterday|again|and|but|she|he|they)\b))",
    re.IGNORECASE,
)
_AT_HEAD = re.compile(
    rf"^{_LEAD}(?:(?P<who>{_PERSON}|(?:{'|'.join(sorted(FIRST_NAMES))})){_AT}(?P<at>{_FIRM})|(?P<by>{_PERSON})\s*\((?P<in>{_FIRM})\.?\))",
    re.IGNORECASE,
)
# Behind "from" and "at" a part of their own house.
PARTS = frozenset(
    "legal finance procurement purchasing sales it hr marketing accounting accounts ops operations engineering security support payroll management compliance"
    " logistics production quality board head office headquarters hq site reception work home school lunch noon least last first length once all".split()
)

_NAMES = 2  # "Jan Berg"


@dataclass(frozen=True)
class NewFirm:
    """A company as it was typed, and whom the line names there; `is_talk`: behind what tells of a call."""

    name: str
    person: str = ""
    is_talk: bool = False


def new_firm(text: str, *, in_small: bool = False) -> NewFirm | None:
    """The company of which a line tells; `in_small`: it is surely a call, so that small letters may name it."""
    for pattern in (_BEHIND, _AT_HEAD, *([_SMALL] if in_small else [])):
        found = pattern.match(text)
        beside = _person_beside(found) if found else None
        if beside:
            return new_firm(text[: beside[0]] + text[beside[1] :], in_small=in_small)
        firm = _firm(found.groupdict()) if found else None
        if firm:
            return replace(firm, is_talk=pattern is not _AT_HEAD)
    return None


def _person_beside(found: re.Match[str]) -> tuple[int, int] | None:
    """Where "with Peter" stands in "spoke to Dana with Peter": who was there too, and no company."""
    name = found.groupdict().get("at") or ""
    behind = _BEHIND_WITH.search(found.string[: found.start("at")]) if name else None
    is_person = bool(behind) and bool(found["who"]) and _is_first_name(name) and not legal_forms(key(name))
    return (behind.start(), found.end("at")) if behind and is_person and len(name.split()) <= _NAMES else None


def _firm(told: dict[str, str | None]) -> NewFirm | None:
    name = _name(told.get("at") or told.get("in") or told.get("firm") or "")
    person = (told.get("who") or told.get("by") or "").strip()
    if told.get("in") and _is_first_name(name) and not _is_first_name(person):
        name, person = person, name  # "Osprey (Lena)"
    if not name or (person and any(is_no_name(word) for word in person.split())):
        return None
    is_person = not person and _is_first_name(name) and len(name.split()) <= _NAMES
    return None if is_person else NewFirm(as_name(name), as_name(person))


def _is_first_name(name: str) -> bool:
    return key(name).partition(" ")[0] in FIRST_NAMES


def _name(said: str) -> str:
    """Without a day behind it ("Osprey today"); empty where it is no company's."""
    words = re.sub(r"['’]s$", "", said.strip(" .")).split()
    while words and key(words[-1]) in TIMES:
        words.pop()
    if not words or PARTS.issuperset(key(" ".join(words)).split()):
        return ""
    is_word = len(words) == 1 and words[0].islower() and (is_no_name(words[0]) or is_heading(words[0]))
    return "" if is_word or bare(key(words[0])) in TITLES else " ".join(words)
