"""Touches in one line or one press: done, they replied, the next step, later, let go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.cards import Button, Reply
from bot.commands import Done, Later, LetGo, Next, TheyReplied
from bot.conversation.exchange import Exchange
from bot.conversation.finding import find_deal, known_deals
from bot.conversation.recording import record
from bot.days import written
from bot.model import Deal, DecisionKind, Outcome, Result, Side
from bot.playbook.facts import contact_of
from bot.playbook.results import open_promises
from bot.reading.calltext import CallReading, read_rest
from bot.reading.dates import read_date
from bot.reading.datewords import DateReading
from bot.reading.names import leading_name
from bot.views.asking import note
from bot.views.naming import promise_line
from bot.views.touching import COUNTED, settled, which_promise
from bot.worktime import roll

_REACHED = frozenset({Outcome.connected, Outcome.meeting})


def done(exchange: Exchange, command: Done) -> Reply:
    """A touch happened. Without a word on how, the most modest reading counts: a message was left (S4)."""
    tail = f" {command.outcome.value.replace('_', ' ')}" if command.outcome else ""
    deal = find_deal(exchange, command.who, lambda id_: f"done {id_}{tail}")
    if isinstance(deal, Reply):
        return deal
    if command.outcome is None:
        ours = [
            promise
            for promise in open_promises(exchange.history(deal.id), Side.ours)
            if promise.due_on and promise.due_on <= exchange.today
        ]
        if ours and not exchange.pressed_on:
            kept = tuple((promise_line(p, exchange.today), f"promise kept {p.id}") for p in ours)
            return which_promise(deal, (*kept, ("a message left", f"done {deal.id} message")))
    outcome = command.outcome or Outcome.left_message
    _replace_modest_reading(exchange, deal)
    result = Result.continuation if outcome in _REACHED else Result.attempt
    what = "yes-or-no message sent" if command.definitive else COUNTED[outcome]
    act_id = exchange.act(f"{deal.label}: {what}")
    exchange.store.history.add_touch(
        act_id,
        deal.id,
        exchange.member.id,
        exchange.now,
        exchange.today,
        outcome,
        result,
        definitive=command.definitive,
    )
    _, now = exchange.refresh(deal.id)
    back = f"Back on your list {written(now.next_touch_on, exchange.today)}: {now.why}." if now.next_touch_on else ""
    how = () if command.outcome else _how(deal)
    if outcome in _REACHED:
        how = (Button("Add what they said", f"log {deal.id}"),)
    return settled(f"{deal.label}: {what}", act_id, *how, then=back)


def _how(deal: Deal) -> tuple[Button, ...]:
    return (
        Button("We talked", f"log {deal.id}"),
        Button("Voicemail", f"done {deal.id} voicemail"),
        Button("No answer", f"done {deal.id} no answer"),
    )


def _replace_modest_reading(exchange: Exchange, deal: Deal) -> None:
    """A Done of this day that is now told more exactly is taken back, so that one touch is not counted twice."""
    touches = exchange.history(deal.id).touches
    last = touches[-1] if touches else None
    if last is None or last.on != exchange.today or last.member_id != exchange.member.id:
        return
    act = exchange.store.acts.one(last.act_id)
    if act and act.summary == f"{deal.label}: {COUNTED[Outcome.left_message]}" and not last.note:
        exchange.store.acts.undo(act.id, exchange.member.id, exchange.now)


def they_replied(exchange: Exchange, command: TheyReplied) -> Reply:
    """They called, wrote or answered: a sign of life, which ends the count and everything queued (voice.md 1.6)."""
    who, words = command.who, command.said
    if not words and (named := leading_name(who, known_deals(exchange))):
        who, words = named, who[len(named) :].strip(" :,")
    deal = find_deal(exchange, who, lambda id_: f"reply {id_}: {words}")
    if isinstance(deal, Reply):
        return deal
    return record(exchange, deal, _their_message(exchange, deal, words), inbound=True)


def _their_message(exchange: Exchange, deal: Deal, words: str) -> CallReading:
    """In their message "I" is the prospect; what a rep tells about them ("she sends it Fri") is not in their words."""
    reading = read_rest(deal.label, words, exchange.today, day_first=exchange.member.day_first)
    told = any(promise.side is Side.theirs for promise in reading.promises) or bool(reading.said)
    return replace(
        reading,
        outcome=Outcome.connected,
        result=Result.continuation if reading.result is Result.attempt else reading.result,
        said=reading.said if told else words,
        contact=reading.contact or contact_of(exchange.history(deal.id)),
        promises=tuple(replace(promise, side=Side.theirs) for promise in reading.promises),
        note=reading.note if told else "",
    )


def next_step(exchange: Exchange, command: Next) -> Reply:
    """The agreed next step, or that none was agreed."""
    deal = find_deal(exchange, command.who, lambda id_: f"next {id_} {command.when}")
    if isinstance(deal, Reply):
        return deal
    history = exchange.store.history
    if command.when.lower() in {"none", "nothing", "none agreed"}:
        act_id = exchange.act(f"{deal.label}: no next step agreed")
        history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.no_next_step)
        _, now = exchange.refresh(deal.id)
        back = f"Back on your list {written(now.next_touch_on, exchange.today)}." if now.next_touch_on else ""
        return settled(f"{deal.label}: no next step agreed", act_id, then=back)
    day = day_or_question(exchange, command.when, lambda iso: f"next {deal.id} {iso}")
    if isinstance(day, Reply):
        return day
    what = next((word for word in ("demo", "meeting", "visit") if word in command.when.lower()), "call")
    at = f" at {day.at}" if day.at else ""
    on = day.on or exchange.today
    act_id = exchange.act(f"{deal.label}: {what} on {written(on, exchange.today)}{at}")
    history.add_next_step(act_id, deal.id, exchange.today, what, on, at=day.at)
    exchange.refresh(deal.id)
    return settled(f"{deal.label}: {what} on {written(on, exchange.today)}{at}", act_id)


def later(exchange: Exchange, command: Later) -> Reply:
    """Not before that day; it lands on a working day of the member's."""
    deal = find_deal(exchange, command.who, lambda id_: f"later {id_} {command.when}")
    if isinstance(deal, Reply):
        return deal
    day = day_or_question(exchange, command.when, lambda iso: f"later {deal.id} {iso}")
    if isinstance(day, Reply):
        return day
    literal = day.first_on or day.on or exchange.today
    until = roll(literal, exchange.member)
    moved = f" ({written(literal, exchange.today)} is no working day)" if until != literal else ""
    act_id = exchange.act(f"{deal.label}: later, {written(until, exchange.today)}")
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.later, until_on=until
    )
    exchange.refresh(deal.id)
    return settled(f"{deal.label}: back on {written(until, exchange.today)}{moved}", act_id)


