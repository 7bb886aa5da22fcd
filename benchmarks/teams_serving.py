"""The servers in Teams that are compared, each as a process: `python -m benchmarks.teams_serving bare|product …`."""

import asyncio
import sys
from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity, AdaptiveCardInvokeResponse, AdaptiveCardInvokeValue
from botframework.connector.auth import AuthenticationConstants, ServiceClientCredentialsFactory
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor, _OpenIdMetadata
from msrest.authentication import Authentication
from requests import Session
from typing_extensions import override

from adapters.teams.messages import CARD
from adapters.teams.platform import Teams
from adapters.teams.render import attachment
from adapters.web import application
from benchmarks.digest import DIGEST
from benchmarks.listening import serve
from benchmarks.microsoft import APP_ID, settings
from bot.app import App, system_clock
from bot.store import Database

_METADATA = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL


class _Echo(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """Microsoft's first sample, which also answers a press with a card; it stores nothing."""

    def __init__(self) -> None:
        self._card = attachment(DIGEST, token="t")["content"]  # noqa: S106 - of a button

    @override
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}: voicemail left")

    @override
    async def on_adaptive_card_invoke(
        self, turn_context: TurnContext, invoke_value: AdaptiveCardInvokeValue
    ) -> AdaptiveCardInvokeResponse:
        return AdaptiveCardInvokeResponse(status_code=200, type=CARD, value=self._card)


class _Token(Authentication):
    @override
    def signed_session(self, session: Session | None = None) -> Session:
        session = session or Session()
        session.headers["Authorization"] = "Bearer token"
        return session


class _Credentials(ServiceClientCredentialsFactory):  # type: ignore[misc]
    """A token that is there, since MSAL asks nobody on this machine for one: by itself it would for each turn."""

    @override
    async def is_valid_app_id(self, app_id: str) -> bool:
        return app_id == APP_ID

    @override
    async def is_authentication_disabled(self) -> bool:
        return False

    @override
    async def create_credentials(self, *_: Any, **__: Any) -> Authentication:
        return _Token()


def bare(url: str) -> web.Application:
    """botbuilder with its own check of the token and keys that it fetches itself; from another address than Microsoft's."""
    JwtTokenExtractor.metadataCache[_METADATA] = _OpenIdMetadata(f"{url}/openid")
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(object(), credentials_factory=_Credentials()))
    bot = _Echo()

    async def messages(request: web.Request) -> web.Response:
        body = await request.json()
        if body["type"] != "invoke":
            answer: web.Response = await adapter.process(request, bot)
            return answer
        # `process` itself answers 500 to an invoke: it writes what is written already once more (4.17.1)
        told = await adapter.process_activity(
            request.headers["Authorization"], Activity().deserialize(body), bot.on_turn
        )
        return web.json_response(told.body, status=told.status)

    made = web.Application()
    made.add_routes([web.post("/api/messages", messages)])
    return made


def product(url: str, database_url: str) -> web.Application:
    """The whole bot, in one tenant."""
    database = Database(database_url)
    teams = Teams(settings(url), App(database, system_clock), database, system_clock)
    return application(database, teams.routes())


async def main() -> None:
    kind, *arguments = sys.argv[1:]
    await serve(bare(*arguments) if kind == "bare" else product(*arguments))


if __name__ == "__main__":
    asyncio.run(main())
