"""Who promised what is told in somebody's words: "told her I'd bring it" is ours, "she said she'll send it" is theirs.

What we said is never in their words (S21). With nobody named, "said I'd bring it" is the rep's; a buyer's act
("said we'll sign"), or one that speaks to us ("said I'd call you"), could be either: then it is only noted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import Side
from bot.reading.grammar.firmness import is_soft
from bot.reading.words.leads import AND
from bot.reading.words.speech import NAME

_THAT = r"(?:\s+that|\s*:)?\s+"
_WE = r"(?=(?:i|we)\b)"
_OURS = re.compile(
    rf"{AND}(?:(?:(?:i|we)(?:['’]ve|\s+have)?\s+)?(?:also\s+|just\s+)?(?:(?:told|promised|assured)\s+(?:her|him|them|{NAME})"
    rf"|let\s+(?:her|him|them|{NAME})\s+know){_THAT}|(?:i|we)(?:['’]ve|\s+have)?\s+(?:said|promised|offered){_THAT})(?=(?:i|we|(?:our|my)\s+(?!price|offer|quote|rate|deal|best|terms|plan|contract|guess|sense)[\w-]+(?:\s+[\w-]+)?\s+(?:will\s|(?!is\b|was\b|has\b|does\b)[a-z]+s\s))\b)",
    re.IGNORECASE,
)
_NOBODYS = re.compile(rf"{AND}(?:said|promised){_THAT}(?=(?:i|we|id|ill|im|ive|weve)\b)", re.IGNORECASE)
_TO_US = re.compile(rf"{AND}(?:told|promised|assured)\s+(?:me|us){_THAT}{_WE}", re.IGNORECASE)
_AGREED = re.compile(
    rf"{AND}(?:(?:we|she|he|they|{NAME})\s+)?(?:all\s+|both\s+)?agreed{_THAT}(?=(?:i|we|she|he|they)\b)", re.IGNORECASE
)
_THEIRS = re.compile(
    rf"{AND}(?:(?:she|he|they|{NAME})\s+)?(?:(?:now|also|still|(?:[a-z-]+\s+)?(?=(?:promise[ds]|swears?|swore|vows?|vowed)\b))\s*)?(?:(?:said|says|reckons?|promise[ds]|swears?|swore|vows?|vowed|confirmed|confirms|(?:replied|answered|wrote|texted|e-?mailed|mailed|messaged|whatsapp(?:ed)?|pinged)(?:\s+(?:me|us))?(?:\s+back)?(?:\s+(?:by|via|on|to)\s+(?:my\s+|the\s+)?[\w-]+)?)|(?:told|promised|assured|texted|e-?mailed|mailed|messaged)\s+(?:me|us)){_THAT}"
    r"(?=(?:she|he|they)\b)"
    rf"|{AND}(?:(?:she|he|they|{NAME})\s+)?(?:thinks?|figures|believes|is\s+(?:confident|sure))(?:\s+that)?\s+(?=(?:she|he|they)\s+(?:can|could)\b)",
    re.IGNORECASE,
)
_OF_US = re.compile(
    rf"{AND}(?:she|he|they|{NAME})\s+(?:said|says|reckons?|told\s+(?:me|us)){_THAT}(?=(?:i|we)(?:['’]d|\s+would)\s+(?!(?:like|love|prefer|rather|be|need|have)\b))",
    re.IGNORECASE,
)  # "she said I'd get it Monday": told, and not in her words
_SHIFTED = re.compile(
    r"^(?:she|he|they)(?:['’]d|\s+(?:would|could|might|should))\b|^(?:i|we)(?:['’]ll|\s+will)?\s+(?:get|have|receive)\s+(?:her|his|their)\b",
    re.IGNORECASE,
)
_BUYERS = re.compile(
    r"^(?:i|we)(?:['’](?:ll|d)|\s+(?:will|would))?\s+(?:sign|decide|buy|order|pay|approve|accept|agree|review|confirm"
    r"|need|have|must|can|could|should|may|might)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"(?<=^i) would\b|(?<=^we) would\b|(?<=^he) would\b|(?<=^she) would\b|(?<=^they) would\b", re.IGNORECASE
)
_ACT = re.compile(r"^(?:i|we)(?:['’](?:ll|d)|\s+(?:will|would))?\s+(?P<act>.*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Reported:
    """`words` without who said them; `side` None when it could be either's."""

    words: str
    side: Side | None


