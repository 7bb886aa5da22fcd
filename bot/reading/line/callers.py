"""Who rang, wrote or texted tells what stands behind the colon: "pat called me: sending the loss runs tmrw" is Pat's promise.

Whom we rang need not have spoken, and what we send them is ours: only a caller who is named as the one who calls is meant.
Behind a contact's name "our" is theirs where a buyer has it: "Walt: our PO arrives Wed", "Pat: my boss signs Tue".
"""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.grammar.theirthings import ABLE, can_do
from bot.reading.naming.persons import known_as
from bot.reading.people.newcomers import newcomers
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME
from bot.reading.words.theirs import THEIRS

_REACHED = r"(?:called|rang|phoned|texted|emailed|e-mailed|mailed|wrote|messaged|pinged|whatsapp(?:ed)?|replied|answered|picked\s+up|came\s+back)"
_US = r"(?:\s+(?:me|us|(?:right\s+)?back|\d+\s?min(?:ute)?s?\s+later|later|in|again|today|tonight|just\s+now|this\s+(?:am|pm|morning|afternoon)|yesterday|from\s+(?:the|his|her)\s+\w+))*"
# "can we move to 3/18", "will the team be there": who is named behind it is asked about, and nothing is promised.
_ASKED = r"(?!\s+(?:(?i:i|we|you|u|they|he|she|it|there|this|that|these|those|any\w*|some\w+|every\w+|no\s?body|the|an?|my|our|your|his|her|their)\b|[A-Z][a-z]))"
_CALLED = re.compile(
    rf"(?P<how>(?:^|(?<=[.;,]\s)|(?<=[-–—]\s))(?:(?i:and|but|then|later|finally|so)\s+){{0,2}}(?P<who>{NAME}|(?i:she|he|they))\s+(?:(?:just|finally|then|already|has|himself|herself)\s+)*{_REACHED}{_US})\s*(?::|\s[-–—]|,(?=\s[a-z]+ing\s+(?:us|me|over|back)\b)|,(?=\s{ABLE}\s))\s+(?P<does>(?:{ABLE}|will|can|gonna|going\s+to|promises|promised\s+to)\b{_ASKED}|[a-z]+ing\b)(?!\s+(?:for|about|on|at|from|to|up|is|are|was|looks?|seems|works|sounds)\b)(?![^.;]*\?)"
)
_MAY = re.compile(r"(?:can|could|might)\b", re.IGNORECASE)
_NO_ACT = frozenset(
    "calling asking wondering checking thinking hoping waiting saying being having looking morning evening".split()
)
_OUR_WAY = re.compile(
    r"\s+(?:(?:it|them|the|a|an|our|my)\s+)?(?:[\w-]+\s+){0,2}?(?:(?:to|over\s+to)\s+)?(?:her|him|them)\b"
)


def with_caller(text: str) -> str:
    """The caller's name before what the caller does, where the line leaves it out."""
    return _CALLED.sub(_named, text)


def _named(found: re.Match[str]) -> str:
    does, who = found["does"], found["who"]
    is_act = does.endswith("ing") and does not in _NO_ACT and base_verb(does) is not None
    if _MAY.match(does) and not can_do(f"{does}{found.string[found.end() :]}"):
        return found[0]
    is_ours = bool(_OUR_WAY.match(found.string[found.end() :]))  # "sending her the deck"
    if is_ours or (does.endswith("ing") and not is_act):
        return found[0]
    who = who.lower() if who.lower() in {"she", "he", "they"} else who  # "then HE rang back"
    verb = "are" if who == "they" else "is"
    return f"{found['how']}, {who} {verb} {does}" if is_act else f"{found['how']}, {who} {does}"


_BUYER_PEOPLE = r"(?:legal|finance|procurement|purchasing|accounting|accounts|board|committee|council|trustees|owners?|boss|wife|husband|brother|father|bank|landlord|lawyers?|counsel|attorneys?|accountants?|bookkeepers?|controller|auditors?|treasurer|architect|cfo|ceo|coo|cto|cio|gc)"
_OF_A_BUYER = re.compile(rf"{AND_ALSO}(?:our|my)\s+(?=(?:{THEIRS}|{_BUYER_PEOPLE})\b)", re.IGNORECASE)
_OF_BUYERS_ALONE = re.compile(
    rf"{AND_ALSO}(?:our|my)\s+(?=(?:p\.?o\.?|purchase\s+order|deposit)\b(?!\s+(?:invoice|request|form|template|terms|confirmation)\b))",
    re.IGNORECASE,
)


_OF_THEM = re.compile(r"\b(?:her|him|them|his|their)\b", re.IGNORECASE)


def as_theirs(clause: str, *, headed: bool) -> str:
    """ "our PO arrives Wed" -> "their PO arrives Wed": a seller has none; `headed`: behind the name of one of theirs."""
    is_told = headed and not _OF_THEM.search(clause)  # who says "her" tells of them, and is the rep
    found = (_OF_A_BUYER if is_told else _OF_BUYERS_ALONE).match(clause)
    return f"their {clause[found.end() :]}" if found else clause


_WORD = r"[^\W\d][\w-]+"
_RANG = re.compile(
    rf"^(?P<who>{_WORD}(?:\s+{_WORD})?)\s+(?:(?:just|finally|then)\s+)?(?:called|rang|phoned|texted|emailed|e-mailed|mailed|wrote|messaged)\b",
    re.IGNORECASE,
)
_CALLED_US = (
    r"(?:(?:just|finally|then|also|has)\s+)*(?:called|rang|phoned|texted|emailed|e-mailed|mailed|wrote|messaged)\b"
)
_GOT = re.compile(
    rf"\b(?:(?:to|with|w/)\s*|(?:sent|e-?mailed|mailed|gave|handed|posted|showed|texted|messaged|brought)\s+)(?P<who>{_WORD})(?!['’])",
    re.IGNORECASE,
)


def with_whom(who: str, text: str, people: Sequence[str]) -> str:
    """The one of `people` who got in touch (`who` stood in front of the line), else the only one named there, who was given something; empty where it is nobody."""
    people = [one for one in people if not any(other.startswith(f"{one} ") for other in people)]
    rang = _RANG.match(f"{who} {text}" if known_as(who, people) else text)
    if rang:
        return _known(rang["who"], people)
    named = {person for word in re.findall(_WORD, text) if (person := known_as(word, people))}
    got = {_known(found["who"], people) for found in _GOT.finditer(text)} - {""}
    return got.pop() if len(got) == 1 and got == named else ""


def new_caller(text: str) -> str:
    """Somebody new, named by a role, who got in touch: "Sanne's assistant Lotte called"; empty where nobody did."""
    names = newcomers(text)
    return next((name for name in names if re.search(rf"\b{re.escape(name)}\s+{_CALLED_US}", text, re.IGNORECASE)), "")


def _known(name: str, people: Sequence[str]) -> str:
    return known_as(name, people) or known_as(name.split(maxsplit=1)[0], people)
