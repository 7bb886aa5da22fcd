"""The only file that imports botbuilder and botframework: a move to another SDK changes this one.

Everything else works with plain dicts. Microsoft has archived this SDK (docs/decisions.md).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import ConfigurationBotFrameworkAuthentication
from botbuilder.schema import (
    Activity,
    ChannelAccount,
    ConversationAccount,
    ConversationParameters,
    ConversationReference,
    Entity,
)
from botframework.connector.auth import AuthenticationConstants, ServiceClientCredentialsFactory
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor, _OpenIdMetadata
from msrest.authentication import Authentication
from msrest.exceptions import DeserializationError  # type: ignore[attr-defined]  # it is there
from requests import ConnectionError as NoConnection
from requests import Session
from typing_extensions import override
from urllib3 import Retry
from urllib3.exceptions import MaxRetryError, NewConnectionError

from adapters.teams.errors import RateLimited, Refused, Uncertain
from adapters.teams.hosts import LOOPBACK, is_service
from adapters.teams.keys import Keys
from adapters.teams.reference import Reference
from adapters.teams.settings import TeamsSettings
from adapters.teams.tokens import Tokens

Json = dict[str, Any]
Handle = Callable[[Mapping[str, Any]], Awaitable[Json | None]]
T = TypeVar("T")

CHANNEL = "msteams"
_SECONDS = 18  # shorter than the sender's own deadline
_AT_A_TIME = 8  # each call holds a thread and a session of its own
_PATIENCE = 30.0  # seconds to wait when Teams says that it is too much, and not until when
_METADATA = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
_UNCERTAIN = frozenset({408, 502, 503, 504})
_TOO_MANY, _UNAUTHORISED = 429, 401


class BotFramework:
    """`receive` for what Teams sends; `send`, `update`, `open_chat` and `get_member` raise Refused or Uncertain."""

    def __init__(self, settings: TeamsSettings, tokens: Tokens, keys: Keys) -> None:
        self._settings = settings
        self._tokens = tokens
        self._keys = keys
        self._credentials = _Bearer()
        self._adapter = _Adapter(
            ConfigurationBotFrameworkAuthentication(
                _Named(settings), credentials_factory=_OneCredential(settings.app_id, self._credentials)
            )
        )
        self._room = asyncio.Semaphore(_AT_A_TIME)

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

        async def sending(context: TurnContext) -> str:
            context.activity.id = None  # else it would bear a random replyToId
            sent = await context.send_activity(to_activity(message))
            return str((sent.id if sent else "") or "")

        return await self._in_conversation(where, sending)

    async def update(self, where: Reference, message_id: str, message: Json) -> None:
        async def updating(context: TurnContext) -> None:
            context.activity.id = None
            changed = to_activity(message)
            changed.id = message_id
            await context.update_activity(changed)

        await self._in_conversation(where, updating)

    async def get_member(self, where: Reference, user: str) -> Json:
        """What the roster of a conversation says of somebody in it."""

        async def asking(context: TurnContext) -> Json:
            member = await _client(context).conversations.get_conversation_member(where.conversation, user)
            return {**member.serialize(), **(member.additional_properties or {})}

        return await self._in_conversation(where, asking)

    async def open_chat(self, where: Reference, tenant: str) -> str:
        """The conversation with one person alone."""
        wanted = ConversationParameters(
            is_group=False, bot=ChannelAccount(id=where.bot), members=[ChannelAccount(id=where.user)],
            tenant_id=tenant, channel_data={"tenant": {"id": tenant}},
        )  # fmt: skip

        async def opening(context: TurnContext) -> str:
            return str((await _client(context).conversations.create_conversation(wanted)).id)

        return await self._in_conversation(where, opening)

    async def _in_conversation(self, where: Reference, work: Callable[[TurnContext], Awaitable[T]]) -> T:
        hosts = LOOPBACK if self._settings.is_local else self._settings.service_hosts
        if not is_service(where.service_url, hosts):
            raise Refused(0, "service address")  # the bot's token goes nowhere else, whatever is stored
        try:
            return await self._called(where, work)
        except Refused as error:
            if error.status != _UNAUTHORISED:
                raise
        self._tokens.forget()
        return await self._called(where, work)

    async def _called(self, where: Reference, work: Callable[[TurnContext], Awaitable[T]]) -> T:
        done: list[T] = []

        async def turn(context: TurnContext) -> None:
            _no_sdk_habits(context)
            async with _client(context):  # or its connection stays open until it is collected
                done.append(await work(context))

        self._credentials.token = await self._tokens.one()
        try:
            async with self._room:
                await self._adapter.continue_conversation(_reference(where), turn, self._settings.app_id)
        except Exception as error:  # noqa: BLE001 - four libraries, each with errors of its own
            raise _told(error) from None
        return done[0]

    def _share_keys(self) -> None:
        """Our keys are the SDK's: its own fetch would hold up the loop, without end."""
        known = _OpenIdMetadata(_METADATA)
        known.keys, known.last_updated = self._keys.all, datetime.max  # noqa: DTZ901 - the SDK counts without zones
        JwtTokenExtractor.metadataCache[_METADATA] = known


