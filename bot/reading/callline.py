"""One call line while it is read, clause by clause. Each clause is one thing: a day, a step, a promise, their words, or a note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from bot.model import Side
from bot.reading.absence import Away, away, before_leaving, speaks_of_absence
from bot.reading.answers import answer
from bot.reading.appointments import agreed_step, bare_step, kind_named, step_beside
from bot.reading.bounds import ends_with_day
from bot.reading.carrying import Wish, carried, doer
from bot.reading.clauses import (
    Clause,
    Kind,
    clause_of,
    is_conditional,
    is_going_on,
    is_habit,
    is_hedged,
    opens_condition,
    plans,
)
from bot.reading.colleagues import of_ours
from bot.reading.dates import find_dates
from bot.reading.datewords import DateReading
from bot.reading.delivered import Delivered, delivered
from bot.reading.duties import duty
from bot.reading.lists import day_of_all
from bot.reading.moving import Moved, moved_thing, without_former_day
from bot.reading.others import passes_on, told_by_desk
from bot.reading.outcomes import is_outcome_alone
from bot.reading.phones import Number, number_in
from bot.reading.promised import Promised, acts_of, is_its_day, is_only_needed, promised, says_nothing, tells_us
from bot.reading.promising import owed
from bot.reading.reported import Reported, is_shifted, reported
from bot.reading.shorthand import spelled
from bot.reading.speech import SPEECH, SPOKE_WITH, person
from bot.reading.steps import (
    Dropped,
    Step,
    asks_to_wait,
    cannot_come,
    dropped_step,
    moved_step,
    wait,
    wished_step,
)
from bot.reading.successor import Successor, gone, phone_alone, successor
from bot.reading.telegraph import in_full, without_asides
from bot.reading.theirthings import their_thing
from bot.reading.undone import undone
from bot.reading.waiting import decides_after, is_loose_day, puts_off

_AFTER_THAT = re.compile(r"\bafter\s+that\b", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    today: date
    day_first: bool
    people: Sequence[str] = ()
    colleagues: Sequence[str] = ()  # ours: what they do is our promise
    now: time | None = None  # where it is known, "call back 4ish" is today's
    read: dict[str, tuple[DateReading, ...]] = field(default_factory=dict, compare=False)  # each clause's days, once


@dataclass
class Line:
    """One line while it is read, clause by clause."""

    day: Day
    said: str
    contact: str
    promises: list[Promised] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    step: Step | None = None
    unsure_step: Step | None = None  # its day has two readings
    dropped: Dropped | None = None
    not_before: DateReading | None = None
    hold: str = ""  # why nothing happens before that day, when they did not ask for it
    away: Away | None = None
    answered: list[str] = field(default_factory=list)  # who there decided: "cfo"
    doer: Side | None = None  # whose act the clause before told
    wish: Wish = field(default_factory=Wish)
    successor: Successor | None = None
    gone: str = ""
    number: Number | None = None
    named_last: DateReading | None = None  # the day to which "then" points
    decides: tuple[DateReading, str] | None = None  # after which day they decide, and the words that say so
    named_kind: str = ""  # of a meeting, in the clause before: its day may follow
    puts_off: bool = False  # the clause before said "later", and this one may say until when
    is_filled: bool = False  # the clause left words out, which were put back
    their_thing: str = ""  # what the clause before said they have, and may send: "has questions"
    is_again: bool = False  # the clause gives the new day of what was not done
    undone: str = ""  # what they have not done, as the clause before told: its new day may follow
    is_met: bool = False  # somebody there is quoted, or named as the one who spoke
    is_first: bool = True
    on_condition: bool = False  # the clause before was the condition of this one
    is_asked: bool = False  # the clause is a duty of ours that nobody put as a promise
    has_just_promised: int = 0  # how many promises the clause before made

    def read(self, typed: str) -> None:
        """A condition takes the promise before it back, or holds for the clause behind it."""
        before, made = len(self.promises), self.has_just_promised
        self._read(typed)
        self.has_just_promised = len(self.promises) - before
        self.on_condition = False
        if opens_condition(typed):
            for promise in self.promises[len(self.promises) - made :] if made else ():
                self.notes.insert(len(self.notes) - 1, promise.raw)
            del self.promises[len(self.promises) - made :]
            self.on_condition = not made

    def _read(self, typed: str) -> None:
        plain = self._whole(self._ours(self._on_its_new_day(self._in_full(spelled(typed)))))
        self.doer = doer(plain, self.doer)
        told = reported(plain)
        clause = self._duty(self._ours(told.words) if told else plain)
        self.number = self.number or number_in(plain)
        dates = dates_in(clause, self.day)
        if self._is_about_people(plain, typed) or self._is_answer(plain, typed) or self._is_told_by_desk(plain, typed):
            self.is_first = False
            return
        is_read = (
            self._is_about_when(clause, typed, dates)
            or self._is_told(clause, typed, dates, told)
            or self._is_speech(typed)
        )
        if is_read:
            self.contact = self.contact or clause_of(plain).name or clause_of(clause).name
        else:
            self._act(clause, typed, dates)
        self.named_kind = kind_named(plain)
        self.puts_off = puts_off(plain)
        self.named_last = next((day for day in reversed(dates) if day.on), self.named_last)
        self.is_first = False

    def _in_full(self, clause: str) -> str:
        clause = without_asides(clause)
        dates = dates_in(clause, self.day)
        meant = in_full(clause, dates, self.undone, self.their_thing)
        self.is_again = bool(self.undone) and self.undone in meant
        self.undone = undone(clause, dates) or ("" if self.is_again else self.undone)
        self.is_filled, self.their_thing = meant != clause, their_thing(clause)
        return meant

    def _on_its_new_day(self, clause: str) -> str:
        return without_former_day(clause, dates_in(clause, self.day))

    def _whole(self, clause: str) -> str:
        """The clause with what it leaves out: who goes on, what "it" is, and when they leave."""
        clause = before_leaving(clause, self.away.since if self.away else None)
        dates = dates_in(clause, self.day)
        named = self.wish.named(clause, dates)
        if named:
            last = self.promises[-1] if self.promises else None
            if last and last.asked and self.wish.thing in last.raw:
                self.promises.pop()
            return named
        self.wish.hear(clause, dates)
        return carried(clause, self.doer, dates)

    def _is_answer(self, plain: str, typed: str) -> bool:
        """What a boss or a department decided is no word of the contact's."""
        told = answer(plain)
        self.answered += [told.who] if told else []
        if told and told.who:
            self.notes.append(typed)
        return bool(told and told.who)

    def _is_told_by_desk(self, plain: str, typed: str) -> bool:
        """ "reception says Jo is off till Monday": only the absence is taken from it."""
        told = told_by_desk(plain)
        absent = away(told, dates_in(told, self.day), self.people, day_first=self.day.day_first) if told else None
        if not absent:
            return False
        self.away = absent
        self.notes.append(typed)
        return True

    def _ours(self, clause: str) -> str:
        return of_ours(clause, self.day.colleagues, self.contact, known=bool(self.day.people))

    def _duty(self, clause: str) -> str:
        asked = "" if owed(clause) else duty(clause, dates_in(clause, self.day))
        self.is_asked = bool(asked)
        return owed(clause) or asked or clause

    @property
    def people(self) -> Sequence[str]:
        """Who is known there; else whom the line names."""
        return self.day.people or ((self.contact,) if self.contact else ())

    def _is_about_people(self, plain: str, typed: str) -> bool:
        """Whether it says who has left, or with whom to speak from now on: then that one is the contact."""
        left, new = gone(plain), successor(plain)
        phone = phone_alone(plain) if self.successor and not self.successor.phone else ""
        if phone and self.successor:
            new = replace(self.successor, phone=phone)
        if not (left or new):
            return False
        self.gone, self.successor = left or self.gone, new or self.successor
        if self.successor:
            self.contact = self.successor.name
        elif self.contact.split()[:1] == self.gone.split()[:1]:
            self.contact = ""
        self.notes.append(typed)
        return True

    def _is_about_when(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        """Whether it says when they can be reached, or what becomes of the next step."""
        later = replace(dates[0], on=dates[0].first_on, not_before=True) if self._is_until_when(clause, dates) else None
        not_before, absent = later or wait(clause, dates), None
        if not not_before:
            absent = away(clause, dates, self.people, day_first=self.day.day_first)
        then = None if not_before or absent else decides_after(clause, dates)
        if then:
            self.decides = (then, typed)
            self.notes.append(typed)
            return True
        if not_before and not later:
            self.hold = "" if asks_to_wait(clause, dates) else typed
        self.not_before = not_before or self.not_before
        self.away = absent or self.away
        if not_before or absent:
            if not (not_before and self._is_speech(typed)):
                self.notes.append(typed)
            return True
        return self._is_step(clause, typed, dates)

    def _is_until_when(self, clause: str, dates: Sequence[DateReading]) -> bool:
        return self.puts_off and is_loose_day(clause, dates)

    def _is_step(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        dates = dates or self._hours_in(clause)
        dropped = dropped_step(clause, dates, self.people)
        step = (
            None
            if dropped
            else moved_step(clause, dates, alone=self.is_first or bool(self.dropped) or any(day.at for day in dates))
        )
        if isinstance(step, Dropped):
            dropped, step = step, None
        step = step or (None if dropped else wished_step(clause, dates) or agreed_step(clause, dates, self.day.today))
        step = step or (None if dropped or self.step else bare_step(clause, dates, self.named_kind, self.day.today))
        if dropped:
            self.dropped = self.dropped or dropped
        elif step and step.date.on is None:
            self.unsure_step = self.unsure_step or step
        elif step and (self.step is None or not self.step.agreed):
            self.step = step
        else:
            beside = step_beside(clause, dates, self.day.today)
            self.step = self.step or beside
            return not beside and self._is_moved(clause, typed, dates)
        if dropped or (step and not (step.what and step.agreed and step.date.on)):
            self.notes.append(typed)
        return True

    def _hours_in(self, clause: str) -> tuple[DateReading, ...]:
        """A time alone is a day only where they speak: "call back 4ish"."""
        return (
            find_dates(clause, self.day.today, day_first=self.day.day_first, now=self.day.now) if self.day.now else ()
        )

    def _is_moved(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        moved = moved_thing(clause, dates)
        if not moved:
            return False
        theirs = [at for at, made in enumerate(self.promises) if made.side is Side.theirs]
        if not moved.thing and len(theirs) == 1:
            self.promises[theirs[0]] = replace(self.promises[theirs[0]], due=moved.day)
        else:
            self.moved.append(moved)
        self.notes.append(typed)
        return True

    def _is_told(self, clause: str, typed: str, dates: Sequence[DateReading], told: Reported | None) -> bool:
        """A promise in reported words. What could be ours is never taken for their words (S21)."""
        if told is None:
            return False
        what = clause_of(clause)
        if told.side and what.kind is Kind.promise and what.side:
            self._promise(clause, what.side, dates, typed)
            return True
        if told.side is Side.theirs and not is_shifted(told.words):
            return False
        self.notes.append(typed)
        return True

    def _is_speech(self, typed: str) -> bool:
        words = SPEECH.match(typed)
        if not words or not words["said"].strip() or self.said or self.is_filled or number_in(typed):
            return False
        self.said, self.contact = words["said"].strip(" .,"), self.contact or person(words["name"])
        return True

    def _act(self, clause: str, typed: str, dates: Sequence[DateReading]) -> None:
        what = clause_of(clause)
        if (is_habit(clause) and not (dates and dates[-1].by)) or (
            what.name.isupper() and len(what.name) > 1 and not dates
        ):
            what = replace(what, kind=Kind.remark)
        elif what.kind is not Kind.promise:
            what = self._planned(clause, dates) or what
        self.contact = self.contact or ("" if self._is_anybody(clause, dates) else what.name) or _met(typed)
        last = self.promises[-1] if self.promises else None
        if last and last.due is None and is_its_day(clause, dates):
            self.promises[-1] = promised(
                f"{last.raw} {dates[0].text}", last.side, dates_in(f"{last.raw} {dates[0].text}", self.day)
            )
        elif self.has_just_promised and day_of_all(clause, dates) and last and last.due is None:
            self._give_day(dates[0].text)
        elif what.kind is Kind.promise and what.side and not passes_on(clause):
            self._promise(clause, what.side, dates, typed)
        elif not is_outcome_alone(typed) and not SPOKE_WITH.fullmatch(typed):
            self.notes.append(typed)
            handed = delivered(clause)
            self.delivered += [handed] if handed else []

    @staticmethod
    def _planned(clause: str, dates: Sequence[DateReading]) -> Clause | None:
        """ "she enrols in the trial by Sunday": what somebody does on a day to come is a promise, whatever the verb."""
        ends = bool(dates) and ends_with_day(clause, dates[-1].end)
        return (
            plans(clause, is_deadline=dates[-1].by)
            if ends and (dates[-1].on or dates[-1].choices) and not dates[-1].not_before
            else None
        )

    def _give_day(self, said: str) -> None:
        """ "both by Fri": the day of all that the clause before promised."""
        begin = len(self.promises) - self.has_just_promised
        for at, made in enumerate(self.promises[begin:], begin):
            if made.due is None:
                raw = f"{made.raw} {said}"
                self.promises[at] = replace(promised(raw, made.side, dates_in(raw, self.day)), asked=made.asked)

    @staticmethod
    def _is_anybody(clause: str, dates: Sequence[DateReading]) -> bool:
        """Who is away or cannot come, and is not surely our contact, is none by that."""
        return speaks_of_absence(clause, dates) or cannot_come(clause, dates)

    def _promise(self, clause: str, side: Side, dates: Sequence[DateReading], typed: str) -> None:
        vague = is_hedged(clause) or is_only_needed(clause, dates) or (is_going_on(clause) and not dates)
        if self.on_condition or is_conditional(clause) or vague:
            self.notes.append(typed)
            return
        acts = list(acts_of(clause, dates))
        for act in acts:
            made = replace(
                promised(act, side, dates_in(act, self.day), self.named_last), asked=self.is_asked, again=self.is_again
            )
            if says_nothing(made.text) or (made.soft and made.due is None and len(acts) > 1):
                self.notes.append(act if len(acts) > 1 and not self.is_asked else typed)
            else:
                self._think_until(made)
                self.promises.append(self._after_that(made, typed))

    def _think_until(self, made: Promised) -> None:
        """ "she'll think about it, will let me know next week": both by then."""
        last = self.promises[-1] if self.promises else None
        if last and made.due and last.soft and not last.due and last.side is made.side and tells_us(made.text):
            self.promises[-1] = replace(last, due=made.due)

    def _after_that(self, made: Promised, typed: str) -> Promised:
        """ "by Thu after that": of two Thursdays the one behind the day that was named before."""
        if not (made.due and made.due.choices and self.named_last and _AFTER_THAT.search(typed)):
            return made
        on = next((day for day in made.due.choices if self.named_last.on and day > self.named_last.on), None)
        return replace(made, due=replace(made.due, on=on, choices=())) if on else made


def dates_in(text: str, day: Day) -> tuple[DateReading, ...]:
    if text not in day.read:
        found = find_dates(text, day.today, day_first=day.day_first)
        day.read[text] = tuple(one for one in found if not one.past)
    return day.read[text]


def _met(typed: str) -> str:
    """With whom it was; "spoke to Petr's boss" names nobody."""
    found = SPOKE_WITH.match(typed)
    return found["name"] if found and not found["name"].endswith(("'s", "’s")) else ""
