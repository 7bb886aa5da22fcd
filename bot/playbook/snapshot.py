"""What was on record on an earlier day, so that "where were we on 1 March?" has an answer too (S20)."""

from dataclasses import replace
from datetime import date

from bot.model import History


def as_of(history: History, day: date) -> History:
    """The history as it stood at the end of that day: nothing later is in it, and nothing later has ended anything."""
    promised = (
        replace(promise, turns=tuple(turn for turn in promise.turns if turn.on <= day))
        for promise in history.commitments
        if promise.made_on <= day
    )
    seen_by_crm = history.deal.crm_contact_on
    then = seen_by_crm if seen_by_crm and seen_by_crm <= day else None
    return replace(
        history,
        deal=replace(history.deal, crm_next_step="", crm_contact_on=then),  # a CRM's plan bears no day
        touches=tuple(touch for touch in history.touches if touch.on <= day),
        commitments=tuple(promised),
        next_steps=tuple(step for step in history.next_steps if step.made_on <= day),
        decisions=tuple(decision for decision in history.decisions if decision.on <= day),
        brought=tuple(item for item in history.brought if item.on <= day),
    )


def is_on_record(history: History, day: date) -> bool:
    """Whether anything was known of the deal by then."""
    made = [
        history.deal.created_on,
        *(touch.on for touch in history.touches),
        *(p.made_on for p in history.commitments),
    ]
    return any(on <= day for on in made if on)
