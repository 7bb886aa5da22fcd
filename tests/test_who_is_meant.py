"""Whom a line means, and who spoke: a name decides, a word is nobody, and where two fit it is asked."""

import pytest

from bot.cards import plain_text
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database):
    return Team(database)


def told(team, *lines):
    """What the last of these lines is answered; a call that is offered is logged."""
    for line in lines:
        reply = team.say("Tom", line)
        reply = team.press(reply, "Yes, log it") if "Yes, log it" in str(reply.card) else reply
    return plain_text(reply.card)


_TWO_DEALS = (
    "new deal with Lambda Dental, Erik Holm", "new deal with Sigma Dental, Ruth Cole",
    "logcall Lambda: Erik signs by the 16th", "logcall Sigma: Ruth sends the order form by Fri",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("actually Erik said the 17th not the 16th", "Lambda Dental: sign, now Tue 17 March"),
        ("actually for Erik it's the 17th", "Lambda Dental: sign, now Tue 17 March"),
        ("actually the 18th, not the 16th, for lambda", "Lambda Dental: sign, now Wed 18 March"),
        ("no, the 17th not the 16th", "Lambda Dental: sign, now Tue 17 March"),
        ("sorry, lambda is the 17th", "Lambda Dental: sign, now Tue 17 March"),
        ("no, the 17th", "Sigma Dental: send the order form, now Tue 17 March"),
        ("actually ruth said monday", "Sigma Dental: send the order form, now Mon 16 March"),
        ("no wed not fri", "Sigma Dental: send the order form, now Wed 18 March"),
    ],
)
def test_a_correction_is_about_whom_or_what_it_names(team, line, answer):
    assert answer in told(team, *_TWO_DEALS, line)


def test_a_correction_that_fits_two_is_asked(team):
    asked = told(team, *_TWO_DEALS, "logcall Sigma: Ruth sends the plan by the 16th", "no, the 17th not the 16th")
    assert "send the plan, now Tue 17 March" in asked  # the last thing done has that day
    asked = told(
        team,
        "new deal with Tau Dental, Erik Frost",
        "logcall Tau: Erik pays by the 19th",
        "actually for erik it's the 20th",
    )
    assert "Which one is for 20th?" in asked
    assert "Lambda Dental" in asked


def test_a_correction_of_another_day_is_about_whom_it_names(team):
    for line in _TWO_DEALS:
        team.say("Tom", line)
    team.forward(days=1)
    assert "Lambda Dental: sign, now Wed 18 March" in told(
        team, "logcall Sigma: Ruth likes it", "actually erik said the 18th"
    )
