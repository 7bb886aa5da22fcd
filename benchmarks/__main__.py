"""`make bench`: every job as ratios within one run, in one table. It fails when a gate is missed, on no millisecond.

A busy machine moves milliseconds several times over and ratios little; repeat a run whose figures look odd.
"""

import sys
from collections.abc import Callable, Mapping

from benchmarks.core import core
from benchmarks.figures import Figure, table
from benchmarks.overview import overview
from benchmarks.playbook import playbook
from benchmarks.processes import stay_off_the_first_core
from benchmarks.sending import sending
from benchmarks.slack import answer, at_a_rate, command_cpu
from benchmarks.team import postgres
from benchmarks.teams import answering
from benchmarks.teams_sending import digests
from benchmarks.typeahead import typeahead

JOBS: Mapping[str, Callable[[], list[Figure]]] = {
    "core": lambda: core(5),
    "playbook": lambda: playbook(5),
    "command": lambda: command_cpu(5, 2_000),
    "answer": lambda: answer(5, 40, postgres()),
    "rate": lambda: at_a_rate(5, 100),
    "send": lambda: sending(5, 150),
    "teams": lambda: answering(5, 120),
    "digests": lambda: digests(25, 400),
    "typeahead": lambda: typeahead(100_000, 200),
    "team": lambda: overview(200, 100, 100),
}
FULL: Mapping[str, Callable[[], list[Figure]]] = {"typeahead": lambda: typeahead(1_000_000, 200)}  # minutes


def main() -> int:
    """All jobs, or those that are named; with `full` those that take long."""
    stay_off_the_first_core()
    jobs, names = (FULL, sys.argv[2:]) if sys.argv[1:2] == ["full"] else (JOBS, sys.argv[1:])
    figures = [figure for name in names or jobs for figure in jobs[name]()]
    print(table(figures))
    return 0 if all(figure.is_ok for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
