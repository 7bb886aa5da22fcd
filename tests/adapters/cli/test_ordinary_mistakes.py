"""An operator's ordinary mistakes are answered by a sentence that says what to do next: no stack, no secret, the documented exit code."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager
from pathlib import Path

import pytest

from tests.adapters.cli.operator import run, run_here
from tests.adapters.cli.rights import bound_by_modes

COMMANDS = ("doctor", "migrate", "run", "audit")
Done = subprocess.CompletedProcess[str]


def _is_told(done: Done, code: int, *said: str) -> None:
    told = done.stdout + done.stderr
    unwrapped = " ".join(told.split())
    assert (done.returncode, [one for one in said if one not in unwrapped]) == (code, []), told
    assert not any(word in told for word in ("Traceback", "mistake of ours", "exception", "hush")), told


@contextmanager
def _closed(path: Path) -> Iterator[None]:
    """To everybody, its owner too."""
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        with bound_by_modes():
            yield
    finally:
        path.chmod(mode)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "url", ["postgresql://bot:hush@:/#%x@db.example/sales", "postgresql://bot:hush@db.example:hush/sales", "postgresql://db.example:99999999/x"]
)  # fmt: skip
def test_an_address_that_cannot_be_read_says_how_a_password_is_written(tmp_path, command, url):
    done = run(tmp_path, command, FOLLOWTHROUGH_DATABASE_URL=url)
    _is_told(
        done,
        1 if command == "doctor" else 2,
        "FOLLOWTHROUGH_DATABASE_URL: what stands in the port's place",
        "@ is written %40",
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"A=1\nFOLLOWTHROUGH_PUBLIC_URL=https://m\xfcller.example\n", "/.env, line 2: a letter is not written in UTF-8"),
        (b"A=1\n\nSLACK_BOT_TOKEN='xoxb-hush\n", "/.env, line 3: this is no setting. Write NAME=value"),
        (b"\xef\xbb\xbfFOLLOWTHROUGH_PORT=4000\n", "/.env, line 1: a mark (BOM) stands before"),
    ],
)  # fmt: skip
def test_an_env_file_that_cannot_be_read_is_told_with_the_line(folder, command, content, said):
    (folder / ".env").write_bytes(content)
    _is_told(run(folder, command), 1 if command == "doctor" else 2, said)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_env_file_of_somebody_else_is_told(folder, command):
    (folder / ".env").write_text("FOLLOWTHROUGH_PORT=4000\n")
    with _closed(folder / ".env"):
        done = run(folder, command)
    _is_told(done, 1 if command == "doctor" else 2, f"This user may not read {folder}/.env", "Run it as the bot's user")


@pytest.mark.parametrize(
    "arguments", [("doctor",), ("audit",), ("backup", "c"), ("migrate",), ("export", "out"), ("restore", "b")]
)  # fmt: skip
def test_a_data_folder_that_this_user_may_not_enter_is_told(folder, arguments):
    (folder / "b").touch()
    with _closed(folder / "data"):
        done = run(folder, *arguments)
    _is_told(done, 1 if arguments[0] == "doctor" else 2, f"{folder}/data", "Permission denied")


@pytest.mark.parametrize(
    "arguments", [("doctor",), ("audit",), ("migrate",), ("run",), ("manifest", "teams"), ("backup", "x")]
)
def test_a_folder_that_this_user_may_not_enter_is_told(folder, arguments):
    with chdir(folder), _closed(folder):
        done = run_here(*arguments)
    _is_told(done, 1 if arguments == ("doctor",) else 2, f"This user may not enter the folder {folder}", "(cd)")


@contextmanager
def _held(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_copy_is_made_and_put_down_while_another_program_holds_the_lock(folder):
    database = folder / "data" / "followthrough.sqlite3"
    with _held(database):
        done = run(folder, "backup", "b.sqlite3")
    _is_told(done, 0, f"{folder}/b.sqlite3:", "checked")
    assert "the last copy was made on" not in run(folder, "doctor").stdout
