"""The shell: reads the clock once, de-duplicates, opens the transaction, calls the conversation. No rule lives here."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.cards import Card, Message, Reply, Text, Tone
from bot.commands import Command, command_from
from bot.conversation.answering import READING, answer
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, digest_card
from bot.hygiene import LONGEST, clean
from bot.model import Member
from bot.store import Database, Delivered, Store
from bot.views.asking import too_long
from bot.wire import as_json, card_from


def system_clock() -> datetime:
    """The only reading of the machine's clock."""
    return datetime.now(UTC)


class UnknownMember(LookupError):
    """No such member in this organisation."""


@dataclass(frozen=True)
class Notice:
    """A direct message that was delivered, as it stands now."""

    id: int
    at: datetime
    card: Card


class App:
    """Answers messages. Synchronous and safe to call from several threads."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.clock = clock

    def answer(self, message: Message) -> Reply:
        """What the bot says. Answered means stored: the transaction is committed before this returns.

        Raises UnknownMember; anything typed, however odd, gets a Reply.
        """
        now = self.clock()
        length = len(message.text) + sum(len(value) for _, value in message.fields or ())
        if length > LONGEST:
            return too_long(length, LONGEST)
        fields = {name: clean(value) for name, value in message.fields} if message.fields is not None else None
        command = command_from(clean(message.text), fields)
        run = self.database.read if isinstance(command, READING) else self.database.write
        return run(message.organisation_id, lambda store: _answered(store, message, command, now))

    def members(self, organisation_id: int) -> tuple[Member, ...]:
        return self.database.read(organisation_id, lambda store: store.members.all())

    def inbox(self, organisation_id: int, member_id: int) -> tuple[Notice, ...]:
        """The direct messages sent to a member, oldest first; a digest shows what was done since."""
        now = self.clock()
        return self.database.read(organisation_id, lambda store: _inbox(store, member_id, now))

    def deal_names(self, organisation_id: int, member_id: int) -> tuple[tuple[str, str], ...]:
        """(name, title) of the deals a member sees, their own first, for completion while typing."""
        return self.database.read(organisation_id, lambda store: _deal_names(store, member_id))


def _answered(store: Store, message: Message, command: Command, now: datetime) -> Reply:
    exchange = Exchange(store, _member(store, message.member_id), now, message.pressed_on)
    key = f"{message.member_id}:{message.key}" if message.key else ""
    earlier = store.acts.earlier(key) if key else None
    if earlier:
        return _already(exchange, earlier.at, card_from(json.loads(earlier.reply_json)))
    reply = answer(exchange, command)
    if key and exchange.acts:
        store.acts.remember(key, exchange.member.id, now, exchange.acts[-1], json.dumps(as_json(reply.card)))
    return reply


def _already(exchange: Exchange, at: datetime, card: Card) -> Reply:
    """The same press or form a second time: what it did then, and that nothing was done twice (C6)."""
    remark = Text(f"Already done by you at {at.astimezone(exchange.zone):%H:%M}. Nothing was done twice.", Tone.quiet)
    return Reply(Card(card.title, (remark, *card.blocks), card.key), replaces=exchange.pressed_on)


def _member(store: Store, member_id: int) -> Member:
    member = store.members.one(member_id)
    if member is None:
        raise UnknownMember(member_id)
    return member


def _inbox(store: Store, member_id: int, now: datetime) -> tuple[Notice, ...]:
    exchange = Exchange(store, _member(store, member_id), now)
    return tuple(Notice(sent.id, sent.at, _card_now(exchange, sent)) for sent in store.outbox.sent_to(member_id))


def _card_now(exchange: Exchange, sent: Delivered) -> Card:
    number = sent.key.removeprefix(DIGEST_KEY)
    digest = exchange.store.digests.one(int(number)) if sent.key.startswith(DIGEST_KEY) else None
    return digest_card(exchange, digest) if digest else card_from(json.loads(sent.card_json))


def _deal_names(store: Store, member_id: int) -> tuple[tuple[str, str], ...]:
    member = _member(store, member_id)
    names = store.deals.named(store.members.visible_owners(member))
    own_first = sorted(names, key=lambda name: (name.owner_id != member_id, (name.company or name.title).casefold()))
    return tuple((name.company or name.title, name.title if name.company else "") for name in own_first)
