"""Whom to speak with from now on: "new contact is Sam Okoro 555 0199", "speak to Sam instead"; and who has left them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.reading.dates import read_date
from bot.reading.naming.persons import is_person
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
    rf"{AND}(?P<role>(?:(?:his|her|their|the|a|my)\s+)?(?:new\s+)?(?:colleague|deputy|successor|replacement|assistant|boss|manager|partner)\s+)?(?P<name>{NAME})\s+(?:now\s+|will\s+)*"
    rf"(?:(?:takes?|is\s+taking|(?P<once>took)|has\s+taken)\s+over(?P<whose>\s+(?:from|for)\s+{_THEM})?|(?P<stead>(?:is\s+)?(?:replac(?:es?|ing)|(?:stand|fill|step)(?:s|ing|ping)?\s+in\s+for|cover(?:s|ing)?\s+for))\s+{_THEM})"
    rf"(?:\s+(?:now|there|meanwhile|(?P<on>from\s+now\s+on)|(?P<until>(?:until|till?)\s+\S.{{0,30}})))?{_ITS_PHONE}$",
    re.IGNORECASE,
)
# Who is told to go out of a room may be back at once; who goes out of the job, or is away, is stood in for.
_GOES = re.compile(
    r"\b(?:left|leaves|leaving|quits?|resign(?:s|ed)|retire[sd]?|retiring|sacked|fired|promoted|moves|moved|moving|stops|stopped|no\s+longer|gone|died|sick|ill|away|off|out|ooo|holidays?|vacation|(?:on|in)\s+(?:\w+\s+)?leave)\b"
    r"(?!\s+(?:early|late|halfway|half\s+way|after|before|during|at\s+\d|us\b|it\b|(?:(?:of|from)\s+)?(?:the|our|my|that|this)\s+(?:\w+\s+)?(?:meeting|call|demo|room|zoom|lunch|session|visit|workshop|line)\b|for\s+(?:the|an?|her|his|another|lunch)\b|a\s+(?:voice\s?mail|message|note|vm)\b))",
    re.IGNORECASE,
)
_TAKES_ON = re.compile(r"\b(?:takes?|took|taken|taking)\s+over\b", re.IGNORECASE)
_ASK_FOR = re.compile(
    rf"{AND}(?:please\s+)?ask\s+for\s+(?P<name>{NAME}){_ITS_PHONE}(?:\s+(?:now|there))?$", re.IGNORECASE
)
_NOW_IT_IS = re.compile(
    rf"{AND}(?:(?:it['’]?s|they\s+have|there['’]?s)\s+)?now(?:\s*[:=])?\s+['‘\"“]?(?P<name>(?-i:[A-ZÀ-Þ][\w-]+\s+[A-ZÀ-Þ][\w-]+))['’\"”]?$",
    re.IGNORECASE,
)
_FOR_NOW = r"(?:meanwhile|in\s+the\s+mean\s?time|until\s+then|till\s+then|for\s+now|in\s+(?:his|her|their)\s+absence|while\s+(?:he|she|they)(?:['’](?:s|re)|\s+(?:is|are))\s+(?:away|out|off))"
_MEANWHILE = re.compile(
    rf"{AND}(?:(?:if|when|for\s+anything)\s+urgent\s+|(?:please|i|we|can|should|to)\s+)*(?:(?:the\s+|our\s+|my\s+)?contact\s+is|contact|call|ring|e-?mail|ask(?:\s+for)?|(?:speak|talk|write)\s+(?:to|with))\s+(?P<name>{NAME})\s+{_FOR_NOW}$"
    rf"|{AND}(?:(?:his|her|their|the|a)\s+(?:\w+\s+)?)?(?P<covers>{NAME})\s+(?:(?:will|is|now)\s+)*(?:cover(?:s|ing)?|handl(?:es?|ing)|looks?\s+after|looking\s+after|fill(?:s|ing)?\s+in|step(?:s|ping)?\s+in|stand(?:s|ing)?\s+in|takes?\s+care)(?:\s+(?:of|for))?(?:\s+(?:it|this|that|him|her|them|things|everything|(?:his|her|their)\s+\w+))?(?:\s+(?:{_FOR_NOW}|(?P<until>(?:until|till?|through|to)\s+\S.{{0,30}})))?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    rf"{AND}(?:please\s+|urgent\s+|alternative\s+)*contact(?:\s+is|\s*[:=])?\s+(?P<name>{NAME}){_ITS_PHONE}$",
    re.IGNORECASE,
)  # behind an absence alone: else whom to contact may be a plan of ours
# Who handles a thing until a day stands in for nobody.
_COVERS = re.compile(r"\b(?:cover(?:s|ing)?|look(?:s|ing)\s+after|(?:fill|step|stand)(?:s|ing)?\s+in)\b", re.IGNORECASE)
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


def successor(clause: str, before: Sequence[str] = (), *, has_left: bool = False) -> Successor | None:
    """Behind who has left (`has_left`) "ask for Peter" tells it, and behind who goes out of the job (`before`) a bare "took over".

    None when nobody is named, or the name may be a day ("call Mon instead") or a department.
    """
    over = _TAKES_OVER.match(clause)
    over = over if over and not over["until"] and _is_of_the_job(over, before, has_left=has_left) else None
    found = over or _NEW.match(clause) or _INSTEAD.match(clause) or (_ASK_FOR.match(clause) if has_left else None)
    found = found or _now_it_is(clause, before, has_left=has_left)
    if not found or found["name"].lower() in _DEPARTMENTS or read_date(found["name"], _ANY_DAY):
        return None
    return Successor(found["name"], (found.groupdict().get("phone") or "").strip(), stands_in=over is not None)


def _now_it_is(clause: str, before: Sequence[str], *, has_left: bool) -> re.Match[str] | None:
    """ "kowalski left, now Ola Nowak": a name that may be a firm's as well, where nobody has gone, is none."""
    found = _NOW_IT_IS.match(clause)
    is_one = found and (has_left or any(map(_GOES.search, before)) or is_person(found["name"], ()))
    return found if is_one else None


