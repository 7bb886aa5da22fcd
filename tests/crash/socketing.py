"""Random plans of broken connections between the bot and the platform, over real sockets; the platform's receipts judge.

python -m tests.crash.socketing --schedules 100 --seed 7 [--strategy plain_retry]
"""

import argparse
import asyncio
import gc
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

import structlog

from adapters.pace import Pace
from adapters.sealing import Seal
from adapters.slack import calls as slack_calls
from adapters.slack.calls import Calls
from adapters.slack.deliver import Delivery
from adapters.slack.installs import Installs
from bot.cards import Card
from bot.store import Database, Parcel
from scheduler import patience
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.crash.mornings import SECRET, START, Onlooker, circumstances, settle
from tests.crash.proxy import Proxy, plan_of
from tests.crash.smallslack import SmallSlack
from tests.crash.workers import STRATEGIES
from tests.slack.faults import Faults

COUNT = int(os.environ.get("TRIAL_SOCKETS", "100"))
STEPS, LISTS = 50, 6  # of a schedule: connections, and lists that go through its door
_SHARE = 0.6
_AT_ONCE = 100  # schedules
_CALL_SECONDS = 0.4
_ROUNDS = 120
_BETWEEN = (
    1,
    61,
    5,
    91,
    3601,
    61,
)  # seconds between two tries: before a look-back, after it, after a lease, after the longest wait


@dataclass
class Seen:
    """What became of everything that was tried."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)

    @property
    def is_kept(self) -> bool:
        return not self.lost and not self.doubled and set(self.states) == {"sent"}


class Clock:
    def __init__(self) -> None:
        self.at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()


@contextmanager
def in_a_hurry() -> Iterator[None]:
    """Short calls, and no end of tries."""
    before = slack_calls.SECONDS, patience.MOST_ATTEMPTS, patience.LOOK_BACK
    slack_calls.SECONDS, patience.MOST_ATTEMPTS = _CALL_SECONDS, 10_000
    try:
        yield
    finally:
        slack_calls.SECONDS, patience.MOST_ATTEMPTS, patience.LOOK_BACK = before


def play(fresh: "Fresh", count: int, seed: int, strategy: str = "ours") -> Seen:
    """Schedule n is that of seed + n, and the same when it is played alone. `fresh` makes an empty, migrated database."""
    seen = Seen()
    with in_a_hurry():
        for first in range(0, count, _AT_ONCE):
            _some(fresh(), range(seed + first, seed + min(first + _AT_ONCE, count)), strategy, seen)
            gc.collect()  # what the proxy left half open is warned of here, and nowhere else
    return seen


def _some(url: str, seeds: range, strategy: str, seen: Seen) -> None:
    """These schedules beside each other, a workspace each."""
    database, onlooker, clock = Database(url), Onlooker(url), Clock()
    people = settle(database, len(seeds), len(seeds) * LISTS, timedelta(0))
    plans = [plan_of(random.Random(seed), STEPS, _SHARE) for seed in seeds]
    with SmallSlack(Faults(), clock.seconds) as slack, Proxy(slack.port, plans) as proxy:
        decide_due(database, clock())
        for _, seconds in zip(range(_ROUNDS), cycle(_BETWEEN), strict=False):
            asyncio.run(_send(database, proxy, clock, strategy))
            clock.at += timedelta(seconds=seconds)
            if not onlooker.open(clock.at):
                break
        seen.lost += [_named(channel, seeds) for channel in sorted(people - slack.reached())]
        seen.doubled += [_named(channel, seeds) for channel in slack.doubled()]
        seen.states.update(onlooker.states())
        seen.kinds += proxy.seen
        seen.calls += slack.calls
    onlooker.close()
    database.close()


def _named(channel: str, seeds: range) -> str:
    return f"{channel} of seed {seeds[int(channel[1:].partition('x')[0])]}"


async def _send(database: Database, proxy: Proxy, clock: Clock, strategy: str) -> None:
    """Connections of its own for each try, by the workspace's own door."""

    async def deliver(parcel: Parcel, card: Card) -> str:
        calls = Calls(proxy.url_of(int(parcel.address.workspace[1:])))
        await calls.open()
        try:
            installs = Installs(database, calls, clock, Seal(SECRET))
            return await Delivery(calls, installs, clock, Pace(time.monotonic, 1e9))(parcel, card)
        finally:
            await calls.close()

    await send_due(database, {"slack": STRATEGIES[strategy](deliver)}, clock)


class Fresh:
    """A new SQLite database each time."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._made = folder, 0

    def __call__(self) -> str:
        self._made += 1
        url = f"sqlite:///{self._folder / f'sockets-{self._made}.sqlite3'}"
        database = Database(url)
        database.migrate()
        database.close()
        return url


def told(seen: Seen, count: int, seed: int, seconds: float) -> str:
    return (
        f"{count} schedules, {seen.states.total()} lists, {seen.kinds.total()} connections {dict(seen.kinds)}; calls {dict(seen.calls)}; "
        f"{dict(seen.states)}; lost {seen.lost[:5]}, doubled {seen.doubled[:5]}; {seconds:.1f} s; {circumstances(seed)}"
    )


def main() -> int:
    given = argparse.ArgumentParser(description="Morning lists over connections that break.")
    given.add_argument("--schedules", type=int, default=COUNT)
    given.add_argument("--seed", type=int, default=random.randrange(10**6))
    given.add_argument("--strategy", default="ours")
    said = given.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.disable()  # of the small Slack, whose questions break off
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ft-sockets-") as folder:
        seen = play(Fresh(Path(folder)), said.schedules, said.seed, said.strategy)
    print(told(seen, said.schedules, said.seed, time.monotonic() - began))
    return 0 if seen.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
