"""A whole morning of everybody whose hour has come (read, group, word, queue) against the floor under it (copying.py), with
its statements, its memory, and what a member costs among many against among a hundred.

As a process: `python -m benchmarks.planning URL`; it plans for each line and says how long it took, in how many statements.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import event

from benchmarks.copying import Floor
from benchmarks.figures import Figure, over, shuffled
from benchmarks.many import NOW, fill, grow
from benchmarks.processes import Process, peak_megabytes
from bot.store import Database
from scheduler.digests import decide_due

FEW = 100
_MEGABYTES = 300


@contextmanager
def empty() -> Iterator[str]:
    """A database of SQLite that is not there yet."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"


def migrated(url: str) -> None:
    database = Database(url)
    database.migrate()
    database.close()


@dataclass
class Mornings:
    """A database, its planner as a process, and its floor."""

    planner: Process
    floor: Floor
    members: int

    def plan(self, _: int = 0, *, compact: bool = False, how: str = "plan") -> Mapping[str, float]:
        """Everybody, from the beginning; to "count" their statements. Raises AssertionError when somebody has none."""
        self.floor.reset(NOW, compact=compact)
        told: Mapping[str, float] = json.loads(self.planner.tell(how))
        assert told["sent"] == self.members, f"{told['sent']:.0f} of {self.members} are queued"
        return told

    def seconds(self, number: int, *, compact: bool = False) -> float:
        return self.plan(number, compact=compact)["seconds"]

    def copied(self, _: int) -> float:
        self.floor.reset(NOW)
        started = time.perf_counter()
        self.floor.run()
        return time.perf_counter() - started


@contextmanager
def mornings(url: str, members: int) -> Iterator[Mornings]:
    with Process("planning", url) as planner:
        made = Mornings(planner, Floor(url), members)
        made.plan()
        made.floor.keep()
        yield made
        made.floor.close()


def plan(url: str, members: int, rounds: int) -> list[Figure]:
    with mornings(url, members) as made:
        last = made.plan(how="count")
        measured: dict[str, Callable[[int], float]] = {
            "floor": made.copied, "without": partial(made.seconds, compact=True), "with": made.seconds,
        }  # fmt: skip
        found = shuffled(rounds, measured)
        assert made.floor.count == members
    is_sqlite = url.startswith("sqlite")
    on = f"plan {members:,} {'SQLite' if is_sqlite else 'PostgreSQL'}"
    each = {name: f"{min(seconds) / members * 1e3:.2f} ms a member" for name, seconds in found.items()}
    figures = [
        Figure(f"{on}: no openers / floor", over(found["without"], found["floor"]), 5, note=f"{each['without']}, floor {each['floor']}"),
        Figure(f"{on}: with openers / floor", over(found["with"], found["floor"]), 40, note=each["with"]),
        Figure(f"{on}: memory / 300 MB", [last["megabytes"] / _MEGABYTES], 1, note=f"{last['megabytes']:.0f} MB"),
    ]  # fmt: skip
    if is_sqlite:  # it has no way to a server, and small batches
        return figures
    asked = last["statements"] / max(1.0, members / 1_000)
    return [*figures, Figure(f"{on}: statements for 1,000", [asked], 3, note=f"{last['statements']:.0f} in all")]


def growth(url: str, members: int, rounds: int, few: int = FEW) -> list[Figure]:
    """An empty database gets a few members, then so many: what one costs among these and among those."""
    migrated(url)
    fill(url, few)
    before = _each(url, few, rounds)
    grow(url, few, members)
    after = _each(url, members, rounds)
    note = f"{min(after) * 1e3:.1f} / {min(before) * 1e3:.1f} ms"
    return [Figure(f"growth: a member of {members:,} / of {few}", over(after, before), 1.5, note=note)]


def _each(url: str, members: int, rounds: int) -> list[float]:
    with mornings(url, members) as made:
        return [made.plan()["cpu" if url.startswith("sqlite") else "seconds"] / members for _ in range(rounds)]


def _planned(database: Database) -> dict[str, float]:
    started, cpu = time.perf_counter(), time.process_time()
    sent = decide_due(database, NOW)
    return {
        "seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu, "sent": sent, "megabytes": peak_megabytes(),
    }  # fmt: skip


def _counted(database: Database) -> dict[str, float]:
    """By itself: what somebody listens to goes another way (bot.store.asking), which is not to be timed."""
    statements: list[str] = []

    def count(_connection: object, _cursor: object, said: str, *_: object) -> None:
        statements.append(said)

    event.listen(database._engine, "before_cursor_execute", count)  # noqa: SLF001 - counted where they pass
    try:
        return {**_planned(database), "statements": len(statements)}
    finally:
        event.remove(database._engine, "before_cursor_execute", count)  # noqa: SLF001


def main() -> None:
    database = Database(sys.argv[1])
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps((_counted if line.strip() == "count" else _planned)(database)), flush=True)


if __name__ == "__main__":
    main()
