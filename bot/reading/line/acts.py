"""What somebody does in a clause: a promise, the day of one, an hour to speak at, or a thing handed over; else it is a note."""

from collections.abc import Sequence
from dataclasses import replace

from bot.arrivals import spoils
from bot.model import Side
from bot.reading.calendar.datewords import DateReading
from bot.reading.grammar.clauses import Kind, clause_of
from bot.reading.grammar.deciders import decider, has_the_say
from bot.reading.grammar.opinions import is_opinion
from bot.reading.grammar.others import passes_on, works_for_them
from bot.reading.line.heard import dates_in, was_before
from bot.reading.line.meant import Meant
from bot.reading.line.openly import in_list
from bot.reading.line.promisetold import is_needed, take_promise, who_does_what
from bot.reading.line.toldbefore import give_day, is_done, is_late, takes_its_time, with_day
from bot.reading.line.untaken import untaken
from bot.reading.outcome.changedhands import is_with_them
from bot.reading.outcome.delivered import delivered
from bot.reading.outcome.happened import is_outcome_alone
from bot.reading.outcome.machines import is_machine
from bot.reading.outcome.ordering import is_private, tells_order
from bot.reading.outcome.passing import passes
from bot.reading.people.introduced import names_another
from bot.reading.people.shorthand import spelled
from bot.reading.people.successor import takes_over
from bot.reading.promises.lists import day_of_all
from bot.reading.promises.promised import corrects_day, is_its_day, is_sent_then, is_wanted_then, narrows_day
from bot.reading.steps.diary import kind_awaiting
from bot.reading.steps.hourly import at_an_hour
from bot.reading.steps.meetings import is_meeting_alone
from bot.reading.steps.solong import is_so_long
from bot.reading.steps.steps import cannot_come
from bot.reading.telegraph.onthephone import is_on
from bot.reading.telegraph.undone import is_new_day
from bot.reading.waits.absence import speaks_of_absence
from bot.reading.waits.ownevents import is_own_event
from bot.reading.words.signals import only_signals
from bot.reading.words.speech import SPOKE_WITH


class Acting(Meant):
    def act(self, clause: str, typed: str, dates: Sequence[DateReading]) -> None:
        if self._is_no_act(clause, typed, dates):
            self.notes.append(typed)
            return
        told_before = takes_its_time(self, typed) or is_late(self, clause, typed) or is_done(self, typed)
        if told_before or is_needed(self, clause, dates, typed):
            return
        what = who_does_what(clause, dates, agreed=self.agrees)
        is_none = self._is_anybody(clause, dates) or is_with_them(clause, self.people)
        self.contact = self.contact or ("" if is_none else what.name) or _met(typed)
        last = self.promises[-1] if self.promises else None
        is_told = is_its_day(clause, dates) or (last is not None and last.again and is_new_day(clause, dates))
        if last and (
            (last.due is None and (is_told or is_sent_then(last.side, clause, dates)))
            or (self.has_just_promised and last.due is None and is_wanted_then(last.side, clause, dates))
            or (self.has_just_promised and (corrects_day(clause, dates) or narrows_day(last.due, clause, dates)))
        ):
            self.promises[-1] = with_day(self, last, clause[dates[0].start : dates[0].end])
        elif self.has_just_promised and day_of_all(clause, dates) and last and last.due is None:
            give_day(self, dates[0].text)
        elif what.kind is Kind.promise and what.side and not passes_on(clause):
            take_promise(self, clause, what.side, dates, typed)
        elif (
            self.step is None
            and self.unsure_step is None
            and (step := at_an_hour(clause, dates, self.named_kind, self.day.today, self.day.now))
        ):
            self.step, self.unsure_step = (step, None) if step.date.on else (None, step)
            self.notes += [typed] if names_another(typed) or self.unsure_step else []
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
        is_none = (
            is_machine(clause)
            or is_so_long(clause)
            or passes(clause)
            or is_opinion(typed)
            or has_the_say(clause, dates)
            or works_for_them(typed, self.people)
        )
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
