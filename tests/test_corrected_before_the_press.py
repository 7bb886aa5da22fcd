""" "No, Monday" behind a question is about the line that is asked about, and changes nothing that was done before."""

import pytest

from bot.cards import plain_text
from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    for line in ("new Acme, Dana", "next Acme demo 20 March 10:00"):
        made.say("Tom", line)
    made.forward(minutes=5)
    return made


@pytest.mark.parametrize("correction", ["no, monday", "sorry, monday", "i meant monday", "actually monday"])
@pytest.mark.parametrize("line", ["call Globex wednesday", "next Globex demo wednesday", "remind me about Globex wednesday"])  # fmt: skip
def test_a_line_about_a_new_company_has_the_other_day_once_it_is_made(team, line, correction):
    team.say("Tom", line)
    team.forward(minutes=1)
    asked = team.say("Tom", correction)
    assert f"It says now: “{line.replace('wednesday', 'monday')}”." in plain_text(asked.card)
    assert "Mon 16 March" in plain_text(team.press(asked, "Create “Globex”").card)
    assert "Fri 20 March at 10:00" in team.text("Tom", "where Acme")
    assert "Nothing is waiting" in team.text("Tom", "drafts")


def test_where_the_day_itself_is_asked_the_other_day_answers(team):
    assert "Which day is “3/4”?" in team.text("Tom", "acme meeting 3/4")
    assert "Acme: meeting on Mon 16 March" in team.text("Tom", "no, monday")


def test_a_correction_that_names_another_deal_is_of_that_deal(team):
    team.say("Tom", "call Globex wednesday")
    assert "Acme: demo on Mon 16 March at 10:00" in team.text("Tom", "no, Acme monday")


def test_a_question_that_is_newer_than_a_waiting_line_is_what_is_corrected(team):
    team.say("Tom", "maybe Dana signs wednesday")
    team.forward(minutes=1)
    team.say("Tom", "call Globex wednesday")
    team.forward(minutes=1)
    assert "call Globex monday" in team.text("Tom", "no, monday")


def test_the_same_correction_of_something_else_is_no_repeat(team):
    team.say("Tom", "new Borealis, Ines")
    team.say("Tom", "next Borealis call Wed")
    assert "Borealis: call on Mon 16 March" in team.text("Tom", "no, monday")
    team.say("Tom", "next Acme visit Wed")
    assert "Acme: visit on Mon 16 March" in team.text("Tom", "no, monday")
    assert "Already" not in team.text("Tom", "no, monday")
