"""A day is taken only where it can be one alone; where it has two readings the days are asked, with what was to be then."""

from datetime import UTC, datetime

import pytest

from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
MONDAY = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture
@settled
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


def test_a_drawn_picture_hides_no_day(team):
    team.say("Tom", "next Testa 5 jan 15:00")
    answer = team.text("Tom", "logcall Testa: Maja called, moved our call from 5 jan to 4 jan 9:30 💪")
    assert "Next step: call Mon 4 January 2027 at 09:30" in answer
    assert "Next step: demo Wed 6 January 2027" in team.text("Tom", "logcall Testa: demo on 6 jan :tada:")


@pytest.mark.parametrize(
    "told", ["Ivan's counts will come next week instead", "the counts are now coming on fri 11 dec"]
)
def test_what_comes_on_another_day_moves_the_promise_that_it_names(team, told):
    team.say("Tom", "logcall Testa: Maja sends Ivan's counts by thursday")
    answer = team.text("Tom", f"logcall Testa: Maja called, {told}, and btw she was friendly")
    assert "They will: send Ivan's counts, Fri 11 December (moved once, from Thu 3 December)" in answer


@pytest.mark.parametrize(
    ("told", "on"),
    [
        ("spoke on 1 Nov, he said wait", "call Sun 1 November"),
        ("met Maja on 12 October, she sends the specs", "meeting Mon 12 October"),
        ("talked to her 3 nov and she liked it", "call Tue 3 November"),
        ("spoke to her about 4 May launch", "call Mon 30 November"),
    ],
)
def test_a_call_that_is_told_with_its_date_is_of_that_day(team, told, on):
    assert f"Logged: Testa, Maja, {on}" in team.text("Tom", f"logcall Testa: {told}")


def test_a_time_of_several_days_is_no_agreed_day_and_its_day_is_asked(team):
    answer = team.text("Tom", "logcall Testa: spoke to Maja, meeting next week")
    assert "Next step: meeting Mon 7 December, its day is still open" in answer
    assert "Which day is the meeting?" in answer
    assert "Thu 10 December: next 1 meeting 2026-12-10" in answer
    assert "agreed" not in team.text("Tom", "where Testa").partition("Next:")[2].partition("\n")[0]


def test_a_wish_for_a_part_of_a_month_comes_back_on_its_first_day(team):
    answer = team.text("Tom", "logcall Testa: she wants to talk mid january")
    assert "Next step: call Mon 11 January 2027, their wish, not agreed yet" in answer
