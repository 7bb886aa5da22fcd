"""Messages drained through a stub of Slack with its limits: how long against the ideal time, how many were refused, and how
much later they come beside a workspace that is throttled and has queued more, and earlier.

As a process: `python -m benchmarks.pacing` is the stub; on a line it says when each workspace got its last message, and forgets.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from aiohttp import web
from typing_extensions import override

from adapters.pace import PER_SECOND, Pace
from adapters.slack.calls import Calls
from adapters.slack.deliver import Delivery
from adapters.slack.installs import About, Install
from adapters.slack.tokens import PLATFORM, Token
from benchmarks.digest import DIGEST
from benchmarks.figures import Figure, over, shuffled
from benchmarks.listening import serve
from benchmarks.processes import Process
from benchmarks.team import OneWorkspace, fresh
from bot.app import system_clock
from bot.cards import Card
from bot.model import Address, Role
from bot.store import Database, Letter, Parcel, Store
from bot.wire import as_json
from scheduler.outbox import Deliver, send_due

WORKSPACES = ("T1", "T2", "T3")
THROTTLED, THROTTLED_TO, ITS_QUEUE = "T0", 1.0, 150
_BURST = 5
_SLACK = 1.5  # what the stub allows beyond the pace in a burst: clocks of two processes are no metronomes
_RETRY_AFTER = 2


class _Workspaces(OneWorkspace):
    """Each with a token that says which it is."""

    @override
    async def of(self, team: str) -> Install:
        return Install(team, 1, About("UB", "B1"), Token(f"xoxb-{team}"))


def pacing(rounds: int, each: int) -> list[Figure]:
    ideal = (each - _BURST) / PER_SECOND
    refused: Counter[str] = Counter()
    with Process("pacing") as stub:

        def last(beside: str) -> float:
            """Seconds until the last of the well-behaved workspaces had everything."""
            asyncio.run(_drain(f"http://127.0.0.1:{stub.said}/api/", each, ITS_QUEUE if beside else 0))
            told = json.loads(stub.tell("told?"))
            assert all(told["came"][team] == each for team in WORKSPACES), told
            refused.update({"all": sum(told["came"].values()), f"429 {beside}": told["refused"]})
            return float(max(told["last"][team] for team in WORKSPACES) - told["first"])

        found = shuffled(rounds, {"alone": lambda _: last(""), "beside": lambda _: last(THROTTLED)})
    sent = rounds * each * len(WORKSPACES)
    return [
        Figure(f"pace: {each} messages a workspace / ideal", [s / ideal for s in found["alone"]], 1.05, note=f"ideal {ideal:.1f} s"),
        Figure("pace: 429s / 1 % of the messages", [refused["429 "] / sent / 0.01], 1, note=f"{refused['429 ']} of {sent}"),
        Figure("pace: beside a throttled workspace / alone", over(found["beside"], found["alone"]), 1.1),
    ]  # fmt: skip


async def _drain(url: str, each: int, throttled: int) -> None:
    """Until everything of the well-behaved workspaces has been sent."""
    calls = Calls(url)
    await calls.open()
    deliver = Delivery(calls, _Workspaces(), system_clock, Pace(time.monotonic))
    all_came, left = asyncio.Event(), each * len(WORKSPACES)

    async def counted(parcel: Parcel, card: Card) -> str:
        nonlocal left
        reference = await deliver(parcel, card)
        left -= parcel.address.workspace in WORKSPACES
        if not left:
            all_came.set()
        return reference

    with fresh() as database:
        organisation_id = database.operate(lambda operator: operator.create_organisation("Bench"))
        database.write(organisation_id, lambda store: _queue(store, each, throttled))
        sending = asyncio.create_task(_ticking(database, counted))
        await all_came.wait()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    await calls.close()


async def _ticking(database: Database, deliver: Deliver) -> None:
    while True:
        await send_due(database, {PLATFORM: deliver}, system_clock)
        await asyncio.sleep(0.2)


def _queue(store: Store, each: int, throttled: int) -> None:
    now = system_clock()
    member_id = store.members.add("Rep Bench", Role.rep, "Europe/London")
    card = json.dumps(as_json(DIGEST))
    for team, count, at in [(THROTTLED, throttled, now - timedelta(minutes=1)), *((t, each, now) for t in WORKSPACES)]:
        people = [Address(PLATFORM, team, f"U{n}", json.dumps({"channel": f"D{n}"})) for n in range(count)]
        letters = [Letter(member_id, to, f"digest:{n}", card, at) for n, to in enumerate(people)]
        store.outbox.put_many("digest", letters, at)


class _Bucket:
    """What a workspace may still get."""

    def __init__(self, per_second: float) -> None:
        self._per_second, self._left, self._at = per_second, _BURST + _SLACK, time.monotonic()

    def take(self) -> bool:
        now = time.monotonic()
        self._left = min(_BURST + _SLACK, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class _Stub:
    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._buckets: dict[str, _Bucket] = {}
        self._came: Counter[str] = Counter()
        self._last: dict[str, float] = {}
        self._first, self._refused = 0.0, 0

    async def info(self, _: web.Request) -> web.Response:
        self._first = self._first or time.monotonic()
        return web.json_response({"ok": True, "user": {"id": "U1", "deleted": False}})

    async def post(self, request: web.Request) -> web.Response:
        team = request.headers["Authorization"].removeprefix("Bearer xoxb-")
        bucket = self._buckets.setdefault(team, _Bucket(THROTTLED_TO if team == THROTTLED else PER_SECOND))
        if not bucket.take():
            self._refused += team != THROTTLED
            headers = {"Retry-After": str(_RETRY_AFTER)}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
        self._came[team] += 1
        self._last[team] = time.monotonic()
        return web.json_response({"ok": True, "channel": "D1", "ts": f"{self._came.total()}.1"})

    def told(self) -> Mapping[str, object]:
        told = {"first": self._first, "last": self._last, "came": self._came, "refused": self._refused}
        self._forget()
        return told


async def _stub() -> None:
    stub = _Stub()
    made = web.Application()
    made.add_routes([web.route("*", "/api/users.info", stub.info), web.post("/api/chat.postMessage", stub.post)])
    serving = asyncio.create_task(serve(made))
    while await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(stub.told()), flush=True)
    serving.cancel()


if __name__ == "__main__":
    asyncio.run(_stub())
