"""The scan behind every test finds what leaks: in a database of either kind, in a file beside it, in a log and in what was printed."""

import shutil
import subprocess
import sys

import pytest
from sqlalchemy import text

from tests.canary import CANARY, files_with_it, tables_with_it
from tests.serving import ROOT

LEAKING = """
import logging, sqlite3
from contextlib import closing

from tests.canary import CANARY as SECRET

def test_database(tmp_path):
    with closing(sqlite3.connect(tmp_path / "test.sqlite3")) as database:
        database.execute("CREATE TABLE kept (words)")
        database.execute("INSERT INTO kept VALUES (?)", [f"xoxb-{SECRET}"])
        database.commit()

def test_log():
    logging.getLogger("slack_bolt").warning("token %s", SECRET)

def test_print():
    print(SECRET)

def test_nothing(tmp_path):
    (tmp_path / ".env").write_text(SECRET)
    (tmp_path / "export.json").write_text("[]")

def test_long_ago(tmp_path_factory):
    (tmp_path_factory.mktemp("shared") / "backup").write_text(SECRET)
"""


@pytest.mark.parametrize("workers", ["0", "2"])
def test_whatever_leaks_fails_its_test(tmp_path, workers):
    (tmp_path / ".env_test_leaking.py").write_text(LEAKING)  # a name that is not looked through
    command = [
        sys.executable, "-m", "pytest", "-p", "tests.scanning", "-p", "no:cacheprovider", "--import-mode=importlib", "-n", workers, "-rfE",
        "--basetemp", str(tmp_path / "inner"), "-c", "/dev/null", "--rootdir", str(tmp_path), str(tmp_path / ".env_test_leaking.py"),
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stdout
    for name in ("test_database", "test_log", "test_print", "test_long_ago"):
        assert f"::{name}" in done.stdout.partition("short test summary")[2], done.stdout
    assert "::test_nothing" not in done.stdout
    shutil.rmtree(tmp_path / "inner")


def test_tables_are_looked_through_whoever_owns_their_rows(postgres_admin, postgres_url, open_database):
    database = open_database(postgres_url)
    put, take = "INSERT INTO meta (key, value) VALUES ('leak', :it)", "DELETE FROM meta WHERE key = 'leak'"
    url = postgres_url.replace("+psycopg", "")
    assert tables_with_it(url) == []
    database.operate(lambda o: o.connection.execute(text(put), {"it": f"a {CANARY}"}))
    assert tables_with_it(url) == ["meta"]
    database.operate(lambda o: o.connection.execute(text(take)))


def test_settings_alone_may_hold_it(tmp_path):
    (tmp_path / ".env").write_text(CANARY)
    assert files_with_it(tmp_path) == []
