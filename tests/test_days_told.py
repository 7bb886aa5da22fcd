"""A day is taken only where it can be one alone; where it has two readings the days are asked, with what was to be then."""

from datetime import UTC, datetime

import pytest

from tests.team import Clock, Team

ONE_DATABASE = True
MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture
def team(database) -> Team:
    team = Team(database, Clock(MONDAY))
    team.say("Tom", "new Testa, pump rig")
    team.say("Tom", "deal contact Testa: Maja Ek, 555 0101")
    return team


@pytest.mark.parametrize(
    ("told", "step"),
    [
        ("meeting on thu 10 at 2", "meeting Thu 10 December at 14:00"),
        ("demo at 2 on wed 9", "demo Wed 9 December at 14:00"),
        ("next call monday 2pm", "call Mon 7 December at 14:00"),
        ("we speak again monday at 2", "call Mon 7 December at 14:00"),
        ("rufe Montag um 14 Uhr wieder an", "call Mon 7 December at 14:00"),
    ],
)
def test_the_day_that_can_be_meant_alone_is_taken(team, told, step):
    assert f"Next step: {step}" in team.text("Tom", f"logcall Testa: spoke to Maja, {told}")


@pytest.mark.parametrize(
    ("told", "asked", "days"),
    [
        ("meeting on mon 11 at 2", "Which day is the meeting?", ("Mon 7 December: next 1 meeting 2026-12-07 14:00", "Fri 11 December")),
        ("demo thu 10", "Which day is the demo?", ("Thu 3 December: next 1 demo 2026-12-03", "Thu 10 December: next 1 demo 2026-12-10")),
        ("call monday 2pm", "Which day is the call?", ("Mon 30 November: next 1 call 2026-11-30 14:00", "Mon 7 December: next 1 call 2026-12-07 14:00")),
        ("she sends the specs monday 2pm", "Which day is “send the specs” due?", ("Mon 30 November", "Mon 7 December")),
    ],
)  # fmt: skip
def test_a_day_with_two_readings_is_asked_with_its_hour(team, told, asked, days):
    answer = team.text("Tom", f"logcall Testa: spoke to Maja, {told}")
    assert asked in answer
    assert "Next step" not in answer
    assert all(day in answer for day in days)


def test_a_weekday_typed_on_that_weekday_is_asked_unless_its_hour_is_over(team):
    answer = team.text("Tom", "next Testa monday 2pm")
    assert "Which day is “monday 2pm”?" in answer or "Which day is “monday”?" in answer
    assert "next 1 2026-11-30 14:00" in answer
    assert "next 1 2026-12-07 14:00" in answer
    assert "call on Mon 7 December at 09:00" in team.text("Tom", "next Testa monday 9am")
    assert "call on Mon 30 November at 14:00" in team.text("Tom", "next Testa today 2pm")
