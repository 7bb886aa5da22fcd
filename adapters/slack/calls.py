"""Calls to Slack's Web API: one shared session, no retries of the SDK's own, and each refusal told for what it is."""

import json
import math
import time
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.settings import API
from adapters.wire import written

SECONDS = 18  # shorter than the sender's own deadline
_SERVER_ERROR = 500
_TOO_MANY = 429
WORKSPACE_GONE = frozenset({
    "account_inactive", "token_revoked", "invalid_auth", "not_authed", "org_login_required", "team_access_not_granted",
})  # fmt: skip
TOKEN_ENDED = "token_expired"  # noqa: S105 - Slack's word: it has to be renewed
NO_ANSWER = frozenset({"ratelimited", "not_connected"})  # refusals that say nothing of what was asked
UNCERTAIN_ERRORS = frozenset({"fatal_error", "internal_error", "service_unavailable", "request_timeout"})


class Refused(Exception):
    """Slack said no, and nothing was done. `error` is its word for it."""

    def __init__(self, error: str, answer: dict[str, Any] | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.answer = answer or {}


class RateLimited(Refused):
    """Too many calls of that method in that workspace; nothing was done."""

    def __init__(self, seconds: int) -> None:
        super().__init__("ratelimited")
        self.seconds = seconds


class Uncertain(Exception):
    """No clear answer: it may have been done. `seconds`: how long Slack wants to hear nothing of that kind."""

    def __init__(self, why: str = "", seconds: int = 0) -> None:
        super().__init__(why)
        self.seconds = seconds


class Limits:
    """Which methods a workspace, known by its token, may not call for now: Slack said for how long. Nobody asks it meanwhile."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds` is a monotonic clock."""
        self._seconds = seconds
        self._closed_until: dict[tuple[str, str], float] = {}

    def check(self, token: str, method: str) -> None:
        """Raises RateLimited."""
        left = self._closed_until.get((token, method), 0.0) - self._seconds()
        if left > 0:
            raise RateLimited(math.ceil(left))

    def close(self, token: str, method: str, seconds: float) -> None:
        now = self._seconds()
        self._closed_until = {place: until for place, until in self._closed_until.items() if until > now}
        self._closed_until[token, method] = now + seconds


class Calls:
    """The Web API with any workspace's token. Open it in a running loop, close it at the end."""

    def __init__(self, base_url: str = API, seconds: Callable[[], float] = time.monotonic) -> None:
        self._base_url = base_url
        self._limits = Limits(seconds)
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=SECONDS), json_serialize=lambda thing: written(thing).decode()
        )

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    def client(self) -> AsyncWebClient:
        """For Bolt, which wants one; what we ask, we ask ourselves."""
        return AsyncWebClient(base_url=self._base_url, session=self._session, timeout=SECONDS, retry_handlers=[])

    async def call(self, token: str, method: str, **arguments: Any) -> dict[str, Any]:
        """Slack's answer. Raises Refused, RateLimited or Uncertain.

        The SDK's verbs walk through every block once more and make an object for a try that never comes: half of what
        sending costs. Slack reads a form for every method, and JSON for those that take blocks, a view or metadata.
        """
        nested = any(isinstance(value, dict | list) for value in arguments.values())
        body = {"json": arguments} if nested else {"data": _form(arguments)}
        return await self._answered("POST", token, method, **body)

    async def ask(self, token: str, method: str, **arguments: Any) -> dict[str, Any]:
        """As `call`, for a method that only reads: without a body it costs two thirds."""
        return await self._answered("GET", token, method, params=_form(arguments))

    async def _answered(self, verb: str, token: str, method: str, **request: Any) -> dict[str, Any]:
        if self._session is None:
            raise Refused("not_connected")
        self._limits.check(token, method)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            async with self._session.request(
                verb, f"{self._base_url}{method}", headers=headers, allow_redirects=False, **request
            ) as response:
                return _answer(response.status, response.headers, await response.read())
        except RateLimited as error:
            self._limits.close(token, method, error.seconds)
            raise
        except aiohttp.ClientConnectorError as error:  # no connection was ever there, so nothing arrived
            raise Refused("not_connected") from error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Uncertain(type(error).__name__) from None

    async def respond(self, response_url: str, **message: Any) -> None:
        """An answer to a `response_url`: five times within half an hour. Raises Refused, RateLimited or Uncertain."""
        if self._session is None or not self._is_answerable(response_url):
            raise Refused("response_url")
        try:
            async with self._session.post(response_url, json=message, allow_redirects=False) as answer:
                if answer.status == _TOO_MANY:
                    raise _rate_limited(answer.headers)
                if answer.status >= _SERVER_ERROR:
                    raise Uncertain(f"status {answer.status}")
                if answer.status != 200:  # noqa: PLR2004 - HTTP's ok
                    raise Refused(f"status {answer.status}")
        except aiohttp.ClientConnectorError as error:
            raise Refused("not_connected") from error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Uncertain(type(error).__name__) from None

    def _is_answerable(self, url: str) -> bool:
        """Slack's own host only; another one while the Web API itself is another one (a trial)."""
        if url.startswith("https://hooks.slack.com/"):
            return True
        return self._base_url != API and url.startswith(("http://127.0.0.1:", "http://localhost:"))


def _form(arguments: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(int(value) if isinstance(value, bool) else value) for name, value in arguments.items()}


def _rate_limited(headers: Mapping[str, str]) -> RateLimited:
    seconds = headers.get("Retry-After", "")
    return RateLimited(int(seconds) if seconds.isdecimal() else 30)


def _answer(status: int, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    try:
        data = json.loads(body)
    except ValueError:
        data = None
    said = data.get("error", "") if isinstance(data, dict) else ""
    if status == _TOO_MANY or said == "ratelimited":
        raise _rate_limited(headers)
    if status >= _SERVER_ERROR or not isinstance(data, dict) or said in UNCERTAIN_ERRORS:
        raise Uncertain(said or f"status {status}")
    if not data.get("ok"):
        if not said:
            raise Uncertain(f"status {status}")
        raise Refused(said, data)
    return data
