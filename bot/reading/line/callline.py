"""One call line while it is read, clause by clause. Each clause is one thing: a day, a step, a promise, their words, or a note."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.arrivals import spoils
from bot.model import Outcome, Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.days.daynamed import period_named
from bot.reading.days.dayslast import day_from_front
from bot.reading.grammar.bidding import answers_bid, asked_for_bids
from bot.reading.grammar.buyers import as_buyers, is_only_before
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.deadlines import threat_apart
from bot.reading.grammar.deciders import decider, has_the_say
from bot.reading.grammar.duties import duty
from bot.reading.grammar.firmness import opens_condition, tells_then
from bot.reading.grammar.opinions import is_opinion
from bot.reading.grammar.others import passes_on
from bot.reading.grammar.theirthings import their_thing
from bot.reading.grammar.usually import is_usual
from bot.reading.languages.otherlanguages import says_act, told_in_english
from bot.reading.line.callers import as_theirs
from bot.reading.line.heard import Heard, dates_in, was_before
from bot.reading.line.openly import in_list
from bot.reading.line.peopletold import is_of_people
from bot.reading.line.promisetold import SOON, is_late, is_needed, planned, take_promise, who_does_what
from bot.reading.line.steptold import tells_step
from bot.reading.line.toldbefore import give_day, with_day
from bot.reading.line.untaken import untaken
from bot.reading.naming.persons import is_another, known_as
from bot.reading.naming.phones import number_in
from bot.reading.outcome.delivered import delivered
from bot.reading.outcome.happened import is_outcome_alone, outcomes_in
from bot.reading.outcome.machines import is_machine, is_own_words
from bot.reading.outcome.ordering import begins_their_words, is_private, tells_order
from bot.reading.outcome.passing import passes
from bot.reading.outcome.tries import is_missing
from bot.reading.outcome.wasdone import asked_of_us
from bot.reading.people.introduced import names_another
from bot.reading.people.shorthand import spelled
from bot.reading.people.successor import takes_over
from bot.reading.promises.bygrammar import is_wanted
from bot.reading.promises.carrying import carried, doer, is_our_try, on_the_same_day
from bot.reading.promises.colleagues import of_ours
from bot.reading.promises.findingout import finds_out, has_it_then
from bot.reading.promises.lists import day_of_all
from bot.reading.promises.moving import acted_instead, without_former_day
from bot.reading.promises.ourpeople import our_makers
from bot.reading.promises.promised import is_its_day
from bot.reading.promises.promising import owed, still_owed
from bot.reading.promises.reported import Reported, is_shifted, reported
from bot.reading.steps.anytime import barring, coming_apart, without_barred
from bot.reading.steps.diary import kind_awaiting
from bot.reading.steps.hourly import at_an_hour
from bot.reading.steps.meetings import is_meeting_alone, kind_named
from bot.reading.steps.steps import cannot_come
from bot.reading.telegraph.onthephone import goes_on, has_picked_up, is_on
from bot.reading.telegraph.telegraph import in_full, side_listed, without_asides
from bot.reading.telegraph.tobedone import put_off
from bot.reading.telegraph.undone import does_again, is_new_day, is_now_on, late_by_their_words, owed_late, undone
from bot.reading.waits.absence import Away, away, back_from, before_leaving, first_from, leaving, speaks_of_absence
from bot.reading.waits.holding import asks_to_wait, plans_again, postpones, wait
from bot.reading.waits.ownevents import is_own_event
from bot.reading.waits.takenup import quiet_until, somewhere, taken_up
from bot.reading.waits.waiting import asks_until_event, decides_after, gathering, is_loose_day, puts_off, with_that_day
from bot.reading.words.beside import without_place
from bot.reading.words.money import is_sum
from bot.reading.words.signals import only_signals
from bot.reading.words.speech import SPEECH, SPOKE_WITH, person

# "says so", "says hi from Osaka": nothing was said.
_SAYS_NOTHING = re.compile(
    r"(?:so(?:\s+(?:lol|haha|anyway|again|at\s+least|too|him|her|them)(?:self|selves)?)*|(?:hello|hi|hey|thanks|thank\s+you|bye|good\s+(?:morning|day)|happy\s+(?:new\s+year|holidays|easter)|merry\s+christmas)(?:\s+(?:from|to|back|again)\b[^,]{0,25})?)[\s.!?]*$",
    re.IGNORECASE,
)


class Line(Heard):
    """One line while it is read, clause by clause."""

    def read(self, typed: str) -> None:
        """A condition takes the promise before it back, or holds for the clause behind it."""
        before, made = len(self.promises), self.has_just_promised
        for whole in (one for told in threat_apart(typed) for one in coming_apart(told)):
            for part in self.parts(whole):
                self._read(part)
        self.has_just_promised = made if is_sum(typed) else len(self.promises) - before
        self.on_condition = False
        if opens_condition(typed):
            for promise in self.promises[len(self.promises) - made :] if made else ():
                self.notes.insert(len(self.notes) - 1, promise.raw)
            del self.promises[len(self.promises) - made :]
            self.on_condition = not made and not tells_then(typed)

    def _read(self, typed: str) -> None:
        told_by_them = self.is_first and self.doer is Side.theirs and not self.said
        bare, barred = without_barred(spelled(typed))
        said = as_theirs(told_in_english(asked_of_us(without_place(bare))), headed=told_by_them)
        step = self.step
        is_told = self.is_first and not (self.said or self.is_letter)
        said = as_buyers(said, headed=self.is_headed or told_by_them) if is_told else said
        said = period_named(on_the_same_day(said, self.named_last, self.gathering))
        said = said if self.has_just_promised or self.step else with_that_day(said, self.named_last, self.away)
        full = self._in_full(said)
        plain = self._whole(self._ours(without_former_day(full, dates_in(full, self.day))))
        self.doer = doer(plain, self.doer)
        told = reported(plain)
        clause = self._duty(self._ours(told.words) if told else plain)
        self.number = self.number or number_in(plain)
        dates = dates_in(clause, self.day)
        if is_of_people(self, plain, typed):
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
        if barred and self.step and self.step is not step:
            self.step = barring(self.step, barred)
            self.notes += [] if typed in self.notes else [typed]
        self.named_kind, self.awaiting = kind_named(plain), "" if dates else kind_awaiting(plain)
        self.listed = side_listed(said) if dates else None
        self.gathering, self.left = gathering(clause, dates), leaving(clause, dates) or self.left
        self.wants, self.picked_up = is_wanted(plain), has_picked_up(plain)
        self.their_words = begins_their_words(plain)
        self.finds_out = finds_out(typed)
        self.bid = asked_for_bids(typed) or self.bid
        self.puts_off = puts_off(plain) or (not dates and asks_until_event(plain))
        self.named_last = next((day for day in reversed(dates) if day.on or day.choices), self.named_last)
        self.is_missed = self.is_missed or is_missing(plain) or Outcome.no_show in outcomes_in(plain)
        self.is_first = self.is_first and is_only_before(typed)

    def _in_full(self, clause: str) -> str:
        clause = before_leaving(without_asides(clause), self.away.since if self.away else None, self.day.today)
        acted = acted_instead(clause, dates_in(clause, self.day))
        self.is_instead, clause = acted != clause, acted
        clause = day_from_front(clause, dates_in(clause, self.day))
        dates = dates_in(clause, self.day)
        meant = goes_on(clause, dates[-1]) if self.picked_up and dates else self._ours_by_trade(clause, dates)
        asks = bool(dates) and postpones(clause, dates)
        is_found_out = self.finds_out and has_it_then(clause)
        if self.was_undone and is_now_on(clause, dates):
            meant = f"they will {self.undone} {dates[0].text}"
        meant = meant or (clause if asks or is_found_out else in_full(clause, dates, self.undone, self.their_thing))
        self.is_again = does_again(self.undone, self.undone_by, meant) or bool(dates and put_off(clause, dates[-1]))
        if self.is_again and self.undone_by is Side.ours:
            meant = re.sub(r"^they\b", "I", meant)
        late, whose = owed_late(clause, dates, self.doer)
        self.undone_by = whose if late else self.undone_by
        told = "" if cannot_come(clause, dates) else undone(clause, dates) or late_by_their_words(clause, self.said)
        self.was_undone = bool(late or told)
        self.undone = late or told or ("" if self.is_again else self.undone)
        self.is_filled, self.their_thing = meant != clause, their_thing(clause)
        return meant

    def _ours_by_trade(self, clause: str, dates: Sequence[DateReading]) -> str:
        """What a buyer asked sellers for, and what a seller's people make; behind a name of theirs their people are meant."""
        is_theirs = self.is_first and self.doer is Side.theirs
        return answers_bid(clause, dates, self.bid) or ("" if is_theirs else our_makers(clause, dates))

    def _whole(self, clause: str) -> str:
        """The clause with what it leaves out: who goes on, and what "it" is."""
        dates = dates_in(clause, self.day)
        named = self.wish.named(clause, dates)
        if named:
            last = self.promises[-1] if self.promises else None
            if last and self.wish.is_told_by(last.raw, asked=last.asked, is_undated=last.due is None):
                self.promises.pop()
            return named
        self.wish.hear(clause, dates)
        is_ours = bool(self.away or self.not_before) and is_our_try(clause)
        return carried(clause, None if is_ours else self.doer, dates)

    def _ours(self, clause: str) -> str:
        return of_ours(clause, self.day.colleagues, self.contact, known=bool(self.day.people))

    def _duty(self, clause: str) -> str:
        asked = "" if (due := owed(clause)) else duty(clause, dates_in(clause, self.day), soon=self.day.today + SOON)
        self.is_asked = bool(asked)
        self.is_again = self.is_again or bool(still_owed(clause))
        return due or asked or clause

    def _is_about_when(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        """Whether it says when they can be reached, or what becomes of the next step."""
        later = (
            replace(dates[0], on=dates[0].first_on or dates[0].on, not_before=True)
            if self._is_until_when(clause, dates)
            else None
        )
        not_before, absent = later or wait(clause, dates) or quiet_until(clause, dates), None
        if not not_before:
            absent = self._away(clause, dates)
            absent = absent or taken_up(clause, dates, self.people) or somewhere(clause, dates, self.people)
        then = None if not_before or absent else decides_after(clause, dates)
        if then:
            self.decides = (then, typed)
            self.notes.append(typed)
            return True
        if not_before and not later:
            is_asked = asks_to_wait(clause, dates, in_their_words=self.puts_off or not plans_again(typed))
            self.hold = "" if is_asked else typed
        self.not_before = not_before or self.not_before
        if (
            absent and not absent.who and (named := self.actor or self.contact)
        ):  # "Terje is the one who signs, he's away"
            absent = replace(absent, who=named)
            self.others += [] if named == self.contact or known_as(named, self.day.people) else [named]
        self.away = absent or self.away
        if not_before or absent:
            if not (not_before and self._is_speech(typed)):
                self.notes.append(typed)
            return True
        return tells_step(self, clause, typed, dates)

    def _away(self, clause: str, dates: Sequence[DateReading]) -> Away | None:
        """Behind an absence with its days "back the 18th" is the first such day from its end."""
        ends = self.away.back_on - timedelta(days=1) if self.away else self.left
        back = [first_from(one, ends) for one in dates] if ends else dates
        absent = away(clause, back, self.people, day_first=self.day.day_first)
        return back_from(absent, self.away, self.left, self.day.today) if absent and ends else absent

    def _is_until_when(self, clause: str, dates: Sequence[DateReading]) -> bool:
        return self.puts_off and is_loose_day(clause, dates)

    def _is_told(self, clause: str, typed: str, dates: Sequence[DateReading], told: Reported | None) -> bool:
        """A promise in reported words. What could be ours is never taken for their words (S21)."""
        if is_usual(clause) or (typed != clause and is_usual(typed)):
            self.notes.append(typed)
            return True
        if told is None:
            return False
        what = clause_of(clause)
        what = what if what.kind is Kind.promise else planned(clause, dates) or what
        if told.side and what.kind is Kind.promise and what.side and not is_own_event(clause, dates):
            take_promise(self, clause, what.side, dates, typed)
            return True
        if told.side is Side.theirs and not is_shifted(told.words):
            return False
        self.notes.append(typed)
        return True

    def _is_speech(self, typed: str) -> bool:
        words = SPEECH.match(typed)
        if (
            not words
            or not any(map(str.isalnum, words["said"]))
            or self.said
            or self.is_filled
            or number_in(typed)
            or says_act(typed)
        ):
            return False
        if _SAYS_NOTHING.match(words["said"]) or (not words["name"] and is_own_words(words["said"])):
            return False
        who = person(words["name"])
        self.actor = who or self.actor
        if self.contact and is_another(who, self.contact, self.day.people):  # of whom we spoke with it is no word
            self.notes.append(typed)
            return True
        self.said, self.contact = words["said"].strip(" .,"), self.contact or who
        self.wish.hear(self.said, dates_in(self.said, self.day))
        return True

    def _act(self, clause: str, typed: str, dates: Sequence[DateReading]) -> None:
        if self._is_no_act(clause, typed, dates):
            self.notes.append(typed)
            return
        if is_late(self, clause, typed) or is_needed(self, clause, dates, typed):
            return
        what = who_does_what(clause, dates)
        self.contact = self.contact or ("" if self._is_anybody(clause, dates) else what.name) or _met(typed)
        last = self.promises[-1] if self.promises else None
        if last and last.due is None and (is_its_day(clause, dates) or (last.again and is_new_day(clause, dates))):
            self.promises[-1] = with_day(self, last, dates[0].text)
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
            self.notes += [typed] if names_another(typed) else []
        elif dates and not passes_on(clause) and (meant := untaken(self._with_owner(clause, typed), self.day)):
            take_promise(self, *meant, dates_in(meant[0], self.day), typed)
        elif dates and self.listed and (one := in_list(clause, dates[-1], ours=self.listed is Side.ours)):
            take_promise(self, one, self.listed, dates_in(one, self.day), typed)
        elif not is_outcome_alone(typed, self.day.people) and not SPOKE_WITH.fullmatch(typed):
            self.notes.append(typed)
            self._hand_over(clause)

    def _hand_over(self, clause: str) -> None:
        handed = delivered(clause)
        if handed:
            self.delivered.append(replace(handed, before=was_before(clause, self.day)))
        elif self.delivered and spoils(clause):
            self.delivered[-1] = replace(self.delivered[-1], is_flawed=True)

    def _is_no_act(self, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
        behind = self.notes[-1] if self.notes else ""
        if not dates and only_signals(clause):
            self.has_signalled = self.is_met = True
            return True
        if not dates and tells_order(clause, in_their_words=self.their_words, behind=behind):
            self.has_ordered = True
            self.contact = self.contact or clause_of(clause).name
            return True
        is_none = is_machine(clause) or passes(clause) or is_opinion(typed) or has_the_say(clause, dates)
        self.actor = decider(clause) or self.actor
        is_none = (
            is_none or is_private(clause, behind) or is_own_event(clause, dates) or speaks_of_absence(clause, dates)
        )
        return is_none or (not dates and (is_meeting_alone(clause) or is_on(clause) or bool(kind_awaiting(clause))))

    @staticmethod
    def _with_owner(clause: str, typed: str) -> str:
        """Who stands in brackets was an aside so far: "layout (me) by Wed"."""
        return spelled(typed) if "(" in typed else clause

    @staticmethod
    def _is_anybody(clause: str, dates: Sequence[DateReading]) -> bool:
        """Who is away, cannot come or takes something over, and is not surely our contact, is none by that."""
        return speaks_of_absence(clause, dates) or cannot_come(clause, dates) or takes_over(clause)


def _met(typed: str) -> str:
    """With whom it was; "spoke to Petr's boss" names nobody."""
    found = SPOKE_WITH.match(typed)
    return found["name"] if found and not found["name"].endswith(("'s", "’s")) else ""
