"""One call line while it is read, clause by clause. Each clause is one thing: a day, a step, a promise, their words, or a note."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model import Side
from bot.reading.absence import away, before_leaving, speaks_of_absence
from bot.reading.answers import answer
from bot.reading.carrying import carried, doer, on_the_same_day
from bot.reading.clauses import Clause, Kind, clause_of, is_habit
from bot.reading.colleagues import of_ours
from bot.reading.datewords import DateReading
from bot.reading.delivered import delivered
from bot.reading.diary import kind_awaiting
from bot.reading.duties import duty
from bot.reading.firmness import opens_condition
from bot.reading.heard import Heard, dates_in
from bot.reading.holding import asks_to_wait, wait
from bot.reading.hourly import at_an_hour
from bot.reading.lists import day_of_all, parted
from bot.reading.meetings import is_meeting_alone, kind_named
from bot.reading.moving import without_former_day
from bot.reading.otherlanguages import in_english
from bot.reading.others import passes_on, told_by_desk, told_by_machine
from bot.reading.outcomes import is_outcome_alone
from bot.reading.phones import number_in
from bot.reading.promised import is_its_day, promised
from bot.reading.promisetold import give_day, planned, take_promise
from bot.reading.promising import owed, still_owed
from bot.reading.reported import Reported, is_shifted, reported
from bot.reading.shorthand import named, spelled
from bot.reading.speech import SPEECH, SPOKE_WITH, person
from bot.reading.steps import cannot_come
from bot.reading.steptold import tells_step
from bot.reading.successor import gone, phone_alone, successor
from bot.reading.takenup import quiet_until, taken_up
from bot.reading.telegraph import in_full, without_asides
from bot.reading.theirthings import their_thing
from bot.reading.undone import undone
from bot.reading.untaken import untaken
from bot.reading.waiting import asks_until_event, decides_after, gathering, is_loose_day, puts_off

_STILL_NOTHING = re.compile(
    r"(?:(?:still|but|and)\s+)*(?:nothing|nada|zilch|no\s+sign(?:\s+of\s+(?:it|them))?|not\s+here)(?:\s+(?:yet|so\s+far|still))*",
    re.IGNORECASE,
)


class Line(Heard):
    """One line while it is read, clause by clause."""

    def read(self, typed: str) -> None:
        """A condition takes the promise before it back, or holds for the clause behind it."""
        before, made = len(self.promises), self.has_just_promised
        for part in parted(typed, dates_in(typed, self.day)):
            self._read(part)
        self.has_just_promised = len(self.promises) - before
        self.on_condition = False
        if opens_condition(typed):
            for promise in self.promises[len(self.promises) - made :] if made else ():
                self.notes.insert(len(self.notes) - 1, promise.raw)
            del self.promises[len(self.promises) - made :]
            self.on_condition = not made

    def _read(self, typed: str) -> None:
        said = on_the_same_day(in_english(spelled(typed)), self.named_last)
        plain = self._whole(self._ours(self._on_its_new_day(self._in_full(said))))
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
        self.named_kind, self.awaiting = kind_named(plain), "" if dates else kind_awaiting(plain)
        self.gathering = gathering(clause, dates)
        self.puts_off = puts_off(plain) or (not dates and asks_until_event(plain))
        self.named_last = next((day for day in reversed(dates) if day.on or day.choices), self.named_last)
        self.is_first = False

    def _in_full(self, clause: str) -> str:
        clause = without_asides(clause)
        dates = dates_in(clause, self.day)
        meant = in_full(clause, dates, self.undone, self.their_thing)
        self.is_again = bool(self.undone) and self.undone in meant
        self.undone = ("" if cannot_come(clause, dates) else undone(clause, dates)) or (
            "" if self.is_again else self.undone
        )
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
            if last and self.wish.is_told_by(last.raw, asked=last.asked, is_undated=last.due is None):
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
        """ "reception says Jo is off till Monday", "autoreply: ooo till 7/1": only the absence is taken from it."""
        told = named(told_by_desk(plain) or told_by_machine(plain), self.people)
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
        self.is_again = self.is_again or bool(still_owed(clause))
        return owed(clause) or asked or clause

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
        later = (
            replace(dates[0], on=dates[0].first_on or dates[0].on, not_before=True)
            if self._is_until_when(clause, dates)
            else None
        )
        not_before, absent = later or wait(clause, dates) or quiet_until(clause, dates), None
        if not not_before:
            absent = away(clause, dates, self.people, day_first=self.day.day_first)
            absent = absent or taken_up(clause, dates, self.people)
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
        return tells_step(self, clause, typed, dates)

    def _is_until_when(self, clause: str, dates: Sequence[DateReading]) -> bool:
        return self.puts_off and is_loose_day(clause, dates)

    def _is_told(self, clause: str, typed: str, dates: Sequence[DateReading], told: Reported | None) -> bool:
        """A promise in reported words. What could be ours is never taken for their words (S21)."""
        if told is None:
            return False
        what = clause_of(clause)
        what = what if what.kind is Kind.promise else planned(clause, dates) or what
        if told.side and what.kind is Kind.promise and what.side:
            take_promise(self, clause, what.side, dates, typed)
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
        if not dates and (is_meeting_alone(clause) or kind_awaiting(clause)):
            self.notes.append(typed)
            return
        if self._is_late(clause, typed):
            return
        what = _who_does_what(clause, dates)
        self.contact = self.contact or ("" if self._is_anybody(clause, dates) else what.name) or _met(typed)
        last = self.promises[-1] if self.promises else None
        if last and last.due is None and is_its_day(clause, dates):
            raw = f"{last.raw} {dates[0].text}"
            self.promises[-1] = replace(promised(raw, last.side, dates_in(raw, self.day)), again=last.again)
        elif self.has_just_promised and day_of_all(clause, dates) and last and last.due is None:
            give_day(self, dates[0].text)
        elif what.kind is Kind.promise and what.side and not passes_on(clause):
            take_promise(self, clause, what.side, dates, typed)
        elif (
            self.step is None
            and self.unsure_step is None
            and (step := at_an_hour(clause, dates, self.named_kind, self.day.today, self.day.now))
        ):
            self.step = step
        elif dates and not passes_on(clause) and (meant := untaken(self._with_owner(clause, typed), self.day)):
            take_promise(self, *meant, dates_in(meant[0], self.day), typed)
        elif not is_outcome_alone(typed) and not SPOKE_WITH.fullmatch(typed):
            self.notes.append(typed)
            handed = delivered(clause)
            self.delivered += [handed] if handed else []

    def _is_late(self, clause: str, typed: str) -> bool:
        """ "promised the counts on the 6th, still nothing": what they had promised is not promised anew."""
        last = self.promises[-1] if self.promises and _STILL_NOTHING.fullmatch(clause) else None
        if last is None or last.due or last.side is not Side.theirs:
            return False
        self.promises.pop()
        self.undone = last.text
        self.notes += [last.raw, typed]
        return True

    @staticmethod
    def _with_owner(clause: str, typed: str) -> str:
        """Who stands in brackets was an aside so far: "layout (me) by Wed"."""
        return spelled(typed) if "(" in typed else clause

    @staticmethod
    def _is_anybody(clause: str, dates: Sequence[DateReading]) -> bool:
        """Who is away or cannot come, and is not surely our contact, is none by that."""
        return speaks_of_absence(clause, dates) or cannot_come(clause, dates)


_OF_OURS = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)  # "he runs our plates tomorrow": no habit


def _who_does_what(clause: str, dates: Sequence[DateReading]) -> Clause:
    """What has a day is a plan, whatever the verb; a habit, or an abbreviation that looks like a name, is a remark."""
    what = clause_of(clause)
    is_shortened = what.name.isupper() and len(what.name) > 1 and not dates
    if is_shortened or (is_habit(clause) and not (dates and (dates[-1].by or _OF_OURS.search(clause)))):
        return replace(what, kind=Kind.remark)
    return what if what.kind is Kind.promise else planned(clause, dates) or what


def _met(typed: str) -> str:
    """With whom it was; "spoke to Petr's boss" names nobody."""
    found = SPOKE_WITH.match(typed)
    return found["name"] if found and not found["name"].endswith(("'s", "’s")) else ""
