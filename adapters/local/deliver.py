"""Delivering to the page: its inbox is the outbox's sent rows, so a message has arrived once it is accepted."""

from bot.cards import Card
from bot.model import Address


async def deliver(address: Address, card: Card) -> str:
    """The reference of the delivered message."""
    return f"{address.user}:{card.key}"
