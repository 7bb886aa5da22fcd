"""A person's name is in everything that the bot keeps; after `erase` it is nowhere, not even in the file's free room."""

import json
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from bot.store import Database
from tests.adapters.cli.operator import run
from tests.team import Team

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)
NAME, FIRST, LAST, PHONE = "Zdenka Quillfeather", "Zdenka", "Quillfeather", "555 019 2277"
ADDRESS = "z.quillfeather@winslow.example"
_ALL = sql.SQL("SELECT * FROM {}")
SAID = (
    "new Winslow Dairy, vans for Zdenka Quillfeather", "deal contact Winslow Dairy: Zdenka Quillfeather, 555 019 2277",
    'logcall Winslow Dairy: Zdenka said "our vans leak", she sends the plan by Fri, I send Zdenka the quote tomorrow',
    "next Winslow Dairy Mon: lunch with zdenka", "question Winslow Dairy: does Zdénka sign?",
    f"logcall Winslow Dairy: wrote to {ADDRESS} and rang 555-019-2277", "logcall Sky: Zdenka wants the draft",
    "new Signage, boards", "lost Signage: Zdenka was cheaper", "new Harbour, cranes",
    'logcall Harbour: Pat said "ask Zdenka Quillfeather"', "deal title Winslow Dairy: vans, as Quillfeather, Zdenka wants",
)  # fmt: skip


@pytest.fixture
def team(database) -> Team:
    told = Team(database)
    for number, line in enumerate(SAID):
        told.say("Tom", line, key=f"k{number}")
    told.say("Maria", "shelf case: how Zdenka Quillfeather cut leaks")
    told.clock.at = datetime(2026, 3, 13, 8, 31, tzinfo=UTC)
    told.tick()
    return told


def _settings(database: Database, tmp_path: Path) -> dict[str, str]:
    """The command's own; SQLite serves one process, so the bot is stopped."""
    database.close()
    return {"FOLLOWTHROUGH_DATABASE_URL": database.url, "FOLLOWTHROUGH_ERASURES": str(tmp_path / "erasures")}


def _everything(url: str) -> str:
    """All that the database holds: the file with its free room, or every column of every table."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        return "".join(each.read_bytes().decode("latin-1") for each in path.parent.glob(f"{path.name}*")).lower()
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as opened:
        opened.execute("SELECT set_config('followthrough.organisation', '*', false)")
        tables = [n for (n,) in opened.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        return "\n".join(
            str(row) for name in tables for row in opened.execute(_ALL.format(sql.Identifier(name)))
        ).lower()


def _named(url: str) -> list[str]:
    held = _everything(url)
    return [word for word in (FIRST, LAST, "Zd\u00e9nka", ADDRESS, "2277") if word.lower() in held]


def _exported(folder: Path, settings: dict[str, str], subject: str = NAME) -> list[str]:
    done = run(folder, "export", "--subject", subject, **settings)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_export_erase_export_shows_nothing_left(team, database, tmp_path):
    settings = _settings(database, tmp_path)
    before = _exported(tmp_path, settings)
    assert {"contacts", "touches", "commitments", "deals", "outbox", "acts", "house", "drafts"} <= {
        json.loads(line)["table"] for line in before
    }
    preview = run(tmp_path, "erase", "--subject", NAME, **settings)
    assert (preview.returncode, "Nothing was changed" in preview.stdout) == (0, True), preview.stderr
    assert _exported(tmp_path, settings) == before, "a preview changes nothing"
    done = run(tmp_path, "erase", "--subject", NAME, "--yes", **settings)
    assert done.returncode == 0, done.stderr
    assert _named(database.url) == []
    assert _exported(tmp_path, settings) == []
    assert run(tmp_path, "recompute", **settings).stdout == "Recomputed. 0 rows differed.\n"
    assert LAST.lower() not in (tmp_path / "erasures").read_text().lower()


def test_what_was_promised_stays_and_what_they_said_goes(team, database, tmp_path):
    settings = _settings(database, tmp_path)
    run(tmp_path, "erase", "--subject", NAME, "--yes", **settings)
    again = Team.__new__(Team)
    again.database, again.clock = Database(database.url), team.clock
    again.organisation_id = team.organisation_id
    again.app = type(team.app)(again.database, again.clock)
    told = again.text("Tom", "where are we on Winslow Dairy?")
    again.database.close()
    assert "quote" in told
    assert "vans leak" not in told
