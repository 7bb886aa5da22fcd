"""A text to be checked that begins with a name: the deal's words, which of two deals, or that there is none of that name."""

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
WORN = "Hi Dana, just checking in"


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    for name in ("Corvid, racks", "Corvid, forklifts", "Harbour Foods"):
        team.say("Tom", f"new {name}")
    return team


@pytest.mark.parametrize("name", ["Zebra", "Osprey Logistics", "Quill GmbH"])
def test_a_deal_that_nobody_has_is_said(team, name):
    """ "Begin the text with the deal", it said, which the text did."""
    told = team.text("Tom", f"check {name}: {WORN}")
    assert f"No deal of yours is called “{name}”, so I have looked at the words alone." in told
    assert "Begin the text" not in told


@pytest.mark.parametrize(
    "text", [WORN, "Subject: just checking in", "Hi Dana: just checking in", "Note: touching base"]
)
def test_a_text_that_names_none_is_told_how(team, text):
    assert "Begin the text with the deal" in team.text("Tom", f"check {text}")


def test_of_two_deals_of_that_name_it_is_asked_which(team):
    asked = team.say("Tom", f"check Corvid: {WORN}")
    assert "Which one is “Corvid”?" in plain_text(asked.card)
    assert "checking in" in plain_text(team.press(asked, "This one").card)
