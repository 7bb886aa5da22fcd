"""What is held at an hour without a word for a meeting: "walking the site", "pump swap with Dana", "another call has been put down".

Who goes to see a place is there; what is done with somebody at an hour is done with both.
"""

import re
from collections.abc import Sequence

from bot.phrases import base_verb
from bot.reading.grammar.agents import THEM
from bot.reading.grammar.ourthings import is_thing
from bot.reading.steps.meetings import KINDS
from bot.reading.steps.steps import kind_of
from bot.reading.words.leads import AND
from bot.reading.words.openverbs import is_past
from bot.reading.words.speech import NAME

Found = tuple[str, bool]  # what kind, and whether both agreed
_WHO = rf"(?:(?:i|we|she|he|they|both|{NAME})(?:['’](?:m|re|s|ll))?(?:\s+(?:and|&)\s+(?:i|me))?\s+)?"
_PLACE = r"(?:(?:the|our|her|his|their|both|a)\s+)?(?:(?!to\b|by\b|for\b|from\b)[a-z][\w'’-]*\s*){1,3}"
_SEES = re.compile(
    rf"{AND}{_WHO}(?:(?:am|is|are|will\s+be|will|all|both|then)\s+)*(?:walk|tour|inspect|survey|view|visit|see)(?:ing|s)?\s+(?!it\b|if\b|what\b|how\b|where\b){_PLACE}(?:\s*(?:with|w/|w)\s+.{{1,40}})?$",
    re.IGNORECASE,
)
_PUT_DOWN = re.compile(
    rf"{AND}(?:(?:an?|another|the|our|next|new|second|follow-?up)\s+)*{KINDS}(?:\s+(?:with|w/|w)\s+(?:her|him|them|both|{NAME}))?\s+(?:has|have|had|is|was|were)\s+(?:(?:been|now|also|already)\s+)*(?:put\s+(?:down|in)|set(?:\s+(?:up|down))?|fixed|arranged|booked(?:\s+in)?|scheduled|agreed|planned|pencill?ed\s+in|laid\s+on|slotted\s+in|made|confirmed)(?:\s+(?:for|on|at))?$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    rf"{AND}(?:i|we)(?:['’](?:m|re)|\s+am|\s+are)\s+(?:also\s+|both\s+)?(?:expected|due|wanted|invited)\s+(?:back\s+)?(?:at|in|over|on\s+site|there)\b[^,;]{{0,40}}$",
    re.IGNORECASE,
)
# "i truck the roller out", "i'm riding along w/ the crew": whoever of ours is under way at an hour is there; a paper is sent.
# With nothing that is taken there and nobody gone to it may be anything: "i wrap up", "we ended up", "I'm logging out".
_GOES = re.compile(
    rf"{AND}(?:(?:i|we)(?:['’]?(?:m|re|ll))?|im)\s+(?:(?:am|are|will|also|then)\s+)*"
    r"(?!(?:send|ship|mail|e-?mail|hand|pass|forward|give|print|fill|figure|sort|find|write|reach|get|gett|put|carry|check|turn|tak|take|go|look|run|work|talk|call|ring|follow|think|point|draw|set|roll|push|fire|test|try|hold|start|sign|bring|bid|am|is|are|was|were|be)(?:ing|ting|ning)?\b)"
    r"(?P<verb>[a-z]+)\s+(?:(?P<what>(?:(?:the|our|his|her|their|an?|another|two|three|\d+)\s+)[\w'’-]+\s+(?:[\w'’-]+\s+){0,2}?)(?:out|over|along|down|across|there)(?:\s+(?:(?:to|with|at|for)\b|w/)\s*[^,;]{1,40})?"
    r"|(?:out|over|along|down|across)\s+(?:(?:to|with)\b|w/)\s*[^,;]{1,40})$",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"{AND}(?:(?:the|our|an?|another|next)\s+)?(?P<what>(?:(?!no\b|not\b|nothing\b)[a-z][a-z-]+\s+){{1,3}}?)(?:with\s+|w/\s*|w\s+)(?:{THEM}|(?:the\s+|both\s+)?[a-z]+(?:\s+[a-z]+)?)(?:\s+(?:and|&|\+)\s+\S+)?(?:\s+(?:at|on))?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|our|my|his|her|their|an?)\s+", re.IGNORECASE)
_WITH_US = re.compile(r"(?:with|w/|w)\s*(?:us|me)(?:\s+(?:at|on))?$", re.IGNORECASE)
_NO_EVENT = frozenset(
    "spoke talked chatted met meeting left message voicemail vm lvm email mail quote price pricing contract order deck check checks sync stay stays deal problem issue trouble happy busy fine good ok okay done away off out in up back on home stuck word news nothing talk speak chat agreed happy comes goes is are was will".split()
)
_BOTH_GO_OVER = re.compile(
    rf"{AND}we(?:['’]ll|\s+will|\s+shall|\s+are\s+to)?\s+(?:(?:all|both|then)\s+)*(?:(?:talk|go|run|walk|look|work|think)\s+(?:over|through|at)\s+[^,;]{{1,40}}\s+together|(?:talk|go|run|walk|work)\s+(?:it|this|that|them|(?:the|her|his|their|our)\s+[\w-]+)\s+(?:over|through)(?:\s+together)?)(?:\s+(?:again|with\s+(?:her|him|them|{NAME})))?(?:\s+on)?$",
    re.IGNORECASE,
)
_IN_DIARY = re.compile(
    rf"{AND}(?:it(?:['’]s|\s+is)\s+|now\s+)*in\s+(?:the|our|my|her|his|both)\s+(?:diary|diaries|calendars?)(?:\s+for)?$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    rf"{AND}(?:(?:i|we)\s+(?:was|were)\s+told\s+(?:that\s+)?)?(?:she|he|they|{NAME})\s+(?:can|could|may|should|will)\s+(?:(?:best|only)\s+)?be\s+(?:reached|got\s+hold\s+of|caught|reachable|found)$",
    re.IGNORECASE,
)


def event_in(bare: str, *, at_hour: bool) -> Found | None:
    """`bare` is what stands before the day."""
    put_down = _PUT_DOWN.match(bare)
    if put_down:
        return kind_of(" ".join(put_down["what"].lower().split())), True
    if _EXPECTED.match(bare):
        return "visit", True
    if _BOTH_GO_OVER.match(bare):
        return "call", True
    if not at_hour:
        return None
    if _IN_DIARY.match(bare):
        return "meeting", True
    if _REACHED.match(bare):
        return "call", False
    goes = _GOES.match(bare)
    is_there = _SEES.match(bare) or (goes and _is_ahead(goes))
    return ("visit", True) if is_there else _with_somebody(bare)


def _is_ahead(goes: re.Match[str]) -> bool:
    """Neither what has been, "we ended up with the old quote", nor a paper that is sent."""
    return not (is_past(goes["verb"]) or is_thing(_ARTICLE.sub("", (goes["what"] or "").strip())))


def _does(words: Sequence[str]) -> bool:
    """ "dana syncs", "dana jumping on a": somebody does it, and it is no name of anything."""
    return any(word.endswith("ing") and base_verb(word) for word in words[1:-1]) or (
        len(words) > 1 and words[-1].endswith("s") and base_verb(words[-1]) not in {None, words[-1]}
    )


_HAS_BEEN_OR_OURS = re.compile(r"\b(?:was|were|(?:my|our)\s+\w+|boss|manager)$", re.IGNORECASE)


def _has_been(words: Sequence[str]) -> bool:
    """ "we ended up"."""
    return words[0] in {"i", "we"} and any(map(is_past, words[1:]))


def _with_somebody(bare: str) -> Found | None:
    """ "unit swap w/ Beth": a thing that is done with them, and no talk that has been."""
    found = None if _HAS_BEEN_OR_OURS.search(bare) else _WITH.match(bare)
    words = found["what"].lower().split() if found else []
    if words and words[-1] == "syncs" and _WITH_US.search(bare):
        return "call", True
    if not words or words[0] in _NO_EVENT or words[0].endswith("ed") or _does(words) or _has_been(words):
        return None
    if "sits" in words:  # with somebody of theirs it is an act of theirs
        return ("meeting", True) if _WITH_US.search(bare) else None
    is_act = len(words) == 1 and base_verb(words[0]) not in {None, "review", "demo", "visit", "test", "walk", "tour"}
    return None if is_act or words[0].endswith("ing") else (kind_of(" ".join(words)), True)
