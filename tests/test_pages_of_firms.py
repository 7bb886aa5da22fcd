"""A firm is named by its page, as Slack makes a link of it: whose page it is, is whose call it was."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    for name in ("Birchwood", "Stay.com", "Harbour Foods"):
        team.say("Tom", f"new {name}")
    return team


@pytest.mark.parametrize("head", ["birchwood.com:", "www.birchwood.co.uk:", "https://birchwood.io:", "birchwood.ai,"])
def test_no_part_of_the_address_is_left_in_the_note(team, head):
    told = team.text("Tom", f"logcall {head} she pays by Fri")
    assert told.startswith("Logged: Birchwood, call")
    assert "They will: pay, Fri 13 March" in told
    assert "Noted:" not in told


def test_a_firm_that_is_called_so_keeps_its_name(team):
    assert team.text("Tom", "logcall Stay.com: Kim pays Fri").startswith("Logged: Stay.com, Kim, call")


def test_a_page_of_nobody_is_asked_about(team):
    assert "No deal of yours is called “zeta.io”" in team.text("Tom", "logcall zeta.io: she pays by Fri")


def test_a_full_stop_without_a_blank_is_no_page(team):
    assert "no answer" in team.text("Tom", "logcall Birchwood.no answer").split("\n")[0]
