"""An operator's ordinary mistakes are answered by a sentence that says what to do next: no stack, no secret, the documented exit code."""

import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.adapters.cli.operator import process, run, run_here
from tests.adapters.cli.rights import bound_by_modes
from tests.serving import ROOT

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
    assert "in the environment" not in done.stdout


@pytest.mark.parametrize("arguments", [("doctor",), ("audit",), ("migrate",), ("backup", "b"), ("export", "out")])
def test_a_database_that_this_user_may_not_open_is_told(folder, arguments):
    file = folder / "data" / "followthrough.sqlite3"
    with _closed(file):
        done = run(folder, *arguments)
    code = 1 if arguments[0] in {"doctor", "backup"} else 2
    _is_told(done, code, f"This user may not open the database {file}", "Run this as the bot's user")


@contextmanager
def _held(path: Path, *, also_from_readers: bool = False) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if also_from_readers:
            other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = value")
        yield


def test_a_copy_is_made_and_put_down_while_another_program_writes(folder):
    with _held(folder / "data" / "followthrough.sqlite3"):
        done = run(folder, "backup", "b.sqlite3")
        _is_told(done, 0, f"{folder}/b.sqlite3:", "checked")
        assert "cannot be told" not in done.stderr
    assert [*(folder / "data").glob("*.audit-note-*")] != [], "the bot takes it in"


@pytest.mark.parametrize(
    ("command", "also_from_readers"),
    [("admin", False), ("admin", True), ("backup", True), ("doctor", True)],
)
def test_who_else_holds_the_database_is_said_and_nothing_is_left(folder, command, also_from_readers):
    argument = {"admin": ("maria@northlight.example",), "backup": ("b.sqlite3",)}.get(command, ())
    file = folder / "data" / "followthrough.sqlite3"
    with _held(file, also_from_readers=also_from_readers):
        done = process(folder, command, *argument)
    _is_told(done, 1 if command == "doctor" else 3, "Another program holds the database", f"fuser -v {file}")
    assert [one.name for one in folder.iterdir()] == ["data"]


def _renamed(folder: Path, table: str) -> None:
    with closing(sqlite3.connect(folder / "data" / "followthrough.sqlite3")) as opened:
        opened.execute(f"ALTER TABLE {table} RENAME TO mine")


def test_a_table_that_is_not_there_is_named(folder):
    _is_told(run(folder, "import", str(ROOT / "docs" / "sample-deals.csv")), 0)
    _renamed(folder, "touches")
    _is_told(
        run(folder, "export", "out"), 1, "The database lacks “touches”", "followthrough doctor says what is missing"
    )


