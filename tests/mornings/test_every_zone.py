"""One decision for each member and working day, in every zone of the world; and what was wrong before is found.

`make test-release` sets TRIAL_MORNINGS=release: every zone at seven hours, and a second version of the zones' rules.
"""

import logging
import os
import sqlite3
from datetime import UTC, date, datetime, time

import psycopg
import pytest
import structlog

from bot.store import Database
from tests.mornings.judge import Verdict, rows_of
from tests.mornings.sweep import Plan, every_zone, report, sweep
from tests.mornings.world import CronWorld, ForgetfulWorld
from tests.mornings.zonefiles import Rules, write

ONE_DATABASE = True
RELEASE = os.environ.get("TRIAL_MORNINGS") == "release"
SEED = int(os.environ.get("TRIAL_SEED", "1"))
TWO = [time(0, 30), time(8, 30)]
NIGHT = [time(0, 30)]  # where clocks are moved: the hour of a day in every zone at the gate
SEVEN = [time(0), time(0, 30), time(1, 30), time(2, 30), time(3, 30), time(8), time(23, 30)]
CHANGING = [  # zones whose clocks change at odd hours, days and steps
    "Africa/Cairo", "Africa/Casablanca", "America/Havana", "America/New_York", "America/Santiago", "America/Scoresbysund",
    "Asia/Beirut", "Asia/Gaza", "Asia/Jerusalem", "Asia/Kolkata", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/London",
    "Pacific/Auckland", "Pacific/Chatham", "Pacific/Honolulu", "Pacific/Kiritimati", "UTC",
]  # fmt: skip
LATER_RULES = {
    "America/New_York": Rules(-5, [], "EST5"),  # no summer time any more
    "Europe/London": Rules(1, [], "BST-1"),  # for ever
    "Africa/Casablanca": Rules(0, [], "WET0"),
    "Pacific/Kiritimati": Rules(14, [(datetime(2026, 9, 4, 10, tzinfo=UTC), -10)], "<-10>10"),  # across the date line
    "Pacific/Honolulu": Rules(-10, [(datetime(2026, 9, 4, 10, tzinfo=UTC), 14)], "<+14>-14"),  # and a date left out
    "Asia/Kolkata": Rules(5.5, [(datetime(2026, 10, 1, tzinfo=UTC), 6)], "<+06>-6"),
}


@pytest.fixture(autouse=True)
def _no_warnings():
    """Each jump back is warned about, which is right."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    yield
    structlog.reset_defaults()


@pytest.fixture
def empty(sqlite_url, open_database) -> Database:
    return open_database(sqlite_url)


def _holds(plan: Plan, verdict: Verdict) -> None:
    print(report(plan, verdict))
    assert verdict.decisions, report(plan, verdict)
    assert not verdict.faults, report(plan, verdict)


@pytest.mark.timeout(5400)
@pytest.mark.parametrize("rules", ["one version", *(["a second version"] if RELEASE else [])])
def test_every_zone(empty, tmp_path, rules):
    """For 175 days, in which every clock that is moved is moved once; for two years before a release."""
    new = None
    if rules == "a second version":
        new = (date(2027, 1, 4), write(tmp_path / "zones", "2027later", LATER_RULES))
    plan = Plan(
        every_zone(), SEVEN if RELEASE else NIGHT, 730 if RELEASE else 175, seed=SEED, spare=not RELEASE, new_rules=new
    )
    _holds(plan, sweep(plan, empty))


@pytest.mark.timeout(1200)
def test_zone_rules_that_change_between_two_ticks(empty, tmp_path):
    """A new version on 1 July 2026, with a zone that goes across the date line each way."""
    folder = write(tmp_path / "zones", "2026later", LATER_RULES)
    hours, days = (SEVEN, 730) if RELEASE else (TWO, 200)
    plan = Plan(CHANGING, hours, days, SEED, often=0.2, new_rules=(date(2026, 7, 1), folder))
    _holds(plan, sweep(plan, empty))


@pytest.mark.timeout(1200)
def test_a_smaller_world_on_postgresql(postgres_url, open_database):
    database = open_database(postgres_url)

    def rows():
        with psycopg.connect(database.url.replace("+psycopg", "")) as connection:
            connection.execute("SELECT set_config('followthrough.organisation', '*', false)")
            return rows_of(connection)

    plan = Plan(every_zone() if RELEASE else CHANGING, TWO, 120 if RELEASE else 60, SEED, spare=RELEASE)
    _holds(plan, sweep(plan, database, rows))


@pytest.mark.parametrize(
    ("world", "found"),
    [(CronWorld, ("was decided 2 times", "has no decision")), (ForgetfulWorld, ("has no decision",))],
    ids=["a cron job each, and no key", "the next list after a move is merely the next from now"],
)
def test_what_is_wrong_is_found(empty, world, found):
    plan = Plan(CHANGING[:9], [time(0), time(1, 30)], 330, SEED, often=0.5, world=world)
    verdict = sweep(plan, empty)
    for fault in found:
        assert any(fault in one for one in verdict.faults), report(plan, verdict)


def test_a_failure_tells_how_to_see_it_again():
    told = report(Plan(["UTC"], TWO, seed=7), Verdict(faults=["a fault"]))
    assert "seed 7, commit " in told
    assert f"SQLite {sqlite3.sqlite_version}" in told
    assert "zones 20" in told
    assert "a fault" in told
