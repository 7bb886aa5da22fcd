"""`followthrough audit`: printed, filtered, taken away, checked; and what `doctor` says of it."""

import csv
import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from click import Context
from sqlalchemy import create_engine, text

from adapters.cli.main import main
from adapters.cli.opening import by_hand
from bot.app import App, system_clock
from bot.cards import Message
from bot.model import Entry, Role
from bot.store import Database, head_schema
from scheduler.chaining import chain_up
from tests.adapters.cli.operator import run
from tests.serving import running
from tests.team import Team


@pytest.fixture
def told(folder):
    """What Tom and Maria did, and the operator; the bot has stopped."""
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    team = Team(database)
    team.text("Tom", "new Acme, =seats")
    team.text("Tom", "make Lena a manager")
    team.forward(days=1)
    team.text("Maria", "where Acme")
    chain_up(database)
    database.close()
    return folder


def test_it_is_printed_oldest_first_with_names_as_they_are_now(told):
    assert run(told, "audit").stdout.splitlines() == [
        "2026-03-12 14:00:00  page       Tom Becker (2)        new deal              act 1",
        "2026-03-12 14:00:00  page       Tom Becker (2)        make, refused",
        "2026-03-13 14:00:00  page       Maria Keane (1)       where, read           deal 1",
    ]


@pytest.mark.parametrize(
    ("arguments", "actions"),
    [
        (["--from", "2026-03-13"], ["where"]),
        (["--to", "2026-03-12"], ["new deal", "make"]),
        (["--member", "tom becker"], ["new deal", "make"]),
        (["--member", "1"], ["where"]),
        (["--action", "make"], ["make"]),
        (["--organisation", "1"], ["new deal", "make", "where"]),
    ],
)
def test_it_is_filtered(told, arguments, actions):
    lines = run(told, "audit", "--json", *arguments).stdout.splitlines()
    assert [json.loads(line)["action"] for line in lines] == actions


def test_as_csv_no_name_is_a_formula(told):
    run(told, "company", "=Ray")
    rows = list(csv.DictReader(run(told, "audit", "--csv").stdout.splitlines()))
    assert [row["action"] for row in rows] == ["new deal", "make", "where", "company"]
    assert (rows[3]["organisation"], rows[3]["source"], rows[0]["name"]) == ("'=Ray", by_hand(), "Tom Becker")


@pytest.mark.parametrize("arguments", [["--from", "soon"], ["--member", "nobody"], ["--check", "--head", "1"]])
def test_what_is_no_day_or_nobody_is_said(told, arguments):
    done = run(told, "audit", *arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_it_is_checked_and_what_is_broken_is_said(told):
    run(told, "company", "Ray")
    done = run(told, "audit", "--check")
    first, waiting = done.stdout.splitlines()
    assert (done.returncode, first.split("Its end")[0]) == (0, "Chain 1 (Ray): 3 entries, unchanged. ")
    assert waiting == "1 more has no place in a chain yet: the bot gives one within a minute."
    head = first.rsplit(" ", 1)[1]
    assert run(told, "audit", "--check", "--head", head).returncode == 0
    assert run(told, "audit", "--check", "--head", f"{head[:-4]}ffff").returncode == 1
    _without_triggers(told, "UPDATE audit SET member_id = 1 WHERE action = 'make'")
    done = run(told, "audit", "--check")
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        1, "Chain 1 (Ray) is broken: entry 2 (2 in “audit --csv”) is not what was written there: it was changed, put in, or moved.",
    )  # fmt: skip


def test_doctor_looks_at_it(told):
    assert _audit(told)["state"] == "OK"
    assert _audit(told)["what"] == "3 entries looked at, unchanged; 0 not chained yet"
    _without_triggers(told, "DELETE FROM audit WHERE action = 'make'")
    assert _audit(told)["state"] == "broken"
    assert _audit(told)["what"].endswith("entry 2 was deleted: its place is there, and it is not")


def test_what_is_of_before_the_entry_in_front_of_it_is_said(told):
    """Also where the bot itself gave it a place. A clock that is put right leaves the same, so it is not called broken."""
    database = Database(f"sqlite:///{told}/data/followthrough.sqlite3")
    for at in (datetime(2026, 3, 13, 13, 52, tzinfo=UTC), datetime(2026, 1, 5, 9, tzinfo=UTC)):
        assert _audit(told)["state"] == "OK", "eight minutes are an import"
        database.operate(lambda o, at=at: o.audit.write([Entry(at, "page", "won", 1, organisation_id=1)]))
        chain_up(database)
    team = Team(database)
    team.forward(days=2)
    team.text("Maria", "where Acme")
    chain_up(database)
    database.close()
    said = "entry 5 is of Mon 2026-01-05 09:00, and the one in front of it of Fri 2026-03-13 13:52. Was the clock put back then? If not, somebody put that in"
    done = run(told, "audit", "--check")
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, f"Chain 1: {said}.")
    assert (_audit(told)["state"], _audit(told)["what"]) == ("look at this", f"chain 1: {said}")


