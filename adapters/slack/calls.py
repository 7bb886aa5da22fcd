"""Calls to Slack's Web API: one shared session, no retries of the SDK's own, and each refusal told for what it is."""

from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.settings import API

SECONDS = 18  # shorter than the sender's own deadline
_SERVER_ERROR = 500
_TOO_MANY = 429
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
    """No clear answer: it may have been done."""


class Calls:
    """The Web API with any workspace's token. Open it in a running loop, close it at the end."""

    def __init__(self, base_url: str = API) -> None:
        self._base_url = base_url
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS))

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    def client(self, token: str = "") -> AsyncWebClient:
        return AsyncWebClient(
            token=token or None, base_url=self._base_url, session=self._session, timeout=SECONDS, retry_handlers=[]
        )

    async def call(self, token: str, method: str, **arguments: Any) -> dict[str, Any]:
        """Slack's answer. Raises Refused, RateLimited or Uncertain."""
        try:
            answer = await _asked(self.client(token), method, arguments)
        except SlackApiError as error:
            raise _told(error) from None
        except aiohttp.ClientConnectorError as error:  # no connection was ever there, so nothing arrived
            raise Refused("not_connected") from error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Uncertain(type(error).__name__) from None
        data = answer.data
        if answer.status_code >= _SERVER_ERROR or not isinstance(data, dict):
            raise Uncertain(f"status {answer.status_code}")
        return data

    async def respond(self, response_url: str, **message: Any) -> None:
        """An answer to a `response_url`: five times within half an hour. Raises Refused or Uncertain."""
        if self._session is None or not self._is_answerable(response_url):
            raise Refused("response_url")
        try:
            async with self._session.post(response_url, json=message) as answer:
                if answer.status >= _SERVER_ERROR:
                    raise Uncertain(f"status {answer.status}")
                if answer.status != 200:  # noqa: PLR2004 - HTTP's ok
                    raise Refused(f"status {answer.status}")
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Uncertain(type(error).__name__) from None

    def _is_answerable(self, url: str) -> bool:
        """Slack's own host only; another one while the Web API itself is another one (a trial)."""
        if url.startswith("https://hooks.slack.com/"):
            return True
        return self._base_url != API and url.startswith(("http://127.0.0.1:", "http://localhost:"))


async def _asked(client: AsyncWebClient, method: str, arguments: dict[str, Any]) -> AsyncSlackResponse:
    """By the client's own verb: it knows whether Slack reads a method's arguments as JSON, as a form or in the query."""
    if method.startswith("oauth."):  # its verb logs in by what aiohttp is about to drop
        return await client.api_call(method, data=arguments)
    answer: AsyncSlackResponse = await getattr(client, method.replace(".", "_"))(**arguments)
    return answer


def _told(error: SlackApiError) -> Exception:
    answer: Any = error.response
    status = int(getattr(answer, "status_code", 0) or getattr(answer, "status", 0))  # the SDK hands over either kind
    data = getattr(answer, "data", None)
    said = data.get("error", "") if isinstance(data, dict) else ""
    if status == _TOO_MANY or said == "ratelimited":
        return RateLimited(_seconds(getattr(answer, "headers", {})))
    if status >= _SERVER_ERROR or said in UNCERTAIN_ERRORS or not said:
        return Uncertain(said or f"status {status}")
    return Refused(said, data)


def _seconds(headers: Any) -> int:
    wanted = {name.lower(): value for name, value in dict(headers).items()}.get("retry-after", "")
    text = str(wanted[0] if isinstance(wanted, list) else wanted)
    return int(text) if text.isdecimal() else 30
