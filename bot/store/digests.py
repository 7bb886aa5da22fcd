"""One decision a member and working day about their digest: sent, or skipped with a reason. The key of the table holds it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Insert, Row, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.model import Member
from bot.store.among import among, by_itself
from bot.store.members import IS_THERE
from bot.store.room import MINE, Room, chunks
from bot.store.tables import SENT, SKIPPED, digests, members, outbox
from bot.store.whole_members import with_days_off
from bot.tally import TALLY


@dataclass(frozen=True)
class Digest:
    """One decision for a member and a local date. `items` is the JSON of its lines."""

    id: int
    member_id: int
    local_date: date
    due_at: datetime
    state: str  # sent, or skipped with a reason
    reason: str
    items: str
    decided_at: datetime


@dataclass(frozen=True)
class Skip:
    """A day on which nothing is sent, and why."""

    member_id: int
    local_date: date
    due_at: datetime
    reason: str


@dataclass(frozen=True)
class Listed:
    """A day on which a list is sent; `items` is the JSON of its lines."""

    member_id: int
    local_date: date
    due_at: datetime
    items: str


@dataclass(frozen=True)
class Plan:
    """The day that is to be decided about next, and its instant."""

    member_id: int
    on: date
    at: datetime


@dataclass(frozen=True)
class Digests(Room):
    def whose_hour_has_come(self, member_ids: Collection[int], now: datetime) -> list[Member]:
        """Those of them, as they are now: until this transaction ends nobody else decides about them, or moves their day."""
        held = self.ask(_HELD, whose=list(member_ids), now=now)
        return list(with_days_off(self.connection, held)) if held else []

    def send(self, lists: Sequence[Listed], at: datetime) -> dict[int, int]:
        """By member: the id of the decision. Who is not in it was decided about before, by whomever."""
        rows = [
            self._row(one.member_id, one.local_date, one.due_at, at) | {"state": SENT, "reason": "", "items": one.items}
            for one in lists
        ]
        statement = self._deciding().returning(digests.c.member_id, digests.c.id)
        made = {row.member_id: row.id for row in self.connection.execute(statement, rows)} if rows else {}
        if len(made) < len(rows):  # the key of the table held: told to whoever watches, since nobody else would see it
            TALLY.add("digest_duplicate_blocked", len(rows) - len(made))
        return made

    def skip(self, skips: Sequence[Skip], items: str, at: datetime) -> None:
        """Many days on which nothing is sent; what was decided before stays."""
        rows = [
            self._row(one.member_id, one.local_date, one.due_at, at)
            | {"state": SKIPPED, "reason": one.reason, "items": items}
            for one in skips
        ]
        if rows:
            self.connection.execute(self._deciding(), rows)

    def _row(self, member_id: int, local_date: date, due_at: datetime, at: datetime) -> dict[str, Any]:
        return {
            "organisation_id": self.organisation_id, "member_id": member_id, "local_date": local_date, "due_at": due_at,
            "decided_at": at,
        }  # fmt: skip

    def _deciding(self) -> Insert:
        return _DECIDING[self.connection.dialect.name]

    def plan(self, plans: Sequence[Plan]) -> None:
        """Which day of each of these members is to be decided about next."""
        if plans:
            rows = [{"mine": self.organisation_id, "whose": one.member_id, "on": one.on, "at": one.at} for one in plans]
            self.connection.execute(_PLANNING, rows)

    def one(self, digest_id: int) -> Digest | None:
        row = self.connection.execute(select(digests).where(self.mine(digests), digests.c.id == digest_id)).first()
        return _digest(row) if row else None

    def last_sent(self, member_ids: Collection[int]) -> dict[int, datetime]:
        """When each of these members was last sent one."""
        return {row.member_id: row.at for row in self.of_owners(_LAST_SENT, member_ids)}

    def skipped(self, member_ids: Collection[int], reasons: Collection[str], since: date) -> dict[int, list[date]]:
        """By member: their days from then on that were skipped for one of these reasons, the oldest first."""
        found: dict[int, list[date]] = defaultdict(list)
        rows = self.of_owners(_SKIPPED_SINCE, member_ids, since=since)
        for row in sorted((row for row in rows if row.reason in reasons), key=attrgetter("local_date")):
            found[row.member_id].append(row.local_date)
        return found

    def last_of(self, member_id: int) -> Digest | None:
        condition = (self.mine(digests), digests.c.member_id == member_id)
        latest = select(digests).where(*condition).order_by(digests.c.local_date.desc()).limit(1)
        row = self.connection.execute(latest).first()
        return _digest(row) if row else None

    def on(self, member_ids: Collection[int], day: date) -> dict[int, Digest]:
        """By member: what was decided about that day of theirs."""
        found: dict[int, Digest] = {}
        for chunk in chunks(member_ids):
            condition = (self.mine(digests), digests.c.member_id.in_(chunk), digests.c.local_date == day)
            found |= {row.member_id: _digest(row) for row in self.rows(select(digests).where(*condition))}
        return found

    def parcels_of(self, made: Mapping[int, Sequence[str]]) -> dict[int, tuple[str, str]]:
        """By member: what became of the message under one of these keys of theirs: its state, and its error."""
        found: dict[int, tuple[str, str]] = {}
        for chunk in chunks(made):
            keys = [key for member_id in chunk for key in made[member_id]]
            asked = select(outbox.c.member_id, outbox.c.state, outbox.c.error).where(
                self.mine(outbox), outbox.c.member_id.in_(chunk), outbox.c.key.in_(keys)
            )
            found |= {row.member_id: (row.state, row.error) for row in self.rows(asked)}
        return found


_THEIRS = (digests.c.organisation_id == MINE, among(digests.c.member_id, "owners"))
_LAST_SENT = (
    select(digests.c.member_id, func.max(digests.c.decided_at).label("at"))
    .where(*_THEIRS, digests.c.state == SENT)
    .group_by(digests.c.member_id)
)
_SKIPPED_SINCE = select(digests.c.member_id, digests.c.local_date, digests.c.reason).where(
    *_THEIRS, digests.c.local_date >= bindparam("since", type_=digests.c.local_date.type), digests.c.state == SKIPPED
)
_HELD = (
    select(members)
    .where(
        members.c.organisation_id == MINE, IS_THERE, among(members.c.id, "whose"),
        members.c.next_digest_at <= bindparam("now", type_=members.c.next_digest_at.type),
    )
    .order_by(by_itself(members.c.id))
    .with_for_update(key_share=True)  # whoever presses a button meanwhile refers to their own row
)  # fmt: skip
_DECIDING: Mapping[str, Insert] = {
    "sqlite": sqlite.insert(digests).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(digests).on_conflict_do_nothing(),
}
_PLANNING = (
    update(members)
    .where(members.c.organisation_id == MINE, members.c.id == bindparam("whose"))
    .values(next_digest_on=bindparam("on"), next_digest_at=bindparam("at"))
)


def _digest(row: Row[Any]) -> Digest:
    return Digest(
        id=row.id, member_id=row.member_id, local_date=row.local_date, due_at=row.due_at, state=row.state,
        reason=row.reason, items=row.items, decided_at=row.decided_at,
    )  # fmt: skip
