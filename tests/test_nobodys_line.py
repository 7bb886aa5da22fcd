"""A plain line that tells of a call with somebody whom nobody knows is kept, and asked about; small talk is not."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True
KEPT = "Your line is kept"


@pytest.fixture
@settled
def team(database):
    team = Team(database)
    team.say("Tom", "new Harbour Foods")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "spoke w gus, he takes the twin fryer for 6,400, po comes thursday. finally!!",
        "called the riverside place, no answer",
        "had coffee with jean from the care home, she likes it",
    ],
)
def test_what_tells_of_a_call_is_kept_for_want_of_a_name(team, line):
    assert KEPT in team.text("Tom", line)
    assert line[:30] in team.text("Tom", "drafts")


@pytest.mark.parametrize(
    "line",
    ["youre useless", "good morning everyone", "the weather is great", "book a table for friday", "this is stupid"],
)
def test_small_talk_is_not(team, line):
    assert KEPT not in team.text("Tom", line)
