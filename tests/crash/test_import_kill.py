"""A killed import goes on, or repeats harmlessly: a real process, killed with SIGKILL in the middle, a row in a hundred bad."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App, system_clock
from bot.cards import Message, plain_text
from bot.store import Database
from bot.store.tables import deals
from tests import exports
from tests.crash.mornings import circumstances
from tests.team import Team

ROWS = int(os.environ.get("TRIAL_IMPORT_ROWS", "20000"))
ROOT = Path(__file__).parents[2]
_MANY = 100_000  # from here on seconds and memory are judged, and it is not taken back
_MOST_DERIVED = 10_000  # deals that are derived anew to compare them: that takes longer than the import
_SECONDS, _MEGABYTES = 300 * ROWS / 1e6, 200


@pytest.mark.timeout(900 + ROWS // 200)  # many rounds; a busy machine is no failure
def test_a_killed_import_is_repeated_to_the_exact_count_and_taken_back_whole(sqlite_url, tmp_path):
    _killed_and_repeated(sqlite_url, tmp_path, ROWS)


@pytest.mark.timeout(900)
def test_and_on_postgres(postgres_url, tmp_path):
    _killed_and_repeated(postgres_url, tmp_path, min(ROWS, 6_000))


def _killed_and_repeated(url: str, folder: Path, rows: int) -> None:
    database = Database(url)
    Team(database)
    database.close()
    whole = exports.salesforce(rows, owners=("Tom Becker", "Lena Vogt", "005x"))
    content, bad = exports.spoiled(whole)
    (folder / "deals.csv").write_bytes(content)
    first = _imported(folder, url, rows, kill_at=rows // (10 if rows >= _MANY else 2))
    assert first.code == -signal.SIGKILL, first.said
    second = _imported(folder, url, rows)
    told = f"{rows:,} rows, {bad:,} bad, {first.told} until it was killed, {second.told} to go on; {circumstances(0)}"
    print(told)
    assert second.code == 1, second.said  # some rows were refused
    assert "went on where it had stopped" in second.said
    assert f"{bad:,} refused" in second.said, second.said[:2000]
    if rows >= _MANY:
        assert second.cpu <= _SECONDS, told  # it reads all of it, and writes nine tenths
        assert max(first.megabytes, second.megabytes) <= _MEGABYTES, told
    _is_exact(url, rows, bad)


def _is_exact(url: str, rows: int, bad: int) -> None:
    reopened = Database(url)
    organisation = reopened.operate(lambda operator: operator.organisations()[0])
    good = rows - bad
    held, ids, waking = _counts(reopened)
    assert (held, ids) == (good, good)
    assert waking == rows // 2 - sum(number % 2 == 0 for number in range(99, rows, 100))  # open ones, but for the bad
    if rows < _MANY:
        derived = rows > _MOST_DERIVED or reopened.write(organisation.id, lambda store: store.recompute()) == 0
        assert derived
        _take_back(reopened, organisation.id, good)
        assert _counts(reopened) == (0, 0, 0)
    reopened.close()


@dataclass(frozen=True)
class _Run:
    """What became of an import in a process of its own."""

    code: int
    said: str
    seconds: float
    cpu: float
    megabytes: float

    @property
    def told(self) -> str:
        return f"{self.seconds:.0f} s ({self.cpu:.0f} s of a processor, {self.megabytes:.0f} MB)"


def _imported(folder: Path, url: str, rows: int, kill_at: int | None = None) -> _Run:
    began = time.monotonic()
    with (folder / "said").open("w+") as out:
        process = subprocess.Popen(
            _command(), cwd=folder, env=_environment(url), stdout=out, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr
        most = 0.0
        for line in process.stderr:
            assert f"of {rows:,} rows" in line, line
            most = _most_megabytes(process.pid) or most
            if kill_at and int(line.split()[0].replace(",", "")) >= kill_at:
                process.send_signal(signal.SIGKILL)
                break
        process.stderr.read()
        process.stderr.close()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read()
    cpu = used.ru_utime + used.ru_stime
    return _Run(process.returncode, said, time.monotonic() - began, cpu, most)


def _most_megabytes(pid: int) -> float | None:
    """Its peak so far; None once it has ended. What wait4 tells counts what the test itself held when it began the process."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace"))
    return int(told[1]) / 1024 if told else None


def _command() -> list[str]:
    return [sys.executable, "-m", "adapters.cli.main", "import", "deals.csv"]


def _environment(url: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "FOLLOWTHROUGH_DATABASE_URL": url}


def _counts(database: Database) -> tuple[int, int, int]:
    """(deals, different ids, deals that come up some day)."""
    organisation = database.operate(lambda operator: operator.organisations()[0])

    def read(store):
        there = store.connection.execute(select(deals.c.external_id).where(deals.c.hidden.is_(False))).scalars().all()
        waking = store.imports.waking(date(2000, 1, 1))
        last = max((day for _, day in waking), default=None)  # what is left after ten years comes up then
        a_day = [count for (_, day), count in waking.items() if day != last or len(there) < _MANY]
        assert max(a_day, default=0) <= organisation.policy.new_deals_a_day
        return len(there), len(set(there)), sum(waking.values())

    return database.read(organisation.id, read)


def _take_back(database: Database, organisation_id: int, count: int) -> None:
    app = App(database, system_clock)
    maria = app.members(organisation_id)[0]
    reply = app.answer(Message(organisation_id, maria.id, "undo"))
    assert f"Taken back: imported {count:,} deals from deals.csv" in plain_text(reply.card)
