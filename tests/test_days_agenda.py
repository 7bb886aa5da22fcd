"""What is asked of one day names every appointment and every promise of it."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(datetime(2026, 12, 2, 9, tzinfo=UTC)))
    team.say("Tom", "new deal with Riverside, Priya Shah")
    return team


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("I send the quote by Fri, call fri at 14:00", ["you promised to send the quote", "call Fri 4 December 14:00"]),
        ("she sends the plan by Fri, call fri at 14:00", ["they promised to send the plan", "call Fri 4 December 14:00"]),
        ("I send the quote by Fri, she sends the plan by Fri, visit fri at 9", ["quote", "plan", "visit Fri 4 December 09:00"]),
        ("I send the quote by Fri", ["you promised to send the quote"]),
    ],
)  # fmt: skip
def test_an_hour_stands_beside_what_is_promised_for_that_day(team, told, named):
    team.say("Tom", f"logcall Riverside: spoke to Priya, {told}")
    for asked in ("what's on friday?", "upcoming"):
        said = team.text("Tom", asked)
        assert [name for name in named if name not in said] == []
        assert said.count("• Riverside") == len(named)


def test_two_appointments_of_one_day_are_both_named(team):
    team.say("Tom", "logcall Riverside: call fri at 10:00")
    team.say("Tom", "logcall Riverside: spoke to Priya, demo fri at 14:00")
    said = team.text("Tom", "what's on friday?")
    assert "call Fri 4 December 10:00" in said
    assert "demo 14:00" in said


def test_what_is_late_of_them_stands_beside_what_is_agreed(team):
    team.say("Tom", "logcall Riverside: spoke to Priya, she sends the plan by Fri, demo thu 10 dec at 10:00")
    assert "late" not in team.text("Tom", "upcoming")
    team.forward(days=5)
    told = "demo Thu 10 December 10:00, agreed. They promised: send the plan, 3 days late (due Fri 4 December)"
    for asked in ("upcoming", "what's on thursday?"):
        assert told in team.text("Tom", asked)
