"""Delivering against a model: whatever Slack and Teams answer, whoever dies, and whenever leases end."""

import os
import random

import pytest
from sqlalchemy import text

from bot.store import Database
from tests.scheduler import schedules

COUNT = int(os.environ.get("TRIAL_SCHEDULES", "1000"))
SEED = int(os.environ.get("TRIAL_SEED") or random.randrange(10**6))


@pytest.mark.timeout(300 + COUNT)
def test_model_and_outbox_agree_at_every_tick_and_the_promise_is_kept(sqlite_url):
    print(schedules.play(sqlite_url, COUNT, SEED))


@pytest.mark.parametrize("seed", [6, 7, 37393, 801293])
def test_seeds_that_once_found_something(sqlite_url, seed):
    """6: a look-back that could not be made ended as 'stopped'. 37393: what became due while a claim waited for its turn was left.
    801293: the model did not know that a worker takes nothing more of a workspace that it is sending to."""
    schedules.play(sqlite_url, 1, seed)


@pytest.mark.parametrize(
    "world",
    [
        "UPDATE outbox SET state = 'pending' WHERE id = NEW.id AND NEW.state = 'uncertain'",  # no look-back
        "UPDATE outbox SET state = 'sent' WHERE id = NEW.id AND NEW.state = 'uncertain'",  # never again
    ],
)
def test_the_schedules_can_fail(sqlite_url, world):
    """A store that forgets a doubt, or believes one away, is found out."""
    database = Database(sqlite_url)
    trigger = f"CREATE TRIGGER broken AFTER UPDATE ON outbox BEGIN {world}; END"
    database.operate(lambda operator: operator.connection.execute(text(trigger)))
    database.close()
    with pytest.raises(AssertionError, match="schedule"):
        schedules.play(sqlite_url, 20, 1)
