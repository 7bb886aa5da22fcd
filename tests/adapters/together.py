"""Slack and Teams in one process of the bot, each against its own fake: an organisation whose people are in both."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from adapters.slack.platform import Slack
from adapters.slack.settings import SlackSettings
from adapters.teams.platform import Teams
from adapters.web import application
from bot.app import App
from bot.store import Database
from scheduler.digests import decide_due
from scheduler.outbox import send_due
from tests.slack import model
from tests.slack.blockkit import problems
from tests.slack.fake import FakeSlack
from tests.teams.fake import FakeTeams
from tests.teams.person import User

START = datetime(2026, 3, 12, 14, tzinfo=UTC)  # a Thursday
ADDRESS = "rita@acme.test"


@dataclass
class Together:
    """Rita in both; `tick()` plans and sends what is due at the clock's time."""

    database: Database
    organisation: int
    slack: FakeSlack
    teams: FakeTeams
    in_slack: model.User
    in_teams: User
    at: datetime = START
    found: dict[str, Any] = field(default_factory=dict)

    def clock(self) -> datetime:
        return self.at

    def tick(self) -> int:
        decide_due(self.database, self.at)
        senders = {name: self.found[name].deliver for name in ("slack", "teams")}
        return self._run(lambda: send_due(self.database, senders, self.clock))

    def says_in_slack(self, text: str) -> model.Shown:
        """The answer to a slash command."""
        return self.slack.command(self.in_slack, "/followthrough", text).message()

    def says_in_teams(self, text: str) -> str:
        """The last message in their chat after they typed that."""
        assert self.in_teams.say(text)[0] == 200
        self.settle()
        return self.teams.chat(self.in_teams)[-1].text

    def settle(self) -> None:
        self._run(self.found["slack"]._answering.settle)
        self._run(self.found["teams"].settle)

    def lists(self) -> tuple[int, int]:
        """The messages of the bot's own accord, in Slack and in Teams."""
        alerts = [
            one for one in self.teams.chat(self.in_teams) if "notification" in one.activity.get("channelData", {})
        ]
        return len(self.slack.messages(self.in_slack)), len(alerts)

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work(), self.found["loop"]).result(60)


@contextmanager
def together(database: Database) -> Iterator[Together]:
    organisation = database.operate(lambda operator: operator.create_organisation("Acme"))
    with FakeSlack(checker=problems) as slack, FakeTeams() as teams:
        acme = slack.add_workspace("Acme Sales")
        for platform, workspace in (("slack", acme.id), ("teams", teams.tenant)):
            database.operate(lambda o, p=platform, w=workspace: o.workspaces.expect(organisation, p, w, START))
        in_slack = slack.add_user(acme, "rita", real_name="Rita Moss", zone="Europe/London", email=ADDRESS)
        in_teams = User(teams, "Rita Moss", email=ADDRESS.upper())
        place = Together(database, organisation, slack, teams, in_slack, in_teams)
        settings = SlackSettings(signing_secret=slack.app.signing_secret, bot_token=acme.token, api_url=slack.api_url)
        with _running(place, settings):
            yield place
            place.settle()
        assert (slack.complaints, teams.all_complaints()) == ([], [])


@contextmanager
def _running(place: Together, settings: SlackSettings) -> Iterator[None]:
    ready, ended = threading.Event(), asyncio.Event()

    async def serve() -> None:
        app = App(place.database, place.clock)
        slack = Slack(settings, app, place.database, place.clock)
        teams = Teams(place.teams.settings, app, place.database, place.clock)
        place.found |= {"loop": asyncio.get_running_loop(), "slack": slack, "teams": teams, "app": app}
        routes = [*await slack.open(receives=True), *teams.routes()]
        runner = web.AppRunner(application(place.database, routes), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        place.slack.bot_url, place.teams.bot_url = f"{url}/slack/events", f"{url}/api/messages"
        ready.set()
        await ended.wait()
        await runner.cleanup()
        await slack.close()
        await teams.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="bot")
    thread.start()
    assert ready.wait(15), "the bot did not start"
    try:
        yield
    finally:
        place.found["loop"].call_soon_threadsafe(ended.set)
        thread.join(20)
        assert not thread.is_alive()
