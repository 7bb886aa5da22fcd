"""A call that was logged with the wrong deal goes to the other by one press, and what is cancelled is dropped. Today is Thu 12 March 2026."""

import pytest

from bot.cards import plain_text
from bot.playbook.parts import an
from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new deal with Lysaker Eiendom, Nils Dahl")
    team.say("Tom", "new deal with Fjordkraft Kontor, Lars Haugen")
    return team


@pytest.mark.parametrize(
    "fix", ["not lysaker, it's fjordkraft", "sorry, fjordkraft not lysaker", "oops not lysaker, i meant fjordkraft", "no, it was fjordkraft, not lysaker", "not nils, it was lars", "no, that was Fjordkraft"]
)  # fmt: skip
def test_the_call_goes_to_the_deal_that_was_meant(team, fix):
    team.say("Tom", "logcall Lysaker: they want 3 more coolers, i send the quote Mon")
    asked = team.say("Tom", fix)
    assert "Was that Fjordkraft Kontor?" in plain_text(asked.card)
    told = plain_text(team.press(asked, "Yes, Fjordkraft Kontor").card)
    assert "Logged: Fjordkraft Kontor, Lars, call Thu 12 March" in told
    assert "You will: send the quote, Mon 16 March" in told
    assert "Last contact: none" in team.text("Tom", "where lysaker")


def test_a_try_goes_there_as_well(team):
    team.say("Tom", "lysaker: left vm")
    asked = team.say("Tom", "not lysaker, it's fjordkraft")
    assert "Fjordkraft Kontor, Lars, voicemail" in plain_text(team.press(asked, "Yes, Fjordkraft Kontor").card)


@pytest.mark.parametrize(
    "line",
    ["not friday, it's monday", "not fjordkraft, it's lysaker", "lysaker is not a problem", "not sure, it's lysaker"],
)
def test_another_word_moves_no_call(team, line):
    team.say("Tom", "logcall Lysaker: they want 3 more coolers")
    assert "Was that" not in team.text("Tom", line)


@pytest.mark.parametrize(
    "line", ["cancel my call with nils", "cancel our call with lysaker", "cancel the call with nils dahl"]
)
def test_a_call_that_was_only_promised_is_one_press_from_dropped(team, line):
    team.say("Tom", "logcall Lysaker: nils will call Mon, he sends the plan Fri")
    asked = team.say("Tom", line)
    team.press(asked, "Drop “call, Mon 16 March”")
    told = team.text("Tom", "where lysaker")
    assert "They promised: send the plan, Fri 13 March" in told


def test_where_nothing_is_promised_nothing_is_offered(team):
    assert "Drop" not in team.text("Tom", "cancel my call with nils")


@pytest.mark.parametrize(("words", "told"), [("install date", "an install date"), ("demo", "a demo"), ("hour on site", "an hour on site"), ("user test", "a user test"), ("one-hour call", "a one-hour call"), ("upgrade", "an upgrade")])  # fmt: skip
def test_the_article_is_as_spoken(words, told):
    assert an(words) == told
