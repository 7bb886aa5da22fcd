"""What is sent: messages queued, given up and delivered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import Row, delete, exists, select, update

from bot.model import Address, Reach, WorkspaceState
from bot.store.among import among
from bot.store.identities import IN_WORKSPACE
from bot.store.room import IN_LIST, MINE, Room
from bot.store.tables import identities, members, outbox, workspaces

WITHDRAW = "withdraw"  # the kind of a parcel that takes a message back; its key says which (bot.store.withdrawals)
LEFT, RESTORED = "inactive", "restored"  # why a message was stopped: its member is none now, a backup was put back
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
    reach: Reach | None


@dataclass(frozen=True)
class Letter:
    """A message to be queued for a member at that place."""

    member_id: int
    place: Address
    key: str
    card_json: str
    not_before: datetime


@dataclass(frozen=True)
class Delivered:
    """A message that arrived."""

    id: int
    at: datetime
    kind: str
    key: str
    card_json: str


@dataclass(frozen=True)
class Lost:
    """A message that did not arrive, or of which nobody knows: never what it says."""

    member_id: int
    kind: str
    platform: str
    at: datetime
    unknown: bool
    why: str


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
        place = self.places([member_id], only).get(member_id)
        if place:
            self.put_many(kind, [Letter(member_id, place, key, card_json, not_before or at)], at)
        return int(place is not None)

    def put_many(self, kind: str, letters: Iterable[Letter], at: datetime) -> None:
        rows = [
            {
                "member_id": letter.member_id, "kind": kind, "key": letter.key, "card_json": letter.card_json,
                "platform": letter.place.platform, "workspace": letter.place.workspace, "user": letter.place.user,
                "details": letter.place.details, "state": "pending", "attempts": 0, "created_at": at,
                "not_before_at": letter.not_before, "provider_ref": "", "error": "",
            }
            for letter in letters
        ]  # fmt: skip
        self.insert_many(outbox, rows)

    def places(self, member_ids: Collection[int], only: str = "") -> dict[int, Address]:
        """By member: where a message gets to them before where none does, then where they want it, then where they were first.

        Who is nowhere is not in it.
        """
        return _best([row for row in self.of_owners(_PLACES, member_ids) if only in {"", row.platform}])

    def reached(self, member_ids: Collection[int]) -> dict[int, Address]:
        """The same, only where a message gets to them."""
        return _best([row for row in self.of_owners(_PLACES, member_ids) if _is_reached(row)])

    def stop(self, member_ids: Collection[int], why: str) -> None:
        """What waits for these members is not sent any more."""
        waits = (self.mine(outbox), outbox.c.member_id.in_(member_ids), outbox.c.state.in_(["pending", "uncertain"]))
        self.connection.execute(update(outbox).where(*waits).values(state="stopped", error=why, lease_until=None))

    def recall(self, member_id: int, beginning: str) -> bool:
        """What waits under such a key and was never tried makes room for what says more; whether something did."""
        waits = (
            self.mine(outbox), outbox.c.member_id == member_id, outbox.c.key.startswith(beginning, autoescape=True),
            outbox.c.state == "pending", outbox.c.attempts == 0, outbox.c.lease_until.is_(None),
        )  # fmt: skip
        return self.connection.execute(delete(outbox).where(*waits)).rowcount > 0

    def holds(self, member_id: int, key: str) -> bool:
        """Whether that message was queued before, whatever became of it."""
        condition = (self.mine(outbox), outbox.c.member_id == member_id, outbox.c.key == key)
        return self.connection.execute(select(outbox.c.id).where(*condition).limit(1)).first() is not None

    def comes(self, member_id: int, beginning: str, since: datetime | None = None) -> bool:
        """Whether one of the messages whose key begins so has come to them, or is on its way; `since` it was queued."""
        theirs = (
            self.mine(outbox), outbox.c.member_id == member_id, outbox.c.key.startswith(beginning, autoescape=True),
            outbox.c.state.notin_(["stopped", "dead"]),
        )  # fmt: skip
        made = (*theirs, outbox.c.created_at >= since) if since else theirs
        return self.connection.execute(select(outbox.c.id).where(*made).limit(1)).first() is not None

    def arrived(self, member_id: int, key: str) -> tuple[Address, str] | None:
        """Where that message of theirs stands, with the platform's reference; None where it has not arrived."""
        condition = (self.mine(outbox), outbox.c.member_id == member_id, outbox.c.key == key, outbox.c.state == "sent")
        row = self.connection.execute(select(outbox).where(*condition).limit(1)).first()
        return (Address(row.platform, row.workspace, row.user, row.details), row.provider_ref) if row else None

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

    def lost(self, since: datetime, limit: int) -> tuple[Lost, ...]:
        """Of those made since then the ones that were given up, or may have arrived; the newest first.

        What was stopped with whoever it was for is here no loss; what waited in a backup may have been sent since."""
        stopped = (outbox.c.state == "stopped") & (outbox.c.kind != WITHDRAW) & (outbox.c.error != LEFT)
        theirs = (
            self.mine(outbox), outbox.c.state.in_(["dead", "unknown"]) | stopped, outbox.c.created_at >= since,
        )  # fmt: skip
        newest = select(outbox).where(*theirs).order_by(outbox.c.created_at.desc(), outbox.c.id.desc()).limit(limit)
        return tuple(
            Lost(
                row.member_id,
                row.kind,
                row.platform,
                row.created_at,
                row.state == "unknown" or row.error == RESTORED,
                row.error,
            )
            for row in self.rows(newest)
        )

    def lists_lost(self, since: datetime) -> tuple[Lost, ...]:
        """Of each member the newest list that was given up since then, where nothing has arrived after it."""
        later = outbox.alias()
        arrived = exists().where(
            later.c.organisation_id == outbox.c.organisation_id, later.c.member_id == outbox.c.member_id, later.c.state == "sent",
            later.c.created_at > outbox.c.created_at,
        )  # fmt: skip
        theirs = (
            self.mine(outbox), outbox.c.kind == "digest", outbox.c.state == "dead", outbox.c.created_at >= since, ~arrived,
        )  # fmt: skip
        found = self.rows(select(outbox).where(*theirs).order_by(outbox.c.created_at, outbox.c.id))
        newest = {row.member_id: row for row in found}
        return tuple(
            Lost(row.member_id, row.kind, row.platform, row.created_at, unknown=False, why=row.error)
            for row in newest.values()
        )

    def sent_to(self, member_id: int, limit: int = 50) -> tuple[Delivered, ...]:
        """The newest messages that arrived, oldest first."""
        condition = (self.mine(outbox), outbox.c.member_id == member_id, outbox.c.state == "sent")
        newest = (
            select(outbox)
            .where(*condition, outbox.c.kind != WITHDRAW)
            .order_by(outbox.c.sent_at.desc(), outbox.c.id.desc())
            .limit(limit)
        )
        return tuple(Delivered(r.id, r.sent_at, r.kind, r.key, r.card_json) for r in reversed(self.rows(newest)))


