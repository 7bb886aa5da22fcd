"""A question that came up stays on the deal until it was asked, and is in the texts until then (H12)."""

import pytest

from bot.cards import Draft
from tests.settled import settled
from tests.team import Team

ASK = "question Acme: do your agency pickers share a login?"


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026
    made.say("Tom", "new Acme, night shift")
    made.say("Tom", 'logcall Acme: Dana said "we like it", she gets the counts by 20 March')
    return made


def drafts(team: Team, line: str) -> str:
    return "\n".join(block.text for block in team.say("Tom", line).card.blocks if isinstance(block, Draft))


@pytest.mark.rule("H12")
def test_it_is_in_the_letter_of_the_day_and_in_the_next_texts(team):
    assert drafts(team, ASK).count("One question came up since: do your agency pickers share a login?") == 1
    team.forward(days=4)
    assert "One question came up since: do your agency pickers share a login?" in drafts(team, "words Acme")
    assert "Ask\n• do your agency pickers share a login?" in team.text("Tom", "prep Acme")
    assert "one question came up since: do your agency pickers share a login?" in team.text("Tom", "prep Acme")
    assert "To ask them: do your agency pickers share a login?" in team.text("Tom", "where are we on Acme?")


@pytest.mark.rule("H12")
@pytest.mark.parametrize("line", ["ask Acme: who signs?", "question Acme: who signs", "question 1: who signs?"])
def test_it_is_typed_in_a_few_ways(team, line):
    assert "to ask them, “who signs?”" in team.text("Tom", line)


@pytest.mark.rule("H12")
def test_it_is_off_once_it_was_asked_and_back_when_that_is_undone(team):
    team.say("Tom", ASK)
    assert "asked, “do your agency pickers share a login?”" in team.text("Tom", "question Acme asked")
    assert "came up since" not in drafts(team, "words Acme")
    assert "No question for them is open." in team.text("Tom", "question Acme")
    team.say("Tom", "undo")
    assert "came up since" in drafts(team, "words Acme")


@pytest.mark.rule("H12")
def test_one_of_several_is_pressed_off(team):
    team.say("Tom", ASK)
    team.say("Tom", "question Acme: who signs?")
    letter = drafts(team, "words Acme")
    assert "Two questions came up since. Do your agency pickers share a login? Who signs?" in letter
    first = next(button for line in team.say("Tom", "question Acme").card.blocks for button in line.buttons)
    team.say("Tom", first.command)
    assert "came up since: who signs?" in drafts(team, "words Acme")


@pytest.mark.rule("H12")
def test_three_are_enough_and_none_twice(team):
    for text in ("who signs", "who else sees it", "what runs today"):
        team.say("Tom", f"question Acme: {text}?")
    assert "3 questions are enough for one text" in team.text("Tom", "question Acme: when is the audit?")
    assert "To ask Acme" in team.text("Tom", "question Acme: who signs?")


@pytest.mark.rule("H12")
@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("any updates?", "is on the wall"),
        (" ".join(["word"] * 19), "18 words at most"),
        ("is she still in hospital?", "better asked in person"),
    ],
)
def test_what_no_text_may_hold_is_not_put_down(team, asked, answer):
    assert answer in team.text("Tom", f"question Acme: {asked}")


@pytest.mark.rule("H12")
def test_a_question_about_them_is_put_to_them(team):
    assert "“does your team share a login?”" in team.text("Tom", "question Acme: does her team share a login")


@pytest.mark.rule("H12")
def test_it_decides_nothing_about_the_deal(team):
    team.say("Tom", "logcall Acme: Dana said no, they stay with what they have")
    before = team.text("Tom", "where are we on Acme?")
    team.say("Tom", "question Acme: what decided it?")
    assert before.splitlines()[0] == team.text("Tom", "where are we on Acme?").splitlines()[0]


def test_nobody_asks_on_a_deal_that_is_not_theirs(team):
    assert "asked" not in team.text("Omar", "question Acme: who signs?")
    assert "No question for them is open." in team.text("Tom", "question Acme")
