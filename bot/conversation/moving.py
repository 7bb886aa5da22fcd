"""All of a day goes to another one: shown with tick boxes first, then moved by one act, by a few statements."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Reply
from bot.commands.several import MoveDay
from bot.conversation.beside import beside, holds_beside
from bot.conversation.choosing_days import day_or_question
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.model import DecisionKind, TurnKind
from bot.playbook.holds import open_steps, pending_step
from bot.playbook.moving import Movable, movable
from bot.views import several as views
from bot.views.asking import note
from bot.views.touching import settled
from bot.worktime import roll


def move_day(exchange: Exchange, command: MoveDay) -> Reply:
    """Of the member's own deals; what is promised or agreed is named, and goes only when it is ticked."""
    day = day_or_question(exchange, command.day, lambda iso: f"move {iso} to {command.to}")
    if isinstance(day, Reply):
        return day
    to = day_or_question(exchange, command.to, lambda iso: f"move {command.day} to {iso}")
    if isinstance(to, Reply):
        return to
    on = day.on or exchange.today
    until = roll(to.first_on or to.on or exchange.today, exchange.member)
    if until <= on:
        return note(f"To a day after {written(on, exchange.today)}, please: move Friday to Monday")
    some, held = _on_day(exchange, on, until)
    if not some:
        return note(f"Nothing of yours is due on {written(on, exchange.today)}.")
    if command.which is None:
        shown = views.moving_note(some, on, until, held, exchange.today)
        return Reply(shown, views.moving_form(some, on, until, exchange.today))
    ticked = [one for one in some if one.key in command.which]
    if not ticked:
        return note("Nothing was ticked, so nothing has moved.")
    stays = [one for one in some if one not in ticked]
    return _moved(exchange, ticked, stays, on, until)


def _on_day(exchange: Exchange, on: date, until: date) -> tuple[list[Movable], int]:
    """What is due on the day, and how many deals the other day holds already."""
    ids = exchange.store.deals.due([exchange.member.id], until)
    more = {p.deal_id for p in exchange.store.promises.open_of([exchange.member.id]) if p.due_on == on}
    histories = [exchange.as_read(found) for found in exchange.store.history.many({*ids, *more}).values()]
    there = movable(histories, exchange.policy, until, exchange.today) if until > exchange.today else []
    return movable(histories, exchange.policy, on, exchange.today), len({one.history.deal.id for one in there})


def _moved(exchange: Exchange, ticked: Sequence[Movable], stays: Sequence[Movable], on: date, until: date) -> Reply:
    said = views.moved(len(ticked), on, until, exchange.today)
    act_id = exchange.act(said[:1].lower() + said[1:])
    history, today = exchange.store.history, exchange.today
    history.add_decisions(
        act_id, exchange.member.id, [row for one in ticked if not one.is_fixed for row in _put_off(one, until, today)]
    )
    turns = [
        {"deal_id": p.deal_id, "commitment_id": p.id, "on": today, "kind": TurnKind.moved.value, "due_on": until, "moved_by": p.side.value}
        for p in (one.promise for one in ticked) if p
    ]  # fmt: skip
    history.add_turns(act_id, turns)
    steps = [one.step for one in ticked if one.step]
    rows = [
        {"deal_id": s.deal_id, "made_on": today, "what": s.what, "on": until, "at": s.at, "zone": s.zone, "purpose": s.purpose, "agreed": s.agreed}
        for s in steps
    ]  # fmt: skip
    history.add_next_steps(act_id, rows)
    for one in ticked:
        still = (s for s in open_steps(one.history) if s not in steps) if one.step else ()
        holds_beside(exchange, act_id, one.history.deal.id, still)
    exchange.store.refresh(sorted({one.history.deal.id for one in ticked}), today)
    return settled(said, act_id, then=views.stays(stays))


def _put_off(one: Movable, until: date, today: date) -> list[dict[str, object]]:
    """As "later" does: a step that we planned for a day in between is none any more."""
    deal_id, step = one.history.deal.id, pending_step(one.history)
    off = []
    if step and today < step.on < until:
        still = (other for other in open_steps(one.history) if other.on >= until)
        off = [
            {"deal_id": deal_id, "on": today, "kind": DecisionKind.no_next_step.value},
            *beside(deal_id, still, today),
        ]
    return [*off, {"deal_id": deal_id, "on": today, "kind": DecisionKind.later.value, "until_on": until}]
