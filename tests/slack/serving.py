"""The bot in Slack over real HTTP or Socket Mode: in a thread of the test, with a clock of its own, against a fake Slack."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from adapters.slack.platform import Slack
from adapters.slack.settings import SlackSettings
from adapters.web import application
from bot.app import App, load_all
from bot.model import Address, Member
from bot.store import Database
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.slack.model import Channel, User, Workspace

START = datetime(2026, 3, 12, 14, tzinfo=UTC)  # a Thursday


@dataclass
class Bot:
    """`tick()` plans and sends what is due at the clock's time."""

    database: Database
    fake: FakeSlack
    at: datetime = START
    latest: datetime = START
    found: dict[str, Any] = field(default_factory=dict)
    waited_for: list[datetime] = field(default_factory=list)  # when somebody waited for what had just been queued

    def clock(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        """What passes on the clock passes for Slack's wishes to wait; put back, it stands still for them."""
        self.latest = max(self.latest, self.at)
        return time.monotonic() + (self.latest - START).total_seconds()

    @property
    def app(self) -> App:
        app: App = self.found["app"]
        return app

    def tick(self) -> int:
        decide_due(self.database, self.at)
        senders = {"slack": self.found["slack"].deliver}
        return self.run(lambda: send_due(self.database, senders, self.clock))

    def run(self, work: Callable[[], Any]) -> Any:
        """In the bot's own loop."""
        return asyncio.run_coroutine_threadsafe(work(), self.found["loop"]).result(60)

    def settle(self) -> None:
        """Until everything that was said is shown as well."""
        self.run(self.found["slack"]._answering.settle)

    def member(self, user: User) -> Member:
        """Who was made by what they typed last is there once that is answered, however late on a busy machine."""
        until = time.monotonic() + 20
        while True:
            self.settle()
            organisation_id = self.organisation(user.team)
            member_id = self.app.member_id_at(organisation_id, Address("slack", user.team, user.id))
            found = next((member for member in self.app.members(organisation_id) if member.id == member_id), None)
            if found or time.monotonic() > until:
                assert found, f"{user.name} has not been heard"
                return found
            time.sleep(0.05)

    def organisation(self, team: str) -> int:
        found = self.database.operate(lambda operator: operator.workspaces.one("slack", team))
        assert found
        return found.organisation_id


@contextmanager
def running_bot(database: Database, fake: FakeSlack, settings: SlackSettings, port: int = 0) -> Iterator[Bot]:
    load_all()  # as `followthrough run` does before Slack may ask: a first answer would come too late on a busy machine
    bot = Bot(database, fake)
    ready, ended = threading.Event(), asyncio.Event()

    async def serve() -> None:
        bot.found["loop"] = asyncio.get_running_loop()
        bot.found["app"] = App(database, bot.clock)
        slack = bot.found["slack"] = Slack(
            settings, bot.found["app"], database, bot.clock, bot.seconds, soon=lambda: bot.waited_for.append(bot.clock())
        )  # fmt: skip
        try:
            runner = web.AppRunner(application(database, await slack.open(receives=True)), access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", port).start()
            bot.found["url"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            ready.set()
        await ended.wait()
        await runner.cleanup()
        await slack.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="bot")
    thread.start()
    assert ready.wait(15)
    if "url" not in bot.found:
        thread.join(5)
        raise RuntimeError("the bot did not start")
    if not settings.app_token:
        fake.bot_url = f"{bot.found['url']}/slack/events"
    try:
        yield bot
    finally:
        bot.found["loop"].call_soon_threadsafe(ended.set)
        thread.join(20)
        assert not thread.is_alive()


@dataclass
class Office:
    """A workspace with people, its bot, and the fake Slack around them."""

    fake: FakeSlack
    bot: Bot
    acme: Workspace
    rita: User
    tom: User
    sales: Channel


@contextmanager
def office(database: Database, **settings: str) -> Iterator[Office]:
    with FakeSlack(checker=problems) as fake:
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(
            acme, "rita", real_name="Rita Moss", zone="Europe/London", locale="en-GB", email="rita@acme.test"
        )
        tom = fake.add_user(acme, "tom", real_name="Tom Becker", zone="America/New_York", email="tom@acme.test")
        sales = fake.add_channel(acme, "sales", rita, tom)
        if settings.get("app_token"):
            settings["app_token"] = fake.app.app_token
        given = SlackSettings(**{
            "signing_secret": fake.app.signing_secret, "bot_token": acme.token, "api_url": fake.api_url, **settings,
        })  # fmt: skip
        with running_bot(database, fake, given) as bot:
            yield Office(fake, bot, acme, rita, tom, sales)
            bot.settle()
        assert fake.complaints == []
