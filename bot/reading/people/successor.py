"""Whom to speak with from now on: "new contact is Sam Okoro 555 0199", "speak to Sam instead"; and who has left them."""

import re
from dataclasses import dataclass
from datetime import date

from bot.reading.dates import read_date
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME


@dataclass(frozen=True)
class Successor:
    """Somebody new there, with the phone that was told."""

    name: str
    phone: str = ""
    stands_in: bool = False  # in the place of somebody: that one's absence holds nothing up


_PHONE = r"(?P<phone>\+?\(?\d[\d\s()/.-]{4,18}\d)"
_ITS_PHONE = rf"(?:\s*\(?(?:on|at|tel\.?|phone|mobile|mob\.?)?\s*{_PHONE}\)?)?"
_NEW = re.compile(
    rf"{AND}(?:(?:my|our|the|your|their|his|her)\s+)?(?:(?:new\s+(?:contact|person|guy|lady|man|woman)|successor|replacement)(?:\s+(?:there|person|now))*(?:\s*[:=]|\s+(?:is|will\s+be)|['’]s)?|new(?:\s+(?:one|buyer|boss|owner|(?:\w+\s+)?manager))?\s+is)\s+(?P<name>{NAME}){_ITS_PHONE}$",
    re.IGNORECASE,
)
_THEM = rf"(?:him|her|them|{NAME})"
_TAKES_OVER = re.compile(
    rf"{AND}(?:(?:(?:his|her|their|the|a|my)\s+)?(?:new\s+)?(?:colleague|deputy|successor|replacement|assistant|boss|manager|partner)\s+)?(?P<name>{NAME})\s+(?:now\s+|will\s+)*"
    rf"(?:(?:takes?|is\s+taking|took|has\s+taken)\s+over(?:\s+(?:from|for)\s+{_THEM})?|(?:replaces?|stands?\s+in\s+for|fills?\s+in\s+for|covers?\s+for|steps?\s+in\s+for)\s+{_THEM})"
    rf"(?:\s+(?:now|there|meanwhile|from\s+now\s+on|until\s+.+))?{_ITS_PHONE}$",
    re.IGNORECASE,
)
_ASK_FOR = re.compile(
    rf"{AND}(?:please\s+)?ask\s+for\s+(?P<name>{NAME}){_ITS_PHONE}(?:\s+(?:now|there))?$", re.IGNORECASE
)
_FOR_NOW = r"(?:meanwhile|in\s+the\s+mean\s?time|until\s+then|till\s+then|for\s+now|in\s+(?:his|her|their)\s+absence|while\s+(?:he|she|they)(?:['’](?:s|re)|\s+(?:is|are))\s+(?:away|out|off))"
_MEANWHILE = re.compile(
    rf"{AND}(?:(?:if|when|for\s+anything)\s+urgent\s+|(?:please|i|we|can|should|to)\s+)*(?:contact|call|ring|e-?mail|ask(?:\s+for)?|(?:speak|talk|write)\s+(?:to|with))\s+(?P<name>{NAME})\s+{_FOR_NOW}$"
    rf"|{AND}(?:(?:his|her|their|the|a)\s+(?:\w+\s+)?)?(?P<covers>{NAME})\s+(?:(?:will|is|now)\s+)*(?:cover(?:s|ing)?|handl(?:es?|ing)|looks?\s+after|looking\s+after|fill(?:s|ing)?\s+in|step(?:s|ping)?\s+in|stand(?:s|ing)?\s+in|takes?\s+care)(?:\s+(?:of|for))?(?:\s+(?:it|this|that|him|her|them|things|everything|(?:his|her|their)\s+\w+))?(?:\s+{_FOR_NOW})?$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"{AND}(?:(?:i|we)\s+(?:should|must|have\s+to|need\s+to|are\s+to|can)\s+|please\s+|to\s+)?"
    rf"(?:(?:speak|talk|write)\s+(?:to|with)|deal\s+with|contact|call|ring)\s+(?P<name>{NAME}){_ITS_PHONE}\s+(?:instead|from\s+now\s+on|in\s+future)$",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:(?:i|we)\s+(?:was|were)\s+told\s+(?:that\s+)?|(?:(?:i|we)\s+)?heard\s+(?:that\s+)?|apparently\s+|it\s+turns\s+out\s+(?:that\s+)?"
    rf"|(?:she|he|they|reception|{NAME})\s+(?:said|says|told\s+(?:me|us))\s+(?:that\s+)?)?"
)
_GONE = re.compile(
    rf"{AND}{_TOLD}(?P<name>{NAME})(?:\s+(?:(?:has|had)\s+)?left\s+(?:the\s+(?:company|firm|business|organi[sz]ation)|for\s+good)"
    r"|(?:\s+(?:has|is))?\s+mov(?:ed|es|ing)\s+to\s+(?:another|a\s+new|a\s+different)\s+(?:company|firm|employer)"
    r"|(?:\s+has|(?<=['’]s))\s+left|(?:\s+is|(?<=['’]s))?\s+no\s+longer\s+(?:there|with\s+(?:them|the\s+\w+)|works?\s+(?:there|for\s+(?:them|the\s+\w+)))"
    r"|(?:\s+is|\s+has|(?<=['’]s))\s+gone\s+for\s+good|\s+does\s?n['’]t\s+work\s+there\s+any\s?more)$",
    re.IGNORECASE,
)
_DEPARTMENTS = frozenset("finance purchasing procurement legal it hr sales accounts reception support".split())
_ANY_DAY = date(2026, 3, 12)  # whether a word is a day does not hang on today
_PHONE_ALONE = re.compile(rf"^(?:(?:on|at|tel\.?|phone|mobile|mob\.?)\s*)?{_PHONE}$", re.IGNORECASE)


def successor(clause: str, *, has_left: bool = False) -> Successor | None:
    """Behind who has left (`has_left`) "ask for Peter" tells it. None when nobody is named, or the name may be a day ("call Mon instead") or a department."""
    over = _TAKES_OVER.match(clause)
    found = over or _NEW.match(clause) or _INSTEAD.match(clause) or (_ASK_FOR.match(clause) if has_left else None)
    if not found or found["name"].lower() in _DEPARTMENTS or read_date(found["name"], _ANY_DAY):
        return None
    return Successor(found["name"], (found["phone"] or "").strip(), stands_in=over is not None)


def stand_in(clause: str) -> str:
    """Who is there beside somebody who is away: "contact Camilla meanwhile", "Jonas Ek covers"; empty where nobody is."""
    found = _MEANWHILE.match(clause)
    name = (found["name"] or found["covers"]) if found else ""
    return "" if name.lower() in _DEPARTMENTS or (name and read_date(name, _ANY_DAY)) else name


def gone(clause: str) -> str:
    """Who does not work there any more; empty when nobody is said to have left for good."""
    found = _GONE.match(clause)
    return re.sub(r"['’]s$", "", found["name"]) if found else ""


def phone_alone(clause: str) -> str:
    """ "new contact is Sam, 555 0199": the number stands behind the comma."""
    found = _PHONE_ALONE.match(clause)
    return found["phone"].strip() if found else ""
