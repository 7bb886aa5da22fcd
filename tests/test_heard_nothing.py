""" "Nothing" says that nobody has been heard of: it is no conversation, and begins no chase anew. It is Thu 12 March 2026 at first."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database):
    """Two touches without an answer: the list asks whether they have been in touch."""
    team = Team(database)
    team.say("Tom", "new deal with Bluepeak, Marcus Hale")
    team.say("Tom", "logcall bluepeak: marcus likes it")
    for touch in ("email", "voicemail"):
        team.forward(days=8)
        team.say("Tom", f"done bluepeak {touch}")
    team.forward(days=17)
    assert "Heard anything from Marcus since?" in team.text("Tom", "followups")
    return team


@pytest.mark.parametrize(
    "line",
    ["bluepeak nothing", "bluepeak: nothing yet", "marcus: still nothing", "bluepeak no news", "marcus - not a word", "logcall bluepeak: nothing",
     "logcall bluepeak: no word from him yet", "bluepeak haven't heard anything", "nothing", "no, nothing yet"],
)  # fmt: skip
def test_nothing_is_no_conversation(team, line):
    said = team.text("Tom", line)
    assert "Logged" not in said
    assert "Log that with" not in said
    why = team.text("Tom", "why bluepeak")
    assert "call Thu 12 March" in why or "You last spoke Thu 12 March" in why, why
    assert "Heard anything" not in team.text("Tom", "followups"), "it is asked once"


def test_one_of_several_lines_may_say_nothing(team):
    team.say("Tom", "new deal with Umbra, Priya Nair")
    said = team.text("Tom", "bluepeak: nothing\numbra: priya likes the plan")
    assert "Bluepeak, Marcus, call" not in said
    assert "Last contact: Sat 28 March" in team.text("Tom", "where bluepeak")


@pytest.mark.parametrize(
    "line", ["logcall bluepeak: nothing new, I call him Fri", "logcall bluepeak: nothing but praise from marcus"]
)
def test_more_than_nothing_is_a_call(team, line):
    assert "Logged: Bluepeak" in team.text("Tom", line)
