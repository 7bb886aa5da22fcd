"""Stores one call in one act, the touch with all that it tells (bot.conversation.keeping), and reads it back."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from bot.cards import Reply
from bot.conversation.absences import step_clash
from bot.conversation.apart import told_apart
from bot.conversation.asking_next import question_for
from bot.conversation.days_off import step_off
from bot.conversation.exchange import Exchange
from bot.conversation.keeping import Kept, keep
from bot.conversation.moved_step import hour_told, on_its_new_day
from bot.conversation.settling import (
    is_only_ours,
    on_another_day,
    on_its_step,
)
from bot.conversation.shelving import to_bring, was_proposed
from bot.conversation.told_anew import told_anew
from bot.model import (
    Commitment,
    Deal,
    History,
    Outcome,
    Result,
    ShelfItem,
    Side,
    Standing,
    Touch,
)
from bot.playbook.agenda import ours_first
from bot.playbook.circumstances import circumstance
from bot.playbook.holds import open_steps
from bot.playbook.on_record import contact_of, spoken_step
from bot.playbook.questions import COMES_FIRST
from bot.playbook.restating import is_put_off
from bot.playbook.results import is_same_person, is_sign_of_life, open_promises
from bot.playbook.thanks import thank_you
from bot.playbook.wording import Words, sendable
from bot.reading.dates import find_dates
from bot.reading.line.callreading import CallReading
from bot.reading.line.noted import is_only_noted
from bot.views.logged import Logged, logged_card
from bot.views.one_question import Unclear


def record(exchange: Exchange, deal: Deal, reading: CallReading, *, inbound: bool = False) -> Reply:
    """Stores the call in one act, and answers with what was understood."""
    inbound, deal = inbound or reading.came, told_apart(exchange, deal)
    act_id = exchange.act(f"logged {_what(reading, inbound=inbound)} with {deal.label}")
    before = exchange.history(deal.id)
    reading = on_its_step(before, on_another_day(before, told_anew(before, reading)), exchange.told_on)
    reading = _spoken_with(before, on_its_new_day(before, reading, exchange.told_on))
    on, result = reading.called_on or exchange.told_on, _result(before, reading)
    exchange.store.history.add_touch(
        act_id, deal.id, exchange.member.id, exchange.now - (exchange.today - on), on, reading.outcome, result,
        said=reading.said, note=reading.note, contact=reading.contact, inbound=inbound,
    )  # fmt: skip
    is_ours_today = not inbound and on == exchange.today
    brought, perhaps = _brought(exchange, act_id, reading, before) if is_ours_today else (None, None)
    kept = keep(exchange, before, act_id, reading, result, inbound=inbound)
    history, now = exchange.refresh(deal.id)
    touch = max((touch for touch in history.touches if touch.act_id == act_id), key=attrgetter("id"))
    logged = replace(
        _logged(exchange, before, history, touch, reading, kept),
        brought=brought,
        perhaps_brought=perhaps,
        first=ours_first(history, exchange.policy, now.next_touch_on, exchange.today),
    )
    return _read_back(exchange, history, now, logged, reading)


def _brought(
    exchange: Exchange, act_id: int, reading: CallReading, before: History
) -> tuple[ShelfItem | None, ShelfItem | None]:
    """What of the shelf was brought by the call, since it had been proposed; else what may have been."""
    new = to_bring(exchange, before.deal, reading.outcome, before)
    if new is None or not was_proposed(exchange, new, before):
        return None, new
    exchange.store.house.bring(act_id, before.deal.id, exchange.today, new.id)
    return new, None


def _read_back(exchange: Exchange, history: History, now: Standing, logged: Logged, reading: CallReading) -> Reply:
    question = question_for(exchange, history, now.state, reading)
    is_met = is_sign_of_life(logged.touch) and not is_only_noted(reading)
    thankful = logged.promises and is_met and not isinstance(question, COMES_FIRST)
    thankful = thankful and not _is_past(exchange, history, logged.promises)
    recap = _recap(exchange, history) if thankful and _is_of_theirs(exchange, history, reading) else None
    sees = exchange.visible_to(history.deal)
    return Reply(logged_card(history, now, logged, question, recap, sees, exchange.today, exchange.free(history)))


def _spoken_with(before: History, reading: CallReading) -> CallReading:
    """Who is only told to be away was not spoken with: whom we deal with stays who it was."""
    known, named = contact_of(before), reading.contact
    if reading.others and not named:
        return replace(
            reading, contact=known, others=reading.others if known else ()
        )  # whom we deal with stays who it was
    is_away = reading.away is not None and bool(named) and is_same_person(named, reading.away.who)
    took_part = reading.said or any(one.side is Side.theirs for one in reading.promises)
    is_another = is_away and known and not took_part and not is_same_person(named, known)
    return replace(reading, contact=known, others=(named, *reading.others)) if is_another else reading


def _result(before: History, reading: CallReading) -> Result:
    """An excuse is no advance: who only names a later day for what they owe already has taken on nothing."""
    if is_only_noted(reading):
        return Result.none
    if reading.result is Result.advance and is_only_ours(before, reading):
        return Result.continuation
    if not reading.rests_on_promises:
        return reading.result
    still = open_promises(before, Side.theirs)
    theirs = [one for one in reading.promises if one.side is Side.theirs]
    put_off = theirs and all(is_put_off(one.text, one.due.on if one.due else None, still) for one in theirs)
    return Result.continuation if put_off else reading.result


def _is_of_theirs(exchange: Exchange, history: History, reading: CallReading) -> bool:
    """Else we spoke about them, with somebody else."""
    return not (reading.gone or reading.successor or circumstance(history, exchange.today))


def _is_past(exchange: Exchange, history: History, promises: Sequence[Commitment]) -> bool:
    """A line that waited names days that are over: no text says of them that they come."""
    step = spoken_step(history)
    days = [*(promise.due_on for promise in promises), step.on if step else None]
    return any(day < exchange.today for day in days if day)


def _recap(exchange: Exchange, history: History) -> Words | None:
    return sendable(thank_you(history, exchange.speaker, exchange.today), exchange.house.worn)


def _no_day(exchange: Exchange, note: str) -> str:
    """ "call again 30 Feb" stays a note, and the calendar's word on it is told. Figures alone may be something else: "24/31 ports"."""
    found = find_dates(note, exchange.told_on, day_first=exchange.day_first)
    return next((day.problem for day in found if day.problem and any(map(str.isalpha, day.text))), "")


