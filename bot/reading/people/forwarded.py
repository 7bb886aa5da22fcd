"""A message of theirs that was pasted or forwarded: who is named before the colon, in From: or under it speaks.

"I" and "we" in it are theirs, and "you" is us: it is given as "Rita Moll wrote: “we send it Thu”". What one of us wrote is ours,
and what the rep only tells of a message ("email from Rita: she likes it") stays as it was typed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.naming.namekeys import key
from bot.reading.naming.persons import known_as
from bot.reading.words.bounds import LONGEST_LINE
from bot.reading.words.greetings import unsigned
from bot.reading.words.speech import NAME

_MARK = r"\s*(?::|\s[-–—])\s+"
_CHAT = r"(?:whatsapp|wa|sms|imessage|signal|telegram|linkedin|messenger)"
_KIND = rf"(?:{_CHAT}|e-?mail|mail|text|msg|message|letter|reply|answer)"
_FORWARD = r"(?:fwd?|fw|wg|tr|forwarded|weitergeleitet)\s*:\s*"
_ADDRESS = r"(?:\s*[<(\[][^<>()\[\]\n]{3,80}[>)\]])?"
# "Email from Rita Moll: …", "WhatsApp Elin Sund: …", "Fwd: Ralf Hess: …"
_TOLD_IN_FRONT = re.compile(
    rf"^(?P<fwd>{_FORWARD})?(?:(?i:{_KIND}\s+(?:message\s+)?(?:just\s+)?(?:from|by))\s+|(?i:{_CHAT}(?:\s+message)?)\s+|(?(fwd)|(?!)))(?P<who>{NAME}(?:\s+{NAME})?){_ADDRESS}{_MARK}(?P<words>\S.*)$".replace(
        _FORWARD, f"(?i:{_FORWARD})"
    ),
    re.DOTALL,
)
_FROM = re.compile(
    rf"^(?:[^\n]{{0,80}}\n)??(?i:from|von|de|van|fra|från)\s*:\s*[\"“]?(?P<who>{NAME}(?:\s+{NAME})?)[\"”]?{_ADDRESS}[^\S\n]*\n(?P<words>.*\S.*)$",
    re.DOTALL,
)
_HEADERS = re.compile(
    r"^(?:\s*(?:sent|date|to|cc|subject|re|gesendet|datum|an|betreff|à|objet|envoyé|aan|onderwerp|verzonden|til|emne|ämne|till|skickat)\s*:[^\n]*(?:\n|$))+",
    re.IGNORECASE,
)
_HELLO = re.compile(
    r"^\s*(?:hi|hello|hey|hej|hei|dear|hallo|liebe[r]?|guten\s+(?:tag|morgen)|good\s+(?:morning|afternoon)|bonjour|beste|goedemorgen|ciao)\b(?:\s+[^\s,.!\n]{1,20}){0,3}\s*[,.!\n]\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:^|\n|(?<=[.!?])\s)\s*(?:(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes)|best|cheers|thanks|thank\s+you|many\s+thanks|sincerely|yours|(?:mit\s+freundlichen|viele|beste|liebe)\s+grüße[n]?|mfg|vg|lg|cordialement|met\s+vriendelijke\s+groet(?:en)?|groet(?:en|jes)?|(?:med\s+)?vänliga\s+hälsningar|mvh|hilsen|saluti)\s*[,.!]?\s*\n\s*"
    rf"(?P<who>{NAME}(?:[^\S\n]+{NAME}){{0,2}})[^\S\n]*(?:\n[^\n]{{0,60}}){{0,4}}$",
    re.IGNORECASE,
)
_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]m)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
# An hour alone stands in brackets: "9:30 Acme: left vm" is a rep's own log.
_STAMP = rf"(?:\[?{_DATE},?\s+{_HOUR}\]?|\[(?:{_HOUR}(?:,?\s+{_DATE})?|{_DATE})\]|{_HOUR},\s+{_DATE})"
_TURN = re.compile(
    rf"^{_STAMP}\s*(?:[-–]\s*)?(?P<who>[^:\n\[\]]{{1,40}}):\s*(?P<words>.*)$"
    rf"|^(?P<named>[^:\n\[\]]{{1,40}}?),?\s+(?:\[(?:{_DATE},?\s+)?{_HOUR}\]|\({_HOUR}\)):\s*(?P<said>.*)$",
    re.IGNORECASE,
)
_FIRST_OR_SECOND = re.compile(
    r"\b(?:I|we|you|u|my|our|your|me|us|mine|ours|yours)\b(?!\s*/)|^(?:please|pls)\b", re.IGNORECASE
)
# What tells about them is the rep's: a "she" in front, an act with nobody named, "I send her the quote".
_TOLD_OF_THEM = re.compile(
    r"^(?:(?:and|but|so|ok|yes|no|that)[\s,]+)*(?:she|he|they|her|his|their)\b"
    r"|^(?!(?:yes|thanks|always|unless|this|its|news|as|regards|cheers|apologies|is|was|does|has|sounds|looks|works)\b)(?:\w{2,}[^s\W]s|\w{3,}ed)\b(?!\s+you\b)"
    r"|^we\s+lost\b"
    r"|\b(?:I|we)\b(?:['’]\w+)?\s[^.;!?]{0,80}\b(?:her|him|them)\b",
    re.IGNORECASE,
)
_ASKS_US = re.compile(r"(?:please|pls)\b", re.IGNORECASE)
_TO_US = re.compile(r"(?<!thank )(?<!thanks )\b(?:you|your|u)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my)\b", re.IGNORECASE)
_FIRST_CLAUSE = re.compile(r"^.*?(?=[,.;!?]|\s[-–—]\s|\b(?:but|so)\b|$)", re.DOTALL)
_TO_WHOM = re.compile(
    r"^\s*(?:hi|hello|hey|hej|hei|dear|hallo|lieber?|bonjour|beste|ciao)\s+(?P<whom>[^\n,.!]{1,40})", re.IGNORECASE
)
_SPOKE = re.compile(r"^(?:just\s+|i\s+)*(?:spoke|talked|called|rang|met|reached)\b", re.IGNORECASE)
_QUOTED_BELOW = re.compile(
    r"\n\s*(?:>|-{2,}\s*original|(?:on|am|le|op|den)\s[^\n]{3,90}(?:wrote|schrieb|écrit|schreef|skrev)\b[^\n]*:\s*(?:\n|$)).*",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = str.maketrans('“”„"«»', "’’’’’’")


@dataclass(frozen=True)
class Forwarded:
    """`told` is the same as a line of the rep's, in which their words are quoted."""

    who: str
    told: str


