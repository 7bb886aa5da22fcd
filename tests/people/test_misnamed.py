"""A call that was logged under a wrong name is put right by one press: its words, promises and openers are of whoever it was."""

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    team.say("Tom", "new deal with Rho Dental, Dana Reyes")
    team.say("Tom", "logcall Rho: Hobert said “we like it”, he sends the floorplan Fri, I send Hobert the quote Mon")
    return team


def put_right(team: Team) -> str:
    return plain_text(team.press(team.say("Tom", "deal contact Rho: Dana Reyes"), "Yes, that was Dana").card)


def test_it_is_asked_whose_the_older_calls_were(team):
    told = team.text("Tom", "deal contact Rho: Dana Reyes")
    assert "What was logged before names Hobert. Was that Dana too?" in told


def test_until_then_nothing_is_renamed(team):
    team.say("Tom", "deal contact Rho: Ida Moen")
    assert "Last said by Hobert" in team.text("Tom", "where Rho")


@pytest.mark.parametrize("asked", ["where Rho", "words Rho", "owed", "followups", "deal Rho", "deals", "prep Rho"])
def test_the_wrong_name_is_told_nowhere(team, asked):
    put_right(team)
    team.forward(days=5)
    told = team.text("Tom", asked)
    assert "Hobert" not in told
    assert "Dana" in told or asked == "deals"


def test_the_manager_reads_the_right_one(team):
    put_right(team)
    team.forward(days=5)
    team.say("Tom", "promise kept send Hobert the quote")  # its words stand in the manager's list as they were typed
    assert "Hobert" not in team.text("Maria", "monday")


def test_what_is_logged_later_under_that_name_is_his(team):
    put_right(team)
    team.say("Tom", "logcall Rho: Hobert said “too dear”")
    assert "Last said by Hobert" in team.text("Tom", "where Rho")


def test_it_can_be_taken_back(team):
    put_right(team)
    team.say("Tom", "undo")
    assert "Last said by Hobert" in team.text("Tom", "where Rho")


def test_what_is_derived_stays_as_computed(team):
    put_right(team)
    assert team.recompute() == 0


def test_nothing_is_asked_where_no_call_names_anybody_else(team):
    team.say("Tom", "new deal with Sigma Labs, Eva Berg")
    team.say("Tom", "logcall Sigma: Eva sends the plan Fri")
    assert "Was that" not in team.text("Tom", "deal contact Sigma: Eva Berg, 555 0142")
