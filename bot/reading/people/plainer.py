"""A set phrase in the plain words that are read: "Rep will send it" is ours, "has counsel draft it" is theirs, "hosts us" a visit.

Who does what by when is as it was meant; what was typed is kept beside it.
"""

import re
from collections.abc import Callable

from bot.phrases import base_verb
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_WHO = rf"(?:she|he|they|{NAME})"
# Notes in the third person: whoever writes them is meant.
_WRITER = re.compile(rf"{AND_ALSO}(?:the\s+|sales\s+)?(?:rep|AE|SDR|BDR|account\s+exec(?:utive)?)\s+(?P<verb>[a-z]+)\b", re.IGNORECASE)  # fmt: skip
_BY_A_DAY = r"(?=.*\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|today|tonight|tomorrow|tmrw|next|eo[dwm]|by|\d)\b)"
_STILL_HANDS = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO})\s+still\s+(?=(?:sends|signs|brings(?!\s+up\b)|returns|shares|delivers|gives|forwards|provides|pays(?!\s+too\b))\s){_BY_A_DAY}",
    re.IGNORECASE,
)
_CIRCLE = r"(?:(?:her|his|their|the)\s+[a-z]+(?:\s+(?:team|guy|lady|manager|lead))?|counsel|legal|finance|procurement|purchasing|accounting|engineering|ops|it|security|admin)"
# "has counsel send the redlines": they see to it.
_HAS_THEM = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO})\s+(?:has|have|['’]ll\s+have|will\s+have)\s+{_CIRCLE}\s+(?=(?:send|draft|sign|review|check|approve|prepare|return|redline|write|pull|share|fill|complete|look|test|raise|cut|release|issue|pay)\s)",
    re.IGNORECASE,
)
_GETTING_US = re.compile(
    rf"(?P<who>{AND_ALSO}{_WHO})(?:['’](?:s|re)|\s+is|\s+are)\s+getting\s+(?P<us>me|us)\s+(?=(?:\d+\s+)?(?!(?:there|nowhere|in|on|to|out|up|down|back|off|excited|a\s+(?:bit|little))\b)[a-z])",
    re.IGNORECASE,
)
# What they confirm is news; what we confirm is ours to do.
_I_CONFIRM = re.compile(rf"(?P<lead>{AND_ALSO}(?:i|we)\s+)confirm\s+(?=(?:the|it|our)\b)", re.IGNORECASE)
_CHECKS_IN = re.compile(
    rf"(?P<lead>{AND_ALSO}(?:(?:i|we)(?:['’]ll|\s+will|['’]m|\s+am)?\s+)?)(?:will\s+)?(?:check(?:ing)?\s+in|touch(?:ing)?\s+base|follow(?:ing)?\s+up)\s+(?:again\s+)?(?:by|via|over)\s+(?:the\s+)?phone\b",
    re.IGNORECASE,
)
_HOSTS = re.compile(r"\b(?:hosts?|is\s+hosting)\s+us\b(?!\s+(?:for|to)\b)", re.IGNORECASE)
# "said I'd ring again Tue": we set when we call, and promise no thing.
_SAID_ID_CALL = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:said|told\s+(?:her|him|them|{NAME})|let\s+(?:her|him|them|{NAME})\s+know)\s+(?:that\s+)?(?:i|we)(?:['’](?:d|ll)|\s+would|\s+will)\s+(?P<verb>call|ring|phone|try)\s+(?:(?:her|him|them)\s+)?again\b",
    re.IGNORECASE,
)
# "round 2 with procurement Mon 2pm": they meet again.
_ROUND = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:round\s+(?:two|three|[23])|(?:second|third|next)\s+round)(?=\s+(?:w/|(?:with|is|on|set|for)\b|(?:mon|tue|wed|thu|fri)|\d))",
    re.IGNORECASE,
)
# "told Beth the ROI sheet slips to Tue": what is late and told to them is ours.
_TOLD_LATE = re.compile(
    rf"{AND_ALSO}(?:(?:i|we)\s+)?(?:told|warned|let)\s+(?:her|him|them|{NAME})\s+(?:know\s+)?(?:that\s+)?(?:the|our|my)\s+(?P<thing>[^,;]{{2,40}}?)\s+(?:slips|slides|moves|is\s+pushed|is\s+delayed|slipped|moved)\s+(?=to\s)",
    re.IGNORECASE,
)
# "give me three weeks": then they want to hear from us.
_GIVE_ME = re.compile(
    r"^(?P<lead>(?:(?:just|pls|please|so|and)\s+)*)give\s+(?:me|us)\s+(?P<long>(?:an?|one|two|three|four|five|six|\d{1,2}|a\s+(?:few|couple\s+of))\s+(?:more\s+)?(?:days?|weeks?|wks?|months?)|a\s+fortnight)[\s.!]*$",
    re.IGNORECASE,
)
_WALKTHRU = re.compile(r"(?P<lead>\b(?:an?|the|our|another|next|first)\s+)walk-?\s?thru\b", re.IGNORECASE)
_SOMETIME = re.compile(r"\b(?:some\s?time|at\s+some\s+point)\s+(?=(?:w/c|(?:the\s+)?w(?:ee)?k\s+of|next\s+w(?:ee)?k)\b)", re.IGNORECASE)  # fmt: skip
_SO_LONG = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:an?\s+)?(?:\d{{1,3}}|half)[\s-]?(?:min(?:ute)?s?|hr|hour)\s+(?=(?:call|demo|meeting|mtg|visit|chat|review|sync)\b)(?!.*\b(?:today|just\s+now|earlier|yesterday|went|was|this\s+morning)\b)",
    re.IGNORECASE,
)
# "brother checks with the bank": whose it is, nobody writes.
_KIN = re.compile(
    rf"(?P<lead>{AND_ALSO})(?P<who>brother|sister|wife|husband|son|daughter|accountant|bookkeeper|lawyer|landlord)\s+(?=(?:checks|talks|speaks|signs|decides|reviews|sends|asks|pays|calls)\b){_BY_A_DAY}",
    re.IGNORECASE,
)
_THEIR_CELL = re.compile(
    rf"(?P<lead>{AND_ALSO})(?:(?:her|his|their|the)\s+)?(?:cell|mobile|landline|desk\s+line|direct\s+line)(?=\s+(?:tmrw|tomorrow|tonight|mon|tue|wed|thu|fri|next|\d))",
    re.IGNORECASE,
)


