"""Forks workers that plan and deliver until they are killed. Imports once, so that a start costs a fork.

Reads a job a line, as JSON, and prints "pid N"; {"reap": N} waits for that worker and prints "gone N".
"""

import asyncio
import gc
import json
import logging
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from adapters.pace import Pace
from adapters.sealing import Seal
from adapters.slack import calls as slack_calls
from adapters.slack.calls import Calls
from adapters.slack.deliver import Delivery
from adapters.slack.installs import Installs
from bot.app import load_all
from bot.cards import Card
from bot.conversation import digest as _digest  # noqa: F401 - what a first look would import
from bot.store import Database, Operator, Parcel, Store
from scheduler import patience
from scheduler.clocks import lease_clock
from scheduler.outbox import Deliver
from scheduler.ticker import Ticker
from tests.crash.mornings import SECRET, START

_AS_FAST_AS_IT_GOES = 1e9  # messages a second
Json = dict[str, Any]


def in_a_hurry() -> None:
    """The sender's minutes as seconds, in the same order; and no end of tries, since hours of trouble come in one minute."""
    slack_calls.SECONDS = 0.6
    patience.DEADLINE_SECONDS = 0.8
    patience.LOOK_BACK, patience.LEASE = timedelta(seconds=2), timedelta(seconds=3)
    patience.BACKOFF = (timedelta(seconds=0.3), timedelta(seconds=0.6))
    patience.MOST_ATTEMPTS = 10_000


def ours(deliver: Deliver) -> Deliver:
    return deliver


def plain_retry(deliver: Deliver) -> Deliver:
    """Not ours: what may have arrived is sent anew, at once."""
    patience.LOOK_BACK = timedelta(0)

    async def again(parcel: Parcel, card: Card) -> str:
        return await deliver(replace(parcel, uncertain=False), card)

    return again


def never_again(deliver: Deliver) -> Deliver:
    """Not ours: what may have arrived is believed to be there."""

    async def once(parcel: Parcel, card: Card) -> str:
        return "believed" if parcel.uncertain else await deliver(parcel, card)

    return once


STRATEGIES = {"ours": ours, "plain_retry": plain_retry, "never_again": never_again}


class Steps:
    """Numbers the moments at which a worker may die, and dies at one of them.

    Each is told by its name and how often it came ("before a commit 3"), not by its place: one thread looks while
    another sends, and which of them is first differs from run to run.
    """

    def __init__(self, last: str | None) -> None:
        self._last, self._names, self._came, self._one = last, list[str](), Counter[str](), threading.Lock()

    def at(self, moment: str) -> None:
        with self._one:
            self._came[moment] += 1
            name = f"{moment} {self._came[moment]}"
            self._names.append(name)
            if name == self._last:
                os.write(1, f"died {name}\n".encode())
                os.kill(os.getpid(), signal.SIGKILL)

    def tell(self) -> None:
        os.write(1, f"steps {json.dumps(self._names)}\n".encode())


class SteppedDatabase(Database):
    """Each commit is a moment: before it, when all is done and nothing kept, and after it."""

    def __init__(self, url: str, steps: Steps) -> None:
        super().__init__(url)
        self._steps = steps

    def write(self, organisation_id: int, work: Callable[[Store], Any]) -> Any:
        return self._stepped(lambda job: super(SteppedDatabase, self).write(organisation_id, job), work)

    def operate(self, work: Callable[[Operator], Any]) -> Any:
        return self._stepped(super().operate, work)

    def _stepped(self, run: Callable[..., Any], work: Callable[[Any], Any]) -> Any:
        def job(whose: Any) -> Any:
            result = work(whose)
            self._steps.at("before a commit")
            return result

        result = run(job)
        self._steps.at("after a commit")
        return result


class SteppedCalls(Calls):
    def __init__(self, base_url: str, steps: Steps) -> None:
        super().__init__(base_url)
        self._steps = steps

    async def _answered(self, verb: str, token: str, method: str, **request: Any) -> Json:
        self._steps.at(f"before {method}")
        try:
            return await super()._answered(verb, token, method, **request)
        finally:
            self._steps.at(f"after {method}")


async def until_killed(job: Json) -> None:
    """Real parts, with the clock of the harness: ticks without a pause, as the ticker does every thirty seconds."""
    in_a_hurry()
    zygote = os.getppid()
    database, calls = Database(job["url"]), Calls(job["api"])

    def clock() -> datetime:
        return START + timedelta(seconds=time.monotonic() - job["zero"])

    deliver = STRATEGIES[job["strategy"]](await delivery(database, calls, clock, job.get("pace", _AS_FAST_AS_IT_GOES)))
    ticker = Ticker(database, clock, {"slack": deliver}, lease_clock(database, clock))
    while os.getppid() == zygote:
        await ticker.tick_once()
        await asyncio.sleep(0.05)


async def through_moments(job: Json) -> None:
    """One tick at each of these instants, and the end: of the worker too, when it dies at the step it was told."""
    steps = Steps(job.get("die"))
    database, calls = SteppedDatabase(job["url"], steps), SteppedCalls(job["api"], steps)
    moments = iter(job["moments"])
    now = datetime.fromisoformat(job["moments"][0])
    deliver = await delivery(database, calls, lambda: now)
    ticker = Ticker(database, lambda: now, {"slack": deliver})
    for now in map(datetime.fromisoformat, moments):  # noqa: B007 - the clock shows it
        await ticker.tick_once()
    steps.tell()
    await calls.close()
    database.close()


async def delivery(
    database: Database, calls: Calls, clock: Callable[[], datetime], pace: float = _AS_FAST_AS_IT_GOES
) -> Deliver:
    await calls.open()
    installs = Installs(database, calls, clock, Seal(SECRET))
    return Delivery(calls, installs, clock, Pace(time.monotonic, pace))


def jobs() -> Iterator[Json]:
    for line in sys.stdin:
        yield json.loads(line)


def main() -> None:
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    load_all()
    gc.freeze()  # so that a child's collector copies none of what it will never change
    for job in jobs():
        if reaped := job.get("reap"):
            os.waitpid(reaped, 0)
            os.write(1, f"gone {reaped}\n".encode())
            continue
        pid = os.fork()
        if pid == 0:
            try:
                asyncio.run(through_moments(job) if "moments" in job else until_killed(job))
            finally:
                os._exit(0)
        os.write(1, f"pid {pid}\n".encode())


if __name__ == "__main__":
    main()
