"""`POST /slack/events`: verified on the raw bytes before anything is read. A bad request gets 401 or 400, never 500."""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

import structlog
from aiohttp import web
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.shape import TOO_MANY, payload
from adapters.slack.verify import is_genuine
from bot.tally import TALLY

_UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, LookupError, RecursionError)
_log = structlog.get_logger()


def events(
    app: AsyncApp, signing_secret: str, clock: Callable[[], datetime]
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def receive(request: web.Request) -> web.StreamResponse:
        body = await request.read()  # whole, or aiohttp answers 413: the application's limit is a megabyte
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not is_genuine(body, timestamp, signature, signing_secret, clock().timestamp()):
            TALLY.add("inbound", platform="slack", outcome="refused")
            return web.Response(status=401)
        told = _payload(body)
        if told is None:
            TALLY.add("inbound", platform="slack", outcome="refused")
            return web.Response(status=400)
        if told.get("type") == TOO_MANY:
            _log.warning("slack holds events back: more than 30,000 an hour of one workspace")
            return web.Response()
        try:
            # Bolt takes what was read already in Socket Mode only; it would read and verify the body a second time.
            made = AsyncBoltRequest(body=told, mode="socket_mode")
            return _answer(await app.async_dispatch(made))
        except Exception:  # noqa: BLE001 - the adapter's one outer guard: Slack sends an event again, nothing half done is kept
            _log.exception("slack request failed")
            return web.Response(status=500)

    return receive


def _answer(said: BoltResponse) -> web.Response:
    """Without the cookies that Bolt's own way looks for: to Slack it says a text or JSON, and nothing else."""
    kind = "application/json" if said.body.startswith("{") else "text/plain"
    return web.Response(status=said.status, text=said.body, content_type=kind)


def _payload(body: bytes) -> dict[str, Any] | None:
    """None for a body that is signed and still no payload of Slack's. Nothing unsigned goes on: no header, no query."""
    try:
        return payload(_read(body.decode("utf-8")))
    except _UNREADABLE:
        return None


def _read(text: str) -> dict[str, Any]:
    """JSON, a form, or JSON in a form's field, as Slack sends them. Raises ValueError or TypeError."""
    if text.startswith("{"):
        return dict(json.loads(text))
    fields = dict(parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict"))
    return dict(json.loads(fields["payload"])) if "payload" in fields else fields
