"""What is only noted, put right or told of their absence is no call: it stands on the card, and counts in no figure."""

import pytest

from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    for line in ("new Acme, Dana", "logcall Acme: Dana said they like it", "logcall Acme: no answer"):
        made.say("Tom", line)
        made.forward(minutes=30)
    return made


@pytest.mark.parametrize(
    "line",
    ["Acme: note: they have 40 seats", "Acme: fyi they moved office", "Acme: correction, it's 50 seats not 40", "logcall Acme: note: they have 40 seats", "logcall Acme: Dana is away until Monday"],
)  # fmt: skip
def test_a_note_counts_as_no_call(team, line):
    assert "noted Thu 12 March" in team.logged(line)
    assert "Effort: 2 calls or messages" in team.text("Tom", "where Acme")
    assert "You, today: 2 calls and messages" in team.text("Tom", "how many calls did I make today")


@pytest.mark.parametrize("line", ["logcall Acme: budget is 40k", "logcall Acme: spoke to Dana, note: 40 seats", "logcall Acme: voicemail, Dana is away until Monday", "logcall Acme: correction: Dana called back, it's 50 seats"])  # fmt: skip
def test_what_tells_of_a_call_or_was_logged_as_one_counts(team, line):
    team.logged(line)
    assert "Effort: 3 calls or messages" in team.text("Tom", "where Acme")


def test_before_the_press_it_says_that_it_is_no_call(team):
    assert "It would keep: no call, a note" in team.text("Tom", "Acme: note: they have 40 seats")


@pytest.mark.parametrize("line", ["logcall Acme: note: they have 40 seats", "logcall Acme: forgot to call Dana", "logcall Acme: need to check the stock", "logcall Acme: Dana hasn't called back"])  # fmt: skip
def test_a_note_moves_no_clock(team, line):
    told = [one for one in team.text("Tom", "where Acme").splitlines() if one.startswith(("Next:", "Last contact:"))]
    assert len(told) == 2
    assert "noted Thu 12 March" in team.logged(line)
    assert [one for one in told if one not in team.text("Tom", "where Acme")] == []


def test_with_whom_nobody_spoke_nobody_has_spoken_by_a_note(team):
    team.say("Tom", "new Borealis, Ida Nord")
    team.say("Tom", "logcall Borealis: forgot to call Ida")
    assert "nobody knows yet" in team.text("Tom", "where Borealis")
    assert "Last contact: none on record" in team.text("Tom", "where Borealis")
