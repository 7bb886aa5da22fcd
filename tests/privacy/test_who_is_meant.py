"""Of two who are called alike one is meant, and said which; whoever is not found is told who is like it."""

import json

import pytest

from adapters.cli.erasures import Erasures, erased_again
from bot.model import Role
from bot.store import Database
from tests.adapters.cli.operator import run
from tests.team import Team

NAME = "Maria Keane"


@pytest.fixture
def two(database) -> Team:
    """Lena's name is Maria's too."""
    team = Team(database)
    as_maria = {"name": NAME, "email": "maria@acme.example", "role": Role.inactive.value}
    team.database.write(team.organisation_id, lambda s: s.members.overrule(team.member("Lena").id, **as_maria))
    team.say("Tom", "new Acme, seats")
    team.say("Tom", "logcall Acme: Maria Keane joined, write to maria.keane@northlight.example")
    return team


@pytest.fixture
def stopped(two, tmp_path) -> dict[str, str]:
    two.database.close()
    return {
        "FOLLOWTHROUGH_DATABASE_URL": two.database.url,
        "FOLLOWTHROUGH_ERASURES": str(tmp_path / "erasures"),
    }


def _rows(done) -> list[tuple[str, int]]:
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [(row["table"], row["id"]) for row in told if row["table"] == "members"]


@pytest.mark.parametrize("command", [["export"], ["erase"], ["erase", "--yes"]])
def test_two_members_are_never_one(stopped, tmp_path, command):
    done = run(tmp_path, *command, "--subject", NAME, **stopped)
    assert done.returncode == 2
    assert "Several may be meant: 1 maria@northlight.example, 3 maria@acme.example." in done.stderr


@pytest.mark.parametrize("said", ["3", "maria@acme.example"])
def test_one_of_them_is_meant_by_address_or_number(stopped, tmp_path, said):
    assert _rows(run(tmp_path, "export", "--subject", said, **stopped)) == [("members", 3)]
    done = run(tmp_path, "erase", "--subject", said, "--yes", **stopped)
    assert done.returncode == 0, done.stderr
    database = Database(stopped["FOLLOWTHROUGH_DATABASE_URL"])
    members = database.read(1, lambda store: {one.id: (one.name, one.email) for one in store.members.all()})
    held = database.read(1, lambda s: json.dumps([[*map(dict, x.rows)] for x in s.everything.sheets()], default=str))
    database.close()
    assert members[1] == (NAME, "maria@northlight.example")
    assert members[3] == ("Former member 3", "")
    assert "maria.keane@northlight.example" in held, "that is the other's"
    assert run(tmp_path, "export", "--subject", "3", **stopped).returncode == 0, "their row stays, without a name"


def test_whoever_was_erased_by_number_alone_is_erased_again(two, tmp_path):
    """Nothing else tells the two apart: no address, no account."""
    two.database.write(two.organisation_id, lambda s: s.members.overrule(3, email=""))
    listed = Erasures(tmp_path / "list")
    two.database.write(two.organisation_id, lambda s: listed.add(1, s.traces.of(s.subjects.person("3"), "3", ())))
    assert erased_again(two.database, listed, two.clock()) == 1
    names = two.database.read(two.organisation_id, lambda s: s.members.names())
    assert (names[1], names[3]) == (NAME, "Former member 3")


def test_a_contact_called_as_a_member_who_was_erased_by_number_is_somebody_else(two, tmp_path):
    two.say("Tom", "deal contact Acme: Omar Haddad, 0161 496 0123")
    listed = Erasures(tmp_path / "list")
    two.database.write(two.organisation_id, lambda s: listed.add(1, s.traces.of(s.subjects.person("4"), "4", ())))
    assert erased_again(two.database, listed, two.clock()) == 1
    assert two.database.read(1, lambda s: s.members.names())[4] == "Former member 4"
    assert "Omar Haddad" in two.database.read(1, lambda s: [one.name for one in s.subjects.known()])


