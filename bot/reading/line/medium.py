"""By which way they told it: "Dana by mail: budget is ok", "via text from Tom: …", "Raj emails: …" is told as Dana emailed, Tom texted.

Only who told it and the way are put so; what follows stays as typed, and where it is nobody's act it is what they said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.phrases import base_verb
from bot.reading.words.speech import NAME, first_clauses, quotes_in

_MAIL = r"e-?mail|mail|em|in-?mail|gmail|outlook"
_MESSAGE = r"text(?:\s+(?:msg|message))?|sms|txt|whats-?\s?app|wa|(?:linked-?\s?in|fb|insta)(?:\s+(?:msg|message|dm|chat))?|slack|(?:teams|zoom)\s+(?:chat|msg|message)|dm|im|imessage|chat|signal|telegram|messenger|msg|message"
_SPOKEN = r"(?:the\s+)?(?:tele)?phone|the\s+(?:line|blower)|tel|fone|ph|voice\s+call|video(?:\s+call)?"
_WAY = rf"(?:(?P<mail>{_MAIL})|(?P<message>{_MESSAGE})|(?P<spoken>{_SPOKEN}))"
_BY = r"(?:by|via|per|over|through|thru|on|in\s+an?)"
_WHEN = r"(?:\s+(?:today|yesterday|just\s+now|now|back|this\s+(?:am|pm|morning|afternoon)))?"
_WHO = rf"(?P<who>{NAME}|(?i:she|he|they))"
_MARK = r"\s*(?P<mark>:|,|\s[-–—])\s+(?=\S)"
_LEAD = r"^\s*(?:(?i:and|so|ok|then|today|just|got|had|new|another|an?|short|quick|in|this\s+(?:am|morning|afternoon))[\s,:]+)*"
_TELLS = r"(?:(?:answer|reply|respond|confirm|ping|messag|repli)(?:s|e?s|ed)?|(?:came|got|wrote|writes)\s+back|told|tells|writes?|wrote|hit)(?:\s+(?:to\s+)?(?:me|us)(?:\s+up)?)?"
_WAYS = (
    re.compile(rf"{_LEAD}{_WHO},?\s+(?:(?i:{_TELLS})\s+)?(?:(?i:{_BY})\s+(?i:{_WAY})|\((?i:{_WAY.replace('<', '<in_')})\)){_WHEN}{_MARK}"),
    re.compile(rf"{_LEAD}(?:(?i:{_BY})\s+)?(?i:{_WAY})(?:\s+(?i:just\s+)?(?i:in|back|came\s+in))?\s+(?i:from|of)\s+{_WHO}{_WHEN}{_MARK}"),
    re.compile(rf"{_LEAD}(?i:by|via|per|over)\s+(?i:{_WAY}){_MARK}(?:{_WHO}\s*(?::|\s(?i:says?|said|tells?\s+(?:me|us)|told\s+(?:me|us)))\s*(?:that\s+)?)?"),
    re.compile(rf"{_LEAD}{_WHO}(?:\s+(?i:(?:just|also|has)\s+)*(?i:sent|shot|dropped|wrote|gave)\s+(?i:me|us)\s+(?i:an?|another)(?:\s+(?i:quick|short|nice|long))?|['’]s(?=\s[\w-]+(?:\s\w+)?\s?:))\s+(?i:(?P<mail>{_MAIL})|(?P<message>{_MESSAGE})(?P<spoken>\b\B)?){_MARK}"),
    re.compile(rf"{_LEAD}{_WHO}\s+(?:(?i:just|also|then|now)\s+)*(?i:(?P<mail>e-?mails|mails|writes|replies)|(?P<message>texts|messages|msgs|pings|dms|whatsapps)(?P<spoken>\b\B)?)(?:\s+(?i:me|us|back|in))*{_MARK.replace(',|', '')}"),
)  # fmt: skip
_QUICK = re.compile(
    rf"\b(?:{_MAIL}|{_MESSAGE}|{_SPOKEN}|writes|replies|(?:e-?mails|mails|texts|messages|msgs|pings|dms|whatsapps))\b",
    re.IGNORECASE,
)
# They are told of as somebody who acts: "sends po by Fri", "wants a quote".
_ACTS = re.compile(
    r"(?:(?:will|would|can|could|is|are|has|had|does|doesn['’]?t|won['’]?t|likes|liked|said|asked)\b|(?P<verb>[a-z]{2,}s)\b)",
)
_TOLD = re.compile(
    rf"^{_WHO}\s+(?:(?i:just|finally|also|has)\s+)*(?i:emailed|e-mailed|mailed|texted|messaged|wrote|replied|answered|said)(?:\s+(?i:me|us|to\s+(?:me|us)|back|in|over|today|just\s+now))*\s*(?P<mark>:|,|\s[-–—]|\.)\s+"
)
_TO_US = re.compile(r"\b(?:i|we|my|our|you|your|me|us)\b", re.IGNORECASE)  # in their own person
_OURS = re.compile(
    r"(?:(?:and|so|but|then)\s+)*(?:i|we|my|our|will|sent|sending|calling|call|cb|fu|next|demo|meeting|visit|to\s|asks?|wants?|needs?|she|he|they|her|his|their|no\s+(?:answer|reply))\b|[\d$€£]",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:is|are|was|were|isn['’]?t|aren['’]?t|ok(?:ay)?|fine|done|good|great|approved|works?|looks?|through|in\s+(?:place|budget)|too|not|no|agrees?|agreed|signed\s+off|cleared|frozen|tight|ready|on\s+hold|passed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Way:
    """A line told by who wrote or spoke; `typed` is what stood where `head` stands now."""

    text: str
    head: str = ""
    typed: str = ""


def by_medium(text: str) -> Way:
    if not _QUICK.search(text[:_NEAR]):
        return Way(text)
    found = next((one for way in _WAYS if (one := way.match(text))), None)
    if found is None:
        return Way(text)
    told = found.groupdict()
    who, after = told["who"] or "They", text[found.end() :]
    is_spoken = bool(told["spoken"] or told.get("in_spoken"))
    is_mail = told["mail"] or told.get("in_mail")
    head = who if is_spoken else f"{who} {'emailed' if is_mail else 'texted'}"
    mark = ": " if is_spoken or (_TO_US.search(after) and not _is_act(after)) else ", "
    return Way(f"{head}{mark}{after}", f"{head}{mark}", text[: found.end()])


_NEAR = 60  # characters in which the way stands


def as_was_typed(way: Way, note: str) -> str:
    """A note with the way as the rep typed it."""
    if not way.head:
        return note
    if note == way.head.rstrip(" ,:"):
        return way.typed.rstrip(" ,:–-—")
    return note.replace(way.head, way.typed, 1) if note.startswith(way.head) else note


def told_in_short(way: Way, noted: Sequence[str]) -> str:
    """What they wrote, or told on the phone, where it is only noted: "budget is ok"; empty for an act, a wish, and what is ours."""
    found = _TOLD.match(way.text)
    head = found[0] if found else way.head
    if not head or any(quotes_in(way.text)):
        return ""
    said = next(iter(first_clauses(way.text[len(head) :])), "")
    is_plain = not (way.typed or head).rstrip().endswith((",", ".")) or _STANDS.search(said)
    if not said or not is_plain or said.endswith("?") or _OURS.match(said) or _is_act(said):
        return ""
    return said if any(said in one for one in noted) else ""


def _is_act(said: str) -> bool:
    acts = _ACTS.match(said)
    return acts is not None and (acts["verb"] is None or base_verb(acts["verb"]) is not None)
