"""What Slack, Microsoft and the operator keep secret is planted with one word in tests, which then may stand in no database and no file."""

from collections.abc import Iterable
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

CANARY = "c4n4ryk3pts3cr3t"  # letters and digits alone: no encoding of an address changes it
_SETTINGS = ".env"  # where an operator writes secrets down
_TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0"
_HAS_IT = "SELECT {name} WHERE EXISTS (SELECT FROM {table} AS row WHERE row::text LIKE {like})"


def files_with_it(folder: Path) -> list[str]:
    """Databases with their logs, backups, exports, notes: whatever lies there but the settings."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(_SETTINGS))
    return [str(path) for path in files if CANARY.encode() in path.read_bytes()]


def tables_with_it(url: str) -> list[str]:
    """`url`: the administrator's, whom no row is hidden from."""
    with psycopg.connect(url, autocommit=True) as admin:
        names = [name for (name,) in admin.execute(_TABLES)]
        asked = sql.SQL(" UNION ALL ").join(
            sql.SQL(_HAS_IT).format(name=name, table=sql.Identifier(name), like=f"%{CANARY}%") for name in names
        )
        return [name for (name,) in admin.execute(asked)] if names else []


def none_of(places: Iterable[str]) -> None:
    found = ", ".join(places)
    if found:
        pytest.fail(f"a secret stands in {found}", pytrace=False)
