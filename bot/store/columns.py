"""The columns that tables share: their ids, instants in UTC, and references that cannot leave the organisation."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from typing_extensions import override

Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER keys


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant. SQLite drops zones silently, so a naive value is refused before it can be stored."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return value.astimezone(UTC)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """All in one, as each of a morning's touches has one: SQLite gives the text, PostgreSQL an instant of any zone."""
        return _from_text if dialect.name == "sqlite" else _in_utc


def _from_text(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(f"{value}+00:00")
    except ValueError:  # put there by another program, with its zone
        return datetime.fromisoformat(value).astimezone(UTC)


def _in_utc(value: datetime | None) -> datetime | None:
    return value if value is None or value.tzinfo is UTC else value.astimezone(UTC)


def row_id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def organisation_id() -> Column[int]:
    return Column("organisation_id", Id, ForeignKey("organisations.id"), nullable=False)


def string(name: str, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def flag(name: str, *, default: bool | None = None) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=None if default is None else false())


def within(column: str, table: str) -> ForeignKeyConstraint:
    """A reference that cannot leave the organisation."""
    return ForeignKeyConstraint(["organisation_id", column], [f"{table}.organisation_id", f"{table}.id"])


def own(table: str) -> UniqueConstraint:
    return UniqueConstraint("organisation_id", "id", name=f"uq_{table}_own")
