"""What is put without SQLAlchemy's way of running a statement lies in the database exactly as if SQLAlchemy had put it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Connection, Date, Integer, MetaData, Row, Table, Text, insert, update

from bot.store import Store, asking, audit, refreshing
from bot.store.asking import put, put_behind
from bot.store.columns import Instant
from bot.store.room import inserting, recording
from tests.kept import INSERTED, UPDATED
from tests.settled import settled
from tests.team import Team

Putting = Callable[[Connection, Any, Sequence[Mapping[str, Any]]], Sequence[Row[Any]]]
ELSEWHERE = timezone(timedelta(hours=5, minutes=30))
OF_TYPE = {
    Instant: datetime(2027, 5, 6, 7, 8, 9, 123456, ELSEWHERE), Date: date(2027, 5, 6), Boolean: True,
    JSON: {"é": [1, None, 0.5, "“x”"]}, Text: "é “%s” :x $1 \\ 'y'", Integer: 7,
}  # fmt: skip


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)
    made.text("Tom", "new Acme, 40 seats")
    made.text("Tom", "logcall Acme: fine, I send the plan tomorrow")
    made.database.write(made.organisation_id, lambda store: store.house.add(1, date(2026, 3, 12), "banned", "synergy"))
    return made


def _value(column: Column[Any], organisation_id: int) -> Any:
    if column.name == "organisation_id":
        return organisation_id
    if column.name.endswith("_id") and not isinstance(column.type, Text):
        return 1  # of the first of each kind
    return next(value for type_, value in OF_TYPE.items() if isinstance(column.type, type_))


def _full(table: Table, organisation_id: int) -> dict[str, Any]:
    return {one.name: _value(one, organisation_id) for one in table.c if one.name != "id"}


def _bare(table: Table, organisation_id: int) -> dict[str, Any]:
    """As little as there may be: what may be NULL is, and what the database knows by itself is not said."""
    full = _full(table, organisation_id)
    return {
        name: None if table.c[name].nullable and name != "organisation_id" else value
        for name, value in full.items()
        if table.c[name].server_default is None
    }


def _by_sqlalchemy(connection: Connection, statement: Any, rows: Sequence[Mapping[str, Any]]) -> Sequence[Row[Any]]:
    result = connection.execute(statement, rows[0])
    return result.all() if result.returns_rows else ()


def _kept(store: Store, putting: Putting, statement: Any, table: Table, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What it gives, and all that lies there afterwards as the driver tells it, ids of new rows aside; then it is taken back."""
    connection = store.connection
    kind = "typeof" if connection.dialect.name == "sqlite" else "pg_typeof"
    kinds = [f'CAST({kind}("{name}") AS text)' for name in table.c.keys()]  # noqa: SIM118 - its columns else
    with connection.begin_nested() as here:
        given = putting(connection, statement, [row])
        lies = connection.exec_driver_sql(f"SELECT *, {', '.join(kinds)} FROM {table.name} ORDER BY id").all()  # noqa: S608 - names of ours
        here.rollback()
    told = [[(name, type(value)) for name, value in one._mapping.items()] for one in given]
    return told, [[(value, type(value)) for value in one[1 if statement.is_insert else 0 :]] for one in lies]


def _same(team: Team, statement: Any, table: Table, row: Mapping[str, Any], putting: Putting = put) -> None:
    def both(store: Store) -> None:
        before = store.connection.exec_driver_sql(f"SELECT * FROM {table.name} ORDER BY id").all()  # noqa: S608 - a name of ours
        ours = _kept(store, putting, statement, table, row)
        assert ours == _kept(store, _by_sqlalchemy, statement, table, row)
        lies = [[value for value, _ in one] for one in ours[1]]
        assert (
            len(lies) == len(before) + 1 if statement.is_insert else lies != [[*one][: len(lies[0])] for one in before]
        )
        assert asking._MADE[store.connection.dialect.name, statement, *row] is not None

    team.database.write(team.organisation_id, both)


@pytest.mark.parametrize("row", [_full, _bare])
def test_a_row_lies_there_as_sqlalchemy_would_have_put_it(team, row):
    for table in INSERTED:
        _same(team, inserting(table), table, row(table, team.organisation_id))


def _behind(connection: Connection, statement: Any, rows: Sequence[Mapping[str, Any]]) -> Sequence[Row[Any]]:
    put_behind(connection, statement, rows)
    return ()


@pytest.mark.parametrize("row", [_full, _bare])
def test_a_row_that_is_put_behind_is_there_for_whoever_looks_next(team, row):
    for table in INSERTED:
        _same(team, recording(table), table, row(table, team.organisation_id), _behind)


@pytest.mark.parametrize("row", [_full, _bare])
def test_an_entry_of_the_audit_record_lies_there_as_sqlalchemy_would_have_put_it(team, row):
    _same(team, audit._ADDING, audit._ADDING.table, row(audit._ADDING.table, team.organisation_id))


@pytest.mark.parametrize("row", [_full, _bare])
@pytest.mark.parametrize(("table", "names"), UPDATED)
def test_what_is_derived_lies_there_as_sqlalchemy_would_have_put_it(team, table, names, row):
    said = {**_full(table, team.organisation_id), **row(table, team.organisation_id)}
    new = {f"new_{name}": said[name] for name in names}
    for putting in (put, _behind):
        _same(
            team, refreshing._writing(table, names), table, {"mine": team.organisation_id, "row_id": 1, **new}, putting
        )


MADE_UP = Table(
    "meta", MetaData(), Column("key", Text, primary_key=True, default="k"), Column("value", Text, onupdate="w")
)


@pytest.mark.parametrize(("statement", "row"), [(insert(MADE_UP), {"value": "v"}), (update(MADE_UP), {"key": "k"})])
def test_a_value_that_python_makes_up_for_a_column_is_left_to_sqlalchemy(team, statement, row):
    def kept(operator) -> list[Any]:
        with operator.connection.begin_nested() as here:
            operator.connection.exec_driver_sql("DELETE FROM meta")
            if statement.is_update:
                operator.connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('j', 'v')")
            put(operator.connection, statement, [row])
            lies = operator.connection.exec_driver_sql("SELECT key, value FROM meta").all()
            here.rollback()
        return [tuple(one) for one in lies]

    assert team.database.operate(kept) == [("k", "w" if statement.is_update else "v")]
