"""The bot in Teams over real HTTP: in a thread of the test, with a clock of its own, against a fake Teams."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from adapters.teams.platform import Teams
from adapters.teams.registrations import Registrations
from adapters.teams.settings import TeamsSettings
from adapters.web import application
from bot.app import App
from bot.model import Address, Identity, Member
from bot.store import Database
from scheduler.digests import decide_due
from scheduler.outbox import Deliver, send_due
from tests.teams.fake import FakeTeams
from tests.teams.person import User

START = datetime(2026, 3, 12, 14, tzinfo=UTC)  # a Thursday


@dataclass
class Bot:
    """`tick()` plans and sends what is due at the clock's time. `readings`: what happens at the clock's next readings, in turn;
    the first one of a message is when it begins, the second when the core answers it."""

    database: Database
    fake: FakeTeams
    at: datetime = START
    found: dict[str, Any] = field(default_factory=dict)
    senders: dict[str, Deliver] = field(default_factory=dict)
    readings: list[Callable[[], object]] = field(default_factory=list)

    def clock(self) -> datetime:
        if self.readings:
            self.readings.pop(0)()
        return self.at

    def passes(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    @contextmanager
    def out_of_order(self) -> Iterator[None]:
        """A database (SQLite) that lacks a table: whatever is said breaks."""
        with closing(sqlite3.connect(self.database.url.removeprefix("sqlite:///"))) as file:
            file.execute("ALTER TABLE identities RENAME TO away")
            try:
                yield
            finally:
                file.execute("ALTER TABLE away RENAME TO identities")

    @property
    def app(self) -> App:
        app: App = self.found["app"]
        return app

    def tick(self) -> int:
        decide_due(self.database, self.at)
        return self.send()

    def send(self) -> int:
        senders = {"teams": self.found["teams"].deliver, **self.senders}
        return self.run(lambda: send_due(self.database, senders, self.clock))

    def note_queued(self) -> None:
        """A message waits, and somebody with it: the program would tick."""
        self.found["queued"] += 1

    def run(self, work: Callable[[], Any]) -> Any:
        """In the bot's own loop."""
        return asyncio.run_coroutine_threadsafe(work(), self.found["loop"]).result(60)

    def settle(self) -> None:
        """Until everything that was said is shown as well."""
        self.run(self.found["teams"].settle)

    @property
    def organisation(self) -> int:
        found = self.database.operate(lambda operator: operator.workspaces.one("teams", self.fake.tenant))
        assert found
        return found.organisation_id

    def identity(self, user: User) -> Identity:
        place = Address("teams", self.fake.tenant, user.aad)
        found = self.database.read(self.organisation, lambda store: store.identities.at(place))
        assert found
        return found

    def member(self, user: User) -> Member:
        member_id = self.identity(user).member_id
        return next(member for member in self.app.members(self.organisation) if member.id == member_id)


@contextmanager
def running_bot(
    database: Database, fake: FakeTeams, settings: TeamsSettings | None = None, *further: TeamsSettings
) -> Iterator[Bot]:
    bot = Bot(database, fake)
    ready, ended = threading.Event(), asyncio.Event()

    async def serve() -> None:
        bot.found["loop"] = asyncio.get_running_loop()
        bot.found["app"] = App(database, bot.clock)
        all_ = (settings or fake.settings, *further)
        bot.found["queued"] = 0
        bots = [Teams(one, bot.found["app"], database, bot.clock, bot.note_queued) for one in all_]
        teams = bot.found["teams"] = Registrations(bots) if further else bots[0]
        runner = web.AppRunner(application(database, teams.routes()), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fake.bot_url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages"
        ready.set()
        await ended.wait()
        await runner.cleanup()
        await teams.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="bot")
    thread.start()
    assert ready.wait(15), "the bot did not start"
    try:
        yield bot
    finally:
        bot.found["loop"].call_soon_threadsafe(ended.set)
        thread.join(20)
        assert not thread.is_alive()


@dataclass
class Office:
    """A tenant with people, its bot, and the fake Teams around them."""

    fake: FakeTeams
    bot: Bot
    rita: User
    tom: User

    def said(self, user: User, text: str) -> str:
        """The last message in their chat after they typed that."""
        assert user.say(text)[0] == 200
        self.bot.settle()
        return self.fake.chat(user)[-1].text


@contextmanager
def office(database: Database) -> Iterator[Office]:
    with FakeTeams() as fake:
        rita = User(fake, "Rita Moss", email="rita@acme.test")
        tom = User(fake, "Tom Becker", zone="America/New_York", locale="en-US", email="tom@acme.test")
        with running_bot(database, fake) as bot:
            yield Office(fake, bot, rita, tom)
            bot.settle()
        assert fake.all_complaints() == []
