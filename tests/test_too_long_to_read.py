"""A line that is longer than is read says where it stopped: nothing is promised in silence."""

from time import perf_counter

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Team

SAID = "too long for me to read to the end"


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Harbour Foods")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "they showed us the night shift. " * 60 + "She signs on Friday.", "item seven is fine; " * 40 + "she signs Friday",
        "she likes it. " + "detail " * 80 + "and she signs on Friday",
    ],
    ids=["many words", "many clauses", "one long clause"],
)  # fmt: skip
def test_what_was_not_read_is_told(team, line):
    told = plain_text(team.say("Tom", f"logcall Harbour Foods: {line}").card)
    assert SAID in told
    assert "logcall Harbour Foods: she signs Fri" in told


@pytest.mark.parametrize("line", ["she signs on Friday", "they showed us the night shift. " * 20])
def test_what_was_read_whole_says_nothing_of_it(team, line):
    assert SAID not in plain_text(team.say("Tom", f"logcall Harbour Foods: {line}").card)


@pytest.mark.parametrize(
    "line",
    ["when is the demo with " + ". " * 2000 + ",", ". " * 2000 + "x", "is " + "dana " * 800 + "away!", "a, " * 1300],
    ids=["a question", "dots", "one name", "commas"],
)  # fmt: skip
def test_a_pasted_text_holds_nobody_up(team, line):
    began = perf_counter()
    team.text("Tom", line)
    assert perf_counter() - began < 1.5  # seconds; the first of them took six
