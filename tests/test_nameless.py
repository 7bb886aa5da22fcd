"""A company whose name Teams does not tell: its tenant's id stands in no text to a prospect."""

import pytest

from bot.store import Database
from tests.team import Team

ONE_DATABASE = True
TENANT = "11111111-1111-1111-1111-111111111111"


@pytest.fixture
def team(database: Database) -> Team:
    return Team(database)


def rename(team: Team, name: str) -> None:
    team.database.operate(lambda operator: operator.rename_organisation(team.organisation_id, name))


@pytest.mark.parametrize("line", ['logcall Acme: Dana said "we move in May"', "done Acme voicemail"])
def test_a_tenant_id_stands_in_no_text_to_a_prospect(team, line):
    rename(team, TENANT)
    team.say("Tom", "new Acme, ten vans")
    team.say("Tom", "deal contact Acme: Dana Reyes")
    team.say("Tom", line)
    told = repr(team.say("Tom", "words Acme").card)
    assert "Tom Becker" in told
    assert TENANT not in told
    assert " at ." not in told
    rename(team, "Contoso")
    assert "Contoso" in repr(team.say("Tom", "words Acme").card)


def test_who_was_made_a_rep_takes_back_their_own_setting(team):
    maria = team.member("Maria").id
    team.database.write(team.organisation_id, lambda store: store.members.overrule(maria, role="admin"))
    team.say("Maria", "make Tom a manager")
    team.say("Maria", "make Tom a rep of Maria")
    team.say("Tom", "settings list at 9:15")
    assert "Taken back" in repr(team.say("Tom", "undo").card)
