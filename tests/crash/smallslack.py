"""Slack as far as delivering goes, over real HTTP. It takes whatever it is given, twice as well: its receipts are the judge.

The big fake (tests/slack) refuses a second post of one `client_msg_id`, as Slack may; no promise rests on that, so this does not.
"""

import asyncio
import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.slack.faults import PASS, Fault, Faults, drop, hang, rate_limited, server_error, truncated
from tests.slack.model import Json, Receipt
from tests.slack.web_api import answered

LATE = Fault("late", after=True)  # taken after the caller has given up
CAN_GO_WRONG = (
    server_error(500), server_error(500, after=True), server_error(503), drop(), drop(after=False), rate_limited(1),
    hang(), hang(after=True), truncated(), LATE,
)  # fmt: skip


class Weather(Faults):
    """A fault at random, for a share of the calls."""

    def __init__(self, rng: random.Random, share: float) -> None:
        super().__init__()
        self.share, self._rng = share, rng
        self.seen: Counter[str] = Counter()

    def next(self, method: str, team: str) -> Fault:
        scripted = super().next(method, team)
        if scripted is not PASS or self._rng.random() >= self.share:
            return scripted
        fault = self._rng.choice(CAN_GO_WRONG)
        self.seen[f"{fault.kind}{fault.status if fault.kind == 'status' else ''}{' after' if fault.after else ''}"] += 1
        return fault


@dataclass(frozen=True)
class Post:
    """A message that was taken."""

    key: str
    channel: str
    ts: float
    body: Json


class SmallSlack:
    """`now`: seconds since 1970 by the senders' clock. `late`: seconds until a late call is taken."""

    def __init__(self, faults: Faults, now: Callable[[], float], late: float = 0.9) -> None:
        self.faults, self.posts = faults, list[Post]()
        self.calls: Counter[str] = Counter()
        self._now, self._late = now, late
        self._here: dict[str, list[Post]] = defaultdict(list)
        self._ready = threading.Event()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="small-slack")
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the small Slack did not start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(10)

    def doubled(self) -> list[str]:
        """The channels with more than one: whatever their keys, a person's day has one list."""
        return [name for name, here in self._here.items() if len(here) > 1]

    def reached(self) -> set[str]:
        return set(self._here)

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        application = web.Application()
        application.add_routes([web.route("*", "/api/{method}", self._called)])
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
        self.port = runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self.port}/api/"
        self._ready.set()
        await self._ended.wait()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await runner.cleanup()

    async def _called(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        told: Json = dict(request.query) or await request.json()
        team = request.headers.get("Authorization", "").rpartition("-")[2]
        self.calls[name] += 1

        async def effect() -> Json:
            return {"ok": True, **self._done(name, told)}

        fault = self.faults.next(name, team)
        if fault.kind == "late":
            await asyncio.sleep(self._late)
        receipt = Receipt(0, time.monotonic(), name, team, {}, "json")
        return await answered(request, receipt, fault, effect)

    def _done(self, name: str, told: Json) -> Json:
        if name == "users.info":
            return {"user": {"id": told["user"], "deleted": False}}
        here = self._here[told["channel"]] if name == "chat.postMessage" else self._here.get(told["channel"], [])
        if name == "conversations.history":
            found = [post for post in reversed(here) if post.ts > float(told["oldest"])]
            return {"messages": [{"ts": f"{post.ts:.6f}", **post.body} for post in found[: int(told["limit"])]]}
        assert name == "chat.postMessage", name
        post = Post(told["metadata"]["event_payload"]["key"], told["channel"], self._now(), told)
        here.append(post)
        self.posts.append(post)
        return {"channel": post.channel, "ts": f"{post.ts:.6f}"}
