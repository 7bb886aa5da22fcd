"""Opening, sharing and migrating a database; the one writer of SQLite."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from bot.store import Database, DatabaseBusy, DatabaseClosed, DatabaseSetting, SchemaTooNew, migrating
from bot.store.binding import bind
from bot.store.tables import metadata

ROOT = Path(__file__).parents[2]


def test_a_failing_job_is_taken_back_alone_while_its_neighbours_are_kept(database):
    """Eight threads write at once; one of them fails each time after writing."""
    failures: list[int] = []

    def work(number: int) -> None:
        def job(operator: object) -> None:
            operator.create_organisation(f"firm {number}")
            if number % 8 == 3:
                raise RuntimeError("changed my mind")

        try:
            database.operate(job)
        except RuntimeError:
            failures.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = {organisation.name for organisation in database.operate(lambda operator: operator.organisations())}
    assert len(failures) == 8
    assert kept == {f"firm {number}" for number in range(64) if number % 8 != 3}


def test_what_a_reader_does_is_not_kept(database):
    made = database.operate(lambda operator: operator.create_organisation("Northlight"))
    count = text("SELECT count(*) FROM drafts")
    with pytest.raises(Exception, match=r"(?i)readonly|foreign key|null|violates"):
        database.read(made, lambda store: store.drafts.put(99, "x", None))
    assert database.operate(lambda operator: operator.connection.execute(count).scalar_one()) == 0


def test_a_second_process_on_one_sqlite_file_is_refused(sqlite_url, open_database):
    open_database(sqlite_url)
    code = f"from bot.store import Database\nDatabase({sqlite_url!r})"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "DatabaseBusy" in ended.stderr
    with pytest.raises(DatabaseBusy, match="stop the bot first"):
        Database(sqlite_url)


def test_a_closed_database_can_be_opened_again(sqlite_url):
    for _ in range(3):
        Database(sqlite_url).close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:////proc/nowhere/x.sqlite3"])
def test_sqlite_needs_a_file_that_can_be_written(url):
    with pytest.raises(DatabaseSetting):
        Database(url)


def test_the_migrated_schema_is_the_one_in_the_code(database_url, database):
    engine = create_engine(database_url)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": False})
            assert compare_metadata(context, metadata) == []
    finally:
        engine.dispose()


def test_four_processes_may_migrate_at_once(postgres_admin, tmp_path):
    import uuid

    from tests.conftest import ROLE, url_of

    name = f"ft_fresh_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)).fetchone():
            admin.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '{ROLE}'")
        admin.execute(f"CREATE DATABASE {name} OWNER {ROLE}")
    url = url_of(postgres_admin, name)
    code = "import sys\nfrom bot.store import Database\nd = Database(sys.argv[1])\nd.migrate()\nd.close()"
    started = [subprocess.Popen([sys.executable, "-c", code, url], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)]
    assert [process.wait() for process in started] == [0, 0, 0, 0], [process.stderr.read() for process in started]
    for process in started:
        process.stderr.close()
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_schema_newer_than_the_code_is_refused(database_url):
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    newer = Database(database_url)
    try:
        with pytest.raises(SchemaTooNew, match="newer Followthrough"):
            newer.migrate()
    finally:
        newer.close()


def test_the_tests_connect_as_a_role_that_row_level_security_binds(postgres_url, open_database):
    database = open_database(postgres_url)
    role = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert database.operate(lambda operator: operator.connection.execute(role).scalar_one()) is False
    assert os.environ.get("TRIAL_POSTGRES_URL") or os.environ["XDG_RUNTIME_DIR"]


def test_writing_to_a_closed_database_is_refused_at_once(sqlite_url):
    """It used to wait for ever for a writer that had gone."""
    database = Database(sqlite_url)
    database.close()
    heard: list[Exception] = []

    def write() -> None:
        try:
            database.operate(lambda operator: operator.organisations())
        except DatabaseClosed as error:
            heard.append(error)

    late = threading.Thread(target=write, daemon=True)
    late.start()
    late.join(timeout=5)
    assert not late.is_alive()
    assert "closed" in str(heard[0])
    database.close()  # twice is once


def test_what_was_asked_for_before_closing_is_done_or_refused_and_nobody_waits(sqlite_url):
    database = Database(sqlite_url)
    ends: list[str] = []

    def write(number: int) -> None:
        try:
            database.operate(lambda operator: operator.create_organisation(f"firm {number}"))
            ends.append("kept")
        except DatabaseClosed:
            ends.append("refused")

    threads = [threading.Thread(target=write, args=(number,), daemon=True) for number in range(32)]
    for thread in threads:
        thread.start()
    database.close()
    for thread in threads:
        thread.join(timeout=10)
    reopened = Database(sqlite_url)
    kept = reopened.operate(lambda operator: operator.organisations())
    reopened.close()
    assert len(ends) == 32
    assert len(kept) == ends.count("kept")


def _end_all(postgres_admin, database):
    """The server ends every connection of the bot's, as when it is started anew."""
    name = make_url(database.url).database
    with psycopg.connect(postgres_admin, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def _fill_pool(database, count):
    """That many connections at once, which then lie in the pool."""
    together = threading.Barrier(count)
    threads = [threading.Thread(target=database.read, args=(1, lambda _: together.wait(10))) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_connections_that_had_gone_while_they_lay_in_the_pool_cost_no_answer(
    postgres_url, postgres_admin, open_database
):
    database = open_database(postgres_url)
    made = database.operate(lambda operator: operator.create_organisation("Northlight"))
    for work in (database.read, database.write):
        _fill_pool(database, 10)
        _end_all(postgres_admin, database)
        assert work(made, lambda store: store.organisation.name) == "Northlight"
    _end_all(postgres_admin, database)
    assert database.is_healthy()


def test_a_server_that_is_gone_is_told_as_what_is_tried_anew(postgres_url, postgres_admin, open_database):
    database = open_database(postgres_url)
    with database._engine.connect() as connection:
        _end_all(postgres_admin, database)
        connection.begin()
        bind(connection, "1")
        with pytest.raises(DBAPIError) as told:
            connection.execute(text("SELECT 1"))
    assert told.value.connection_invalidated


def test_the_schema_of_this_code_is_told_by_the_names_of_its_migrations():
    """Alembic itself is loaded only where there is something to migrate."""
    scripts = ScriptDirectory.from_config(migrating.config())
    assert migrating.head() == scripts.get_current_head()
    assert migrating.known_revisions() == {script.revision for script in scripts.walk_revisions()}
