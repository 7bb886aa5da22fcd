"""Real sockets that break between the bot and the platform, by random plans: each list once, and the bot knows it."""

import os
import random
import time

import pytest

from tests.crash.proxy import KINDS
from tests.crash.socketing import COUNT, Fresh, play, told

SEED = int(os.environ.get("TRIAL_SEED") or random.randrange(10**6))
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)  # half-open sockets


@pytest.mark.timeout(120 + 3 * COUNT)
def test_connections_that_break_lose_no_list_and_double_none(tmp_path):
    began = time.monotonic()
    seen = play(Fresh(tmp_path), COUNT, SEED)
    said = told(seen, COUNT, SEED, time.monotonic() - began)
    print(said)
    assert set(seen.kinds) == set(KINDS), said
    assert seen.calls["conversations.history"], said  # else no message was ever in doubt
    assert seen.is_kept, said


@pytest.mark.parametrize(("strategy", "found"), [("plain_retry", "doubled"), ("never_again", "lost")])
def test_the_sockets_can_fail(tmp_path, strategy, found):
    """To send again at once doubles some, and never to send again loses some."""
    seen = play(Fresh(tmp_path), 10, 1, strategy)
    assert getattr(seen, found), told(seen, 10, 1, 0)
    assert not seen.is_kept
