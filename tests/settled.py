"""A team that has said the same before every test of a module says it once: what is on record then is copied for the others.

On SQLite alone: PostgreSQL has no quick way to copy, and what it does with what was said is part of what is tested.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import wraps
from typing import NamedTuple

from bot.store import Database
from bot.store.files import sqlite_path
from tests.team import Clock, Team


class _Kept(NamedTuple):
    record: sqlite3.Connection
    at: datetime
    organisation_id: int


def settled(make: Callable[[Database], Team]) -> Callable[[Database], Team]:
    """Of a fixture that makes a team on a database and says some lines."""
    kept: list[_Kept] = []

    @wraps(make)
    def team(database: Database) -> Team:
        if kept and database.is_sqlite:
            before = kept[0]
            _copy(database, before.record.backup)
            return Team(database, Clock(before.at), before.organisation_id)
        made = make(database)
        if database.is_sqlite:
            kept.append(_Kept(sqlite3.connect(":memory:"), made.clock.at, made.organisation_id))
            _copy(database, lambda there: there.backup(kept[0].record))
        return made

    return team


def _copy(database: Database, copied: Callable[[sqlite3.Connection], None]) -> None:
    with closing(sqlite3.connect(sqlite_path(database.url))) as there:
        copied(there)
