"""A member in every zone and at every hour that is tried, two replicas of the scheduler, and a clock that only this sets."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.conversation import joining
from bot.conversation.mornings import Plan, plan_anew
from bot.model import Address, Profile, Role
from bot.store import Database, Store
from bot.worktime import next_digest_at
from scheduler.digests import decide, decide_due
from scheduler.planning import ClockIsBehind, begun
from tests.mornings.troubles import Change

PLATFORM = "local"


@dataclass(frozen=True)
class Person:
    """Somebody of the sweep, as they begin."""

    id: int
    zone: str
    at: time
    days: frozenset[int]  # weekdays on which they work; clocks change on Sundays and Fridays, so somebody works then


@dataclass
class World:
    database: Database
    organisation_id: int
    people: Sequence[Person]
    rng: random.Random

    def change(self, change: Change, now: datetime) -> None:
        """What the bot does when a platform tells of a new zone, or somebody sets their hour."""
        hour = ":" in change.to
        work = self._hour if hour else self._travel
        self.database.write(self.organisation_id, lambda store: work(store, change, now))

    def _travel(self, store: Store, change: Change, now: datetime) -> None:
        joining.changed(store, _address(change.member), Profile("", change.to), now, gone=False)

    def _hour(self, store: Store, change: Change, now: datetime) -> None:
        act_id = store.acts.begin(change.member, now, "changed settings")
        store.members.change(act_id, change.member, digest_at=change.to)
        plan_anew(store, change.member, now)

    def tick(self, now: datetime) -> bool:
        """One replica's tick by its clock; False when it refused to decide by it."""
        try:
            decide_due(self.database, now)
        except ClockIsBehind:
            return False
        return True

    def tick_stale(self, now: datetime, other: datetime) -> tuple[bool, bool]:
        """The other replica has looked who is due, then this one decides, then the other does, by what it saw before."""
        try:
            tick = self.database.operate(lambda operator: begun(operator.mornings, other))
            due = self.database.operate(lambda operator: operator.mornings.due(other, 10_000))
        except ClockIsBehind:
            return self.tick(now), False
        done = self.tick(now)
        undecided: set[int] = set()
        decide(self.database, due, tick, undecided)
        assert not undecided
        return done, True


class ForgetfulWorld(World):
    """As it was once: after a change the next list is merely the first one from now on. A control: the judge must object."""

    def change(self, change: Change, now: datetime) -> None:
        super().change(change, now)
        self.database.write(self.organisation_id, lambda store: self._forget(store, change.member, now))

    def _forget(self, store: Store, member_id: int, now: datetime) -> None:
        member = store.members.one(member_id)
        assert member
        at = next_digest_at(member, now)
        store.digests.plan([Plan(member_id, joining_day(at, member.zone), at)])


class CronWorld(World):
    """A plain cron job a member, and no key: it fires whenever their clock shows the hour. A control too."""

    def tick(self, now: datetime) -> bool:
        self.database.operate(lambda operator: self._fire(operator.connection, now))
        return True

    def tick_stale(self, now: datetime, other: datetime) -> tuple[bool, bool]:
        return self.tick(now), False

    def _fire(self, connection, now: datetime) -> None:
        from sqlalchemy import text

        rows = connection.execute(text("SELECT id, zone, digest_at, working_days FROM members")).all()
        for row in rows:
            there = now.astimezone(_zone(row.zone))
            if there.weekday() in json.loads(row.working_days) and f"{there:%H:%M}" == row.digest_at:
                fired = {"o": self.organisation_id, "m": row.id, "d": f"{there.date()}", "at": f"{now:%F %T}.000000"}
                connection.execute(text(_FIRED), fired)


_FIRED = (
    "INSERT INTO digests (organisation_id, member_id, local_date, due_at, state, reason, items, decided_at)"
    " VALUES (:o, :m, :d, :at, 'sent', '', '', :at)"
)
UNKEYED = (
    "CREATE TABLE unkeyed AS SELECT * FROM digests WHERE 0",
    "DROP TABLE digests",
    "ALTER TABLE unkeyed RENAME TO digests",
)


def _zone(name: str):
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def joining_day(at: datetime, zone: str):
    return at.astimezone(_zone(zone)).date()


_WEEKS = (frozenset({6, 0, 1, 2, 3}), frozenset({0, 1, 2, 3, 4}), frozenset({1, 2, 3, 4, 5}))
_TALKATIVE = 300  # one of so many is sent a line also on a clear day, and owns a deal


def settle(database: Database, asked: Sequence[tuple[str, time]], now: datetime) -> tuple[int, list[Person]]:
    """One organisation with a member for each of these zones and hours."""
    organisation_id = database.operate(lambda operator: operator.create_organisation("Everywhere"))
    wanted = [(zone, at, _WEEKS[n % 3], int(n % _TALKATIVE == 0)) for n, (zone, at) in enumerate(asked)]
    return organisation_id, database.write(organisation_id, lambda store: [_add(store, *one, now) for one in wanted])


def _add(store: Store, zone: str, at: time, days: frozenset[int], is_talkative: int, now: datetime) -> Person:
    id_ = store.members.add(f"Somebody in {zone}", Role.rep, zone, digest_at=at, working_days=tuple(sorted(days)))
    store.identities.add(id_, _address(id_))
    if is_talkative:
        store.members.describe(id_, clear_day=True)
        act_id = store.acts.begin(id_, now, "made")
        store.deals.create_many(act_id, now, now.date(), [{"owner_id": id_, "company": f"Firm of {id_}"}])
    store.members.change(store.acts.begin(id_, now, "no holidays"), id_, country="")
    plan_anew(store, id_, now)
    return Person(id_, zone, at, days)


def _address(member_id: int) -> Address:
    return Address(PLATFORM, PLATFORM, str(member_id))


def moments(
    rng: random.Random, first: datetime, last: datetime, due: Sequence[datetime], edges: Sequence[datetime],
    every: timedelta,
) -> list[datetime]:  # fmt: skip
    """When to tick: now and then, at each due instant of the days that matter, at some a second beside it, and at troubles."""
    grid = [first + every * n for n in range(int((last - first) / every) + 1)]
    beside = [moment + timedelta(seconds=rng.choice((-1, 1))) for moment in due if rng.random() < 0.2]
    around = [edge + timedelta(seconds=1) for edge in edges]
    return sorted({moment for moment in (*grid, *due, *beside, *around, last) if first <= moment <= last})