def _ours(found: re.Match[str]) -> str:
    """ "AE checks": "I check", as the writer would say it of themselves."""
    verb = found["verb"].lower()
    plain = base_verb(verb) if verb.endswith("s") else None
    return f"I {plain or verb}"


# One after another: what the one has made plain, the next may read.
_PLAIN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_SOMETIME, ""),
    (_SO_LONG, r"\g<lead>"),
    (_KIN, r"\g<lead>their \g<who> "),
    (_THEIR_CELL, r"\g<lead>try"),
    (_GIVE_ME, r"\g<lead>call me in \g<long>"),
    (_WALKTHRU, r"\g<lead>walkthrough"),
    (_WRITER, _ours),
    (_STILL_HANDS, r"\g<who> "),
    (_HAS_THEM, r"\g<who> will "),
    (_GETTING_US, r"\g<who> will send \g<us> "),
    (_I_CONFIRM, r"\g<lead>will confirm "),
    (_CHECKS_IN, r"\g<lead>call them"),
    (_HOSTS, "has us over"),
    (_SAID_ID_CALL, r"will \g<verb> them again"),
    (_ROUND, r"\g<lead>meeting"),
    (_TOLD_LATE, r"our \g<thing> moved "),
)


def plainer(clause: str) -> str:
    for told, plain in _PLAIN:
        clause = told.sub(plain, clause)
    return clause
