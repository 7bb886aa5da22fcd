"""One call of a Web API method: its arguments in every way that Slack takes them, and its refusals in Slack's words."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.slack.model import Channel, Json, Token, User, Workspace
from tests.slack.world import World

# These read no JSON body: its arguments are as if they had never been sent, so that users.info answers user_not_found.
# Source: docs.slack.dev/apis/web-api#methods_supporting_json and the accepted content types of each method.
FORM_ONLY = frozenset({
    "auth.revoke", "conversations.info", "conversations.members", "conversations.replies", "oauth.v2.access",
    "users.info", "users.list", "users.lookupByEmail",
})  # fmt: skip


class SlackError(Exception):
    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.answer: Json = {"ok": False, "error": error, **more}


def invalid_arguments(*messages: str) -> SlackError:
    told = [f"[ERROR] {message}" for message in messages]
    return SlackError("invalid_arguments", response_metadata={"messages": told})


@dataclass
class Call:
    world: World
    workspace: Workspace
    token: Token
    arguments: Json

    def text(self, name: str) -> str:
        return str(self.arguments.get(name) or "")

    def required(self, name: str) -> str:
        if not self.text(name):
            raise invalid_arguments(f"missing required field: {name}")
        return self.text(name)

    def flag(self, name: str) -> bool:
        return self.arguments.get(name) in {True, "1", "true", "True"}

    def number(self, name: str, default: int) -> int:
        given = str(self.arguments.get(name) or default)
        if not given.isdecimal():
            raise invalid_arguments(f"must be an integer [json-pointer:/{name}]")
        return int(given)

    def structure(self, name: str, kind: type, error: str) -> Any:
        """An object or a list: as JSON, or as JSON in a string. None when it is absent."""
        given = self.arguments.get(name)
        if given in (None, ""):
            return None
        if isinstance(given, str):
            try:
                given = json.loads(given)
            except ValueError:
                raise SlackError(error) from None
        if not isinstance(given, kind):
            raise SlackError(error)
        return given

    def user(self, name: str = "user") -> User:
        found = self.workspace.users.get(self.text(name))
        if found is None:
            raise SlackError("user_not_found")
        return found

    def channel(self) -> Channel:
        """Every channel that the bot is in; others are not there for it."""
        found = self.workspace.channels.get(self.required("channel"))
        if found is None:
            raise SlackError("channel_not_found")
        return found


Method = Callable[[Call], Json]
METHODS: dict[str, Method] = {}
SCOPES: dict[str, str] = {}


def method(name: str, *, scope: str = "") -> Callable[[Method], Method]:
    def register(does: Method) -> Method:
        METHODS[name] = does
        SCOPES[name] = scope
        return does

    return register


async def read_arguments(request: web.Request, name: str) -> tuple[Json, str]:
    """(arguments, query | form | json). Raises SlackError for JSON that is none."""
    found: Json = dict(request.query)
    found.pop("token", None)  # a token is not read from the address
    kind = request.content_type
    if kind == "application/json":
        if name in FORM_ONLY:
            await request.read()
            return found, "json"
        return found | _json_object(await request.read()), "json"
    if kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        found |= {key: str(value) for key, value in (await request.post()).items()}
        return found, "form"
    return found, "query"


def _json_object(raw: bytes) -> Json:
    if not raw:
        return {}
    try:
        found = json.loads(raw)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(found, dict):
        raise SlackError("json_not_object")
    return {key: value for key, value in found.items() if value is not None}
