"""One of several people there is away: the deal goes on with the others, and no day that was promised becomes another."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
WEDNESDAY = datetime(2026, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(WEDNESDAY))
    team.say("Tom", "new deal with Boreal, Ida Nord")
    team.say("Tom", "deal contact Boreal: Paul Stone")
    return team


@pytest.mark.parametrize(
    "away",
    [
        "logcall Boreal: Paul Stone sick until 14 dec",
        "logcall Boreal: Paul is on holiday until 14 dec",
        "logcall Boreal: Paul is in meetings until 14 dec",
        "Paul is away until 14 dec",
        "paul is ill until 14 dec",
        "boreal: Paul is ill until 14 dec",
        "Stone is off sick until 14 dec",
        "paul stone from boreal is on leave until the 14th",
        "Paul is ill until 14 dec",
        "boreal: Paul is sick until 14 dec",
        "Boreal: Stone is ill until 14 dec",
    ],
)
def test_whoever_is_away_hides_nothing_of_the_one_we_deal_with(team, away):
    team.say("Tom", "logcall Boreal: spoke to Ida, she sends the plan by Thu")
    said = team.text("Tom", away)
    assert "Paul" in said
    assert "Ida is back" not in said
    assert "Fri 4 December" in said
    assert "Boreal, Ida" in team.text("Tom", "why boreal")
    team.forward(days=2)
    assert "Boreal, Ida: send the plan, 1 day late" in team.text("Tom", "followups")


def test_what_another_there_owes_comes_up_while_the_one_we_deal_with_is_away(team):
    team.say("Tom", "logcall Boreal: spoke to Paul, he sends the drawings by Mon")
    team.say("Tom", "logcall Boreal: spoke to Ida, she sends the plan by Thu")
    team.say("Tom", "logcall Boreal: Ida is ill until 14 dec")
    team.forward(days=2)
    assert "Boreal" not in team.text("Tom", "followups")
    team.forward(days=4)
    today = team.text("Tom", "followups")
    assert "send the drawings, 1 day late" in today
    assert "send the plan" not in today


def test_an_absence_that_is_announced_hides_only_what_is_of_whoever_leaves(team):
    team.say("Tom", "logcall Boreal: spoke to Paul, he sends the drawings by Tue 8 dec")
    team.say("Tom", "logcall Boreal: spoke to Ida, she sends the plan by Tue 8 dec")
    team.say("Tom", "logcall Boreal: Ida is on holiday from 7 to 11 dec")
    team.forward(days=7)
    today = team.text("Tom", "followups")
    assert "send the drawings, 1 day late" in today
    assert "send the plan" not in today


def test_a_talk_with_another_ends_no_absence(team):
    team.say("Tom", "logcall Boreal: spoke to Paul, he sends the drawings by Thu")
    team.say("Tom", "logcall Boreal: Paul is ill until 14 dec")
    team.say("Tom", "logcall Boreal: spoke to Ida, she likes it")
    assert "drawings, for Thu 3 December, back Mon 14 December" in team.text("Tom", "where boreal")
    team.forward(days=5)
    assert "drawings" not in team.text("Tom", "followups")


def test_what_they_all_decide_waits_for_nobody_who_is_no_contact_of_ours(team):
    team.say("Tom", "logcall Boreal: spoke to Ida, they decide by Tue 8 dec")
    team.say("Tom", "logcall Boreal: Paul is ill until 14 dec")
    assert "They promised: decide, Tue 8 December" in team.text("Tom", "where boreal")


def test_the_day_that_was_promised_stays_the_promised_day(team):
    team.say("Tom", "logcall Boreal: spoke to Ida, she sends the drawings by Mon, she signs by Thu")
    team.say("Tom", "logcall Boreal: Ida is in meetings until 14 dec")
    owed = "send the drawings, for Mon 7 December, back Mon 14 December"
    assert owed in team.text("Tom", "where boreal")
    of_team = team.text("Maria", "where is my team")
    assert owed in of_team
    assert "now Mon 14 December" not in of_team
    assert "Mon 14 December" not in team.text("Tom", "words boreal").replace("away until Mon 14 December", "")
    said = team.text("Tom", "logcall Boreal: she likes the blue one")
    assert "by Mon 14 December" not in said
    team.forward(days=13)
    today = team.text("Tom", "followups")
    assert "sign, 1 day late (for Thu 3 December, back Mon 14 December)" in today


def test_alone_there_whoever_is_away_is_the_one_we_deal_with(database):
    team = Team(database, Clock(WEDNESDAY))
    team.say("Tom", "new deal with Danco, Dan Fry")
    team.say("Tom", "logcall Danco: dan signs by fri")
    team.say("Tom", "logcall Danco: dan is in meetings until january")
    where = team.text("Tom", "where danco")
    assert "They promised: sign, for Fri 4 December, back Mon 4 January 2027" in where
    team.forward(days=5)
    assert "Danco" not in team.text("Tom", "followups")