class _Adapter(CloudAdapterBase):  # type: ignore[misc]  # the SDK has no types
    """CloudAdapter's own way in writes an invoke's answer twice and breaks on it (4.17.1); its base is all we need."""


class _Bearer(Authentication):
    """One credential for every call; the token is fetched before, in the loop."""

    def __init__(self) -> None:
        super().__init__()
        self.token = ""

    @override
    def signed_session(self, session: Session | None = None) -> Session:
        session = session or Session()
        if self.token:
            session.headers["Authorization"] = f"Bearer {self.token}"
        return session


class _OneCredential(ServiceClientCredentialsFactory):  # type: ignore[misc]
    def __init__(self, app_id: str, credentials: _Bearer) -> None:
        self._app_id = app_id
        self._credentials = credentials

    @override
    async def is_valid_app_id(self, app_id: str) -> bool:
        return app_id == self._app_id

    @override
    async def is_authentication_disabled(self) -> bool:
        return not self._app_id

    @override
    async def create_credentials(self, *_: Any, **__: Any) -> Authentication:
        return self._credentials


class _Named:
    """The settings as the SDK reads them."""

    def __init__(self, settings: TeamsSettings) -> None:
        self.APP_ID = settings.app_id
        self.APP_PASSWORD = settings.app_password
        self.APP_TYPE = settings.app_type
        self.APP_TENANTID = settings.tenant_id


class _RawEntity(Entity):  # type: ignore[misc]
    """Keeps every property; the SDK's own keeps nothing but the type."""

    _attribute_map = {  # noqa: RUF012 - how msrest wants it
        "type": {"key": "type", "type": "str"}, "additional_properties": {"key": "", "type": "{object}"},
    }  # fmt: skip

    def __init__(self, type: str, **properties: Any) -> None:  # noqa: A002 - the wire's own word
        super().__init__(type=type)
        self.additional_properties = properties


def to_activity(message: Json) -> Activity:
    """A dict as the SDK's object, which is written as the same dict again."""
    activity = Activity().deserialize({name: value for name, value in message.items() if name != "entities"})
    activity.entities = [
        _RawEntity(entity["type"], **{name: value for name, value in entity.items() if name != "type"})
        for entity in message.get("entities", ())
    ] or None
    return activity


def _reference(where: Reference) -> ConversationReference:
    return ConversationReference(
        channel_id=CHANNEL, service_url=where.service_url, conversation=ConversationAccount(id=where.conversation),
        bot=ChannelAccount(id=where.bot), user=ChannelAccount(id=where.user),
    )  # fmt: skip


def _client(context: TurnContext) -> Any:
    return context.turn_state[CloudAdapterBase.BOT_CONNECTOR_CLIENT_KEY]


def _no_sdk_habits(context: TurnContext) -> None:
    """No second try, no redirect, no hundred seconds: all of that is decided by whoever calls."""
    config = _client(context).config
    config.retry_policy.policy = Retry(0, redirect=0, status_forcelist=(), raise_on_redirect=False)
    config.redirect_policy.max_redirects = 0  # `allow = False` breaks in msrest, and leaves the connection open
    config.connection.timeout = _SECONDS


def _told(error: Exception) -> Exception:
    """An error of the SDK, or of what is below it, as one of ours. By its shape: its types come from four libraries."""
    if isinstance(error, Refused | Uncertain):
        return error
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None)
    if not isinstance(status, int):
        never = _never_connected(error)
        return Refused(0, "not connected") if never else Uncertain(type(error).__name__)
    if status == _TOO_MANY:
        return RateLimited(_seconds(getattr(response, "headers", {}).get("Retry-After", "")))
    if status in _UNCERTAIN:
        return Uncertain(f"status {status}")
    code = getattr(getattr(getattr(error, "error", None), "error", None), "code", "") or ""
    return Refused(status, str(code)[:80])


def _never_connected(error: BaseException | None) -> bool:
    """Whether no connection was ever there, so that nothing can have arrived."""
    while error is not None:
        inner = getattr(error, "inner_exception", None) or error.__cause__ or error.__context__
        if isinstance(error, NoConnection):
            reason = error.args[0] if error.args else None
            return isinstance(reason, MaxRetryError) and isinstance(reason.reason, NewConnectionError)
        error = inner
    return False


def _seconds(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else _PATIENCE
