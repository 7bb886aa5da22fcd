"""The simulation of docs/scale.md at a hundredth of its size: what it promises holds, whatever its figures are."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.scale.mornings import due_by_minute
from benchmarks.scale.population import HOURS, PACES, ZONES, population
from benchmarks.scale.workers import Costs, fastest, run
from bot.store.tables import metadata

PEOPLE = population(100, 10_000)
START = datetime(2026, 3, 12, 0, 15, tzinfo=UTC)  # a Thursday between the two changes of clocks
COSTS = Costs(batch=0.02, member=0.005, statement=0.003)
_BURST = 5


@pytest.fixture(scope="module")
def day():
    return run(PEOPLE, START, 24, 1, COSTS)


def test_sizes_sum_up_and_nobody_is_lost_between_zones():
    assert (len(PEOPLE.sizes), PEOPLE.members, sum(one.count for one in PEOPLE.cohorts)) == (100, 10_000, 10_000)
    assert len(PEOPLE.schedules) == len(ZONES) * len(HOURS)
    assert population(100, 10_000) == PEOPLE != population(100, 10_000, seed=2)


def test_everybody_due_is_decided_once_on_a_working_day(day):
    owed = day.mornings.owed(START + timedelta(days=1))
    assert dict(day.mornings.decisions) == owed
    assert sum(owed.values()) > 9_000
    assert len(day.late) == len(day.queue.sent_at) <= sum(owed.values())
    assert day.queue.length == 0


def test_a_day_has_as_many_due_as_the_year_says(day):
    by_minute = due_by_minute(PEOPLE, 2026)
    of_it = sum(count for at, count in by_minute.items() if START <= at < START + timedelta(days=1))
    assert of_it == day.mornings.decisions.total()


def test_a_worker_sends_to_no_workspace_faster_than_its_pace(day):
    for platform, pace in PACES.items():
        theirs = {key: at for key, at in day.posts.items() if PEOPLE.platforms[int(key[1])] == platform}
        for seconds in (1, 10, 60):
            assert 0 < fastest(theirs, seconds, lambda key: key) <= _BURST + pace * seconds + 1
    assert day.late[-1] > (max(PEOPLE.sizes) * 0.3 - _BURST) / max(PACES.values())


def test_several_workers_together_send_to_no_workspace_faster_than_its_pace():
    several = run(PEOPLE, START + timedelta(hours=12), 1, 4, COSTS)
    assert len({worker for worker, _ in several.posts}) > 1
    for platform, pace in PACES.items():
        theirs = {key: at for key, at in several.posts.items() if PEOPLE.platforms[int(key[1])] == platform}
        for seconds in (1, 10, 60):
            assert 0 < fastest(theirs, seconds, lambda key: key[1]) <= _BURST + pace * seconds + 1


def test_the_same_seed_has_the_same_day_and_another_has_not():
    few = population(10, 2_000)
    first, again, other = (run(few, START + timedelta(hours=12), 1, 2, COSTS, seed) for seed in (3, 3, 4))
    assert (first.late, first.last_decided, first.queue.longest) == (
        again.late,
        again.last_decided,
        again.queue.longest,
    )
    assert Counter(first.late) != Counter(other.late)


def test_what_the_page_says_of_the_tables_is_true():
    page = (Path(__file__).parents[1] / "docs" / "scale.md").read_text(encoding="utf-8")
    everybodys = [name for name, table in metadata.tables.items() if "organisation_id" not in table.columns]
    assert sorted(everybodys) == ["meta", "organisations"]
    assert all(f"`{name}`" in page for name in everybodys)
