"""One bot, as an administrator starts it, with two people before it: Rita in London, who added it first, and Tom in New York."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from adapters.local.clock import MovableClock
from adapters.local.sample import create_team
from bot.app import system_clock
from bot.store import Database
from tests.browser.conftest import ARGUMENTS, CHROMIUM, NOWHERE_ELSE
from tests.serving import Client, running
from tests.teams.judging import need
from tests.teams.playground.chatting import PATIENCE, Chat
from tests.teams.playground.playing import PACKAGE, RITA, TOM, Person, playgrounds

SIZE = {"width": 1280, "height": 1000}


@dataclass(frozen=True)
class Office:
    client: Client
    stored: Path
    rita: Chat
    tom: Chat

    def now(self) -> datetime:
        return datetime.fromisoformat(self.client.get("/local/members")[1]["now"])

    def go_to(self, moment: datetime) -> None:
        """Time passes, and what is due by then is sent."""
        status, told = self.client.post("/local/clock", {"to": moment.isoformat()})
        assert status == 200, told

    def tick(self) -> None:
        self.go_to(self.now() + timedelta(seconds=1))

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """What is stored, while the bot runs and owns it."""
        with closing(sqlite3.connect(f"{self.stored.as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(query, values).fetchall()


@pytest.fixture
def office(world: Office) -> Office:
    """Each test begins in the two's own chats, whatever the one before it has left open."""
    world.rita.come_home()
    world.tom.come_home()
    return world


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    need(PACKAGE)
    _need_chromium()
    folder = tmp_path_factory.mktemp("playground")
    stored = _database(folder)
    local = {"TEAMS_UNAUTHENTICATED_LOCAL": "1", "FOLLOWTHROUGH_LOCAL": "1"}  # the page, for its clock
    with (
        running(folder, **local) as client,
        playgrounds(client.url, (RITA, TOM), folder) as urls,
        _browser() as browser,
    ):
        chats = [_chat(browser, person, url) for person, url in zip((RITA, TOM), urls, strict=True)]
        made = Office(client, stored, *chats)
        made.tick()
        yield made


def _database(folder: Path) -> Path:
    """A fresh one whose clock stands on a Tuesday without a holiday, in the afternoon: the texts are those of any day."""
    path = folder / "data" / "followthrough.sqlite3"
    path.parent.mkdir()
    database = Database(f"sqlite:///{path}")
    database.migrate()
    today = system_clock().replace(year=system_clock().year + 1, month=6, day=9, hour=14, minute=0)
    start = today + timedelta(days=(1 - today.weekday()) % 7)
    MovableClock(database, system_clock).move_to(start)
    create_team(database, start)  # whose page it is; nobody of it is in Teams
    database.close()
    return path


def _need_chromium() -> None:
    if not CHROMIUM:
        told = "install Chromium to run the tests with Microsoft's Playground (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, NOWHERE_ELSE])
        yield opened
        opened.close()


def _chat(browser: Browser, person: Person, url: str) -> Chat:
    page = browser.new_page(viewport=SIZE, timezone_id=person.zone)
    page.set_default_timeout(PATIENCE)
    chat = Chat(page, person)
    chat.install(url)
    return chat
