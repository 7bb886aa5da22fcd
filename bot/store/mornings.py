"""Whose morning it is, across organisations, and what the ticks before had seen. Used by the scheduler and the operator."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from bot.model import Member
from bot.store.among import among, one_word_of
from bot.store.asking import asked
from bot.store.digests import Plan
from bot.store.members import IS_THERE
from bot.store.room import chunks
from bot.store.sending import WITHDRAW
from bot.store.tables import SKIPPED, digests, members, meta, outbox
from bot.store.whole_members import with_days_off

_LATEST, _FROM, _TO, _ZONES, _EPOCH = "ticks.latest", "ticks.gap_from", "ticks.gap_to", "ticks.zones", "ticks.epoch"
_LEAPT_FROM, _LEAPT_TO = "ticks.leapt_from", "ticks.leapt_to"


@dataclass(frozen=True)
class Marks:
    """What is known from before. The gap is the latest time in which nobody ticked; its beginning is not known at first."""

    latest: datetime | None = None
    gap_from: datetime | None = None
    gap_to: datetime | None = None
    zones: str = ""  # the time-zone rules by which every instant was planned
    epoch: datetime | None = None  # a backup was put back then: what was due before may have been sent already
    leapt_from: datetime | None = None  # the latest time past which somebody moved the trial's clock
    leapt_to: datetime | None = None

    @property
    def looked_at(self) -> datetime | None:
        """When a worker looked last; that a backup was put back is no look."""
        return None if self.latest == self.epoch else self.latest


@dataclass(frozen=True)
class Mornings:
    connection: Connection

    def due(self, now: datetime, limit: int, without: Collection[int] = ()) -> list[tuple[int, int]]:
        """(organisation, member) of those whose hour has come, but for some; on PostgreSQL another process gets others."""
        said = {"now": now, "without": list(without), "most": limit}
        return [(row.organisation_id, row.id) for row in asked(self.connection, _DUE, said)]

    def unplanned(self) -> list[Member]:
        """Those who are new here, or from before days were planned."""
        found = asked(self.connection, _UNPLANNED, {})
        return list(with_days_off(self.connection, found)) if found else []

    def planned(self) -> list[Member]:
        """Everybody whose next day is known; until this transaction ends nobody else moves it."""
        known = select(members).where(members.c.next_digest_on.is_not(None), IS_THERE).order_by(members.c.id)
        return list(with_days_off(self.connection, self.connection.execute(known.with_for_update()).all()))

    def plan(self, plans: Sequence[Plan]) -> None:
        if plans:
            self.connection.execute(_PLANNING, [{"whose": one.member_id, "on": one.on, "at": one.at} for one in plans])

    def marks(self) -> Marks:
        found: Mapping[str, str] = {row.key: row.value for row in asked(self.connection, _MARKS, {})}
        return Marks(
            _instant(found.get(_LATEST)), _instant(found.get(_FROM)), _instant(found.get(_TO)),
            found.get(_ZONES, ""), _instant(found.get(_EPOCH)),
            _instant(found.get(_LEAPT_FROM)), _instant(found.get(_LEAPT_TO)),
        )  # fmt: skip

    def ticked(self, at: datetime) -> None:
        self._keep(_LATEST, at.isoformat())

    def ticked_again(self, at: datetime, since: datetime | None) -> None:
        """Nobody had ticked since then."""
        self.ticked(at)
        self._keep(_TO, at.isoformat())
        if since:
            self._keep(_FROM, since.isoformat())

    def leapt(self, since: datetime, to: datetime) -> None:
        """The trial's clock was moved on: nobody could look at the hours between, and that is nobody's fault. Moves between
        which nobody looked are one."""
        before = self.marks()
        goes_on = before.leapt_from and before.leapt_to and before.latest and before.latest < before.leapt_to
        self._keep(_LEAPT_FROM, (before.leapt_from if goes_on and before.leapt_from else since).isoformat())
        self._keep(_LEAPT_TO, to.isoformat())

    def stand_still(self, now: datetime) -> None:
        """The clock is the machine's: no hour to come was moved past."""
        self._keep(_LEAPT_FROM, now.isoformat())
        self._keep(_LEAPT_TO, now.isoformat())

    def follow(self, zones: str) -> None:
        self._keep(_ZONES, zones)

    def take_back_ahead(self, now: datetime) -> dict[int, date | None]:
        """Skips that were decided in what is still to come, by a clock that was ahead, are open again.

        Returns, by member, the last day that was decided by now.
        """
        ahead = delete(digests).where(digests.c.state == SKIPPED, digests.c.decided_at > now)
        opened: dict[int, date | None] = {}
        opened |= {row.member_id: None for row in self.connection.execute(ahead.returning(digests.c.member_id))}
        last = func.max(digests.c.local_date).label("on")
        for ids in chunks(sorted(opened)):
            decided = (digests.c.member_id.in_(ids), digests.c.decided_at <= now)
            known = select(digests.c.member_id, last).where(*decided).group_by(digests.c.member_id)
            opened |= {row.member_id: row.on for row in self.connection.execute(known)}
        return opened

    def begin_epoch(self, now: datetime) -> int:
        """A backup was put back: what waits in it, or was due before now, may have been sent since. Returns how many waited.
        Withdrawals go all the same: twice is once."""
        self._keep(_EPOCH, now.isoformat())
        self.ticked_again(now, since=now)
        waiting = outbox.c.state.in_(["pending", "uncertain", "sending"])
        stopped = {"state": "stopped", "error": "restored", "lease_until": None}
        theirs = update(outbox).where(waiting, outbox.c.kind != WITHDRAW)
        return self.connection.execute(theirs.values(**stopped)).rowcount

    def _keep(self, key: str, value: str) -> None:
        if not self.connection.execute(_KEEPING, {"mark": key, "told": value}).rowcount:
            self.connection.execute(insert(meta).values(key=key, value=value))


# Made once: every tick asks them.
_DUE = (
    select(members.c.organisation_id, members.c.id)
    .where(
        members.c.next_digest_at <= bindparam("now", type_=members.c.next_digest_at.type), IS_THERE,
        ~among(members.c.id, "without"),
    )
    .order_by(members.c.next_digest_at, members.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, key_share=True)
)  # fmt: skip
_UNPLANNED = select(members).where(
    or_(members.c.next_digest_at.is_(None), members.c.next_digest_on.is_(None)), IS_THERE
)
_MARKS = select(meta.c.key, meta.c.value).where(
    one_word_of(meta.c.key, [_LATEST, _FROM, _TO, _ZONES, _EPOCH, _LEAPT_FROM, _LEAPT_TO])
)
_KEEPING = update(meta).where(meta.c.key == bindparam("mark")).values(value=bindparam("told"))
_PLANNING = (
    update(members)
    .where(members.c.id == bindparam("whose"))
    .values(next_digest_on=bindparam("on"), next_digest_at=bindparam("at"))
)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
