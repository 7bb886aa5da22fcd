"""A thing and whose it is, with no verb: "retest by them", "rework on our side", "hers back signed", "her lawyer's ok". See telegraph."""

import re

from bot.phrases import base_verb
from bot.reading.grammar.agents import ROLES, THEM, US, base_of_past, is_us
from bot.reading.promises.bygrammar import is_handed_over
from bot.reading.steps.meetings import TALKS
from bot.reading.words.leads import AND_ALSO
from bot.reading.words.speech import NAME

_MOVES = r"stop|swing|drop|come|pop|pass|go|run|walk|fly|drive|stand|get|close"
_BY = re.compile(
    rf"{AND_ALSO}(?P<thing>(?!(?:{_MOVES})(?:s|es|ing|p?ed|ping|ming)?\b)\S.{{0,60}}?)\s+(?:(?:is|are|due|comes?|coming|to\s+(?:be\s+)?(?:her|him|them|us|me))\s+)*(?:(?:by|from|via)\s+(?P<who>{US}|{THEM})|(?:on|at|from)\s+(?P<side>our|my|her|his|their|{NAME}['’]s)\s+(?:side|end|part))$",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"{AND_ALSO}(?:(?P<whose>hers|theirs|his|mine|ours)\s+(?:(?:is|will\s+be|comes?|goes|to\s+come)\s+)?|(?=back\s+\w+ed\b))(?P<how>back\s+)?(?P<done>[a-z]+ed(?:[\s-](?:up|out|in|off))?|done|in|over|ready|out|back)?$",
    re.IGNORECASE,
)
_NOUN = r"(?!(?:is|are|was|were|has|had|will|said|says|wants?|needs?|would|can|must|should|to|and|or|not|no|in|on|at|for|from|with|of|by|up|out|off|back|due|comes?|coming)\b)[a-z][\w-]*"
_THEIR_OWN = re.compile(
    rf"{AND_ALSO}(?P<thing>(?:(?:her|his|their)\s+(?:[a-z]+['’]s\s+)?|(?:the\s+)?(?P<whose>[a-z]{{2,}}|{NAME})['’]s\s+){_NOUN}(?:\s+{_NOUN}){{0,2}})(?:\s+(?:is|are|comes?|coming|will\s+be|in|back|due))*$",
    re.IGNORECASE,
)
HAPPENS = re.compile(
    rf"\b(?:{TALKS}|deadlines?|lease|contract|terms?|year|budget|birthday|holidays?|vacation|pto|leave|move|office|opening|launch|go-?live|board|event|show|fair|quarter|renewal|season|shift|crew|team|boss|return|trip|flight|surgery|wedding|audit|merger|project|site|plant|store|shop|warehouse|move-?in|start|end|close|time|install(?:ation)?|go\s+live|walk-?\s?through|roll-?out|delivery|switch-?over|cut-?over|first\s+payroll|pay\s?day|inspection|hearing|slot|agm|place|line|people|guys?|new|rent|tax(?:es)?|loan|fees?|premium|bills?|mortgage|subscription|filing|payroll|thesis|exam|licen[cs]e|wife|husband|baby)s?$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"^\s*(?:by|before|due|no\s+later\s+than)\b", re.IGNORECASE)
_NOT_THEIRS = frozenset(
    "today tomorrow it that what there here let who monday tuesday wednesday thursday friday week month year".split()
)


def by_owner(bare: str, when: str) -> str:
    """ "patch from our eng", "vpn config by their network guy", "rework on our side"."""
    found = _BY.match(bare)
    if not found or not is_handed_over(found["thing"]) or re.search(rf"\b{TALKS}s?$", found["thing"], re.IGNORECASE):
        return ""
    who = found["who"] or found["side"]
    return f"{'I' if is_us(who) else 'they'} will send {found['thing']}{when}"


def back_from_owner(bare: str, when: str) -> str:
    """ "hers back signed", behind what we send."""
    found = _BACK.match(bare)
    if not found or not (found["how"] or found["done"]):
        return ""
    done = found["done"] or ""
    if done.endswith("ed") and not base_of_past(done.split()[0].split("-")[0]):
        return ""
    whose = found["whose"] or "it"
    who = "I" if whose.lower() in {"mine", "ours"} else "they"
    return " ".join(f"{who} will send {whose} {found['how'] or ''} {done}{when}".split())


_MINE = re.compile(rf"{AND_ALSO}(?P<who>me|us)\s+(?P<thing>(?:an?|the|our|my|some)\s+\S.{{0,60}})$", re.IGNORECASE)


_IS_TO_DO = re.compile(
    rf"{AND_ALSO}(?:(?:it|that|this)(?:['’]s|\s+is)\s+)?(?:(?P<us>mine|ours)|hers|his|theirs)\s+to\s+(?P<act>[a-z]+)(?P<how>(?:\s+(?:over|out|back|up|off))?)$",
    re.IGNORECASE,
)


def mine(bare: str, when: str) -> str:
    """ "Bruno does a list by the 18th, me a revised schedule by the 20th", "mine to draw by Tue": ours to do."""
    to_do = _IS_TO_DO.match(bare)
    if to_do and base_verb(to_do["act"]) == to_do["act"].lower():
        return f"{'I' if to_do['us'] else 'they'} will {to_do['act']} it{to_do['how']}{when}"
    found = _MINE.match(bare) if _DEADLINE.match(when) else None
    return f"I will send {found['thing']}{when}" if found and is_handed_over(found["thing"]) else ""


def their_own(bare: str, when: str) -> str:
    """ "his countersign by month end", "her lawyer's ok by Tuesday": what is theirs, and due by a day."""
    found = _THEIR_OWN.match(bare) if _DEADLINE.match(when) or bare.lower().endswith(" due") else None
    if not found or HAPPENS.search(found["thing"]) or (found["whose"] or "").lower() in _NOT_THEIRS:
        return ""
    return f"they will send {found['thing']}{when}"


_ARRIVES = re.compile(
    rf"{AND_ALSO}(?:(?P<thing>(?:(?:her|his|their)\s+(?:[a-z]+['’]s\s+)?|(?:the\s+|their\s+)?(?:(?:{ROLES})['’]?s|{NAME}['’]s)\s+){_NOUN}(?:\s+{_NOUN}){{0,2}}?)\s+(?:(?:will\s+|should\s+)?(?:lands?|arrives?|follows?)|is\s+(?:landing|arriving)))"
    rf"|{AND_ALSO}(?P<any>(?:(?:the|two|three|their|her|his)\s+)?{_NOUN}(?:\s+{_NOUN}){{0,3}}?)\s+(?:will\s+|should\s+)?(?:reach(?:es)?|gets?\s+to|lands?\s+(?:with|on|in))\s+(?:us|me|(?:my|our)\s+(?:desk|inbox|hands|lap))$",
    re.IGNORECASE,
)
# Who comes, or is driven here, is no paper of theirs.
_TRAVELS = re.compile(
    r"\b(?:plane|flight|train|truck|lorry|van|car|ship|vessel|boat|container|crane|shipment|delivery|pallets?|stock|goods|baby|\w+(?:er|or|ist|man|woman|ant)|replacement|hires?|news|word)$",
    re.IGNORECASE,
)


def arrives(bare: str, when: str) -> str:
    """ "legal's version lands Wed": what is theirs and arrives, they send."""
    found = _ARRIVES.match(bare)
    thing = (found["thing"] or found["any"]) if found and found.end() == len(bare) else ""
    if not thing or HAPPENS.search(thing) or _TRAVELS.search(thing) or not is_handed_over(thing):
        return ""
    return f"they will send {thing}{when}"
