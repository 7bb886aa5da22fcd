"""Lines of a list whose deal is a colleague's now: it is said whose, and the line is settled."""

from datetime import UTC, datetime

import pytest

from bot.cards import Line, plain_text
from tests.team import Clock, Team

MONDAY = datetime(2026, 3, 9, 7, tzinfo=UTC)


@pytest.fixture
def team(database) -> Team:
    team = Team(database, Clock(MONDAY))
    for name in ("Quill", "Fenwick"):
        team.say("Tom", f"new {name} Works, plan")
        team.say("Tom", f"log {name} Works: they like it, I send the plan today")
    return team


def done_of(team: Team, name: str):
    card = team.say("Tom", "followups").card
    line = next(block for block in card.blocks if isinstance(block, Line) and name in block.text)
    return card, next(button.command for button in line.buttons if button.label == "Done")


def test_done_on_the_list_says_whose_it_is_and_settles_the_line(team):
    card, command = done_of(team, "Quill")
    team.say("Tom", "deal give Quill to Maria")
    reply = team.say("Tom", command, on=card.key)
    told = plain_text(reply.card)
    assert reply.replaces == card.key
    assert "Quill Works is Maria's now: you gave it away." in told
    assert "✓ Gave Quill Works to Maria Keane" in told
    assert "Fenwick" in told
    assert "number" not in told


def test_the_same_of_every_button_of_that_line(team):
    card = team.say("Tom", "followups").card
    line = next(block for block in card.blocks if isinstance(block, Line) and "Quill" in block.text)
    team.say("Tom", "deal give Quill to Maria")
    for button in (*line.buttons, *line.more):
        told = plain_text(team.say("Tom", button.command, on=card.key).card)
        assert "Quill Works is Maria's now: you gave it away." in told, button


def test_the_morning_list_too(team):
    team.forward(hours=2)
    team.tick()
    card = team.inbox("Tom")[-1]
    line = next(block for block in card.blocks if isinstance(block, Line) and "Quill" in block.text)
    done = next(button.command for button in line.buttons if button.label == "Done")
    team.say("Tom", "deal give Quill to Maria")
    reply = team.say("Tom", done, on=card.key)
    told = plain_text(reply.card)
    assert reply.replaces == card.key
    assert "Quill Works is Maria's now: you gave it away." in told
    assert "✓ Gave Quill Works to Maria Keane" in told


def test_typed_it_is_answered_alone(team):
    _, command = done_of(team, "Quill")
    team.say("Tom", "deal give Quill to Maria")
    assert team.text("Tom", command) == "Quill Works is Maria's now: you gave it away."


def test_what_somebody_else_gave_away_is_no_deal_of_theirs(team):
    """As `where` answers: who did not give it away is not told who has it."""
    card, command = done_of(team, "Quill")
    team.say("Maria", "deal give Quill to Lena")
    told = plain_text(team.say("Tom", command, on=card.key).card)
    assert "That is no deal of yours. Who has it can do this, and whoever leads them." in told
    assert "Quill" not in told
    assert "Fenwick" in told


@pytest.mark.parametrize("line", ["promise kept 1", "promise kept 999", "promise moved 2 Fri"])
def test_to_somebody_else_a_promise_is_as_one_that_there_is_not(team, line):
    assert team.text("Lena", line).startswith("That is no deal of yours.")


def test_what_came_back_is_theirs_again(team):
    card, command = done_of(team, "Quill")
    team.say("Tom", "deal give Quill to Maria")
    team.say("Maria", "deal give Quill to Tom")
    assert "you gave it away" not in plain_text(team.say("Tom", command, on=card.key).card)
