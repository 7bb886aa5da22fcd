"""How Slack hands a payload over: signed over HTTP or in an envelope, three seconds each, events again when not taken."""

import asyncio
import hashlib
import hmac
import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests.slack.model import Json
from tests.slack.socket_mode import SocketMode
from tests.slack.world import World

ANSWER_SECONDS = 3.0
MOST_RETRIES = 3
OK = 200


@dataclass(frozen=True)
class Answer:
    """What the bot answered to one delivery; status 0 when nothing came, and `failure` then says why (Slack's word)."""

    status: int
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    failure: str = ""

    @property
    def is_taken(self) -> bool:
        return OK <= self.status < OK + 100

    @property
    def json(self) -> Any:
        return json.loads(self.text) if self.text else {}


def sign(body: bytes, timestamp: str, secret: str) -> str:
    signed = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def encoded(kind: str, payload: Json) -> tuple[bytes, str]:
    """(body, content type) of a payload over HTTP. kind: events, command, interactive."""
    if kind == "events":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "command" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


class Deliveries:
    """Lives in the fake's loop. Without `bot_url` everything goes over Socket Mode."""

    def __init__(self, world: World, sockets: SocketMode) -> None:
        self._world = world
        self._sockets = sockets
        self._session: aiohttp.ClientSession | None = None
        self.bot_url = ""
        self.answer_seconds = ANSWER_SECONDS

    async def open(self) -> None:
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    async def deliver(self, kind: str, payload: Json, *, times: int, parallel: bool) -> list[Answer]:
        """`times` copies, at once or one after the other; an event's copies say that they are repeats."""
        copies = [self._with_retries(kind, payload, first=n) for n in range(times)]
        if parallel:
            return [answer for answers in await asyncio.gather(*copies) for answer in answers]
        return [answer for copy in copies for answer in await copy]

    async def _with_retries(self, kind: str, payload: Json, first: int) -> list[Answer]:
        """Only events come again, and only while they are not taken."""
        answers = [await self._once(kind, payload, first, "http_timeout" if first else "")]
        while kind == "events" and len(answers) <= MOST_RETRIES and not _is_settled(answers[-1]):
            answers.append(await self._once(kind, payload, first + len(answers), answers[-1].failure or "http_error"))
        return answers

    async def _once(self, kind: str, payload: Json, attempt: int, reason: str) -> Answer:
        if not self.bot_url:
            return await self._over_socket(kind, payload, attempt, reason)
        body, content_type = encoded(kind, payload)
        headers = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}
        if attempt and kind == "events":
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
        return await self.post(body, headers)

    async def post(self, body: bytes, headers: dict[str, str], *, signed: bool = True) -> Answer:
        """Raw bytes to the bot, signed as Slack signs."""
        timestamp = str(int(self._world.clock.now()))
        marks = {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(body, timestamp, self._world.app.signing_secret),
        }
        start = time.monotonic()
        timeout = aiohttp.ClientTimeout(total=self.answer_seconds)
        try:
            async with self.session.post(
                self.bot_url, data=body, headers={**(marks if signed else {}), **headers}, timeout=timeout
            ) as answer:
                text = await answer.text()
                return Answer(answer.status, text, dict(answer.headers), time.monotonic() - start)
        except TimeoutError:
            return Answer(0, seconds=time.monotonic() - start, failure="http_timeout")
        except aiohttp.ClientError:
            return Answer(0, seconds=time.monotonic() - start, failure="connection_failed")

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the fake Slack is not open")
        return self._session

    async def _over_socket(self, kind: str, payload: Json, attempt: int, reason: str) -> Answer:
        start = time.monotonic()
        told = await self._sockets.send(
            kind, payload, attempt=attempt, reason="timeout" if reason else "", seconds=self.answer_seconds
        )
        seconds = time.monotonic() - start
        if told is None:
            return Answer(0, seconds=seconds, failure="http_timeout")
        carried = told.get("payload")
        text = carried if isinstance(carried, str) else json.dumps(carried) if carried else ""
        return Answer(OK, text, {}, seconds)


def _is_settled(answer: Answer) -> bool:
    lowered = {name.lower(): value for name, value in answer.headers.items()}
    return answer.is_taken or lowered.get("x-slack-no-retry") == "1"
