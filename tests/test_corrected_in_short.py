"""What was just typed is put right by the shortest of lines: another day, somebody else, another sum."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026
    made.say("Tom", "new Lindqvist Offices, Erik Lindqvist")
    made.say("Tom", "new Bella Vista, Gina Rossi")
    return made


@pytest.mark.parametrize("line", ["tues not mon", "tue, not mon", "the 17th not the 16th"])
def test_another_day(team, line):
    team.say("Tom", "spoke to erik, he signs monday")
    assert "sign, now Tue 17 March" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["friday not likely", "monday not sure yet"])
def test_a_day_that_is_doubted_moves_nothing(team, line):
    team.say("Tom", "spoke to erik, he signs monday")
    team.say("Tom", line)
    assert "sign, Mon 16 March" in team.text("Tom", "where lindqvist")


@pytest.mark.parametrize(
    "line",
    [
        "oh wrong one, that was gina",
        "oops wrong deal, that was gina",
        "hang on, that was gina",
        "my mistake, it was gina",
    ],
)
def test_somebody_else(team, line):
    team.say("Tom", "spoke to erik, he likes it")
    assert "Was that Bella Vista?" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["no 26k", "no, 26,000", "sorry, it's 26k not 24k", "should be 26k"])
def test_another_sum(team, line):
    team.say("Tom", "won lindqvist 24k")
    assert "Lindqvist Offices: worth 26,000" in team.text("Tom", line)


@pytest.mark.parametrize("line", ["no 26k", "no 10"])
def test_no_sum_is_put_right_where_none_was_told(team, line):
    team.say("Tom", "spoke to erik, he likes it")
    assert "worth" not in team.text("Tom", line).splitlines()[0]
