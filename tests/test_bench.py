"""The benchmark still measures: each job once, as small as it goes. Its figures mean nothing here.

The jobs that start servers take more time to start than to measure: `make test-release PART=bench` runs them as well.
"""

import os
from contextlib import nullcontext

import pytest

from benchmarks.claiming import claiming
from benchmarks.figures import Figure, shuffled, table
from benchmarks.overview import overview
from benchmarks.planning import empty, growth, plan
from benchmarks.playbook import playbook
from benchmarks.sending import sending
from benchmarks.slack import answer, at_a_rate, command_cpu
from benchmarks.team import set_up, sqlite
from benchmarks.teams import answering
from benchmarks.teams_sending import digests
from benchmarks.typeahead import typeahead

with_servers = pytest.mark.skipif("TRIAL_BENCH" not in os.environ, reason="`make test-release PART=bench` asks it")


@with_servers
def test_each_job_of_slack_runs_and_what_it_counts_is_there(postgres_url):
    set_up(postgres_url)
    figures = [*command_cpu(1, 400), *answer(1, 2, nullcontext(postgres_url)), *at_a_rate(1, 4), *sending(1, 40)]
    assert [figure.job.split(":")[0].split(",")[0] for figure in figures] == [
        "command", "command", "answer", "answer", "50 a second", "50 a second", "send",
    ]  # fmt: skip
    assert all(figure.gate and figure.middle > 0 for figure in figures)


@with_servers
def test_each_job_of_teams_runs_and_leaves_no_socket_behind():
    figures = [*answering(1, 8), *digests(1, 20)]
    assert [figure.job.partition(":")[0] for figure in figures] == [
        "teams, typed", "teams, pressed", "teams, pressed", "teams, digests",
    ]  # fmt: skip
    assert all(figure.gate and figure.middle > 0 for figure in figures)


def test_the_rules_are_timed():
    figures = playbook(1)
    assert [figure.job.split(":")[0] for figure in figures] == ["standing of 200 touches", "opener, walled"]
    assert all(figure.gate and figure.middle > 0 for figure in figures)


def test_typeahead_is_counted_and_timed_on_both_databases():
    figures = typeahead(2_000, 10)
    assert [figure.job.split(": ", 1)[1] for figure in figures] == 2 * [
        "0 wrong, hits",
        "1 wrong, hits",
        "2 wrong, hits",
        "p99 / pg_trgm",
    ]
    assert all(figure.middle > 0.8 for figure in figures if "hits" in figure.job)


def test_a_teams_view_is_timed_on_both_databases_and_its_statements_are_counted():
    figures = overview(21, 5, 2)
    assert len(figures) == 10
    assert all(figure.is_ok for figure in figures if "statements" in figure.job)


@with_servers
def test_a_morning_is_planned_beside_its_floor_and_messages_are_claimed():
    with empty() as url:
        figures = [*growth(url, 3, 1, few=2), *plan(url, 3, 1)]
    with sqlite() as url:
        figures += claiming(1, 100, nullcontext(url))
    assert [figure.job.partition(" ")[0].rstrip(":") for figure in figures] == [
        "growth",
        "plan",
        "plan",
        "plan",
        "outbox",
    ]
    assert all(figure.gate and figure.middle > 0 for figure in figures)


def test_a_missed_gate_is_said_and_a_figure_between_its_gates_is_ok():
    within, missed = Figure("same", [0.9, 1.0, 1.3], 1.25, 0.75), Figure("slow", [2.0, 3.0, 2.5], 2.4)
    assert (within.is_ok, missed.is_ok) == (True, False)
    assert ["NOT ok" in line for line in table([within, missed]).splitlines()[1:]] == [False, True]


def test_rounds_stay_together_however_they_were_shuffled():
    assert shuffled(3, {"a": float, "b": lambda number: number * 2.0}) == {"a": [0.0, 1.0, 2.0], "b": [0.0, 2.0, 4.0]}