def forwarded(text: str, ours: Sequence[str] = (), theirs: Sequence[str] | None = None) -> Forwarded | None:
    """The message that a text is; None where the rep tells, or one of us (`ours`) wrote it.

    `theirs` are known there: a letter without a header is read only from one of them, or to one of us.
    """
    text = text.strip()[: 2 * LONGEST_LINE]
    turns = _turns(text)
    if turns:
        return _chat(turns, ours)
    if short := _in_one_line(text, theirs or ()):
        return short
    front, header = _TOLD_IN_FRONT.match(text), _FROM.match(text)
    if front and not _is_their_voice(_body(front["words"]), is_pasted=bool(front["fwd"])):
        return None
    found = front or header
    closing = None if found or "\n" not in text else _CLOSING.search(text)
    if closing and not _is_letter(text, closing, ours, theirs):
        return None
    who = (found or closing or {"who": ""})["who"]
    words = found["words"] if found else text if closing else ""
    return _message(who, _body(words)) if who and words and not _is_one_of(who, ours) else None


_THANKS = r"(?:(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes|rgds)|best|thx|thanks|thank\s+you|cheers|br|vg|lg|mvh|cordialement|saluti|grazie|danke|merci)"
# "hi tom, we can do the 24th. thx giulia", "I'll write you Monday – Sarah Jane", "yo its dwayne, try me next week"
_SIGNED = re.compile(rf"^(?P<words>.*?[^\s,.!–—-])[\s,.!–—-]+(?i:{_THANKS})[\s,.!–—-]*(?P<who>{NAME})\s*[.!]?$")
_DASHED = re.compile(rf"^(?P<words>.*\S)\s+[–—-]\s*(?P<who>{NAME})\s*$")
_IT_IS = re.compile(
    rf"^(?i:(?:hi|hey|hello|yo|hiya)[\s,]+)?(?i:it['’]?s|this\s+is)\s+(?P<who>{NAME})\s*[,.!:]\s*(?P<words>\S.*)$"
)


