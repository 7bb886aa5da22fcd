"""Which of the steps in a line is meant: the earlier of two, one of the kind that was off, and none that they hold without us."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.agents import ROLES
from bot.reading.line.heard import Heard
from bot.reading.steps.appointments import bare_step
from bot.reading.steps.meetings import TALKS
from bot.reading.steps.steps import Step
from bot.reading.words.speech import NAME

_WE_DO = re.compile(r"(?:(?:and|but|then|so)\s+)*(?:i|we)\b", re.IGNORECASE)
# "trustees mtg 8/25 is a formality": they gather, and without us.
_THEY_GATHER = re.compile(
    r"^(?:(?:and|but|then|so|the|their|his|her|full)\s+)*(?:(?:board|bd|trustees?|committee|council|directors|faculty|shareholders?|exec(?:utive)?|leadership|budget\s+committee|union|partners|regents|commissioners?)['’]?\s+(?:mtg|meeting|session|retreat|vote|call)|(?:budget|staff|decision|award|approval|selection)\s+(?:mtg|meeting|session)(?!\s+(?:with\b|w\b|w/))(?!\s+(?:is\s+)?(?:set|booked|agreed|confirmed)\b))\b(?!.*\b(?:us|we|our|with\s+me)\b)",
    re.IGNORECASE,
)
# "internal pricing call Fri", "her mtg w/ legal Mon", "call Mon with my boss": each house by itself.
_AMONG_OURSELVES = re.compile(
    rf"(?:(?:the|our|my|weekly)\s+)*(?:(?:internal|forecast|pipeline|deal[\s-]desk|territory|quota|sales\s+team|our\s+team)\s+(?:[a-z]+\s+)?|our\s+team\s+){TALKS}\b(?!\s*(?:with\b|w/))"
    rf"|.*\b{TALKS}\b.*(?:\bwith|\sw/)\s*my\s+(?:boss|manager|lead|director|vp|team|ceo|se)\b(?!\s*(?:,|and\b|&|\+))"
    rf"|(?:{NAME}['’]s|her|his|their)\s+{TALKS}\s*(?:\bwith|\bw/)\s*(?:(?:the|her|his|their)\s+)?(?:{ROLES}|legal|finance|procurement|hr)\b(?!\s*(?:and|&|\+)\s*(?:me|us)\b)",
    re.IGNORECASE,
)
# "board hasn't met, meeting moved to 4/2": theirs, as the board is.
_MEETING_MOVED = re.compile(
    r"^(?:(?:and|but|so|the|their|it|that)\s+)*(?:(?:meeting|mtg|session|vote|it)\s+)?(?:(?:is|was|got|has\s+been)\s+)?(?:now\s+)?(?:moved|pushed|postponed|slid|slipped|bumped|delayed)\b",
    re.IGNORECASE,
)
_NEXT_SITTING = re.compile(
    r"^(?:(?:and|but|so)\s+)*(?:(?:the|their|its)\s+)?next\s+(?:session|meeting|mtg|sitting|vote|one)(?:['’]s)?\s+(?:is\s+|will\s+be\s+)?(?:on\s+)?(?!with\b)",
    re.IGNORECASE,
)
_SIT = r"(?:board|trustees?|committee|council|directors|faculty|shareholders?|partners|regents|commissioners?)"  # who decides among themselves
_SITS = re.compile(rf"\b{_SIT}\b", re.IGNORECASE)
_THEIR_BOARD = re.compile(
    rf"\b{_SIT}\b.{{0,60}}?(?:n['’]?t|\bnot|\bnever|\byet\s+to|\bstill\s+to)\s+(?:me[et]+|sat|sit|vote[d]?|gather(?:ed)?)\b",
    re.IGNORECASE,
)


def they_gather(clause: str, before: str) -> bool:
    """Whether they meet without us; `before` is what was noted before it."""
    is_moved = _MEETING_MOVED.match(clause) and _THEIR_BOARD.search(before)
    return bool(
        _THEY_GATHER.match(clause) or _AMONG_OURSELVES.match(clause) or is_moved or they_sit_next(clause, before)
    )


def they_sit_next(clause: str, before: str) -> bool:
    """ "board tabled it, next session is 4/22": theirs, as the board is."""
    return bool(_NEXT_SITTING.match(clause) and _SITS.search(before))


_TABLED = re.compile(
    rf"\b{_SIT}\b.{{0,30}}?\b(?:tabled|deferred|postponed|punted|pushed|delayed|adjourned|shelved|sat\s+on|ran\s+out\s+of\s+time|did\s?n['’]?t\s+(?:get\s+to|vote|decide|reach)|put\s+(?:it|us|this)\s+off)\b",
    re.IGNORECASE,
)


def they_put_off(clause: str, said: str) -> bool:
    """The same of what they said of their board: that it decided nothing yet."""
    return bool(_NEXT_SITTING.match(clause) and _TABLED.search(said))


def named_apart(clause: str, dates: Sequence[DateReading], heard: Heard) -> Step | None:
    """ "kickoff 15 Jul, call 3/25 2pm": an appointment that stands alone counts where it is another than the one told before."""
    step = None if _WE_DO.match(clause) else bare_step(clause, dates, "", heard.day.today)
    return step if step and step.agreed and step.date.on and step.date.on > heard.day.today else None


def is_sooner(step: Step | None, heard: Heard) -> bool:
    """Of two that are agreed the one that comes first is the next one; the other stays in the note."""
    before = heard.step
    if step is None or not step.agreed or step.is_moved:
        return False
    if step.date.on is None:
        heard.unsure_step = heard.unsure_step or (None if before else step)
        return False
    if before is None:
        heard.step = step
    elif _is_its_day(step, before):
        heard.step = replace(before, date=step.date)
    elif before.date.on and step.what != before.what and step.date.on < before.date.on:
        heard.notes += [] if before.raw in heard.notes else [before.raw]
        heard.step = step
    else:
        return False
    return True


def _is_its_day(step: Step, before: Step) -> bool:
    """ "kickoff in week 13, Mon 23/3 10:00": the hour that stands in the period told before it."""
    first, last, on = before.date.first_on, before.date.last_on, step.date.on
    is_alone = step.what in {"call", before.what} and bool(step.date.at) and not step.date.first_on
    return bool(is_alone and first and last and on and first <= on <= last)


def of_its_kind(heard: Heard, step: Step) -> Step:
    """ "cancelled the demo, new one Tue 10am": one of what was off."""
    if step.what not in {"one", "new one", "another one"}:
        return step
    what = (heard.dropped.what if heard.dropped else heard.named_kind) or "call"
    return replace(step, what=what, is_moved=heard.dropped is not None)
