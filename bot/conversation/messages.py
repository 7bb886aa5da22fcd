"""A message answered, in its transaction: by whoever speaks, and once. What is read and said for it is loaded with it.

bot.app loads it for the first message, or before the start is over: with every pattern of the reading it takes longer than all else.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.cards import Card, Form, Message, Notice, Reply
from bot.commands import AboutCalls, AboutMe, Command, Nonsense, command_from
from bot.commands.own import Again
from bot.commands.people import Make
from bot.conversation import following
from bot.conversation.answering import NOTING, READING, answer, word_of
from bot.conversation.drafting import draft_behind, keep_message, keep_typed, meant_by, taken
from bot.conversation.exchange import Exchange
from bot.conversation.following import InAChat
from bot.conversation.followups import DIGEST_KEY, digest_card
from bot.conversation.home import home
from bot.conversation.letting_in import Refused, by_name, let_in
from bot.conversation.pending import meant_now
from bot.conversation.plain.correcting import other_day
from bot.conversation.repeats import before, done_today, keys_of, meaning_of, remember, told_again
from bot.conversation.speaking import member_of, platform_of, speaker
from bot.conversation.uncut import whole_form, whole_message
from bot.conversation.unlost import unlost
from bot.days import read_by
from bot.model import Act, Entry, Member, Role
from bot.store import Delivered, Earlier, Store
from bot.views import own
from bot.views.asking import no_access
from bot.views.drafting import kept_after_failure
from bot.wire import card_from

T = TypeVar("T")


def only_reads(command: Command) -> bool:
    """Whether it needs no writing transaction."""
    return isinstance(command, READING) and not isinstance(command, NOTING)


def home_of(store: Store, member_id: int, now: datetime) -> tuple[Card, ...]:
    member = member_of(store, member_id)
    if member.role is Role.inactive:
        return (no_access().card,)
    with read_by(member.locale):
        return home(Exchange(store, member, now))


def answered(
    store: Store, message: Message, command: Command, now: datetime, admin_at: str, *, anew: bool
) -> tuple[Reply, bool, list[Entry]]:
    """The reply, whether the same event was answered before, and what the audit record is told of it."""
    member = speaker(store, message)
    store.audit.speaks(platform_of(message), member.id, now, word_of(command))
    if message.mentioned:
        message = let_in(store, member, message, now) if isinstance(command, Make) else by_name(message)
        command = command_from(message.text)
    reply, is_known = _answered_to(store, member, message, command, now, admin_at, anew=anew)
    if message.mentioned and reply.is_refused:
        raise Refused(reply)
    return reply, is_known, store.audit.entries()


def _answered_to(
    store: Store, member: Member, message: Message, command: Command, now: datetime, admin_at: str, *, anew: bool
) -> tuple[Reply, bool]:
    if member.role is Role.inactive:  # asked anew with each message, so that it ends at once
        store.audit.refuse()
        return no_access(), False
    whole = whole_message(store, member.id, message)
    if whole is not message:
        message, command = whole, command_from(whole.text, dict(whole.fields or ()))
    with read_by(member.locale):
        exchange = _exchange(store, member, message, command, now, admin_at)
        return _once(exchange, message, command, anew=anew)


def _exchange(
    store: Store, member: Member, message: Message, command: Command, now: datetime, admin_at: str
) -> Exchange:
    return Exchange(
        store,
        member,
        now,
        message.pressed_on,
        message.address,
        line="" if message.fields is not None or isinstance(command, READING) else message.text,
        meaning=meaning_of(meant_by(store, member.id, meant_now(store, member, now, command))),
        form_draft=draft_behind(message.key),
        typed_at=_written_before(message, now),
        admin_at=admin_at,
        outside={one.mark: one for one in message.mentioned if one.outside},
    )


def _once(exchange: Exchange, message: Message, command: Command, *, anew: bool) -> tuple[Reply, bool]:
    """What came before is told again, and what was done today is asked about; anything else is done."""
    keys = keys_of(message, exchange.member.id)
    found = before(exchange, keys.all, may_repeat=_may_repeat(command), is_call=isinstance(command, AboutCalls))
    if isinstance(found, Earlier):
        told = told_again(exchange, found, anew=anew)
        if told:
            return told, True
        exchange.store.answered.forget(keys.all)
    reply = done_today(exchange, message, found) if isinstance(found, Act) else _done(exchange, message, command)
    remember(exchange, keys, reply)
    return replace(reply, acts=_to_follow(exchange)), False


def _to_follow(exchange: Exchange) -> tuple[int, ...]:
    """What today's list in their chat may have to follow; nothing where none was sent."""
    is_sent = exchange.store.listed.get(exchange.member.id) == exchange.today
    return (*exchange.acts, *exchange.undone) if is_sent else ()


