"""Slack tells of an uninstall a few times. Where its token could not be tried meanwhile, the word is kept and tried until it can.

It is believed when the token is dead: one that was told late ends no newer installation.
"""

import asyncio
from contextlib import suppress

import structlog

from adapters.sealing import CannotUnseal
from adapters.slack.calls import NO_ANSWER, TOKEN_ENDED, Refused, Uncertain
from adapters.slack.installs import Installs
from adapters.slack.speaking import Speaking
from bot.store import Database

_KEPT = "farewell:slack:"
_UNDECIDED = NO_ANSWER | {TOKEN_ENDED}  # and not renewed just now
_log = structlog.get_logger()


class Farewells:
    def __init__(self, database: Database, installs: Installs, speaking: Speaking) -> None:
        self._database = database
        self._installs = installs
        self._speaking = speaking

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
        if not await self._is_gone(team):
            _log.warning("slack workspace still connected", team=team)
        await asyncio.to_thread(self._database.operate, lambda o: o.take_meta(f"{_KEPT}{team}"))

    async def _is_gone(self, team: str) -> bool:
        """The token itself is tried, and the workspace stopped where that is dead. Where it cannot be opened, Slack's word counts.
        Raises Refused or Uncertain where Slack does not answer."""
        try:
            install = await self._installs.of(team)
        except CannotUnseal:
            await self._installs.stop(team)
            return True
        if install is None:
            return True
        try:
            await self._speaking.call(install, "auth.test")
        except Refused as error:
            if error.error in _UNDECIDED:
                raise
            await self._installs.stop(team, install.token)
            return True
        return False
