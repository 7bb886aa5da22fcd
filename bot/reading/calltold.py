"""What a call line tells as a whole, once its clauses are read: what came of the call, and what of it is firm."""

import re
from collections.abc import Sequence
from functools import partial

from bot.model import Outcome, Result, Side
from bot.reading.bidding import asked_for_bids
from bot.reading.callline import Line
from bot.reading.callreading import CallReading
from bot.reading.delivered import Delivered
from bot.reading.fallen import given_up
from bot.reading.heard import dates_in
from bot.reading.newacts import new_acts
from bot.reading.newdays import new_days
from bot.reading.ordering import tells_order
from bot.reading.otherlanguages import told_in_english
from bot.reading.outcomes import outcome_of
from bot.reading.passing import hands_back
from bot.reading.promised import Promised
from bot.reading.purposes import kind_for
from bot.reading.results import perhaps_ordered, result_of
from bot.reading.shorthand import spelled
from bot.reading.speech import first_clauses
from bot.reading.steps import Step, goes_on
from bot.reading.told import came_unspoken, got_in_touch, is_not_called, tells_contact, wrote
from bot.reading.tries import is_summary
from bot.reading.visits import our_visit


def told_by(line: Line, typed: str, cased: str) -> CallReading:
    """`typed`: the line as it was typed, its sentences parted; `cased`: the same with the capitals of its names."""
    made, clauses = tuple(line.promises), first_clauses(cased)
    by_a_day = any(new_acts(cased, [one for one in made if one.due and not hands_back(one.raw)]))
    step = our_visit(line.step, clauses)
    outcome = outcome_of(cased, spoke=line.has_signalled or _spoke(line.said, made, step), by_a_day=by_a_day)
    step = None if outcome is Outcome.no_show and step and _was_missed(step) else step
    came, ordered = _of_today(line, cased), _has_ordered(line, typed)
    handed = any(not one.is_loose for one in came)
    is_told = not any(map(is_not_called, clauses))
    firm = [one for one in made if one.due or one.raw not in spelled(line.said)]
    acts = is_told and (any(new_acts(cased, firm)) or handed or ordered)
    agreed = _agreed(step, cased)
    is_met = line.is_met or bool(line.said) or any(one.side is Side.theirs for one in made)
    resulting = partial(result_of, typed, outcome, agreed=agreed, said=line.said, by_a_day=by_a_day)
    result = resulting(they_act=acts)
    by_acts = acts and result is Result.advance and not (handed or ordered)
    return CallReading(
        who="", outcome=outcome, result=result, said=line.said,
        contact=line.contact, promises=made, next_step=step, unsure_step=our_visit(line.unsure_step, clauses), not_before=line.not_before,
        note="; ".join(line.notes), dropped=None if goes_on(typed) else line.dropped, delivered=tuple(line.delivered),
        away=line.away, successor=line.successor, gone=line.gone, moved=tuple(line.moved), number=line.number,
        hold=line.hold, answered=tuple(line.answered), is_contact=is_told and (is_met or tells_contact(cased, line.day.people)),
        is_summary=is_summary(cased), in_writing=wrote(cased),
        rests_on_promises=by_acts and resulting(they_act=False) is not result,
        given_up=given_up(cased, line.said), rang=got_in_touch(cased), others=tuple(line.others), has_ordered=ordered,
        new_days=new_days(clauses, lambda clause: dates_in(clause, line.day)),
        came=outcome is Outcome.connected and came_unspoken(cased, handed=bool(came)),
    )  # fmt: skip


def _of_today(line: Line, cased: str) -> list[Delivered]:
    """What they handed over, as far as it is news of this call."""
    is_of_today = bool(_TODAY.search(cased))
    theirs = [one for one in line.delivered if one.side is Side.theirs and not (one.act or asked_for_bids(one.thing))]
    return [one for one in theirs if not (one.before and is_of_today)]


def _has_ordered(line: Line, typed: str) -> bool:
    words = map(told_in_english, first_clauses(line.said))
    is_said = any(tells_order(one, in_their_words=True) for one in words)
    return line.has_ordered or is_said or perhaps_ordered(typed, line.said)


def _agreed(step: Step | None, cased: str) -> str:
    """What kind of step was agreed; empty also of "lunch next week, date tbd", by which nothing is won yet."""
    is_unset = bool(step and step.date.first_on and _UNSET.search(cased))
    return kind_for(step, cased) if step and step.agreed and not (step.is_moved or is_unset) else ""


def _was_missed(step: Step) -> bool:
    """ "demo 11am, no show": the one that was missed, and none to come."""
    return bool(step.agreed and not step.date.by and _HOUR_ALONE.fullmatch(step.date.text))


def _spoke(said: str, made: Sequence[Promised], step: Step | None) -> bool:
    """What was agreed needs two; what we alone will do does not."""
    return bool(said or any(one.side is Side.theirs for one in made) or (step and step.agreed))


_HOUR_ALONE = re.compile(r"(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?", re.IGNORECASE)
# "sent the file 3/4. today only …": what was handed over before is no news of this call.
_TODAY = re.compile(
    r"(?:^|[.;,:]\s*|\bbut\s+)(?:so\s+)?(?:today|now|this\s+(?:morning|afternoon|time))\b", re.IGNORECASE
)
_UNSET = re.compile(
    r"\b(?:day|date|time|when|exact\s+day)\s+(?:is\s+|still\s+)*(?:tb[cdas]|open|unclear|to\s+be\s+(?:confirmed|decided|set|agreed|fixed))\b|\btb[cd]$",
    re.IGNORECASE,
)
