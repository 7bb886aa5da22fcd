"""First the trial page, then Slack on the same database: the sample company takes nobody's admin away."""

import pytest

from adapters.cli.roles import NoSuchNote, NotDone, made_admin, not_awaited
from bot.model import Address, Profile, Role
from bot.store import Database, Store
from tests.adapters.cli.operator import run
from tests.team import Team

ADA = "ada@acme.test"


@pytest.fixture
def team(database):
    return Team(database)


def connected(team: Team, company: str, workspace: str) -> int:
    """What a workspace that nobody announced becomes."""

    def work(store: Store) -> int:
        return store.organisation_id

    made = team.database.begin(company, work)
    team.database.operate(
        lambda operator: operator.workspaces.connect(made, "slack", workspace, company, "", "", team.clock())
    )
    return made


def comes(team: Team, organisation_id: int) -> Role:
    profile = Profile("Ada Lane", "Europe/London", email=ADA)
    return team.app.join(organisation_id, Address("slack", "T1", "U1"), profile).role


def test_an_admin_named_before_slack_is_one_in_the_company_that_comes(team):
    said = made_admin(team.database, ADA, "", is_served=True)
    assert "Northlight" not in said
    assert comes(team, connected(team, "Acme Sales", "T1")) is Role.admin


def test_an_admin_named_after_slack_came_is_one_there(team):
    acme = connected(team, "Acme Sales", "T1")
    said = made_admin(team.database, ADA, "", is_served=True)
    assert "is known in Acme Sales yet" in said
    assert comes(team, acme) is Role.admin


def test_who_is_awaited_is_taken_back_by_the_same_line(team):
    made_admin(team.database, ADA, "", is_served=True)
    assert "not awaited" in not_awaited(team.database, ADA, "", is_served=True)
    with pytest.raises(NoSuchNote):
        not_awaited(team.database, ADA, "", is_served=True)
    assert comes(team, connected(team, "Acme Sales", "T1")) is Role.rep


def test_the_sample_companys_own_people_are_its_admins(team):
    connected(team, "Acme Sales", "T1")
    assert (
        made_admin(team.database, "maria@northlight.example", "", is_served=True)
        == "Maria Keane is an admin now in Northlight."
    )


def test_of_two_real_companies_it_is_asked(team):
    connected(team, "Acme Sales", "T1")
    connected(team, "Rho Sales", "T2")
    with pytest.raises(NotDone, match="Say which organisation"):
        made_admin(team.database, ADA, "", is_served=True)


def test_a_company_with_somebody_of_its_own_is_no_sample(team):
    team.app.join(team.organisation_id, Address("slack", "T1", "U9"), Profile("Zoe Ray", "UTC", email="zoe@acme.test"))
    made_admin(team.database, ADA, "", is_served=True)
    assert comes(team, team.organisation_id) is Role.admin


def test_on_the_trial_page_alone_the_sample_company_is_meant(team):
    made_admin(team.database, ADA, "")
    assert comes(team, team.organisation_id) is Role.admin


def test_with_slack_set_up_the_command_line_asks_nothing(tmp_path, database):
    Team(database)
    database.close()
    slack = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret", "FOLLOWTHROUGH_DATABASE_URL": database.url}
    done = run(tmp_path, "admin", ADA, **slack)
    assert (done.returncode, "They become an admin when they first write to the bot" in done.stdout) == (0, True), (
        done.stderr
    )
    opened = Database(database.url)
    awaited = opened.operate(lambda operator: operator.awaited.whose(operator.organisations()))
    opened.close()
    assert awaited == [(ADA, "")]
