"""What is said when a deal ends: why it was lost, and what stands in the way of going on."""

from collections.abc import Callable

from bot.cards import Button, Reply
from bot.model import Deal
from bot.views.asking import note

Retry = Callable[[str], str]
_REASONS = ("Too dear", "No need", "Chose another", "Bad time", "No decision")


def why_lost(deal: Deal) -> Reply:
    """One press is enough; any other reason is typed."""
    buttons = [Button(reason, f"lost {deal.id} {reason.lower()}") for reason in _REASONS]
    return note(f"Why did {deal.label} say no?", *buttons, Button("They did not say", f"lost {deal.id} not said"))


def asked_for_silence(deal: Deal, why: str) -> Reply:
    """They asked not to be contacted; only their own word changes that."""
    again = Button("They came back themselves", f"reopen {deal.id} they agreed")
    return note(f"{deal.label}: {why}. Nothing is suggested for them any more.", again)
