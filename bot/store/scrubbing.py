"""What was deleted, out of the file as well: SQLite leaves it in free room and in its log until that is used again."""

import os
import sqlite3
from contextlib import closing

from bot.store.files import lock_beside, sqlite_path


def scrub(url: str) -> None:
    """Writes the file anew, without free room. Raises DatabaseBusy while the bot runs. PostgreSQL does it by VACUUM FULL."""
    path = sqlite_path(url)
    lock = lock_beside(path)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as opened:
            for statement in ("PRAGMA secure_delete=ON", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                opened.execute(statement).fetchall()
    finally:
        os.close(lock)
