"""A voicemail names a day on which you call: one press keeps it, and nothing else does."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Kestrel")
    team.say("Tom", "logcall Kestrel: Dana said “we like it”")
    team.forward(days=7)
    return team


def test_the_day_that_the_text_names_is_one_press_away(team):
    assert "Otherwise I'll call you on Monday at ten." in team.text("Tom", "words Kestrel")
    buttons = team.say("Tom", "done Kestrel vm").card.blocks[0].buttons
    call = next(button for button in buttons if button.label == "Call Mon 23 March at ten")
    assert "Kestrel: on your list Mon 23 March" in team.text("Tom", call.command)
    assert "the voicemail says that you call at ten" in team.text("Tom", "why Kestrel")


@pytest.mark.parametrize("line", ["done Kestrel email", "done Kestrel no answer"])
def test_what_is_no_voicemail_offers_none(team, line):
    assert "Call " not in team.text("Tom", line)


def test_where_a_step_stands_none_is_offered(team):
    team.say("Tom", "next Kestrel demo 25 March")
    assert "Call " not in team.text("Tom", "done Kestrel vm")
