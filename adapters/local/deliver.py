"""Delivering to the page: its inbox is the outbox's sent rows, so a message has arrived once it is accepted."""

from bot.cards import Card
from bot.store import Parcel


async def deliver(parcel: Parcel, card: Card) -> str:
    """The reference of the delivered message."""
    return f"{parcel.address.user}:{card.key}"
