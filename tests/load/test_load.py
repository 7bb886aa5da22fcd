"""A running bot is asked a hundred things a second while the morning's lists go out: all answered, nothing lost or doubled.

Latency counts from the moment each was due. It is judged at a release, and where the machine has time: one that is slow to
answer a few questions a second, with nothing else to do, is busy with something else; it is asked less, and its figures are printed only.
"""

import pytest

from tests.load.loading import AT_REST, Load, Outcome, p99, played


def _judged(outcome: Outcome) -> None:
    print(outcome.told)
    assert not outcome.lost, outcome.told
    assert not outcome.doubled, outcome.told
    assert not outcome.unsent, outcome.told
    if outcome.load.is_strict or p99(outcome.alone) < AT_REST:
        assert p99(outcome.busy) < outcome.load.limit, outcome.told


@pytest.mark.timeout(600 + 2 * Load().seconds)
def test_nobody_waits_while_lists_go_out(sqlite_url):
    _judged(played(sqlite_url, Load()))


@pytest.mark.timeout(600 + 2 * Load().seconds)
@pytest.mark.skipif(not Load().is_strict, reason="`make test-release PART=load-postgres` asks it")
def test_nor_where_one_process_answers_and_another_sends(postgres_url):
    _judged(played(postgres_url, Load()))
