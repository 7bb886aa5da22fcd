"""A clause as it was meant, before anybody looks what it tells: who acts in it, whose duty it is, and what "it" was.

What the clauses before told helps to read this one; what this one leaves open is kept for the next.
"""

import re
from collections.abc import Sequence

from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.days.dayslast import day_from_between, day_from_front
from bot.reading.grammar.bidding import answers_bid
from bot.reading.grammar.deadlines import before_their_talk
from bot.reading.grammar.duties import duty
from bot.reading.grammar.openclause import jointly
from bot.reading.grammar.theirthings import their_thing
from bot.reading.line.goingon import as_an_answer, asks_about, mends_it, on_that_day, with_what_they_got
from bot.reading.line.heard import Heard, dates_in
from bot.reading.line.promisetold import SOON
from bot.reading.promises.carrying import carried, countersigned, is_our_try, told_signed
from bot.reading.promises.colleagues import of_ours
from bot.reading.promises.findingout import answers_them, asks_us, has_it_then, our_answer
from bot.reading.promises.inhand import given_back, lies_with_them
from bot.reading.promises.moving import acted_instead
from bot.reading.promises.ourpeople import our_makers
from bot.reading.promises.promising import owed, still_owed
from bot.reading.steps.steps import cannot_come
from bot.reading.telegraph.onthephone import goes_on
from bot.reading.telegraph.telegraph import in_full, without_asides
from bot.reading.telegraph.tobedone import put_off
from bot.reading.telegraph.undone import does_again, is_now_on, late_by_their_words, owed_late, undone
from bot.reading.telegraph.undonebyus import is_undone_by_us, names_them
from bot.reading.waits.absence import before_leaving
from bot.reading.waits.holding import postpones


class Meant(Heard):
    def as_meant(self, clause: str) -> str:
        clause = jointly(clause)
        clause = before_their_talk(clause, dates_in(clause, self.day))
        clause = before_leaving(without_asides(clause), self.away.since if self.away else None, self.day.today)
        acted = acted_instead(clause, dates_in(clause, self.day))
        self.is_instead, clause = acted != clause, acted
        clause = day_from_front(clause, dates_in(clause, self.day))
        clause = day_from_between(clause, dates_in(clause, self.day))
        dates = dates_in(clause, self.day)
        meant = goes_on(clause, dates[-1]) if self.picked_up and dates else self._ours_by_trade(clause, dates)
        asks = bool(dates) and postpones(clause, dates)
        is_found_out = self.finds_out and has_it_then(clause)
        if self.finds_out and dates and (answer := our_answer(clause)):
            meant = self._instead_of_asking(answer)
        if self.has_asked and dates:
            meant = answers_them(clause) or meant
        self.has_asked = self.has_asked or asks_us(clause)
        if self.was_undone and is_now_on(clause, dates):
            meant = f"they will {self.undone} {dates[0].text}"
        meant = meant or self._nobody_named(clause, dates)
        is_theirs = self.undone_by is Side.ours and names_them(clause)  # "I haven't sent it. She sends it on Tue"
        late = "" if is_theirs else self.undone
        meant = meant or (clause if asks or is_found_out else in_full(clause, dates, late, self.their_thing))
        self.is_again = does_again(self.undone, self.undone_by, meant) or bool(dates and put_off(clause, dates[-1]))
        if self.is_again and self.undone_by is Side.ours:
            meant = re.sub(r"^they\b", "I", meant)
        late, whose = owed_late(clause, dates, self.doer)
        self.undone_by = whose if late else self.undone_by
        told = "" if cannot_come(clause, dates) else undone(clause, dates) or late_by_their_words(clause, self.said)
        if told and not late:
            by_them = self.doer is Side.theirs
            self.undone_by = Side.ours if is_undone_by_us(clause, told, self.people, told_by_them=by_them) else None
        self.was_undone = bool(late or told)
        self.undone = late or told or ("" if self.is_again else self.undone)
        self.is_filled, self.their_thing = meant != clause, their_thing(clause)
        return meant

    def _nobody_named(self, clause: str, dates: Sequence[DateReading]) -> str:
        """Behind a comma the one before goes on; a new sentence is of who writes the note."""
        at = self.body.find(clause)
        parted = self.body[: max(at, 0)].rstrip()
        mark = "." if re.search(r"[.:!?],$", parted) else parted[-1:]  # where their words stood
        if mark == "," and not dates:
            return on_that_day(clause, self.step.date) if self.step and self.is_new_step else ""
        if not dates or not (mark or self.said):
            return ""
        if mended := mends_it(clause, dates[-1]):
            return mended
        if mark == ",":
            return with_what_they_got(clause, dates[-1], self.before)
        return as_an_answer(
            clause, dates[-1], f"{self.before}; {self.said}", asked=bool(self.wish.question) or asks_about(parted)
        )

    def _instead_of_asking(self, answer: str) -> str:
        """Whom we ask for it is only how we come by the answer that they get."""
        if (
            self.promises
            and self.has_just_promised
            and self.promises[-1].side is Side.ours
            and not self.promises[-1].due
        ):
            self.notes.append(self.promises.pop().raw)
        return answer

    def _ours_by_trade(self, clause: str, dates: Sequence[DateReading]) -> str:
        """What a buyer asked sellers for, and what a seller's people make; behind a name of theirs their people are meant."""
        is_theirs = self.is_first and self.doer is Side.theirs
        return answers_bid(clause, dates, self.bid) or ("" if is_theirs else our_makers(clause, dates))

    def whole(self, clause: str) -> str:
        """The clause with what it leaves out: who goes on, and what "it" is."""
        dates = dates_in(clause, self.day)
        named = self.wish.named(clause, dates)
        self.is_named = bool(named)
        if named:
            last = self.promises[-1] if self.promises else None
            if last and self.wish.is_told_by(last.raw, asked=last.asked, is_undated=last.due is None):
                self.promises.pop()
            return named
        back, self.in_hand = given_back(clause, dates, self.in_hand), lies_with_them(clause)
        if back:
            return back
        second = countersigned(clause) if self.they_signed else ""
        self.they_signed = told_signed(clause)
        if second:
            return second
        self.wish.hear(clause, dates)
        is_ours = bool(self.away or self.not_before) and is_our_try(clause)
        return carried(clause, None if is_ours else self.doer, dates)

    def ours(self, clause: str) -> str:
        return of_ours(clause, self.day.colleagues, self.contact, known=bool(self.day.people))

    def as_duty(self, clause: str) -> str:
        asked = "" if (due := owed(clause)) else duty(clause, dates_in(clause, self.day), soon=self.day.today + SOON)
        self.is_asked = bool(asked)
        self.is_again = self.is_again or bool(still_owed(clause))
        return due or asked or clause
