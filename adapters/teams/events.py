"""`POST /api/messages`: the shape, then the token, then everything else. A bad token gets 401, whatever is bad about it."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web

from adapters.teams.botframework import BotFramework, Handle
from adapters.teams.shape import is_activity
from adapters.teams.verify import Verifier, tenant_of
from bot.model import is_azure_id
from bot.tally import TALLY

PATH = "/api/messages"
_log = structlog.get_logger()


@dataclass(frozen=True)
class Ear:
    """What one registration of a bot hears by."""

    frame: BotFramework
    verifier: Verifier
    handle: Handle


def events(
    ear_for: Callable[[Mapping[str, Any]], Ear | None],
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """`ear_for`: by what an activity says of itself; whether that is true the token of that registration has to tell."""

    async def receive(request: web.Request) -> web.StreamResponse:
        if request.content_type != "application/json":
            return _refused(415)
        body = _body(await request.read())  # whole, or aiohttp answers 413: the application's limit is a megabyte
        if body is None:
            return _refused(400)
        header = request.headers.get("Authorization", "")
        ear = ear_for(body)
        if ear is None or not await ear.verifier.is_genuine(header, body):
            _tell_refused(body)
            return _refused(401)
        if not is_activity(body):
            return _refused(400)
        status, answer = await ear.frame.receive(header, body, ear.handle)
        return web.json_response(answer, status=status) if answer is not None else web.Response(status=status)

    return receive


def _refused(status: int) -> web.Response:
    TALLY.add("inbound", platform="teams", outcome="refused")
    return web.Response(status=status)


def _tell_refused(body: Mapping[str, Any]) -> None:
    """For whoever set up the bot: which tenant wrote. What else anybody sends is theirs alone, and stands in no log."""
    tenant = tenant_of(body)
    if is_azure_id(tenant):
        _log.warning(
            "teams request refused: a tenant that is not named, or no token of Microsoft's for this bot", tenant=tenant
        )


def _body(raw: bytes) -> Mapping[str, Any] | None:
    """A JSON object with a type; None for anything else."""
    try:
        body = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) and isinstance(body.get("type"), str) else None
