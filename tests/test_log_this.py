""" "Log this", typed under what others wrote: no company is called "this", and no thread is read. Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new Osprey")
    team.say("Tom", "logcall Osprey: Sam said ok")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "log this", "log that please", "logcall it", "please log this", "can you log this?", "log this thread", "log this as a call", "log the above", "log everything above", "record this",
        "save that conversation", "put this on record", "log these messages", "note this down",
    ],
)  # fmt: skip
def test_what_only_points_says_how_a_message_is_kept(team, line):
    said = team.text("Tom", line)
    assert "no thread" in said
    assert "“Log this as a call”" in said
    assert "Create" not in said
    assert line not in team.text("Tom", "drafts")


@pytest.mark.parametrize("line", ["log this for Osprey", "log it with osprey please", "log that as a call with Osprey"])
def test_the_deal_that_is_named_stands_in_the_example(team, line):
    said = team.text("Tom", line).casefold()
    assert "logcall osprey: what they said" in said
    assert "logged:" not in said


@pytest.mark.parametrize("line", ["log Osprey", "log a call", "log call", "log"])
def test_the_form_still_opens(team, line):
    assert team.say("Tom", line).form


@pytest.mark.parametrize(
    "line", ["logcall Osprey: this is going well", "log the call with Sam", "logcall Osprey: Sam said that it fits"]
)
def test_what_tells_something_is_logged(team, line):
    assert "Logged: Osprey" in team.text("Tom", line)


def test_a_deal_may_be_called_so(team):
    team.say("Tom", "new That")
    assert team.say("Tom", "log that").form
