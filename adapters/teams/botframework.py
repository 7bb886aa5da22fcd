"""The only file that imports botbuilder and botframework: a move to another SDK changes this one.

The SDK takes what Teams sends. What we send goes to the connector as plain dicts (calls.py): the SDK makes two clients and
a session for each message. Microsoft has archived it (docs/decisions.md).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticateRequestResult,
    AuthenticationConstants,
    ServiceClientCredentialsFactory,
)
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor, _OpenIdMetadata
from msrest.exceptions import DeserializationError  # type: ignore[attr-defined]  # it is there
from typing_extensions import override

from adapters.teams.calls import Calls, at
from adapters.teams.errors import Refused, Uncertain
from adapters.teams.hosts import LOOPBACK, is_service
from adapters.teams.keys import Keys
from adapters.teams.reference import Reference
from adapters.teams.settings import TeamsSettings
from adapters.teams.tokens import Tokens

Json = dict[str, Any]
Handle = Callable[[Mapping[str, Any]], Awaitable[Json | None]]

CHANNEL = "msteams"
_METADATA = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
_UNAUTHORISED = 401


class BotFramework:
    """`receive` for what Teams sends; `send`, `update`, `open_chat` and `get_member` raise Refused or Uncertain."""

    def __init__(self, settings: TeamsSettings, tokens: Tokens, keys: Keys) -> None:
        self._settings = settings
        self._tokens = tokens
        self._keys = keys
        self._calls = Calls()
        self._adapter = _Adapter(_Authentication(_Named(settings), credentials_factory=_NoCredentials(settings.app_id)))

    async def close(self) -> None:
        await self._calls.close()

    async def receive(self, header: str, body: Mapping[str, Any], handle: Handle) -> tuple[int, Json | None]:
        """The status and body to answer with. The token has been checked before; here the SDK checks it once more."""
        try:
            activity = Activity().deserialize(dict(body))
        except DeserializationError:
            return 400, None
        try:
            self._share_keys()
            genuine = await self._adapter.bot_framework_authentication.authenticate_request(activity, header or None)
        except Exception:  # noqa: BLE001 - PermissionError, jwt's own, IndexError, KeyError: all mean no
            return 401, None

        async def turn(context: TurnContext) -> None:
            answer = await handle(body)
            if body["type"] == "invoke":
                told = InvokeResponse(status=200, body=answer or {})
                await context.send_activity(Activity(type="invokeResponse", value=told))

        answered = await self._adapter.process_activity(genuine, activity, turn)
        return (200, None) if answered is None else (int(answered.status), answered.body)

    async def send(self, where: Reference, message: Json) -> str:
        """The id of the new message; empty when Teams tells none."""
        path = at(where.conversation, "activities")
        return _id(await self._called("POST", where, path, {**message, **_from_us(where)}))

    async def update(self, where: Reference, message_id: str, message: Json) -> None:
        path = at(where.conversation, "activities", message_id)
        await self._called("PUT", where, path, {**message, **_from_us(where), "id": message_id})

    async def delete(self, where: Reference, message_id: str) -> None:
        await self._called("DELETE", where, at(where.conversation, "activities", message_id))

    async def get_member(self, where: Reference, user: str) -> Json:
        """What the roster of a conversation says of somebody in it."""
        return await self._called("GET", where, at(where.conversation, "members", user))

    async def open_chat(self, where: Reference, tenant: str) -> str:
        """The conversation with one person alone."""
        wanted = {
            "isGroup": False, "bot": {"id": where.bot}, "members": [{"id": where.user}],
            "tenantId": tenant, "channelData": {"tenant": {"id": tenant}},
        }  # fmt: skip
        conversation = _id(await self._called("POST", where, "", wanted))
        if not conversation:
            raise Uncertain("a chat without an id")
        return conversation

    async def _called(self, verb: str, where: Reference, path: str, body: Json | None = None) -> Json:
        hosts = LOOPBACK if self._settings.is_local else self._settings.service_hosts
        if not is_service(where.service_url, hosts):
            raise Refused(0, "service address")  # the bot's token goes nowhere else, whatever is stored
        try:
            return await self._calls.call(verb, where.service_url, path, await self._tokens.one(), body)
        except Refused as error:
            if error.status != _UNAUTHORISED:
                raise
        self._tokens.forget()
        return await self._calls.call(verb, where.service_url, path, await self._tokens.one(), body)

    def _share_keys(self) -> None:
        """Our keys are the SDK's: its own fetch would hold up the loop, without end."""
        known = _OpenIdMetadata(_METADATA)
        known.keys, known.last_updated = self._keys.all, datetime.max  # noqa: DTZ901 - the SDK counts without zones
        JwtTokenExtractor.metadataCache[_METADATA] = known


class _Adapter(CloudAdapterBase):  # type: ignore[misc]  # the SDK has no types
    """CloudAdapter's own way in writes an invoke's answer twice and breaks on it (4.17.1); its base is all we need."""


class _Authentication(ConfigurationBotFrameworkAuthentication):  # type: ignore[misc]
    """The SDK's check, without the two clients that it makes for each turn: nobody here speaks through them, and making them
    takes longer than all the rest."""

    @override
    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        genuine = await super().authenticate_request(activity, auth_header)
        genuine.connector_factory = _NoClient()
        return genuine

    @override
    async def create_user_token_client(self, claims_identity: Any) -> Any:
        return _NoClient()


class _NoClient:
    """Where the SDK wants a client, or somebody who makes one."""

    async def create(self, *_: Any) -> Any:
        return self


class _NoCredentials(ServiceClientCredentialsFactory):  # type: ignore[misc]
    """Knows which app we are. What it is asked to sign in with is never used."""

    def __init__(self, app_id: str) -> None:
        self._app_id = app_id

    @override
    async def is_valid_app_id(self, app_id: str) -> bool:
        return app_id == self._app_id

    @override
    async def is_authentication_disabled(self) -> bool:
        return not self._app_id

    @override
    async def create_credentials(self, *_: Any, **__: Any) -> Any:
        raise NotImplementedError


class _Named:
    """The settings as the SDK reads them."""

    def __init__(self, settings: TeamsSettings) -> None:
        self.APP_ID = settings.app_id
        self.APP_PASSWORD = settings.app_password
        self.APP_TYPE = settings.app_type
        self.APP_TENANTID = settings.tenant_id


def _from_us(where: Reference) -> Json:
    """Who says it to whom, and where."""
    return {
        "channelId": CHANNEL, "serviceUrl": where.service_url, "conversation": {"id": where.conversation},
        "from": {"id": where.bot}, "recipient": {"id": where.user}, "inputHint": "acceptingInput",
    }  # fmt: skip


def _id(answer: Json) -> str:
    return str(answer.get("id") or "")
