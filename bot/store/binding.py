"""On PostgreSQL each transaction sees one organisation's rows: it is told which as it begins, and the server sees to it."""

import re

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

BEGIN, ONE_VIEW = "BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"  # of one moment: no history is torn
_SCOPE = re.compile(r"\*|-?\d+")


def bind(connection: Connection, scope: str, begin: str = BEGIN) -> None:
    """Begins the transaction on PostgreSQL and tells its row-level security which organisation it may see: both on one way.

    SQLAlchemy and its driver, which would begin by itself, see neither: what fails is told in SQLAlchemy's words, so that it
    is tried anew.
    """
    if connection.dialect.name != "postgresql":
        return
    import psycopg  # noqa: PLC0415 - nine megabytes that SQLite does not need

    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        return
    if not _SCOPE.fullmatch(scope):
        raise ValueError(scope)
    told = f"{begin}; SELECT set_config('followthrough.organisation', '{scope}', true)"
    try:
        result = driver.pgconn.exec_(told.encode())
        if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
            raise psycopg.errors.error_from_result(result)
    except psycopg.Error as error:
        gone = driver.closed
        if gone:
            give_up(connection, error)
        raise OperationalError(told, None, error, connection_invalidated=gone) from error


def give_up(connection: Connection, error: BaseException) -> None:
    """What else the pool has, or has given out, went with the server: each is closed before it would be used again.

    A pool that is disposed of would leave those that are out just now open until they are collected.
    """
    connection.engine.pool._invalidate(connection.connection, error)  # noqa: SLF001 - as SQLAlchemy does for its own statements
    connection.invalidate(error)


def bypasses_security(connection: Connection) -> bool:
    role = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    return bool(connection.execute(role).scalar_one())
