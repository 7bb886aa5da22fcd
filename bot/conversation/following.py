"""Today's list in somebody's chat follows what they do anywhere else: whatever they typed, it says what is true."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import Card
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, digest_card
from bot.model import Address
from bot.store import SENT
from bot.views.spans import list_and_span


@dataclass(frozen=True)
class InAChat:
    """A message of ours, where it stands, and what it should say now. `reference` is the platform's."""

    place: Address
    reference: str
    card: Card


def list_behind(exchange: Exchange, acts: Sequence[int]) -> InAChat | None:
    """Today's list, where these acts were done or taken back on one of its deals; None where it was pressed on itself."""
    member = exchange.member.id
    digest = exchange.store.digests.on([member], exchange.today).get(member)
    if digest is None or digest.state != SENT or _answers_itself(exchange, f"{DIGEST_KEY}{digest.id}"):
        return None
    listed = {line["deal"] for line in json.loads(digest.items)["lines"]}
    if not listed & exchange.store.acts.deals_of(*acts):
        return None
    there = exchange.store.outbox.arrived(member, f"{DIGEST_KEY}{digest.id}")
    return InAChat(*there, digest_card(exchange, digest)) if there else None


def _answers_itself(exchange: Exchange, key: str) -> bool:
    name, span = list_and_span(exchange.pressed_on)
    return name == key and span.first == 1
