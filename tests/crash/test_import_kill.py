"""A killed import goes on, or repeats harmlessly: a real process, killed with SIGKILL in the middle of 20,000 rows."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.app import App, system_clock
from bot.cards import Message, plain_text
from bot.store import Database
from tests import exports
from tests.forking import finished
from tests.team import Team

ROWS = 10_000
ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(900)  # many rounds; a busy machine is no failure
def test_a_killed_import_is_repeated_to_the_exact_count_and_taken_back_whole(database_url, tmp_path, open_database):
    database = Database(database_url)
    Team(database)
    database.close()
    (tmp_path / "deals.csv").write_bytes(exports.salesforce(ROWS, owners=("Tom Becker", "Lena Vogt", "005x")))
    assert _killed_in_the_middle(tmp_path, database_url) != 0
    done = finished(tmp_path, ("import", "deals.csv"), _environment(database_url))
    assert done.returncode == 0, done.stderr
    assert "went on where it had stopped" in done.stdout
    reopened = open_database(database_url)
    assert _counts(reopened) == (ROWS, ROWS, ROWS // 2)
    organisation = reopened.operate(lambda operator: operator.organisations()[0])
    assert reopened.write(organisation.id, lambda store: store.recompute()) == 0
    _take_back(reopened, organisation.id)
    assert _counts(reopened) == (0, 0, 0)


def _command() -> list[str]:
    return [sys.executable, "-m", "adapters.cli.main", "import", "deals.csv"]


def _environment(url: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "FOLLOWTHROUGH_DATABASE_URL": url}


def _killed_in_the_middle(folder: Path, url: str) -> int:
    with subprocess.Popen(_command(), cwd=folder, env=_environment(url), stderr=subprocess.PIPE, text=True) as process:
        line = process.stderr.readline()  # the first progress: some thousand rows are in
        assert f"of {ROWS:,} rows" in line, line
        process.send_signal(signal.SIGKILL)
        process.stderr.read()
    return process.returncode


def _counts(database: Database) -> tuple[int, int, int]:
    """(deals, different ids, deals that come up some day)."""
    organisation = database.operate(lambda operator: operator.organisations()[0])

    def read(store):
        names = store.deals.named(frozenset(member.id for member in store.members.all()))
        waking = store.imports.waking(date(2000, 1, 1))
        assert max(waking.values(), default=0) <= organisation.policy.new_deals_a_day
        return len(names), len({name.external_id for name in names}), sum(waking.values())

    return database.read(organisation.id, read)


def _take_back(database: Database, organisation_id: int) -> None:
    app = App(database, system_clock)
    maria = app.members(organisation_id)[0]
    reply = app.answer(Message(organisation_id, maria.id, "undo"))
    assert f"Taken back: imported {ROWS:,} deals from deals.csv" in plain_text(reply.card)
