"""What did not take place is no call: not called yet, and nobody came; a new day for it is kept. Today is Mon 30 November 2026."""

from datetime import UTC, datetime

import pytest

from bot.reading.plain.nottried import not_yet_tried
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 11, 30, 8, 30, tzinfo=UTC)))
    team.say("Tom", "new deal with Vantaa Dental, Karin Lind")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "karin not called yet", "no call w/ karin yet", "not spoken to karin yet", "still haven't called karin", "i have not spoken with karin so far",
        "didn't call karin today", "never got round to calling karin", "logcall Vantaa: not called yet", "logcall Vantaa: haven't called her yet",
    ],
)  # fmt: skip
def test_nothing_is_logged(team, line):
    assert "nothing is logged" in team.text("Tom", line)
    assert "no call is on record" in team.text("Tom", "where vantaa")


@pytest.mark.parametrize(
    "line", ["didn't reach §", "§ hasn't called", "not called back yet", "haven't called §'s boss yet", "not sure yet", "§ has not sent it yet", "no call from § yet"]
)  # fmt: skip
def test_another_thing_that_is_not_done(line):
    assert not not_yet_tried(line)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("karin did not come at the meeting, rebook thu 17 dec 10.30", "Thu 17 December at 10:30"),
        ("karin wasn't there, rebook thu 17 dec 10.30", "Thu 17 December at 10:30"),
        ("karin wasn't there, rebook for thu", "Thu 3 December"),
        ("karin didn't show, new date thu 17 dec 10.30", "Thu 17 December at 10:30"),
        ("karin was not at the demo, rescheduled to fri", "Fri 4 December"),
        ("no show from karin, moved to wed 14:00", "Wed 2 December at 14:00"),
    ],
)
def test_nobody_came_and_the_new_day_is_kept(team, line, step):
    told = team.logged(line)
    assert "they did not come" in told
    assert step in told
    assert "You will" not in told
    assert "They will" not in told
    assert "last spoke" not in team.text("Tom", "where vantaa")


@pytest.mark.parametrize("line", ["karin wasnt at the meeting", "karin was not on the call", "karin did not come to our demo"])  # fmt: skip
def test_nobody_came(team, line):
    assert "they did not come" in team.logged(line)


@pytest.mark.parametrize(
    "line", ["her boss wasn't at the meeting, karin likes it", "karin wasn't on the call so i talked to dave", "karin wasn't in the mood, she signs fri"]
)  # fmt: skip
def test_somebody_was_there(team, line):
    assert "they did not come" not in team.logged(f"logcall Vantaa: {line}")