def _is_reached(row: Row[Any]) -> bool:
    return bool(row.state == Reach.fine.value and row.workspace_state != WorkspaceState.stopped.value)


def _best(places: Iterable[Row[Any]]) -> dict[int, Address]:
    def good(row: Row[Any]) -> tuple[bool, bool, int]:
        wanted = row.lists_in in {row.platform, f"{row.platform}:{row.workspace}"}
        return _is_reached(row), wanted, -row.id

    best_last = sorted(places, key=good)
    return {row.member_id: Address(row.platform, row.workspace, row.user, row.details) for row in best_last}


_PLACES = (
    select(identities, members.c.lists_in, workspaces.c.state.label("workspace_state"))
    .join(
        members, (members.c.organisation_id == identities.c.organisation_id) & (members.c.id == identities.c.member_id)
    )
    .outerjoin(workspaces, IN_WORKSPACE)
    .where(
        identities.c.organisation_id == MINE, among(identities.c.member_id, "owners"),
        identities.c.state != Reach.gone.value,
    )
)  # fmt: skip


def parcel_from(row: Row[Any], *, lease_until: datetime) -> Parcel:
    uncertain = row.state == "uncertain" or row.tried_at is not None  # claimed and not begun is no try
    return Parcel(
        id=row.id, organisation_id=row.organisation_id, member_id=row.member_id, kind=row.kind, key=row.key,
        card_json=row.card_json, address=Address(row.platform, row.workspace, row.user, row.details),
        attempts=row.attempts + 1, uncertain=uncertain, tried_at=row.tried_at,
        lease_until=lease_until, repeated=row.provider_ref == AGAIN,
    )  # fmt: skip
