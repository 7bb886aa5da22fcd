"""What lies on the disk is its owner's alone, whatever the umask; `doctor` names what is open to every user of the machine."""

import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.cli.openness_findings import of_openness
from tests.adapters.cli.operator import run
from tests.serving import ROOT

DEALS = str(ROOT / "docs" / "sample-deals.csv")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """One that every user of the machine gets into, as pytest's own is not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def bits(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def findings(folder: Path) -> dict[str, dict[str, str]]:
    return {one["about"]: one for one in json.loads(run(folder, "doctor", "--json").stdout)["findings"]}


@pytest.mark.parametrize("mask", [0, 0o022, 0o077])
def test_whatever_a_command_leaves_is_its_owners_alone(tmp_path, mask):
    (tmp_path / "before").mkdir()
    with umask(mask):
        for command in (
            ("import", DEALS), ("admin", "maria@northlight.example"), ("export", "new"), ("export", "before"), ("backup", "b.sqlite3"),
            ("erase", "--subject", "Pat Lee", "--yes"), ("restore", "b.sqlite3"),
        ):  # fmt: skip
            done = run(tmp_path, *command)
            assert done.returncode == 0, done.stderr
    left = {path.relative_to(tmp_path) for path in tmp_path.rglob("*")} - {Path("before")}
    assert {Path("data/followthrough.sqlite3"), Path("before/members.csv"), Path("b.sqlite3")} <= left
    assert any(".before-" in path.name for path in left)
    assert {str(path): bits(tmp_path / path) for path in left if bits(tmp_path / path) not in {"0o600", "0o700"}} == {}


def test_an_older_one_that_was_open_is_put_aside_closed(tmp_path):
    for command in (("import", DEALS), ("backup", "b.sqlite3")):
        run(tmp_path, *command)
    (tmp_path / "data" / "followthrough.sqlite3").chmod(0o644)
    run(tmp_path, "restore", "b.sqlite3")
    (aside,) = (tmp_path / "data").glob("*.before-*[0-9]")
    assert bits(aside) == "0o600"


def test_doctor_names_what_every_user_can_read(open_folder):
    run(open_folder, "import", DEALS)
    assert "file" not in findings(open_folder)
    data = open_folder / "data"
    data.chmod(0o755)
    assert "file" not in findings(open_folder), "the file itself is closed"
    (data / "followthrough.sqlite3").chmod(0o644)
    told = findings(open_folder)["file"]
    assert (told["state"], "can read followthrough.sqlite3" in told["what"]) == ("look at this", True)
    assert told["todo"] == f"chmod go= {data.resolve()}/followthrough.sqlite3*"
    data.chmod(0o700)
    assert "file" not in findings(open_folder), "nobody else gets there"


def test_doctor_names_what_a_restore_put_aside(tmp_path):
    for command in (("import", DEALS), ("backup", "b.sqlite3")):
        run(tmp_path, *command)
    assert "put aside" not in findings(tmp_path)
    run(tmp_path, "restore", "b.sqlite3")
    told = findings(tmp_path)["put aside"]
    assert (told["state"], "followthrough.sqlite3.before-" in told["what"]) == ("look at this", True)


def test_the_printed_dump_closes_what_it_makes(tmp_path):
    told = run(tmp_path, "backup", "b.dump", FOLLOWTHROUGH_DATABASE_URL="postgresql://bot@db.example/sales").stderr
    assert "  (umask 077; PGOPTIONS=" in told


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to be read as one" * 9])
def test_what_is_no_backup_is_named_as_it_was_typed(tmp_path, content):
    run(tmp_path, "import", DEALS)
    (tmp_path / "monday.backup").write_bytes(content)
    told = run(tmp_path, "restore", "monday.backup").stderr
    assert (told.startswith("monday.backup is no database"), ".restoring" in told) == (True, False), told


@pytest.mark.parametrize(("mode", "many"), [(0o600, 0), (0o640, 0), (0o644, 1)])
def test_settings_that_everybody_can_read_are_told(open_folder, mode, many):
    (open_folder / ".env").write_text("SLACK_BOT_TOKEN=xoxb-1\n")
    (open_folder / ".env").chmod(mode)
    found = [*of_openness("sqlite:///data/a.sqlite3", open_folder / ".env")]
    assert len(found) == many
    open_folder.chmod(0o700)
    assert [*of_openness("sqlite:///data/a.sqlite3", open_folder / ".env")] == [], "nobody gets that far"


def test_a_folder_called_env_holds_no_settings(open_folder):
    (open_folder / ".env").mkdir(mode=0o755)
    assert [*of_openness("sqlite:///data/a.sqlite3", open_folder / ".env")] == []
