"""No list, without an end: at once, said how it comes back, and kept until the member says so."""

from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.store import Database
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock())
    team.say("Tom", "new Acme")
    team.say("Tom", "logcall Acme: I send the plan tomorrow")
    return team


def lists(team: Team, days: int) -> int:
    before = len(team.inbox("Tom"))
    for _ in range(days):
        team.clock.at = (team.clock.at + timedelta(days=1)).replace(hour=8, minute=31)
        team.tick()
    return len(team.inbox("Tom")) - before


@pytest.mark.parametrize(
    "line",
    [
        "settings list off",
        "no more lists",
        "turn off notifications",
        "pause until further notice",
        "pause everything until I say so",
    ],
)
def test_no_list_comes_until_it_is_wanted_again(team, line):
    assert lists(team, 1) == 1
    told = team.text("Tom", line)
    assert "No list from now on" in told
    assert "To have it again: settings list on" in told
    assert lists(team, 30) == 0
    assert "none. To have it again: settings list on" in team.text("Tom", "status")
    assert "turned that off" in team.text("Tom", "why is Acme on my list?")
    assert "already" in team.text("Tom", line)
    assert "Your list comes again" in team.text("Tom", "settings list on")
    assert lists(team, 5) > 0


def test_it_is_offered_where_until_when_is_asked_and_undone_like_anything(team):
    team.press(team.say("Tom", "pause"), "Until I say so", "Tom")
    assert lists(team, 5) == 0
    assert "Taken back" in team.text("Tom", "undo " + str(last_act(team)))
    assert lists(team, 5) > 0


def last_act(team: Team) -> int:
    return team.database.read(team.organisation_id, lambda store: store.acts.last_of(team.member("Tom").id)).id


def test_a_part_of_the_list_is_turned_off_and_comes_back(team):
    assert "To have it again: pause off" in team.text("Tom", "pause talk until further notice")
    assert "Your next list: none" not in team.text("Tom", "status")
    assert "Your list comes again" in team.text("Tom", "pause off")


def test_a_pause_with_an_end_replaces_one_without(team):
    team.say("Tom", "settings list off")
    assert "No list until" in team.text("Tom", "pause until in 2 weeks")
    assert lists(team, 25) > 0


def test_of_all_that_was_said_on_one_day_the_last_counts(postgres_url):
    """A day has no order of its own, nor have rows: the first is put behind the others here."""
    with closing(Database(postgres_url)) as database:
        team = Team(database, Clock())
        team.say("Tom", "settings list off")
        team.say("Tom", "settings list on")
        moved = text(
            "WITH gone AS (DELETE FROM pauses WHERE id = (SELECT min(id) FROM pauses) RETURNING *)"
            " INSERT INTO pauses SELECT * FROM gone"
        )
        database.write(team.organisation_id, lambda store: store.connection.execute(moved))
        assert "Nothing is paused" in team.text("Tom", "settings list on")


def test_whoever_travels_westwards_ends_what_began_on_the_later_day(team):
    """In the new zone it is still the day before the pause began."""
    team.say("Tom", "settings zone Asia/Tokyo")
    team.clock.at = team.clock.at.replace(hour=20)
    team.say("Tom", "settings list off")
    team.say("Tom", "settings zone Europe/London")
    team.clock.at += timedelta(hours=1)
    team.say("Tom", "settings list on")
    assert lists(team, 6) > 0