@contextmanager
def _asked_for_tls(answer: bytes) -> Iterator[int]:
    """A server that answers the driver's first question, whether it speaks TLS, and nothing else. Its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):  # the test is over
                while True:
                    with server.accept()[0] as asking:
                        asking.recv(8)
                        asking.sendall(answer)
                        asking.recv(8)

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("options", "answer", "said"),
    [
        ("sslmode=require", b"N", "PostgreSQL speaks no TLS there (127.0.0.1:"),
        ("sslmode=verify-full", b"N", "PostgreSQL speaks no TLS there (127.0.0.1:"),
        ("sslmode=verify-full", b"S", "the certificate by which PostgreSQL is known again is not found"),
        ("sslmode=bogus", b"N", "there is no such sslmode. Known are disable, allow, prefer, require"),
        ("sslmod=require", b"N", "a name that PostgreSQL does not know"),
        ("connect_timeout=soon", b"N", "a value that PostgreSQL does not take"),
    ],
)
def test_why_postgresql_is_not_spoken_to_is_told(tmp_path, options, answer, said, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))  # which has no certificate
    with _asked_for_tls(answer) as port:
        asked = {"FOLLOWTHROUGH_DATABASE_URL": f"postgresql://bot:hush@127.0.0.1:{port}/sales?{options}"}
        _is_told(run(tmp_path, "migrate", **asked), 2, said, "Check FOLLOWTHROUGH_DATABASE_URL.")
        _is_told(run(tmp_path, "doctor", **asked), 1, said)


def test_a_first_start_that_cannot_be_is_told_beforehand(tmp_path):
    there = f"{tmp_path}/data/followthrough.sqlite3"
    _is_told(run(tmp_path, "doctor"), 0, f"there is none yet at {there}", "followthrough run makes it")
    tmp_path.chmod(0o500)
    try:
        with bound_by_modes():
            looked, started = run(tmp_path, "doctor"), run(tmp_path, "run")
    finally:
        tmp_path.chmod(0o700)
    _is_told(looked, 1, f"there is none yet at {there}, and this user may not write into {tmp_path}")
    _is_told(started, 2, f"{tmp_path}/data: Permission denied")
    _is_told(run(tmp_path, "backup", "b"), 1, f"There is no database at {there} yet")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SLACK_SINGING_SECRET", "SLACK_SIGNING_SECRET"), ("SLACK_BTO_TOKEN", "SLACK_BOT_TOKEN"), ("TEAMS_TENNANT_ID", "TEAMS_TENANT_ID"),
        ("FOLLOWTRHOUGH_PORT", "FOLLOWTHROUGH_PORT"), ("FOLLOW_THROUGH_PORT", "FOLLOWTHROUGH_PORT"),
    ],
)  # fmt: skip
def test_a_slip_in_a_platforms_name_or_in_ours_is_told(folder, name, meant):
    _is_told(run(folder, "migrate", **{name: "hush"}), 0, f"{name} is no setting; did you mean {meant}?")
    _is_told(run(folder, "doctor", **{name: "hush"}), 0, f"{name} is no setting; did you mean {meant}?")


def test_other_programs_names_stay_quiet(folder):
    others = (
        "SLACK_API_TOKEN",
        "SLACK_TOKEN",
        "SLACK_WEBHOOK_URL",
        "SLACK_APP_ID",
        "SLACK_USER_TOKEN",
        "TEAMS_WEBHOOK",
        "PORT",
        "SLACK_CHANNEL",
    )
    assert run(folder, "migrate", **dict.fromkeys(others, "hush")).stderr == ""
    (folder / ".env").write_text("SLACK_BOT_TOKEN_OLD=hush\n")
    assert run(folder, "migrate").stderr == ""


@pytest.mark.parametrize(
    "swapped", [{"SLACK_APP_TOKEN": "xoxb-hush"}, {"SLACK_BOT_TOKEN": "xapp-hush", "SLACK_SIGNING_SECRET": "hush"}]
)
def test_tokens_in_each_others_place_are_told_before_slack_is_asked(folder, swapped):
    _is_told(run(folder, "migrate", **swapped), 2, "SLACK_APP_TOKEN begins with xapp- and SLACK_BOT_TOKEN with xoxb-")


OVER_HTTP = {"SLACK_SIGNING_SECRET": "hush"}
BY_INSTALL = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hush", "FOLLOWTHROUGH_SECRET_KEY": "hush" * 8,
              "FOLLOWTHROUGH_PUBLIC_URL": "https://bot.example.com"}  # fmt: skip


@pytest.mark.parametrize(
    ("beside", "does"),
    [
        (OVER_HTTP, "manifest slack --http URL --one-workspace` and paste"),
        ({"SLACK_APP_TOKEN": "xapp-hush"}, "manifest slack` and paste"),
        ({**OVER_HTTP, **BY_INSTALL}, "take SLACK_BOT_TOKEN out and open /slack/install instead"),
    ],
)
@pytest.mark.parametrize("token", ["xoxe.xoxb-1-hush", "xoxe-1-hush"])
def test_a_pasted_token_that_ends_after_twelve_hours_is_told_before_it_is_used(folder, beside, does, token):
    told = run(folder, "migrate", SLACK_BOT_TOKEN=token, **beside)
    _is_told(told, 2, "SLACK_BOT_TOKEN begins with xoxe: it ends after twelve hours")
    assert does in told.stderr


def test_a_line_of_another_programs_is_nobodys_mistake_here(folder):
    (folder / ".env").write_text("; a comment\nset -a\nFOLLOWTHROUGH_PORT=3999\n")
    _is_told(run(folder, "migrate"), 0)
    (folder / ".env").write_text("FOLLOWTHROUGH_PORT: 3999\n")
    _is_told(run(folder, "migrate"), 2, ".env, line 1: this is no setting")


def test_a_public_address_ends_with_the_host(folder):
    key = {"FOLLOWTHROUGH_SECRET_KEY": "a key of this test and of nothing else"}
    for address in ("https://acme.example/x/", "https://acme.example/?x=1"):
        done = run(folder, "migrate", FOLLOWTHROUGH_PUBLIC_URL=address, **key)
        _is_told(done, 2, "FOLLOWTHROUGH_PUBLIC_URL has to end with the host")
        _is_told(run(folder, "migrate", FOLLOWTHROUGH_PUBLIC_URL=address), 0)  # nobody comes back to it
    _is_told(run(folder, "migrate", FOLLOWTHROUGH_PUBLIC_URL="https://acme.example/", **key), 0)


def test_a_public_address_without_a_key_serves_no_admin_page(folder):
    address = {"FOLLOWTHROUGH_PUBLIC_URL": "https://acme.example"}
    told = "there is a public address and no secret key, so the admin page is off"
    _is_told(run(folder, "doctor", **address), 0, told)
    assert told not in run(folder, "doctor", **address, FOLLOWTHROUGH_SECRET_KEY="k" * 40).stdout


def test_a_list_of_erasures_without_its_whole_path_is_to_look_at(folder):
    done = run(folder, "doctor", FOLLOWTHROUGH_ERASURES="our.erasures")
    _is_told(done, 0, "FOLLOWTHROUGH_ERASURES is no whole path", f"FOLLOWTHROUGH_ERASURES={folder}/our.erasures")
    assert "no whole path" not in run(folder, "doctor", FOLLOWTHROUGH_ERASURES=f"{folder}/our.erasures").stdout


def test_an_end_of_a_chain_is_compared_or_refused(folder):
    _is_told(
        run(folder, "audit", "--head", "1:1:3f0a"),
        2,
        "--head is compared by --check: followthrough audit --check --head",
    )


def test_a_copy_into_no_folder_names_the_folder(folder):
    _is_told(run(folder, "backup", "no/dir/x"), 1, f"There is no folder {folder}/no/dir. Make it (mkdir -p)")


def test_what_is_no_email_address_in_a_team_file_is_called_so(folder):
    _is_told(run(folder, "begin", "Acme", "--admin", "rita@acme.example"), 0)
    (folder / "team.csv").write_text('email,role\n"pat,o@acme.example",rep\n')
    _is_told(run(folder, "team", "team.csv", "--dry-run"), 1, "“pat,o@acme.example” is no e-mail address")


_INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests behind a shell's back ignores it
class Slow:
    def find_spec(self, name, *_):
        if name == "adapters.cli.main":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Slow())
sys.argv = ["followthrough", "doctor"]
from adapters.cli.entry import main
main()
"""


def test_who_ends_it_in_its_first_second_reads_no_stack():
    done = subprocess.run([sys.executable, "-c", _INTERRUPTED], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
