"""The shell: reads the clock once, de-duplicates, opens the transaction, calls the conversation. No rule lives here."""

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import structlog

from bot.cards import Card, Message, Reply
from bot.commands import AboutMe, Command, command_from
from bot.commands.own import Again
from bot.conversation import joining
from bot.conversation.answering import NOTING, READING, answer
from bot.conversation.drafting import draft_behind, keep_after_failure, meant_by
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, digest_card
from bot.conversation.home import home
from bot.conversation.pending import meant_now
from bot.conversation.repeats import already, done_today, meaning_of
from bot.days import read_by
from bot.hygiene import LONGEST, clean
from bot.model import Address, Member, Profile, Reach, Role
from bot.reading.names import words_of
from bot.store import CommitLost, Database, DealName, Delivered, Store, UnknownOrganisation
from bot.tally import TALLY
from bot.views.asking import no_access, too_long
from bot.views.drafting import kept_after_failure
from bot.wire import as_json, card_from

_LONGEST_KEY = 200
_LONGEST_SEARCH = 200  # characters of what is typed to find a deal
_MOST_FOUND = 100
_LOST_COMMITS = 3  # in a row, after which nobody knows
_log = structlog.get_logger()


def system_clock() -> datetime:
    """The only reading of the machine's clock."""
    return datetime.now(UTC)


class UnknownMember(LookupError):
    """No such member in this organisation."""


class _BackAgain(Exception):
    """Somebody who had been given up as unreachable speaks: before they are answered, they count as there."""

    def __init__(self, place: Address) -> None:
        self.place = place


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
        self.admin_at = ""  # where the admin page is reached: told by who serves it, once it is

    def answer(self, message: Message) -> Reply:
        """What the bot says. Answered means stored: the transaction is committed before this returns.

        Raises UnknownMember, also when nobody is known at its address; anything typed, however odd, gets a Reply, unless
        the database went away while it was stored (CommitLost): the same message again is then safe.
        """
        now = self.clock()
        length = len(message.text) + sum(len(value) for _, value in message.fields or ())
        if length > LONGEST:
            return too_long(length, LONGEST)
        fields = {name: clean(value) for name, value in message.fields} if message.fields is not None else None
        began = time.perf_counter()
        command = command_from(clean(message.text), fields)
        TALLY.took("reading_seconds", time.perf_counter() - began)
        try:
            return self._done_once(message, command, now)
        except (UnknownMember, UnknownOrganisation, CommitLost):
            raise
        except _BackAgain as back:
            place = back.place
            self.database.write(message.organisation_id, lambda store: store.identities.come_back(place))
            return self.answer(message)
        except Exception:  # noqa: BLE001 - the core's one guard: whatever broke, what was sent is kept and offered back (C16)
            _log.exception("answering failed", command=type(command).__name__)
            kept = replace(
                message, text=clean(message.text), fields=tuple(fields.items()) if fields is not None else None
            )
            TALLY.add("inbound", platform=_platform(message), outcome="failed")
            return self.database.write(message.organisation_id, lambda store: _kept(store, kept, now))
        finally:
            TALLY.took("answering_seconds", time.perf_counter() - began)

    def _done_once(self, message: Message, command: Command, now: datetime) -> Reply:
        """A commit that broke may have been kept: the same again finds that by its key, or else does it."""
        only_reads = isinstance(command, READING) and not isinstance(command, NOTING)
        run = self.database.read if only_reads else self.database.write
        for lost in range(_LOST_COMMITS + 1):
            try:
                reply, is_known = run(
                    message.organisation_id,
                    lambda s: _answered(s, message, command, now, self.admin_at, anew=lost > 0),  # noqa: B023 - run at once
                )
            except CommitLost:
                if lost == _LOST_COMMITS:
                    raise
            else:
                TALLY.add("inbound", platform=_platform(message), outcome="duplicate" if is_known else "accepted")
                return reply
        raise AssertionError("unreachable")

    def home(self, organisation_id: int, member_id: int) -> tuple[Card, ...]:
        """My list, my week, my settings, and for who leads others the team: a card each."""
        now = self.clock()
        return self.database.read(organisation_id, lambda store: _home(store, member_id, now))

    def member_id_at(self, organisation_id: int, address: Address) -> int | None:
        """Who that is; None when nobody of that place is known, or they have left it: then the platform is asked, and `join`
        lets them in again. Whoever had been given up as unreachable is back with their first sign."""
        seen = self.database.read(organisation_id, lambda store: store.identities.at(address))
        if seen and seen.reach is Reach.gone:
            return None
        if seen and seen.reach is not Reach.fine:
            self.database.write(organisation_id, lambda store: store.identities.come_back(address))
        return seen.member_id if seen else None

    def join(self, organisation_id: int, address: Address, profile: Profile, *, is_installer: bool = False) -> Member:
        """The member of that identity: known, recognised by a verified e-mail, or new."""
        now = self.clock()
        return self.database.write(
            organisation_id, lambda store: joining.joined(store, address, profile, now, is_installer=is_installer)
        )

    def describe(self, organisation_id: int, address: Address, profile: Profile, *, gone: bool) -> None:
        """What a platform now says of a known person: a new zone or name, or that they have left."""
        now = self.clock()
        self.database.write(organisation_id, lambda store: joining.changed(store, address, profile, now, gone=gone))

    def members(self, organisation_id: int) -> tuple[Member, ...]:
        return self.database.read(organisation_id, lambda store: store.members.all())

    def inbox(self, organisation_id: int, member_id: int) -> tuple[Notice, ...]:
        """The direct messages sent to a member, oldest first; a digest shows what was done since."""
        now = self.clock()
        return self.database.read(organisation_id, lambda store: _inbox(store, member_id, now))

    def search_deals(self, organisation_id: int, member_id: int, text: str, limit: int = 20) -> tuple[DealName, ...]:
        """Deals for completion while somebody types (features 27): each word of `text` is a part of a name of the deal,
        of a former one, or of a contact's; behind those, what is like it. Open ones first, the member's own before
        others, the newest contact first.

        An empty text gives the member's own deals. Raises UnknownMember.
        """
        words = words_of(clean(text[:_LONGEST_SEARCH]))
        if text.strip() and not words:
            return ()  # punctuation alone names nothing
        now = self.clock()
        return self.database.read(organisation_id, lambda store: _search(store, member_id, words, limit, now))