def _done(exchange: Exchange, message: Message, command: Command) -> Reply:
    reply = unlost(exchange, message, command, answer(exchange, command))
    if reply.file:
        exchange.store.audit.looked_at("file", "")
    taken(exchange, reply)
    return reply


def list_behind(store: Store, message: Message, acts: Sequence[int], now: datetime) -> InAChat | None:
    """What has to follow these acts of whoever sent that message."""
    return _of_speaker(store, message, now, lambda exchange: following.list_behind(exchange, acts))


def list_now(store: Store, message: Message, key: str, now: datetime) -> Card | None:
    return _of_speaker(store, message, now, lambda exchange: following.list_now(exchange, key))


def _of_speaker(store: Store, message: Message, now: datetime, work: Callable[[Exchange], T | None]) -> T | None:
    member = speaker(store, message)
    if member.role is Role.inactive:
        return None
    with read_by(member.locale):
        return work(Exchange(store, member, now, message.pressed_on))


def _written_before(message: Message, now: datetime) -> datetime | None:
    """When its words were written. A clock ahead of ours tells of no day."""
    return message.written_at if message.written_at and message.written_at < now else None


def _may_repeat(command: Command) -> bool:
    """What a member says about themselves may go back and forth; reading does no harm twice. "No, Tuesday" is of what was last."""
    if isinstance(command, Nonsense):
        return bool(other_day(command.text))
    return isinstance(command, READING) or (isinstance(command, AboutMe) and not isinstance(command, Again))


def kept(store: Store, message: Message, now: datetime) -> Reply:
    """Something broke: what was sent is a draft, once however often it comes."""
    member = speaker(store, message)
    exchange = Exchange(store, member, now, message.pressed_on, typed_at=_written_before(message, now))
    keys = keys_of(message, exchange.member.id)
    found = before(exchange, keys.all)
    told = told_again(exchange, found) if isinstance(found, Earlier) else None
    if told:
        return told
    store.answered.forget(keys.all)
    reply = kept_after_failure(keep_message(exchange, message))
    remember(exchange, keys, reply)
    return reply


def typed(store: Store, message: Message, form: Form, now: datetime) -> None:
    """A form that was closed. What it was sent for before, or has become meanwhile, is no draft."""
    member = speaker(store, message)
    if member.role is Role.inactive:
        return
    exchange = Exchange(store, member, now, form_draft=draft_behind(form.key))
    keys = keys_of(replace(message, fields=None), member.id)
    sent = keys_of(replace(message, key=form.key, fields=None), member.id)
    if not isinstance(before(exchange, (*keys.all, *sent.done)), Earlier):
        keep_typed(exchange, whole_form(store, member.id, form))
        remember(exchange, keys, Reply(Card()))


def inbox(store: Store, member_id: int, now: datetime) -> tuple[Notice, ...]:
    exchange = Exchange(store, member_of(store, member_id), now)
    if exchange.member.role is Role.inactive:
        return ()
    with read_by(exchange.member.locale):
        return tuple(Notice(sent.id, sent.at, _card_now(exchange, sent)) for sent in store.outbox.sent_to(member_id))


def why_no_list(store: Store, member_id: int, since: datetime) -> str:
    """What is said where no list of theirs has come since then."""
    last = store.digests.last_of(member_id)
    return own.why_no_list(last.reason if last and last.decided_at >= since else "")


def _card_now(exchange: Exchange, sent: Delivered) -> Card:
    number = sent.key.removeprefix(DIGEST_KEY)
    digest = exchange.store.digests.one(int(number)) if sent.key.startswith(DIGEST_KEY) else None
    return digest_card(exchange, digest) if digest else card_from(json.loads(sent.card_json))