def let_go(exchange: Exchange, command: LetGo) -> Reply:
    """The chase ends, said out loud, and can be taken back (H48, H52)."""
    deal = find_deal(exchange, command.who, lambda id_: f"let go {id_}")
    if isinstance(deal, Reply):
        return deal
    act_id = exchange.act(f"{deal.label}: let go")
    exchange.store.history.add_decision(act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.let_go)
    exchange.refresh(deal.id)
    return settled(f"{deal.label}: let go. It sleeps until they return; that frees you for the others.", act_id)


def day_or_question(exchange: Exchange, when: str, retry: Callable[[str], str]) -> DateReading | Reply:
    """A day that is clear and not past, or the Reply that asks."""
    day = read_date(when, exchange.today, day_first=exchange.member.day_first)
    if day is None or day.problem:
        said = day.problem if day else f"I can't read “{when[:60]}” as a day."
        return note(f"{said} Try: Fri, tomorrow, in 3 days, Tue 17 March 10:00")
    if day.choices:
        buttons = [Button(written(choice, exchange.today), retry(choice.isoformat())) for choice in day.choices]
        return note(f"Which day is “{day.text}”?", *buttons)
    if day.on == exchange.today and day.at and day.at <= f"{exchange.now.astimezone(exchange.zone):%H:%M}":
        day = replace(day, on=exchange.today + timedelta(days=7))  # "Thu 10am", said on a Thursday afternoon
    if day.on is None or day.on < exchange.today:
        return note("That day has passed. Give one from today on: Fri, tomorrow, in 3 days")
    return day
