"""Random troubles in virtual time: the real outbox, store and adapters on one side, a small model on the other.

python -m tests.scheduler.schedules --schedules 1000 --seed 7
"""

import argparse
import asyncio
import json
import logging
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import structlog
from sqlalchemy import Connection, delete, select, update

from adapters.pace import Pace
from adapters.sealing import Seal
from adapters.slack.calls import Calls
from adapters.slack.deliver import Delivery
from adapters.slack.installs import Installs
from adapters.teams.botframework import BotFramework
from adapters.teams.deliver import Delivery as TeamsDelivery
from adapters.teams.keys import Keys
from adapters.teams.people import People
from adapters.teams.reference import Reference
from adapters.teams.settings import TeamsSettings
from adapters.teams.tokens import Tokens
from bot.app import App
from bot.cards import Card
from bot.model import Address, Role
from bot.store import Database, Operator, Parcel, Store
from bot.store.tables import identities, outbox
from bot.wire import as_json
from scheduler.outbox import Deliver, send_due
from tests.crash.mornings import SECRET, add_workspace, circumstances
from tests.scheduler.model import Model, Row
from tests.scheduler.wire import Killed, Platforms

STEPS = 50
CARD = json.dumps(as_json(Card("Good morning")))
START = datetime(2026, 3, 12, 9, tzinfo=UTC)
SPANS = [timedelta(seconds=seconds) for seconds in (1, 10, 39, 41, 59, 60, 61, 89, 91, 301, 901, 3601)]
PEOPLE = [*(("slack", "T1", f"U{n}") for n in range(3)), *(("slack", "T2", f"U{n}") for n in range(3, 5)),
          *(("teams", "tenant", f"29:{n}") for n in range(3))]  # fmt: skip

_ROWS = select(outbox.c.id, outbox.c.state, outbox.c.attempts, outbox.c.not_before_at).order_by(outbox.c.id)
_SEAL = Seal(SECRET)


@cache
def _sealed(team: str) -> str:
    return _SEAL.close(json.dumps({"access": f"xoxb-{team}", "refresh": "", "expires_at": ""}), f"slack:{team}")


@dataclass
class Clock:
    at: datetime = START

    def __call__(self) -> datetime:
        return self.at


class TracedDatabase(Database):
    """Tells the model who was claimed, and until when who is held. Without the writer's thread: one seed is one history."""

    model: Model
    clock: Clock
    has_changed = False

    def operate(self, work: Callable[[Operator], Any]) -> Any:
        result = super().operate(work)
        if isinstance(result, Parcel):
            self.model.begun(result.id, result.lease_until)
        elif isinstance(result, list):
            self.model.claimed([parcel.id for parcel in result], self.clock())
            self.has_changed = self.has_changed or bool(result)
        return result

    def _transaction(self, scope: str, made: Callable[[Connection], Any], work: Callable[[Any], Any]) -> Any:
        return self._once(scope, made, work)


