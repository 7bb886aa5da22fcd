"""What is done by somebody is put as what they do: "the draft will be checked by Tom on Monday" -> "Tom will check the draft on Monday".

Who gets a thing names the giver: "I am to be sent the counts" is theirs, "she has been promised a sketch" is ours.
"""

import re

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import THEM, US, base_of_past, does, is_us
from bot.reading.grammar.theirthings import is_only_theirs
from bot.reading.promises.moving import is_now
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WILL_BE = r"(?:(?:will|shall|must|should|can|would|(?:has|have|is|are|am|needs?|ought)\s+to|(?:is|are)\s+going\s+to)\s+(?:(?:now|also|then|first)\s+)?(?:be|get)|gets?|(?:is|are)(?:\s+being|\s+getting)?)"
_BY_SOMEBODY = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:nothing|nobody|none|neither|no|not|if|when|what|who|which|how)\b)\S.{{0,80}}?)\s+{_WILL_BE}\s+(?P<done>[a-z]+)(?P<rest>(?:\s+[\w'’-]+){{0,7}}?)\s+by\s+(?P<who>{US}|{THEM})(?:\s+(?:there\s+and\s+then|in\s+person|first|then|too|personally|as\s+well))*$",
    re.IGNORECASE,
)
_KEYS = frozenset("be get gets is are been being was were promised".split())
_ACTS_BEFORE = re.compile(r"(?:^(?:i|we|she|he|they)\b|\s(?:i|we|she|he|they|it)\s)", re.IGNORECASE)
_STATES = frozenset(
    "owned led managed based used covered handled headed backed blocked held hit run meant impressed surprised put-off bound followed caused driven guided".split()
)
_GOES_TO = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:i|we|she|he|they|it|nothing|nobody|no|not|if|when|what|who|which)\b)\S.{{0,60}}?)\s+{_WILL_BE}\s+(?P<done>sent|e-?mailed|mailed|shipped|handed|given|delivered|forwarded|returned|posted|shown|brought|couriered|presented|submitted)(?:\s+(?:over|out|back|on|across))?\s+to\s+(?:(?P<us>me|us)|her|him|them|{NAME})$",
    re.IGNORECASE,
)
_GETS = re.compile(
    rf"{AND_ALSO}(?P<who>i|we|she|he|they|both|{NAME})(?:['’](?:m|re|s|ll|ve))?\s*(?:(?:am|is|are)\s+(?:due\s+)?to\s+be|(?:will|shall|should|must)\s+be|be|(?:(?:have|has)\s+been|was|were)(?=\s+promised)|(?<=['’]ve)\s*been(?=\s+promised))\s+(?P<done>sent|given|shown|handed|e-?mailed|mailed|issued|quoted|promised|supplied\s+with|provided\s+with)\s+(?P<thing>(?!(?:until|till?|to|by|time|notice|that|a\s+(?:week|day|month|deadline|call))\b)[a-z0-9].*)$",
    re.IGNORECASE,
)
_FROM_OTHERS = re.compile(r"\b(?:by|from)\s+\w", re.IGNORECASE)
_GIVES = {"sent": "send", "given": "give", "shown": "show", "handed": "give", "quoted": "quote"}
_WILL_BE_DONE = re.compile(
    rf"{AND_ALSO}(?:(?:she|he|they|{NAME})\s+(?:says|said|confirms|confirmed|reckons)\s+(?:that\s+)?)?(?P<thing>(?:(?:the|their|her|his|a|an)\s+)?[a-z][\w-]*(?:\s+[\w-]+)??)\s+(?:(?:will|would|is\s+to|has\s+to|should)\s+be|gets)\s+(?P<done>[a-z]+)$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    rf"{AND_ALSO}(?P<thing>\S.{{0,60}}?)\s+(?:(?:that|which)\s+)?(?P<who>i|we|she|he|they|{NAME})\s+(?:had\s+)?promised(?:\s+(?:me|us|her|him|them))?\s+(?:for|by|on)\s+.{{1,40}}?\s+(?:has|have|is|are|was|were|got|gets)\s+(?:been\s+|now\s+)*(?:put\s+off|put\s+back|moved|pushed|postponed|delayed|shifted|slipped)(?:\s+(?:back|out))?(?:\s+(?:to|until|till?))?$",
    re.IGNORECASE,
)


def actively(clause: str, last: DateReading) -> str:
    """The clause with who acts in front and its day at the end; empty where nobody is told."""
    if _KEYS.isdisjoint(clause.lower().split()):
        return ""
    when = f" {clause[last.start : last.end].strip()}"
    bare = " ".join(f"{clause[: last.start].strip(' ,')} {clause[last.end :].strip(' ,.!')}".split())
    if postponed := _postponed(clause, last):
        return f"{_who(postponed['who'])} will send {postponed['thing']}{when}"
    return _by_somebody(bare, when) or _gets(bare, when) or _goes_to(bare, when) or _of_theirs(bare, when)


def put_off(clause: str, last: DateReading) -> bool:
    """ "the drawings he had promised for the 10th have been put off to the 17th", "he sends them Fri now": no new promise."""
    return is_now(clause, (last,)) or _postponed(clause, last) is not None


def _postponed(clause: str, last: DateReading) -> re.Match[str] | None:
    return _PUT_OFF.match(clause[: last.start].strip(" ,."))


def _by_somebody(bare: str, when: str) -> str:
    found = _BY_SOMEBODY.match(bare) if " by " in bare else None
    if not found or found["done"].lower() in _STATES or _ACTS_BEFORE.search(found["thing"]):
        return ""
    verb = base_of_past(found["done"])
    if not verb and not found["done"].lower().endswith("ed"):
        return ""
    acts = does(found["who"], verb, f"{found['thing']}{found['rest']}{when}") if verb else ""
    side = "I" if is_us(found["who"]) else "they"
    return acts or f"{side} will have {found['thing']} {found['done']}{found['rest']} by {found['who']}{when}"


def _gets(bare: str, when: str) -> str:
    """ "I am to be sent the counts", "she has been promised a sketch"."""
    found = _GETS.match(bare)
    if not found or _FROM_OTHERS.search(found["thing"]):
        return ""
    verb = _GIVES.get(found["done"].lower(), "send")
    if found["who"].lower() in {"i", "we"}:
        return f"they will {verb} us {found['thing']}{when}"
    return f"I will {verb} them {found['thing']}{when}"


def _goes_to(bare: str, when: str) -> str:
    """ "a revised price is to be sent to her"."""
    found = _GOES_TO.match(bare)
    if not found:
        return ""
    return f"{'they' if found['us'] else 'I'} will send {found['thing']} to {'us' if found['us'] else 'them'}{when}"


def _of_theirs(bare: str, when: str) -> str:
    """ "she says the deposit will be wired": what only a buyer hands over, whoever does it."""
    found = _WILL_BE_DONE.match(bare)
    if (
        not found
        or not is_only_theirs(found["thing"])
        or not (base_of_past(found["done"]) or found["done"].endswith("ed"))
    ):
        return ""
    return f"they will have {found['thing']} {found['done']}{when}"


def _who(who: str) -> str:
    return "I" if who.lower() in {"i", "we"} else who if who[0].isupper() else "they"
