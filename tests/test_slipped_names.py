"""A company's name with a letter wrong at the head of a plain line: the line is understood, and at most which deal it is is asked."""

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Osprey Marine, 40 seats")
    team.say("Tom", "new Meridian Foods, 20 seats")
    team.say("Tom", "deal contact Meridian Foods: Dana Reyes")
    team.say("Tom", "new Kestrel, 12 seats")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "Ospray: she sends the counts by Fri",
        "Ospray: they want a demo",
        "osprez: left vm",
        "Meridiam: no answer",
        "Ospreys: no reply yet",
    ],
)
def test_which_one_it_is_is_asked(team, line):
    reply = team.say("Tom", line)
    assert "Which one is" in plain_text(reply.card)
    assert plain_text(team.press(reply, "This one").card).startswith("Logged: ")


@pytest.mark.parametrize("line", ["Meridiam: Dana said she needs two weeks", "meridien: Dana sends the counts by Fri"])
def test_beside_somebody_who_is_there_a_slip_leaves_no_doubt(team, line):
    assert "Logged: Meridian Foods, Dana" in team.text("Tom", line)


def test_beside_somebody_of_another_company_it_does(team):
    team.say("Tom", "deal contact Kestrel: Milan Reed")
    assert "Logged: " not in team.text("Tom", "Meridiam: Milan said he needs two weeks")


def test_a_name_like_none_is_offered_as_a_new_one(team):
    assert "A new one?" in team.text("Tom", "Zephir: no answer")
