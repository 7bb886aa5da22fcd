"""A statement that was made once is asked without SQLAlchemy's way of running one, which costs several times the asking.

SQLAlchemy compiles it, and its types turn what goes in and comes out, as they always do; it runs in the connection's own
transaction, and what fails is told in SQLAlchemy's words, by which it is tried anew. Whatever is not that plain goes
SQLAlchemy's way: a list written out into the statement, a value that Python makes up for a column that nobody names, and
work that somebody listens to. What is made is never forgotten: a statement is a constant, or one of a few that are cached.

A way to PostgreSQL and back costs more than most statements do there: what needs nothing of one another goes on one way, and
what is put and gives nothing back goes with what is asked next.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NoReturn

from sqlalchemy import Connection, Dialect, Row
from sqlalchemy.engine.result import SimpleResultMetaData

_PLACE = re.compile(r"%\((\w+)\)s|%%")
_NOT_SAID = object()
Turn = Callable[[Any], Any] | None


@dataclass
class _Made:
    """`values`: the name of each, what it is turned by, and what it is when nobody says it. `places`: in which order they go,
    some several times."""

    text: str
    values: Sequence[tuple[str, Turn, Any]]
    places: Sequence[str]
    types: Sequence[Any]  # of the columns
    row: Callable[[Sequence[Any]], Row[Any]] | None = field(default=None)  # known once it was asked

    def turned(self, said: Mapping[str, Any]) -> list[Any]:
        found = {}
        for name, turn, otherwise in self.values:
            value = said[name] if otherwise is _NOT_SAID or name in said else otherwise
            found[name] = turn(value) if turn else value
        return [found[name] for name in self.places]


_MADE: dict[tuple[Any, ...], _Made | None] = {}


def asked(connection: Connection, statement: Any, values: Mapping[str, Any]) -> Sequence[Row[Any]]:
    """The rows of a statement that is kept for good."""
    return _asked(connection, statement, values, ())


def put(connection: Connection, statement: Any, rows: Sequence[Mapping[str, Any]]) -> Sequence[Row[Any]]:
    """What an INSERT or UPDATE that is kept for good gives back for one row; of many at once, nothing."""
    if len(rows) == 1:
        return _asked(connection, statement, rows[0], tuple(rows[0]))
    if rows:
        connection.execute(statement, rows)
    return ()


def put_behind(connection: Connection, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same, and it gives nothing back: PostgreSQL is told of one row with what is asked next, or with the COMMIT, and what
    fails is told there; in a savepoint at once, since whoever opened that waits for its errors."""
    waits = len(rows) == 1 and _has_ways(connection) and not connection.in_nested_transaction()
    made = _kept(connection, statement, *rows[0]) if waits else None
    if made:
        _driver(connection).put(made.text, _turned(connection, made, rows[0]))
    else:
        put(connection, statement, rows)


def asked_together(connection: Connection, *asks: tuple[Any, Mapping[str, Any]]) -> list[Sequence[Row[Any]]]:
    """The rows of each of some statements that are kept for good, of which none needs what another gives back. An INSERT is of one
    row."""
    kept = [_kept(connection, statement, *_columns(statement, values)) for statement, values in asks]
    made = [one for one in kept if one]
    if len(made) < len(asks) or not _has_ways(connection):
        return [_asked(connection, statement, values, _columns(statement, values)) for statement, values in asks]
    turned = [_turned(connection, one, values) for one, (_, values) in zip(made, asks, strict=True)]
    driver = _driver(connection)
    try:
        with driver.pipeline():
            driver.send()
            sent = [_sent(one, driver, connection, values) for one, values in zip(made, turned, strict=True)]
        return [_rows(one, cursor, connection) for one, cursor in zip(made, sent, strict=True)]
    except BaseException as error:  # noqa: BLE001 - as below
        _told(connection, error, None)


