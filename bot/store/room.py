"""What every part of the store shares: a connection, and the organisation that each query is bound to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Insert,
    Row,
    Select,
    Table,
    bindparam,
    cast,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import REGCLASS

from bot.store.asking import asked, asked_together, put, put_behind
from bot.store.tables import acts

IN_LIST = 900  # values in one IN (...); SQLite's older limit is 999


Ask = tuple[Any, Mapping[str, Any]]  # a statement that was made once, and its values


@dataclass(frozen=True)
class Room:
    """A part of the store. `organisation_id` goes into every statement that it makes."""

    connection: Connection
    organisation_id: int

    def mine(self, table: Table) -> ColumnElement[bool]:
        return table.c.organisation_id == self.organisation_id

    def insert(self, table: Table, **values: Any) -> int:
        """Inserts one row; returns its id."""
        row = {"organisation_id": self.organisation_id, **values}
        ((row_id,),) = put(self.connection, inserting(table), [row])
        return int(row_id)

    def record(self, table: Table, **values: Any) -> None:
        """Inserts one row whose id nobody asks for."""
        put_behind(self.connection, recording(table), [{"organisation_id": self.organisation_id, **values}])

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            owned = [{"organisation_id": self.organisation_id, **row} for row in rows]
            self.connection.execute(insert(table), owned)

    def next_ids(self, table: Table, count: int) -> list[int]:
        """Ids for rows to be inserted: known before, many rows go in at once, several times as fast as by RETURNING."""
        if self.connection.dialect.name == "postgresql":
            sequence = cast(func.pg_get_serial_sequence(table.name, "id"), REGCLASS)
            numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
            return sorted(self.connection.execute(numbers).scalars())
        # The one writer holds SQLite's only write lock: nobody else can take these.
        last = self.connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
        return list(range(last + 1, last + 1 + count))

    def standing_rows(self, table: Table, *conditions: ColumnElement[bool]) -> Select[Any]:
        """The recorded rows whose act has not been undone, oldest first."""
        return _standing(table, self.mine(table), *conditions)

    def rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        return self.connection.execute(statement).all()

    def ask(self, statement: Select[Any] | CompoundSelect[Any], **values: Any) -> Sequence[Row[Any]]:
        """The rows of a statement that was made once, with `MINE` in it: making one costs several times the asking."""
        return asked(self.connection, statement, {"mine": self.organisation_id, **values})

    def ask_together(self, values: Mapping[str, Any], *statements: Any) -> list[Sequence[Row[Any]]]:
        """The same of several, each with these values, on one way to the server."""
        mine = {"mine": self.organisation_id, **values}
        return asked_together(self.connection, *((statement, mine) for statement in statements))

    def of_owners(self, statement: Any, owner_ids: Collection[int], **values: Any) -> Sequence[Row[Any]]:
        """The same of these members, given as `owners`; of nobody nothing is asked."""
        return self.ask(statement, owners=sorted(owner_ids), **values) if owner_ids else ()


MINE = bindparam("mine", type_=acts.c.organisation_id.type)  # the organisation, in a statement that is made once
# Acts that were taken back: few, in an index of their own.
UNDONE = select(acts.c.id).where(acts.c.organisation_id == MINE, acts.c.undone_at.is_not(None))


def act_of(table: Table) -> ColumnElement[bool]:
    """The act of a recorded row, for joining. It is the same organisation's: the foreign key holds both ids.

    By its own id alone every planner takes the primary key; by both, PostgreSQL reads all acts while it has no statistics.
    """
    return acts.c.id == table.c.act_id


def _standing(table: Table, *conditions: ColumnElement[bool]) -> Select[Any]:
    return select(table).join(acts, act_of(table)).where(acts.c.undone_at.is_(None), *conditions).order_by(table.c.id)


@cache
def inserting(table: Table) -> Insert:
    """One row; it gives back the id."""
    return insert(table).returning(table.c.id)


@cache
def recording(table: Table) -> Insert:
    """One row; it gives nothing back."""
    return insert(table)


def chunks(values: Iterable[Any], size: int = IN_LIST) -> Iterator[list[Any]]:
    """Lists of at most `size` values."""
    remaining = iter(values)
    while chunk := list(islice(remaining, size)):
        yield chunk
