"""Who writes that they have not called yet has logged nothing: when they will is asked instead."""

import re
from collections.abc import Iterable

from bot.cards import Reply
from bot.conversation.choosing_days import days_for
from bot.conversation.exchange import Exchange
from bot.model import Deal
from bot.reading.plain.nottried import not_yet_tried
from bot.reading.words.cutout import NAME
from bot.views.asking import note


def untried(exchange: Exchange, deal: Deal, rest: str) -> Reply | None:
    """None when the words tell that anything took place."""
    if not not_yet_tried(_unnamed(rest, exchange.people_of(deal))):
        return None
    return note(
        f"{deal.label}: nothing is logged then. When will you?", *days_for(exchange, f"call {deal.id}", exchange.member)
    )


def _unnamed(rest: str, people: Iterable[str]) -> str:
    for name in people:
        for part in (name, name.split(" ")[0]):
            rest = re.sub(rf"(?<!\w){re.escape(part)}(?!\w|['’])", NAME, rest, flags=re.IGNORECASE)
    return rest
