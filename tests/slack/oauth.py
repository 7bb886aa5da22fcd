"""Installing: a code is good once for ten minutes, a refresh token once; a new pair leaves the old token until it expires."""

import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import web

from tests.canary import CANARY
from tests.slack.call import Call, SlackError, method
from tests.slack.model import BOT_SCOPES, Json, Token, User
from tests.slack.world import World

CODE_SECONDS = 600
TOKEN_SECONDS = 43_200


@dataclass
class Consent:
    """Who is asked at `/oauth/v2/authorize`, and whether they agree."""

    world: World
    user: User | None = None
    denies: bool = False

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/oauth/v2/authorize", self.asked)]

    async def asked(self, request: web.Request) -> web.StreamResponse:
        asked = request.query
        if asked.get("client_id") != self.world.app.client_id or not asked.get("redirect_uri"):
            return web.Response(status=400, text="Something went wrong when authorizing this app: invalid_client_id")
        back = {"state": asked.get("state", "")}
        if self.denies:
            back["error"] = "access_denied"
        else:
            back["code"] = self._code(asked.get("scope", ""), asked["redirect_uri"])
        raise web.HTTPFound(f"{asked['redirect_uri']}?{urlencode(back)}")

    def _code(self, scope: str, redirect_uri: str) -> str:
        workspace = next(iter(self.world.workspaces.values()))
        team = self.user.team if self.user else workspace.id
        installer = self.user.id if self.user else next(iter(workspace.users))
        code = f"{team}.{uuid.uuid4().hex}"
        self.world.codes[code] = {
            "team": team, "user": installer, "scopes": tuple(scope.split(",")), "redirect_uri": redirect_uri,
            "made_at": self.world.clock.now(),
        }  # fmt: skip
        return code


@method("oauth.v2.access")
def oauth_access(call: Call) -> Json:
    app = call.world.app
    if call.text("client_id") != app.client_id:
        raise SlackError("invalid_client_id")
    if call.text("client_secret") != app.client_secret:
        raise SlackError("bad_client_secret")
    match call.text("grant_type") or "authorization_code":
        case "authorization_code":
            return _from_code(call)
        case "refresh_token":
            return _from_refresh_token(call)
    raise SlackError("invalid_grant_type")


@method("auth.revoke")
def revoke(call: Call) -> Json:
    if not call.flag("test"):
        call.token.error = "token_revoked"
    return {"revoked": not call.flag("test")}


def _from_code(call: Call) -> Json:
    told = call.world.codes.pop(call.text("code"), None)
    if told is None or call.world.clock.now() - told["made_at"] > CODE_SECONDS:
        raise SlackError("invalid_code")
    if call.text("redirect_uri") != told["redirect_uri"]:
        raise SlackError("bad_redirect_uri")
    call.world.workspaces[told["team"]].is_installed = True
    return _pair(call, told["team"], told["scopes"]) | {"authed_user": {"id": told["user"]}}


def _from_refresh_token(call: Call) -> Json:
    team = call.world.refresh_tokens.pop(call.text("refresh_token"), None)
    if team is None:
        raise SlackError("invalid_refresh_token")
    return _pair(call, team, BOT_SCOPES)


def _pair(call: Call, team: str, scopes: tuple[str, ...]) -> Json:
    world = call.world
    workspace = world.workspaces[team]
    kind = "xoxe.xoxb-1" if world.rotates else "xoxb"
    token = Token(f"{kind}-{team}-{CANARY}{uuid.uuid4().hex}", team, workspace.bot.id, "bot", scopes)
    told: Json = {
        "access_token": token.text, "token_type": "bot", "scope": ",".join(scopes), "bot_user_id": workspace.bot.id,
        "app_id": world.app.id, "team": {"id": team, "name": workspace.name}, "enterprise": None,
        "is_enterprise_install": False,
    }  # fmt: skip
    if world.rotates:
        token.expires_at = world.clock.now() + TOKEN_SECONDS
        told |= {"refresh_token": f"xoxe-1-{CANARY}{uuid.uuid4().hex}", "expires_in": TOKEN_SECONDS}
        world.refresh_tokens[told["refresh_token"]] = team
    world.tokens[token.text] = token
    workspace.token = token.text
    return told
