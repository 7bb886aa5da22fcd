"""So many workers through a stretch of time: they decide as scheduler.digests, tick as scheduler.ticker, and send by the real
scheduler.outbox at the real pace, with a clock that leaps.
"""

import asyncio
import random
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from adapters.pace import Pace
from benchmarks.scale.mornings import Decided, Mornings
from benchmarks.scale.population import PACES, Population
from benchmarks.scale.queue import InMemory, Queue
from benchmarks.scale.virtual import VirtualLoop
from bot.cards import Card
from bot.store import Parcel
from scheduler.outbox import Deliver, send_due
from scheduler.ticker import SECONDS


@dataclass(frozen=True)
class Costs:
    """Seconds. Of planning: of each organisation's part of a batch, and of each member in it."""

    batch: float
    member: float
    statement: float  # one question to the database, from a thread
    call: float = 0.1  # of a platform, there and back: assumed


@dataclass(frozen=True)
class Run:
    """What came of it. Lateness is from a member's hour to their message, in seconds."""

    workers: int
    mornings: Mornings
    queue: Queue
    last_decided: float  # the longest from an hour to its decision
    posts: Mapping[tuple[int, str], "array[float]"]  # by worker and workspace: when each message left

    @property
    def late(self) -> list[float]:
        return sorted(self.queue.late)


@dataclass
class _Work:
    people: Population
    start: datetime
    until: float
    costs: Costs
    loop: VirtualLoop
    mornings: Mornings
    queue: Queue
    workers: int
    last_decided: float = 0.0
    posts: dict[tuple[int, str], "array[float]"] = field(default_factory=lambda: defaultdict(lambda: array("d")))

    def clock(self) -> datetime:
        return self.start + timedelta(seconds=self.loop.time())

    async def worker(self, number: int) -> None:
        """As Ticker: it looks, then sends, and looks again while that lasts."""
        await asyncio.sleep(SECONDS * number / self.workers)
        senders, database = self._senders(number), InMemory(self.queue, number)
        while self.loop.time() < self.until or self.queue.length:
            began = self.loop.time()
            await self._look()
            sending = asyncio.create_task(send_due(database, senders, self.clock))
            while not (await asyncio.wait({sending}, timeout=SECONDS))[0]:
                await self._look()
            sending.result()
            await asyncio.sleep(SECONDS - (self.loop.time() - began) % SECONDS)

    async def _look(self) -> None:
        """As decide_due: an organisation's part of a batch is one transaction; it ends, then its letters are there."""
        while self.loop.time() < self.until and (due := self.mornings.due(self.clock())):
            now = self.clock()  # of the tick
            for organisation, some in groupby(due, lambda one: self.mornings.cohort(one[1]).organisation):
                part = list(some)
                await asyncio.sleep(self.costs.batch + self.costs.member * sum(one[3] for one in part))
                for one in part:
                    for decided in self.mornings.decide(one, now):
                        self._queue(organisation, decided)

    def _queue(self, organisation: int, decided: Decided) -> None:
        due_at = (decided.due_at - self.start).total_seconds()
        self.last_decided = max(self.last_decided, self.loop.time() - due_at)
        self.queue.put(organisation, decided.listed, due_at)

    def _senders(self, number: int) -> dict[str, Deliver]:
        return {name: self._sender(number, Pace(self.loop.time, pace), name) for name, pace in PACES.items()}

    def _sender(self, number: int, pace: Pace, platform: str) -> Deliver:
        """The calls of adapters.slack.deliver and adapters.teams.deliver, in their order."""

        async def deliver(parcel: Parcel, card: Card) -> str:
            del card
            await asyncio.sleep(self.costs.statement)  # the installation, or the place of the chat
            if platform == "slack":
                await asyncio.sleep(self.costs.call)  # whether they are still there
            await pace.wait(parcel.address.workspace)
            self.posts[number, parcel.address.workspace].append(self.loop.time())
            await asyncio.sleep(self.costs.call)
            return "1.1"

        return deliver


def run(people: Population, start: datetime, hours: float, workers: int, costs: Costs, seed: int = 1) -> Run:
    """Everybody who is due within so many hours, to the last message."""
    loop = VirtualLoop(costs.statement)
    mornings = Mornings(people, start, random.Random(seed))  # noqa: S311 - a simulation
    queue = Queue(people.platforms, loop.time)
    work = _Work(people, start, hours * 3600, costs, loop, mornings, queue, workers)

    async def all_of_them() -> None:
        await asyncio.gather(*(work.worker(number) for number in range(workers)))

    try:
        loop.run_until_complete(all_of_them())
    finally:
        loop.close()
    return Run(workers, mornings, queue, work.last_decided, work.posts)


def fastest(
    posts: Mapping[tuple[int, str], "array[float]"], seconds: float, key: Callable[[tuple[int, str]], object]
) -> int:
    """The most messages that left for one workspace within so many seconds; `key`: of (worker, workspace), what counts as one."""
    together: dict[object, list[float]] = defaultdict(list)
    for one, left in posts.items():
        together[key(one)].extend(left)
    most = 0
    for found in together.values():
        times, first = sorted(found), 0
        for place, at in enumerate(times):
            while at - times[first] > seconds:
                first += 1
            most = max(most, place - first + 1)
    return most
