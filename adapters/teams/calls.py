"""Calls to Teams' connector: one shared session, plain dicts as JSON, and each refusal told for what it is.

Not by the SDK: it makes a client and a session of its own for each call, at more than ten times the cost of the call.
"""

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import aiohttp
from yarl import URL

from adapters.teams.errors import RateLimited, Refused, Uncertain
from adapters.wire import written

Json = dict[str, Any]

SECONDS = 18  # shorter than the sender's own deadline
_AT_ONCE = 100  # calls, as many as there may be connections: none waits for one while its seconds are counted
_IDLE = (
    4.0  # seconds that an unused connection is kept: servers close theirs after five at the earliest, so we are first
)
_PATIENCE = 30.0  # seconds to wait when Teams says that it is too much, and not until when
_UNCERTAIN = frozenset({408, 502, 503, 504})
_OK = range(200, 300)
_TOO_MANY = 429
_LONGEST_CODE = 80


class Calls:
    """Opened by the first call, in the loop it is made in; closed at the end. `seconds`: for a call, and before that for its turn."""

    def __init__(self, seconds: float = SECONDS, at_once: int = _AT_ONCE) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._seconds = seconds
        self._at_once = at_once
        self._turns = asyncio.Semaphore(at_once)

    async def close(self) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def call(self, verb: str, service_url: str, path: str, token: str, body: Json | None = None) -> Json:
        """What Teams answers. No redirect, and one try of a POST: a GET or PUT on a kept connection that is gone is repeated by
        aiohttp, and does nothing twice. Raises Refused, RateLimited or Uncertain."""
        url = URL(f"{service_url.rstrip('/')}/v3/conversations{path}", encoded=True)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        data = None if body is None else written(body)
        if data is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
        if self._turns.locked():
            await self._wait()
        else:
            await self._turns.acquire()
        try:
            return await self._called(verb, url, headers, data)
        finally:
            self._turns.release()

    async def _called(self, verb: str, url: URL, headers: dict[str, str], data: bytes | None) -> Json:
        try:
            async with self._opened().request(verb, url, headers=headers, data=data, allow_redirects=False) as answer:
                return _answer(answer.status, answer.headers, await answer.read())
        except aiohttp.ClientConnectorError:  # no connection was ever there, so nothing arrived
            raise Refused(0, "not connected") from None
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise Uncertain(type(error).__name__) from None

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                await self._turns.acquire()
        except TimeoutError:
            raise Refused(0, "too many calls at once") from None

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=self._seconds),
                cookie_jar=aiohttp.DummyCookieJar(),
                connector=aiohttp.TCPConnector(limit=self._at_once, keepalive_timeout=_IDLE),
            )
        return self._session


def at(*ids: str) -> str:
    """A path below the conversations; what is an id may hold anything."""
    return "".join(f"/{quote(one, safe='')}" for one in ids)


def _answer(status: int, headers: Mapping[str, str], body: bytes) -> Json:
    """An answer that nobody can read, to what was taken, raises ValueError."""
    if status in _OK:
        told = json.loads(body) if body.strip() else {}
        return told if isinstance(told, dict) else {}
    if status == _TOO_MANY:
        raise RateLimited(_seconds(headers.get("Retry-After", "")))
    if status in _UNCERTAIN:
        raise Uncertain(f"status {status}")
    raise Refused(status, _code(body))


def _code(body: bytes) -> str:
    """Teams' word for it; empty when it comes as a page."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    error = told.get("error") if isinstance(told, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code[:_LONGEST_CODE] if isinstance(code, str) else ""


def _seconds(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else _PATIENCE
