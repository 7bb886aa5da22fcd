"""Whom we deal with works elsewhere now: of two companies in a line, which is the new one.

Only of a person is it read, and never of a thing that moves ("moved the demo from Acme to Kestrel").
"""

import re
from collections.abc import Sequence

from bot.reading.people.atwork import is_no_name

_ARROW = re.compile(r"\s*(?:[-–=~]{0,3}>+|→|➔|➡\ufe0f?|⇒)\s*(?:to\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s*,?\s*(?:over\s+|on\s+)?(?:to|for|into)\s+(?:join\s+)?(?:the\s+)?", re.IGNORECASE)
_DET = r"(?:(?:his|her|their|old|previous|former|the|my)\s+)*"
_JUMPED = r"(?:jumped\s+ship|changed\s+(?:jobs?|employers?|compan(?:y|ies)|sides|hats)|switched\s+(?:jobs?|employers?|compan(?:y|ies)|sides)|defected|got\s+poached|was\s+poached|poached|headhunted|new\s+(?:job|gig|role))"
# Right before the old company: whatever else is moved has its name there.
_LEFT_FROM = re.compile(
    rf"(?:(?:\b(?:has|have|is|was|just|now|recently)|['’]s)\s+){{0,3}}\b(?P<how>(?:moved|moves|moving|gone|went|switched|switches|jumped|transferred)(?:\s+(?:over|across|on))?|{_JUMPED})\s*[,:]?\s+from\s+{_DET}$",
    re.IGNORECASE,
)
_LEFT_FOR = re.compile(rf"\b(?:left|leaves|leaving|quit)\s+{_DET}$", re.IGNORECASE)
_SOMEBODY = re.compile(r"(?:^|[,;.:]\s*)(?:(?P<them>she|he|they)|(?P<name>[^\W\d_][\w'’-]+))\s*$", re.IGNORECASE)
_WAS_AT = re.compile(
    rf"(?:(?:^|[\s,(])(?:ex[\s-]|formerly\s+|previously\s+|used\s+to\s+(?:be|work)\s+|late\s+of\s+|once\s+|was\s+|were\s+|came\s+from\s+|back\s+at\s+|until\s+(?:recently|lately|\w+)\s+)(?:at|of|with|from)?\s*{_DET}$|(?:instead\s+of|no\s+longer\s+(?:at|with)|not\s+at)\s+{_DET}$)",
    re.IGNORECASE,
)
_NEW_JOB = re.compile(rf"\b{_JUMPED}\b", re.IGNORECASE)
_HAS_MOVED = re.compile(
    r"(?:['’]s|\s+has|\s+have)\s+moved(?=\s*(?:$|[,:;(–-]))|\s+moved\s+(?:jobs|companies|on)\b", re.IGNORECASE
)
_ONLY_WHO = re.compile(r"(?:['’]s|\s)*(?:(?:is|has|was|now|just|moved|gone|went)\s*)*[\s,:;(–-]*", re.IGNORECASE)

Place = tuple[int, int]


# Words without which no line tells of a move: looked for before any deal is.
_MAY_TELL = re.compile(
    rf"[-–=~]>|[→➔➡⇒]|\b(?:moved|moves|moving|went|gone|switched|crossed|hopped|jumped|transferred|left|leaves|leaving|quit|formerly|previously|used\s+to|{_JUMPED})\b|\bex[\s-]",
    re.IGNORECASE,
)


def may_tell_move(text: str) -> bool:
    return bool(_MAY_TELL.search(text))


def new_place(text: str, companies: Sequence[Place], people: Sequence[Place]) -> int | None:
    """Which of two companies somebody works at now; None where no move is told, and -1 where either may be the new one."""
    if len(companies) != 2:  # noqa: PLR2004 - the old one and the new one
        return None
    (start, end), (begin, _) = companies
    before, between = text[:start], text[end:begin]
    is_move = bool(people) and _is_move(before, people)
    if _ARROW.fullmatch(between):
        return 1 if is_move or _is_of_person(before, people) else None
    if _TO.fullmatch(between) and (is_move or _LEFT_FOR.search(before) or _has_left(before, people)):
        return 1
    if _WAS_AT.search(before):
        return 1
    if _WAS_AT.search(between):
        return 0
    return -1 if is_move else None


def _is_move(before: str, people: Sequence[Place]) -> bool:
    """ "dana's moved, …", "tom, new job: …"."""
    return bool(_NEW_JOB.search(before)) or any(_HAS_MOVED.match(before, end) for _, end in people)


def _has_left(before: str, people: Sequence[Place]) -> bool:
    """ "kofi moved from …", and not "budget moved from …"."""
    found = _LEFT_FROM.search(before)
    if found is None or _NEW_JOB.fullmatch(found["how"]):
        return found is not None
    who = before[: found.start()].rstrip()
    if any(end == len(who) for _, end in people):
        return True
    named = _SOMEBODY.search(who)
    return named is not None and bool(named["them"] or not is_no_name(named["name"]))


def _is_of_person(before: str, people: Sequence[Place]) -> bool:
    """ "dana: acme → vantage": nothing but who it is stands before it."""
    last = max((end for _, end in people if end <= len(before)), default=None)
    return last is not None and bool(_ONLY_WHO.fullmatch(before, last))
