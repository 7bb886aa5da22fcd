"""The shell: reads the clock once, de-duplicates, opens the transaction, calls the conversation. No rule lives here."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog

from bot.cards import Card, Form, Message, Notice, Reply
from bot.conversation import joining
from bot.conversation.letting_in import Refused, by_name
from bot.conversation.speaking import BackAgain, UnknownMember, platform_of
from bot.giving_way import GIVING_WAY
from bot.hygiene import LONGEST, clean
from bot.model import Address, Member, Profile, Reach
from bot.reading.naming.namekeys import words_of
from bot.store import CommitLost, Database, DealName, Store, UnknownOrganisation
from bot.tally import TALLY
from bot.views.alike import deals_apart, whole_names
from bot.views.asking import too_long

if TYPE_CHECKING:
    from bot.commands import Command
    from bot.conversation.following import InAChat

__all__ = ["App", "UnknownMember", "load_all", "system_clock"]
_LONGEST_SEARCH = 200  # characters of what is typed to find a deal
_MOST_FOUND = 100
_LOST_COMMITS = 3  # in a row, after which nobody knows
_log = structlog.get_logger()


def system_clock() -> datetime:
    """The only reading of the machine's clock."""
    return datetime.now(UTC)


def load_all() -> None:
    """What a first message would have to wait for: the reading's patterns take longer to make than all else of a start.

    Whoever runs the bot does it before a platform may send anything; a process that only plans and sends needs none of it.
    """
    from bot.conversation import messages  # noqa: F401, PLC0415


