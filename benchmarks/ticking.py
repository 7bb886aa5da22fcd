"""The minute in which three thousand members are due: claimed, against APScheduler waking as many jobs from the same
database; what a tick costs when nobody is due; and how long until their last list is queued.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

from apscheduler.executors.debug import DebugExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import STATE_PAUSED, STATE_RUNNING

from benchmarks.copying import Floor
from benchmarks.figures import ABSOLUTE, Figure, over, shuffled
from benchmarks.many import NOW
from bot.app import system_clock
from bot.store import Database, chunks
from scheduler.digests import decide_due, uncollected
from scheduler.planning import begun

_BATCH = 500
_IDLE_SECONDS, _QUEUED_SECONDS = 0.005, 20
_LEASE = timedelta(seconds=90)
_woken = 0


def ticking(url: str, members: int, due: int, rounds: int) -> list[Figure]:
    database, floor = Database(url), Floor(url)
    with _waking(url, due) as peer:

        def claimed(_: int) -> float:
            floor.reset(NOW, due=due)
            return _seconds_to_claim(database, due)

        claimed(0)  # statements are made once a process
        found = shuffled(rounds, {"ours": claimed, "peer": lambda _: peer()})
    floor.reset(NOW, due=due)
    started = time.process_time()
    assert decide_due(database, NOW) == due
    queued = time.process_time() - started
    idle = _idle(database)
    database.close()
    floor.close()
    ms = {name: f"{statistics.median(seconds) * 1e3:.0f} ms" for name, seconds in found.items()}
    of = f"{due:,} of {members:,}"
    return [
        Figure(f"tick: {of} claimed / APScheduler", over(found["ours"], found["peer"]), 0.01, note=f"{ms['ours']} / {ms['peer']}"),
        Figure("tick: nobody due / 5 ms", [idle / _IDLE_SECONDS], ABSOLUTE, note=f"{idle * 1e3:.1f} ms"),
        Figure(f"tick: {due:,} queued / 20 s of a core", [queued / _QUEUED_SECONDS], ABSOLUTE, note=f"{queued:.1f} s of CPU"),
    ]  # fmt: skip


def _seconds_to_claim(database: Database, due: int) -> float:
    """As decide_due does before it decides: who is due, and each batch held."""
    started = time.perf_counter()
    found = database.operate(lambda operator: (begun(operator.mornings, NOW), operator.mornings.due(NOW, due))[1])
    held = sum(_held(database, batch) for batch in chunks(found, _BATCH))
    seconds = time.perf_counter() - started
    assert held == due, f"{held} claimed"
    return seconds


def _held(database: Database, batch: Sequence[tuple[int, int]]) -> int:
    ids = [member_id for _, member_id in batch]
    with uncollected():
        return len(database.write(batch[0][0], lambda store: store.digests.whose_hour_has_come(ids, NOW)))


def _idle(database: Database) -> float:
    """The median of a tick in which nobody is due and nothing waits to be sent."""
    took = []
    later = NOW + timedelta(minutes=1)
    database.operate(lambda operator: operator.claim(later, _LEASE, 1_000_000))
    for _ in range(40):
        started = time.perf_counter()
        assert decide_due(database, later) == 0
        assert database.operate(lambda operator: operator.claim(later, _LEASE)) == []
        took.append(time.perf_counter() - started)
    return statistics.median(took)


def wake() -> None:
    """A job of APScheduler's, that does nothing."""
    global _woken  # noqa: PLW0603 - a job is known by its module and name
    _woken += 1


@contextmanager
def _waking(url: str, jobs: int) -> Iterator[Callable[[], float]]:
    """The peer: a job of each member's own in its job store; waking them all takes the seconds that are returned."""
    store = SQLAlchemyJobStore(url=url, tablename="peer_jobs")
    scheduler = BackgroundScheduler(
        jobstores={"default": store}, executors={"default": DebugExecutor()}, timezone="UTC",
        job_defaults={"misfire_grace_time": None, "coalesce": True},
    )  # fmt: skip
    scheduler.start(paused=True)
    for number in range(jobs):
        scheduler.add_job(wake, "cron", hour=8, minute=30, id=str(number))
    woken = partial(_woken_in, scheduler, jobs)
    yield woken
    scheduler.shutdown(wait=False)


def _woken_in(scheduler: BackgroundScheduler, jobs: int) -> float:
    global _woken  # noqa: PLW0603
    _woken = 0
    past = system_clock() - timedelta(minutes=1)
    scheduler.state = STATE_PAUSED
    for number in range(jobs):
        scheduler.modify_job(str(number), next_run_time=past)
    scheduler.state = STATE_RUNNING
    started = time.perf_counter()
    scheduler._process_jobs()  # noqa: SLF001 - what its thread calls
    seconds = time.perf_counter() - started
    assert _woken == jobs, f"{_woken} woken"
    return seconds
