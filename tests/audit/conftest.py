import uuid
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url

from bot.store import Database
from tests.conftest import ROLE, url_of

_RUNS = "followthrough_test_runs"


@pytest.fixture
def empty_of_two(postgres_admin: str, postgres_template: str) -> Iterator[tuple[Database, str]]:
    """An empty database, opened as its owner; and its address for the role that only runs the bot."""
    name = f"ft_two_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (_RUNS,)).fetchone():
            admin.execute(f"CREATE ROLE {_RUNS} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '{_RUNS}'")
        admin.execute(f"CREATE DATABASE {name} OWNER {ROLE}")
    url = url_of(postgres_admin, name)
    rights = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT"
    owner = Database(url)
    with psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)) as opened:
        opened.execute(f"{rights} SELECT, INSERT, UPDATE, DELETE ON TABLES TO {_RUNS}")
        opened.execute(f"{rights} USAGE, SELECT ON SEQUENCES TO {_RUNS}")
    yield owner, make_url(url).set(username=_RUNS, password=_RUNS).render_as_string(hide_password=False)
    owner.close()
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
