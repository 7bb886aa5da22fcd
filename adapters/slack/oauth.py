"""`/slack/install` and `/slack/oauth_redirect`: a workspace connects itself. A state is good once, for ten minutes, in one browser,
which may have several: a tab each.
"""

import asyncio
import hashlib
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from urllib.parse import urlencode

import structlog
from aiohttp import web
from markupsafe import Markup

from adapters.slack.calls import Calls, Refused, Uncertain
from adapters.slack.installs import Install, Installs, is_of_one_workspace
from adapters.slack.settings import AUTHORIZE
from bot.cards import Card, plain_text
from bot.store import Database, Operator
from bot.views.platforms import (
    install_link_is_old,
    install_not_confirmed,
    installed,
    not_installed,
    one_workspace_at_a_time,
)

# Every scope is explained in docs/slack.md; the manifest asks for the same.
SCOPES = ("app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "users:read.email")
_COOKIE = "followthrough-slack-browser"
_LASTS = timedelta(minutes=10)
_STATE = "state:"
_log = structlog.get_logger()
Welcome = Callable[[Install], Awaitable[None]]


class OAuth:
    def __init__(
        self, database: Database, calls: Calls, installs: Installs, clock: Callable[[], datetime], welcome: Welcome,
        *, client_id: str, client_secret: str, public_url: str, authorize_url: str = AUTHORIZE,
    ) -> None:  # fmt: skip
        self._database = database
        self._calls = calls
        self._installs = installs
        self._clock = clock
        self._welcome = welcome
        self._client_id = client_id
        self._client_secret = client_secret
        self._redirect = f"{public_url.rstrip('/')}/slack/oauth_redirect"
        self._authorize_url = authorize_url

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/slack/install", self.install), web.get("/slack/oauth_redirect", self.redirected)]

    async def install(self, request: web.Request) -> web.StreamResponse:
        state, browser = secrets.token_urlsafe(32), request.cookies.get(_COOKIE) or secrets.token_urlsafe(32)
        await asyncio.to_thread(self._database.operate, lambda o: self._begin(o, _key(state, browser)))
        asked = {
            "client_id": self._client_id, "scope": ",".join(SCOPES), "user_scope": "", "state": state,
            "redirect_uri": self._redirect,
        }  # fmt: skip
        agreeing = {"Location": f"{self._authorize_url}?{urlencode(asked)}", "Cache-Control": "no-store"}
        answer = web.Response(status=302, headers=agreeing)
        answer.set_cookie(
            _COOKIE, browser, max_age=int(_LASTS.total_seconds()), httponly=True, samesite="Lax", path="/slack",
            secure=self._redirect.startswith("https://"),
        )  # fmt: skip
        return answer

    def _begin(self, operator: Operator, key: str) -> None:
        """What was begun and never finished goes, so that nobody fills the table by knocking."""
        now = self._clock()
        operator.forget_expired(_STATE, now)
        operator.set_meta(key, (now + _LASTS).isoformat())

    async def redirected(self, request: web.Request) -> web.StreamResponse:
        if not await self._is_ours(request):
            return _page(install_link_is_old(), 400)
        if request.query.get("error"):
            return _page(not_installed(), 200)
        try:
            answer = await self._calls.call(
                "", "oauth.v2.access", client_id=self._client_id, client_secret=self._client_secret,
                code=request.query.get("code", ""), redirect_uri=self._redirect,
            )  # fmt: skip
            if not is_of_one_workspace(answer):
                _log.warning("slack install of a whole organisation refused")
                return _page(one_workspace_at_a_time(), 400)
            install = await self._installs.connect(answer)
        except (Refused, Uncertain) as error:
            _log.warning("slack install failed", error=str(error))
            return _page(install_not_confirmed(), 502)
        await self._welcome(install)
        return _page(installed("Slack"), 200)

    async def _is_ours(self, request: web.Request) -> bool:
        """The state is the browser's own and was not used before; whoever comes first uses it up."""
        state, browser = request.query.get("state", ""), request.cookies.get(_COOKIE, "")
        if not state or not browser:
            return False
        until = await asyncio.to_thread(self._database.operate, lambda o: o.take_meta(_key(state, browser)))
        return until is not None and datetime.fromisoformat(until) > self._clock()


def _key(state: str, browser: str) -> str:
    """Of both, so that another browser finds none. A state has no dot."""
    return f"{_STATE}{hashlib.sha256(f'{state}.{browser}'.encode()).hexdigest()}"


def _page(card: Card, status: int) -> web.Response:
    """A page of one card: no script, no address outside."""
    paragraphs = Markup("").join(Markup("<p>{}</p>").format(line) for line in plain_text(card).splitlines()[1:])
    html = Markup(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>Followthrough</title></head><body><main><h1>{}</h1>{}</main></body></html>"
    ).format(card.title, paragraphs)
    answer = web.Response(text=html, content_type="text/html", status=status)
    answer.headers.update(
        {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", "Cache-Control": "no-store"}
    )
    return answer
