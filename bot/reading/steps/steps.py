"""The next step in a clause: agreed, moved, wished for by them, or called off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.reading.calendar.clock import bare_hour, office_time
from bot.reading.calendar.countrules import on_from
from bot.reading.calendar.datewords import NUMBER, DateReading, count_of
from bot.reading.naming.persons import is_person
from bot.reading.steps.formerslot import without_former_slot
from bot.reading.words.daynames import MONTH
from bot.reading.words.speech import NAME

Days = tuple[date, ...]


@dataclass(frozen=True)
class Step:
    """`what` is empty when only the day is told: then it is the step that was open. Not `agreed`: they wish for it."""

    what: str
    date: DateReading
    raw: str
    agreed: bool = True
    is_plan: bool = False  # not agreed, and nobody's wish but ours: "I'll try again Friday"
    offered: str = ""  # the words with which we named the day to them: their yes makes a step of it
    is_moved: bool = False  # it was agreed before, for another day: nothing is won by it
    barred: Days = ()  # days of its period that do not suit them


@dataclass(frozen=True)
class Dropped:
    """A step that will not be. Without `what` and `days` it is the one that was open."""

    what: str = ""
    days: tuple[date, ...] = ()


_STEP_NAMES = {
    "ring": "call", "speak": "call", "talk": "call", "meet": "meeting", "site visit": "visit", "mtg": "meeting", "appt": "appointment", "cb": "call",
    "callback": "call", "call back": "call", "call-back": "call", "rückruf": "call", "telefonat": "call", "termin": "meeting", "rdv": "meeting", "rendez-vous": "meeting", "rendezvous": "meeting", "reunión": "meeting", "reunion": "meeting", "riunione": "meeting", "møte": "meeting", "f2f": "meeting", "afspraak": "meeting", "besprechung": "meeting", "treffen": "meeting", "llamada": "call", "appel": "call", "rappel": "call", "démo": "demo", "réunion": "meeting", "vergadering": "meeting", "overleg": "meeting", "visite": "visit", "besichtigung": "visit", "rondleiding": "visit", "présentation": "presentation", "präsentation": "presentation", "presentazione": "presentation", "presentación": "presentation", "démonstration": "demo", "vorführung": "demo", "demonstratie": "demo", "déjeuner": "lunch", "walk thru": "walkthrough", "walkthru": "walkthrough",
    "walk-thru": "walkthrough", "walk-through": "walkthrough", "ref call": "reference call", "3way": "call", "3-way": "call", "three-way": "call", "threeway": "call", "next call": "call", "befaring": "visit", "sopralluogo": "visit", "ortstermin": "visit", "besøk": "visit", "videocall": "call", "videollamada": "call", "kick off": "kickoff", "poc": "proof of concept",
}  # fmt: skip
KIND = r"(?:review call|(?:(?:site|security|discovery|follow-?up|intro|video|tech(?:nical)?|status|product|final|pricing)\s+)?(?:call|meeting|visit|demo|review|survey|walk-?through)|call|demo|meeting|mtg|visit|lunch|coffee|breakfast|dinner|workshop|trial|kick-?\s?off|review|session|walk-?through|presentation|catch-?up|pitch|training|survey|tour|chat|appointment|inspection|qbr|read-?out|debrief|sync|check-?in|interview|tasting|bake-?off|deep[\s-]dive)"
WHO = rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|{NAME})\s*)?"
_ANYBODY = rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|i|we|{NAME}|(?:(?:her|his|their|the)\s+)?(?:asst|assistant|pa|ea|secretary|receptionist))\s+)?(?:(?:has|have|had)\s+(?:to\s+)?)?"
OUR = r"(?:(?:(?:dr\.?\s+)?[\w-]+['’]s|the|our|that|this|his|her|their|my|tomorrows|todays)\s+)*"
UNTIL = re.compile(r"^(?:not |until|till?\b|before|after)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:deputy|stand[- ]?in|(?:goes?|going) ahead|still on|without (?:her|him|them)|in (?:her|his|their) (?:place|stead))\b",
    re.IGNORECASE,
)
WANTS = r"(?:wants?|(?:would|['’]d)\s+(?:like|prefer|rather)|prefers?|asked(?:\s+(?:me|us))?|asks(?:\s+(?:me|us))?|hopes|suggests?|suggested|proposes|proposed)\b\s*"
_ITS_KIND = re.compile(rf"^['’]?s?\s+{KIND}\b", re.IGNORECASE)  # "our 30/3 call": the day that it had
_MADE_IT = re.compile(
    rf"^(?:(?:and|but|then|so)\s+){{0,3}}(?:(?:we|i|she|he|they|{NAME})\s+)?(?:(?:made|making|have\s+made|make|do|doing)\s+it|(?:it['’]?s\s+|is\s+)?now|rather|instead)\s*(?:it['’]?s\s*|is\s*)?(?:on|for)?$",
    re.IGNORECASE,
)
NEW_DATE = re.compile(
    r"^(?:(?:and|but|then|so|also)\s+)*(?:(?:the|a|our|his|her|their)\s+)?(?:new|changed)\s+(?:date|day|time|slot)(?:\s+is|\s+will\s+be)?(?:\s+now)?(?:\s+(?:on|for))?\s*:?$",
    re.IGNORECASE,
)
_LETS = re.compile(
    r"^(?:(?:and|but|then|so)\s+)*(?:let['’]?s\s+(?:do|say|make|have|take)(?:\s+it)?(?:\s+on)?|(?:at\s+)?(?:the\s+)?same\s+(?:time|slot|hour))$",
    re.IGNORECASE,
)
_OF_WHAT = r"(?:(?!(?:is|was|it|to|of|on|for|got|has|now|been|be|will|by)\b)[a-z][\w-]*\s+)??"  # "the sea trial"
_SO_FAR = rf"(?:\s+(?:by\s+)?{NUMBER.replace('?P<number>', '?:')}\s+(?:days?|weeks?|wks?|months?)(?=\s+to\b))?"  # "back a week to the 24th"
_MOVED = re.compile(
    rf"{_ANYBODY}{OUR}(?:{_OF_WHAT}(?P<what>{KIND}|on-?site)\s+)?(?:(?:is|was|has been|had to be|got|gets|has|['’]s|is being|will(?: be)?)\s+)?(?:now\s+|been\s+)?"
    r"(?:mov(?:e|es|ed|ing)|push(?:e[sd]|ing)?|slips|slides|slipped|bump(?:s|ed)|slid|switch(?:es|ed)|chang(?:es|ed)|swap(?:s|ped)|postpone[sd]?|resched(?:ule[sd]?)?|shift(?:s|ed)?|delay(?:s|ed)?|put off|put back|brought forward|br(?:ings|ought)(?=.{1,30}\bforward\b)|re-?book(?:s|ed)?|rearrange[sd]?)"
    rf"(?:\s+(?:it|(?:me|us)(?=\s+(?:(?:up|back|out)\s+)?(?:to|until|till)\b)|{OUR}{_OF_WHAT}(?P<thing>{KIND})))?(?:\s+(?:back|out|forward|on|up))?{_SO_FAR}(?:\s+(?:to|until|till|for))*"
    rf"(?P<unread>\s+(?:(?:early|mid|late|next|the|new|some ?time|in)\s+)*(?:week|month|year|spring|summer|autumn|{MONTH}))?$",
    re.IGNORECASE,
)
_ON_BY = re.compile(
    rf"(?<!\sup)(?<!\sforward)\s+(?:(?:back|out|(?P<up>up))\s+)?(?:by\s+)?(?:about\s+)?{NUMBER}\s+(?P<unit>days?|weeks?|wks?|fortnights?|months?|business\s+days?)(?:\s+later)?$",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:she|he|they|it|we|{NAME})(?:['’]s)?\s+)?(?:(?:is|was|has|have|had|been|to)\s+)*postponed?(?:\s+(?:it|for\s+now))*$",
    re.IGNORECASE,
)
_CANT_MAKE = re.compile(
    rf"^(?:(?:and|but|then|so|sorry|also|now|unfortunately|sadly)\s+)*(?:(?:she|he|they|we|i|(?P<who>{NAME}))\s+)?(?:(?:also|now|really|just|probably|is|are|am)\s+)*"
    r"(?:can['’]?t|cannot|can not|could ?n['’]?t|won['’]?t|(?:won['’]?t be |not |un)able to)\s+(?P<verb>make|do|attend|join|come to)"
    rf"(?:\s+(?:it|to|on|for))*(?P<its>\s+{OUR}(?P<what>{KIND})?)?(?:\s+(?:on|any ?more|after all|now|instead))*$",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    rf"{_ANYBODY}(?:cancel(?:s|led|ed)?|call(?:ed|s)? off|postponed?|scrapped)\s+{OUR}(?P<what>{KIND})(?:\s+(?:on|for))?$",
    re.IGNORECASE,
)
# "Sam cancelled": the step that was open.
_CANCELLED = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?P<who>{NAME})\s+(?:(?:has|just|again)\s+)*cancell?ed(?:\s+(?:on\s+(?:me|us)|it|again|last\s+minute|today|this\s+morning))*$",
    re.IGNORECASE,
)
_IS_OFF = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*{OUR}(?P<what>{KIND})(?:['’]s)?(?:\s+on)?\s+(?:(?:is|was|got|gets|has been)\s+)?(?:cancell?ed|off|called off|postponed)"
    r"(?:\s+(?:for now|by (?:her|him|them)|(?:because|due to)\b.*))?$",
    re.IGNORECASE,
)
# "No dice on the demo", "no demo after all", "the demo is a no-go".
_IS_NO_GO = re.compile(
    rf"^(?:(?:and|but|then|so|sorry|it['’]?s)\s+)*(?:(?:a\s+)?no[\s-](?:dice|go)\s+(?:on|for|with)\s+{OUR}(?P<what>{KIND})(?:\s+(?:for\s+now|any\s?more|after\s+all))*"
    rf"|no\s+(?P<none>{KIND})\s+(?:after\s+all|any\s?more|for\s+now)"
    rf"|{OUR}(?P<its>{KIND})(?:['’]s|\s+is|\s+was)\s+(?:now\s+)?a\s+no[\s-]go)$",
    re.IGNORECASE,
)
_IS_NOW = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*{OUR}(?P<what>{KIND})(?:(?:\s+is|['’]s|\s+will be)(?:\s+now)?|\s+now)(?:\s+(?:on|for|at))?$",
    re.IGNORECASE,
)


# "was Fri, now Tues same time"
_WAS_NOW = re.compile(
    r"^(?:it\s+)?was\s+(?:(?:on|at|for)\s+)?(?:but\s+|and\s+)?(?:(?:is|it['’]s)\s+)?now(?:\s+(?:on|at|for))?$",
    re.IGNORECASE,
)
_UNMOVED = re.compile(
    rf"\s+same\s+(?:time|slot)$|(?<=ed)\s+(?:w/\s*|with\s+){NAME}(?=\s+to\b)|\bfrom\s+(?=to\b)|\s+by\s+{NAME}$",
    re.IGNORECASE,
)


# "she rang to move our call to Fri": whoever calls for that has moved it.
_CALLED_TO_MOVE = re.compile(
    rf"\s+(?:rang|called|phoned|emailed|e-mailed|mailed|texted|wrote|messaged|pinged)(?:\s+(?:me|us|back|in))?\s+to\s+(?!(?:keep|confirm|do|have|hold|bring|take|discuss|join|add|invite|say|check)\b)[a-z]+(?=\s+(?:it|that|{OUR}{KIND})\b.*\bto$)",
    re.IGNORECASE,
)


# "he's gonna reschedule for Monday at two": with its day it is moved.
_TO_RESCHEDULE = re.compile(
    r"(?:['’](?:ll|s|d)|\s+(?:will|is|wants|needs|has|had|would\s+like|asked))(?:\s+(?:gonna|going\s+to|to|have\s+to))?\s+reschedule\b(?=\s+(?:it\s+|the\s+\w+\s+|our\s+\w+\s+|us\s+)?(?:for|to|on)\b)",
    re.IGNORECASE,
)


# "he'll push it to Thursday at two": so told, with its hour, it is moved.
_TO_MOVE = re.compile(
    rf"(?:['’](?:ll|s)|\s+(?:will|is))(?:\s+(?:gonna|going\s+to))?\s+(?:move|push|shift|bump|switch|change)(?=\s+(?:it|that|{OUR}{KIND})\b)",
    re.IGNORECASE,
)


def moved_step(
    clause: str, dates: Sequence[DateReading], *, alone: bool, is_off: bool = False
) -> Step | Dropped | None:
    """ "demo moved to Mon 10am"; with `alone`, also "postponed until Mon", which names no step; behind what `is_off` "let's do Mon"."""
    told, dates = without_former_slot(clause, dates)
    clause, alone = told, alone or told != clause
    on = _moved_on(clause, dates)
    if on:
        clause, dates = clause[: on.end], (replace(dates[0], on=on.on, first_on=None, at=""),)
    dates = with_hour(clause, dates)
    rest = _TO_RESCHEDULE.sub(" rescheduled", _UNMOVED.sub("", without_days(clause, dates)))
    rest = _CALLED_TO_MOVE.sub(" moved", rest)
    rest = _TO_MOVE.sub(" moved", rest) if dates and dates[-1].at else rest
    if alone and not dates and _POSTPONED.match(rest):
        return Dropped()
    is_new_date = dates and dates[0].at and NEW_DATE.match(rest)  # without an hour it may be a promise's
    if alone and dates and dates[0].on and (is_new_date or _MADE_IT.match(rest) or (is_off and _LETS.match(rest))):
        return Step("", dates[0], clause, is_moved=True)
    if len(dates) > 1 and dates[-1].on and _WAS_NOW.match(rest):
        return Step("", dates[-1], clause, is_moved=True)
    if is_now := _its_kind_now(rest, clause, dates):
        return Step(is_now, dates[-1], clause, is_moved=True)
    found = _MOVED.match(rest)
    if not found:
        return None
    what = kind_of(found["what"] or found["thing"])
    if not (what or alone):
        return None
    target = dates[-1] if dates and (on or not _ITS_KIND.match(clause[dates[-1].end :])) else None
    if target and (target.on or target.choices) and not target.first_on and not found["unread"]:
        return Step(what, target, clause, is_moved=True)
    return Dropped(what) if what else None


def _its_kind_now(rest: str, clause: str, dates: Sequence[DateReading]) -> str:
    """ "our Tue call is now Thu": its old day stands before it, and the new one at the end."""
    found = (
        _IS_NOW.match(rest) if len(dates) > 1 and not dates[0].at and not clause[dates[-1].end :].strip(" .") else None
    )
    return kind_of(found["what"]) if found and (dates[-1].on or dates[-1].choices) else ""


def _moved_on(clause: str, dates: Sequence[DateReading]) -> DateReading | None:
    """ "our 3/19 call by a week": so long after the day that it had; `end` is where the clause ends without that."""
    found = _ON_BY.search(clause) if dates and dates[0].on and not dates[0].first_on else None
    if not found or found.start() < dates[0].end or any(day.start < found.start() for day in dates[1:]):
        return None
    on = (
        on_from(dates[0].on, count_of(found["number"]) * (-1 if found["up"] else 1), found["unit"].lower())
        if dates[0].on
        else None
    )
    return replace(dates[0], on=on, end=found.start()) if on else None


def dropped_step(clause: str, dates: Sequence[DateReading], people: Sequence[str] = ()) -> Dropped | None:
    """ "can't make the demo tomorrow", "cancelled the meeting", "call is off"; not "our engineer can't attend"."""
    its = [reading for reading in dates if not UNTIL.match(reading.text)]
    days = tuple(day for reading in its for day in ((reading.on,) if reading.on else reading.choices))
    rest = without_days(clause, dates)
    found = None if "?" in clause else _CANT_MAKE.match(rest)
    if found and found["who"] and not is_person(found["who"], people):
        return None
    if found:
        named = found["what"] or days or (found["verb"].lower() == "make" and rest.lower().endswith("make it"))
        return Dropped(kind_of(found["what"]), days) if named else None
    cancelled = _CANCELLED.match(rest)
    if cancelled and is_person(cancelled["who"], people):
        return Dropped("", days)
    found = _CALLED_OFF.match(rest) or _IS_OFF.match(rest)
    no_go = None if found else _IS_NO_GO.match(rest)
    what = found["what"] if found else next(filter(None, no_go.groups()), "") if no_go else ""
    return Dropped(kind_of(what), days) if found or no_go else None


def cannot_come(clause: str, dates: Sequence[DateReading]) -> bool:
    return cannot_make(clause, dates) is not None


def cannot_make(clause: str, dates: Sequence[DateReading]) -> re.Match[str] | None:
    """ "can't make the demo tomorrow"; `what` is the kind that is named."""
    return _CANT_MAKE.match(without_days(clause, dates))


def goes_on(text: str) -> bool:
    """ "can't make it, sending her deputy": the step stands without that person."""
    return bool(_GOES_ON.search(text))


_OF_THE_DAY = re.compile(r"^['’]s\b")  # "Tuesday's demo"


def with_hour(clause: str, dates: Sequence[DateReading]) -> Sequence[DateReading]:
    """ "try tmrw 8", "moved to Mon 9": a number behind the day of a talk, and nothing else, is its hour."""
    number = None if not dates or dates[-1].at or dates[-1].first_on else bare_hour(clause[dates[-1].end :])
    is_its_day = number in {
        one.day for one in (*(dates[-1].choices if dates else ()), dates[-1].on if dates else None) if one
    }
    at = office_time(number) if number and not is_its_day else ""  # "Mon 16 with Dana" is that Monday
    return (*dates[:-1], replace(dates[-1], at=at, end=len(clause))) if at else dates


def without_days(clause: str, dates: Sequence[DateReading]) -> str:
    for found in reversed(dates):
        behind = _OF_THE_DAY.sub("", clause[found.end :])
        clause = f"{clause[: found.start]} {behind}"
    return " ".join(clause.split())


def kind_of(word: str | None) -> str:
    low = (word or "").lower()
    return _STEP_NAMES.get(low, low)
