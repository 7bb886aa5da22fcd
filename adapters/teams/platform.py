"""Teams as one part of the bot: one registration, put together from its settings and closed with it."""

import time
from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from adapters.pace import Pace
from adapters.teams.answering import Answering
from adapters.teams.botframework import BotFramework
from adapters.teams.deliver import PER_SECOND, Delivery
from adapters.teams.events import PATH, Ear, events
from adapters.teams.extension import Extension
from adapters.teams.installing import Installing
from adapters.teams.keys import Keys
from adapters.teams.listening import Listening
from adapters.teams.people import People
from adapters.teams.settings import TeamsSettings
from adapters.teams.tenants import Tenants
from adapters.teams.tokens import Tokens
from adapters.teams.verify import Verifier
from bot.app import App
from bot.store import Database
from scheduler.outbox import Deliver


class Teams:
    """`queued` is told when a message waits that need not wait for the next tick."""

    def __init__(
        self,
        settings: TeamsSettings,
        app: App,
        database: Database,
        clock: Callable[[], datetime],
        queued: Callable[[], None] = lambda: None,
    ) -> None:
        keys = Keys(settings.openid_url, time.monotonic)
        self.tenants = settings.tenants
        self._tokens = Tokens(settings, time.monotonic)
        self._frame = BotFramework(settings, self._tokens, keys)
        people, tenants = People(app, self._frame), Tenants(database, clock)
        self._answering = Answering(app, self._frame, people, tenants)
        listening = Listening(
            self._answering, Extension(self._answering), Installing(app, people, tenants, clock, queued)
        )
        self.ear = Ear(self._frame, Verifier(settings, keys), listening)
        self._delivery = Delivery(self._frame, people, database, Pace(time.monotonic, PER_SECOND))

    @property
    def deliver(self) -> Deliver:
        return self._delivery

    @property
    def state(self) -> str:
        """ "ok", or what is wrong with its credentials."""
        return self._tokens.state

    async def check(self) -> None:
        await self._tokens.check()

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, events(lambda _: self.ear))]

    async def settle(self) -> None:
        """Waits for what is still being shown."""
        await self._answering.settle()

    async def close(self) -> None:
        await self.settle()
        await self._frame.close()
