"""The list of the erased: where it lies, goes with the copies and comes back with them; nothing is ever taken from it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete

from adapters.cli.erasures import Erasures
from bot.app import App
from bot.cards import Message
from bot.store import Database, back_up
from bot.store.tables import meta
from tests.adapters.cli.operator import run
from tests.privacy.test_erasing import NOW
from tests.privacy.test_put_back import NAME
from tests.serving import ROOT
from tests.team import Clock, Team


def _erased_without_its_list(sqlite_url: str, folder: Path) -> dict[str, str]:
    """Two erasures, a copy made between, and a list that stayed on another machine."""
    team, settings = Team(Database(sqlite_url)), {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    for name in (NAME, "Wim Dorst"):
        team.say("Tom", f"new {name.split()[0]} Works, seats")
        team.say("Tom", f"deal contact {name.split()[0]} Works: {name}")
    team.database.close()
    assert run(folder, "erase", "--yes", "--subject", NAME, **settings).returncode == 0
    back_up(sqlite_url, folder / "between.backup", NOW)
    assert run(folder, "erase", "--yes", "--subject", "Wim Dorst", **settings).returncode == 0
    (folder / "test.sqlite3.erasures").rename(folder / "elsewhere")
    return settings


@pytest.mark.parametrize("damage", [b"\xef\xbb\xbf%s", b"x%s", b"%s".replace(b"%", b"salt 12\n%"), b"1 0123 4567\n%s"])
def test_a_list_that_is_damaged_is_said_and_nobody_is_taken_for_erased(sqlite_url, tmp_path, damage):
    """As an editor leaves it that puts a mark at the front, or a salt that was cut: no name would be found by it."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    own = tmp_path / "test.sqlite3.erasures"
    whole = (tmp_path / "elsewhere").read_bytes()
    own.write_bytes(damage % whole)
    done = run(tmp_path, "restore", "between.backup", **settings)
    assert (done.returncode, "it is damaged): put a whole one there. Nothing was changed." in done.stderr) == (
        1,
        True,
    ), done.stderr
    (tmp_path / "between.backup").rename(tmp_path / "test.sqlite3")
    done = run(tmp_path, "restored", **settings)
    assert (done.returncode, "cannot be read (it is damaged). Nobody was erased again." in done.stdout) == (1, True)
    assert own.read_bytes() == damage % whole, "reading changes nothing"
    refused = run(tmp_path, "erase", "--subject", "Tom Becker", "--yes", **settings)
    assert (refused.returncode, "where it is lost for good: --new-list" in refused.stderr) == (1, True), refused
    begun = run(tmp_path, "erase", "--new-list", **settings)
    (aside,) = tmp_path.glob("*.damaged-*")
    assert (begun.returncode, f"The damaged one is kept as {aside}." in begun.stdout) == (0, True), begun
    assert aside.read_bytes() == damage % whole
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout
    own.write_bytes(whole)
    assert "Erased again, as it was asked for since: 1." in run(tmp_path, "restored", **settings).stdout


