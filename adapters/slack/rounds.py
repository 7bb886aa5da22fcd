"""What is looked at each minute in every process, whether or not anybody writes. What failed is tried again with the next round."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from scheduler.failures import wordless

PAUSE = 60.0  # seconds between two rounds
_log = structlog.get_logger()


class Rounds:
    def __init__(self, *looks: Callable[[], Awaitable[None]]) -> None:
        self._looks = looks
        self._going: asyncio.Task[None] | None = None

    def open(self) -> None:
        """The first round is at once: the process may have been away for long."""
        self._going = asyncio.create_task(self._go())

    async def close(self) -> None:
        if self._going:
            self._going.cancel()
            with suppress(asyncio.CancelledError):
                await self._going

    async def _go(self) -> None:
        while True:
            for look in self._looks:
                await self._guarded(look)
            await asyncio.sleep(PAUSE)

    async def _guarded(self, look: Callable[[], Awaitable[None]]) -> None:
        try:
            await look()
        except Exception as error:  # noqa: BLE001 - the guard of the rounds: one that fails must not be the last
            _log.error("slack round failed", exc_info=wordless(error))
