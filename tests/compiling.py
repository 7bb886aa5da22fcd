"""Every test opens a database of its own, and SQLAlchemy would compile each statement anew for each of them: two fifths of a
test's time. Here databases of one kind share what has been compiled, as two connections of one engine do in the bot.

A statement is compiled for a dialect; ours are alike when their class is, since all of one kind are of one server.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_COMPILED: Any = LRUCache(2_000)


class _Alike:
    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_COMPILED)


class OneSqlite(_Alike, SQLiteDialect_pysqlite):
    supports_statement_cache = True


class OnePostgres(_Alike, PGDialect_psycopg):
    supports_statement_cache = True


def share_compiled_statements() -> None:
    registry.register("sqlite", __name__, OneSqlite.__name__)
    registry.register("postgresql.psycopg", __name__, OnePostgres.__name__)
