"""A line that waits is told for five working days, and then kept in `drafts` alone. Today is Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(sqlite_url, open_database):
    team = Team(open_database(sqlite_url))
    team.say("Tom", "new Osprey, 40 seats")
    return team


def test_it_is_told_for_a_week_and_kept_for_longer(team):
    team.say("Tom", "osprey: had lunch")
    for days, is_told in (
        (0, True),
        (4, True),
        (3, True),
        (1, False),
        (10, False),
    ):  # Thu 12, Mon 16, Thu 19, Fri 20, Mon 30 March
        team.forward(days=days)
        assert ("not logged yet" in team.text("Tom", "followups")) is is_told
    assert "osprey: had lunch" in team.text("Tom", "drafts")


def test_a_newer_one_is_told_alone(team):
    team.say("Tom", "osprey: had lunch")
    team.forward(days=11)
    team.say("Tom", "osprey: had coffee")
    assert "One line that you typed is not logged yet." in team.text("Tom", "followups")


def test_a_morning_list_no_longer_tells_it(team):
    team.say("Tom", "logcall Osprey: Dana said fine, she sends the counts by Fri")
    team.say("Tom", "osprey: had lunch")
    told = []
    for day in (17, 19, 20, 25):
        team.clock.at = team.clock.at.replace(day=day, hour=9)
        team.tick()
        told.append("not logged yet" in plain_text(team.inbox("Tom")[-1]))
    assert told == [True, True, False, False]