def _in_one_line(text: str, theirs: Sequence[str]) -> Forwarded | None:
    """A message without a header or a line of its own for the name, from somebody who is known there."""
    if "\n" in text:
        return None
    signed, dashed, named = _SIGNED.match(text), _DASHED.match(text), _IT_IS.match(text)
    signed = signed if signed and _HELLO.match(text) else None
    dashed = dashed if dashed and _TO_US.search(dashed["words"]) else None
    found = signed or dashed or named
    words = _body(found["words"]) if found else ""
    if (
        not (found and known_as(found["who"], theirs))
        or _TOLD_OF_THEM.search(words)
        or not _FIRST_OR_SECOND.search(words)
    ):
        return None
    return _message(found["who"], words)


def _is_their_voice(words: str, *, is_pasted: bool) -> bool:
    """They speak to us, or of themselves from the start; an "I" behind what is told of them is the rep's."""
    if _TOLD_OF_THEM.search(words) or not _FIRST_OR_SECOND.search(words):
        return False
    first = _FIRST_CLAUSE.match(words)
    of_themselves = bool(first and _FIRST_PERSON.search(first.group()))
    return is_pasted or "\n" in words or of_themselves or bool(_TO_US.search(words) or _ASKS_US.match(words))


def _is_letter(text: str, closing: re.Match[str], ours: Sequence[str], theirs: Sequence[str] | None) -> bool:
    """From somebody there or to one of us; not ours to them, and no note of a call."""
    words = text[: closing.start()].strip()
    greeted = _TO_WHOM.match(words)
    whom = greeted["whom"].strip() if greeted else ""
    if "\n" not in words or _SPOKE.match(words) or _TOLD_OF_THEM.search(_body(words)):
        return False
    if whom and theirs and known_as(whom, theirs):
        return False
    return theirs is None or bool(known_as(closing["who"], theirs)) or bool(whom and _is_one_of(whom, ours))


def _turns(text: str) -> list[tuple[str, str]]:
    """(who, what) of a chat that was pasted, each line with its hour."""
    turns: list[tuple[str, str]] = []
    for line in text.split("\n"):
        turn = _TURN.match(line.strip())
        if turn:
            turns.append(((turn["who"] or turn["named"]).strip(), (turn["words"] or turn["said"] or "").strip()))
        elif not turns:
            return []
        else:
            turns[-1] = (turns[-1][0], f"{turns[-1][1]}\n{line}")
    return turns


def _chat(turns: Sequence[tuple[str, str]], ours: Sequence[str]) -> Forwarded | None:
    who = next((who for who, _ in turns if not _is_one_of(who, ours)), "")
    if not who:
        return None
    theirs = "\n".join(_body(words) for by, words in turns if by == who)
    rest = "\n".join(words for by, words in turns if by != who)
    message = _message(who, theirs)
    return Forwarded(who, f"{message.told}; I wrote: “{_flat(rest)}”" if rest else message.told)


def _is_one_of(who: str, ours: Sequence[str]) -> bool:
    """By the whole name, or by the first one alone."""
    name = key(who)
    return any(name in {key(one), key(one.split()[0])} for one in ours if one.strip())


def _body(words: str) -> str:
    """Without headers, greeting and name underneath: what was written."""
    words = _HELLO.sub("", _HEADERS.sub("", _QUOTED_BELOW.sub("", words)), count=1)
    said = _CLOSING.sub("", words).strip()
    return unsigned(said)[0] if "\n" in said else said


def _message(who: str, words: str) -> Forwarded:
    said = re.sub(rf"(?<=[.!?])\s+{re.escape(who.split(maxsplit=1)[0])}\s*$", "", _flat(words))
    return Forwarded(who, f"{who} wrote: “{said}”")


def _flat(words: str) -> str:
    lines = [line.strip() for line in words.translate(_MARKS).split("\n") if line.strip()]
    return " ".join(
        line if line[-1:] in ".!?,;:" or at == len(lines) - 1 else f"{line}." for at, line in enumerate(lines)
    )
