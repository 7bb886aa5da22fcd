"""The day on which a deal is on the list is a day that has one, wherever it is told: in the read-back, on the deal, of a day before."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cards import plain_text
from tests.settled import settled
from tests.team import Clock, Team

FRIDAY = datetime(2026, 5, 8, 14, tzinfo=UTC)


@pytest.fixture
@settled
def team(database):
    team = Team(database, Clock(FRIDAY))
    team.text("Tom", "new Acme, 40 seats")
    return team


def test_the_deal_names_the_day_that_the_read_back_names(team):
    said = team.text("Tom", "logcall Acme: we like it, I send the case study tomorrow")
    assert "Back on your list: Mon 11 May" in said
    assert "on the list Mon 11 May" in team.text("Tom", "where Acme")
    team.forward(days=3)
    assert "on the list Mon 11 May" in team.text("Tom", "where Acme on Fri 8 May")


def test_whoever_reads_it_the_owners_days_off_count(team):
    team.text("Tom", "off Mon 11 May")
    team.text("Maria", "off Tue 12 May")
    assert "Back on your list: Tue 12 May" in team.text("Tom", "logcall Acme: I send the case study tomorrow")
    assert "on Tom's list to call Tue 12 May" in team.text("Maria", "where Acme")


def test_the_word_after_a_silent_week_names_it_too(team):
    """That week begins on a Tuesday: Mon 25 May is a bank holiday."""
    team.text("Tom", "logcall Acme: voicemail")
    team.forward(days=1)
    team.until(FRIDAY + timedelta(days=7))
    team.text("Tom", "logcall Acme: I send the case study on Sat 30 May")
    team.forward(days=1)
    team.until(FRIDAY + timedelta(days=18))
    told = "\n".join(map(plain_text, team.inbox("Tom")))
    assert "Nothing is due. Next on your list: Mon 1 June." in told
