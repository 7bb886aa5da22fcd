"""What stands where the adapters' HTTP session stands, in virtual time: Slack and Teams, and what goes wrong on the way.

Everything above it is the bot's own: how calls are made, how answers are read, what is delivered, queued and tried again.
"""

import json
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self

import aiohttp
from yarl import URL

Json = dict[str, Any]


class Killed(BaseException):
    """The worker dies here: nothing of it catches this."""


# What a call may meet. "after": it was taken, and the answer went wrong.
ON_THE_WAY = ("500", "500 after", "504 after", "timeout", "timeout after", "drop", "drop after", "half after")
BY_SLACK = (
    *ON_THE_WAY,
    "429",
    "no connection",
    "fatal after",
    "gone",
    "revoked",
    "403",
    "404",
    "killed",
    "killed after",
    "slow",
)
BY_TEAMS = ("504", "504 after", "timeout", "timeout after", "drop", "drop after", "502", "half after", "429", "412",
            "no connection", "403", "404", "400", "killed", "killed after", "slow")  # fmt: skip
RETRY_AFTER = 40
SLOW = timedelta(seconds=19)


@dataclass(frozen=True)
class Met:
    """A call for somebody, and what it met; empty for nothing."""

    what: str
    fault: str


@dataclass
class Platforms:
    rng: random.Random
    clock: Any
    share: float = 0.5
    posts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # taken: Slack's keys, or "again"
    at: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    met: dict[str, list[Met]] = field(default_factory=lambda: defaultdict(list))
    is_alone: Callable[[], bool] = lambda: False
    meanwhile: Callable[[], Awaitable[object]] | None = None  # another worker, during a slow call

    def request(self, verb: str, url: str | URL, **given: Any) -> "_Call":
        where = URL(url).path
        body = given.get("json") or (json.loads(given["data"]) if isinstance(given.get("data"), bytes) else {})
        body = {**(given.get("params") or {}), **body}
        if where.startswith("/v3/conversations"):
            whose = where.split("/")[3] if where.endswith("/activities") else body["members"][0]["id"]
            what = "post" if where.endswith("/activities") else "open"
            return _Call(self, whose, what, body, BY_TEAMS)
        whose = body.get("user") or body["channel"].removeprefix("D")
        return _Call(self, whose, where.rpartition("/")[2], body, BY_SLACK)

    async def close(self) -> None:
        pass

    def fault(self, kinds: tuple[str, ...]) -> str:
        drawn = self.rng.choice(kinds) if self.rng.random() < self.share else ""
        alone = drawn.startswith(("slow", "killed"))
        return "" if alone and not self.is_alone() else drawn

    def done(self, whose: str, what: str, body: Json) -> Json:
        match what:
            case "users.info":
                return {"ok": True, "user": {"id": whose}}
            case "conversations.history":
                known = zip(self.at[whose], self.posts[whose], strict=True)
                found = [{"ts": at.timestamp(), "metadata": {"event_payload": {"key": key}}} for at, key in known]
                return {"ok": True, "messages": [m for m in found if m["ts"] > float(body["oldest"])]}
            case "open":
                return {"id": whose}
        self.at[whose].append(self.clock())
        if what == "chat.postMessage":
            self.posts[whose].append(body["metadata"]["event_payload"]["key"])
            return {"ok": True, "ts": str(self.clock().timestamp())}
        self.posts[whose].append("again" if "Sent again" in json.dumps(body) else "first")
        return {"id": "m1"}


@dataclass
class _Call:
    """As aiohttp's: entered, it is made, and is the answer."""

    platforms: Platforms
    whose: str
    what: str
    body: Json
    kinds: tuple[str, ...]
    status: int = 200
    headers: Json = field(default_factory=dict)
    _read: bytes = b""

    async def __aenter__(self) -> Self:
        fault = self.platforms.fault(self.kinds)
        self.platforms.met[self.whose].append(Met(self.what, fault))
        if fault == "slow":
            self.platforms.clock.at += SLOW
            if self.platforms.meanwhile:
                await self.platforms.meanwhile()
        if fault in {"", "slow"} or fault.endswith("after"):
            self._read = json.dumps(self.platforms.done(self.whose, self.what, self.body)).encode()
        self._go_wrong(fault.removesuffix(" after"))
        return self

    def _go_wrong(self, fault: str) -> None:
        refused = {"gone": "cannot_dm_bot", "revoked": "token_revoked", "fatal": "fatal_error"}
        match fault:
            case "killed":
                raise Killed
            case "timeout":
                raise TimeoutError
            case "drop":
                raise aiohttp.ServerDisconnectedError
            case "no connection":
                raise aiohttp.ClientConnectorError(None, OSError(111, "refused"))  # type: ignore[arg-type]
            case "half":
                self._read = self._read[: len(self._read) // 2]
            case "gone" | "revoked" | "fatal":
                self._read = json.dumps({"ok": False, "error": refused[fault]}).encode()
            case _ if fault.isdecimal():
                self.status, self._read = int(fault), b"<html>"
                self.headers = {"Retry-After": str(RETRY_AFTER)} if fault == "429" else {}

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        pass

    async def read(self) -> bytes:
        return self._read
