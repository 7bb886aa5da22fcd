"""On PostgreSQL each transaction sees one organisation's rows: it is told which as it begins, and the server sees to it."""

import re
from typing import Any

from sqlalchemy import Connection, text

_SCOPE = re.compile(r"\*|-?\d+")
_OF_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"  # no history is torn
_FOR_ONE = "SELECT set_config('followthrough.organisation', $1, true)"


def bind(connection: Connection, scope: str, *, only_reads: bool = False) -> None:
    """Tells PostgreSQL's row-level security which organisation the transaction may see, with what it is asked first: until then it
    sees none."""
    if connection.dialect.name != "postgresql":
        return
    if not _SCOPE.fullmatch(scope):
        raise ValueError(scope)
    driver: Any = connection.connection.driver_connection
    if only_reads:
        driver.put(_OF_ONE_MOMENT, is_frame=True)
    driver.put(_FOR_ONE, (scope,), is_frame=True)


def give_up(connection: Connection, error: BaseException) -> None:
    """What else the pool has, or has given out, went with the server: each is closed before it would be used again.

    A pool that is disposed of would leave those that are out just now open until they are collected.
    """
    connection.engine.pool._invalidate(connection.connection, error)  # noqa: SLF001 - as SQLAlchemy does for its own statements
    connection.invalidate(error)


def bypasses_security(connection: Connection) -> bool:
    role = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    return bool(connection.execute(role).scalar_one())
