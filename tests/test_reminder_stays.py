""" "Remind me on Monday about Acme" is of that Monday: a talk before it takes no reminder away, nor does the reminder hide what is agreed."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 12, 2, 9, tzinfo=UTC)))  # a Wednesday
    team.say("Tom", "new deal with Bell Works, Fran Hill")
    return team


@pytest.mark.parametrize(
    "asked",
    [
        "remind me monday about bell works",
        "remind me about bell works on monday",
        "on monday remind me about bell works",
    ],
)
@pytest.mark.parametrize("line", ["visited Bell Works, Fran said they like it", "done Bell Works voicemail"])
def test_a_talk_before_the_day_leaves_it_on_that_days_list(team, asked, line):
    assert "on your list Mon 7 December" in team.text("Tom", asked)
    assert "Mon 7 December: you asked for Mon 7 December" in team.logged(line).replace("list Mon", "list: Mon")
    team.until(datetime(2026, 12, 7, 9, tzinfo=UTC))
    assert "Bell Works, Fran: you asked for" in team.text("Tom", "followups")
    team.say("Tom", "done Bell Works voicemail")
    assert "you asked for" not in team.text("Tom", "where Bell Works")


def test_what_is_agreed_before_it_stands(team):
    team.say("Tom", "remind me monday about bell works")
    team.say("Tom", "logcall Bell Works: Fran said ok, we agreed a call on Fri 4 December")
    assert "call Fri 4 December" in team.text("Tom", "where Bell Works")
    team.forward(days=2)
    assert "Bell Works" in team.text("Tom", "followups")


def test_another_day_chosen_since_takes_its_place(team):
    team.say("Tom", "remind me monday about bell works")
    team.say("Tom", "done Bell Works voicemail")
    team.say("Tom", "later Bell Works Tue 22 December")
    assert "on the list Tue 22 December" in team.text("Tom", "where Bell Works")


def test_a_day_to_which_it_was_put_off_gives_way_to_a_talk_as_before(team):
    team.say("Tom", "later Bell Works Mon 7 December")
    team.logged("visited Bell Works, Fran said they like it")
    assert "on the list Wed 9 December" in team.text("Tom", "where Bell Works")
