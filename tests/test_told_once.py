"""Taste: nothing is told twice or with two marks, and who was in touch an hour ago is not quiet."""

from datetime import UTC, date, datetime

import pytest

from bot.reading.calltext import read_rest
from tests.settled import settled
from tests.team import Clock, Team

ONE_DATABASE = True
WEDNESDAY = datetime(2026, 12, 2, 9, tzinfo=UTC)


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database, Clock(WEDNESDAY))
    team.say("Tom", "new deal with Holloway, Will Grant")
    return team


@pytest.mark.parametrize(
    "told", ["will no answer", "didnt get hold of will", "tried will again, no answer", "no answer"]
)
def test_that_nobody_picked_up_is_no_note_as_well(team, told):
    said = team.text("Tom", f"logcall Holloway: {told}")
    assert "no answer Wed 2 December" in said
    assert "Noted" not in said


def test_what_stands_beside_it_stays_a_note(team):
    assert "Noted: Will is moving to sales" in team.text("Tom", "logcall Holloway: no answer, will is moving to sales")


def test_a_question_ends_with_its_own_mark(team):
    team.say("Tom", "logcall Holloway: demo agreed mon 7 dec 14:00")
    team.forward(days=6)
    assert team.text("Tom", "where holloway").splitlines()[0].endswith("demo Mon 7 December 14:00: did it take place?")


def test_who_was_in_touch_lately_is_not_quiet(team):
    team.say("Tom", "new deal with Bocom, Bo Ek")
    team.say("Tom", "logcall Holloway: spoke to Will, he likes it")
    team.forward(days=6)
    assert "Holloway" not in team.text("Tom", "who's gone quiet")
    team.forward(days=1)
    assert "Holloway" in team.text("Tom", "who's gone quiet")
    team.say("Tom", "logcall Holloway: spoke to Will, he likes it")
    team.say("Tom", "logcall Bocom: spoke to Bo, he likes it")
    assert "Nobody has gone quiet" in team.text("Tom", "who's gone quiet")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("she signs wednesday", date(2026, 12, 9)),
        ("I send the plan by wed", date(2026, 12, 9)),
        ("she signs today", date(2026, 12, 2)),
        ("she signs by eod wednesday", date(2026, 12, 2)),
        ("she signs thursday", date(2026, 12, 3)),
    ],
)
def test_the_weekday_of_today_is_that_of_next_week(line, due):
    (made,) = read_rest("X", line, WEDNESDAY.date()).promises
    assert made.due is not None
    assert made.due.on == due


def test_of_next_thursday_it_is_still_asked(team):
    assert "Which day is “sign” due?" in team.text("Tom", "logcall Holloway: spoke to Will, he signs next thursday")
