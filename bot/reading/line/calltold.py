"""What a call line tells as a whole, once its clauses are read: what came of the call, and what of it is firm."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot.model import Outcome, Result, Side
from bot.reading.grammar.bidding import asked_for_bids
from bot.reading.languages.otherlanguages import told_in_english
from bot.reading.line.callline import Line
from bot.reading.line.callreading import CallReading
from bot.reading.line.heard import dates_in
from bot.reading.line.newacts import new_acts
from bot.reading.outcome.choosing import goes_with_us
from bot.reading.outcome.delivered import Delivered
from bot.reading.outcome.fallen import given_up
from bot.reading.outcome.ordering import tells_order
from bot.reading.outcome.outcomes import outcome_of, tells_no_show
from bot.reading.outcome.passing import hands_back
from bot.reading.outcome.results import perhaps_ordered, result_of
from bot.reading.outcome.stayedaway import has_missing
from bot.reading.outcome.told import came_unspoken, got_in_touch, is_away_openly, is_not_called, tells_contact, wrote
from bot.reading.outcome.tries import is_summary
from bot.reading.outcome.visits import our_visit
from bot.reading.promises.newdays import new_days
from bot.reading.promises.promised import Promised
from bot.reading.steps.purposes import kind_for
from bot.reading.steps.steps import Step, goes_on
from bot.reading.telegraph.undonebyus import without_undone_by_us
from bot.reading.words.speech import first_clauses


def told_by(line: Line, typed: str, cased: str) -> CallReading:
    """`typed`: the line as it was typed, its sentences parted; `cased`: the same with the capitals of its names."""
    word = line.said if line.is_sure else ""
    made, clauses = tuple(line.promises), first_clauses(cased)
    by_a_day = any(new_acts([one for one in made if not hands_back(one.raw)]))
    step = None if line.step and is_summary(cased) and _LAST_ONE.match(line.step.raw) else our_visit(line.step, clauses)
    outcome = outcome_of(cased, spoke=line.has_signalled or _spoke(line.said, made, step), by_a_day=by_a_day)
    unsure = our_visit(line.unsure_step, clauses)
    if outcome is Outcome.no_show or has_missing(clauses):
        step, unsure = _still_to_come(step, clauses), _still_to_come(unsure, clauses)
    step = _ours_alone(step, line.day.today) if step and outcome in _TRIED else step
    came, ordered = _of_today(line, cased), _has_ordered(line, typed, word)
    handed = any(not one.is_loose for one in came)
    is_told = not any(map(is_not_called, clauses))
    acts = is_told and (any(new_acts(made)) or handed or ordered)
    on_a_day = unsure if unsure and not _HOUR_ALONE.fullmatch(unsure.date.text) else None  # "demo at 10" may be over
    agreed = _agreed(step or on_a_day, cased)
    is_met = (line.is_met and not is_summary(cased)) or bool(line.said) or any(one.side is Side.theirs for one in made)
    resulting = partial(result_of, typed, outcome, agreed=agreed, said=word, by_a_day=by_a_day)
    result = resulting(they_act=acts)
    by_acts = acts and result is Result.advance and not (handed or ordered)
    return CallReading(
        who="", outcome=outcome, result=result, said=line.said,
        contact=line.contact, promises=made, next_step=step, unsure_step=unsure, not_before=line.not_before,
        note="; ".join(line.notes), dropped=None if goes_on(typed) else line.dropped, delivered=tuple(line.delivered),
        away=line.away, successor=line.successor, gone=line.gone, moved=tuple(line.moved), number=line.number,
        hold=line.hold, answered=tuple(line.answered), is_contact=is_told and (is_met or outcome is Outcome.no_show or tells_contact(without_undone_by_us(cased, line.day.people), line.day.people)),
        is_summary=is_summary(cased), is_away_openly=is_away_openly(cased), in_writing=wrote(cased),
        rests_on_promises=by_acts and resulting(they_act=False) is not result,
        given_up=given_up(cased, word), rang=got_in_touch(cased), others=tuple(line.others), has_ordered=ordered,
        new_days=new_days(clauses, lambda clause: dates_in(clause, line.day)),
        came=outcome is Outcome.connected and came_unspoken(typed, handed=bool(came)),
    )  # fmt: skip


def _of_today(line: Line, cased: str) -> list[Delivered]:
    """What they handed over, as far as it is news of this call."""
    is_of_today = bool(_TODAY.search(cased))
    theirs = [
        one
        for one in line.delivered
        if one.side is Side.theirs and not (one.act or asked_for_bids(one.thing) or _QUESTIONS.search(one.thing))
    ]
    return [one for one in theirs if not (one.before and is_of_today)]


def _has_ordered(line: Line, typed: str, said: str) -> bool:
    words = map(told_in_english, first_clauses(said))
    is_said = any(tells_order(one, in_their_words=True) for one in words)
    chosen = any(map(goes_with_us, (*first_clauses(typed), *first_clauses(said))))
    return line.has_ordered or is_said or chosen or perhaps_ordered(typed, said)


def _agreed(step: Step | None, cased: str) -> str:
    """What kind of step was agreed; empty also of "lunch next week", which has no day yet, and of "demo stays Fri": nothing is won by it."""
    is_unset = bool(step and step.date.first_on and not step.date.spans)
    is_old = step is not None and bool(_STAYS.search(step.raw))
    return kind_for(step, cased) if step and step.agreed and not (step.is_moved or is_unset or is_old) else ""


def _still_to_come(step: Step | None, clauses: Sequence[str]) -> Step | None:
    """ "demo 11am, no show": an hour that is past, or told before they did not come, is that of the one they missed."""
    if step is None or not step.agreed or step.date.by or not _HOUR_ALONE.fullmatch(step.date.text):
        return step
    missed = next((at for at, clause in enumerate(clauses) if tells_no_show(clause)), len(clauses))
    is_before = any(step.raw in clause or clause in step.raw for clause in clauses[: missed + 1])
    return None if is_before or step.date.on is None else step


def _spoke(said: str, made: Sequence[Promised], step: Step | None) -> bool:
    """What was agreed needs two; what we alone will do does not."""
    is_news = any(one.side is Side.theirs and not one.again for one in made)
    return bool(said or is_news or (step and step.agreed))


_TRIED = frozenset({Outcome.left_message, Outcome.left_voicemail, Outcome.no_answer, Outcome.busy})


def _ours_alone(step: Step, today: date) -> Step:
    """ "in a meeting, left word, call back after 4": who was not reached today has agreed to no hour of it, nor to one we named."""
    if step.offered:
        return replace(step, agreed=False)
    is_later_today = step.what == "call" and step.date.on == today and step.date.not_before
    return replace(step, agreed=False, is_plan=True) if is_later_today else step


_QUESTIONS = re.compile(
    r"^(?:(?:the|an?|some|her|his|their|more|\d+|two|three|four|five|few|list\s+of)\s+)*(?:q['’]?s|questions?)\b",
    re.IGNORECASE,
)  # asked of us
# "demo stays 4/3 11am": what was agreed before is no news.
_STAYS = re.compile(
    r"\b(?:stays|remains|stands|holds|still\s+(?:on|stands|holds)|(?:is|['’]s)\s+still(?!\s+to\b)|unchanged|as\s+(?:planned|agreed|booked))\b",
    re.IGNORECASE,
)
_LAST_ONE = re.compile(
    r"(?:the\s+)?last\s+(?:one|try|call|vm|e-?mail|attempt|touch)\b", re.IGNORECASE
)  # of tries told at once
_HOUR_ALONE = re.compile(
    r"(?:today\s+)?(?:(?:at|@)\s*)?(?:noon|\d{1,2}(?:[:.]\d\d)?)\s*(?:am|pm)?(?:\s+(?:[ecmp][sd]?t|gmt|bst|ces?t|jst))?(?:\s+today)?",
    re.IGNORECASE,
)
# "sent the file 3/4. today only …": what was handed over before is no news of this call.
_TODAY = re.compile(
    r"(?:^|[.;,:]\s*|\bbut\s+)(?:so\s+)?(?:today|now|this\s+(?:morning|afternoon|time))\b", re.IGNORECASE
)