def _columns(statement: Any, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(values) if statement.is_dml else ()


@dataclass
class Ending:
    """`is_sent`: the COMMIT was handed over. Before that nothing can have been kept."""

    is_sent: bool = False


@contextmanager
def with_its_commit(connection: Connection) -> Iterator[Ending]:
    """On PostgreSQL, what is put within and the COMMIT go on one way, and what fails is told there: SQLAlchemy's own commit, which
    has to follow, finds nothing left to do. Elsewhere only that one commits."""
    ending = Ending()
    if not _has_ways(connection):
        yield ending
        ending.is_sent = True
        return
    driver = _driver(connection)
    try:
        with driver.pipeline():
            driver.send()
            yield ending
            ending.is_sent = True
            told = driver.execute("COMMIT", prepare=False)
        _surely_kept(told.statusmessage)
    except BaseException as error:  # noqa: BLE001 - as below
        _told(connection, error, None)


def _surely_kept(said: str | None) -> None:
    """It answers ROLLBACK to a COMMIT, and no error, where the transaction had failed before."""
    import psycopg  # noqa: PLC0415 - as in _cursor

    if said != "COMMIT":
        raise psycopg.errors.InFailedSqlTransaction(f"COMMIT was answered with {said}")


def _asked(
    connection: Connection, statement: Any, values: Mapping[str, Any], columns: tuple[str, ...]
) -> Sequence[Row[Any]]:
    made = _kept(connection, statement, *columns)
    if made is None or not _is_plain(connection):
        result = connection.execute(statement, values)
        return result.all() if result.returns_rows else ()
    driver = _driver(connection)
    if getattr(driver, "behind", None):
        return asked_together(connection, (statement, values))[0]
    turned = _turned(connection, made, values)
    try:
        return _rows(made, _sent(made, driver, connection, turned), connection)
    except BaseException as error:  # noqa: BLE001 - as SQLAlchemy does: whatever it is, it says what becomes of the connection
        _told(connection, error, made.text)


def _kept(connection: Connection, statement: Any, *columns: str) -> _Made | None:
    key = (connection.dialect.name, statement, *columns)
    return _MADE[key] if key in _MADE else _MADE.setdefault(key, _made(statement, connection.dialect, columns))


def _told(connection: Connection, error: BaseException, text: str | None) -> NoReturn:
    connection._handle_dbapi_exception(error, text, None, None, None)  # noqa: SLF001 - its only way to tell errors


def _driver(connection: Connection) -> Any:
    """Its own connection; asking it tells itself when there is none any more."""
    return connection.connection.driver_connection


def _has_ways(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql" and _is_plain(connection)


def _is_plain(connection: Connection) -> bool:
    return connection.in_transaction() and not _is_heard(connection)


def _is_heard(connection: Connection) -> bool:
    run, driven = connection.dispatch, connection.dialect.dispatch
    return bool(
        run.before_cursor_execute or run.after_cursor_execute or run.before_execute or run.after_execute
        or driven.handle_error or driven.do_execute or driven.do_execute_no_params
    )  # fmt: skip


def _turned(connection: Connection, made: _Made, said: Mapping[str, Any]) -> list[Any]:
    try:
        return made.turned(said)
    except Exception as error:  # noqa: BLE001 - a value that is wrong or missing, told as SQLAlchemy tells it
        _told(connection, error, made.text)


def _sent(made: _Made, driver: Any, connection: Connection, values: Sequence[Any]) -> Any:
    """The cursor that will hold the rows."""
    cursor = _cursor(driver, connection.dialect)
    cursor.execute(made.text, values)
    return cursor


def _rows(made: _Made, cursor: Any, connection: Connection) -> Sequence[Row[Any]]:
    if not made.types:
        return ()
    found = cursor.fetchall()
    if made.row is None:
        made.row = _row(made, cursor.description, connection.dialect)
    return [*map(made.row, found)]


def _cursor(driver: Any, dialect: Dialect) -> Any:
    if dialect.name == "sqlite":
        return driver.cursor()
    import psycopg  # noqa: PLC0415 - nine megabytes that SQLite does not need

    return psycopg.RawCursor(driver)  # the numbers of the values stand in the text: nothing is looked for in it


def _made(statement: Any, dialect: Dialect, columns: tuple[str, ...]) -> _Made | None:
    compiled = statement.compile(dialect=dialect, column_keys=[*columns] or None)
    written_out = compiled.post_compile_params or compiled.literal_execute_params
    if written_out or compiled.insert_prefetch or compiled.update_prefetch:
        return None
    names, text = (compiled.positiontup, compiled.string) if compiled.positional else _numbered(compiled.string)
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    types = [column.type for column in getattr(statement, "exported_columns", ())]
    return _Made(text, [_value(name, binds[name], dialect) for name in dict.fromkeys(names)], names, types)


def _value(name: str, bind: Any, dialect: Dialect) -> tuple[str, Turn, Any]:
    return name, bind.type.dialect_impl(dialect).bind_processor(dialect), _NOT_SAID if bind.required else bind.value


def _numbered(text: str) -> tuple[list[str], str]:
    """The text with PostgreSQL's own places for values, and the name of each."""
    numbers: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        return f"${numbers.setdefault(found[1], len(numbers) + 1)}" if found[1] else "%"

    numbered = _PLACE.sub(number, text)
    return [*numbers], numbered


def _row(made: _Made, described: Sequence[Any], dialect: Dialect) -> Callable[[Sequence[Any]], Row[Any]]:
    turns = [
        type_.dialect_impl(dialect).result_processor(dialect, told[1])
        for type_, told in zip(made.types, described, strict=True)
    ]
    known = SimpleResultMetaData([told[0] for told in described], _processors=turns if any(turns) else None)
    return partial(Row, known, known._processors, known._key_to_index)  # noqa: SLF001 - as sqlalchemy.engine.result_tuple does
