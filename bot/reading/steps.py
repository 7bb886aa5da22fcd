"""The next step in a clause: agreed, moved, wished for by them, or called off; and a day before which they want nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.model import Side
from bot.reading.clauses import clause_of
from bot.reading.countrules import on_from
from bot.reading.datewords import NUMBER, DateReading, count_of
from bot.reading.persons import is_person
from bot.reading.speech import NAME
from bot.reading.waiting import after_event, puts_off


@dataclass(frozen=True)
class Step:
    """`what` is empty when only the day is told: then it is the step that was open. Not `agreed`: they wish for it."""

    what: str
    date: DateReading
    raw: str
    agreed: bool = True
    is_plan: bool = False  # not agreed, and nobody's wish but ours: "I'll try again Friday"
    is_moved: bool = False  # it was agreed before, for another day: nothing is won by it


@dataclass(frozen=True)
class Dropped:
    """A step that will not be. Without `what` and `days` it is the one that was open."""

    what: str = ""
    days: tuple[date, ...] = ()


_STEP_NAMES = {
    "ring": "call", "speak": "call", "talk": "call", "meet": "meeting", "site visit": "visit", "mtg": "meeting", "appt": "appointment", "cb": "call",
    "callback": "call", "call back": "call", "call-back": "call", "rückruf": "call", "telefonat": "call", "termin": "meeting", "rdv": "meeting", "rendez-vous": "meeting", "rendezvous": "meeting", "reunión": "meeting", "reunion": "meeting", "riunione": "meeting", "møte": "meeting", "f2f": "meeting", "afspraak": "meeting", "besprechung": "meeting", "treffen": "meeting", "llamada": "call", "appel": "call", "rappel": "call", "démo": "demo", "walk thru": "walkthrough", "walkthru": "walkthrough",
    "walk-thru": "walkthrough", "walk-through": "walkthrough", "ref call": "reference call", "3way": "call", "3-way": "call", "three-way": "call", "threeway": "call", "next call": "call", "kick off": "kickoff",
}  # fmt: skip
_KIND = r"(?:review call|site visit|call|demo|meeting|visit|lunch|workshop|trial|kick-?off)"
_WHO = rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME})\s*)?"
_ANYBODY = rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|i|we|{NAME})\s+)?(?:(?:has|have|had)\s+(?:to\s+)?)?"
_OUR = r"(?:(?:the|our|that|this|his|her|their|my|tomorrow['’]?s|today['’]?s)\s+)*"
_DONT_CALL = re.compile(
    r"\b(?:don['’]?t|do not|not|no (?:call|contact))\b.{0,40}\b(?:before|until|till?)\b"
    r"|\bno\s+(?:more\s+)?(?:follow[- ]?ups?|chas(?:e|es|ing)|calls?|calling|e-?mails?|contact|messages?|pressure|news)\b.{0,40}\b(?:before|until|till?)\b"
    r"|\b(?:leave|give)\s+(?:her|him|them|it|this)\b(?!\s+(?:to|with)\b).{0,30}\b(?:until|till?)\b|\b(?:hold(?:ing)?\s+off|back\s+off)\b.{0,30}\b(?:until|till?)\b",
    re.IGNORECASE,
)
_NOTHING_BEFORE = re.compile(r"\bnothing\b.{0,40}\b(?:before|until|till?)\b", re.IGNORECASE)
# Nobody asked us to wait, and yet nothing happens before that day: "budget freeze til april", "I won't send it before Monday".
_NOT_BEFORE = re.compile(
    r"\b(?:(?:nobody|no\s?one|none\s+of\s+(?:us|them))\b|no\s+(?:budget|money|funds|cash|decisions?|progress|movement|spend(?:ing)?|purchases?|go-?ahead|chance|time)"
    r"|nothing(?:\s+(?:will\s+)?(?:happens?|moves?|gets))?|(?:on\s+hold|paused?|parked?|shelved)|(?:budgets?|spend(?:ing)?|hiring|purchas\w+|procurement|cash)(?:['’]s)?\s+(?:is\s+|are\s+)?(?:on\s+ice|frozen|locked|closed|blocked|on\s+hold|stopped|paused)"
    r"|(?:budget|spend(?:ing)?|hiring|purchas\w+|procurement|change|code)\s+(?:freeze|stop|ban|lock|moratorium)|(?:everything|it\s+all|all|it|the\s+project|project|deal|this)(?:['’]s)?\s+(?:is\s+)?(?:on\s+ice|frozen|blocked|stalled)"
    r"|(?:wait|waiting|waits|sit(?:ting)?\s+tight))\b.{0,40}?\b(?:before|until|till?)\b",
    re.IGNORECASE,
)
_WILL_NOT = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME}|(?:(?:the|her|his|their)\s+)?(?:cfo|ceo|cto|coo|boss|legal|finance|procurement|purchasing|board|management|team))\s+(?:really\s+|still\s+)?"
    r"(?:(?:wo|ca|could|would|do|does)\s?n['’]?t|cannot|can\s+not|will\s+not|is\s+not|are\s+not|is\s?n['’]?t|are\s?n['’]?t|never)(?!\s+make\b)"
    r"|(?:i|we)(?:['’](?:m|re|ll)|\s+(?:am|are|will))?\s+(?:(?:wo|ca)\s?n['’]?t|are\s?n['’]?t|cannot|not|never)\s+(?:be\s+)?(?:send|call|ring|contact|chase|write|email|do|push|follow|bother|press|act|hear)(?:ing)?\b)"
    r".{0,60}?\b(?:before|until|till?)\b",
    re.IGNORECASE,
)
_RESTART_ALONE = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:let['’]?s\s+)?(?:revisit|restart|resume|reconnect|pick\s+(?:it|this|things)\s+(?:back\s+)?up(?:\s+again)?|talk\s+again)(?:\s+(?:it|this|again))*(?:\s+(?:in|around|about|until))*$",
    re.IGNORECASE,
)
# "ask us again in May", "she said try me again in September": for a time of weeks or longer; "call me back on Tuesday" is a call.
_ASK_AGAIN = re.compile(
    rf"{_WHO}(?:(?:(?:said|says|suggest(?:s|ed)?|told|asked|wants?|would\s+like|['’]d\s+like)\s+)(?:(?:me|us|that|to|i|we|should)\s+)*)?(?:please\s+|best\s+|better\s+|just\s+)*"
    r"(?:(?:ask|try|call|ring|phone|contact|approach|talk|speak|chase|e-?mail|write\s+to|ping)\s+(?:(?:me|us|it|her|him|them)\s*(?:again|back)?|again|back)?"
    r"|(?:come|get|check|circle|reach)\s+(?:back|again|in\s+touch|out\s+again)(?:\s+(?:to|in|with|again|on|touch|me|us|her|him|them|it|this))*)"
    r"(?:\s+(?:again|back|sometime|some\s+time|about\s+(?:it|this)|in|around|about|after|from|at|the))*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^(?:after|not\s+before)\b", re.IGNORECASE)
_WEEKS_AWAY = re.compile(r"\b(?:weeks?|months?|quarters?|year)\b", re.IGNORECASE)
_BEFORE_MONTH = re.compile(
    r"^before\s+(?:q[1-4]|h[12]|(?![a-z]+day\b|(?:mon|tues?|weds?|thur?s?|fri|sat|sun)\b)[a-z]+)(?:\s+20\d\d)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"^(?:not |until|till?\b|before|after)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:deputy|stand[- ]?in|(?:goes?|going) ahead|still on|without (?:her|him|them)|in (?:her|his|their) (?:place|stead))\b",
    re.IGNORECASE,
)
_WANTS = r"(?:wants?|(?:would|['’]d)\s+(?:like|prefer|rather)|prefers?|asked(?:\s+(?:me|us))?|asks(?:\s+(?:me|us))?|hopes|suggests?|suggested|proposes|proposed)\b\s*"
_RESTART = re.compile(
    rf"{_WHO}{_WANTS}(?:to\s+)?(?:restart|resume|revisit|reconnect|pick\s+(?:it|this|things|that)?\s*(?:back\s+)?up|(?:talk|speak|start)\s+again"
    r"|(?:come|get)\s+back\s+to\s+(?:it|this|us)|wait|pause|hold off|(?:leave|park)\s+(?:it|this))"
    r"(?:\s+(?:it|this|things|again|the\s+(?:talks?|conversation|discussions?|project|evaluation|trial|pilot|process)))*"
    r"(?:\s+(?:in|until|till|from|around|about|for|the))*$",
    re.IGNORECASE,
)
_WISH = re.compile(
    rf"(?:{_WHO}{_WANTS}(?:for\s+)?(?:to\s+)?|^(?:could|can)\s+(?:we|you)\s+|^let['’]?s\s+)"
    rf"(?:(?:push|move|shift|reschedule)(?:\s+back)?(?:\s+(?:to|for))?|(?:do|have|move|push|shift|reschedule|make|hold)\s+(?:it|that|this|{_OUR}(?P<moved>{_KIND})|a\s+(?P<new>{_KIND}))(?:\s+(?:back|to|for|on))*"
    rf"|(?P<talk>meet|talk|speak)(?:\s+again)?|(?:{_OUR}|an?\s+)(?P<named>{_KIND})(?:\s+(?:on|for|to))?)$",
    re.IGNORECASE,
)
_RATHER = re.compile(
    rf"(?:{_WHO}{_WANTS}(?:to\s+)?|^(?:could|can)\s+(?:we|you)\s+)(?:do|say|make\s+it)?$|^(?:let['’]?s\s+)?(?:do|try|make it|say)$",
    re.IGNORECASE,
)
_CAN_DO = re.compile(rf"{_WHO}(?:can|could)\s+(?:only\s+)?(?:do|make)(?:\s+it)?$", re.IGNORECASE)
_MOVED = re.compile(
    rf"{_ANYBODY}{_OUR}(?:(?P<what>{_KIND})\s+)?(?:(?:is|was|has been|had to be|got|gets|has|['’]s|is being|will be)\s+)?(?:now\s+|been\s+)?"
    r"(?:mov(?:e|ed|ing)|push(?:ed|ing)?|slipped|bumped|slid|switched|changed|swapped|postponed?|resched(?:uled?)?|shift(?:ed)?|delay(?:ed)?|put off|put back|brought forward|re-?book(?:ed)?|rearranged?)"
    rf"(?:\s+(?:it|{_OUR}(?P<thing>{_KIND})))?(?:\s+(?:back|out|forward|on))?(?:\s+(?:to|until|till|for))*"
    r"(?P<unread>\s+(?:(?:early|mid|late|next|the|new|some ?time|in)\s+)*(?:week|month|year|spring|summer|autumn|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))?$",
    re.IGNORECASE,
)
_ON_BY = re.compile(
    rf"\s+(?:(?:back|out)\s+)?(?:by\s+)?(?:about\s+)?{NUMBER}\s+(?P<unit>days?|weeks?|wks?|fortnights?|months?|business\s+days?)(?:\s+later)?$",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|it|we|{NAME})(?:['’]s)?\s+)?(?:(?:is|was|has|have|had|been|to)\s+)*postponed?(?:\s+(?:it|for\s+now))*$",
    re.IGNORECASE,
)
_CANT_MAKE = re.compile(
    rf"^(?:(?:and|but|then|so|sorry|also|now|unfortunately|sadly)\s+)*(?:(?:she|he|they|we|i|(?P<who>{NAME}))\s+)?(?:(?:also|now|really|just|probably|is|are|am)\s+)*"
    r"(?:can['’]?t|cannot|can not|could ?n['’]?t|won['’]?t|(?:won['’]?t be |not |un)able to)\s+(?P<verb>make|do|attend|join|come to)"
    rf"(?:\s+(?:it|to|on|for))*(?P<its>\s+{_OUR}(?P<what>{_KIND})?)?(?:\s+(?:on|any ?more|after all|now|instead))*$",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    rf"{_ANYBODY}(?:cancel(?:s|led|ed)?|call(?:ed|s)? off|postponed?|scrapped)\s+{_OUR}(?P<what>{_KIND})(?:\s+(?:on|for))?$",
    re.IGNORECASE,
)
_IS_OFF = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*{_OUR}(?P<what>{_KIND})(?:['’]s)?(?:\s+on)?\s+(?:(?:is|was|got|gets|has been)\s+)?(?:cancell?ed|off|called off|postponed)"
    r"(?:\s+(?:for now|by (?:her|him|them)|(?:because|due to)\b.*))?$",
    re.IGNORECASE,
)


def moved_step(clause: str, dates: Sequence[DateReading], *, alone: bool) -> Step | Dropped | None:
    """ "demo moved to Mon 10am"; with `alone`, also "postponed until Mon", which names no step."""
    on = _moved_on(clause, dates)
    if on:
        clause, dates = clause[: on.end], (replace(dates[0], on=on.on, first_on=None, at=""),)
    rest = re.sub(r"\s+same\s+(?:time|slot)$|\bfrom\s+(?=to\b)", "", _without(clause, dates), flags=re.IGNORECASE)
    if alone and not dates and _POSTPONED.match(rest):
        return Dropped()
    found = _MOVED.match(rest)
    if not found:
        return None
    what = kind_of(found["what"] or found["thing"])
    if not (what or alone):
        return None
    target = dates[-1] if dates else None
    if target and target.on and not target.first_on and not found["unread"]:
        return Step(what, target, clause, is_moved=True)
    return Dropped(what) if what else None


def _moved_on(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """ "our 3/19 call by a week": so long after the day that it had; `end` is where the clause ends without that."""
    found = _ON_BY.search(clause) if dates and dates[0].on and not dates[0].first_on else None
    if not found or found.start() < dates[0].end or any(day.start < found.start() for day in dates[1:]):
        return None
    on = on_from(dates[0].on, count_of(found["number"]), found["unit"].lower()) if dates[0].on else None
    return replace(dates[0], on=on, end=found.start()) if on else None


def wished_step(clause: str, dates: Sequence[DateReading]) -> Step | None:
    """ "wants to do it Mon 10am instead": a day of theirs, which nobody has agreed to yet."""
    if len(dates) != 1 or dates[0].on is None or dates[0].first_on or dates[0].not_before:
        return None
    rest = _without(clause, dates)
    bare = re.sub(r"\s+(?:instead|if possible|please|rather)\b", "", rest, flags=re.IGNORECASE).strip()
    found = _WISH.match(bare)
    if found:
        talk = {"meet": "meeting", "talk": "call", "speak": "call"}.get((found["talk"] or "").lower(), "")
        return Step(talk or kind_of(found["moved"] or found["new"] or found["named"]), dates[0], clause, agreed=False)
    rather = _CAN_DO.match(bare) or (("instead" in clause.lower() or dates[0].at) and _RATHER.match(bare))
    return Step("", dates[0], clause, agreed=False) if rather else None


def dropped_step(clause: str, dates: Sequence[DateReading], people: Sequence[str] = ()) -> Dropped | None:
    """ "can't make the demo tomorrow", "cancelled the meeting", "call is off"; not "our engineer can't attend"."""
    its = [reading for reading in dates if not _UNTIL.match(reading.text)]
    days = tuple(day for reading in its for day in ((reading.on,) if reading.on else reading.choices))
    rest = _without(clause, dates)
    found = None if "?" in clause else _CANT_MAKE.match(rest)
    if found and found["who"] and not is_person(found["who"], people):
        return None
    if found:
        named = found["what"] or days or (found["verb"].lower() == "make" and rest.lower().endswith("make it"))
        return Dropped(kind_of(found["what"]), days) if named else None
    found = _CALLED_OFF.match(rest) or _IS_OFF.match(rest)
    return Dropped(kind_of(found["what"]), days) if found else None


def cannot_come(clause: str, dates: Sequence[DateReading]) -> bool:
    return bool(_CANT_MAKE.match(_without(clause, dates)))


def goes_on(text: str) -> bool:
    """ "can't make it, sending her deputy": the step stands without that person."""
    return bool(_GOES_ON.search(text))


def wait(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """ "don't call before 6 April", "wants to restart mid January": their date, never a promise."""
    if not dates or not (dates[0].first_on or dates[0].on):
        return None
    passed = None if clause_of(clause).side is Side.ours else after_event(clause, dates)
    if passed:
        return passed
    if not asks_to_wait(clause, dates) and not _holds(clause, dates):
        return None
    day = dates[0].first_on or dates[0].on
    if day and _BEFORE_MONTH.match(dates[0].text):
        day = (day + timedelta(days=7)).replace(day=1)  # the last working day of the month before stands for it
    return replace(dates[0], on=day, not_before=True)


def asks_to_wait(clause: str, dates: Sequence[DateReading]) -> bool:
    """Whether they asked for it; else it is only how things are."""
    before = clause[: dates[0].start].strip()
    is_far = dates[0].first_on or dates[0].not_before or _WEEKS_AWAY.search(dates[0].text)
    again = (is_far and (_ASK_AGAIN.match(before) or puts_off(before))) or (
        _AFTER.match(dates[0].text) and _ASK_AGAIN.match(before)
    )
    of_a_day = not dates[0].first_on and _NOTHING_BEFORE.search(clause)  # "nothing until Q1" is how things are
    return bool(
        of_a_day or _DONT_CALL.search(clause) or _RESTART.match(before) or _RESTART_ALONE.match(before) or again
    )


def _holds(clause: str, dates: Sequence[DateReading]) -> bool:
    found = _CANT_MAKE.match(_without(clause, dates))
    if (found and found["what"]) or "?" in clause or not _UNTIL.match(dates[0].text):
        return False
    until = clause[: dates[0].start] + dates[0].text.split(" ")[0]
    return bool(_NOT_BEFORE.search(until) or _WILL_NOT.match(until))


def _without(clause: str, dates: Sequence[DateReading]) -> str:
    for found in reversed(dates):
        behind = re.sub(r"^['’]s\b", "", clause[found.end :])  # "Tuesday's demo"
        clause = f"{clause[: found.start]} {behind}"
    return " ".join(clause.split())


def kind_of(word: str | None) -> str:
    low = (word or "").lower()
    return _STEP_NAMES.get(low, low)
