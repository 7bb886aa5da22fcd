"""How SQLite and PostgreSQL are opened, and which of their errors say that nothing was kept."""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError

# A server that is gone without a word is found out within half a minute. The address may say otherwise (?connect_timeout=…).
_PATIENCE = {
    "connect_timeout": 5, "keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 30_000,
}  # fmt: skip
# Serialisation, deadlock, a key that another has just taken; a server that is ending, starting, or reads only since a failover.
_CONFLICTS = frozenset({"40001", "40P01", "23505"})
_REPLICA = frozenset({"25006", "0A000"})  # it refuses to write, or to begin what may write
_AWAY = frozenset({"57P01", "57P02", "57P03"}) | _REPLICA
_HERE = frozenset({"localhost", "::1"})
_LOST = "08"  # the class of connections that broke
# It warns of an error that a pipeline ends with, and raises it as well: told twice, with the key that was taken in it.
_DRIVERS_LOG = logging.getLogger("psycopg")


class CommitLost(RuntimeError):
    """The connection broke while committing: look whether the change is there before you repeat it."""


def engine_for(url: str, *, read_only: bool = False) -> Engine:
    if not url.startswith("sqlite"):
        _DRIVERS_LOG.setLevel(logging.ERROR)
        patience = {name: value for name, value in _PATIENCE.items() if name not in make_url(url).query}
        made = create_engine(url, pool_size=10, max_overflow=10, hide_parameters=True, connect_args=patience)
        event.listen(made, "do_connect", _connected)
        event.listen(made, "begin", lambda connection: connection.connection.driver_connection.begin())
        return made
    # Parameters are what people typed: they must not end in a log with an error.
    engine = create_engine(url, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": 5})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late for a write lock
        pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"]
        for pragma in [*pragmas, *(["query_only=ON"] if read_only else [])]:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _connected(_dialect: Any, _record: Any, args: Sequence[Any], named: dict[str, Any]) -> Any:
    from bot.store.behind import connected  # noqa: PLC0415 - nine megabytes that SQLite does not need

    return connected(*args, **named)


def clear_way(url: str) -> str:
    """The host of a PostgreSQL beyond this machine whose answers nobody proves to be its own; empty where there is none."""
    told = make_url(url)
    if url.startswith("sqlite") or (told.query.get("sslmode") or os.environ.get("PGSSLMODE")) == "verify-full":
        return ""
    named = told.query.get("host") or told.host or ""
    hosts = ",".join([named] if isinstance(named, str) else named).split(",")
    return next((host for host in hosts if host and not host.startswith(("/", "127.")) and host not in _HERE), "")


def looking_at(path: Path) -> Engine:
    """A SQLite database beside the bot that writes to it: nothing is changed in it, not even how it keeps its log."""
    made = create_engine("sqlite://", creator=lambda: _only_reading(path), hide_parameters=True)

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return made


def _only_reading(path: Path) -> Any:
    import sqlite3  # noqa: PLC0415

    uri = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=5, check_same_thread=False, isolation_level=None)


def is_away(error: BaseException) -> bool:
    """Whether the database could not be reached, or went away meanwhile: nobody's work is to blame for that."""
    if not isinstance(error, DBAPIError):
        return isinstance(error, CommitLost)
    state = getattr(error.orig, "sqlstate", None)
    unheard = state is None and _is_of_psycopg(error.orig)  # told by the driver: no server spoke
    return bool(error.connection_invalidated or unheard or (state and (state in _AWAY or state.startswith(_LOST))))


def _is_of_psycopg(error: BaseException | None) -> bool:
    """Whether it is an operational error of PostgreSQL's driver, which is loaded where there is one."""
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(error, driver.OperationalError)


def is_of_the_database(error: BaseException) -> bool:
    """Whether the database, or the connection to it, is what failed, and not our own code."""
    return isinstance(error, (DBAPIError, CommitLost))


def is_replica(error: BaseException) -> bool:
    """Whether it only reads since a failover: its connections live, and not one of them is of use any more."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _REPLICA


def is_repeatable(error: DBAPIError) -> bool:
    """Whether nothing was kept and another try may do better."""
    return is_away(error) or getattr(error.orig, "sqlstate", "") in _CONFLICTS
