"""What is agreed holds until somebody says that it is off or moved: a newer step takes the place of what it is about alone."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from bot.cards import Card, Reply
from bot.conversation.exchange import Exchange
from bot.conversation.picked_step import is_same
from bot.conversation.which_step import is_meant, step_to_keep
from bot.model import Deal, DecisionKind, History, NextStep
from bot.playbook.holds import appointments, open_steps, pending_step
from bot.playbook.offered import offered_from
from bot.reading.line.callreading import CallReading
from bot.reading.steps.steps import Step
from bot.views.naming import back_on
from bot.views.one_question import step_words, when_next
from bot.views.touching import settled

_INSTEAD = re.compile(r"\b(?:instead|rather|stattdessen|statt)\b", re.IGNORECASE)


def steps_beside(before: History, reading: CallReading, today: date) -> tuple[NextStep, ...]:
    """What was agreed for a day to come, and of which the line says nothing."""
    ahead = appointments(before, reading.called_on or today)
    off = {step for step in ahead if reading.dropped and is_meant(step, reading.dropped)}
    ahead = tuple(step for step in ahead if step not in off)
    told = step_to_keep(before, reading, today)
    if told:
        moved = (
            None if off else _moved_by(told, ahead, pending_step(before))
        )  # what is off is what it takes the place of
        return tuple(step for step in ahead if step is not moved and not _is_told_again(step, told))
    return ahead


def _moved_by(told: Step, ahead: Sequence[NextStep], pending: NextStep | None) -> NextStep | None:
    """ "Moved to Tuesday", "instead", or a day that they wish for: in the place of the first of its kind."""
    is_wish = not (told.agreed or told.is_plan)
    if not (told.is_moved or is_wish or _INSTEAD.search(told.raw)):
        return None
    return next((step for step in ahead if is_same(step.what, told.what)), pending)


def _is_told_again(step: NextStep, told: Step) -> bool:
    return step.on == told.date.on and is_same(step.what, told.what)


def in_its_place(before: History, what: str, today: date) -> NextStep | None:
    """What a day that is named for it takes the place of: the newest of its kind, or else the newest."""
    newest = sorted((step for step in open_steps(before) if step.on >= today), key=lambda step: step.id, reverse=True)
    return next((step for step in newest if is_same(step.what, what)), next(iter(newest), None))


def holds_beside(exchange: Exchange, act_id: int, deal_id: int, steps: Iterable[NextStep]) -> None:
    """These hold beside what the act puts down or calls off."""
    exchange.store.history.add_decisions(act_id, exchange.member.id, beside(deal_id, steps, exchange.today))


def beside(deal_id: int, steps: Iterable[NextStep], today: date) -> list[dict[str, object]]:
    kind = DecisionKind.beside.value
    return [{"deal_id": deal_id, "on": today, "kind": kind, "until_on": step.on, "reason": step.what} for step in steps]


def call_off(exchange: Exchange, act_id: int, history: History, *off: NextStep) -> None:
    """These are off, and what else is open holds."""
    decide = exchange.store.history.add_decision
    decide(act_id, history.deal.id, exchange.member.id, exchange.today, DecisionKind.no_next_step)
    holds_beside(exchange, act_id, history.deal.id, (step for step in open_steps(history) if step not in off))


def is_off(exchange: Exchange, deal: Deal, step: NextStep) -> Reply:
    """One thing that was agreed is off; when nothing else is, the next call is asked for."""
    said = f"{deal.label}: {step_words(step, exchange.today)} is off"
    act_id = exchange.act(said)
    call_off(exchange, act_id, exchange.history(deal.id), step)
    history, now = exchange.refresh(deal.id)
    if open_steps(history):
        return settled(said, act_id, then=back_on(now, exchange.today))
    asked = when_next(deal, exchange.today, exchange.free(history), offered_from(history, exchange.today))
    return Reply(Card("", (*settled(said, act_id).card.blocks, *asked.card.blocks)))
