"""What is kept and sent: drafts, and messages queued and delivered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import Row, select, update

from bot.model import Address, Reach
from bot.store.room import IN_LIST, Room
from bot.store.tables import drafts, identities, members, outbox

AGAIN = "again"  # in the place of a reference: a repeat is under way


@dataclass(frozen=True)
class Parcel:
    """A queued message that a sender has claimed until `lease_until`. `uncertain`: a try at `tried_at` may have arrived."""

    id: int
    organisation_id: int
    member_id: int
    kind: str
    key: str
    card_json: str
    address: Address
    attempts: int
    uncertain: bool = False
    tried_at: datetime | None = None
    lease_until: datetime | None = None
    repeated: bool = False  # the one repeat of an uncertain try, where nobody can look, was begun already


class Outcome(TypedDict, total=False):
    """What is known after a try. `uncounted`: waiting for the platform's own wish is no attempt."""

    provider_ref: str
    error: str
    retry_at: datetime | None
    uncounted: bool
    reach: Reach


@dataclass(frozen=True)
class Delivered:
    """A message that arrived."""

    id: int
    at: datetime
    kind: str
    key: str
    card_json: str


@dataclass(frozen=True)
class Draft:
    """A try that was typed; `command` is the JSON that bot.conversation.drafting wrote."""

    id: int
    at: datetime
    command: str


@dataclass(frozen=True)
class Drafts(Room):
    def put(self, member_id: int, command: str, at: datetime) -> int:
        return self.insert(drafts, member_id=member_id, command=command, at=at)

    def one(self, draft_id: int, member_id: int) -> str | None:
        """What was typed; None when it has become something already."""
        condition = (
            self.mine(drafts), drafts.c.id == draft_id, drafts.c.member_id == member_id, drafts.c.settled_at.is_(None),
        )  # fmt: skip
        return self.connection.execute(select(drafts.c.command).where(*condition)).scalar_one_or_none()

    def open_of(self, member_id: int, limit: int) -> tuple[Draft, ...]:
        """What was typed and has become nothing yet, the newest first."""
        condition = (self.mine(drafts), drafts.c.member_id == member_id, drafts.c.settled_at.is_(None))
        newest = select(drafts).where(*condition).order_by(drafts.c.id.desc()).limit(limit)
        return tuple(Draft(row.id, row.at, row.command) for row in self.rows(newest))

    def settled_since(self, member_id: int, at: datetime, beginning: str) -> tuple[Draft, ...]:
        """Those of one kind, told by how they begin, that have become something since then; the oldest first."""
        condition = (
            self.mine(drafts), drafts.c.member_id == member_id, drafts.c.settled_at >= at,
            drafts.c.command.startswith(beginning, autoescape=True),
        )  # fmt: skip
        return tuple(
            Draft(row.id, row.at, row.command)
            for row in self.rows(select(drafts).where(*condition).order_by(drafts.c.id))
        )

    def settle(self, draft_ids: Collection[int], member_id: int, at: datetime) -> None:
        """These have become something, or were dropped."""
        condition = (self.mine(drafts), drafts.c.id.in_(draft_ids), drafts.c.member_id == member_id)
        self.connection.execute(update(drafts).where(*condition).values(settled_at=at))


@dataclass(frozen=True)
class Outbox(Room):
    def put(
        self,
        member_id: int,
        kind: str,
        key: str,
        card_json: str,
        at: datetime,
        not_before: datetime | None = None,
        *,
        only: str = "",
    ) -> int:
        """Queues a message for the one place where the member wants it; returns whether there is any. `only`: a platform."""
        rows = [
            {
                "member_id": member_id, "kind": kind, "key": key, "card_json": card_json, "platform": place.platform,
                "workspace": place.workspace, "user": place.user, "details": place.details, "state": "pending",
                "attempts": 0, "created_at": at, "not_before_at": not_before or at, "provider_ref": "", "error": "",
            }
            for place in self._where(member_id, only)
        ]  # fmt: skip
        self.insert_many(outbox, rows)
        return len(rows)

    def _where(self, member_id: int, only: str) -> Sequence[Row[Any]]:
        """Where a message gets to them before where none does, then where they want it, then where they were first."""
        here = (self.mine(identities), identities.c.member_id == member_id, identities.c.state != Reach.gone.value)
        theirs = select(members.c.lists_in).where(self.mine(members), members.c.id == member_id).scalar_subquery()
        wanted = (identities.c.state != Reach.fine.value, identities.c.platform != theirs, identities.c.id)
        chosen = (*here, identities.c.platform == only) if only else here
        return self.rows(select(identities).where(*chosen).order_by(*wanted).limit(1))

    def stop(self, member_ids: Collection[int], why: str) -> None:
        """What waits for these members is not sent any more."""
        waits = (self.mine(outbox), outbox.c.member_id.in_(member_ids), outbox.c.state.in_(["pending", "uncertain"]))
        self.connection.execute(update(outbox).where(*waits).values(state="stopped", error=why, lease_until=None))

    def holds(self, member_id: int, key: str) -> bool:
        """Whether that message was queued before, whatever became of it."""
        condition = (self.mine(outbox), outbox.c.member_id == member_id, outbox.c.key == key)
        return self.connection.execute(select(outbox.c.id).where(*condition).limit(1)).first() is not None

    def has_any(self, member_id: int, kind: str) -> bool:
        """Whether anything of that kind was ever queued for them."""
        condition = (self.mine(outbox), outbox.c.member_id == member_id, outbox.c.kind == kind)
        return self.connection.execute(select(outbox.c.id).where(*condition).limit(1)).first() is not None

    def sent_since(self, member_ids: Collection[int], kind: str, since: datetime) -> tuple[str, ...]:
        """What these members were sent of that kind, once however many platforms it went to."""
        condition = (
            self.mine(outbox), outbox.c.member_id.in_(sorted(member_ids)[:IN_LIST]), outbox.c.sent_at >= since,
            outbox.c.kind == kind,
        )  # fmt: skip
        found = self.rows(select(outbox.c.member_id, outbox.c.key, outbox.c.card_json).where(*condition))
        return tuple({(row.member_id, row.key): row.card_json for row in found}.values())

    def sent_to(self, member_id: int, limit: int = 50) -> tuple[Delivered, ...]:
        """The newest messages that arrived, oldest first."""
        condition = (self.mine(outbox), outbox.c.member_id == member_id, outbox.c.state == "sent")
        newest = select(outbox).where(*condition).order_by(outbox.c.sent_at.desc(), outbox.c.id.desc()).limit(limit)
        return tuple(Delivered(r.id, r.sent_at, r.kind, r.key, r.card_json) for r in reversed(self.rows(newest)))


def parcel_from(row: Row[Any], *, lease_until: datetime) -> Parcel:
    uncertain = row.state == "uncertain" or row.tried_at is not None  # claimed and not begun is no try
    return Parcel(
        id=row.id, organisation_id=row.organisation_id, member_id=row.member_id, kind=row.kind, key=row.key,
        card_json=row.card_json, address=Address(row.platform, row.workspace, row.user, row.details),
        attempts=row.attempts + 1, uncertain=uncertain, tried_at=row.tried_at,
        lease_until=lease_until, repeated=row.provider_ref == AGAIN,
    )  # fmt: skip
