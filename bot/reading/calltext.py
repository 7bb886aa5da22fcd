"""A call in one line becomes facts: the deal, the outcome, their words, both sides' promises, the next step.

What is not clearly a promise stays a note, whole: nothing typed is lost, and nothing is promised by a misreading.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.model import Outcome, Result, Side
from bot.phrases import base_phrase
from bot.reading.clauses import Kind, clause_of, is_negated, is_soft
from bot.reading.dates import find_dates
from bot.reading.datewords import DateReading
from bot.reading.outcomes import is_outcome_alone, outcome_of, result_of
from bot.reading.speech import NAME, SPEECH, clauses_of, person, spoken


@dataclass(frozen=True)
class Promised:
    """One promise. `text` fits after "to", or is the raw clause when that cannot be said."""

    side: Side
    text: str
    due: DateReading | None
    soft: bool
    raw: str


@dataclass(frozen=True)
class Step:
    what: str
    date: DateReading
    raw: str


@dataclass(frozen=True)
class CallReading:
    who: str
    outcome: Outcome
    result: Result
    said: str
    contact: str
    promises: tuple[Promised, ...]
    next_step: Step | None
    not_before: DateReading | None
    note: str


@dataclass(frozen=True)
class _Day:
    today: date
    day_first: bool


_STEP = re.compile(
    r"^(?:(?:and|then|next|next step|we|i|agreed|booked|set up|to|will|'ll|speak|let's|a|the)[\s:]+)*"
    r"(?P<what>call|ring|speak|talk|meeting|meet|demo|visit|site visit|lunch|workshop|trial|kick-?off|review call)\b",
    re.IGNORECASE,
)


_STEP_NAMES = {"ring": "call", "speak": "call", "talk": "call", "meet": "meeting", "site visit": "visit"}


_FRIDAY = 4


_SPOKE_WITH = re.compile(
    rf"^(?:spoke|talked|chatted|met|call(?:ed)?|tt)\s+(?:to\s+|with\s+|w/\s*)?(?P<name>{NAME})", re.IGNORECASE
)


_DONT_CALL = re.compile(
    r"\b(?:don['’]?t|do not|not|nothing|no (?:call|contact))\b.{0,40}\b(?:before|until|till)\b", re.IGNORECASE
)


def read_rest(who: str, rest: str, today: date, *, day_first: bool = True) -> CallReading:
    """The facts in what follows the deal's name."""
    day = _Day(today, day_first)
    body, said, speaker = spoken(rest)
    promises: list[Promised] = []
    notes: list[str] = []
    step: Step | None = None
    not_before: DateReading | None = None
    contact = speaker
    for clause in clauses_of(body):
        words = SPEECH.match(clause)
        if words and words["said"].strip() and not said:
            said, contact = words["said"].strip(" .,"), contact or person(words["name"])
            continue
        wait = _wait(clause, day)
        if wait:
            not_before = wait
            notes.append(clause)
            continue
        agreed = _step(clause, day)
        if agreed and step is None:
            step = agreed
            continue
        what = clause_of(clause)
        with_whom = _SPOKE_WITH.match(clause)
        contact = contact or what.name or (with_whom["name"] if with_whom else "")
        if what.kind is Kind.promise and what.side:
            promises.append(_promised(clause, what.side, day))
        elif not is_outcome_alone(clause):
            notes.append(clause)
    outcome = outcome_of(rest, spoke=bool(said or promises or step))
    made = tuple(promises)
    firm = any(promise.side is Side.theirs and not promise.soft for promise in made)
    return CallReading(
        who=who, outcome=outcome, result=result_of(rest, outcome, they_act=firm, agreed=step.what if step else ""), said=said, contact=contact,
        promises=made, next_step=step, not_before=not_before, note="; ".join(notes),
    )  # fmt: skip


def read_promises(text: str, side: Side, today: date, day_first: bool = True) -> tuple[Promised, ...]:  # noqa: FBT001, FBT002 - as the member writes dates
    """A form's field: each line or clause is one promise of that side, with or without its subject."""
    day = _Day(today, day_first)
    return tuple(_promised(clause, side, day) for clause in clauses_of(text))


def _dates(text: str, day: _Day) -> tuple[DateReading, ...]:
    return tuple(found for found in find_dates(text, day.today, day_first=day.day_first) if not found.past)


def _promised(clause: str, side: Side, day: _Day) -> Promised:
    dates = _dates(clause, day)
    due = dates[-1] if dates else None
    bare = f"{clause[: due.start]} {clause[due.end :]}".strip() if due else clause
    phrase = base_phrase(bare)
    soft = is_soft(phrase or bare)
    if due and due.not_before and due.on:
        due = replace(due, on=None)
    return Promised(side, phrase or " ".join(bare.split()).strip(" .,;"), due, soft, clause)


def _step(clause: str, day: _Day) -> Step | None:
    found = _STEP.match(clause)
    dates = _dates(clause, day)
    if not found or not dates or is_negated(clause):
        return None
    if dates[0].on is None:
        return None
    rest = clause[found.end() : dates[0].start].strip()
    what = found["what"].lower()
    who_acts = clause_of(clause)
    if rest and not re.match(
        r"^(?:again|back|with|on|at|next|booked|set|agreed|is|about|her|him|them|me|us|for|by|in)\b",
        rest,
        re.IGNORECASE,
    ):
        return None
    if who_acts.side is Side.theirs and what in {"talk", "speak"}:
        return None
    first = dates[0].first_on
    day_of_contact = replace(dates[0], on=_on_working_day(max(first, day.today))) if first else dates[0]
    return Step(_STEP_NAMES.get(what, what), day_of_contact, clause)


def _on_working_day(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > _FRIDAY else day


def _wait(clause: str, day: _Day) -> DateReading | None:
    """ "don't call before 6 April", "not until Q2": their date, never a promise."""
    if not _DONT_CALL.search(clause):
        return None
    dates = _dates(clause, day)
    if not dates or not (dates[0].first_on or dates[0].on):
        return None
    return replace(dates[0], on=dates[0].first_on or dates[0].on, not_before=True)
