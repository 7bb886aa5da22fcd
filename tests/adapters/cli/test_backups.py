"""`followthrough backup` and `restore`: whole copies beside a writer, and nothing sent twice after one was put back."""

import shlex
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.cards import Message
from bot.model import Role
from bot.store import BackupFailed, Database, DatabaseBusy, back_up, put_back
from scheduler.digests import decide_due
from tests.adapters.cli.operator import run
from tests.serving import ROOT
from tests.team import Team

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)
BACKUPS = 20


def _organisations(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("SELECT count(*) FROM organisations").fetchone()[0])


def test_twenty_backups_beside_a_writer_are_each_whole_and_can_be_used(sqlite_url, tmp_path):
    """Each holds everything that was answered before it began, and opens as a database of ours."""
    database, ended, answered, busy = Database(sqlite_url), threading.Event(), [0], threading.Semaphore(0)
    organisation_id = database.operate(lambda operator: operator.create_organisation("Northlight"))
    member_id = database.write(
        organisation_id, lambda store: store.members.add(name="Tom", role=Role.rep, zone="Europe/London")
    )
    app = App(database, lambda: NOW)

    def write() -> None:
        while not ended.is_set():
            app.answer(Message(organisation_id, member_id, f"new Firm {answered[0]}"))
            answered[0] += 1
            busy.release()

    writer = threading.Thread(target=write)
    writer.start()
    copies = []
    try:
        for number in range(BACKUPS):
            assert busy.acquire(timeout=60), "it has to be written between two copies, else nothing is proved"
            before, to = answered[0], tmp_path / f"copy-{number}.sqlite3"
            back_up(sqlite_url, to, NOW)
            copies.append((to, before, answered[0]))
    finally:
        ended.set()
        writer.join()
        database.close()
    for to, before, after in copies:
        with closing(sqlite3.connect(to)) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert opened.execute("PRAGMA foreign_key_check").fetchone() is None
            deals = opened.execute("SELECT count(*) FROM deals").fetchone()[0]
        assert before <= deals <= after + 1, to.name
    _is_usable(copies[-1][0], organisation_id, member_id)
    assert [path.name for path in tmp_path.iterdir() if ".part" in path.name] == []


def _is_usable(copy: Path, organisation_id: int, member_id: int) -> None:
    used = Database(f"sqlite:///{copy}")
    try:
        used.migrate()
        reply = App(used, lambda: NOW).answer(Message(organisation_id, member_id, "where are we on Firm 0?"))
        assert "Firm 0" in str(reply.card)
    finally:
        used.close()


def test_a_copy_of_the_file_alone_is_what_a_backup_is_not(sqlite_url, tmp_path):
    """The test above has to be able to fail: what was written last lies in the log beside the file."""
    database = Database(sqlite_url)
    try:
        database.operate(lambda operator: operator.create_organisation("Northlight"))
        (tmp_path / "plain.sqlite3").write_bytes(Path(sqlite_url.removeprefix("sqlite:///")).read_bytes())
        back_up(sqlite_url, tmp_path / "backup.sqlite3", NOW)
    finally:
        database.close()
    assert (_organisations(tmp_path / "plain.sqlite3"), _organisations(tmp_path / "backup.sqlite3")) == (0, 1)


@pytest.fixture
def mornings(sqlite_url) -> Team:
    """Tom has a list on Friday morning."""
    team = Team(Database(sqlite_url))
    team.say("Tom", "new Acme, 40 seats")
    team.say("Tom", 'logcall Acme: Dana said "soon", I send the quote tomorrow')
    yield team
    team.database.close()


FRIDAY = datetime(2026, 3, 13, 8, 30, tzinfo=UTC)


def _decided(url: str, now: datetime) -> list[tuple[str, str]]:
    database = Database(url)
    try:
        decide_due(database, now)
    finally:
        database.close()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as opened:
        return opened.execute(
            "SELECT state, reason FROM digests JOIN members ON members.id = member_id WHERE name = 'Tom Becker'"
        ).fetchall()


