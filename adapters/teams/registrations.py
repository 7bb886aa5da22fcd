"""Several bots in one process, each with credentials of its own: the tenant decides which of them hears and speaks."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from adapters.teams.events import PATH, Ear, events
from adapters.teams.platform import Teams
from adapters.teams.verify import tenant_of
from bot.cards import Card
from bot.store import Parcel
from scheduler.fates import DeliveryError, Fate


class Registrations:
    def __init__(self, bots: Sequence[Teams]) -> None:
        self._bots = bots
        self._by_tenant = {tenant: bot for bot in bots for tenant in bot.tenants}

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, events(self._ear_for))]

    async def deliver(self, parcel: Parcel, card: Card) -> str:
        """Raises DeliveryError."""
        bot = self._by_tenant.get(parcel.address.workspace)
        if bot is None:
            raise DeliveryError(Fate.stopped, "no bot is registered for this tenant")
        return await bot.deliver(parcel, card)

    @property
    def state(self) -> str:
        """ "ok", or what is wrong with whose credentials; the first bot is 0, the others have the numbers of their entries."""
        wrong = [f"bot {at}: {bot.state}" for at, bot in enumerate(self._bots) if bot.state != "ok"]
        return "; ".join(wrong) or "ok"

    async def check(self) -> None:
        await asyncio.gather(*(bot.check() for bot in self._bots))

    async def settle(self) -> None:
        await asyncio.gather(*(bot.settle() for bot in self._bots))

    async def close(self) -> None:
        for bot in self._bots:
            await bot.close()

    def _ear_for(self, activity: Mapping[str, Any]) -> Ear | None:
        bot = self._by_tenant.get(tenant_of(activity))
        return bot.ear if bot else None
