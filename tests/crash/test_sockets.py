"""Real sockets that break between the bot and the platform: one list each, and the bot knows it."""

import asyncio
import gc
import os
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from adapters.pace import Pace
from adapters.sealing import Seal
from adapters.slack import calls as slack_calls
from adapters.slack.calls import Calls
from adapters.slack.deliver import Delivery
from adapters.slack.installs import Installs
from bot.store import Database
from scheduler import outbox as sending
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.crash.mornings import SECRET, START, Onlooker, circumstances, settle
from tests.crash.proxy import KINDS, Proxy
from tests.crash.smallslack import SmallSlack
from tests.slack.faults import Faults

COUNT = int(os.environ.get("FOLLOWTHROUGH_SOCKETS", "100"))
SEED = int(os.environ.get("FOLLOWTHROUGH_SEED") or random.randrange(10**6))
_MOST_ROUNDS = 40


@pytest.mark.timeout(120 + COUNT)
@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)  # half-open sockets
def test_connections_that_break_lose_no_list_and_double_none(sqlite_url, open_database, monkeypatch):
    """A session of its own for each try, so that each meets a connection of its own."""
    monkeypatch.setattr(slack_calls, "SECONDS", 0.4)
    monkeypatch.setattr(sending, "MOST_ATTEMPTS", 1000)
    database, onlooker, clock = open_database(sqlite_url), Onlooker(sqlite_url), _Clock()
    people = settle(database, COUNT, COUNT, timedelta(0))
    with (
        SmallSlack(Faults(), clock.seconds) as slack,
        Proxy(slack.port, random.Random(SEED), 0.4) as proxy,
    ):
        decide_due(database, clock())
        for round_ in range(_MOST_ROUNDS):
            proxy.share = 0.4 if round_ < _MOST_ROUNDS - 10 else 0.0
            asyncio.run(_send(database, proxy.url, clock))
            clock.at += timedelta(seconds=61)
            if not onlooker.open(clock.at):
                break
        told = f"{dict(proxy.seen)}; calls {dict(slack.calls)}; {onlooker.states()}; {circumstances(SEED)}"
        print(told)
        assert set(proxy.seen) == set(KINDS), told
        assert slack.calls["conversations.history"], told  # else no message was ever in doubt
        assert not people - slack.reached(), told
        assert not slack.doubled(), told
        assert onlooker.states() == {"sent": COUNT}, told
    onlooker.close()
    gc.collect()  # what the proxy left half open is warned of here, and nowhere else


class _Clock:
    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()


async def _send(database: Database, url: str, clock: Callable[[], datetime]) -> None:
    calls = Calls(url)
    await calls.open()
    installs = Installs(database, calls, clock, Seal(SECRET))
    try:
        await send_due(database, {"slack": Delivery(calls, installs, clock, Pace(time.monotonic, 1e9))}, clock)
    finally:
        await calls.close()