def test_where_the_trial_page_s_clock_was_moved_nobody_is_suspected(folder):
    """The next morning by its button, then a command by hand, then the page again."""
    with running(folder) as page:
        now = datetime.fromisoformat(page.get("/local/members")[1]["now"])
        assert page.post("/local/clock", {"to": (now + timedelta(days=3)).isoformat()})[0] == 200
        assert page.post("/local/message", {"member": "Tom", "text": "new Acme, 40 seats"})[0] == 200
    assert run(folder, "company", "Ray").returncode == 0
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    while chain_up(database):
        pass
    database.close()
    told = run(folder, "audit", "--check")
    said = "That may be the trial's clock: somebody moved it ahead on the page once, and what is done by hand has the machine's time."
    assert (told.returncode, said in told.stdout, "put that in" in told.stdout) == (0, True, False), told.stdout
    assert _audit(folder)["state"] == "OK"
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    long_ago = now - timedelta(days=8)
    database.operate(lambda o: o.audit.write([Entry(long_ago, "page", "won", 1, organisation_id=1)]))
    while chain_up(database):
        pass
    database.close()
    told = run(folder, "audit", "--check").stdout
    assert ("Was the clock put back then? If not, somebody put that in" in told, "(and 1 more like it)" in told) == (
        True,
        True,
    ), told
    assert _audit(folder)["state"] == "look at this", "no clock was ever eight days ahead"


def test_an_export_is_put_down_also_beside_the_bot(told):
    assert run(told, "export", "away").returncode == 0
    assert run(told, "audit", "--action", "export").stdout.split()[2:] == [
        by_hand(),
        "Northlight",
        "export",
        "organisation",
    ]
    database = Database(f"sqlite:///{told}/data/followthrough.sqlite3")  # the bot has it open
    assert run(told, "export", "--subject", "Acme").returncode == 1, "nothing is kept, and that was asked"
    chain_up(database)
    database.close()
    assert [line.split()[-1] for line in run(told, "audit", "--action", "export").stdout.splitlines()] == [
        "organisation",
        "person",
    ]


def test_a_backup_is_put_down_also_beside_the_bot_and_of_a_schema_that_is_older(told):
    file = f"{told}/data/followthrough.sqlite3"
    assert run(told, "backup", "one.sqlite3").returncode == 0
    database = Database(f"sqlite:///{file}")
    assert run(told, "backup", "two.sqlite3").returncode == 0
    database.close()
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0014'"))
    assert run(told, "backup", "three.sqlite3").returncode == 0
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": head_schema()})
    engine.dispose()
    database = Database(f"sqlite:///{file}")
    chain_up(database)
    database.close()
    found = [line.split()[2:] for line in run(told, "audit", "--action", "backup").stdout.splitlines()]
    assert found == [[by_hand(), "server", "backup"]] * 3


def test_a_restore_is_put_down(told):
    assert run(told, "backup", "b.sqlite3").returncode == 0
    assert run(told, "restore", "b.sqlite3").returncode == 0
    assert run(told, "audit", "--action", "restored").stdout.split()[2:] == [by_hand(), "server", "restored"]


def test_where_a_chain_begins_is_said_and_what_no_rule_took_away(told):
    database = Database(f"sqlite:///{told}/data/followthrough.sqlite3")
    head = database.survey(lambda o: o.audit_chain.head(1))
    first = database.survey(lambda o: o.audit_chain._hash_at(1, 1))
    at = datetime(2026, 6, 20, tzinfo=UTC)
    database.operate(lambda o: o.audit_chain.forget(datetime(2026, 3, 13, tzinfo=UTC), 500, at))
    chain_up(database)
    database.close()
    done = run(told, "audit", "--check", FOLLOWTHROUGH_KEEP_AUDIT_MONTHS="3")
    begins = "It begins at number 3 of Fri 2026-03-13; what came before was forgotten on Sat 2026-06-20, by the rule of 3 months."
    assert (done.returncode, begins in done.stdout) == (0, True), done.stdout
    assert (
        run(told, "audit", "--check", "--head", f"1:3:{head.hash}", FOLLOWTHROUGH_KEEP_AUDIT_MONTHS="3").returncode == 0
    )
    gone = run(told, "audit", "--check", "--head", f"1:1:{first}", FOLLOWTHROUGH_KEEP_AUDIT_MONTHS="3")
    assert (gone.returncode, "entry 1 is not kept any more" in gone.stdout) == (1, True)
    for months, why in (("0", "KEEP_AUDIT_MONTHS is 0"), ("12", "as young as Thu 2026-03-12")):
        done = run(told, "audit", "--check", FOLLOWTHROUGH_KEEP_AUDIT_MONTHS=months)
        assert (done.returncode, "somebody removed entries" in done.stdout, why in done.stdout) == (1, True, True)
        found = json.loads(run(told, "doctor", "--json", FOLLOWTHROUGH_KEEP_AUDIT_MONTHS=months).stdout)["findings"]
        assert next(one for one in found if one["about"] == "audit")["state"] == "broken"


