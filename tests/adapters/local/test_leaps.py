"""Hours that the trial's own clock was moved past are nobody's fault: no list says sorry for them, and no Monday counts them."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.local.clock import MovableClock, leave_moved
from bot.app import App
from bot.cards import plain_text
from tests.scheduler.test_digests import decisions
from tests.team import Clock, Team

THURSDAY = datetime(2026, 3, 12, 14, tzinfo=UTC)
_FAULTS = ("not running", "sorry", "did not come", "fault")


@pytest.fixture
def trial(sqlite_url, open_database):
    """The clock of the page, which runs on, and whoever uses it; Lena is an hour ahead of the others, Omar behind."""
    machine = Clock(THURSDAY)
    database = open_database(sqlite_url)
    team = Team(database, machine)
    clock = MovableClock(database, machine)
    team.clock = clock
    team.app = App(database, clock)
    for name in ("Tom", "Lena", "Omar"):
        team.say(name, f"new {name} Works")
        team.say(name, f"logcall {name} Works: I send the quote tomorrow")
    team.tick()
    return team, clock, machine


def _until(trial, moment, *, days):
    """To half past eight in London on each of the days from then on, as a press on "Next morning" does."""
    team, clock, _ = trial
    for day in range(days):
        clock.move_to(moment + timedelta(days=day))
        team.tick()
    return "\n".join(plain_text(card) for name in ("Tom", "Lena", "Omar", "Maria") for card in team.inbox(name))


def test_no_list_says_sorry_for_an_hour_that_the_clock_was_moved_past(trial):
    told = _until(trial, datetime(2026, 3, 13, 8, 30, tzinfo=UTC), days=12)
    assert told.count("Lena Works: send the quote") > 1
    assert not [word for word in _FAULTS if word in told]


def test_the_days_that_were_moved_past_are_on_record_as_that(trial):
    told = _until(trial, datetime(2026, 3, 16, 8, 30, tzinfo=UTC), days=1)
    assert not [word for word in _FAULTS if word in told]
    assert ("2026-03-13", "skipped", "leapt") in decisions(trial[0], "Tom")


def test_an_hour_in_which_the_bot_was_off_is_its_own_fault_all_the_same(trial):
    _, _, machine = trial
    machine.at = datetime(2026, 3, 13, 9, 30, tzinfo=UTC)
    assert "I was not running at that time" in _until(trial, datetime(2026, 3, 13, 10, tzinfo=UTC), days=1)


def test_two_moves_before_anybody_looked_are_one(trial):
    _, clock, _ = trial
    clock.move_to(datetime(2026, 3, 12, 20, tzinfo=UTC))
    told = _until(trial, datetime(2026, 3, 13, 9, tzinfo=UTC), days=1)
    assert "Tom Works" in told
    assert not [word for word in _FAULTS if word in told]


def test_once_the_page_is_off_nothing_is_excused_any_more(trial):
    team, _, machine = trial
    _until(trial, datetime(2026, 3, 13, 8, 30, tzinfo=UTC), days=4)
    leave_moved(team.database, machine())
    marks = team.database.operate(lambda operator: operator.mornings.marks())
    assert marks.leapt_to == machine()
