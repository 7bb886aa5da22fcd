"""A Teams of our own on loopback: the connector, the key server and the token server, over real HTTP.

with FakeTeams() as teams:
    tom = User(teams, "Tom Becker", zone="Europe/London")
    ...  # start the bot with teams.settings, and set teams.bot_url
    tom.say("help")
    teams.chat(tom)[-1].content          # the last message in their chat
"""

import asyncio
import itertools
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

from adapters.teams.settings import TeamsSettings
from tests.canary import CANARY
from tests.teams.cards import problems
from tests.teams.faults import Fault
from tests.teams.schema import schema_complaints
from tests.teams.signing import Signer

Json = dict[str, Any]
APP_ID = "00000000-0000-0000-0000-0000000000aa"
TENANT = "11111111-1111-1111-1111-111111111111"
BOT = {"id": f"28:{APP_ID}", "name": "Followthrough"}
SECRET = f"secret-{CANARY}"
LIMIT = 100 * 1024  # bytes of UTF-16, as documented


@dataclass
class Shown:
    """A message as it stands in a conversation now."""

    id: str
    conversation: str
    activity: Json
    updates: int = 0

    @property
    def content(self) -> Json:
        attachments = self.activity.get("attachments") or [{}]
        return dict(attachments[0].get("content") or {})

    @property
    def text(self) -> str:
        return str(self.activity.get("text", "")) + json.dumps(self.content, ensure_ascii=False)


@dataclass
class Receipt:
    method: str
    path: str
    body: Any
    authorization: str
    host: str


