"""An admin whom nobody has seen yet is seen, taken away, taken out and withdrawn like everybody else."""

import json

import pytest

from adapters.cli.erasures import Erasures, erased_again
from adapters.cli.roles import made_admin
from bot.app import App, system_clock
from bot.model import Address, Profile, Role
from bot.store import Database
from tests.adapters.cli.operator import run
from tests.team import Team

SLIP = "typo@acme.con"


@pytest.fixture
def waiting(database) -> Team:
    team = Team(database)
    made_admin(database, "maria@northlight.example", "")
    made_admin(database, SLIP, "")
    return team


@pytest.fixture
def stopped(waiting, tmp_path) -> dict[str, str]:
    waiting.database.close()
    return {
        "FOLLOWTHROUGH_DATABASE_URL": waiting.database.url,
        "FOLLOWTHROUGH_ERASURES": str(tmp_path / "erasures"),
    }


def test_an_admin_reads_who_is_awaited_and_how_it_is_taken_back(waiting):
    assert f"{SLIP}, admin. Not seen yet" in waiting.text("Maria", "people")
    assert SLIP not in waiting.text("Tom", "people")
    told = waiting.text("Maria", f"make {SLIP} inactive")
    assert f"{SLIP} is awaited as an admin. " in told
    assert f"followthrough admin {SLIP} --withdraw" in told


def test_doctor_tells_and_it_can_be_withdrawn(stopped, tmp_path):
    assert SLIP in run(tmp_path, "doctor", **stopped).stdout
    done = run(tmp_path, "admin", SLIP.upper(), "--withdraw", **stopped)
    assert (done.returncode, "not awaited as an admin any more" in done.stdout) == (0, True), done.stderr
    assert SLIP not in run(tmp_path, "doctor", **stopped).stdout
    again = run(tmp_path, "admin", SLIP, "--withdraw", **stopped)
    assert (again.returncode, f"Nobody with {SLIP} is awaited" in again.stderr) == (1, True)
    assert '"withdraw admin"' in run(tmp_path, "audit", "--json", **stopped).stdout


def test_whoever_comes_with_a_withdrawn_address_is_nobody_special(waiting):
    waiting.database.operate(lambda operator: operator.awaited.withdraw(SLIP))
    there = Address("slack", "T1", "U1")
    assert waiting.app.join(waiting.organisation_id, there, Profile("T", "UTC", email=SLIP)).role is Role.rep


def test_they_are_exported_and_erased(stopped, tmp_path):
    told = run(tmp_path, "export", "--subject", SLIP, **stopped)
    assert [json.loads(line) for line in told.stdout.splitlines()] == [{"table": "awaited_admins", "email": SLIP}]
    run(tmp_path, "export", "out", **stopped)
    assert SLIP in (tmp_path / "out" / "awaited_admins.jsonl").read_text()
    counted = run(tmp_path, "erase", "--subject", SLIP, **stopped)
    assert "1 admins who are awaited" in counted.stdout, counted.stderr
    assert run(tmp_path, "erase", "--subject", SLIP, "--yes", **stopped).returncode == 0
    assert run(tmp_path, "export", "--subject", SLIP, **stopped).returncode == 1


def test_in_a_copy_from_before_they_are_erased_again(waiting, tmp_path):
    listed = Erasures(tmp_path / "list")
    waiting.database.write(1, lambda store: listed.add(1, store.traces.of(store.subjects.person(SLIP), SLIP, ())))
    assert erased_again(waiting.database, listed, waiting.clock()) == 1
    assert waiting.database.operate(lambda operator: operator.awaited.emails()) == ()


def test_another_organisations_admin_is_its_own(waiting, tmp_path):
    other = waiting.database.operate(lambda operator: operator.create_organisation("Southlight"))
    made_admin(waiting.database, "zoe@ray.example", "Southlight")
    assert waiting.database.read(1, lambda store: store.awaited.emails()) == (SLIP,)
    assert waiting.database.read(other, lambda store: store.awaited.emails()) == ("zoe@ray.example",)