def test_a_restore_without_the_list_says_that_nobody_was_erased_again(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    done = run(tmp_path, "restore", "between.backup", **settings)
    told, code = done.stdout, done.returncode
    missing = (
        f"No list of erasures at {tmp_path}/test.sqlite3.erasures, though this database has been through 1 erasure."
    )
    assert f"{missing} Nobody was erased again. Put the list there" in told
    again = run(tmp_path, "restored", **settings)
    assert missing in again.stdout
    assert code == again.returncode == 1, "no script goes on, and starts the bot"
    doctor = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "look at this erasures: no list of erasures at" in doctor
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    done = run(tmp_path, "restored", **settings)
    assert (done.returncode, "Erased again, as it was asked for since: 1." in done.stdout) == (0, True)
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout


def test_another_machines_list_is_told_from_ours(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    Erasures(tmp_path / "test.sqlite3.erasures").add(1, ["somebody else"])
    told = run(tmp_path, "restored", **settings).stdout
    assert (
        "test.sqlite3.erasures lacks 2 erasures that this database has been through. Nobody was erased again." in told
    )


def test_where_nobody_was_ever_erased_it_is_said_that_there_is_no_list(sqlite_url, tmp_path):
    team, settings = Team(Database(sqlite_url)), {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    team.database.close()
    back_up(sqlite_url, tmp_path / "1.backup", NOW)
    for command in (("restore", "1.backup", "--send-late"), ("restored",)):
        told = run(tmp_path, *command, **settings).stdout
        assert f"There is no list of erasures at {tmp_path}/test.sqlite3.erasures. If nobody was ever erased," in told
        told = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
        assert "look at this erasures: a backup was put back on " in told, "an older copy knows of no erasure"
    for says in ("goes on it.", "Nothing was changed."):
        done = run(tmp_path, "erase", "--new-list", **settings)
        assert (done.returncode, done.stdout.strip().endswith(says)) == (0, True), done.stdout
        assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout
    assert (tmp_path / "test.sqlite3.erasures").stat().st_mode & 0o777 == 0o600
    assert "no list" not in run(tmp_path, "restored", **settings).stdout


def test_the_list_goes_where_the_copies_go(sqlite_url, tmp_path):
    """Also into the folder of a copy that another tool made; it is nobody else's to read."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "1.dump").write_text("a dump")
    for command in (("backup", "copies/1.sqlite3"), ("backup", "copies/1.dump", "--made-elsewhere")):
        (tmp_path / "copies" / "followthrough.erasures").unlink(missing_ok=True)
        done = run(tmp_path, *command, **settings)
        assert (done.returncode, "the list of who was erased until now" in done.stdout) == (0, True), done.stderr
        copied = tmp_path / "copies" / "followthrough.erasures"
        assert copied.read_bytes() == (tmp_path / "test.sqlite3.erasures").read_bytes()
        assert copied.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in (tmp_path / "copies").iterdir()) == [
        "1.dump",
        "1.sqlite3",
        "followthrough.erasures",
    ]


def test_a_restore_takes_the_list_beside_the_copy(sqlite_url, tmp_path):
    """On another machine, where there is none yet; and the one there stays when it is newer."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    (tmp_path / "between.backup").rename(copies / "1.backup")
    (tmp_path / "elsewhere").rename(copies / "followthrough.erasures")
    own = tmp_path / "test.sqlite3.erasures"
    for whole in (b"", (copies / "followthrough.erasures").read_bytes().partition(b"\n")[0]):
        own.write_bytes(whole) if whole else None
        done = run(tmp_path, "restore", "copies/1.backup", **settings)
        assert (done.returncode, "Erased again, as it was asked for since: 1." in done.stdout) == (0, True), done.stdout
        assert own.read_bytes() == (copies / "followthrough.erasures").read_bytes()
    Erasures(own).add(1, ["somebody since"])
    newer = own.read_bytes()
    assert run(tmp_path, "restore", "copies/1.backup", **settings).returncode == 0
    assert own.read_bytes() == newer


def test_nothing_is_taken_from_a_list_and_two_become_one(sqlite_url, tmp_path):
    """The list was lost, somebody was erased under a new one, and the old one turns up beside the copies."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    copies, own = tmp_path / "copies", tmp_path / "test.sqlite3.erasures"
    copies.mkdir()
    first = (tmp_path / "elsewhere").rename(copies / "followthrough.erasures").read_bytes()
    (tmp_path / "between.backup").rename(copies / "1.backup")
    erased = ("erase", "--yes", "--subject", "Tom Becker", "--leave-deals")
    database = Database(sqlite_url)
    database.write(1, lambda store: store.members.overrule(2, role="inactive"))
    database.close()
    refused = run(tmp_path, *erased, **settings)
    assert (refused.returncode, "been through 2 erasures. Put it there first" in refused.stderr) == (1, True)
    assert run(tmp_path, *erased, "--new-list", **settings).returncode == 0
    second = own.read_bytes()
    for name in ("2.backup", "3.backup"):
        assert run(tmp_path, "backup", f"copies/{name}", **settings).returncode == 0
    both = (copies / "followthrough.erasures").read_bytes()
    assert both == first + b"\n" + second
    back = run(tmp_path, "restore", "copies/1.backup", **settings)
    assert (back.returncode, "Erased again, as it was asked for since: 2." in back.stdout) == (0, True), back.stdout
    assert {*own.read_bytes().split()} == {*both.split()}
    assert run(tmp_path, "export", "--subject", "Wim Dorst", **settings).returncode == 1
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout


def test_two_installations_that_copy_into_one_folder_keep_their_lists_apart(sqlite_url, tmp_path):
    """A copy put back by the other's list would erase who is called alike."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    own, copies = tmp_path / "test.sqlite3.erasures", tmp_path / "copies"
    (tmp_path / "elsewhere").rename(own)
    copies.mkdir()
    theirs = Erasures(copies / "followthrough.erasures")
    theirs.add(1, ["somebody else"])
    before = [one.read_bytes() for one in (own, theirs.path)]
    for command in ("backup", "restore"):
        done = run(tmp_path, command, "copies/1.backup", **settings)
        assert (done.returncode, "as those of two installations: neither was touched" in done.stderr) == (1, True)
        assert (copies / "1.backup").exists()
        assert [one.read_bytes() for one in (own, theirs.path)] == before
    with theirs.path.open("ab") as file:
        file.write(b"\n" + own.read_bytes())
    assert run(tmp_path, "restore", "copies/1.backup", **settings).returncode == 0, "put behind it by hand it is one"


def test_a_list_beside_a_copy_that_cannot_be_read_leaves_the_database_as_it_is(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "followthrough.erasures").mkdir()
    held = (tmp_path / "test.sqlite3").read_bytes()
    done = run(tmp_path, "restore", "between.backup", **settings)
    assert (done.returncode, done.stderr.strip().endswith("Nothing was changed.")) == (1, True), done.stderr
    assert (tmp_path / "test.sqlite3").read_bytes() == held
    assert [*tmp_path.glob("*.before-*")] == []


def test_nor_does_one_that_cannot_be_kept(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "followthrough.erasures")
    (tmp_path / "test.sqlite3.erasures").mkdir()
    done = run(tmp_path, "restore", "between.backup", "--send-late", **settings)
    assert (done.returncode, done.stderr.strip().endswith("Nothing was changed.")) == (1, True), done.stderr
    assert [*tmp_path.glob("*.before-*"), *tmp_path.glob("*.restoring*")] == []
    said = run(tmp_path, "restored", **settings)
    assert (said.returncode, "cannot be read (Is a directory). Nobody was erased again." in said.stdout) == (1, True)


def test_at_no_moment_of_a_restore_is_somebody_back(sqlite_url, tmp_path):
    """Who is on the list is erased in what will take the place: killed right before, the database is the one of before."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    killed = (
        "import os, pathlib, datetime; from bot.store import put_back; "
        f"put_back({sqlite_url!r}, pathlib.Path('between.backup'), datetime.datetime(2026, 3, 12, tzinfo=datetime.UTC),"
        " send_late=False, ready=lambda _: os.kill(os.getpid(), 9))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", killed], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert ended.returncode == -9
    assert b"Wim Dorst" not in (tmp_path / "test.sqlite3").read_bytes()
    left = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "until you delete it, with all that is in it: test.sqlite3.restoring" in left
    assert "erasures:" not in left
    assert run(tmp_path, "restore", "between.backup", **settings).returncode == 0
    assert [*tmp_path.glob("*.restoring*")] == []


def test_an_empty_list_of_ours_takes_one_that_turns_up(sqlite_url, tmp_path):
    """The hint was followed, and then the list lies beside the copies after all."""
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    (tmp_path / "between.backup").rename(tmp_path / "test.sqlite3")
    database = Database(sqlite_url)
    database.operate(lambda operator: operator.connection.execute(delete(meta).where(meta.c.key.startswith("erased:"))))
    database.close()
    assert run(tmp_path, "erase", "--new-list", **settings).returncode == 0
    assert run(tmp_path, "backup", "copies/1.backup", **settings).returncode == 0
    (tmp_path / "elsewhere").replace(copies / "followthrough.erasures")
    assert run(tmp_path, "backup", "copies/2.backup", **settings).returncode == 0
    done = run(tmp_path, "restore", "copies/2.backup", **settings)
    assert (done.returncode, "Erased again, as it was asked for since: 1." in done.stdout) == (0, True), done.stdout


def test_what_other_tools_put_back_is_asked_about_until_it_is_said(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    (tmp_path / "between.backup").rename(tmp_path / "test.sqlite3")
    told = " ".join(run(tmp_path, "doctor", **settings).stdout.split())
    assert "1 erasure on the list at" in told
    assert "If other tools put a backup back, before that: followthrough restored" in told
    assert "Erased again, as it was asked for since: 1." in run(tmp_path, "restored", **settings).stdout
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout


def test_two_lists_put_together_by_hand_are_one(tmp_path):
    """As docs/operations.md says it; of older lists the last line has no end, and the next one goes on in it."""
    lists = [Erasures(tmp_path / name) for name in ("old", "new")]
    numbers = [one.add(1, [name]) for one, name in zip(lists, ("quillon marsh|", "wim dorst|"), strict=True)]
    old, new = (one.path.read_text() for one in lists)
    for told in (f"{old}\n{new}", f"{old.rstrip()}{new}"):
        (tmp_path / "both").write_text(told)
        both = Erasures(tmp_path / "both")
        found = both.of(1)
        assert list(found) == numbers
        for number, name in zip(numbers, ("quillon marsh|", "wim dorst|"), strict=True):
            assert found[number] & {*both.hashes(name)}


def test_a_list_that_is_lost_for_good_is_asked_for_no_more(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").unlink()
    database = Database(sqlite_url)
    for line in ("new Cedar, seats", "deal contact Cedar: Cleo Fenn"):
        App(database, Clock()).answer(Message(1, 2, line))
    database.close()
    erase = ("erase", "--subject", "Cleo Fenn")
    assert "where it is lost for good: --new-list" in run(tmp_path, *erase, **settings).stdout
    assert run(tmp_path, *erase, "--yes", **settings).returncode == 1
    assert run(tmp_path, *erase, "--yes", "--new-list", **settings).returncode == 0
    assert "erasures:" not in run(tmp_path, "doctor", **settings).stdout
    assert run(tmp_path, "restored", **settings).returncode == 0


def test_a_list_that_cannot_be_put_beside_a_copy_is_said(sqlite_url, tmp_path):
    settings = _erased_without_its_list(sqlite_url, tmp_path)
    (tmp_path / "elsewhere").rename(tmp_path / "test.sqlite3.erasures")
    (tmp_path / "copies" / "followthrough.erasures").mkdir(parents=True)
    done = run(tmp_path, "backup", "copies/1.backup", **settings)
    assert (done.returncode, "1.backup: " in done.stdout, "by hand" in done.stderr) == (1, True, True)
