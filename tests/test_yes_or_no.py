"""The yes-or-no message counts when it went out, however that is said; another message is asked about, once."""

import pytest

from bot.cards import Buttons
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    """With a deal to which the yes-or-no message is due."""
    team = Team(database)
    team.say("Tom", "new Kestrel")
    team.say("Tom", "logcall Kestrel: Priya said “we like it”")
    for days in (7, 7, 14):
        team.forward(days=days)
        team.say("Tom", "done Kestrel voicemail")
    team.forward(days=7)
    return team


@pytest.mark.rule("H36")
def test_the_button_under_its_words_counts_it(team):
    blocks = team.say("Tom", "words Kestrel").card.blocks
    sent = next(block for block in reversed(blocks) if isinstance(block, Buttons)).buttons[0]
    assert sent.label == "I sent it"
    assert "yes-or-no message sent" in team.text("Tom", sent.command)


@pytest.mark.rule("H36")
@pytest.mark.parametrize("line", ["done Kestrel", "done Kestrel email", "done Kestrel message"])
def test_a_message_while_it_is_due_is_asked_about_once(team, line):
    assert "was it the yes-or-no message?" in team.text("Tom", line)
    assert "yes-or-no message sent" in team.text("Tom", "yes")


@pytest.mark.rule("H36")
@pytest.mark.parametrize(("line", "says"), [("done Kestrel", "message left"), ("done Kestrel email", "email sent")])
def test_another_message_is_that(team, line, says):
    team.say("Tom", line)
    assert f"Kestrel: {says}" in team.text("Tom", "no")


@pytest.mark.parametrize("line", ["done Kestrel voicemail", "done Kestrel no answer"])
def test_what_is_no_message_is_not_asked_about(team, line):
    assert "✓ Kestrel" in team.text("Tom", line)


@pytest.mark.parametrize(
    "line",
    [
        "sent the yes or no message to priya",
        "i just sent the yes-or-no email to Kestrel",
        "sent the yes/no message to Priya",
    ],
)
def test_it_is_told_in_plain_words(team, line):
    assert "Kestrel: yes-or-no message sent" in team.text("Tom", line)
