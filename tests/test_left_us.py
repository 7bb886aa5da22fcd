"""A voicemail of theirs is theirs, and what they wrote is told as what they will do. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new deal with Strandgade Advokater, Mette Holm")
    return team


@pytest.mark.parametrize(
    "line",
    [
        "mette left a voicemail", "mette left me a message, wants a lower price", "got a voicemail from mette", "logcall Strandgade: she left me a voice note", "strandgade left a voicemail",
        "mette left another vm", "logcall Strandgade: voicemail from her, wants the prices", "mette just left us a voice message",
    ],
)  # fmt: skip
def test_they_were_in_touch(team, line):
    team.say("Tom", "logcall Strandgade: mette will call fri")
    told = team.logged(line)
    assert "they got in touch" in told
    assert "They did: call" in told


@pytest.mark.parametrize("line", ["i left mette a voicemail", "left voicemail for mette", "mette: left a voicemail", "mette, left vm", "logcall Strandgade: called, left a message", "mette: got her voicemail"])  # fmt: skip
def test_ours_is_a_try(team, line):
    assert "they got in touch" not in team.logged(line)
    assert "1 message left, no answer" in team.text("Tom", "where strandgade")


@pytest.mark.parametrize(
    ("line", "will"),
    [
        ("mette strandgade texted she signs", "sign ("), ("mette strandgade texted that she signs fri", "sign, Fri 13 March"), ("mette mailed that she signs fri", "sign, Fri 13 March"),
        ("mette from strandgade messaged me she pays fri", "pay, Fri 13 March"), ("mette whatsapped she sends the po fri", "send the po, Fri 13 March"), ("mette wrote that she will sign fri", "sign, Fri 13 March"),
    ],
)  # fmt: skip
def test_what_they_wrote_that_they_do(team, line, will):
    assert f"They will: {will}" in team.logged(line)
