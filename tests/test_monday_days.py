"""A manager's Monday names the day that a step has by now, and calls nothing late before a working day has passed."""

from datetime import UTC, date, datetime

import pytest

from bot.worktime import not_late_since
from tests.team import Team


@pytest.fixture
def team(sqlite_url, open_database) -> Team:
    made = Team(open_database(sqlite_url))
    made.say("Tom", "new Acme, Dana")
    return made


@pytest.mark.parametrize("line", ["Acme: demo moved to Thu 19 March", "next Acme demo Thu 19 March"])  # fmt: skip
def test_a_demo_that_was_moved_is_told_with_its_day_of_now(team, line):
    team.say("Tom", "logcall Acme: Dana agreed to a demo on Tue 17 March 10:00")
    team.say("Tom", line)
    team.until(datetime(2026, 3, 16, 9, tzinfo=UTC))
    for asked in ("monday", "where my team"):
        assert "demo Tue 17 March agreed, now Thu 19 March" in team.text("Maria", asked)


def test_a_demo_that_was_called_off_says_so(team):
    team.say("Tom", "logcall Acme: Dana agreed to a demo on Tue 17 March 10:00")
    team.say("Tom", "next Acme none")
    assert "demo Tue 17 March agreed, called off since" in team.text("Maria", "monday")


def test_a_demo_that_stands_is_told_as_it_was(team):
    team.say("Tom", "logcall Acme: Dana agreed to a demo on Tue 17 March 10:00")
    assert "demo Tue 17 March agreed (on the call" in team.text("Maria", "monday")


def test_what_is_due_on_a_sunday_is_late_on_tuesday(team):
    team.say("Tom", "logcall Acme: Dana sends the list by Sun 15 March, I send the plan by Sun 15 March")
    team.until(datetime(2026, 3, 16, 17, tzinfo=UTC))
    assert "late" not in team.text("Maria", "monday")
    team.until(datetime(2026, 3, 17, 9, tzinfo=UTC))
    told = team.text("Maria", "monday")
    assert "We are late: 1" in told
    assert "They are late: 1" in told
    assert "send the list, 2 days late (due Sun 15 March)" in told


def test_what_was_due_on_friday_is_late_on_monday(team):
    team.say("Tom", "logcall Acme: I send the plan by Fri 13 March")
    team.until(datetime(2026, 3, 16, 9, tzinfo=UTC))
    assert "We are late: 1" in team.text("Maria", "monday")


@pytest.mark.parametrize(
    ("today", "since"),
    [(date(2026, 3, 16), date(2026, 3, 14)), (date(2026, 3, 15), date(2026, 3, 14)), (date(2026, 3, 17), date(2026, 3, 17)), (date(2026, 4, 7), date(2026, 4, 3))],
)  # fmt: skip
def test_a_day_is_late_once_a_day_of_work_has_passed_behind_it(team, today, since):
    assert not_late_since(today, [team.member("Tom")]) == since  # 3 to 6 April: Easter
    assert not_late_since(today, []) == today
