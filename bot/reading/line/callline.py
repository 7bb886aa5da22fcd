"""One call line while it is read, clause by clause. Each clause is one thing: a day, a step, a promise, their words, or a note."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.model import Outcome, Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.days.daynamed import from_their_day, period_named
from bot.reading.days.pastday import without_back_then
from bot.reading.grammar.accepting import says_yes
from bot.reading.grammar.bidding import asked_for_bids
from bot.reading.grammar.buyers import as_buyers, is_only_before
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.deadlines import threat_apart
from bot.reading.grammar.deciders import decider, has_the_say
from bot.reading.grammar.firmness import holds_its_result, opens_condition, tells_then
from bot.reading.grammar.others import is_department
from bot.reading.grammar.usually import is_usual
from bot.reading.languages.otherlanguages import says_act, told_in_english
from bot.reading.line.acts import Acting
from bot.reading.line.callers import as_theirs
from bot.reading.line.heard import dates_in
from bot.reading.line.hourstold import from_hour, hours_in
from bot.reading.line.peopletold import is_of_people
from bot.reading.line.promisetold import planned, take_promise
from bot.reading.line.reports import told_in_words
from bot.reading.line.steptold import tells_step
from bot.reading.line.whichstep import they_sit_next
from bot.reading.naming.persons import is_another, known_as
from bot.reading.naming.phones import number_in
from bot.reading.outcome.happened import outcomes_in
from bot.reading.outcome.machines import is_own_words
from bot.reading.outcome.ordering import begins_their_words
from bot.reading.outcome.tries import is_missing
from bot.reading.outcome.wasdone import asked_of_us
from bot.reading.people.shorthand import spelled
from bot.reading.promises.bygrammar import is_wanted
from bot.reading.promises.carrying import doer, on_the_same_day, we_go_there
from bot.reading.promises.findingout import finds_out
from bot.reading.promises.moving import without_former_day
from bot.reading.promises.nextmorning import next_morning
from bot.reading.promises.reported import Reported, is_shifted, reported, says_first, without_yes
from bot.reading.steps.anytime import barring, without_barred
from bot.reading.steps.diary import kind_awaiting
from bot.reading.steps.doors import as_meeting
from bot.reading.steps.formerslot import with_day_after
from bot.reading.steps.meetings import kind_named
from bot.reading.steps.onavisit import coming_apart
from bot.reading.telegraph.onthephone import has_picked_up
from bot.reading.telegraph.telegraph import side_listed
from bot.reading.waits.absence import Away, away, back_from, first_from, is_of_somebody, leaving
from bot.reading.waits.holding import asks_to_wait, plans_again, wait
from bot.reading.waits.ownevents import is_own_event
from bot.reading.waits.takenup import away_all_week, quiet_until, somewhere, taken_up
from bot.reading.waits.waiting import (
    asks_until_event,
    busy_until,
    called_after,
    called_from,
    decides_after,
    gathering,
    is_loose_day,
    puts_off,
    with_that_day,
)
from bot.reading.words.beside import without_place
from bot.reading.words.money import is_sum
from bot.reading.words.speech import first_clauses, person

# "says so", "says hi from Osaka": nothing was said.
_SAYS_NOTHING = re.compile(
    r"(?:(?:she|he|they|sie|er|elle|il|lei|lui|ella|él|hun|hon|han|ze|zij|hij|ona|on)|so(?:\s+(?:lol|haha|anyway|again|at\s+least|too|him|her|them)(?:self|selves)?)*|(?:hello|hi|hey|sorry|no\s+(?:worries|problem|rush|hurry)|thanks|thank\s+you|bye|good\s+(?:morning|day)|happy\s+(?:new\s+year|holidays|easter)|merry\s+christmas)(?:\s+(?:from|to|back|again)\b[^,]{0,25})?)[\s.!?]*$",
    re.IGNORECASE,
)


_ONE_OF_OURS = re.compile(r"(?:our|my)\b", re.IGNORECASE)


class Line(Acting):
    """One line while it is read, clause by clause."""

    def read(self, typed: str) -> None:
        """A condition takes the promise before it back, or holds for the clause behind it."""
        before, made = len(self.promises), self.has_just_promised
        for whole in (one for told in threat_apart(typed) for one in coming_apart(told)):
            for part in self.parts(whole):
                step = self.step
                self._read(part)
                self.is_new_step = self.step is not step
        self.has_just_promised = made if is_sum(typed) else len(self.promises) - before
        self.on_condition = False
        if opens_condition(typed) and not holds_its_result(typed):
            for promise in self.promises[len(self.promises) - made :] if made else ():
                self.notes.insert(len(self.notes) - 1, promise.raw)
            del self.promises[len(self.promises) - made :]
            self.on_condition = not made and not tells_then(typed)

    def _read(self, typed: str) -> None:
        told_by_them = self.is_first and self.doer is Side.theirs and not self.said
        bare, barred = without_barred(without_yes(spelled(says_first(typed))))
        asked = asked_of_us(without_place(without_back_then(as_meeting(bare))))
        said = as_theirs(told_in_english(asked), headed=told_by_them)
        step = self.step
        is_told = self.is_first and not (self.said or self.is_letter)
        said = as_buyers(said, headed=self.is_headed or told_by_them) if is_told else said
        said = self._once_free(called_after(said, self.away))
        said = self._with_its_days(said)
        full = self.as_meant(self._of_its_new_day(said))
        plain = self.whole(self.ours(without_former_day(full, dates_in(full, self.day))))
        self.doer = doer(plain, self.doer)
        told = reported(plain)
        clause = self.as_duty(self.ours(self._as_promised(told)) if told else plain)
        clause = next_morning(clause, self.day.today, self.day.now)
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
            named = clause_of(plain).name or clause_of(clause).name
            self.contact = self.contact or ("" if is_department(named) else named)
        else:
            self.act(clause, typed, dates)
        if barred and self.step and self.step is not step:
            self.step = barring(self.step, barred)
            self.notes += [] if typed in self.notes else [typed]
        self._remember(typed, said, plain, clause, dates)

    def _once_free(self, said: str) -> str:
        """ "try after" behind "in surgery til 3": today, and no later day."""
        called = called_from(said, self.busy_until)
        is_today = called != said and any(one.on == self.day.today for one in hours_in(self, called))
        return called if is_today else said

    def _with_its_days(self, said: str) -> str:
        """ "within two days", "the same day", "not before then" as the days that were named before."""
        made = self.promises[-1] if self.promises and self.has_just_promised else None
        theirs = made.due if made and made.side is Side.theirs else None
        said = we_go_there(from_their_day(said, theirs, self.day.today), theirs)
        said = period_named(on_the_same_day(said, self.named_last, self.gathering))
        return said if self.has_just_promised or self.step else with_that_day(said, self.named_last, self.away)

    def _as_promised(self, told: Reported) -> str:
        """ "told him our crew fixes it": whom we promise it of works for us."""
        return self.as_meant(told.words) if told.side is Side.ours and _ONE_OF_OURS.match(told.words) else told.words

    def _remember(self, typed: str, said: str, plain: str, clause: str, dates: Sequence[DateReading]) -> None:
        """What the clauses behind it may build on."""
        self.before = plain
        self.named_kind, self.awaiting = kind_named(plain), "" if dates else kind_awaiting(plain)
        self.listed = side_listed(said) if dates else None
        is_next = they_sit_next(clause, "; ".join((self.said, *self.notes[-2:])))
        self.gathering, self.left = gathering(clause, dates, is_next=is_next), leaving(clause, dates) or self.left
        self.wants, self.picked_up = is_wanted(plain), has_picked_up(plain)
        self.their_words, self.agrees = begins_their_words(plain), says_yes(plain)
        self.finds_out, self.busy_until = finds_out(typed), "" if dates else busy_until(typed)
        self.bid = asked_for_bids(typed) or self.bid
        self.puts_off = puts_off(plain) or (not dates and asks_until_event(plain))
        self.named_last = next(
            (day for day in reversed(from_hour(clause, dates)) if day.on or day.choices), self.named_last
        )
        self.is_missed = self.is_missed or is_missing(plain) or Outcome.no_show in outcomes_in(plain)
        self.is_first = self.is_first and is_only_before(typed)

    def _of_its_new_day(self, said: str) -> str:
        said = with_day_after(said, dates_in(said, self.day))
        dates = dates_in(said, self.day)
        return without_former_day(said, dates) if len(dates) > 1 else said  # its old day and its new one

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
            absent = absent or away_all_week(clause, lambda told: dates_in(told, self.day), self.people)
        then = None if not_before or absent else decides_after(clause, dates)
        if then:
            self.decides = (then, typed)
            self.notes.append(typed)
            return True
        if not_before and not later:
            is_asked = asks_to_wait(clause, dates, in_their_words=self.puts_off or not plans_again(typed))
            if self.not_before and not self.hold and not is_asked:  # what they asked for holds, however things are
                self.notes.append(typed)
                return True
            self.hold = "" if is_asked or self.puts_off else typed
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
        what = what if what.kind is Kind.promise else planned(clause, dates, is_said=True) or what
        if not dates and kind_awaiting(clause):
            self.notes.append(typed)
            return True
        if told.side and what.kind is Kind.promise and what.side and not is_own_event(clause, dates):
            take_promise(self, clause, what.side, dates, typed)
            return True
        if told.side is Side.theirs and not is_shifted(told.words):
            return False
        self.notes.append(typed)
        return True

    def _is_speech(self, typed: str) -> bool:
        words = told_in_words(typed)
        if (
            not words
            or not any(map(str.isalnum, words.said))
            or self.said
            or self.is_filled
            or number_in(typed)
            or says_act(typed)
        ):
            return False
        if _SAYS_NOTHING.match(words.said) or (not words.name and is_own_words(words.said)):
            return False
        first = next(iter(first_clauses(words.said)), "")
        self.actor = decider(first) or self.actor
        if is_department(words.name) or self._tells_of_somebody(first, words.said):  # no word of theirs
            self.notes.append(typed)
            return True
        who = person(words.name)
        self.actor = who or self.actor
        if self.contact and is_another(who, self.contact, self.day.people):  # of whom we spoke with it is no word
            self.notes.append(typed)
            return True
        self.said, self.contact = words.said.strip(" .,"), self.contact or who
        self.is_sure = words.is_sure
        self.wish.hear(self.said, dates_in(self.said, self.day))
        return True

    def _tells_of_somebody(self, first: str, said: str) -> bool:
        """Only who is away, or who has the say."""
        return has_the_say(first, ()) or is_of_somebody(said, dates_in(said, self.day), self.people)
