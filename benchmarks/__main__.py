"""`make bench`: every job as ratios within one run, in one table; `make bench JOB=plan` one of them. It fails when a gate is
missed, on no millisecond.

A busy machine moves milliseconds several times over and ratios little; repeat a run whose figures look odd.
"""

import os
import sys
from collections.abc import Callable, Mapping

from benchmarks.asking_where import where
from benchmarks.claiming import claiming
from benchmarks.core import core
from benchmarks.figures import Figure, table
from benchmarks.lines import lines
from benchmarks.many import fill
from benchmarks.mondays import monday
from benchmarks.overview import overview
from benchmarks.pacing import pacing
from benchmarks.planned_under import under
from benchmarks.planning import empty, growth, migrated, plan
from benchmarks.playbook import playbook
from benchmarks.processes import stay_off_the_first_core
from benchmarks.sending import sending
from benchmarks.slack import answer, at_a_rate, command_cpu
from benchmarks.starting import starting
from benchmarks.team import postgres, server
from benchmarks.teams import answering
from benchmarks.teams_sending import digests
from benchmarks.ticking import ticking
from benchmarks.typeahead import typeahead

MEMBERS = int(os.environ.get("TRIAL_BENCH_MEMBERS", "10000"))  # of the full scale: 100 deals and 1,000 touches each
_DUE = 0.3  # of them, in one minute


def _small_morning() -> list[Figure]:
    with empty() as url:
        return [*growth(url, 300, 3), *plan(url, 300, 3)]


def _small_tick() -> list[Figure]:
    with server() as url:
        migrated(url)
        fill(url, 1_000, deals=10)
        return ticking(url, 1_000, 1_000, 3)


def _full_morning() -> list[Figure]:
    with server() as url:
        figures = growth(url, MEMBERS, 3) + plan(url, MEMBERS, 3)
        return figures + ticking(url, MEMBERS, int(MEMBERS * _DUE), 3)


JOBS: Mapping[str, Callable[[], list[Figure]]] = {
    "core": lambda: core(5),
    "playbook": lambda: playbook(5),
    "lines": lambda: lines(6),
    "command": lambda: command_cpu(5, 2_000),
    "answer": lambda: answer(5, 40, postgres()),
    "rate": lambda: at_a_rate(5, 100),
    "send": lambda: sending(5, 150),
    "teams": lambda: answering(5, 120),
    "digests": lambda: digests(25, 400),
    "typeahead": lambda: typeahead(100_000, 200),
    "team": lambda: overview(200, 100, 100),
    "monday": lambda: [*monday(200, 5, empty()), *monday(200, 5, server())],
    "plan": _small_morning,  # with growth
    "tick": _small_tick,
    "under": lambda: under(server(), 2_000, 20, 100),
    "pace": lambda: pacing(2, 40),
    "outbox": lambda: claiming(3, 400, postgres()),
    "start": lambda: starting(3),
    "where": lambda: where(100_000, 200, empty()),
}
FULL: Mapping[str, Callable[[], list[Figure]]] = {
    "typeahead": lambda: typeahead(1_000_000, 200),  # minutes, as each of these
    "plan": _full_morning,  # with growth and tick, on one database
    "under": lambda: under(server(), MEMBERS, 100, 700),
    "where": lambda: where(1_000_000, 200, server()),
}


def main() -> int:
    """All jobs, or those that are named; with `full` those that take long."""
    stay_off_the_first_core()
    jobs, names = (FULL, sys.argv[2:]) if sys.argv[1:2] == ["full"] else (JOBS, sys.argv[1:])
    if strangers := set(names) - set(jobs):
        sys.exit(f"No such job: {', '.join(sorted(strangers))}. There are: {', '.join(jobs)}.")
    figures: list[Figure] = []
    broken: list[str] = []
    for name in names or jobs:
        print(f"{name} …", file=sys.stderr, flush=True)
        try:
            figures += jobs[name]()
        except AssertionError as error:  # not measured; the other jobs' figures are worth having
            broken.append(f"{name} was not measured: {error}")
    print("\n".join([table(figures), *broken]))
    return 0 if all(figure.is_ok for figure in figures) and not broken else 1


if __name__ == "__main__":
    sys.exit(main())
