"""The bot is talked to like a colleague: a greeting hides nothing, a question is answered, and what is told plainly is logged at once."""

import pytest

from bot.cards import plain_text
from bot.commands import Nonsense, command_from
from bot.commands.own import Back, Hello
from bot.reading.greetings import letter_to, without_greeting
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
def team(database) -> Team:
    """Thursday 12 March 2026, as Tom's members know it."""
    team = Team(database)
    for line in (
        "new deal with Northwind, Sarah Lee", "new deal with Bluepeak, Marcus Hale", "new deal with Tyrell, Rachael Rosen",
        "new deal with Umbra, Priya Nair", "new deal with Hooli, Priya Shah",
    ):  # fmt: skip
        team.say("Tom", line)
    team.forward(hours=1)
    return team


def _kept(team: Team, line: str) -> str:
    """What has become of a line once its question, if it asks one, is answered with yes."""
    said = team.text("Tom", line)
    return team.text("Tom", "yes") if "Yes, log it" in said else said


@pytest.mark.parametrize(
    "greeting",
    ["hi, ", "hello ", "hey so ", "Hi there, ", "hey! ", "good morning, ", "hallo, ", "Good afternoon. "],
)  # fmt: skip
def test_a_greeting_hides_nothing_that_follows_it(team, greeting):
    said = _kept(team, f"{greeting}spoke to Marcus at Bluepeak, he signs by Friday")
    assert "They will: sign, Fri 13 March" in said


@pytest.mark.parametrize(
    "line", ["hi", "hello!", "Hey there", "hi how are you", "good morning", "hello my friend", "welcome"]
)
def test_a_greeting_alone_is_greeted(team, line):
    assert "Hello Tom." in team.text("Tom", line)


@pytest.mark.parametrize(
    ("line", "command"),
    [("back", Back()), ("back today", Back()), ("hi", Hello()), ("hello there", Hello())],
)  # fmt: skip
def test_a_command_that_stands_alone_stays_one(line, command):
    assert command_from(line) == command


def test_a_command_is_greeted_with_as_well(team):
    assert "Your open deals: 5" in team.text("Tom", "hi, my deals")
    assert "won on Thu 12 March" in team.text("Tom", "hey bluepeak signed")


@pytest.mark.parametrize(
    "line",
    ["team call with Marcus at Bluepeak, he signs by Friday", "welcome call with Marcus from Bluepeak, he signs by Friday",
     "catch up with Marcus at Bluepeak, he signs by Friday", "coming up from Marcus at Bluepeak: he signs by Friday"],
)  # fmt: skip
def test_a_sentence_is_no_command_for_its_first_word(team, line):
    assert isinstance(command_from(line), Nonsense)
    assert "They will: sign, Fri 13 March" in _kept(team, line)


def test_where_a_sentence_means_nothing_its_first_word_is_the_command(team):
    assert command_from("back from my holiday today").alone == "back"
    assert "I don't know" not in team.text("Tom", "back from my holiday today")


@pytest.mark.parametrize(
    "text", ["Hi-Tech Ltd: Dana signs", "Hills & Co called", "Hey: Dana signs", "hiking tour with Dana"]
)
def test_a_name_that_begins_like_a_greeting_is_whole(text):
    assert without_greeting(text) == text


LETTER = """Hi Tom,

thanks for the Bluepeak quote. We would like ten chairs, I will send the PO on Monday.

Regards
Marcus Hale
Bluepeak"""


def test_a_letter_to_the_member_is_what_they_wrote(team):
    asked = team.say("Tom", LETTER)
    assert "Did Bluepeak write that?" in plain_text(asked.card)
    said = plain_text(team.press(asked, "Yes, log it").card)
    assert "They will: send the PO, Mon 16 March" in said
    assert "You will" not in said
    assert "Regards" not in said


def test_a_letter_of_nobody_who_is_named_waits_for_its_deal(team):
    asked = team.text("Tom", "Hello Tom,\nwe accept your offer. I will send the PO on Monday.\nBest regards\nSam")
    assert "Whose was it?" in asked
    assert "reply Acme:" in asked
    assert "we accept your offer" in team.text("Tom", "resume")
    again = team.press(team.say("Tom", "resume"), "Go on with it")
    assert "Whose was it?" in plain_text(again.card)
    said = plain_text(team.press(again, "Hooli").card)
    assert "send the PO, Mon 16 March" in said
    assert "You will" not in said


def test_a_letter_is_one_only_to_that_name():
    assert letter_to("Tom,\nwe take ten of them", "Tom") == "we take ten of them"
    assert letter_to("Tomas, we take ten of them", "Tom") == ""
    assert letter_to("Tom signs by Friday, he says", "Tom") == ""
