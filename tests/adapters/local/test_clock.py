"""A trial's clock that was moved, and a platform that is set up afterwards on the same database."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.local.clock import MovableClock, leave_moved
from adapters.local.sample import seed
from scheduler.digests import decide_due
from scheduler.planning import ClockIsBehind

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)


@pytest.fixture
def tried(sqlite_url, open_database):
    """Two next mornings were looked at on the page."""
    database = open_database(sqlite_url)
    seed(database, NOW)
    clock = MovableClock(database, lambda: NOW)
    for days in (1, 4):
        clock.move_to(NOW + timedelta(days=days))
        decide_due(database, clock())
    return database


def test_without_a_word_the_bot_would_wait_for_days(tried):
    with pytest.raises(ClockIsBehind):
        decide_due(tried, NOW + timedelta(minutes=1))


def test_the_page_is_off_and_the_time_is_the_machines_again(tried):
    leave_moved(tried, NOW)
    decide_due(tried, NOW + timedelta(minutes=1))
    assert MovableClock(tried, lambda: NOW)() == NOW


def test_a_clock_that_was_never_moved_is_left_alone(sqlite_url, open_database):
    database = open_database(sqlite_url)
    seed(database, NOW)
    decide_due(database, NOW)
    before = database.operate(lambda operator: operator.mornings.marks())
    leave_moved(database, NOW + timedelta(days=1))
    assert database.operate(lambda operator: operator.mornings.marks()) == before
