"""Databases for the product under load: a workspace, its reps and their deals; and what was stored in the end."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import psycopg
from sqlalchemy import make_url
from typing_extensions import override

from adapters.sealing import Seal
from adapters.slack.installs import About, Install, Installs
from adapters.slack.tokens import PLATFORM, Token
from benchmarks.driving import TEAM, Asked, command
from bot.app import system_clock
from bot.commands.readers import READERS
from bot.model import Address, Role
from bot.store import Database, Store

SEALED_UNDER = "a key of this benchmark and of nothing else"
REPS = 40
COMPANIES = tuple(
    "".join(parts).capitalize()
    for parts in product(("ba", "ki", "mo", "lu"), ("dra", "fen", "sto", "wil", "nex"), ("co",))
)


class OneWorkspace(Installs):
    """Any workspace, known without a database."""

    def __init__(self) -> None:
        """Nothing to look up."""

    @override
    async def of(self, team: str) -> Install:
        return Install(team, 1, About("UB", "B1"), Token("xoxb-1"))

    @override
    async def before(self, team: str) -> Install | None:
        return await self.of(team)


@contextmanager
def fresh() -> Iterator[Database]:
    """An empty database on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        database.migrate()
        yield database
        database.close()


def words() -> int:
    """How many words begin a command of the product."""
    return len(READERS)


def commands(count: int, start: int = 0) -> list[Asked]:
    """Each on another deal, since the same one twice a day would only be asked about."""
    assert start + count <= REPS * len(COMPANIES)
    asked = []
    for number in range(start, start + count):
        company, rep = COMPANIES[number // REPS], number % REPS
        asked.append(command("/followthrough", f"done {company} voicemail", f"{company}: voicemail left", f"U{rep}"))
    return asked


def set_up(url: str) -> None:
    database = Database(url)
    database.migrate()
    now = system_clock()
    organisation_id = database.operate(lambda operator: operator.create_organisation("Bench"))
    token = Seal(SEALED_UNDER).close(json.dumps({"access": "xoxb-1"}), f"{PLATFORM}:{TEAM}")
    database.operate(lambda o: o.workspaces.connect(organisation_id, PLATFORM, TEAM, "Bench", "{}", token, now))
    database.write(organisation_id, _add_reps)
    database.close()


def _add_reps(store: Store) -> None:
    now = system_clock()
    made: list[int] = []
    for rep in range(REPS):
        member_id = store.members.add(f"Rep {rep}", Role.rep, "Europe/London")
        store.identities.add(member_id, Address(PLATFORM, TEAM, f"U{rep}"))
        act_id = store.acts.begin(member_id, now, "made")
        rows = [{"owner_id": member_id, "company": company} for company in COMPANIES]
        made += store.deals.create_many(act_id, now, now.date(), rows)
    store.refresh(made, now.date())


def touches(url: str, deals: int = REPS * len(COMPANIES)) -> int:
    """How many are stored, counted once the bot is gone."""
    database = Database(url)
    (organisation,) = database.operate(lambda operator: operator.organisations())
    ids = range(1, deals + 1)
    histories = database.read(organisation.id, lambda store: store.history.many(ids))
    database.close()
    return sum(len(history.touches) for history in histories.values())


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        set_up(url)
        yield url


@contextmanager
def postgres() -> Iterator[str]:
    """The team on PostgreSQL."""
    with server() as url:
        set_up(url)
        yield url


@contextmanager
def server() -> Iterator[str]:
    """An empty database on a server of this run, for a role that row-level security binds."""
    folder = tempfile.mkdtemp(prefix="ft-pg-")  # short: the path of a Unix socket has a limit
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # its locks; it looks once, when it is imported
    from pgserver.postgres_server import get_server  # noqa: PLC0415

    running = get_server(Path(folder) / "data", cleanup_mode="stop")
    try:
        with psycopg.connect(running.get_uri(), autocommit=True) as admin:
            admin.execute("CREATE ROLE bench LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'bench'")
            admin.execute(
                "CREATE ROLE floor LOGIN BYPASSRLS PASSWORD 'bench' IN ROLE bench"
            )  # COPY knows no such rules
            admin.execute("CREATE DATABASE bench OWNER bench")
            admin.execute("GRANT SET ON PARAMETER session_replication_role TO bench")  # to fill it in minutes
        parts = make_url(running.get_uri()).set(drivername="postgresql+psycopg", username="bench", database="bench")
        url = parts.render_as_string(hide_password=False)
        yield url
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