@pytest.mark.parametrize(("send_late", "became"), [(False, ("skipped", "restored")), (True, ("sent", ""))])
def test_what_was_due_before_a_restore_is_sent_only_when_that_is_wanted(
    mornings, sqlite_url, tmp_path, send_late, became
):
    mornings.database.close()
    backup = tmp_path / "thursday.sqlite3"
    back_up(sqlite_url, backup, NOW)
    _decided(sqlite_url, FRIDAY)  # Tom has had his list; then the disk breaks
    done = put_back(sqlite_url, backup, FRIDAY + timedelta(hours=1), send_late=send_late)
    assert (done.made_at, done.before is not None) == (NOW.isoformat(), True)
    assert _decided(sqlite_url, FRIDAY + timedelta(hours=1, minutes=1)) == [became]


def test_messages_that_waited_in_a_backup_are_dropped_unless_wanted(mornings, sqlite_url, tmp_path):
    decide_due(mornings.database, FRIDAY)
    back_up(sqlite_url, tmp_path / "b.sqlite3", FRIDAY)
    mornings.database.close()
    assert put_back(sqlite_url, tmp_path / "b.sqlite3", FRIDAY, send_late=True).stopped == 0
    assert put_back(sqlite_url, tmp_path / "b.sqlite3", FRIDAY + timedelta(seconds=1), send_late=False).stopped >= 1


def test_nothing_is_restored_while_the_bot_runs(sqlite_url, tmp_path, open_database):
    database = open_database(sqlite_url)
    back_up(sqlite_url, tmp_path / "b.sqlite3", NOW)
    with pytest.raises(DatabaseBusy, match="stop the bot first"):
        put_back(sqlite_url, tmp_path / "b.sqlite3", NOW, send_late=False)
    assert database.is_healthy()


def _broken(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 64] = b"\xff" * 64
    path.write_bytes(content)


def _of_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened, opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_broken, "damaged|no database"), (_of_the_future, "newer Followthrough"),
        (lambda path: path.write_text("a,b\n"), "no database"), (Path.unlink, "no file"),
    ],
)  # fmt: skip
def test_a_backup_that_cannot_be_used_changes_nothing(sqlite_url, tmp_path, spoil, said):
    back_up(sqlite_url, tmp_path / "b.sqlite3", NOW)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    spoil(tmp_path / "b.sqlite3")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BackupFailed, match=said):
        put_back(sqlite_url, tmp_path / "b.sqlite3", NOW, send_late=False)
    assert [each for each in sorted(tmp_path.iterdir()) if not each.name.endswith(".lock")] == [
        each for each in before if not each.name.endswith(".lock")
    ]
    assert _organisations(path) == 0


def test_a_broken_database_is_replaced_and_its_log_is_read_by_nobody(sqlite_url, tmp_path):
    """A log that lay beside the old file would be read into the new one."""
    back_up(sqlite_url, tmp_path / "b.sqlite3", NOW)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    _broken(path)
    Path(f"{path}-wal").write_bytes(b"what was left of it")
    put_back(sqlite_url, tmp_path / "b.sqlite3", NOW, send_late=False)
    assert _organisations(path) == 0
    assert not Path(f"{path}-wal").exists()
    kept = next(each for each in tmp_path.iterdir() if ".before-" in each.name and each.name.endswith("-wal"))
    assert kept.read_bytes() == b"what was left of it"