def test_what_was_put_in_far_behind_is_named(told):
    _without_triggers(told, "INSERT INTO audit (id, at) VALUES (30000, '2026-03-13 15:00:00.000000+00:00')")
    database = Database(f"sqlite:///{told}/data/followthrough.sqlite3")
    chain_up(database)
    database.operate(
        lambda o: o.connection.execute(text("INSERT INTO audit (id, at) VALUES (9000, '2026-03-13 15:00:00.000000')"))
    )
    database.close()
    done = run(told, "audit", "--check")
    assert (done.returncode, "(id 9000): somebody put that in" in done.stdout) == (1, True), done.stdout


# What these do is put down as what they did: an act, an installation, an export. The rest only looks, or sets up.
PUT_DOWN = {
    "import",
    "undo",
    "team",
    "begin",
    "admin",
    "workspace",
    "company",
    "restore",
    "restored",
    "export",
    "erase",
    "rotate-key",
    "backup",
}
LOOKS = {"run", "migrate", "recompute", "manifest", "parse", "digests", "doctor", "audit"}


def test_of_every_command_it_is_known_whether_it_is_put_down():
    assert {*main.list_commands(Context(main))} == PUT_DOWN | LOOKS


def test_the_operators_commands_are_put_down(told):
    (told / "team.csv").write_text("member,role\nOmar Haddad,manager\n", encoding="utf-8")
    (told / "deals.csv").write_text(
        "Deal - ID,Deal - Title,Deal - Organization,Deal - Contact person\n1,Seats,Acme,Pat Lee\n", encoding="utf-8"
    )
    for line in (
        ("admin", "maria@northlight.example"), ("admin", "zoe@ray.example"), ("workspace", "slack", "T1"), ("company", "Ray"),
        ("team", "team.csv"), ("import", "deals.csv"), ("restored",), ("erase", "--subject", "Pat Lee", "--yes"),
    ):  # fmt: skip
        done = run(told, *line)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    lines = run(told, "audit", "--json").stdout.splitlines()[3:]
    rows = [json.loads(line) for line in lines]
    assert {row["source"] for row in rows} == {by_hand()}
    assert {row["member"] for row in rows} == {None}, "no member did it, though an act is booked on one"
    assert [row["action"] for row in rows] == [
        "made admin", "expect admin", "expect workspace", "company", "team", "import", "import", "restored", "erase",
    ]  # fmt: skip


def test_whose_data_was_taken_away_is_put_down_by_number(told):
    with_contact(told)
    for subject in ("Tom Becker", "Pat Lee", "Nobody Known", "seats"):
        run(told, "export", "--subject", subject)
    database = Database(f"sqlite:///{told}/data/followthrough.sqlite3")
    for line in ("new Borealis, desks", "deal contact Borealis: Pat Lee"):
        App(database, system_clock).answer(Message(1, 2, line))
    database.close()
    assert run(told, "export", "--subject", "Pat Lee").returncode == 2
    assert run(told, "export", "--subject", "Pat Lee", "--everywhere").returncode == 0
    rows = [json.loads(line) for line in run(told, "audit", "--json", "--action", "export").stdout.splitlines()]
    assert [(row["what"], row["which"]) for row in rows] == [
        ("member", "2"), ("contact", "1 in deal 1"), ("person", ""), ("person", ""), ("person", ""), ("contact", "1 in deal 1 and 1 more"),
    ]  # fmt: skip
    assert [row["outcome"] for row in rows] == ["done"] * 4 + ["refused", "done"]
    assert {row["source"] for row in rows} == {by_hand()}
    assert "export" in run(told, "audit", "--member", "2").stdout
    assert "Pat" not in json.dumps(rows)


def with_contact(folder) -> None:
    database = Database(f"sqlite:///{folder}/data/followthrough.sqlite3")
    App(database, system_clock).answer(Message(1, 2, "deal contact Acme: Pat Lee"))
    database.close()


def test_an_operator_is_a_number_of_the_machines_user():
    assert re.fullmatch(r"cli:\d+", by_hand())


def test_two_forms_at_once_are_refused(told):
    done = run(told, "audit", "--json", "--csv")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "Choose one: --json or --csv.\n")


def _audit(folder) -> dict[str, str]:
    found = json.loads(run(folder, "doctor", "--json").stdout)["findings"]
    return next(one for one in found if one["about"] == "audit")


def _without_triggers(folder, statement: str) -> None:
    engine = create_engine(f"sqlite:///{folder}/data/followthrough.sqlite3")
    with engine.begin() as connection:
        for name in ("audit_no_update", "audit_no_delete"):
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text(statement))
    engine.dispose()


def test_of_one_organisation_only_its_own_members_are_named(told):
    database = Database(f"sqlite:///{told}/data/followthrough.sqlite3")
    database.begin("Other", lambda store: store.members.add("Tom Quist", Role.rep, "Europe/London"))
    database.close()
    done = run(told, "audit", "--member", "Tom Beckr", "--organisation", "Other")
    assert (done.returncode, "Tom Quist" in done.stderr, "Tom Becker" in done.stderr) == (2, True, False)
    assert run(told, "audit", "--member", "Tom Becker", "--organisation", "Other").returncode == 2
