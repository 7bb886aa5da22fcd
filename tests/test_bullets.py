"""A list's bullets say nothing, in a line, a message or a field of the form; a line of another deal is asked about."""

import pytest

from bot.cards import plain_text
from bot.reading.words.bullets import without_bullets
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
POINTS = "{0} she checks with finance by Fri\n{0} I send the plan tomorrow"


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)  # Thu 12 March 2026
    for line in ("new Acme", "new Globex"):
        team.say("Tom", line)
    return team


def _told(text: str) -> None:
    assert "check with finance, Fri 13 March" in text
    assert "send the plan, Fri 13 March" in text
    assert "•" not in text
    assert "Noted: 1" not in text


@pytest.mark.parametrize("bullet", ["•", "-", "*", "▪", "1.", "2)"])
def test_a_message_that_is_a_list_is_read_like_its_lines(team, bullet):
    _told(plain_text(team.say("Tom", "logcall", {"deal": "Acme", "line": POINTS.format(bullet)}).card))


@pytest.mark.parametrize("head", ["Acme: ", "Acme:\n", "Acme\n"])
def test_so_is_a_line_with_its_points_behind_each_other(team, head):
    _told(team.text("Tom", f"logcall {head}• she checks with finance by Fri • I send the plan tomorrow"))


def test_a_forms_fields_may_be_lists(team):
    fields = {
        "deal": "Acme",
        "said": "• we like it",
        "theirs": "• check with finance by Fri\n• ask legal",
        "ours": "1. send the plan tomorrow",
    }
    told = plain_text(team.say("Tom", "logcall", fields).card)
    assert "check with finance, Fri 13 March" in told
    assert "send the plan, Fri 13 March" in told
    assert "ask legal" in told
    assert "•" not in told


def test_a_heading_is_nobody(team):
    told = plain_text(team.say("Tom", "logcall", {"deal": "Acme", "line": "Notes:\n" + POINTS.format("•")}).card)
    _told(told)
    assert "Acme, Notes" not in told


def test_a_line_of_another_deal_is_asked_about_and_nothing_is_lost(team):
    line = "Acme: Dana likes it\nGlobex: they said no budget until June"
    reply = team.say("Tom", "logcall", {"deal": "Acme", "line": line})
    assert reply.form is not None
    (field,) = (one for one in reply.form.fields if one.name == "line")
    assert field.value == line
    assert "“Globex: they said no budget until June” is about another deal" in field.error
    assert "no call is on record" in team.text("Tom", "where are we on Globex")


def test_what_is_no_bullet_stays():
    assert without_bullets("12 seats\n- 3 degrees\n3.5 t, 2 * 3") == "12 seats\n3 degrees\n3.5 t, 2 * 3"
