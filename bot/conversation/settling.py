"""What a call line settles of what was promised: what was handed over, and what gets another day. Of the next step: which_step."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.conversation.exchange import Exchange
from bot.model import Commitment, History, NextStep, Outcome, Result, Side, TurnKind, first_name
from bot.playbook.holds import pending_step
from bot.playbook.ordered import kept_by_an_order
from bot.playbook.restating import (
    answered,
    done_as_told,
    given_up,
    holds_more,
    in_touch,
    mailed,
    nearly_settled,
    restated,
    settled,
)
from bot.playbook.results import are_two, open_promises
from bot.playbook.rung import rung
from bot.reading.calendar.datewords import DateReading
from bot.reading.line.callreading import CallReading
from bot.reading.outcome.delivered import Delivered
from bot.reading.promises.moving import Moved, day_instead, is_unable_on
from bot.reading.promises.promised import Promised
from bot.reading.steps.steps import Step
from bot.views.one_question import PerhapsMoved

_BEHIND, _FIRST = re.compile(r"\s+(?:to|for)\s+(?P<who>[\w'’-]+)$"), re.compile(r"^(?P<who>[\w'’-]+)\s+(?=\S)")
_AGAIN = re.compile(r"\bagain\b", re.IGNORECASE)
_A_MONTH = timedelta(days=31)


@dataclass(frozen=True)
class Settled:
    """`promises` are done; of `perhaps` nobody can be sure, and it is asked."""

    promises: tuple[Commitment, ...] = ()
    perhaps: tuple[Commitment, ...] = ()
    given_up: tuple[Commitment, ...] = ()  # they will not do it any more


def settle_promises(
    exchange: Exchange, act_id: int, before: History, reading: CallReading, *, inbound: bool = False
) -> Settled:
    """Marks what was surely handed over, or called about, as kept. What they wrote to us is no call of ours."""
    done: dict[int, Commitment] = {}
    perhaps: dict[int, Commitment] = {}
    for handed in reading.delivered:
        clear, maybe = _which(handed, before)
        done |= {promise.id: promise for promise in clear}
        perhaps |= {promise.id: promise for promise in maybe}
    theirs = open_promises(before, Side.theirs)
    is_no = reading.result is Result.no_sale
    done |= {p.id: p for who in reading.answered for p in answered(who, theirs, is_no=is_no)}
    done |= {p.id: p for p in _in_touch(theirs, reading)}
    done |= {p.id: p for p in kept_by_an_order(theirs)} if reading.result is Result.order else {}
    on = reading.called_on or exchange.told_on
    done |= {} if inbound else {p.id: p for p in called(exchange, before, reading.outcome, on, reading.contact)}
    fallen = {p.id: p for act in reading.given_up if (p := given_up(act, theirs)) and p.id not in done}
    for promise in (*done.values(), *fallen.values()):
        kind = TurnKind.broken if promise.id in fallen else TurnKind.kept
        exchange.store.history.add_turn(act_id, promise, exchange.told_on, kind)
    asked = tuple(p for p in perhaps.values() if p.id not in {*done, *fallen})
    return Settled(tuple(done.values()), asked, tuple(fallen.values()))


def called(
    exchange: Exchange, before: History, outcome: Outcome, on: date, contact: str = ""
) -> tuple[Commitment, ...]:
    """Our promises that are done by the call, where whoever has the deal made it."""
    return rung(before, outcome, on, contact) if exchange.member.id == before.deal.owner_id else ()


def _in_touch(theirs: Sequence[Commitment], reading: CallReading) -> Iterator[Commitment]:
    """To call or write was kept by whoever did; "I'll call you Monday instead" is another day, and nothing kept."""
    dated = [one for one in reading.promises if one.side is Side.theirs and one.due and not _AGAIN.search(one.raw)]
    later = {told.id for one in dated if (told := restated(one.text, theirs))}
    for one in reading.rang:
        yield from (p for p in in_touch(theirs, one.who, has_called=one.has_called) if p.id not in later)


def move_promises(
    exchange: Exchange, act_id: int, before: History, reading: CallReading, told: Mapping[int, Promised]
) -> dict[int, Promised]:
    """ "quote moved to Wed": the one open promise that it names gets that day. By its id: what was read."""
    moved: dict[int, Promised] = {}
    for promise, move in moving(before, reading, exchange.told_on, told):
        on = move.day.on
        if on and on != promise.due_on:
            exchange.store.history.add_turn(
                act_id, promise, exchange.told_on, TurnKind.moved, due_on=on, moved_by=promise.side
            )
        moved[promise.id] = Promised(promise.side, promise.text, move.day, promise.soft, move.thing)
    return moved


def moving(
    before: History, reading: CallReading, today: date, told: Collection[int] = ()
) -> Iterator[tuple[Commitment, Moved]]:
    """The open promises that get another day, beside those that are `told` again with theirs."""
    for move in reading.moved:
        still = [p for side in (Side.ours, Side.theirs) for p in open_promises(before, side) if p.id not in told]
        same = tuple(p for p in still if not are_two(p.contact, reading.contact, before.contacts))
        fits = settled(_to_nobody(move.thing, before), still) if move.thing else _dated(same)
        if len(fits) == 1 and (move.thing or not _step_ahead(before, today)):
            yield fits[0], move


def owing(thing: str, before: History) -> tuple[Commitment, ...]:
    """The open promises, of either side, that hold the thing."""
    return settled(_to_nobody(thing, before), [one for side in Side for one in open_promises(before, side)])


def perhaps_moved(before: History, reading: CallReading, today: date) -> PerhapsMoved | None:
    """ "now says Monday", when several things are open: which one it is, is asked."""
    day = _new_day(reading)
    fits, step = _dated(open_promises(before, Side.theirs)), _step_ahead(before, today)
    is_asked = day and day.on and len(fits) + bool(step) > 1
    if is_asked and day and day.on:
        return PerhapsMoved(fits, step, day.on)
    several = (
        (move.day.on or max(move.day.choices, default=None), owing(move.thing, before)) for move in reading.new_days
    )
    return next((PerhapsMoved(some, None, on) for on, some in several if on and len(some) > 1), None)


def on_another_day(before: History, reading: CallReading) -> CallReading:
    """A promise that is told again for another day "instead": that day is looked for from the one it had."""
    made = tuple(
        replace(one, due=_instead(before, reading, one)) if one.due and one.due.on else one for one in reading.promises
    )
    return replace(reading, promises=made)


def _instead(before: History, reading: CallReading, told: Promised) -> DateReading | None:
    old = restated(told.text, open_promises(before, told.side))
    if old is None or old.due_on is None or told.due is None:
        return told.due
    is_instead = told.instead or is_unable_on(old.due_on, reading.note)
    return day_instead(told.due, old.due_on) if is_instead else told.due


def on_its_step(before: History, reading: CallReading, today: date) -> CallReading:
    """ "now says Monday", when only the next step is open: it is then. "Next year" is no day of a step, and once they asked to
    wait until a day of their own, another that they say is not the step's."""
    day, step = _new_day(reading), _step_ahead(before, today)
    if day and step and (reading.not_before or _is_wide(day)):
        waits = reading.not_before or (_first_of(day) if reading.dropped else None)
        return replace(reading, not_before=waits)
    if (
        day
        and day.not_before
        and day.on
        and not (step or reading.next_step or reading.not_before or any(open_promises(before, side) for side in Side))
    ):
        return replace(
            reading, not_before=day
        )  # "she says after Easter", and nothing is there that it could be said of
    if not day or not step or reading.next_step or open_promises(before, Side.theirs):
        return reading
    return replace(reading, next_step=Step(step.what, day, day.text, is_moved=True))


