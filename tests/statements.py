"""How many statements a message takes: what grows with the rows is caught here before it is slow.

Whoever listens to SQLAlchemy sees texts and values, and one statement for many rows; but what is listened to goes SQLAlchemy's
way (bot.store.asking). What an answer sends on its own way is counted by the drivers.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from tempfile import TemporaryFile
from typing import Any

from psycopg.pq import Trace
from sqlalchemy import event

from bot.cards import Message
from bot.store import Database
from tests.team import Team

_FRAME = ("BEGIN", "SET TRANSACTION", "SELECT set_config(", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def statements(team: Team, who: str, line: str, *, on: str = "") -> int:
    """The statements by which one line is answered, savepoints aside."""
    return len(asked_by(team.database, _answering(team, who, line, on)))


def sent(team: Team, who: str, line: str) -> int:
    """As `statements`, on the very way that an answer goes."""
    return len(sent_by(team.database, _answering(team, who, line)))


def ways(team: Team, who: str, line: str) -> int:
    """How often one line's answer waits for PostgreSQL: what is sent together is waited for once."""
    answer = _answering(team, who, line)
    with _traced(team.database) as told:
        answer()
        return sum(pair == ("F", "B") for pair in pairwise(message[0] for message in told()))


def _answering(team: Team, who: str, line: str, on: str = "") -> Callable[[], object]:
    message = Message(team.organisation_id, team.member(who).id, line, pressed_on=on)
    return lambda: team.app.answer(message)


def asked_by(database: Database, work: Callable[[], object]) -> list[tuple[str, Any]]:
    """Each statement of some work and its parameters, savepoints aside."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        seen.append((statement, parameters))

    # On PostgreSQL the reader is the same engine with other options, and tells it what it asks.
    engines = (database._engine, database._reader) if database.is_sqlite else (database._engine,)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)
    return [one for one in seen if not one[0].startswith(_FRAME)]


def sent_by(database: Database, work: Callable[[], object]) -> list[str]:
    """What the driver sends for some work, the transaction's own aside: SQLite's texts, PostgreSQL's messages. A row, a text."""
    with (_of_sqlite if database.is_sqlite else _of_postgres)(database) as seen:
        work()
        return seen()


@contextmanager
def _of_sqlite(database: Database) -> Iterator[Callable[[], list[str]]]:
    seen: list[str] = []
    writing = database.operate(lambda operator: operator.connection.connection.driver_connection)
    writing.set_trace_callback(seen.append)
    with _on_each(
        database, lambda driver: driver.set_trace_callback(seen.append), lambda driver: driver.set_trace_callback(None)
    ):
        yield lambda: [one for one in seen if not one.startswith((*_FRAME, "--"))]  # a trigger's own is a comment
    writing.set_trace_callback(None)


@contextmanager
def _of_postgres(database: Database) -> Iterator[Callable[[], list[str]]]:
    def seen() -> list[str]:
        messages = [message[2:] for message in told() if message[0] == "F"]
        said = [" ".join(one).replace('"', "") for one in _without_frames(messages) if one[0] in {"Execute", "Query"}]
        return [one for one in said if not one.removeprefix("Query").strip().startswith(_FRAME)]

    with _traced(database) as told:
        yield seen


@contextmanager
def _traced(database: Database) -> Iterator[Callable[[], list[list[str]]]]:
    """The messages to (F) and from (B) PostgreSQL, as libpq traces them: direction, length, kind, what it holds."""
    with TemporaryFile("w+") as told:

        def begin(driver: Any) -> None:
            driver.pgconn.trace(told.fileno())
            driver.pgconn.set_trace_flags(Trace.SUPPRESS_TIMESTAMPS)

        def seen() -> list[list[str]]:
            told.seek(0)
            lines = (line.rstrip().split("\t") for line in told)
            return [line for line in lines if line[0] in {"F", "B"}]

        with _on_each(database, begin, lambda driver: driver.pgconn.untrace()):
            yield seen


def _without_frames(messages: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """What is of the transaction itself is never prepared: its text goes before it, each time."""
    is_frame = False
    for one in messages:
        is_frame = " ".join(one).split('"')[3].startswith(_FRAME) if one[0] == "Parse" else is_frame
        if not (is_frame and one[0] == "Execute"):
            yield one
        is_frame = is_frame and one[0] != "Execute"


@contextmanager
def _on_each(database: Database, begin: Callable[[Any], object], end: Callable[[Any], object]) -> Iterator[None]:
    """On each connection that is taken out of the pool; SQLite's writer has taken its own long ago."""

    def taken(driver: Any, *_: object) -> None:
        begin(driver)

    def brought(driver: Any, *_: object) -> None:
        end(driver)

    event.listen(database._reader, "checkout", taken)
    event.listen(database._reader, "checkin", brought)
    try:
        yield
    finally:
        event.remove(database._reader, "checkout", taken)
        event.remove(database._reader, "checkin", brought)
