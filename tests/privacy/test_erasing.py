"""A person's name is in everything that the bot keeps; after `erase` it is nowhere, not even in the file's free room."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from bot.app import App
from bot.cards import Message
from bot.model import Role
from bot.store import Database, back_up
from bot.store.everything import _OURS, words_in
from bot.store.tables import deals, metadata, outbox
from tests.adapters.cli.operator import run
from tests.settled import settled
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
@settled
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


def _numbers(held: str) -> list[str]:
    return re.findall(r"019\W?2277", held)  # four digits alone stand in some salt or digest by chance


def _named(url: str) -> list[str]:
    held = _everything(url)
    return [word for word in (FIRST, LAST, "Zd\u00e9nka", ADDRESS) if word.lower() in held] + _numbers(held)


def _exported(folder: Path, settings: dict[str, str], subject: str = NAME) -> list[str]:
    done = run(folder, "export", "--subject", subject, **settings)
    lines = done.stdout.splitlines()
    assert done.returncode == (0 if lines else 1), done.stderr
    return lines


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
    again = Team(Database(database.url), team.clock, team.organisation_id)
    told = again.text("Tom", "where are we on Winslow Dairy?")
    again.database.close()
    assert "quote" in told
    assert "vans leak" not in told


@pytest.fixture
def stopped(sqlite_url, tmp_path) -> dict[str, str]:
    """A bot that has stopped: what Tom wrote of three customers, two of whom have a Dana."""
    told = Team(Database(sqlite_url))
    for line in (
        "new Acme, seats", "deal contact Acme: Dana Reyes, 555 019 2277", "logcall Acme: Dana signs by Fri",
        "new Bosch, drills", "deal contact Bosch: Will Bosch", 'logcall Bosch: Will said "will do", will call Mon',
        "new Corvid, wings", "deal contact Corvid: Dana Reyes",
    ):  # fmt: skip
        told.say("Tom", line)
    told.database.close()
    return {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}


def test_who_is_meant_has_to_be_said_where_two_are_called_alike(stopped, tmp_path):
    unsure = run(tmp_path, "erase", "--subject", "Dana Reyes", "--yes", **stopped)
    assert (unsure.returncode, "Acme, Corvid" in unsure.stderr) == (2, True)
    wrong = run(tmp_path, "erase", "--subject", "Dana Reyes", "--at", "Bosch", **stopped)
    assert (wrong.returncode, wrong.stderr) == (
        1, "Nothing is kept about “Dana Reyes” at Bosch. There is one at Acme, Corvid.\n",
    )  # fmt: skip
    done = run(tmp_path, "erase", "--subject", "Dana Reyes", "--at", "Acme", "--yes", **stopped)
    assert done.returncode == 0, done.stderr
    for command in ("export", "erase"):
        gone = run(tmp_path, command, "--subject", "Dana Reyes", "--at", "Acme", **stopped)
        assert (gone.returncode, gone.stdout) == (1, "")
        assert gone.stderr == "Nothing is kept about “Dana Reyes” at Acme. There is one at Corvid.\n"
    left = [json.loads(line) for line in _exported(tmp_path, stopped, "Dana Reyes")]
    assert {row["company"] for row in left if row["table"] == "deals"} == {"Corvid"}
    assert not _numbers(_everything(stopped["FOLLOWTHROUGH_DATABASE_URL"]))


def test_a_name_that_is_a_word_and_a_company_that_is_a_name_stay_what_they_are(stopped, tmp_path):
    done = run(tmp_path, "erase", "--subject", "Will Bosch", "--yes", **stopped)
    assert (done.returncode, "Others share a word of the name, and keep it: Bosch." in done.stdout) == (0, True), (
        done.stdout
    )
    run(tmp_path, "export", "out", **stopped)
    rows = [json.loads(line) for line in (tmp_path / "out" / "deals.jsonl").read_text().splitlines()]
    assert "Bosch" in {row["company"] for row in rows}
    assert "Will" not in (tmp_path / "out" / "contacts.jsonl").read_text()


def test_nobody_of_that_name_is_told_with_who_is_like_it(stopped, tmp_path):
    missing = run(tmp_path, "erase", "--subject", "Dana Rees", **stopped)
    assert (missing.returncode, "Dana Reyes at Acme" in missing.stderr) == (1, True)


def test_a_member_is_erased_when_they_are_here_no_more(sqlite_url, tmp_path):
    told = Team(Database(sqlite_url))
    lena = told.member("Lena")
    told.say("Lena", "new Acme, seats")
    told.say("Maria", "give Lena's deals to Tom")
    told.say("Maria", f"book {lena.id} to {told.member('Tom').id} now")
    told.say("Maria", "make Lena inactive")
    told.say("Maria", "team")
    settings = {"FOLLOWTHROUGH_DATABASE_URL": sqlite_url}
    told.database.write(
        told.organisation_id, lambda store: store.members.overrule(lena.id, email="lena.x@northlight.example")
    )
    told.database.close()
    here = run(tmp_path, "erase", "--subject", "Tom Becker", "--yes", **settings)
    assert (here.returncode, "still a member" in here.stderr) == (2, True)
    database = Database(sqlite_url)
    database.write(told.organisation_id, lambda store: store.members.overrule(lena.id, role=Role.inactive.value))
    database.close()
    done = run(tmp_path, "erase", "--subject", "lena.x@northlight.example", "--yes", **settings)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("lena.x@northlight.example, the member Lena Vogt: erased in "), done.stdout
    held = _everything(sqlite_url)
    assert [word for word in (lena.name.lower(), "lena.x@", "lena") if word in held] == []
    assert f"former member {lena.id}" in held
    assert run(tmp_path, "recompute", **settings).stdout == "Recomputed. 0 rows differed.\n"


@pytest.mark.parametrize("at", [(), ("--at", "Acme")])
def test_a_backup_that_is_put_back_is_erased_again(stopped, tmp_path, at):
    url = stopped["FOLLOWTHROUGH_DATABASE_URL"]
    back_up(url, tmp_path / "before.backup", NOW)
    subject = "Dana Reyes" if at else "Will Bosch"
    before = _contacts(url)
    run(tmp_path, "erase", "--subject", subject, *at, "--yes", **stopped)
    erased = _contacts(url)
    done = run(tmp_path, "restore", str(tmp_path / "before.backup"), **stopped)
    assert "Erased again, as it was asked for since: 1." in done.stdout, done.stderr
    assert _contacts(url) == erased != before
    assert "Erased again" not in run(tmp_path, "restored", **stopped).stdout, "it is done once"


def _contacts(url: str) -> list[tuple[int, str]]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as opened:
        return opened.execute("SELECT deal_id, name FROM contacts ORDER BY id").fetchall()


def test_everything_is_exported_and_no_cell_is_a_formula(stopped, tmp_path):
    database = Database(stopped["FOLLOWTHROUGH_DATABASE_URL"])
    made = database.operate(lambda operator: operator.organisations()[0].id)
    database.write(made, lambda store: store.members.overrule(1, name='=HYPERLINK("http://x")'))
    database.close()
    done = run(tmp_path, "export", "out", **stopped)
    assert done.returncode == 0, done.stderr
    counts = json.loads((tmp_path / "out" / "tables.json").read_text())
    assert counts["deals"] == 3
    assert {path.stem for path in (tmp_path / "out").glob("*.csv")} == set(counts)
    legend = (tmp_path / "out" / "legend.txt").read_text()
    assert [name for name in counts if not re.search(rf"^  {name} +\w", legend, re.MULTILINE)] == []
    assert ",'=HYPERLINK" in (tmp_path / "out" / "members.csv").read_text().replace('"', "")
    assert "sealed" not in (tmp_path / "out" / "workspaces.csv").read_text()
    assert run(tmp_path, "export", "out", **stopped).returncode == 2, "nothing is written over"


def test_every_table_with_an_organisation_is_looked_through():
    """A table that comes later has to be classified: a text in it is somebody's words unless it is said not to be."""
    assert [(t, c) for t, names in _OURS.items() for c in names if c not in metadata.tables[t].c] == []
    assert "card_json" in words_in(outbox)
    assert {"found_by", "aliases", "former_names", "why"} <= set(words_in(deals))


