"""`make test-release`: the same dangers as in `make test`, ten to fifty times as often, in parts of less than half an hour.

    make test-release                   # every part that this commit has not passed yet, one after another
    make test-release PART=kills-sqlite # this one, again
    make test-release PART=list         # the parts, and which of them are done
    make test-release PART=report       # a table of what was found, for docs/reliability.md

A part that has passed leaves a note in .release/ with its figures, so that a run which was broken off goes on.
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.app import system_clock
from scheduler.zones import rules_version

ROOT = Path(__file__).parents[1]
NOTES = ROOT / ".release"
_TOLD = re.compile(r"\bseed \d+")  # a harness tells what it did in a line with its seed
_LONGEST = 500  # characters of such a line


@dataclass(frozen=True)
class Part:
    about: str
    asks: tuple[str, ...]  # of pytest
    sizes: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return {f"TRIAL_{name}": value for name, value in self.sizes.items()}


_KILLS = ("tests/crash/test_killing.py", "-k")
_LOAD = ("tests/load", "-k")


def _postgres_killed(about: str) -> Part:
    return Part(about, (*_KILLS, "kill_nine and postgres"), {"KILLS": "1700"})


PARTS: Mapping[str, Part] = {
    "controls": Part(
        "the harnesses can fail: plain retry, never again, a store that forgets", ("tests/crash", "tests/scheduler/test_schedules.py", "tests/rights", "-k", "can_fail"),
    ),
    "kills-sqlite": Part("5,000 kills of a worker that sends 50,000 lists", (*_KILLS, "kill_nine and sqlite"), {"KILLS": "5000"}),
    "kills-postgres-1": _postgres_killed("1,700 kills of one of three workers on PostgreSQL that send 17,000 lists"),
    "kills-postgres-2": _postgres_killed("1,700 others"),
    "kills-postgres-3": _postgres_killed("1,700 others"),
    "points": Part("killed at every commit and call", ("tests/crash/test_points.py", "tests/crash/test_kill.py"), {"KILLS": "1"}),
    "schedules-1": Part("12,500 schedules of 50 troubles", ("tests/scheduler/test_schedules.py",), {"SCHEDULES": "12500"}),
    "schedules-2": Part("12,500 others", ("tests/scheduler/test_schedules.py",), {"SCHEDULES": "12500"}),
    "sockets": Part("3,000 plans of connections that break", ("tests/crash/test_sockets.py",), {"SOCKETS": "3000"}),
    "mornings": Part("every zone for two years at seven hours, two versions of the rules", ("tests/mornings", "-n", "2"), {"MORNINGS": "release"}),
    "canaries": Part("3,000 runs of three organisations", ("tests/rights/test_canaries.py",), {"CANARIES": "3000"}),
    "server": Part(
        "PostgreSQL killed 20 times, 200 connections ended, 300 workers killed", ("tests/processes", "tests/store/test_lost_commits.py"),
        {"SERVER_KILLS": "20", "TERMINATIONS": "200", "WORKER_KILLS": "300"},
    ),
    "load": Part(
        "100 actions a second for 20 seconds while 2,000 lists go out", (*_LOAD, "nobody_waits"),
        {"LOAD_SECONDS": "20", "LOAD_RATE": "100", "LOAD_DIGESTS": "2000"},
    ),
    "load-long": Part("50 a second for 20 minutes", (*_LOAD, "nobody_waits"), {"LOAD_SECONDS": "1200", "LOAD_RATE": "50", "LOAD_DIGESTS": "2000"}),
    "load-postgres": Part(
        "50 a second for 10 minutes, where one process answers and another sends", (*_LOAD, "another_sends"),
        {"LOAD_SECONDS": "600", "LOAD_RATE": "50", "LOAD_DIGESTS": "2000"},
    ),
    "import": Part("1,000,000 rows, killed once", ("tests/crash/test_import_kill.py",), {"IMPORT_ROWS": "1000000"}),
    "bench": Part("every job of the benchmark, as small as it goes", ("tests/test_bench.py",), {"BENCH": "all"}),
    "backups": Part("backups beside a writer", ("tests/adapters/cli/test_backups.py",)),
    "stateful": Part("300 runs of anything", ("tests/stateful", "-n", "2"), {"STATEFUL_RUNS": "300"}),
    "slack": Part(
        "hostile names, broken and repeated requests in Slack", ("tests/adapters/slack", "-n", "2"),
        {"HOSTILE_NAMES": "10000", "BROKEN_REQUESTS": "20000", "DUPLICATE_ROUNDS": "25"},
    ),
    "teams": Part("broken requests in Teams", ("tests/adapters/teams/test_broken.py",), {"BROKEN_REQUESTS": "20000"}),
    "histories": Part("20,000 random histories of deals", ("tests/playbook/test_any_history.py",), {"HISTORIES": "20000"}),
}  # fmt: skip


@dataclass(frozen=True)
class Note:
    """What came of a part."""

    name: str
    about: str
    passed: bool
    seconds: int
    on: str
    commit: str
    zones: str
    sqlite: str
    told: list[str]


def commit() -> str:
    """With a plus when something is not committed."""

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False
        ).stdout.strip()

    return f"{git('rev-parse', '--short', 'HEAD') or 'unknown'}{'+' if git('status', '--porcelain', '-uno') else ''}"


def run(name: str) -> Note:
    """Runs it, keeps its whole output in .release/NAME.log, and leaves the note."""
    part, began = PARTS[name], time.monotonic()
    print(f"{name}: {part.about} ...", flush=True)
    NOTES.mkdir(exist_ok=True)
    log = NOTES / f"{name}.log"
    command = [sys.executable, "-m", "pytest", "-s", "-p", "no:cacheprovider", "--timeout=5400", *part.asks]
    command += [] if "-n" in part.asks else ["-n", "0"]
    with log.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **part.environment}, stdout=out, stderr=out, check=False
        )
    told = [
        line.strip(".s ")[:_LONGEST] for line in log.read_text("utf-8", "replace").splitlines() if _TOLD.search(line)
    ]
    note = Note(
        name, part.about, done.returncode == 0, round(time.monotonic() - began), system_clock().date().isoformat(), commit(),
        rules_version(), sqlite3.sqlite_version, told[:8],
    )  # fmt: skip
    (NOTES / f"{name}.json").write_text(json.dumps(asdict(note), indent=1), encoding="utf-8")
    print(f"  {'passed' if note.passed else f'FAILED, see {log.relative_to(ROOT)}'} in {note.seconds} s", flush=True)
    for line in note.told:
        print(f"  {line}", flush=True)
    return note


def noted(name: str) -> Note | None:
    path = NOTES / f"{name}.json"
    return Note(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def is_done(name: str) -> bool:
    """Passed by what is checked out now, all of it committed."""
    note, now = noted(name), commit()
    return note is not None and note.passed and note.commit == now and not now.endswith("+")


def listed() -> str:
    return "\n".join(f"{name:15} {'done' if is_done(name) else '    '}  {part.about}" for name, part in PARTS.items())


def report() -> str:
    """The table of docs/reliability.md."""
    rows = ["| part | what | result | seconds | on, commit, zones, SQLite |", "|---|---|---|---|---|"]
    for note in filter(None, map(noted, PARTS)):
        result = "passed" if note.passed else "**failed**"
        rows.append(
            f"| {note.name} | {note.about} | {result} | {note.seconds:,} | {note.on}, {note.commit}, {note.zones}, {note.sqlite} |"
        )
    told = [f"- {note.name}: {line}" for note in filter(None, map(noted, PARTS)) for line in note.told]
    return "\n".join([*rows, "", *told])


def main() -> int:
    wanted = sys.argv[1:] or [name for name in PARTS if not is_done(name)]
    if wanted in (["list"], ["report"]):
        print(listed() if wanted == ["list"] else report())
        return 0
    if unknown := [name for name in wanted if name not in PARTS]:
        print(f"There is no part called {unknown[0]}. These are the parts:\n{listed()}")
        return 2
    failed = [name for name in wanted if not run(name).passed]
    print(f"Not passed: {', '.join(failed)}" if failed else "All passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
