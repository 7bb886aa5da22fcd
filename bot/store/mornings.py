"""Whose morning it is, across organisations, and what the ticks before had seen. Used by the scheduler and the operator."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from bot.model import Member
from bot.store.digests import SKIPPED, Plan
from bot.store.members import IS_THERE, with_days_off
from bot.store.room import chunks
from bot.store.tables import digests, members, meta, outbox

_LATEST, _BEFORE_LEAP, _ZONES, _EPOCH = "ticks.latest", "ticks.before_leap", "ticks.zones", "ticks.epoch"


@dataclass(frozen=True)
class Marks:
    """What is known from before. `before_leap`: the last tick before the clock went on by more than a tick's time."""

    latest: datetime | None = None
    before_leap: datetime | None = None
    zones: str = ""  # the time-zone rules by which every instant was planned
    epoch: datetime | None = None  # a backup was put back then: what was due before may have been sent already


@dataclass(frozen=True)
class Mornings:
    connection: Connection

    def due(self, now: datetime, limit: int, without: Collection[int] = ()) -> list[tuple[int, int]]:
        """(organisation, member) of those whose hour has come, but for some; on PostgreSQL another process gets others."""
        statement = (
            select(members.c.organisation_id, members.c.id)
            .where(members.c.next_digest_at <= now, IS_THERE, members.c.id.not_in(without))
            .order_by(members.c.next_digest_at, members.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [(row.organisation_id, row.id) for row in self.connection.execute(statement)]

    def unplanned(self) -> list[Member]:
        """Those who are new here, or from before days were planned."""
        new = or_(members.c.next_digest_at.is_(None), members.c.next_digest_on.is_(None))
        return list(with_days_off(self.connection, self.connection.execute(select(members).where(new, IS_THERE)).all()))

    def planned(self) -> list[Member]:
        """Everybody whose next day is known; until this transaction ends nobody else moves it."""
        known = select(members).where(members.c.next_digest_on.is_not(None), IS_THERE).order_by(members.c.id)
        return list(with_days_off(self.connection, self.connection.execute(known.with_for_update()).all()))

    def plan(self, plans: Sequence[Plan]) -> None:
        if plans:
            self.connection.execute(_PLANNING, [{"whose": one.member_id, "on": one.on, "at": one.at} for one in plans])

    def marks(self) -> Marks:
        known = select(meta.c.key, meta.c.value).where(meta.c.key.in_([_LATEST, _BEFORE_LEAP, _ZONES, _EPOCH]))
        found: Mapping[str, str] = {row.key: row.value for row in self.connection.execute(known)}
        return Marks(
            _instant(found.get(_LATEST)), _instant(found.get(_BEFORE_LEAP)), found.get(_ZONES, ""),
            _instant(found.get(_EPOCH)),
        )  # fmt: skip

    def ticked(self, latest: datetime, before_leap: datetime | None = None) -> None:
        self._keep(_LATEST, latest.isoformat())
        if before_leap:
            self._keep(_BEFORE_LEAP, before_leap.isoformat())

    def follow(self, zones: str) -> None:
        self._keep(_ZONES, zones)

    def take_back_ahead(self, now: datetime) -> dict[int, date]:
        """Skips that were decided in what is still to come, by a clock that was ahead, are open again.

        Returns, by member, the day after the last one that was decided by now.
        """
        ahead = delete(digests).where(digests.c.state == SKIPPED, digests.c.decided_at > now)
        opened: dict[int, date] = {}
        for row in self.connection.execute(ahead.returning(digests.c.member_id, digests.c.local_date)):
            opened[row.member_id] = min(row.local_date, opened.get(row.member_id, row.local_date))
        last = func.max(digests.c.local_date).label("on")
        for ids in chunks(sorted(opened)):
            decided = (digests.c.member_id.in_(ids), digests.c.decided_at <= now)
            known = select(digests.c.member_id, last).where(*decided).group_by(digests.c.member_id)
            opened |= {row.member_id: row.on + timedelta(days=1) for row in self.connection.execute(known)}
        return opened

    def begin_epoch(self, now: datetime) -> int:
        """A backup was put back: what waits in it, or was due before now, may have been sent since. Returns how many waited."""
        self._keep(_EPOCH, now.isoformat())
        self.ticked(now, before_leap=now)
        waiting = outbox.c.state.in_(["pending", "uncertain", "sending"])
        stopped = {"state": "stopped", "error": "restored", "lease_until": None}
        return self.connection.execute(update(outbox).where(waiting).values(**stopped)).rowcount

    def _keep(self, key: str, value: str) -> None:
        kept = update(meta).where(meta.c.key == key).values(value=value)
        if not self.connection.execute(kept).rowcount:
            self.connection.execute(insert(meta).values(key=key, value=value))


_PLANNING = (
    update(members)
    .where(members.c.id == bindparam("whose"))
    .values(next_digest_on=bindparam("on"), next_digest_at=bindparam("at"))
)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
