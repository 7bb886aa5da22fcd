"""A call in one line becomes facts: the deal, the outcome, their words, both sides' promises, the next step.

What is not clearly a promise stays a note, whole: nothing typed is lost, and nothing is promised by a misreading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.model import Outcome, Result, Side
from bot.reading.absence import Away, away
from bot.reading.clauses import Kind, clause_of
from bot.reading.dates import find_dates
from bot.reading.datewords import DateReading
from bot.reading.delivered import Delivered, delivered
from bot.reading.outcomes import is_outcome_alone, outcome_of, result_of
from bot.reading.promised import Promised, acts_of, is_its_day, owed, promised, says_nothing
from bot.reading.reported import Reported, reported
from bot.reading.shorthand import named, spelled
from bot.reading.speech import NAME, SPEECH, clauses_of, person, spoken
from bot.reading.steps import Dropped, Step, agreed_step, dropped_step, goes_on, moved_step, wait, wished_step


@dataclass(frozen=True)
class CallReading:
    """`delivered` and `dropped` are settled against what is open on the deal; `away` is their absence."""

    who: str
    outcome: Outcome
    result: Result
    said: str
    contact: str
    promises: tuple[Promised, ...]
    next_step: Step | None
    not_before: DateReading | None
    note: str
    dropped: Dropped | None = None
    delivered: tuple[Delivered, ...] = ()
    away: Away | None = None


@dataclass(frozen=True)
class _Day:
    today: date
    day_first: bool
    people: Sequence[str] = ()


_SPOKE_WITH = re.compile(
    rf"^(?:spoke|talked|chatted|met|call(?:ed)?|tt)\s+(?:to\s+|with\s+|w/\s*)?(?P<name>{NAME})", re.IGNORECASE
)


def read_rest(who: str, rest: str, today: date, *, day_first: bool = True, people: Sequence[str] = ()) -> CallReading:
    """The facts in what follows the deal's name; `people` are known there, and recognised in small letters too."""
    cased = named(rest, people)
    body, said, speaker = spoken(cased)
    line = _Line(_Day(today, day_first, people), said, speaker)
    for clause in clauses_of(body):
        line.read(clause)
    made, step = tuple(line.promises), line.step
    outcome = outcome_of(rest, spoke=bool(line.said or made or step))
    firm = any(promise.side is Side.theirs and not promise.soft for promise in made)
    agreed = step.what if step and step.agreed else ""
    return CallReading(
        who=who, outcome=outcome, result=result_of(rest, outcome, they_act=firm, agreed=agreed),
        said=_as_typed(line.said, cased, rest), contact=line.contact, promises=made, next_step=step,
        not_before=line.not_before, note="; ".join(line.notes), dropped=None if goes_on(rest) else line.dropped, delivered=tuple(line.delivered),
        away=line.away,
    )  # fmt: skip


def read_promises(text: str, side: Side, today: date, day_first: bool = True) -> tuple[Promised, ...]:  # noqa: FBT001, FBT002 - as the member writes dates
    """A form's field: each line or clause is one promise of that side, with or without its subject."""
    day = _Day(today, day_first)
    return tuple(promised(clause, side, _dates(clause, day)) for clause in map(spelled, clauses_of(text)))


@dataclass
class _Line:
    """One line while it is read, clause by clause."""

    day: _Day
    said: str
    contact: str
    promises: list[Promised] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    step: Step | None = None
    dropped: Dropped | None = None
    not_before: DateReading | None = None
    away: Away | None = None
    named_last: DateReading | None = None  # the day to which "then" points
    is_first: bool = True

    def read(self, typed: str) -> None:
        plain = spelled(typed)
        told = reported(plain)
        clause = owed(told.words if told else plain) or (told.words if told else plain)
        dates = _dates(clause, self.day)
        is_read = (
            self._is_about_when(clause, typed, dates)
            or self._is_told(clause, typed, dates, told)
            or self._is_speech(typed)
        )
        if is_read:
            self.contact = self.contact or clause_of(plain).name or clause_of(clause).name
        else:
            self._act(clause, typed, dates)
        self.named_last = next((day for day in reversed(dates) if day.on), self.named_last)
        self.is_first = False

    def _is_about_when(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        """Whether it says when they can be reached, or what becomes of the next step."""
        not_before, absent = wait(clause, dates), None
        if not not_before:
            absent = away(clause, dates, self.day.people, day_first=self.day.day_first)
        self.not_before = not_before or self.not_before
        self.away = absent or self.away
        if not_before or absent:
            self.notes.append(typed)
            return True
        return self._is_step(clause, typed, dates)

    def _is_step(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        dropped = dropped_step(clause, dates)
        step = None if dropped else moved_step(clause, dates, alone=self.is_first or bool(self.dropped))
        if isinstance(step, Dropped):
            dropped, step = step, None
        step = step or (None if dropped else wished_step(clause, dates) or agreed_step(clause, dates, self.day.today))
        if dropped:
            self.dropped = self.dropped or dropped
        elif step and (self.step is None or not self.step.agreed):
            self.step = step
        else:
            return False
        if dropped or (step and not (step.what and step.agreed)):
            self.notes.append(typed)
        return True

    def _is_told(self, clause: str, typed: str, dates: Sequence[DateReading], told: Reported | None) -> bool:
        """A promise in reported words. What could be ours is never taken for their words (S21)."""
        if told is None:
            return False
        what = clause_of(clause)
        if told.side and what.kind is Kind.promise and what.side:
            self._promise(clause, what.side, dates)
            return True
        if told.side is Side.theirs:
            return False
        self.notes.append(typed)
        return True

    def _is_speech(self, typed: str) -> bool:
        words = SPEECH.match(typed)
        if not words or not words["said"].strip() or self.said:
            return False
        self.said, self.contact = words["said"].strip(" .,"), self.contact or person(words["name"])
        return True

    def _act(self, clause: str, typed: str, dates: Sequence[DateReading]) -> None:
        what = clause_of(clause)
        with_whom = _SPOKE_WITH.match(typed)
        self.contact = self.contact or what.name or (with_whom["name"] if with_whom else "")
        last = self.promises[-1] if self.promises else None
        if last and last.due is None and is_its_day(clause, dates):
            self.promises[-1] = promised(
                f"{last.raw} {dates[0].text}", last.side, _dates(f"{last.raw} {dates[0].text}", self.day)
            )
        elif what.kind is Kind.promise and what.side:
            self._promise(clause, what.side, dates)
        elif not is_outcome_alone(typed):
            self.notes.append(typed)
            handed = delivered(clause)
            self.delivered += [handed] if handed else []

    def _promise(self, clause: str, side: Side, dates: Sequence[DateReading]) -> None:
        acts = list(acts_of(clause, dates))
        for act in acts:
            made = promised(act, side, _dates(act, self.day), self.named_last)
            if says_nothing(made.text) or (made.soft and made.due is None and len(acts) > 1):
                self.notes.append(act)
            else:
                self.promises.append(made)


def _dates(text: str, day: _Day) -> tuple[DateReading, ...]:
    return tuple(found for found in find_dates(text, day.today, day_first=day.day_first) if not found.past)


def _as_typed(said: str, cased: str, typed: str) -> str:
    """Their words letter by letter, also where a name was recognised in small letters."""
    at = cased.find(said)
    return typed[at : at + len(said)] if said and at >= 0 else said
