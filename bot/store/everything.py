"""All that is kept of an organisation, table by table: to be taken away, and to be looked through for a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Column, Table, Text, select

from bot.store.awaited import Awaited
from bot.store.room import Room
from bot.store.tables import meta, metadata, organisations

Row = Mapping[str, Any]
OWNED = tuple(table for table in metadata.sorted_tables if "organisation_id" in table.c)
AWAITED = "awaited_admins"
_AT_ONCE = 500
_SECRET = {
    ("workspaces", "sealed"),
    ("links", "digest"),
    ("acts", "salt"),
}  # what opens something is no part of the data
# What a platform or this program calls a thing. Nobody's words stand there, and it has to stay as it is.
_OURS = {
    "acts": {"salt"}, "audit": {"source", "action", "outcome", "what", "which", "digest"}, "audit_chain": {"hash"},
    "column_mappings": {"columns"}, "commitments": {"side", "state"},
    "deals": {"source", "external_id", "currency", "state", "temperature"}, "decisions": {"kind"}, "digests": {"state"},
    "house": {"kind"}, "identities": {"platform", "workspace", "user", "details", "state"}, "imports": {"digest"},
    "inbound": {"key"}, "links": {"digest"}, "members": {"role", "zone", "digest_at", "working_days", "locale", "quiet", "lists_in"},
    "next_steps": {"at", "zone"}, "outbox": {"kind", "key", "platform", "workspace", "user", "details", "state", "provider_ref"},
    "pauses": {"what"}, "touches": {"outcome", "result"}, "turns": {"kind"}, "workspaces": {"platform", "key", "state", "sealed", "worker"},
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """One table. The rows are read while they are asked for."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Row]


def words_in(table: Table) -> tuple[str, ...]:
    """The columns in which people's words stand, or what was made of them."""
    ours = _OURS.get(table.name, set())
    return tuple(c.name for c in table.c if isinstance(c.type, Text | JSON) and c.name not in ours)


@dataclass(frozen=True)
class Everything(Room):
    def sheets(self) -> Iterator[Sheet]:
        """Each table of the organisation, in an order in which each row comes behind what it refers to."""
        own = organisations.c.id == self.organisation_id
        yield Sheet(organisations.name, tuple(organisations.c.keys()), self._read(organisations, own))
        for table in OWNED:
            columns = columns_told(table)
            yield Sheet(table.name, tuple(c.name for c in columns), self._read(table, self.mine(table), *columns))
        notes = Awaited(self.connection, frozenset({self.organisation_id})).emails()
        yield Sheet(AWAITED, ("email",), ({"email": email} for email in notes))

    def told(self, table: Table, row: Row) -> Row:
        """A row as it may be taken away."""
        if table is meta:
            return {"email": row["value"]}
        return {column.name: row[column.name] for column in columns_told(table)}

    def rows_of(self, table: Table) -> Iterator[Row]:
        return self._read(table, self.mine(table))

    def _read(self, table: Table, whose: Any, *columns: Column[Any]) -> Iterator[Row]:
        asked = select(*columns) if columns else select(table)
        found = self.connection.execute(asked.where(whose).order_by(table.c.id).execution_options(yield_per=_AT_ONCE))
        for row in found:
            yield dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping


def told_as(table: Table) -> str:
    """What a table is called in an export; of the notes no others are told of."""
    return AWAITED if table is meta else table.name


def columns_told(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if (table.name, column.name) not in _SECRET]
