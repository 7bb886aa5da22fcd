"""Whether what a schema promises is there: its tables, and on PostgreSQL the rules that hold organisations apart."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, inspect, text

from bot.store.everything import OWNED
from bot.store.tables import metadata

_UNGUARDED = text(
    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND c.relname IN :names AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    " ORDER BY c.relname"
).bindparams(bindparam("names", expanding=True))
# A rule that does not name the organisation of the transaction lets every one be seen.
_OPEN = text(
    "SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = current_schema()"
    " AND tablename IN :names AND permissive = 'PERMISSIVE' AND cmd <> 'INSERT'"
    " AND COALESCE(qual, '') NOT LIKE '%followthrough.organisation%' ORDER BY tablename"
).bindparams(bindparam("names", expanding=True))


def missing_tables(connection: Connection) -> Sequence[str]:
    return sorted({*metadata.tables} - {*inspect(connection).get_table_names()})


def unguarded_tables(connection: Connection) -> Sequence[str]:
    """Tables of organisations in which row-level security is off, or does not bind their owner. SQLite has none."""
    if connection.dialect.name != "postgresql":
        return ()
    return connection.execute(_UNGUARDED, {"names": [table.name for table in OWNED]}).scalars().all()


def tables_open_by_policy(connection: Connection) -> Sequence[str]:
    if connection.dialect.name != "postgresql":
        return ()
    return connection.execute(_OPEN, {"names": [table.name for table in OWNED]}).scalars().all()
