"""`/api/METHOD`: received and recorded, then a fault or the effect, then the answer or what is left of it."""

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import BasicAuth, web

from tests.slack import conversations, messages, oauth, people, views  # noqa: F401 - each registers its methods
from tests.slack.call import METHODS, SCOPES, Call, SlackError, read_arguments
from tests.slack.faults import Fault
from tests.slack.model import Json, Receipt, Token
from tests.slack.world import World

WITHOUT_TOKEN = frozenset({"oauth.v2.access", "api.test"})
WITH_APP_TOKEN = frozenset({"apps.connections.open"})
NOBODY = Token("", "", "", error="not_authed")
UNKNOWN = Token("", "", "", error="invalid_auth")


class WebApi:
    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [web.route("*", "/api/{method}", self.called)]

    async def called(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        try:
            arguments, encoding = await read_arguments(request, name)
            broken = None
        except SlackError as error:
            arguments, encoding, broken = {}, "json", error
        arguments |= _basic(request)
        given = _token_of(request, arguments)
        token = self._world.tokens.get(given, UNKNOWN if given else NOBODY)
        receipt = self._world.receive(name, token.team, without_secrets(arguments), encoding)
        if broken:
            receipt.answer = broken.answer
            return _json(broken.answer)

        async def effect() -> Json:
            answer = self._answer(name, token, arguments)
            receipt.answer = answer
            return answer

        fault = self._world.faults.next(name, token.team)
        return await answered(request, receipt, fault, effect)

    def _answer(self, name: str, token: Token, arguments: Json) -> Json:
        """The effect, and Slack's answer to it."""
        does = METHODS.get(name)
        if does is None:
            return {"ok": False, "error": "unknown_method", "req_method": name}
        try:
            if name not in WITHOUT_TOKEN:
                self._check(name, token)
            workspace = self._world.workspaces.get(token.team) or next(iter(self._world.workspaces.values()))
            return {"ok": True, **does(Call(self._world, workspace, token, arguments))}
        except SlackError as error:
            return error.answer

    def _check(self, name: str, token: Token) -> None:
        if token.error:
            raise SlackError(token.error)
        if token.expires_at and token.expires_at < self._world.clock.now():
            raise SlackError("token_expired")
        if (token.kind == "app") != (name in WITH_APP_TOKEN):
            raise SlackError("not_allowed_token_type")
        needed = SCOPES[name]
        if needed and needed not in token.scopes:
            raise SlackError("missing_scope", needed=needed, provided=",".join(token.scopes))


async def answered(
    request: web.Request, receipt: Receipt, fault: Fault, effect: Callable[[], Awaitable[Json]]
) -> web.StreamResponse:  # fmt: skip
    """The answer with its fault, if there is one."""
    receipt.fault = "" if fault.kind == "pass" else f"{fault.kind}{' after' if fault.after else ''}"
    body = await effect() if fault.after else {}
    match fault.kind:
        case "hang":
            await asyncio.Event().wait()  # the caller leaves, or the fake is closed
        case "drop":
            return _broken(request)
        case "truncated":
            return await _half(request, json.dumps(body).encode())
        case "status":
            if fault.answer:
                return _json(fault.answer, fault.status, fault.headers)
            text = "<html><body>Slack is having trouble. Sorry!</body></html>"
            return web.Response(status=fault.status, text=text, content_type="text/html", headers=fault.headers)
    return _json(body)


def _json(body: Json, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response(body, status=status, headers=headers)


def _broken(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


async def _half(request: web.Request, body: bytes) -> web.StreamResponse:
    half = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await half.prepare(request)
    await half.write(body[: len(body) // 2])
    if request.transport:
        request.transport.close()
    return half


def _token_of(request: web.Request, arguments: Json) -> str:
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    return given if scheme == "Bearer" else str(arguments.get("token") or "")


def _basic(request: web.Request) -> Json:
    """The client pair, when it came in the header."""
    given = request.headers.get("Authorization", "")
    if not given.startswith("Basic "):
        return {}
    pair = BasicAuth.decode(given)
    return {"client_id": pair.login, "client_secret": pair.password}


def without_secrets(arguments: Json) -> Json:
    """What the records may keep."""
    hidden = {"token", "client_secret", "refresh_token", "code"}
    return {key: "…" if key in hidden else value for key, value in arguments.items()}
