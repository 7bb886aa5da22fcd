"""Several `followthrough run` on one PostgreSQL, as real processes: started at once on an empty database, one of them killed."""

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import psycopg
import pytest

from adapters.local import sample
from bot.store import Database
from tests.conftest import ROLE, url_of
from tests.serving import ROOT, Client

PROCESSES = 4
NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)


@pytest.fixture
def empty_url(postgres_admin) -> Iterator[str]:
    """A database without any schema."""
    name = f"ft_empty_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)).fetchone():
            admin.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '{ROLE}'")
        admin.execute(f"CREATE DATABASE {name} OWNER {ROLE}")
    yield url_of(postgres_admin, name)
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _started(folder, url: str, *arguments: str, page: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ, "FOLLOWTHROUGH_PORT": "0", "PYTHONPATH": str(ROOT), "FOLLOWTHROUGH_DATABASE_URL": url,
        "FOLLOWTHROUGH_LOCAL": page,
    }  # fmt: skip
    command = [sys.executable, "-m", "adapters.cli.main", "run", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)


def _ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().split()[-1]


@pytest.mark.timeout(300)
def test_four_bots_begin_together_on_an_empty_database_and_outlive_one_of_them(empty_url, postgres_admin, tmp_path):
    roles = [(), (), ("--role", "web"), ("--role", "worker")]
    started = [_started(tmp_path, empty_url, *role, page="0") for role in roles]
    try:
        with ThreadPoolExecutor(PROCESSES) as pool:
            ready = list(pool.map(_ready, started))
        assert [word.startswith("http") for word in ready] == [True, True, True, False], ready
        assert _names(empty_url) == [], "one of them made a trial team"
        started[0].send_signal(signal.SIGKILL)
        _make_a_team(empty_url)
        started.append(_started(tmp_path, empty_url, page="1"))
        answer = Client(_ready(started[-1])).post("/local/message", {"member": "Tom", "text": "new Acme, 40 seats"})
        assert answer[0] == 200, answer
        assert [Client(url).get("/healthz")[1]["ok"] for url in ready[1:3]] == [True, True]
        for process in started[1:]:
            process.terminate()
        assert [process.wait(30) for process in started[1:]] == [0, 0, 0, 0]
    finally:
        for process in started:
            process.kill()
            process.wait(30)
            process.stdout.close()


def _make_a_team(url: str) -> None:
    database = Database(url)
    sample.create_team(database, NOW)
    database.close()


def _names(url: str) -> list[str]:
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain) as connection:
        connection.execute("SELECT set_config('followthrough.organisation', '*', false)")
        return [row[0] for row in connection.execute("SELECT name FROM organisations ORDER BY id")]
