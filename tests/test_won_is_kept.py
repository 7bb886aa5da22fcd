"""Who orders has done what they promised towards it; what is due only after the deal ended is counted for nobody."""

from datetime import UTC, datetime

import pytest

from bot.cards import plain_text
from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    made.say("Tom", "new Acme, Dana")
    made.say("Tom", "logcall Acme: Dana signs by Mon, she sends the floor plan by Wed, I send the keys by Fri 20 March")
    made.forward(days=1)
    return made


@pytest.mark.parametrize("line", ["won Acme", "Acme signed", "Acme: Dana signed, 12k", "Acme: Dana sent the signed contract back"])  # fmt: skip
def test_the_promise_to_sign_is_kept_by_the_order_and_ours_stay(team, line):
    assert "They did: sign" in team.text("Tom", line)
    assert "We promised: send the keys, Fri 20 March" in team.text("Tom", "where Acme")
    team.until(datetime(2026, 3, 25, 14, tzinfo=UTC))
    assert "They kept 1 of 1" in team.text("Tom", "does it work")


def test_undoing_the_win_opens_the_promise_again(team):
    team.press(team.say("Tom", "won Acme"), "Undo")
    assert "They promised: sign, Mon 16 March" in team.text("Tom", "where Acme")


def test_of_what_was_missed_before_the_deal_ended_they_still_kept_none(team):
    team.until(datetime(2026, 3, 17, 14, tzinfo=UTC))
    team.say("Tom", "lost Acme: too dear")
    team.until(datetime(2026, 3, 25, 14, tzinfo=UTC))
    assert "They kept 0 of 1" in plain_text(team.say("Tom", "does it work").card)