class App:
    """Answers messages. Synchronous and safe to call from several threads."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.clock = clock
        self.admin_at = ""  # where the admin page is reached: told by who serves it, once it is

    @GIVING_WAY.answering()
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
        from bot.commands import command_from  # noqa: PLC0415 - see load_all

        began = time.perf_counter()
        command = command_from(clean(message.text), fields)
        TALLY.took("reading_seconds", time.perf_counter() - began)
        try:
            return self._done_once(message, command, now)
        except (UnknownMember, UnknownOrganisation, CommitLost):
            raise
        except BackAgain as back:
            place = back.place
            self.database.write(message.organisation_id, lambda store: store.identities.come_back(place))
            return self.answer(message)
        except Exception:  # noqa: BLE001 - the core's one guard: whatever broke, what was sent is kept and offered back (C16)
            _log.exception("answering failed", command=type(command).__name__)
            TALLY.add("inbound", platform=platform_of(message), outcome="failed")
            return self._kept(message, fields, now)
        finally:
            TALLY.took("answering_seconds", time.perf_counter() - began)

    def _kept(self, message: Message, fields: dict[str, str] | None, now: datetime) -> Reply:
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        named = by_name(message)
        typed = tuple(fields.items()) if fields is not None else None
        kept = replace(named, text=clean(named.text), fields=typed)
        return self.database.write(message.organisation_id, lambda store: messages.kept(store, kept, now))

    def list_behind(self, message: Message, acts: Sequence[int]) -> "InAChat | None":
        """Where the list stands in their chat that has to follow what the message did; None where none has. Reads only."""
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        where, now = message.organisation_id, self.clock()
        return self.database.read(where, lambda store: messages.list_behind(store, message, acts, now))

    def list_now(self, message: Message, key: str) -> Card | None:
        """The list of that key as it stands, of whoever sent the message. Reads only."""
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        where, now = message.organisation_id, self.clock()
        return self.database.read(where, lambda store: messages.list_now(store, message, key, now))

    @GIVING_WAY.answering()
    def keep_typed(self, message: Message, form: Form) -> None:
        """What was typed in a form that was closed is a draft, once however often the closing is told of."""
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        now = self.clock()
        typed = replace(form, fields=tuple(replace(field, value=clean(field.value)) for field in form.fields))
        if sum(len(field.value) for field in typed.fields) <= LONGEST:
            self.database.write(message.organisation_id, lambda store: messages.typed(store, message, typed, now))

    def _done_once(self, message: Message, command: "Command", now: datetime) -> Reply:
        """A commit that broke may have been kept: the same again finds that by its key, or else does it."""
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        only_reads = messages.only_reads(command) and not message.mentioned
        run = self.database.read if only_reads else self.database.write
        for lost in range(_LOST_COMMITS + 1):
            try:
                reply, is_known, to_tell = run(
                    message.organisation_id,
                    lambda s: messages.answered(s, message, command, now, self.admin_at, anew=lost > 0),  # noqa: B023 - run at once
                )
                if only_reads and to_tell:  # whoever reads what another has is answered once that is on record
                    self.database.write(message.organisation_id, lambda store: store.audit.write(to_tell))  # noqa: B023 - as above
            except Refused as refused:
                reply, is_known = refused.reply, False
            except CommitLost:
                if lost == _LOST_COMMITS:
                    raise
                continue
            TALLY.add("inbound", platform=platform_of(message), outcome="duplicate" if is_known else "accepted")
            return reply
        raise AssertionError("unreachable")

    @GIVING_WAY.answering()
    def home(self, organisation_id: int, member_id: int) -> tuple[Card, ...]:
        """My list, my week, my settings, and for who leads others the team: a card each."""
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        now = self.clock()
        return self.database.read(organisation_id, lambda store: messages.home_of(store, member_id, now))

    def member_id_at(self, organisation_id: int, address: Address) -> int | None:
        """Who that is; None when nobody of that place is known, or they have left it: then the platform is asked, and `join`
        lets them in again. Whoever had been given up as unreachable is back with their first sign."""
        seen = self.database.read(organisation_id, lambda store: store.identities.at(address))
        if seen and seen.reach is Reach.gone:
            return None
        if seen and seen.reach is not Reach.fine:
            self.database.write(organisation_id, lambda store: store.identities.come_back(address))
        return seen.member_id if seen else None

    def members_at(self, organisation_id: int, addresses: Sequence[Address]) -> dict[str, Member]:
        """By their id on the platform, those who are members; who has left is one still."""

        def work(store: Store) -> dict[str, Member]:
            seen = {address.user: store.identities.at(address) for address in addresses}
            found = {user: store.members.one(one.member_id) for user, one in seen.items() if one}
            return {user: member for user, member in found.items() if member}

        return self.database.read(organisation_id, work)

    def join(self, organisation_id: int, address: Address, profile: Profile, *, is_installer: bool = False) -> Member:
        """The member of that identity: known, recognised by a verified e-mail, or new."""
        now = self.clock()

        def work(store: Store) -> Member:
            store.audit.speaks(address.platform, None, now)
            return joining.joined(store, address, profile, now, is_installer=is_installer)

        return self.database.write(organisation_id, work)

    def greet_admin(
        self, organisation_id: int, member_id: int, platform: str, *, since: datetime | None = None
    ) -> None:
        """The first message to whoever sets it up, unless they have one there; `since`: of then or later."""
        now = self.clock()
        self.database.write(organisation_id, lambda s: joining.greet_admin(s, member_id, platform, now, since=since))

    def is_nameless(self, organisation_id: int, address: Address) -> bool:
        """Whether the platform told no name of theirs, so that they are called by their number there."""

        def work(store: Store) -> bool:
            identity = store.identities.at(address)
            member = store.members.one(identity.member_id) if identity else None
            return member is not None and member.name == address.user

        return self.database.read(organisation_id, work)

    def describe(
        self, organisation_id: int, address: Address, profile: Profile, *, gone: bool, is_guest: bool = False,
        asked: bool = False,
    ) -> None:  # fmt: skip
        """What a platform now says of a known person: a new zone or name, or that they are gone: they have left, or are a guest."""
        now = self.clock()

        def work(store: Store) -> None:
            store.audit.speaks(address.platform, None, now)
            joining.changed(store, address, profile, now, gone=gone, is_guest=is_guest, asked=asked)

        self.database.write(organisation_id, work)

    def members(self, organisation_id: int) -> tuple[Member, ...]:
        return self.database.read(organisation_id, lambda store: store.members.all())

    def inbox(self, organisation_id: int, member_id: int) -> tuple[Notice, ...]:
        """The direct messages sent to a member, oldest first; a digest shows what was done since."""
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        now = self.clock()
        return self.database.read(organisation_id, lambda store: messages.inbox(store, member_id, now))

    def why_no_list(self, organisation_id: int, member_id: int, since: datetime) -> str:
        from bot.conversation import messages  # noqa: PLC0415 - see load_all

        return self.database.read(organisation_id, lambda store: messages.why_no_list(store, member_id, since))

    def is_nowhere(self, organisation_id: int, member_id: int) -> bool:
        """Whether nobody has seen them on any platform."""
        return self.database.read(organisation_id, lambda store: not store.identities.of(member_id))

    @GIVING_WAY.answering()
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

    def deals_to_choose(self, organisation_id: int, member_id: int, typed: str) -> tuple[tuple[str, str], ...]:
        """The same as (number, what is shown), no two alike. Raises UnknownMember."""
        found = self.search_deals(organisation_id, member_id, typed)
        names: dict[int, str] = {}
        if any(name.owner_id != member_id for name in found):
            names = self.database.read(organisation_id, lambda store: whole_names(store.members.named()))
        names.pop(member_id, "")
        return deals_apart([(name.id, name.full_label, names.get(name.owner_id, "")) for name in found])


def _search(store: Store, member_id: int, words: Sequence[str], limit: int, now: datetime) -> tuple[DealName, ...]:
    found = store.deals.search(member_id, words, min(max(limit, 0), _MOST_FOUND), now)
    if found is None:
        raise UnknownMember(member_id)
    return found
