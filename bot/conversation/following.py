"""Today's list in somebody's chat follows what they do anywhere else: whatever they typed, it says what is true."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import Card
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, digest_card, digest_named
from bot.model import Address
from bot.store import SENT
from bot.views.spans import list_and_span


@dataclass(frozen=True)
class InAChat:
    """A list of ours, where it stands. `reference` is the platform's, `key` that of its card as it was sent."""

    place: Address
    reference: str
    key: str


def list_behind(exchange: Exchange, acts: Sequence[int]) -> InAChat | None:
    """Today's list, where these acts were done or taken back on one of its deals; None where it was pressed on itself."""
    member = exchange.member.id
    digest = exchange.store.digests.on([member], exchange.today).get(member)
    if digest is None or digest.state != SENT or _answers_itself(exchange, f"{DIGEST_KEY}{digest.id}"):
        return None
    listed = {line["deal"] for line in json.loads(digest.items)["lines"]}
    if not listed & exchange.store.acts.deals_of(*acts):
        return None
    key = f"{DIGEST_KEY}{digest.id}"
    there = exchange.store.outbox.arrived(member, key)
    return InAChat(*there, key) if there else None


def list_now(exchange: Exchange, key: str) -> Card | None:
    """The list of that key as it stands, as much of it as the key shows; None where there is none any more."""
    name, span = list_and_span(key)
    digest = digest_named(exchange, name)
    return digest_card(exchange, digest, span) if digest else None


def _answers_itself(exchange: Exchange, key: str) -> bool:
    name, span = list_and_span(exchange.pressed_on)
    return name == key and span.first == 1