def reported(clause: str) -> Reported | None:
    """What a clause tells of somebody's words; None when it tells of none, or only quotes them."""
    for lead, side in ((_OURS, Side.ours), (_AGREED, Side.ours), (_THEIRS, Side.theirs)):
        found = lead.match(clause)
        if found:
            return Reported(_WOULD.sub("'d", clause[found.end() :]), side)
    found = _NOBODYS.match(clause)
    if found:
        words = _WOULD.sub("'d", clause[found.end() :])
        return Reported(words, None if _may_be_theirs(words) else Side.ours)
    found = _TO_US.match(clause) or _OF_US.match(clause)
    return Reported(clause[found.end() :], None) if found else None


# "Dana says yeah we'll sign": whoever says yes to it does it.
_YES = re.compile(
    rf"(?P<lead>^|^(?:(?:and|but|so|then)\s+)*(?:(?:she|he|they|{NAME})\s+(?:(?:now|just|also|then)\s+)?(?:says|said|goes|replied|answered|wrote|texted|reckons)\s*:?|(?:(?:i|we)\s+)?(?:told|promised|assured)\s+(?:her|him|them|{NAME}):?|{NAME}:)\s+(?:that\s+)?)(?:yeah|yes|yep|yup|sure|ok(?:ay)?|fine|alright|absolutely|of\s+course|deal|no\s+problem)[\s,]+(?=(?:i|we)(?:['’]|\s))",
    re.IGNORECASE,
)


def without_yes(clause: str) -> str:
    return _YES.sub(r"\g<lead>", clause)


def is_shifted(words: str) -> bool:
    """ "she'd think about it": told in the rep's words, so never shown as theirs (S21)."""
    return bool(_SHIFTED.match(words))


# Who said "I'd", and of our people, writes of themselves.
_WE_LOOK = re.compile(
    r"^(?:i|we)(?:['’]d|\s+would)\s+(?:see\s+(?:if|whether|what)|look\s+into|(?:talk|speak)\s+(?:to|with)\s+(?:my|our)\b)",
    re.IGNORECASE,
)


def _may_be_theirs(words: str) -> bool:
    act = _ACT.match(words)
    soft = bool(act and is_soft(act["act"]) and not _WE_LOOK.match(words))
    return soft or bool(_BUYERS.match(words)) or bool(re.search(r"\b(?:you|your)\b", words, re.IGNORECASE))


_TOLD = re.compile(
    r"^(?:she|he)\s+\w|^(?!(?:i|we)\b)[\w.'’-]+(?:\s+[\w'’-]+)?\s+(?:says|said|reckons|thinks|writes|wrote|replied|(?:e-?mail|mail|text|messag|confirm)ed)\b",
    re.IGNORECASE,
)


def is_told(words: str, people: Sequence[str]) -> bool:
    """Whether a rep tells about them: "ana says sorry" is not in their own words, as "sorry" would be (S21)."""
    known = {person.split()[0].casefold() for person in people if person.split()}
    first, _, rest = words.strip().partition(" ")
    is_known = first.casefold() in known and bool(
        re.match(r"(?:wants?|would|is|has|can|can['’]?t|asks|asked|needs)\b", rest, re.IGNORECASE)
    )
    return is_known or bool(_TOLD.match(words.strip()))


def as_told(words: str) -> str:
    """ "I'm on leave until Mon", as a rep would tell it: "they are on leave until Mon"."""
    return re.sub(r"\b(?:i['’]?m|i am|i['’]ll be|we['’]re|we are)\b", "they are", words, flags=re.IGNORECASE)


# "sending it Mon she says": whose words they are stands behind them.
_SAYS_BEHIND = re.compile(
    r"(?P<act>(?!(?:i|we|she|he|they)\b)[a-z-]+ing\s+\S.*?)\s+(?P<who>she|he|they)\s+(?:says?|said|swears?|swore|promise[sd]?)[\s.!]*$",
    re.IGNORECASE,
)


def says_first(clause: str) -> str:
    """ "she will be sending it Mon"."""
    told = _SAYS_BEHIND.match(clause)
    return f"{told['who']} will be {told['act']}" if told else clause
