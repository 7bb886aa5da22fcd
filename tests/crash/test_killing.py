"""Promise 3 of the README, where workers die at any moment and the platform is faulty: each list once."""

from dataclasses import replace

import pytest
from sqlalchemy import make_url

from tests.crash.killing import KILLS, Plan, killed


@pytest.mark.timeout(60 + 4 * max(KILLS.values()))
def test_kill_nine_and_a_faulty_platform_lose_no_list_and_double_none(database_url):
    """Three workers on PostgreSQL, one on SQLite."""
    kills = KILLS[make_url(database_url).get_backend_name()]
    verdict = killed(database_url, Plan(kills=kills, digests=10 * kills))
    print(verdict.told)
    assert verdict.is_kept, f"lost {verdict.lost[:5]}, doubled {verdict.doubled[:5]}; {verdict.told}"


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("strategy", "found"), [("plain_retry", "doubled"), ("never_again", "lost")])
def test_the_harness_can_fail(sqlite_url, strategy, found):
    """What others do is found out by it: to send again at once, and never to send again."""
    verdict = killed(sqlite_url, replace(Plan(), kills=20, digests=300, faults=0.15, strategy=strategy))
    print(verdict.told)
    assert getattr(verdict, found), verdict.told
    assert not verdict.is_kept