@dataclass
class FakeTeams:
    checker: Callable[[Json], list[str]] = problems  # names what is wrong with a card that was sent, as an attachment
    tenant: str = TENANT
    app_id: str = APP_ID
    shown: list[Shown] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    contents: list[Json] = field(default_factory=list)  # of every card
    faults: list[Fault] = field(default_factory=list)  # for the next calls that send
    of_roster: list[Fault] = field(default_factory=list)  # for the next calls that ask who is in a conversation
    bot_url: str = ""
    people: dict[str, Json] = field(default_factory=dict)  # roster: by "29:…"
    clients: list[str] = field(default_factory=list)  # who asked for a token
    blocked: set[str] = field(default_factory=set)  # conversations that are gone: 404
    outside: set[tuple[str, str]] = field(default_factory=set)  # (conversation, "29:…") of who is not in it

    def __post_init__(self) -> None:
        self.signer = Signer(self.app_id)
        self.key_fetches = self.token_fetches = 0
        self.secret_is_good = True
        self._ids = itertools.count(1_700_000_000_000)
        self._ready = threading.Event()

    # The server

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fake-teams")
        self._thread.start()
        assert self._ready.wait(10), "the fake Teams did not start"
        self.signer.service_url = self.service_url
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(10)

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        application = web.Application(client_max_size=2**22)
        application.add_routes([
            web.get("/openid", self._openid), web.get("/keys", self._keys),
            web.post("/{tenant}/oauth2/v2.0/token", self._token), web.route("*", "/emea/{rest:.*}", self._connector),
        ])  # fmt: skip
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._ready.set()
        await self._ended.wait()
        await runner.cleanup()

    async def _openid(self, _: web.Request) -> web.Response:
        return web.json_response({"issuer": "https://api.botframework.com", "jwks_uri": f"{self.url}/keys"})

    async def _keys(self, _: web.Request) -> web.Response:
        self.key_fetches += 1
        return web.json_response({"keys": self.signer.keys})

    async def _token(self, request: web.Request) -> web.Response:
        self.token_fetches += 1
        form = await request.post()
        self.clients.append(str(form.get("client_id")))
        if not self.secret_is_good or form.get("client_secret") != SECRET:
            return web.json_response({"error": "invalid_client"}, status=401)
        return web.json_response({"access_token": f"bot-token-{CANARY}{self.token_fetches}", "expires_in": 3600})

    async def _connector(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        self.receipts.append(
            Receipt(request.method, request.path, body, request.headers.get("Authorization", ""), request.host)
        )
        path = request.path.split("/v3/")[-1].split("/")
        faults = self.faults if request.method in {"POST", "PUT"} else self.of_roster
        fault = faults.pop(0) if faults else None
        if fault and not fault.after:
            return _faulty(request, fault)
        answer = self._answered(request.method, path, body)
        return _faulty(request, fault) if fault else answer

    def _answered(self, method: str, path: list[str], body: Any) -> web.Response:
        if "members" in path:
            known = None if (path[1], path[-1]) in self.outside else self.people.get(path[-1])
            return web.json_response(known) if known else _error(404, "MemberNotFoundInConversation")
        if path == ["conversations"]:
            user = body["members"][0]["id"]
            known = user in self.people
            return (
                web.json_response({"id": f"a:{user}:{next(self._ids)}"}, status=201)
                if known
                else _error(403, "BotNotInConversationRoster")
            )
        if path[1] in self.blocked:
            return _error(404, "ConversationNotFound")
        if method == "DELETE":
            return self._deleted(path[3])
        return self._message(method, path, body)

    def _message(self, method: str, path: list[str], body: Json) -> web.Response:
        if len(json.dumps(body, ensure_ascii=False)) * 2 > LIMIT:
            return _error(413, "MessageSizeTooBig")
        self._check(body)
        if method == "PUT":
            changed = next(shown for shown in self.shown if shown.id == path[3])
            changed.activity, changed.updates = body, changed.updates + 1
            return web.json_response({"id": changed.id})
        shown = Shown(str(next(self._ids)), path[1], body)
        self.shown.append(shown)
        if body.get("text") and body.get("attachments"):
            return web.Response(status=202)  # split in two: no id comes back
        return web.json_response({"id": shown.id}, status=201)

    def _deleted(self, message: str) -> web.Response:
        there = [shown for shown in self.shown if shown.id == message]
        self.shown = [shown for shown in self.shown if shown not in there]
        return web.Response(status=200) if there else _error(404, "ActivityNotFoundInConversation")

    def _check(self, body: Json) -> None:
        if body.get("text") and body.get("attachments"):
            self.complaints.append("a card with a text is split in two, and can never be changed")
        if body.get("text") and body.get("textFormat") != "plain":
            self.complaints.append(f"Markdown is read in {body['text']!r}")
        for attachment in body.get("attachments") or []:
            self._look_at(attachment)

    def check(self, answered: Any) -> None:
        """Every card in the answer to an invoke: in place of another, in a window, of a message extension."""
        for attachment in _attachments(answered):
            self._look_at(attachment)
        window = answered.get("task") if isinstance(answered, dict) else None
        if window and '"Action.Execute"' in json.dumps(window):
            self.complaints.append("in a window Teams takes Action.Submit alone")

    def _look_at(self, attachment: Json) -> None:
        self.complaints += self.checker(attachment)
        self.contents.append(attachment["content"])

    def all_complaints(self) -> list[str]:
        """With what Microsoft's schema says, asked once at the end."""
        return [*self.complaints, *schema_complaints(self.contents)]

    # What it is made of

    @property
    def service_url(self) -> str:
        return f"{self.url}/emea/"

    @property
    def settings(self) -> TeamsSettings:
        return TeamsSettings(
            self.app_id, SECRET, "SingleTenant", self.tenant, (), ("127.0.0.1",), f"{self.url}/openid", self.url
        )

    def chat(self, user: Any) -> list[Shown]:
        return [shown for shown in self.shown if shown.conversation == user.conversation]

    def sends(self) -> list[Receipt]:
        return [receipt for receipt in self.receipts if "/activities" in receipt.path]

    def post(
        self, activity: Json, *, to: str = "", header: str | None = None, raw: bytes | None = None, **headers: str
    ) -> tuple[int, Any]:
        """Delivers an activity to the bot, or to the one at that address; the same one twice plays a redelivery."""
        told = {
            "Content-Type": "application/json",
            "Authorization": self.signer.header() if header is None else header,
            **headers,
        }
        body = json.dumps(activity).encode() if raw is None else raw
        request = urllib.request.Request(
            to or self.bot_url, body, {name: value for name, value in told.items() if value}, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
                told = json.loads(text) if text else None
                self.check(told)
                return answer.status, told
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()


def _attachments(thing: Any) -> Iterator[Json]:
    if isinstance(thing, dict) and thing.get("type") == "AdaptiveCard":
        yield {"contentType": "application/vnd.microsoft.card.adaptive", "content": thing}
    elif isinstance(thing, dict | list):
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield from _attachments(part)


def _error(status: int, code: str) -> web.Response:
    return web.json_response({"error": {"code": code, "message": code}}, status=status)


def _faulty(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.drops and request.transport:
        request.transport.abort()
        return web.Response()
    if isinstance(fault.body, str):
        return web.Response(status=fault.status, text=fault.body, content_type="text/html", headers=fault.headers)
    answer = _error(fault.status, fault.code)
    answer.headers.update(fault.headers)
    return answer