def _dies_before_the_backup_takes_the_place(url: str, backup: Path) -> None:
    """A restore in a process of its own, which ends there as by kill -9."""
    path = url.removeprefix("sqlite:///")
    script = (
        "import os, pathlib, sys, datetime\n"
        "from bot.store import put_back\n"
        "real = pathlib.Path.replace\n"
        f"pathlib.Path.replace = lambda part, to: os._exit(9) if str(to) == {path!r} else real(part, to)\n"
        f"put_back({url!r}, pathlib.Path({str(backup)!r}), datetime.datetime(2026, 3, 12, 14, tzinfo=datetime.UTC), send_late=False)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == 9


def test_a_restore_that_dies_in_the_middle_leaves_what_was_there_whole(sqlite_url, tmp_path):
    """What was written last lies in the log beside the file: no rename may part the two."""
    back_up(sqlite_url, tmp_path / "b.sqlite3", NOW)
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    database = Database(sqlite_url)
    database.operate(lambda operator: operator.create_organisation("Northlight"))
    held = {end: Path(f"{path}{end}").read_bytes() for end in ("", "-wal")}
    database.close()
    for end, content in held.items():  # as a bot that was killed leaves it
        Path(f"{path}{end}").write_bytes(content)
    _dies_before_the_backup_takes_the_place(sqlite_url, tmp_path / "b.sqlite3")
    assert _organisations(path) == 1


def test_the_commands_say_what_they_did(folder):
    assert "checked" in (made := run(folder, "backup", "b.sqlite3").stdout), made
    again = run(folder, "backup", "b.sqlite3")
    assert (again.returncode, "there already" in again.stderr) == (1, True)
    done = run(folder, "restore", "b.sqlite3")
    assert (done.returncode, ", as it was at" in done.stdout, "skipped" in done.stdout) == (0, True, True)
    assert "is sent when the bot starts" in run(folder, "restore", "b.sqlite3", "--send-late").stdout


def test_on_postgresql_the_exact_command_is_told_without_the_password(folder):
    url = "postgresql://bot:hush@db.example:5433/sales?password=hush"
    for command, tool in (("backup", "pg_dump"), ("restore", "pg_restore")):
        told = run(folder, command, "my file", FOLLOWTHROUGH_DATABASE_URL=url)
        assert told.returncode == 2  # a script that relied on it has to hear that nothing was done
        assert tool in told.stderr
        assert "postgresql://bot@db.example:5433/sales" in told.stderr
        assert "hush" not in told.stdout + told.stderr
    assert "followthrough restored" in told.stderr


def test_the_command_for_postgresql_makes_a_dump_that_can_be_restored(folder, postgres_url, tmp_path, open_database):
    """Run as printed, as the bot's own role, which row-level security binds."""
    tools = pytest.importorskip("pgserver")._commands.POSTGRES_BIN_PATH
    if not (tools / "pg_dump").exists():
        pytest.skip("this PostgreSQL has no pg_dump")
    database = open_database(postgres_url)
    made = database.operate(lambda operator: operator.create_organisation("Northlight"))
    database.write(made, lambda store: store.members.add(name="Tom", role=Role.rep, zone="Europe/London"))
    settings = {"FOLLOWTHROUGH_DATABASE_URL": postgres_url, "PGPASSWORD": "followthrough_test"}
    for command in ("backup", "restore"):
        told = run(folder, command, str(tmp_path / "dump"), **settings).stderr
        line = next(each.strip() for each in told.splitlines() if "pg_" in each)
        done = subprocess.run(
            ["sh", "-c", f"PATH={shlex.quote(str(tools))}:$PATH; {line}"],
            env={**settings, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        if command == "backup":
            database.write(made, lambda store: store.members.add(name="Zoe", role=Role.rep, zone="Europe/London"))
    names = database.read(made, lambda store: [member.name for member in store.members.all()])
    assert names == ["Tom"]


def test_a_copy_that_another_tool_made_is_put_down_and_doctor_sees_it(folder, postgres_url, open_database):
    open_database(postgres_url)
    settings = {"FOLLOWTHROUGH_DATABASE_URL": postgres_url, "FOLLOWTHROUGH_LOCAL": "0"}
    (folder / "empty.dump").touch()
    for name in ("no.dump", "empty.dump"):
        done = run(folder, "backup", name, "--made-elsewhere", **settings)
        assert (done.returncode, "none was put down" in done.stderr) == (1, True)
    assert "look at this  backup: no copy is on record" in run(folder, "doctor", **settings).stdout
    (folder / "b.dump").write_bytes(b"PGDMP")
    done = run(folder, "backup", "b.dump", "--made-elsewhere", **settings)
    assert (done.returncode, "5 bytes, put down" in done.stdout) == (0, True), done.stderr
    assert "OK            backup: the last copy was made on" in run(folder, "doctor", **settings).stdout


def test_what_is_no_database_of_ours_is_said_and_leaves_nothing(tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as opened, opened:
        opened.execute("CREATE TABLE t (x)")
    with pytest.raises(BackupFailed, match="no database of Followthrough"):
        back_up(f"sqlite:///{tmp_path / 'other.sqlite3'}", tmp_path / "b.sqlite3", NOW)
    assert [each.name for each in tmp_path.iterdir()] == ["other.sqlite3"]


def test_two_restores_within_a_second_keep_what_was_there_before_each(sqlite_url, tmp_path):
    back_up(sqlite_url, tmp_path / "b.sqlite3", NOW)
    kept = {put_back(sqlite_url, tmp_path / "b.sqlite3", NOW, send_late=False).before for _ in range(2)}
    assert len(kept) == 2
    assert all(each is not None and each.exists() for each in kept)
