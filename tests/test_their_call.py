"""A call of theirs at an hour is an appointment, and a deadline that is past is asked about."""

import pytest

from bot.cards import plain_text
from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    made.say("Tom", "new Quill")
    return made


@pytest.mark.parametrize(
    "line",
    [
        "he calls me Tue 10am", "Dana will call me back Tue at 10", "she rings us Tue 10:00", "“I will call you Tue at 10”",
        "she promised to give me a call Tue 10am", "call back by Tue 10:00",
    ],
)  # fmt: skip
def test_a_call_of_theirs_at_an_hour_is_the_next_step(team, line):
    said = team.text("Tom", f"logcall Quill: {line}")
    assert "Next step: call Tue 17 March at 10:00" in said
    assert "Back on your list: Tue 17 March: call 10:00, agreed" in said
    assert "They will" not in said


def test_the_same_in_the_form(team):
    said = plain_text(
        team.say("Tom", "logcall", {"deal": "Quill", "said": "ok", "theirs": "call back by Wed 10:00", "ours": ""}).card
    )
    assert "Next step: call Wed 18 March at 10:00" in said
    assert "Noted: call back by Wed 10:00" in said


def test_of_two_days_that_it_may_be_the_hour_is_kept(team):
    assert "[Thu 19 March: next 1 call 2026-03-19 17:00]" in team.text("Tom", "logcall Quill: he calls me Thu 5pm")


def test_beside_another_step_the_hour_stays_in_the_promise(team):
    said = team.text("Tom", "logcall Quill: demo Fri 11:00, she will call me Tue 10am")
    assert "They will: call me at 10:00, Tue 17 March" in said
    assert "Next step: demo Fri 13 March at 11:00" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("he calls me Tue", "They will: call me, Tue 17 March"),
        ("he calls her boss Tue 10am", "They will: call her boss, Tue 17 March"),
        ("she sends the order Tue 10am", "They will: send the order, Tue 17 March"),
        ("I call her Tue 10:00", "Next step: call Tue 17 March at 10:00"),
    ],
)
def test_what_has_no_hour_or_is_no_call_to_us_stays_what_it_was(team, line, said):
    assert said in team.text("Tom", f"logcall Quill: {line}")


@pytest.mark.parametrize(
    "promise", ["sign by yesterday", "sign by last Friday", "sign yesterday", "pay by Fri, sign by yesterday"]
)
def test_a_deadline_that_is_past_is_marked_in_the_form(team, promise):
    form = team.say("Tom", "logcall", {"deal": "Quill", "said": "ok", "theirs": promise, "ours": ""}).form
    assert "past" in next(one.error for one in form.fields if one.name == "theirs")


def test_and_asked_about_in_a_line(team):
    said = team.text("Tom", "logcall Quill: they sign by yesterday")
    assert "“by yesterday” is past. Which day is “sign” due?" in said


@pytest.mark.parametrize("line", ["should have signed by yesterday", "said he would send it by yesterday and did not"])
def test_what_was_due_and_is_told_is_no_promise(team, line):
    assert "is past" not in team.text("Tom", f"logcall Quill: {line}")
