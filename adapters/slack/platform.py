"""Slack as one part of the bot: put together from its settings, opened in the loop, closed with it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from aiohttp import web

from adapters.pace import Pace
from adapters.sealing import Seal
from adapters.slack.again import Again
from adapters.slack.answering import Answering
from adapters.slack.calls import Calls, Refused, Uncertain
from adapters.slack.deliver import Delivery
from adapters.slack.events import events
from adapters.slack.farewells import Farewells
from adapters.slack.installs import Install, Installs
from adapters.slack.listening import Listening
from adapters.slack.oauth import OAuth
from adapters.slack.people import CannotTell, People
from adapters.slack.rounds import Rounds
from adapters.slack.settings import SlackSettings
from adapters.slack.socket import Socket
from adapters.slack.speaking import Speaking
from adapters.slack.tokens import PLATFORM
from bot.app import App, system_clock
from bot.store import Database
from scheduler.outbox import Deliver

_ONE_DAY = timedelta(days=1)  # who installs it again and again is told once
_log = structlog.get_logger()


class NotConnected(Exception):
    """Slack would not have the token of that setting, or did not answer, also when asked again."""

    def __init__(self, setting: str, why: Refused | Uncertain) -> None:
        super().__init__(f"{setting}: {why}")
        self.setting, self.why = setting, why


class Slack:
    def __init__(
        self, settings: SlackSettings, app: App, database: Database, clock: Callable[[], datetime],
        seconds: Callable[[], float] = time.monotonic, *, soon: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`seconds` is a monotonic clock, by which Slack's own wishes to wait are kept. `soon`: somebody waits for what was just queued."""
        self._settings = settings
        self._app = app
        self._soon = soon
        self._database = database
        self._clock = clock
        self._calls = Calls(settings.api_url, seconds)
        seal = Seal(settings.secret_key, settings.secret_key_before) if settings.secret_key else None
        credentials = (settings.client_id, settings.client_secret)
        self._installs = Installs(database, self._calls, clock, seal, credentials)
        speaking = Speaking(self._calls, self._installs)
        self._people = People(app, speaking)
        self._answering = Answering(app, speaking, self._people)
        self._farewells = Farewells(database, self._installs, speaking)
        self._rounds = Rounds(self._installs.renew_ahead, self._farewells.again)
        self._delivery = Delivery(
            self._calls, self._installs, clock, Pace(seconds), partial(self._people.refresh, asked=True)
        )
        self._socket: Socket | None = None

    @property
    def deliver(self) -> Deliver:
        return self._delivery

    @property
    def state(self) -> str:
        return self._installs.state

    async def open(self, *, receives: bool) -> list[web.RouteDef]:
        """Connects; returns the routes that this way in needs; none in a process that only sends.

        Raises NotConnected.
        """
        await self._calls.open()
        if self._settings.bot_token:
            await _patiently("SLACK_BOT_TOKEN", lambda: self._installs.connect_pasted(self._settings.bot_token))
        self._rounds.open()
        return await self._listen() if receives else []

    async def _listen(self) -> list[web.RouteDef]:
        listening = Listening(self._answering, self._installs, self._people, self._farewells)
        if self._settings.app_token:
            self._socket = Socket(listening.bolt(self._calls), self._settings.app_token, self._calls)
            await _patiently("SLACK_APP_TOKEN", self._socket.open)
            return []
        bolt = listening.bolt(self._calls)
        received = web.post(
            "/slack/events", events(bolt, self._settings.signing_secret, system_clock)
        )  # Slack signs by real time
        return [received, *(self._oauth().routes() if self._settings.client_id else [])]

    async def close(self) -> None:
        if self._socket:
            await self._socket.close()
        await self._rounds.close()
        await self._answering.close()
        await self._installs.close()
        await self._calls.close()

    def _oauth(self) -> OAuth:
        return OAuth(
            self._database, self._calls, self._installs, self._clock, self._welcome,
            client_id=self._settings.client_id, client_secret=self._settings.client_secret,
            public_url=self._settings.public_url, authorize_url=self._settings.authorize_url,
        )  # fmt: skip

    async def _welcome(self, install: Install) -> None:
        """Whoever connected the workspace is its admin, and is told what comes next; a little later where Slack does not say
        at once who that is. Where it never does, their own first word brings it."""
        try:
            await self._greet(install)
        except CannotTell:
            self._answering.later(install, lambda: self._greet(install))

    async def _greet(self, install: Install) -> None:
        member_id = await self._people.member_id(install, install.about.installer)
        if member_id is None:
            _log.warning("installer not found", team=install.team)
            return
        today = self._clock() - _ONE_DAY
        await asyncio.to_thread(self._app.greet_admin, install.organisation_id, member_id, PLATFORM, since=today)
        self._soon()


async def _patiently(setting: str, connecting: Callable[[], Awaitable[object]]) -> None:
    """Tried again a few times, as an answer is: a start is no worse a moment for Slack to be busy in. Raises NotConnected."""

    async def attempt() -> None:
        try:
            await connecting()
        except (Refused, Uncertain) as error:
            _log.warning("slack not connected", setting=setting, error=str(error))
            raise

    try:
        await Again().shown(attempt, ("", setting))
    except (Refused, Uncertain) as error:
        raise NotConnected(setting, error) from None
