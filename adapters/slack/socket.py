"""Socket Mode: Slack's payloads over a WebSocket that we open, for one workspace without a public address.

The SDK's client reconnects by itself; what it does not notice, the watch does.
"""

import asyncio
from contextlib import suppress

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from adapters.slack.calls import Calls, Uncertain

_OPENS_WITHIN = 10.0  # seconds
_LOOK_EVERY = 20.0  # seconds
_MISSED = 3  # looks in a row at a dead connection before it is made anew
_log = structlog.get_logger()


class Socket:
    def __init__(self, app: AsyncApp, app_token: str, calls: Calls) -> None:
        self._app_token = app_token
        self._calls = calls
        self._handler = AsyncSocketModeHandler(app, app_token, web_client=calls.client(), ping_interval=10)
        self._watching: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Raises Refused, RateLimited or Uncertain where Slack gives no address, or nothing opens there: the SDK would ask for ever, and
        start nothing."""
        told = await self._calls.call(self._app_token, "apps.connections.open")
        if not told.get("url"):
            raise Uncertain("no address")
        self._handler.client.wss_uri = told["url"]
        try:
            async with asyncio.timeout(_OPENS_WITHIN):  # the SDK tries one address, which is good once, for ever
                await self._handler.connect_async()  # type: ignore[no-untyped-call]
        except TimeoutError as error:
            raise Uncertain(type(error).__name__) from None
        self._watching = asyncio.create_task(self._watch())

    async def close(self) -> None:
        if self._watching:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        await self._handler.close_async()  # type: ignore[no-untyped-call]

    async def _watch(self) -> None:
        missed = 0
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            missed = 0 if await self._handler.client.is_connected() else missed + 1
            if missed >= _MISSED:
                _log.warning("socket mode connection made anew")
                missed = 0
                with suppress(Exception):  # it is tried again at a later look
                    async with asyncio.timeout(_OPENS_WITHIN):  # as in `open`: or the watch would hang as well
                        await self._handler.client.connect_to_new_endpoint(force=True)