def _home(store: Store, member_id: int, now: datetime) -> tuple[Card, ...]:
    member = _member(store, member_id)
    if member.role is Role.inactive:
        return (no_access().card,)
    with read_by(member.locale):
        return home(Exchange(store, member, now))


def _answered(
    store: Store, message: Message, command: Command, now: datetime, admin_at: str, *, anew: bool
) -> tuple[Reply, bool]:
    """The reply, and whether the same event was answered before."""
    member = _speaker(store, message)
    if member.role is Role.inactive:  # asked anew with each message, so that it ends at once
        return no_access(), False
    with read_by(member.locale):
        exchange = Exchange(
            store,
            member,
            now,
            message.pressed_on,
            message.address,
            line="" if message.fields is not None or isinstance(command, READING) else message.text,
            meaning=meaning_of(meant_by(store, member.id, meant_now(store, member.id, now, command))),
            form_draft=draft_behind(message.key),
            admin_at=admin_at,
        )
        keys = [f"{member.id}:{_short(key)}" for key in (message.key, message.also) if key]
        earlier = store.acts.earlier(keys) if keys else None
        if earlier and anew:  # they said it once: it was kept, and only the answer got lost
            return Reply(card_from(json.loads(earlier.reply_json)), replaces=message.pressed_on), True
        if earlier:
            return already(exchange, earlier.at, card_from(json.loads(earlier.reply_json))), True
        again = None if _may_repeat(command) else done_today(exchange, message)
        if again:
            return again, False
        reply = answer(exchange, command)
        if keys and (exchange.acts or exchange.undone):
            act_id = next(iter([*exchange.acts[-1:], *exchange.undone[-1:]]))
            store.acts.remember(keys, member.id, now, act_id, json.dumps(as_json(reply.card)))
        return reply, False


def _may_repeat(command: Command) -> bool:
    """What a member says about themselves may go back and forth; reading does no harm twice."""
    return isinstance(command, READING) or (isinstance(command, AboutMe) and not isinstance(command, Again))


def _short(key: str) -> str:
    """A platform's key as it can be stored: of any length, of any characters."""
    return (
        key
        if len(key) <= _LONGEST_KEY and key.isprintable()
        else hashlib.sha256(key.encode(errors="replace")).hexdigest()
    )


def _platform(message: Message) -> str:
    return message.address.platform if message.address else "page"


def _kept(store: Store, message: Message, now: datetime) -> Reply:
    return kept_after_failure(keep_after_failure(store, _speaker(store, message).id, message, now))


def _speaker(store: Store, message: Message) -> Member:
    if message.member_id is not None:
        return _member(store, message.member_id)
    if message.address is None:
        raise UnknownMember
    member, reach = store.members.at(message.address)
    if member is None or reach is Reach.gone:  # a late event of an account that was closed opens nothing
        raise UnknownMember(message.address)
    if reach is not Reach.fine:
        raise _BackAgain(message.address)
    return member


def _member(store: Store, member_id: int) -> Member:
    member = store.members.one(member_id)
    if member is None:
        raise UnknownMember(member_id)
    return member


def _inbox(store: Store, member_id: int, now: datetime) -> tuple[Notice, ...]:
    exchange = Exchange(store, _member(store, member_id), now)
    if exchange.member.role is Role.inactive:
        return ()
    return tuple(Notice(sent.id, sent.at, _card_now(exchange, sent)) for sent in store.outbox.sent_to(member_id))


def _card_now(exchange: Exchange, sent: Delivered) -> Card:
    number = sent.key.removeprefix(DIGEST_KEY)
    digest = exchange.store.digests.one(int(number)) if sent.key.startswith(DIGEST_KEY) else None
    return digest_card(exchange, digest) if digest else card_from(json.loads(sent.card_json))


def _search(store: Store, member_id: int, words: Sequence[str], limit: int, now: datetime) -> tuple[DealName, ...]:
    found = store.deals.search(member_id, words, min(max(limit, 0), _MOST_FOUND), now)
    if found is None:
        raise UnknownMember(member_id)
    return found
