"""A workspace that has installed the bot, and a renewal of its token that Slack has not answered yet."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from adapters.sealing import Seal
from adapters.slack.tokens import stored_token
from bot.model import WorkspaceState
from tests.slack.fake import FakeSlack
from tests.slack.installing import SECRET_KEY, installing
from tests.slack.model import User, Workspace
from tests.slack.serving import Bot


@dataclass
class Place:
    fake: FakeSlack
    bot: Bot
    url: str
    acme: Workspace
    rita: User

    def install(self) -> None:
        assert self.fake.install(self.rita, f"{self.url}/slack/install").status == 200

    def stored(self) -> tuple[WorkspaceState, str]:
        """The state, and the token that is stored."""
        found = self.bot.database.operate(lambda operator: operator.workspaces.one("slack", self.acme.id))
        assert found
        token = stored_token(found, Seal(SECRET_KEY))
        return found.state, token.access if token else ""

    def tokens(self, error: str) -> None:
        """Every token so far is no good any more."""
        for token in self.fake.world.tokens.values():
            if token.kind == "bot":
                token.error = error

    def expire(self) -> None:
        for token in self.fake.world.tokens.values():
            if token.kind == "bot":
                token.expires_at = self.fake.clock.now() - 1

    def renews_ahead(self) -> None:
        """As each minute does it."""
        self.bot.run(self.bot.found["slack"]._installs.renew_ahead)

    def typed(self, line: str) -> str:
        return self.fake.command(self.rita, "/followthrough", line).ephemeral().text

    def calls(self, method: str) -> list[Any]:
        return [call.answer and call.answer.get("error", "ok") for call in self.fake.calls(method)]


@contextmanager
def placed(database) -> Iterator[Place]:
    with installing(database, rotates=True) as (fake, bot, url):
        acme = fake.add_workspace("Acme Sales")
        rita = fake.add_user(acme, "rita", real_name="Rita Moss", zone="Europe/London")
        place = Place(fake, bot, url, acme, rita)
        place.install()
        yield place


@dataclass
class Renewal:
    """One whose answer from Slack has not come in yet."""

    ended: Any  # a future
    gate: threading.Event

    def goes_on(self) -> None:
        self.gate.set()
        self.ended.result(20)


def renewing(place: Place, monkeypatch) -> Renewal:
    slack = place.bot.found["slack"]
    call, gate, asked = slack._calls.call, threading.Event(), threading.Event()

    async def slow(token: str, method: str, **arguments: Any) -> dict[str, Any]:
        answer = await call(token, method, **arguments)
        if arguments.get("grant_type") == "refresh_token":
            asked.set()
            await asyncio.to_thread(gate.wait, 20)
        return answer

    monkeypatch.setattr(slack._calls, "call", slow)
    place.bot.at += timedelta(hours=11)
    ended = asyncio.run_coroutine_threadsafe(slack._installs.renew_ahead(), place.bot.found["loop"])
    assert asked.wait(10)
    return Renewal(ended, gate)
