"""A Slack of our own on loopback: it answers the bot, plays its users, and keeps a record that no bot can write.

with FakeSlack() as slack:
    acme = slack.add_workspace("Acme Sales")
    rita = slack.add_user(acme, "rita", zone="America/New_York")
    ...  # start the bot with slack.api_url, acme.token, slack.app.signing_secret; then
    slack.bot_url = "http://127.0.0.1:PORT/slack/events"      # without it: Socket Mode
    seen = slack.command(rita, "/logcall", "Acme: sent pricing")
    assert seen.ephemeral().text.startswith("Logged")
    assert slack.complaints == []
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import web

from tests.slack import events
from tests.slack.call import METHODS
from tests.slack.delivering import Answer, Deliveries
from tests.slack.faults import Faults
from tests.slack.model import App, Channel, Clock, Json, Receipt, Shown, Token, User, Workspace
from tests.slack.oauth import Consent
from tests.slack.response_urls import ResponseUrls
from tests.slack.sending import Sending
from tests.slack.socket_mode import SocketMode
from tests.slack.web_api import WebApi
from tests.slack.world import Checker, World

T = TypeVar("T")
PATIENCE = 60.0


class FakeSlack(Sending):
    """`checker` names Block Kit's problems with a message or a view; whatever has some is refused and complained of."""

    def __init__(self, *, checker: Checker | None = None, rotates: bool = False) -> None:
        self.world = World(checker=checker, rotates=rotates)
        self.sockets = SocketMode(self.world)
        self.deliveries = Deliveries(self.world, self.sockets)
        self.consent = Consent(self.world)
        self.world.tokens[self.app.app_token] = Token(self.app.app_token, "", "", "app", ("connections:write",))
        self._thread: threading.Thread | None = None
        self._ready = threading.Event()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fake-slack")
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the fake Slack did not start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.loop.call_soon_threadsafe(self._ended.set)
        if self._thread:
            self._thread.join(10)

    async def _serve(self) -> None:
        self.loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        application = web.Application(client_max_size=50 * 2**20)
        for part in (WebApi(self.world), self.consent, ResponseUrls(self.world), self.sockets):
            application.add_routes(part.routes())
        runner = web.AppRunner(application, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.world.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        await self.deliveries.open()
        self._ready.set()
        await self._ended.wait()
        await self.sockets.cut()
        await self.deliveries.close()
        await runner.cleanup()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    # What it is made of

    @property
    def app(self) -> App:
        return self.world.app

    @property
    def url(self) -> str:
        return self.world.url

    @property
    def api_url(self) -> str:
        """For SLACK_API_URL."""
        return f"{self.url}/api/"

    @property
    def authorize_url(self) -> str:
        """For SLACK_AUTHORIZE_URL."""
        return f"{self.url}/oauth/v2/authorize"

    @property
    def bot_url(self) -> str:
        return self.deliveries.bot_url

    @bot_url.setter
    def bot_url(self, url: str) -> None:
        self.deliveries.bot_url = url

    @property
    def clock(self) -> Clock:
        return self.world.clock

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def workspaces(self) -> dict[str, Workspace]:
        return self.world.workspaces

    def add_workspace(self, name: str = "Acme Sales", *, token: str = "") -> Workspace:
        """With a bot user and a token of its own."""
        return self.world.add_workspace(name, token)

    def add_user(self, workspace: Workspace, name: str, **about: Any) -> User:
        """`about`: real_name, email, zone, locale, is_admin, deleted, is_bot, is_restricted, is_stranger …"""
        return self.world.add_user(workspace, name, **about)

    def add_channel(self, workspace: Workspace, name: str, *members: User, with_bot: bool = True) -> Channel:
        return self.world.add_channel(workspace, name, *members, with_bot=with_bot)

    # The records

    @property
    def receipts(self) -> list[Receipt]:
        """Every call of the bot, from the first on."""
        return self.world.receipts

    @property
    def complaints(self) -> list[str]:
        """What the bot sent and Slack would not take. A test asserts that it is empty."""
        return self.world.complaints

    def calls(self, method: str, *, team: str = "") -> list[Receipt]:
        if method not in METHODS and method != "response_url":
            raise KeyError(method)
        return [r for r in self.receipts if r.method == method and team in {"", r.team}]

    def messages(self, where: User | Channel) -> list[Json]:
        """What stands in a channel, or in a user's DM."""
        if isinstance(where, Channel):
            return where.messages
        found = self.workspaces[where.team].dm(where.id)
        return found.messages if found else []

    def shown_to(self, user: User) -> list[Shown]:
        return [shown for shown in self.world.shown if shown.user == user.id]

    def until(self, holds: Callable[[], Any], what: str = "it", seconds: float = 10.0) -> None:
        """Waits until something that was received or shown makes `holds` true; nothing sleeps."""
        with self.world.changed:
            if not self.world.changed.wait_for(holds, seconds):
                raise AssertionError(f"{what} never came about; received {[r.method for r in self.receipts]}")

    # Beside what users do

    def verify_url(self) -> Answer:
        """Slack's question when a request URL is set."""
        told = {"token": self.app.verification_token, "challenge": "a-challenge", "type": "url_verification"}
        return self.run(self.deliveries.deliver("events", told, times=1, parallel=False))[0]

    def install(self, user: User, install_url: str) -> Answer:
        """That user opens the bot's install page and agrees; the answer is the last page."""
        self.consent.user = user

        async def browse() -> Answer:
            async with self.deliveries.session.get(install_url) as answer:
                return Answer(answer.status, await answer.text(), dict(answer.headers))

        return self.run(browse())

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Socket Mode: Slack asks every connection to come again."""
        self.run(self.sockets.disconnect(reason))

    def as_typed(self, text: str) -> str:
        return events.as_typed(text)
