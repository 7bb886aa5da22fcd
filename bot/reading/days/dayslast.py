"""A clause in its plain order: who, what, and its one day at the end. "By Tuesday she gets me the specs" has it in front.

Signs become the words they stand for: an arrow is "to", a name in brackets behind a thing is whom it comes from.
"""

import re
from collections.abc import Sequence

from bot.reading.calendar.datewords import DateReading
from bot.reading.words.openverbs import THIRD, is_act, is_plain_act
from bot.reading.words.speech import NAME

_ARROW = re.compile(r"\s*(?:-+>|=+>|→|⇒)\s*")
_OWNER = re.compile(rf"^(?P<thing>[^()\d][^()]{{0,60}}?)\s+\((?P<who>me|us|mine|ours|her|him|them|{NAME})\)(?=\s|$)")
_OWNER_IS = re.compile(
    rf"^(?P<who>(?i:me|us|her|him|them)|{NAME})\s*=\s*(?:(?i:to)\s+)?(?P<thing>(?i:[a-z]).{{0,80}})$"
)
_WHOLE = {"mine": "me", "ours": "us"}
_BESIDE = re.compile(r"\b(?:just|now|finally|surely|definitely|hopefully)\s+", re.IGNORECASE)
_OBJECT = re.compile(
    rf"^\s+(?:(?:from|by|to)\s+(?:me|us|her|him|them|(?:our|my|his|her|their)\s|{NAME})|(?:the|an?|our|my|his|her|their|its|all|both|two|three|some|me|us|it|them)\b)",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(r"^(?:on|by|before|am|until)\s+$", re.IGNORECASE)


def plain_signs(clause: str) -> str:
    """ "layout (me) Wed" and "me = layout Wed" -> "layout from me Wed"; "layout -> Dana" -> "layout to Dana"."""
    clause = _BESIDE.sub("", _ARROW.sub(" to ", clause))
    found = _OWNER_IS.match(clause)
    if found:
        return f"{found['who']} to send {found['thing']}"
    found = _OWNER.match(clause)
    if not found:
        return clause
    who = _WHOLE.get(found["who"].lower(), found["who"])
    return f"{found['thing']} from {who}{clause[found.end() :]}"


def day_last(clause: str, dates: Sequence[DateReading]) -> str:
    """The same with its day at the end; unchanged where there are more, or where it is there already."""
    if len(dates) != 1:
        return clause
    before, day, behind = clause[: dates[0].start], clause[dates[0].start : dates[0].end], clause[dates[0].end :]
    rest = behind.strip(" ,:.")
    if not rest:
        return clause
    if not before.strip(" ,") or _ON_A_DAY.match(before):
        return f"{rest} {before.strip(' ,')} {day}".replace("  ", " ")
    return f"{before.strip(' ,')} {rest} {day}" if _OBJECT.match(behind) else clause


_IS_WHEN = re.compile(
    r"^\s*(?:is|['’]s)\s+(?:(?:the\s+(?:day|date)\s+)?when|the\s+(?:day|date)(?:\s+(?:that|on\s+which))?)\s+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"^(?:i|we|she|he|they|{NAME}|(?:the|our|my|her|his|their)\s+[a-z])(?:['’]\w+)?\b")
_PLAN = re.compile(
    rf"^(?:call|ring|phone|buzz|cb|try|chase|nudge|ping|see|visit)\s+(?:again|back|her|him|them|{NAME})\b(?!.*\bthen$)"
)  # "September call her back then" is a wait, which has its own rule
_TODAY = re.compile(r"today\b", re.IGNORECASE)
_PART = r"(?:in\s+the\s+)?(?:(?:early|late|mid)[\s-]?)?(?:morning|afternoon|evening|[ap]m|after\s+(?:lunch|work)|before\s+lunch)"
_PART_BEFORE = re.compile(rf"^(?:{_PART}(?:\s+on)?|on)?$", re.IGNORECASE)
_PART_BEHIND = re.compile(rf"^[\s,]*{_PART}\b(?=[\s,]+\S)", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"(?:(?:and|but|then|so)\s+)*(?P<who>i|we|she|he|they|{NAME}|(?:their|her|his)\s+[\w'’-]+)(?:\s+on)?$",
    re.IGNORECASE,
)
_DOES = re.compile(rf"\s+(?P<verb>(?-i:{THIRD})|[a-z]+)(?P<rest>\s+\S.*)$")


def day_from_between(clause: str, dates: Sequence[DateReading]) -> str:
    """ "Minh tomorrow laminates the batch" in its plain order: the day stands between who acts and what is done."""
    who = _BETWEEN.match(clause[: dates[0].start].strip()) if len(dates) == 1 else None
    does = _DOES.match(clause, dates[0].end) if who else None
    if not who or not does or dates[0].not_before or dates[0].past:
        return clause
    verb, subject = does["verb"], who["who"].lower()
    is_plain = subject in {"i", "we", "they"} and is_plain_act(verb, does["rest"])
    if not (is_plain or (subject not in {"i", "we"} and verb.endswith("s") and is_act(verb, does["rest"]))):
        return clause
    return f"{who[0].removesuffix(' on')}{does[0]} {dates[0].text}"


def day_from_front(clause: str, dates: Sequence[DateReading]) -> str:
    """ "by Monday I owe her a sketch" in its plain order, where somebody acts behind the day; "Monday demo" stays. "3/24 is when she signs" and "tmrw call her" too."""
    if len(dates) != 1 or not _PART_BEFORE.match(clause[: dates[0].start].strip(" ,")) or dates[0].not_before:
        return clause
    behind = _IS_WHEN.sub(" ", clause[dates[0].end :], count=1)
    clause = f"{clause[: dates[0].end]}{behind}"
    part = _PART_BEHIND.match(behind)
    acts = behind[part.end() if part else 0 :].strip(" ,:.")
    is_plan = _PLAN.match(acts) and not _TODAY.match(dates[0].text)  # "today call Dana" may have been
    if not (_SUBJECT.match(acts) or is_plan):
        return clause
    return f"{acts} {clause[: dates[0].end].strip(' ,')}{part[0] if part else ''}"
