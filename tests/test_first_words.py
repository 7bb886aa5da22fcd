"""Words for somebody who was never reached claim nothing that is not so."""

import pytest

from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    made.say("Tom", "new Borealis")
    return made


@pytest.mark.parametrize(
    ("tries", "said"),
    [
        (["vm"], "I left you a voicemail yesterday."),
        (["vm", "vm"], "I left you a voicemail yesterday."),
        (["vm", "no answer"], "I left you a voicemail yesterday."),
        (["message"], "I left a message for you yesterday."),
        (["email"], "I wrote to you yesterday."),
        (["no answer"], "We have not spoken before."),
    ],
)
def test_what_they_may_have_heard_is_said_once_and_nothing_of_the_rest(team, tries, said):
    for how in tries:
        team.say("Tom", f"done Borealis {how}")
    team.forward(days=1)
    words = team.text("Tom", "words Borealis")
    assert words.count(said) == 1
    assert "first time" not in words


def test_what_a_colleague_left_is_not_ours(team):
    team.say("Maria", "done Borealis vm")
    team.forward(days=1)
    assert "I left you a voicemail" not in team.text("Tom", "words Borealis")