def _is_of_the_job(over: re.Match[str], before: Sequence[str], *, has_left: bool) -> bool:
    """ "Jasper took over" a call, a meeting or the talk as well."""
    if has_left or any(map(_GOES.search, before)):
        return True
    return not over["once"] and any(over[told] for told in ("role", "whose", "stead", "on"))


def takes_over(clause: str) -> bool:
    """Whoever takes over a thing, or the talk, is nobody's successor by that."""
    return bool(_TAKES_ON.search(clause))


@dataclass(frozen=True)
class StandIn:
    """Who is there beside somebody who is away; `until` as it was typed, where it is told."""

    name: str
    until: str = ""


def stand_in(clause: str, *, is_away: bool = False) -> StandIn | None:
    """ "contact Camilla meanwhile", "Jonas Ek covers until Friday"; None where nobody is named.

    `is_away`: the line has told an absence, and "contact Ben" behind it says who is there."""
    found = _MEANWHILE.match(clause) or _TAKES_OVER.match(clause) or (_CONTACT.match(clause) if is_away else None)
    name = (found["name"] or found.groupdict().get("covers")) if found else ""
    if (
        not found
        or not name
        or (found.re is _TAKES_OVER and not found["until"])
        or name.lower() in _DEPARTMENTS
        or read_date(name, _ANY_DAY)
    ):
        return None
    is_cover = found.re is _TAKES_OVER or _COVERS.search(found[0])
    return StandIn(name, (found["until"] or "") if is_cover else "")


def gone(clause: str) -> str:
    """Who does not work there any more; empty when nobody is said to have left for good."""
    found = _GONE.match(clause)
    return re.sub(r"['’]s$", "", found["name"]) if found else ""


def phone_alone(clause: str) -> str:
    """ "new contact is Sam, 555 0199": the number stands behind the comma."""
    found = _PHONE_ALONE.match(clause)
    return found["phone"].strip() if found else ""
