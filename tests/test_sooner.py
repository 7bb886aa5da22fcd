"""A day inside the gap that the rhythm keeps needs its reason: three presses, or words of one's own (H19, voice.md 1.11)."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True

WHY = "Acme: last spoke Thu 12 March, so it would be back on Thu 19 March. Why Fri 13 March already?"


@pytest.fixture
@settled
def team(database) -> Team:
    made = Team(database)  # Thu 12 March 2026
    made.say("Tom", "new Acme, 40 seats")
    made.say("Tom", 'logcall Acme: Dana said "we like it"')
    return made


@pytest.mark.rule("H19")
def test_a_day_inside_the_gap_is_asked_about_and_nothing_is_moved_yet(team):
    card = team.say("Tom", "later Acme tomorrow").card
    assert WHY in team.text("Tom", "later Acme tomorrow")
    assert [button.label for block in card.blocks for button in getattr(block, "buttons", ())] == [
        "They asked", "Something new", "Another reason",
    ]  # fmt: skip
    assert "on the list Thu 19 March" in team.text("Tom", "where Acme")


@pytest.mark.rule("H19")
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("because they asked", "they asked for Fri 13 March"),
        ("because something new", "something new for them, Fri 13 March"),
        ("because another reason", "you asked for Fri 13 March"),
        ("because the board meets Thursday", "you asked for Fri 13 March: the board meets Thursday"),
    ],
)
def test_with_its_reason_it_holds_and_the_list_says_it(team, typed, why):
    team.say("Tom", f"later Acme tomorrow {typed}")
    told = team.text("Tom", "where Acme")
    assert "on the list Fri 13 March" in told
    assert why in told
    team.forward(days=1)
    assert f"Acme, Dana: {why}" in team.text("Tom", "followups")


def test_it_is_taken_back_like_everything_else(team):
    team.say("Tom", "later Acme tomorrow because they asked")
    team.say("Tom", "undo")
    assert "on the list Thu 19 March" in team.text("Tom", "where Acme")


def test_a_day_after_the_rhythms_own_needs_no_reason(team):
    assert "on your list Fri 20 March" in team.text("Tom", "later Acme Fri 20 March")


def test_a_promise_of_ours_or_an_agreed_day_is_reason_enough(team):
    team.say("Tom", "next Acme Wed 10:00")
    assert "on your list Tue 17 March" in team.text("Tom", "later Acme Tue 17 March")
