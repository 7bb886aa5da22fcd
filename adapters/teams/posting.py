"""Shows an answer in Teams after the request was answered: a message of its own, or one changed. It is stored already."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

import structlog

from adapters.opened import Opened
from adapters.teams.botframework import BotFramework, Json
from adapters.teams.errors import Refused, Uncertain
from adapters.teams.reference import Reference

_log = structlog.get_logger()


class Posting:
    def __init__(self, frame: BotFramework) -> None:
        self._frame = frame
        self._opened = Opened()
        self._under_way: set[asyncio.Task[None]] = set()

    async def settle(self) -> None:
        """Waits for what is still being shown."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def post(self, where: Reference, message: Json) -> None:
        await self._frame.send(where, message)

    async def replace(self, where: Reference, message_id: str, message: Json) -> None:
        """The pressed message as it stands now; a new one when Teams no longer lets it be changed."""
        try:
            await self._frame.update(where, message_id, message)
        except Refused:
            await self._frame.send(where, message)

    def shows(self, where: Reference, message_id: str, key: str) -> None:
        """The key of the card that the message shows from now on."""
        self._opened.note((where.conversation, message_id), key)

    def opened_at(self, where: Reference, message_id: str, key: str) -> str:
        """The key of what that message shows; `key` as it was sent."""
        return self._opened.key_of((where.conversation, message_id), key)

    async def change(self, where: Reference, message_id: str, message: Json) -> None:
        """A message that stands somewhere else; where Teams no longer lets it be changed it stays as it is."""
        with suppress(Refused):
            await self._frame.update(where, message_id, message)

    def soon(self, work: Awaitable[Any]) -> None:
        task = asyncio.ensure_future(self._quietly(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _quietly(self, work: Awaitable[Any]) -> None:
        try:
            await work
        except (Refused, Uncertain) as error:
            _log.warning("answer not shown", error=str(error))
