"""Several workers on one PostgreSQL are one sender to a workspace: one pace, one pause, and another goes on where one is killed."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from typing_extensions import override

from adapters import pace
from adapters.teams.deliver import PER_SECOND as TEAMS_PACE
from bot.cards import Card
from bot.model import Address, Role
from bot.store import Database, Letter, Store
from bot.store.tables import workspaces
from bot.store.workers import REST
from bot.wire import as_json
from tests.crash.crew import Crew
from tests.crash.mornings import START, Onlooker, add_workspace
from tests.crash.smallslack import SmallSlack
from tests.slack.faults import PASS, Fault, Faults, rate_limited

PACE, WORKERS = 15.0, 3
_SLACK = 1.5  # what a platform allows beyond the pace: clocks of two processes are no metronomes
_CARD = json.dumps(as_json(Card("Good morning")))


class Limits(Faults):
    """So many posts a second and a workspace; more are answered 429."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: Counter[str] = Counter()
        self.unheard = 0  # posts while the workspace was closed
        self._left: dict[str, tuple[float, float]] = {}
        self._closed_until: dict[str, float] = {}

    @override
    def next(self, method: str, team: str) -> Fault:
        if method != "chat.postMessage":
            return PASS
        now = time.monotonic()
        self.unheard += now < self._closed_until.get(team, 0.0)
        fault = super().next(method, team)
        if fault is PASS and not self._has_room(team, now):
            fault = rate_limited(1)
        if fault is not PASS:
            self.refused[team] += 1
            self._closed_until[team] = now + int(fault.headers["Retry-After"])
        return fault

    def _has_room(self, team: str, now: float) -> bool:
        most = pace.BURST + _SLACK
        left, since = self._left.get(team, (most, now))
        left = min(most, left + (now - since) * PACE)
        self._left[team] = (left - 1 if left >= 1 else left, now)
        return left >= 1


@dataclass
class Stage:
    database: Database
    slack: SmallSlack
    limits: Limits
    crew: Crew
    onlooker: Onlooker
    zero: float

    def workspace(self, team: str) -> Callable[[str, int], None]:
        """Queues so many messages there, whose channels begin so."""
        organisation_id = add_workspace(self.database, team)

        def put(store: Store, prefix: str, many: int) -> None:
            now = START + timedelta(seconds=time.monotonic() - self.zero)
            member_id = store.members.add("Rep Ray", Role.rep, "UTC")
            people = [
                Address("slack", team, f"U{prefix}{n}", json.dumps({"channel": f"D{prefix}{n}"})) for n in range(many)
            ]
            store.outbox.put_many("digest", [Letter(member_id, one, "x", _CARD, now) for one in people], now)

        return lambda prefix, many: self.database.write(organisation_id, lambda store: put(store, prefix, many))

    def start(self, workers: int) -> list[int]:
        job: dict[str, Any] = {
            "url": self.database.url, "api": self.slack.url, "strategy": "ours", "zero": self.zero, "pace": PACE,
        }  # fmt: skip
        return [self.crew.start(**job) for _ in range(workers)]

    def worker_of(self, team: str) -> str:
        asked = select(workspaces.c.worker).where(workspaces.c.key == team)
        return self.database.survey(lambda operator: operator.connection.execute(asked).scalar_one())

    def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        ends = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < ends, (self.onlooker.states(), self.limits.refused, len(self.slack.posts))
            time.sleep(0.02)

    def all_sent(self, many: int) -> bool:
        return len(self.slack.posts) >= many and self.onlooker.states() == {"sent": many}


@pytest.fixture
def stage(postgres_url, open_database, tmp_path) -> Iterator[Stage]:
    zero, limits = time.monotonic(), Limits()
    onlooker = Onlooker(postgres_url)
    with (
        (tmp_path / "log").open("w") as log,
        SmallSlack(limits, lambda: START.timestamp() + time.monotonic() - zero) as slack,
        Crew(log) as crew,
    ):
        running: list[int] = []
        made = Stage(open_database(postgres_url), slack, limits, crew, onlooker, zero)
        start = made.start
        made.start = lambda workers: running.extend(new := start(workers)) or new
        kill = crew.kill
        crew.kill = lambda pid: (running.remove(pid), kill(pid))
        yield made
        for pid in running:
            crew.kill(pid)
    onlooker.close()


def test_three_workers_keep_the_pace_of_each_workspace_as_one_would(stage):
    each = 65
    for team in ("T1", "T2"):
        stage.workspace(team)(team, each)
    stage.start(WORKERS)
    stage.until(lambda: stage.all_sent(2 * each))
    times = [post.ts for post in stage.slack.posts]
    assert max(times) - min(times) < 1.3 * (each - pace.BURST) / PACE
    assert stage.limits.refused.total() <= 0.01 * 2 * each
    assert stage.slack.doubled() == []


def test_a_workspace_that_goes_from_worker_to_worker_has_its_burst_but_once(stage):
    put, had, many = stage.workspace("T1"), set[str](), 7
    stage.start(WORKERS)
    for number in range(14):
        put(f"{number}x", many)
        stage.until(lambda sent=many * (number + 1): stage.all_sent(sent))
        had.add(stage.worker_of("T1"))
        if number % 2:  # then whoever asks first has it next; else the next come at once
            time.sleep(REST.total_seconds() * 1.1)
    assert len(had) > 1, "it stayed with one: nothing was proved"
    assert stage.limits.refused.total() <= 1
    assert stage.slack.doubled() == []


def test_a_pause_that_the_platform_asked_one_worker_for_is_kept_by_all(stage):
    """Also of messages queued meanwhile, and when the one that was told is no more."""
    stage.limits.script("chat.postMessage", *[PASS] * 3, rate_limited(6), team="T1")
    put = stage.workspace("T1")
    put("a", 10)
    told = stage.start(1)[0]
    stage.until(lambda: stage.onlooker.states() == {"sent": 3, "pending": 7})
    stage.crew.kill(told)
    put("b", 10)
    stage.start(2)
    stage.until(lambda: stage.all_sent(20))
    assert (stage.limits.unheard, stage.limits.refused["T1"]) == (0, 1)
    assert stage.slack.doubled() == []


def test_another_goes_on_at_the_same_pace_where_one_is_killed(stage):
    stage.workspace("T1")("a", 110)
    first = stage.start(1)[0]
    stage.until(lambda: len(stage.slack.posts) > 20)
    stage.start(2)
    stage.until(lambda: len(stage.slack.posts) > 40)
    stage.crew.kill(first)
    stage.until(lambda: stage.all_sent(110))
    assert stage.limits.refused.total() <= 1
    assert stage.slack.doubled() == []


def test_a_rest_gives_each_platform_its_burst_back():
    assert pace.BURST / min(pace.PER_SECOND, TEAMS_PACE) <= REST.total_seconds()
