"""npm `emulate` as Slack's Web API and OAuth, and the test as its user: what emulate never sends, this sends, signed."""

import json
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from typing_extensions import override

from tests.serving import Client
from tests.slack.delivering import encoded, sign
from tests.slack.judging import Judge, judge, need
from tests.slack.model import BOT_SCOPES, Channel, Json, User, Workspace
from tests.slack.payloads import Payloads
from tests.slack.world import World

TEAM, BOT_USER, BOT = "T000000001", "U0BOT00001", "B000000001"  # the team is emulate's only one
TOKEN = "xoxb-emulated"
READER = "xoxb-reader"  # the test's own, to read channels back, which the bot may not


def seed(redirect_url: str) -> Json:
    app = {"app_id": World().app.id, "bot_id": BOT, "bot_user_id": BOT_USER}
    bot = {"type": "bot", "user_id": BOT_USER, **app}
    reads = [*BOT_SCOPES, "channels:read", "channels:history"]
    return {
        "strict_scopes": True,
        "team": {"name": "Acme Sales", "domain": "acme"},
        "users": [{"name": "rita", "real_name": "Rita Moss", "email": "rita@acme.test"}],
        "channels": [{"name": "sales"}],
        "oauth_apps": [{
            **app, "name": World().app.name, "bot_name": "followthrough", "client_id": World().app.client_id,
            "client_secret": World().app.client_secret, "redirect_uris": [redirect_url], "scopes": list(BOT_SCOPES),
        }],
        "tokens": [{"token": TOKEN, **bot, "scopes": list(BOT_SCOPES)}, {"token": READER, **bot, "scopes": reads}],
    }  # fmt: skip


class EmulatedWorld(World):
    """Its ids and triggers are emulate's."""

    def __init__(self, api: Callable[..., Json]) -> None:
        super().__init__()
        self._api = api

    @override
    def new_trigger(self, workspace: Workspace, user: str) -> str:
        return str(self._api("views.generateTriggerId", user_id=user)["trigger_id"])


@dataclass
class Emulated:
    url: str
    calls: Judge
    bot: Client = field(default_factory=lambda: Client(""))

    def __post_init__(self) -> None:
        self.world = EmulatedWorld(self.api)
        self.payloads = Payloads(self.world)
        (rita,) = [user for user in self.api("users.list")["members"] if user["name"] == "rita"]
        self.rita = User(rita["id"], TEAM, "rita", "Rita Moss")
        bot = User(BOT_USER, TEAM, "followthrough", "Followthrough", is_bot=True)
        self.acme = Workspace(TEAM, "Acme Sales", "acme", bot, BOT, {self.rita.id: self.rita, bot.id: bot})
        self.world.workspaces[TEAM] = self.acme
        (sales,) = [one for one in self.api("conversations.list")["channels"] if one["name"] == "sales"]
        self.sales = Channel(sales["id"], TEAM, "sales")
        opened = self.api("conversations.open", users=self.rita.id)["channel"]["id"]
        self.dm = Channel(opened, TEAM, "directmessage", self.rita.id)

    def api(self, method: str, **arguments: Any) -> Json:
        """A call of the test's own."""
        marks = {"Authorization": f"Bearer {READER}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.url}/api/{method}", json.dumps(arguments).encode(), marks)
        with urllib.request.urlopen(request, timeout=10) as response:
            answer: Json = json.load(response)
        assert answer["ok"], (method, answer)
        return answer

    def history(self, channel: Channel) -> list[Json]:
        """The newest first."""
        found: list[Json] = self.api("conversations.history", channel=channel.id)["messages"]
        return found

    def sends(self, kind: str, payload: Json) -> Any:
        """What the bot answers to a signed payload. kind: events, command, interactive."""
        body, content_type = encoded(kind, payload)
        now = str(int(time.time()))  # noqa: TID251 - Slack signs by real time
        marks = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": sign(body, now, self.world.app.signing_secret)}
        status, answer = self.bot.post("/slack/events", body, **{**marks, "Content-Type": content_type})
        assert status == 200, answer
        return answer

    def called(self, method: str) -> Json:
        """The bot's next call of that method, waited for; emulate took it."""
        told = self.calls.next(lambda one: one["method"] == method)
        assert told["answer"]["ok"], told
        return told


@contextmanager
def emulated(redirect_url: str = "http://127.0.0.1/nowhere") -> Iterator[Emulated]:
    need("emulate", may_skip=False)
    with judge("emulate.mjs", json.dumps(seed(redirect_url))) as running:
        yield Emulated(running.next()["url"], running)


def settings(slack: Emulated, database_url: str) -> dict[str, str]:
    """For a bot that emulate serves."""
    return {
        "FOLLOWTHROUGH_DATABASE_URL": database_url,
        "SLACK_SIGNING_SECRET": slack.world.app.signing_secret, "SLACK_API_URL": f"{slack.url}/api/",
        "SLACK_AUTHORIZE_URL": f"{slack.url}/oauth/v2/authorize",
    }  # fmt: skip


class _NoFollowing(urllib.request.HTTPRedirectHandler):
    @override
    def redirect_request(self, *_: Any) -> None:
        return None


def visited(url: str, fields: dict[str, str] | None = None, cookie: str = "") -> tuple[int, str, Any]:
    """(status, page, headers) of a browser that follows nothing by itself."""
    data = urllib.parse.urlencode(fields).encode() if fields else None
    request = urllib.request.Request(url, data, {"Cookie": cookie} if cookie else {})
    try:
        answer = urllib.request.build_opener(_NoFollowing).open(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read().decode(), answer.headers
