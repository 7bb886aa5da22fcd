"""Whose turn it is, as the bot answers a logged line: what they ask of sellers, people of ours, a paper that lies with one side. Today is Thu 12 March 2026."""

import pytest

from tests.settled import settled
from tests.team import Team

ONE_DATABASE = True


@pytest.fixture
@settled
def team(database) -> Team:
    team = Team(database)
    team.say("Tom", "new deal with Vantaa Dental, Karin Lind")
    return team


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("Vantaa: Karin rang re the RFI: answers in by 3/20", "answers"),
        ("Vantaa: Karin sent their tender, bids due 3/20", "bids"),
        ("Vantaa: spoke to Karin, our legal turns the MSA by 3/20", "MSA"),
        ("Vantaa: spoke to Karin, the draft's with me till 3/20", "draft"),
    ],
)
def test_what_is_ours_is_put_down_as_ours(team, line, ours):
    told = team.logged(line)
    assert f"{ours}, Fri 20 March" in told.partition("You will: ")[2].splitlines()[0]
    assert "They will" not in told


def test_what_bidders_hear_is_no_promise(team):
    told = team.logged("Vantaa: spoke to Karin, finalists hear 3/20")
    assert "Noted: finalists hear 3/20" in told
    assert "will:" not in told


def test_a_return_is_after_the_absence(team):
    told = team.logged("Vantaa: Karin away apr 6-17, back the 20th")
    assert "Away: Karin, from Mon 6 April, back Mon 20 April" in told


def test_a_paper_that_lies_with_them_is_theirs_to_send(team):
    told = team.logged("Vantaa: spoke to Karin, the draft is with her till 3/20")
    assert "You will" not in told
    assert "draft, Fri 20 March" in told


def test_what_waits_for_their_board_is_not_due_before_it(team):
    told = team.logged("Vantaa: spoke to Karin, board sits 3/24, won't touch it before")
    assert "24 March" in told.partition("Back on your list: ")[2].splitlines()[0]
    assert "won't touch it before" in told