def test_who_is_awaited_before_there_is_an_organisation_is_the_firsts_alone(database):
    made_admin(database, SLIP, "")
    first, second = (
        database.operate(lambda operator, name=name: operator.create_organisation(name)) for name in ("Acme", "Beta")
    )
    assert database.read(first, lambda store: store.awaited.emails()) == (SLIP,)
    assert database.read(second, lambda store: store.awaited.emails()) == ()
    made_admin(database, "other@beta.example", "Beta")
    assert database.operate(lambda operator: operator.awaited.emails()) == ("other@beta.example", SLIP)


@pytest.mark.parametrize(
    "wrong",
    ["maria@northlight,example", "maria@northlight", "maria.example", "a b@c.example", "m@x..example", "<m@x.example>"],
)
def test_an_address_that_cannot_be_one_is_not_taken(stopped, tmp_path, wrong):
    done = run(tmp_path, "admin", wrong, **stopped)
    assert (done.returncode, "is no e-mail address" in done.stderr) == (2, True)


@pytest.mark.parametrize("right", ["j.o'neil+x@sub.acme.co.uk", "m@bücher.example", "Maria_K@a-b.example"])
def test_an_unusual_address_is_taken(stopped, tmp_path, right):
    assert run(tmp_path, "admin", right, **stopped).returncode == 0


@pytest.fixture
def two(database, tmp_path) -> dict[str, str]:
    """Two organisations, and nobody awaited in them."""
    Team(database)
    database.operate(lambda operator: operator.create_organisation("Southlight"))
    database.close()
    return {"FOLLOWTHROUGH_DATABASE_URL": database.url}


@pytest.mark.parametrize("more", [(), ("--withdraw",)])
def test_of_several_organisations_the_one_that_is_meant_has_to_be_named(two, tmp_path, more):
    for which in ("1", "2"):
        assert run(tmp_path, "admin", SLIP, "--organisation", which, **two).returncode == 0
    for email in (SLIP, "maria@northlight.example"):
        done = run(tmp_path, "admin", email, *more, **two)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "Say which organisation with --organisation: 1 Northlight, 2 Southlight.\n"
    told = run(tmp_path, "doctor", **two).stdout
    assert f"awaited, and not come yet: {SLIP} in Northlight, {SLIP} in Southlight" in " ".join(told.split())


def test_of_several_it_is_said_and_put_down_whose_admin_is_awaited(two, tmp_path):
    made = run(tmp_path, "admin", SLIP, "--organisation", "Southlight", **two).stdout
    assert f"Nobody with {SLIP} is known in Southlight yet. They become an admin in Southlight" in made
    assert f"followthrough admin {SLIP} --withdraw --organisation 2" in made
    database = Database(two["FOLLOWTHROUGH_DATABASE_URL"])
    App(database, system_clock).join(2, Address("slack", "T2", "U1"), Profile("T", "UTC", email=SLIP))
    database.close()
    assert SLIP not in run(tmp_path, "doctor", **two).stdout, "they came there"
    gone = run(tmp_path, "admin", "zoe@ray.example", "--withdraw", "--organisation", "Southlight", **two)
    assert (gone.returncode, "is awaited as an admin in Southlight" in gone.stderr) == (1, True)
    run(tmp_path, "admin", "zoe@ray.example", "--organisation", "Southlight", **two)
    back = run(tmp_path, "admin", "zoe@ray.example", "--withdraw", "--organisation", "2", **two).stdout
    assert back == "zoe@ray.example is not awaited as an admin in Southlight any more.\n"
    rows = [json.loads(line) for line in run(tmp_path, "audit", "--json", **two).stdout.splitlines()]
    booked = [
        (row["action"], row["organisation"]) for row in rows if row["action"] in {"expect admin", "withdraw admin"}
    ]
    assert booked == [(action, "Southlight") for action in ("expect admin", "expect admin", "withdraw admin")]


def test_who_is_made_an_admin_is_awaited_no_more(waiting):
    made_admin(waiting.database, "tom.b@northlight.example", "")
    waiting.database.write(1, lambda s: s.members.overrule(waiting.member("Tom").id, email="tom.b@northlight.example"))
    made_admin(waiting.database, "tom.b@northlight.example", "")
    assert waiting.database.read(1, lambda store: store.awaited.emails()) == (SLIP,)
