"""Slack tells of an uninstall a few times. Where its token could not be tried meanwhile, the word is kept and tried until it can.

It is believed when the token is dead (Installs.is_gone): one that was told late ends no newer installation.
"""

import asyncio
from contextlib import suppress

import structlog

from adapters.slack.calls import Refused, Uncertain
from adapters.slack.installs import Installs
from bot.store import Database, is_of_the_database

PAUSE = 60.0  # seconds between two tries
_KEPT = "farewell:slack:"
_log = structlog.get_logger()


class Farewells:
    def __init__(self, database: Database, installs: Installs) -> None:
        self._database = database
        self._installs = installs
        self._trying: asyncio.Task[None] | None = None

    def open(self) -> None:
        self._trying = asyncio.create_task(self._try_on())

    async def close(self) -> None:
        if self._trying:
            self._trying.cancel()
            with suppress(asyncio.CancelledError):
                await self._trying

    async def hear(self, team: str) -> None:
        """Raises Refused or Uncertain where Slack does not say whether it is so: then it tells it again as well."""
        await asyncio.to_thread(self._database.operate, lambda o: o.set_meta(f"{_KEPT}{team}", team))
        await self._decided(team)

    async def again(self) -> None:
        """Tries what was not decided so far."""
        for team in await asyncio.to_thread(self._database.survey, lambda o: o.meta_of(_KEPT)):
            with suppress(Refused, Uncertain):
                await self._decided(team)

    async def _decided(self, team: str) -> None:
        await self._installs.is_gone(team)
        await asyncio.to_thread(self._database.operate, lambda o: o.take_meta(f"{_KEPT}{team}"))

    async def _try_on(self) -> None:
        while True:
            await asyncio.sleep(PAUSE)
            try:
                await self.again()
            except Exception as error:
                if not is_of_the_database(error):
                    raise
                _log.warning("slack farewells not tried", error=type(error).__name__)
