"""The floor under a morning: the rows that planning reads taken out, and the rows that it writes put in, by the fastest way
that a database has. On PostgreSQL that is COPY, on SQLite a SELECT and an INSERT of many rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from benchmarks.many import DEALS, DUE

_WRITTEN = ("digests", "outbox")
_READ = ("contacts", "touches", "commitments", "turns", "next_steps", "decisions", "brought")
_IS_DUE = f"({{id}} - 1) % {DEALS} < {DUE}"


def seeing_all(url: str) -> Engine:
    """Every organisation's rows: COPY refuses a role that row-level security binds."""
    if url.startswith("sqlite"):
        return create_engine(url)
    return create_engine(make_url(url).set(username="floor"))


_MOVED = text(
    "UPDATE members SET compact = :compact, next_digest_at = CASE WHEN id <= :due THEN :at ELSE :then_at END,"
    " next_digest_on = CASE WHEN id <= :due THEN :on ELSE :then_on END"
)


class Floor:
    def __init__(self, url: str) -> None:
        self._engine = seeing_all(url)
        self._rows: dict[str, Any] = {}
        self.count = 0

    def close(self) -> None:
        self._engine.dispose()

    def reset(self, now: datetime, *, compact: bool = False, due: int = 1_000_000) -> None:
        """As before the morning: so many members are due, the others tomorrow."""
        days = {"": now - timedelta(minutes=1), "then_": now + timedelta(days=1)}
        values: dict[str, Any] = {"compact": compact, "due": due}
        for name, at in days.items():
            values |= {f"{name}at": at, f"{name}on": at.date()}
        if self._engine.dialect.name == "sqlite":
            values |= {
                name: str(value).removesuffix("+00:00") for name, value in values.items() if name.endswith(("at", "on"))
            }
        with self._engine.begin() as connection:
            for table in reversed(_WRITTEN):
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
            connection.execute(_MOVED, values)

    def keep(self) -> None:
        """What planning has written, to be put in by the floor."""
        with self._engine.connect() as connection:
            self._rows = {table: _out(connection, f"SELECT * FROM {table}") for table in _WRITTEN}  # noqa: S608
            self.count = connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()

    def run(self) -> None:
        with self._engine.begin() as connection:
            _out(connection, f"SELECT * FROM deals WHERE {_IS_DUE.format(id='id')}")  # noqa: S608
            for table in _READ:
                _out(connection, f"SELECT * FROM {table} WHERE {_IS_DUE.format(id='deal_id')}")  # noqa: S608
            for table, rows in self._rows.items():
                _in(connection, table, rows)


def _out(connection: Connection, query: str) -> Any:
    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        return connection.exec_driver_sql(query).all()
    with driver.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT") as copy:
        return [bytes(part) for part in copy]


def _in(connection: Connection, table: str, rows: Sequence[Any]) -> None:
    driver = connection.connection.driver_connection
    if isinstance(driver, psycopg.Connection):
        with driver.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for part in rows:
                copy.write(part)
        return
    places = ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({places})", [tuple(row) for row in rows])  # noqa: S608
