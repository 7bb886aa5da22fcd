"""`followthrough begin`: an organisation of one's own, in which nobody is made up."""

import pytest

from bot.app import App, system_clock
from bot.cards import Message
from bot.model import Address, Profile, Role
from tests.adapters.cli.operator import run

ANN = "name,email,manager,role\nAnn Lee,ann@acme.com,rita@acme.com,rep\n"
RITA = ("begin", "  Acme  Ltd ", "--admin", "rita@acme.com", "--name", "Rita Moss", "--zone", "London")
SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret"}


def members(database, organisation_id=1):
    return [(m.name, m.email, m.role) for m in database.read(organisation_id, lambda store: store.members.all())]


@pytest.mark.parametrize("platform", [{}, SLACK], ids=["page", "slack"])
def test_nobody_is_in_it_but_who_was_named(tmp_path, database_url, open_database, platform):
    settings = {"FOLLOWTHROUGH_DATABASE_URL": database_url, **platform}
    (tmp_path / "people.csv").write_text(ANN)
    (tmp_path / "deals.csv").write_text("ID,NAME,STAGENAME\n1,Harbour,Prospecting\n")
    begun = run(tmp_path, *RITA, **settings)
    assert begun.stdout.startswith(
        "Acme Ltd is here, with Rita Moss (rita@acme.com) as its admin and nobody else.\n"
    ), begun.stderr
    for command in (("team", "people.csv"), ("import", "deals.csv")):
        done = run(tmp_path, *command, **settings)
        assert (done.returncode, "Northlight" in done.stdout) == (0, False), done.stderr
    again = run(tmp_path, *RITA, **settings)
    assert (again.returncode, again.stderr) == (1, "This database has Acme Ltd already. Begin with an empty one.\n")
    database = open_database(database_url)
    assert members(database) == [("Rita Moss", "rita@acme.com", Role.admin), ("Ann Lee", "ann@acme.com", Role.rep)]
    assert "Harbour" in str(App(database, system_clock).answer(Message(1, 1, "deals")).card)


def test_they_become_who_comes_from_slack_with_that_address(tmp_path, database_url, open_database):
    run(tmp_path, *RITA, **SLACK, FOLLOWTHROUGH_DATABASE_URL=database_url)
    run(tmp_path, "workspace", "slack", "T0123ABC", **SLACK, FOLLOWTHROUGH_DATABASE_URL=database_url)
    database = open_database(database_url)
    assert database.operate(lambda o: o.workspaces.one("slack", "T0123ABC").organisation_id) == 1
    there = Profile("Rita M. Moss", "Europe/Berlin", email="rita@acme.com")
    came = App(database, system_clock).join(1, Address("slack", "T0123ABC", "U1"), there)
    assert (came.id, came.role, came.zone) == (1, Role.admin, "Europe/Berlin")
    assert came.next_digest_at is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("begin", "Acme", "--admin", "rita"), "“rita” is no e-mail address."),
        (("begin", " ", "--admin", "rita@acme.com"), "A company's name has 1 to 80 characters, and letters or figures among them."),
        (("begin", "Acme", "--admin", "rita@acme.com", "--zone", "Atlantis"), "“Atlantis” is no time zone that I know; write Europe/London."),
    ],
)  # fmt: skip
def test_what_cannot_be_makes_no_database(tmp_path, arguments, said):
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stderr) == (2, f"{said}\n")
    assert [*tmp_path.iterdir()] == []
