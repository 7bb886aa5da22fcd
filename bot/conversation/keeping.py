"""Puts down what a call line tells beside the touch: people, promises of both sides, the next step, an absence.

A promise told again moves the one that is open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.absences import keep_absence
from bot.conversation.asking_next import worth_told
from bot.conversation.beside import call_off, holds_beside, steps_beside
from bot.conversation.exchange import Exchange
from bot.conversation.open_days import has_open_day
from bot.conversation.settling import (
    Settled,
    move_promises,
    perhaps_moved,
    settle_promises,
)
from bot.conversation.which_step import dropped_step, step_to_keep
from bot.model import (
    Commitment,
    Deal,
    History,
    NextStep,
    Result,
    Side,
    TurnKind,
    first_name,
    is_by_role,
)
from bot.phrasenames import with_names
from bot.playbook.holds import ASKED_TO_WAIT, DAY_OPEN, OUR_PLAN, appointments
from bot.playbook.on_record import contact_of, their_zone
from bot.playbook.restating import restated, told_for_its_day
from bot.playbook.results import are_two, is_same_person, open_promises
from bot.reading.line.callreading import CallReading
from bot.reading.promises.promised import Promised
from bot.reading.waits.holding import month_asked_for, plans_again
from bot.views.deals import amount
from bot.views.one_question import PerhapsMoved
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
    worth: str = ""  # of the deal now, in the words of the answer


def keep(
    exchange: Exchange, before: History, act_id: int, reading: CallReading, result: Result, *, inbound: bool = False
) -> Kept:
    """Whom it names, what the deal is worth, both sides' promises, the next step, who is away."""
    deal = before.deal
    _keep_contact(exchange, before, act_id, reading)
    worth = _keep_worth(exchange, deal, act_id, reading) if result is Result.order else ""
    settled = settle_promises(exchange, act_id, before, reading, inbound=inbound)
    read = _keep_promises(exchange, before, act_id, reading, settled)
    dropped = dropped_step(before, reading, exchange.told_on)
    step_id = _keep_step(exchange, deal, act_id, reading, before)
    beside = steps_beside(before, reading, exchange.today)
    if step_id:
        holds_beside(exchange, act_id, deal.id, beside)
    if dropped and step_id is None:
        call_off(exchange, act_id, before, dropped)
    moved = perhaps_moved(before, reading, exchange.told_on)
    _keep_absence(exchange, deal, act_id, reading)
    return Kept(read, settled, step_id, dropped, moved, beside, worth)


def _keep_contact(exchange: Exchange, before: History, act_id: int, reading: CallReading) -> None:
    """Who is named and new; a phone that was told adds to who is known."""
    known = {person.name.casefold() for person in before.contacts}
    phone, name = (reading.successor.phone if reading.successor else ""), reading.contact
    if reading.number and not phone:
        phone, name = reading.number.phone, reading.number.name or reading.contact or contact_of(before)
    for who in dict.fromkeys((reading.contact, name)):
        its_phone = phone if who == name else ""
        if who and not is_by_role(who) and (its_phone or who.casefold() not in known):
            exchange.store.history.add_contact(act_id, before.deal.id, who, phone=its_phone)
    for who in reading.others:
        if not any(is_same_person(who, one) for one in (reading.contact, *(person.name for person in before.contacts))):
            exchange.store.history.add_contact(act_id, before.deal.id, who)


def _keep_worth(exchange: Exchange, deal: Deal, act_id: int, reading: CallReading) -> str:
    """ "signed 3,900": what the deal is worth now, in the words of the answer."""
    value, named = worth_told(reading)
    if not value:
        return ""
    currency = named or deal.currency
    exchange.store.deals.change(act_id, deal.id, value=value, currency=currency)
    return amount(value, currency)


def _keep_promises(
    exchange: Exchange, before: History, act_id: int, reading: CallReading, settled: Settled
) -> dict[int, Promised]:
    """A promise told again moves the one that is open."""
    read: dict[int, Promised] = {}
    people = exchange.people_of(before.deal) if reading.promises else ()
    for promise in reading.promises:
        still = tuple(
            p
            for p in open_promises(before, promise.side)
            if p not in (*settled.promises, *settled.given_up) and p.id not in read
        )
        same = _of_the_same(still, before, reading, promise)
        told = restated(promise.text, same) or told_for_its_day(promise.text, _days_of(promise), same)
        again = told and _tell_again(exchange, act_id, told, promise)
        read[again or _promise(exchange, before.deal, act_id, reading, promise, people)] = promise
    return read | move_promises(exchange, act_id, before, reading, read)


def _days_of(promise: Promised) -> tuple[date, ...]:
    """Its day, or the two that may be meant."""
    due = promise.due
    return (due.on,) if due and due.on else tuple(due.choices) if due else ()


def _of_the_same(
    still: Sequence[Commitment], before: History, reading: CallReading, promise: Promised
) -> tuple[Commitment, ...]:
    """Of those that are open what whoever promises now has promised: one's day moves no other's."""
    who = promise.who or reading.contact
    if promise.side is Side.ours or reading.gone or reading.successor:
        return tuple(still)
    return tuple(one for one in still if not are_two(one.contact, who, before.contacts))


def _promise(
    exchange: Exchange, deal: Deal, act_id: int, reading: CallReading, promise: Promised, people: Sequence[str]
) -> int:
    """`people` are known there, whoever this call names among them."""
    names = {first_name(name) for name in (*people, *exchange.colleagues_in(promise.text)) if name}
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


def _keep_absence(exchange: Exchange, deal: Deal, act_id: int, reading: CallReading) -> None:
    absence = reading.away
    back = roll(absence.back_on, exchange.member) if absence else exchange.today
    if absence and back > exchange.today:
        who = first_name(absence.who or contact_of(exchange.history(deal.id))) or "they"
        keep_absence(exchange, deal, act_id, back, who, since=absence.since)