def _is_wide(day: DateReading) -> bool:
    return bool(day.first_on and day.last_on and day.last_on - day.first_on > _A_MONTH)


def _first_of(day: DateReading) -> DateReading:
    return replace(day, on=day.first_on, first_on=None, last_on=None)


def _new_day(reading: CallReading) -> DateReading | None:
    return next((move.day for move in reading.moved if not move.thing), None)


def _step_ahead(before: History, today: date) -> NextStep | None:
    step = pending_step(before)
    return step if step and step.agreed and not step.purpose and step.on >= today else None


def _dated(still: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Theirs that have a day; else theirs that have none."""
    theirs = tuple(promise for promise in still if promise.side is Side.theirs)
    return tuple(promise for promise in theirs if promise.due_on) or theirs


def _which(handed: Delivered, before: History) -> tuple[tuple[Commitment, ...], tuple[Commitment, ...]]:
    other = Side.ours if handed.side is Side.theirs else Side.theirs
    still, others = open_promises(before, handed.side), open_promises(before, other)
    thing = _to_nobody(handed.thing, before)
    if handed.act:
        done = done_as_told(handed.act, thing, still)
        return (done, ()) if len(done) == 1 else ((), done)
    fits = settled(thing, still) or mailed(thing, handed.to, still)
    rivals = () if handed.is_named else settled(thing, others)
    either = (*fits, *rivals)  # "the contract was sent": whoever had promised it
    if handed.is_flawed or _to_another(handed, before, either):
        return (), either
    if len(either) == 1 and (fits or handed.is_loose) and not holds_more(either[0].text, thing):
        return either, ()
    return (), either or (() if handed.is_loose else nearly_settled(thing, still))


def is_only_ours(before: History, reading: CallReading) -> bool:
    """ "Got the quote", where the quote was for us to send: they have it, and have done nothing themselves."""
    handed = [one for one in reading.delivered if one.side is Side.theirs]
    is_theirs = reading.said or reading.has_ordered or any(one.side is Side.theirs for one in reading.promises)
    return bool(handed) and not is_theirs and all(not one.is_named and _is_ours(one.thing, before) for one in handed)


def _is_ours(thing: str, before: History) -> bool:
    ours, theirs = (settled(thing, open_promises(before, side)) for side in (Side.ours, Side.theirs))
    return bool(ours and not theirs)


def _to_nobody(thing: str, before: History) -> str:
    """ "price list to Greg", "Greg the price list" is the price list: who got it is none of what was handed over."""
    names = {first_name(contact.name).casefold() for contact in before.contacts}
    behind, first = _BEHIND.search(thing), _FIRST.match(thing)
    if behind and behind["who"].casefold() in names:
        return thing[: behind.start()]
    return thing[first.end() :] if first and first["who"].casefold() in names else thing


def _to_another(handed: Delivered, before: History, promised: Sequence[Commitment]) -> bool:
    """ "quote sent to legal": to nobody there, and not named in the promise, so it is perhaps not what they were promised."""
    told = (*(contact.name for contact in before.contacts), *(promise.text for promise in promised))
    names = {word.casefold() for words in told for word in words.split()}
    return handed.is_loose and bool(handed.to) and handed.to.casefold() not in {*names, "her", "him", "them", "both"}