async def _here(work: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """In the place of asyncio.to_thread: others have their turn, always in the same order."""
    await asyncio.sleep(0)
    return work(*given, **named)


@dataclass
class Stage:
    """The people of every schedule, and where they are written to."""

    database: TracedDatabase
    organisation_id: int
    member_ids: dict[str, int] = field(default_factory=dict)


def stage(database: TracedDatabase) -> Stage:
    made = Stage(database, add_workspace(database, "T1"))
    add_workspace(database, "T2")

    def write(store: Store) -> None:
        for platform, workspace, user in PEOPLE:
            where = Reference("http://127.0.0.1:1/", user, user, "28:bot").details
            details = json.dumps({"channel": f"D{user}"}) if platform == "slack" else where
            id_ = store.members.add(user, Role.rep, "UTC")
            store.identities.add(id_, Address(platform, workspace, user, details))
            made.member_ids[user] = id_

    database.write(made.organisation_id, write)
    return made


class Schedule:
    """One history. `play` raises AssertionError when the model and the system differ, or the promise is broken."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.rng, self.clock, self.model = random.Random(seed), Clock(), Model()
        self.stage, self.database = stage, stage.database
        self.database.model, self.database.clock = self.model, self.clock
        self.platforms = Platforms(random.Random(seed + 1), self.clock)
        self.platforms.is_alone = lambda: self.in_flight == 1  # else another delivery would outlive its deadline
        self.in_flight, self.left = 0, list(PEOPLE)
        self.rng.shuffle(self.left)
        self.workers = {name: self._worker(name) for name in ("one", "two")}
        self.told: list[str] = []

    async def play(self) -> None:
        self._reset()
        for _ in range(STEPS):
            await self._step()
        self.platforms.share = 0.0
        self._connect()
        for span in (timedelta(seconds=91), *[timedelta(seconds=3601)] * 2):
            self.clock.at += span
            await self._tick("one")
        self._kept()

    async def _step(self) -> None:
        match self.rng.choices(("queue", "tick", "pass", "calm", "connect"), (8, 17, 18, 2, 2))[0]:
            case "queue" if self.left:
                self._queue(*self.left.pop())
            case "tick":
                await self._tick(self.rng.choice(("one", "two")))
            case "pass":
                self.clock.at += self.rng.choice(SPANS)
            case "calm":
                self.platforms.share = self.rng.choice((0.0, 0.3, 0.5, 0.9))
            case "connect":
                self._connect()

    async def _tick(self, name: str) -> None:
        other = "two" if name == "one" else "one"

        async def meanwhile() -> None:
            self.platforms.meanwhile = None
            await self._send(other)
            self.platforms.meanwhile = meanwhile

        self.platforms.meanwhile = meanwhile
        self.database.has_changed = False
        await self._send(name)
        assert not self.model.wrong, self.model.wrong[0]
        if self.database.has_changed:
            self._compare(name)

    async def _send(self, name: str) -> None:
        """A worker that dies leaves what its workspace still had in its hands; the others end what they are at."""
        before = asyncio.all_tasks()
        try:
            await send_due(self.database, self.workers[name], self.clock)
        except Killed:
            await asyncio.gather(*(asyncio.all_tasks() - before), return_exceptions=True)
            self.workers[name] = self._worker(name)
            self.model.closed = {key: until for key, until in self.model.closed.items() if key[0] != name}

    def _worker(self, name: str) -> dict[str, Deliver]:
        calls = Calls("https://slack.test/", lambda: self.clock().timestamp())
        calls._session = self.platforms  # type: ignore[assignment]
        pace = Pace(lambda: self.clock().timestamp(), 1e9)
        installs = Installs(self.database, calls, self.clock, _SEAL)
        settings = TeamsSettings(is_local=True)
        frame = BotFramework(settings, Tokens(settings, lambda: 0.0), Keys("", lambda: 0.0))
        frame._calls._session = self.platforms  # type: ignore[assignment]
        people = People(App(self.database, self.clock), frame)
        senders: dict[str, Deliver] = {
            "slack": Delivery(calls, installs, self.clock, pace),
            "teams": TeamsDelivery(frame, people, self.database, pace),
        }
        return {platform: self._traced(name, deliver) for platform, deliver in senders.items()}

    def _traced(self, name: str, deliver: Deliver) -> Deliver:
        async def traced(parcel: Parcel, card: Card) -> str:
            whose = parcel.address.user
            self.platforms.met[whose], stood = [], len(self.platforms.posts[whose])
            row = self.model.rows[parcel.id]
            self.in_flight += 1
            try:
                return await deliver(parcel, card)
            finally:
                self.in_flight -= 1
                if not isinstance(sys.exception(), Killed):
                    self.model.ended(parcel.id, name, self.platforms.met[whose], stood, self.clock())
                elif row.platform == "teams" and row.doubted and self.platforms.met[whose]:
                    row.repeated = True

        return traced

    def _queue(self, platform: str, workspace: str, user: str) -> None:
        at = self.clock()
        id_ = self.stage.member_ids[user]
        put = lambda store: store.outbox.put(id_, "digest", user, CARD, at)  # noqa: E731
        self.database.write(self.stage.organisation_id, put)
        for row in self._rows():
            self.model.rows.setdefault(row.id, Row(user, platform, workspace, at))

    def _connect(self) -> None:
        self.model.stopped.clear()
        for team in ("T1", "T2"):
            told = ("slack", team, team, "{}", _sealed(team), START)
            self.database.operate(lambda operator, told=told: operator.workspaces.connect(0, *told))

    def _reset(self) -> None:
        self.database.operate(lambda o: o.connection.execute(delete(outbox)) and None)
        self.database.operate(lambda o: o.connection.execute(update(identities).values(state="", why="")) and None)
        self._connect()

    def _rows(self) -> list[Any]:
        return [*self.database.survey(lambda operator: operator.connection.execute(_ROWS).all())]

    def _compare(self, worker: str) -> None:
        for row in self._rows():
            should = self.model.rows[row.id]
            is_ = (row.state, row.attempts, row.not_before_at if should.is_queued else None)
            expected = (should.state, should.attempts, should.ready if should.is_queued else None)
            assert is_ == expected, f"after {worker}: {is_} instead of {expected}: {should}"
            posts = self.platforms.posts[should.whose]
            assert len(posts) <= 1 or (should.platform == "teams" and posts == ["first", "again"]), f"{should}: {posts}"

    def _kept(self) -> None:
        """Each ends, and is what it is called."""
        for row in self.model.rows.values():
            posts = self.platforms.posts[row.whose]
            assert row.state in {"sent", "dead", "stopped", "unknown"}, row
            assert bool(posts) or row.state != "sent", f"lost: {row}"
            assert not posts or row.state not in {"dead", "stopped"}, f"arrived all the same: {row}"


def play(url: str, count: int, seed: int) -> str:
    """Plays so many; returns figures. Raises AssertionError, with the schedule's own seed."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    database = TracedDatabase(url)
    database.model, database.clock = Model(), Clock()
    ends: dict[str, int] = {}
    began = process_time()

    async def all_of_them() -> None:
        made = stage(database)
        for number in range(count):
            schedule = Schedule(made, seed + number)
            try:
                await schedule.play()
            except AssertionError as error:
                raise AssertionError(f"schedule {seed + number}: {error}; {circumstances(seed + number)}") from error
            for row in schedule.model.rows.values():
                ends[row.state] = ends.get(row.state, 0) + 1

    threads, asyncio.to_thread = asyncio.to_thread, _here
    try:
        asyncio.run(all_of_them())
    finally:
        asyncio.to_thread = threads
        database.close()
        structlog.reset_defaults()
    return f"{count} schedules of {STEPS} steps, {ends}, {process_time() - began:.1f} s of CPU; {circumstances(seed)}"


def main() -> None:
    given = argparse.ArgumentParser(description="Random troubles of delivering, against a model.")
    given.add_argument("--schedules", type=int, default=1000)
    given.add_argument("--seed", type=int, default=random.randrange(10**6))
    said = given.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="ft-schedules-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108
    try:
        url = f"sqlite:///{folder / 'schedules.sqlite3'}"
        database = Database(url)
        database.migrate()
        database.close()
        print(play(url, said.schedules, said.seed))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