def test_a_member_and_a_contact_of_that_name_are_two_until_it_is_said_otherwise(two, tmp_path):
    two.say("Tom", "deal contact Acme: Omar Haddad")
    two.database.close()
    settings = {"FOLLOWTHROUGH_DATABASE_URL": two.database.url}
    unsure = run(tmp_path, "export", "--subject", "Omar Haddad", **settings)
    assert (unsure.returncode, unsure.stdout) == (2, "")
    assert "a member, 4 omar@northlight.example, and a contact at Acme" in unsure.stderr
    both = run(tmp_path, "export", "--subject", "Omar Haddad", "--everywhere", **settings)
    assert {"members", "contacts"} <= {json.loads(line)["table"] for line in both.stdout.splitlines()}


@pytest.mark.parametrize(
    ("command", "code"), [(["export", "--subject"], 1), (["erase", "--subject"], 1), (["audit", "--member"], 2)]
)
def test_a_first_name_tells_who_is_called_so(stopped, tmp_path, command, code):
    done = run(tmp_path, *command, "Tom", **stopped)
    assert (done.returncode, "There is Tom Becker, member 2." in done.stderr) == (code, True), done.stderr
    assert run(tmp_path, *command, "Nobody", **stopped).stderr.endswith("“Nobody”.\n")


def test_where_nothing_is_found_no_folder_is_made(stopped, tmp_path):
    assert run(tmp_path, "export", "out", "--subject", "Tom", **stopped).returncode == 1
    assert not (tmp_path / "out").exists()


def test_two_members_who_became_one_are_one(two):
    """Found by either name, with the row of each."""

    def joined(store):
        store.members.overrule(3, name="M. Keane")
        store.one_person.join(3, 1)
        return [[one.id for one in store.subjects.colleagues(s)] for s in (NAME, "M. Keane", "3")], [
            sorted(store.subjects.person(s).member_ids) for s in (NAME, "M. Keane")
        ]

    assert two.database.write(two.organisation_id, joined) == ([[1], [1], [1]], [[1, 3], [1, 3]])


def test_the_record_has_the_number_that_they_are_shown_by(two, tmp_path):
    """Who was awaited by a team file came as somebody else, and became that one."""
    two.database.write(two.organisation_id, lambda store: store.one_person.join(3, 4))
    two.database.close()
    settings = {"FOLLOWTHROUGH_DATABASE_URL": two.database.url}
    for said in ("3", "omar@northlight.example"):
        assert run(tmp_path, "export", "--subject", said, **settings).returncode == 0
    rows = [
        json.loads(line)
        for line in run(tmp_path, "audit", "--json", "--action", "export", **settings).stdout.splitlines()
    ]
    assert [(row["what"], row["which"]) for row in rows] == [("member", "4")] * 2


@pytest.mark.parametrize("at", [(), ("--at", "Kiosk GmbH")])
@pytest.mark.parametrize(
    ("kept", "said", "told"),
    [
        ("Jörg M\u043ere", "Jörg More", "That has a Cyrillic “\u043e”"),
        ("J\u043erg More", "Jorg More", "That has a Cyrillic “\u043e”"),
        ("Nina \u039aaye", "Nina Kaye", "That has a Greek “\u039a”"),
        ("Nina Kaye", "Nina \u039aaye", "What you typed has a Greek “\u039a”"),
    ],
)
def test_a_name_that_only_looks_the_same_is_told(sqlite_url, tmp_path, kept, said, told, at):
    team = Team(Database(sqlite_url))
    team.say("Tom", "new Kiosk GmbH, seats")
    team.say("Tom", f"deal contact Kiosk GmbH: {kept}")
    team.database.close()
    done = run(tmp_path, "export", "--subject", said, *at, FOLLOWTHROUGH_DATABASE_URL=sqlite_url)
    assert (done.returncode, done.stdout) == (1, "")
    assert f" There is {kept} at Kiosk GmbH. {told}: it only looks the same. Copy the name from here." in done.stderr


def test_of_names_that_look_different_no_letter_is_told(sqlite_url, tmp_path):
    team = Team(Database(sqlite_url))
    team.say("Tom", "new Kiosk GmbH, seats")
    team.say("Tom", "deal contact Kiosk GmbH: \u041e\u043b\u0435\u0433 \u041f\u0435\u0442\u0440\u043e\u0432")
    team.database.close()
    done = run(tmp_path, "export", "--subject", "\u041e\u043b\u0435\u0433", FOLLOWTHROUGH_DATABASE_URL=sqlite_url)
    assert ("at Kiosk GmbH.\n" in done.stderr, "looks the same" in done.stderr) == (True, False)