def _logged(
    exchange: Exchange, before: History, history: History, touch: Touch, reading: CallReading, kept: Kept
) -> Logged:
    """What was made, as it stands now."""
    promises = tuple(promise for promise in history.commitments if promise.id in kept.read)
    step = next((step for step in history.next_steps if step.id == kept.step_id), None)
    return Logged(
        touch,
        promises,
        step,
        _unclear(promises, kept),
        touch.act_id,
        kept.settled.promises,
        kept.settled.perhaps,
        kept.settled.given_up,
        kept.perhaps_moved,
        kept.dropped or next((step for step in kept.beside if step not in open_steps(history)), None),
        beside=tuple(step for step in kept.beside if step in open_steps(history)) if kept.step_id else (),
        clash=step_clash(before, history, kept.step_id),
        off=step_off(exchange, history, kept.step_id),
        no_day=_no_day(exchange, reading.note),
        unread=reading.unread,
        worth=kept.worth,
        hour=hour_told(before, reading, step, exchange.told_on),
    )


def _unclear(promises: Sequence[Commitment], kept: Kept) -> tuple[Unclear, ...]:
    """Those whose day could be another one, or none."""
    return tuple(
        Unclear(promise, due.choices, due.problem)
        for promise in promises
        if (due := kept.read[promise.id].due) and due.on is None and (due.choices or due.problem)
    )


def _what(reading: CallReading, *, inbound: bool) -> str:
    if inbound:
        return "a reply"
    return {
        Outcome.left_voicemail: "a voicemail",
        Outcome.left_message: "a message",
        Outcome.email: "an email",
        Outcome.meeting: "a meeting",
    }.get(reading.outcome, "a call")
