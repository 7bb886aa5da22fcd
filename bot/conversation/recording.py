"""Stores one call in one act: the touch, both sides' promises and the next step, and reads them back.

A promise told again moves the one that is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.cards import Reply
from bot.conversation.absences import keep_absence, step_clash
from bot.conversation.apart import told_apart
from bot.conversation.asking_next import question_for, worth_told
from bot.conversation.beside import call_off, holds_beside, steps_beside
from bot.conversation.days_off import step_off
from bot.conversation.exchange import Exchange
from bot.conversation.finding import colleagues_in
from bot.conversation.moved_step import hour_told, on_its_new_day
from bot.conversation.open_days import has_open_day
from bot.conversation.settling import (
    Settled,
    is_only_ours,
    move_promises,
    on_another_day,
    on_its_step,
    perhaps_moved,
    settle_promises,
)
from bot.conversation.shelving import to_bring, was_proposed
from bot.conversation.told_anew import told_anew
from bot.conversation.which_step import dropped_step, step_to_keep
from bot.model import (
    Commitment,
    Deal,
    History,
    NextStep,
    Outcome,
    Result,
    Side,
    Standing,
    Touch,
    TurnKind,
    first_name,
)
from bot.phrasenames import with_names
from bot.playbook.agenda import ours_first
from bot.playbook.circumstances import circumstance
from bot.playbook.holds import ASKED_TO_WAIT, DAY_OPEN, OUR_PLAN, appointments, open_steps
from bot.playbook.on_record import contact_of, spoken_step, their_zone
from bot.playbook.questions import COMES_FIRST
from bot.playbook.restating import is_put_off, restated
from bot.playbook.results import are_two, is_same_person, is_sign_of_life, open_promises
from bot.playbook.thanks import thank_you
from bot.playbook.wording import Words, sendable
from bot.reading.dates import find_dates
from bot.reading.line.callreading import CallReading
from bot.reading.promises.promised import Promised
from bot.reading.waits.holding import month_asked_for, plans_again
from bot.views.deals import amount
from bot.views.logged import Logged, logged_card
from bot.views.one_question import PerhapsMoved, Unclear
from bot.worktime import roll


@dataclass(frozen=True)
class Kept:
    """What one log made and ended."""

    read: Mapping[int, Promised]  # by the promise on record: what was read
    settled: Settled
    step_id: int | None
    dropped: NextStep | None
    perhaps_moved: PerhapsMoved | None
    beside: tuple[NextStep, ...]


def record(exchange: Exchange, deal: Deal, reading: CallReading, *, inbound: bool = False) -> Reply:
    """Stores the call in one act, and answers with what was understood."""
    inbound, deal = inbound or reading.came, told_apart(exchange, deal)
    act_id = exchange.act(f"logged {_what(reading, inbound=inbound)} with {deal.label}")
    before = exchange.history(deal.id)
    reading = on_its_step(before, on_another_day(before, told_anew(before, reading)), exchange.told_on)
    reading = _spoken_with(before, on_its_new_day(before, reading, exchange.told_on))
    on, result = reading.called_on or exchange.told_on, _result(before, reading)
    touch_id = exchange.store.history.add_touch(
        act_id, deal.id, exchange.member.id, exchange.now - (exchange.today - on), on, reading.outcome, result,
        said=reading.said, note=reading.note, contact=reading.contact, inbound=inbound,
    )  # fmt: skip
    is_ours_today = not inbound and on == exchange.today
    new = to_bring(exchange, deal, reading.outcome, before) if is_ours_today else None
    shown = new is not None and was_proposed(exchange, new, before)
    if new and shown:
        exchange.store.house.bring(act_id, deal.id, exchange.today, new.id)
    _keep_contact(exchange, before, act_id, reading)
    worth = _keep_worth(exchange, deal, act_id, reading) if result is Result.order else ""
    kept = _keep(exchange, before, act_id, reading)
    _keep_absence(exchange, deal, act_id, reading)
    history, now = exchange.refresh(deal.id)
    touch = next(touch for touch in history.touches if touch.id == touch_id)
    logged = replace(
        _logged(history, touch, kept),
        clash=step_clash(before, history, kept.step_id),
        off=step_off(exchange, history, kept.step_id),
        brought=new if shown else None,
        perhaps_brought=None if shown else new,
        no_day=_no_day(exchange, reading.note),
        unread=reading.unread,
        first=ours_first(history, exchange.policy, now.next_touch_on, exchange.today),
        worth=worth,
        hour=hour_told(
            before, reading, next((one for one in history.next_steps if one.id == kept.step_id), None), exchange.told_on
        ),
    )
    return _read_back(exchange, history, now, logged, reading)


def _read_back(exchange: Exchange, history: History, now: Standing, logged: Logged, reading: CallReading) -> Reply:
    question = question_for(exchange, history, now.state, reading)
    thankful = logged.promises and is_sign_of_life(logged.touch) and not isinstance(question, COMES_FIRST)
    thankful = thankful and not _is_past(exchange, history, logged.promises)
    recap = _recap(exchange, history) if thankful and _is_of_theirs(exchange, history, reading) else None
    sees = exchange.visible_to(history.deal)
    return Reply(logged_card(history, now, logged, question, recap, sees, exchange.today, exchange.free(history)))


def _keep_worth(exchange: Exchange, deal: Deal, act_id: int, reading: CallReading) -> str:
    """ "signed 3,900": what the deal is worth now, in the words of the answer."""
    value, named = worth_told(reading)
    if not value:
        return ""
    currency = named or deal.currency
    exchange.store.deals.change(act_id, deal.id, value=value, currency=currency)
    return amount(value, currency)


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


def _keep_contact(exchange: Exchange, before: History, act_id: int, reading: CallReading) -> None:
    """Who is named and new; a phone that was told adds to who is known."""
    known = {person.name.casefold() for person in before.contacts}
    phone, name = (reading.successor.phone if reading.successor else ""), reading.contact
    if reading.number and not phone:
        phone, name = reading.number.phone, reading.number.name or reading.contact or contact_of(before)
    for who in dict.fromkeys((reading.contact, name)):
        its_phone = phone if who == name else ""
        if who and (its_phone or who.casefold() not in known):
            exchange.store.history.add_contact(act_id, before.deal.id, who, phone=its_phone)
    for who in reading.others:
        if not any(is_same_person(who, one) for one in (reading.contact, *(person.name for person in before.contacts))):
            exchange.store.history.add_contact(act_id, before.deal.id, who)


def _keep(exchange: Exchange, before: History, act_id: int, reading: CallReading) -> Kept:
    """Stores the promises and the next step; a promise told again moves the one that is open."""
    settled = settle_promises(exchange, act_id, before, reading)
    read: dict[int, Promised] = {}
    people = exchange.people_of(before.deal) if reading.promises else ()
    for promise in reading.promises:
        still = tuple(
            p
            for p in open_promises(before, promise.side)
            if p not in (*settled.promises, *settled.given_up) and p.id not in read
        )
        told = restated(promise.text, _of_the_same(still, before, reading, promise))
        again = told and _tell_again(exchange, act_id, told, promise)
        read[again or _promise(exchange, before.deal, act_id, reading, promise, people)] = promise
    read |= move_promises(exchange, act_id, before, reading, read)
    dropped = dropped_step(before, reading, exchange.told_on)
    step_id = _keep_step(exchange, before.deal, act_id, reading, before)
    beside = steps_beside(before, reading, exchange.today)
    if step_id:
        holds_beside(exchange, act_id, before.deal.id, beside)
    if dropped and step_id is None:
        call_off(exchange, act_id, before, dropped)
    return Kept(read, settled, step_id, dropped, perhaps_moved(before, reading, exchange.told_on), beside)


def _of_the_same(
    still: Sequence[Commitment], before: History, reading: CallReading, promise: Promised
) -> tuple[Commitment, ...]:
    """Of those that are open what whoever promises now has promised: one's day moves no other's."""
    who = promise.who or reading.contact
    if promise.side is Side.ours or reading.gone or reading.successor:
        return tuple(still)
    return tuple(one for one in still if not are_two(one.contact, who, before.contacts))


def _logged(history: History, touch: Touch, kept: Kept) -> Logged:
    """What was made, as it stands now."""
    promises = tuple(promise for promise in history.commitments if promise.id in kept.read)
    unclear = tuple(
        Unclear(promise, due.choices, due.problem)
        for promise in promises
        if (due := kept.read[promise.id].due) and due.on is None and (due.choices or due.problem)
    )
    step = next((step for step in history.next_steps if step.id == kept.step_id), None)
    return Logged(
        touch,
        promises,
        step,
        unclear,
        touch.act_id,
        kept.settled.promises,
        kept.settled.perhaps,
        kept.settled.given_up,
        kept.perhaps_moved,
        kept.dropped or next((step for step in kept.beside if step not in open_steps(history)), None),
        beside=tuple(step for step in kept.beside if step in open_steps(history)) if kept.step_id else (),
    )


def _promise(
    exchange: Exchange, deal: Deal, act_id: int, reading: CallReading, promise: Promised, people: Sequence[str]
) -> int:
    """`people` are known there, whoever this call names among them."""
    names = {first_name(name) for name in (*people, *colleagues_in(exchange, promise.text)) if name}
    text = with_names(promise.text, sorted(names))
    doer = next((name for name in reversed(people) if is_same_person(promise.who, name)), promise.who)
    return exchange.store.history.add_commitment(
        act_id, deal.id, promise.side, text, exchange.told_on,
        due_on=promise.due.on if promise.due else None, soft=promise.soft,
        contact=doer or reading.contact,
    )  # fmt: skip


def _tell_again(exchange: Exchange, act_id: int, told: Commitment, promise: Promised) -> int:
    due_on = promise.due.on if promise.due else None
    if due_on and due_on != told.due_on:
        exchange.store.history.add_turn(
            act_id, told, exchange.told_on, TurnKind.moved, due_on=due_on, moved_by=told.side
        )
    return told.id


def _keep_absence(exchange: Exchange, deal: Deal, act_id: int, reading: CallReading) -> None:
    absence = reading.away
    back = roll(absence.back_on, exchange.member) if absence else exchange.today
    if absence and back > exchange.today:
        who = first_name(absence.who or contact_of(exchange.history(deal.id))) or "they"
        keep_absence(exchange, deal, act_id, back, who, since=absence.since)


def _keep_step(exchange: Exchange, deal: Deal, act_id: int, reading: CallReading, before: History) -> int | None:
    step = step_to_keep(before, reading, exchange.told_on)
    if step and step.date.on:
        return exchange.store.history.add_next_step(
            act_id, deal.id, exchange.told_on, step.what, step.date.on, at=step.date.at, zone=their_zone(before, step.date.zone), agreed=step.agreed and not has_open_day(step),
            purpose=OUR_PLAN if step.is_plan else DAY_OPEN if has_open_day(step) else "",
        )  # fmt: skip
    if reading.not_before and reading.not_before.on:
        wait_until = roll(reading.not_before.on, exchange.member)
        if not reading.hold and any(step.on >= wait_until for step in appointments(before, exchange.today)):
            return None  # what is agreed for later says it already
        asked = f"{ASKED_TO_WAIT}{month_asked_for(reading.not_before, exchange.told_on) or 'then'}"
        purpose = OUR_PLAN if plans_again(reading.hold) else reading.hold or asked
        return exchange.store.history.add_next_step(
            act_id, deal.id, exchange.told_on, "call", wait_until, purpose=purpose, agreed=not reading.hold
        )
    return None


def _what(reading: CallReading, *, inbound: bool) -> str:
    if inbound:
        return "a reply"
    return {
        Outcome.left_voicemail: "a voicemail",
        Outcome.left_message: "a message",
        Outcome.email: "an email",
        Outcome.meeting: "a meeting",
    }.get(reading.outcome, "a call")