def test_before_a_member_is_inactive_the_count_says_that_yes_will_refuse(stopped, tmp_path):
    counted = run(tmp_path, "erase", "--subject", "Tom Becker", **stopped)
    assert counted.returncode == 0
    refused = run(tmp_path, "erase", "--subject", "Tom Becker", "--yes", **stopped)
    assert refused.returncode == 2
    assert "Tom Becker is still a member." in refused.stderr
    assert counted.stdout.splitlines()[-1] == f"Nothing was changed. --yes does it only later: {refused.stderr.strip()}"


@pytest.fixture
def left(database, tmp_path) -> dict[str, str]:
    """Lena, number 3, was made inactive by the operator, and has two deals, of which one is asleep."""
    told = Team(database)
    for line in ("new Acme, seats", "new Bolt, wings", "nurture Bolt until June 2027"):
        told.say("Lena", line)
    database.write(told.organisation_id, lambda store: store.members.overrule(3, role=Role.inactive.value))
    return _settings(database, tmp_path)


def test_a_member_whose_deals_nobody_has_is_not_erased(left, tmp_path):
    why = (
        "Lena Vogt still has 2 deals, open or asleep. An admin types “give Lena's deals to NAME” and presses Hand over,"
        " so that somebody has them (to themselves only where they lead Lena). Where nobody is to have them: --leave-deals."
    )
    counted = run(tmp_path, "erase", "--subject", "3", **left)
    assert counted.stdout.startswith("3, the member Lena Vogt: named in "), counted.stderr
    assert counted.stdout.splitlines()[-1] == f"Nothing was changed. --yes does it only later: {why}"
    refused = run(tmp_path, "erase", "--subject", "3", "--yes", **left)
    assert (refused.returncode, refused.stdout, refused.stderr) == (2, "", f"{why}\n")
    assert "only later" not in run(tmp_path, "erase", "--subject", "3", "--leave-deals", **left).stdout
    done = run(tmp_path, "erase", "--subject", "3", "--leave-deals", "--yes", **left)
    assert (done.returncode, "the member Lena Vogt: erased in" in done.stdout) == (0, True), done.stderr
    assert "Restart the bot" not in done.stdout, "it keeps nothing of them"


def test_what_a_handover_left_behind_does_not_stand_in_the_way(left, tmp_path):
    database = Database(left["FOLLOWTHROUGH_DATABASE_URL"])
    told = App(database, lambda: NOW)
    told.answer(Message(1, 1, "book 3 to 2 now"))
    database.close()
    assert run(tmp_path, "erase", "--subject", "3", "--yes", **left).returncode == 0


def test_nor_is_one_who_still_owes_something_on_a_deal_that_is_won(database, tmp_path):
    told = Team(database)
    for line in ("new Acme, seats", "logcall Acme: signed, I bring the floor plan by Fri"):
        told.say("Lena", line)
    database.write(told.organisation_id, lambda store: store.members.overrule(3, role=Role.inactive.value))
    refused = run(tmp_path, "erase", "--subject", "3", "--yes", **_settings(database, tmp_path))
    assert refused.returncode == 2, refused.stdout
    assert "Lena Vogt still has 1 open promise of either side. An admin types" in refused.stderr
