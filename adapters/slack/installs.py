"""Which workspaces are connected, and each one's token: sealed at rest, renewed by one process at a time, gone when revoked."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from adapters.sealing import CannotUnseal, Seal
from adapters.slack.calls import Calls, Refused, Uncertain
from bot.model import Workspace, WorkspaceState
from bot.store import Database, Operator

PLATFORM = "slack"
_RENEW_AHEAD = timedelta(hours=2)
_RENEWING = timedelta(minutes=2)  # nobody else renews meanwhile
_NO_ANSWER = frozenset({"ratelimited", "not_connected"})
_log = structlog.get_logger()


@dataclass(frozen=True)
class About:
    """What is no secret about a connected workspace."""

    bot_user_id: str = ""
    bot_id: str = ""
    scopes: str = ""
    installer: str = ""  # the user who connected it


@dataclass(frozen=True)
class Token:
    """`expires_at` is empty for a token that does not rotate."""

    access: str
    refresh: str = ""
    expires_at: str = ""

    def ends_before(self, moment: datetime) -> bool:
        return bool(self.expires_at) and datetime.fromisoformat(self.expires_at) < moment


@dataclass(frozen=True)
class Install:
    team: str
    organisation_id: int
    about: About
    token: Token
    sealed: str | None = None  # as it was stored when it was last looked at; None: looked at just now


class Installs:
    """Tokens of every workspace. `pasted` is the one of SLACK_BOT_TOKEN, which is never stored."""

    def __init__(
        self, database: Database, calls: Calls, clock: Callable[[], datetime], seal: Seal | None,
        credentials: tuple[str, str] = ("", ""),
    ) -> None:  # fmt: skip
        self._database = database
        self._calls = calls
        self._clock = clock
        self._seal = seal
        self._credentials = credentials  # client id and secret, to renew tokens with
        self._pasted: dict[str, Token] = {}
        self._renewing = asyncio.Lock()
        self._closed: set[str] = set()
        self._before: dict[str, Install] = {}

    async def connect_pasted(self, token: str) -> Install:
        """The workspace of a pasted token: asked once, at the start. Raises Refused or Uncertain."""
        told = await self._calls.call(token, "auth.test")
        about = About(told.get("user_id", ""), told.get("bot_id", ""))
        self._pasted[told["team_id"]] = Token(token)
        await self._keep(told["team_id"], told.get("team", ""), about, sealed="")
        return await self._known(told["team_id"])

    async def connect(self, answer: dict[str, Any]) -> Install:
        """A workspace that was just installed, from what `oauth.v2.access` answered."""
        team = answer["team"]["id"]
        installer = (answer.get("authed_user") or {}).get("id", "")
        about = About(answer.get("bot_user_id", ""), answer.get("bot_id", ""), answer.get("scope", ""), installer)
        if not about.bot_id:
            told = await self._calls.call(answer["access_token"], "auth.test")
            about = replace(about, bot_id=told.get("bot_id", ""))
        await self._keep(team, answer["team"].get("name", ""), about, self._sealed(team, self._token(answer)))
        return await self._known(team)

    async def of(self, team: str) -> Install | None:
        """The install with a token that is good now; None for a workspace that is not connected."""
        self._before.pop(team, None)
        found = await asyncio.to_thread(self._database.survey, lambda o: o.workspaces.one(PLATFORM, team))
        if found is None or found.state is not WorkspaceState.connected:
            self._closed.discard(team)  # perhaps another process heard that it left
            return None
        install = self._install(found)
        if install and self._ends(install):
            return await self._renewed(install)
        if install:
            self._before[team] = replace(install, sealed=found.sealed)
        return install

    @property
    def state(self) -> str:
        """ "ok", or what is wrong with the tokens that were wanted so far."""
        many = len(self._closed)
        which = "the token of 1 workspace" if many == 1 else f"the tokens of {many} workspaces"
        return f"{which} cannot be opened: this process has another FOLLOWTHROUGH_SECRET_KEY" if many else "ok"

    async def before(self, team: str) -> Install | None:
        """As it was looked at last, for who looks whether it is still so (`Message.connected_by`): of each answer a tenth."""
        known = self._before.get(team)
        return known if known and not self._ends(known) else await self.of(team)

    def _ends(self, install: Install) -> bool:
        return bool(install.token.refresh) and install.token.ends_before(self._clock() + _RENEW_AHEAD)

    async def stop_if_gone(self, team: str) -> None:
        """Slack told of an uninstall or a revocation, perhaps late: one from before a new installation ends nothing, so the
        token itself is tried. Where it cannot be opened, Slack's word counts. Raises Refused or Uncertain where Slack does
        not answer; it tells the same again."""
        try:
            install = await self.of(team)
            if install is None:
                return
            await self._calls.call(install.token.access, "auth.test")
        except CannotUnseal:
            await self.stop(team)
        except Refused as error:
            if error.error in _NO_ANSWER:
                raise
            await self.stop(team)
        else:
            _log.warning("slack workspace still connected", team=team)

    async def stop(self, team: str) -> None:
        """Uninstalled or revoked: nothing more is sent, the token is forgotten."""
        self._pasted.pop(team, None)
        self._closed.discard(team)
        self._before.pop(team, None)
        now = self._clock()
        await asyncio.to_thread(self._database.operate, lambda o: o.workspaces.stop(PLATFORM, team, now))
        _log.warning("slack workspace disconnected", team=team)

    async def _renewed(self, install: Install) -> Install:
        """A new pair of tokens, stored before it is used; whoever comes second goes on with the old one."""
        async with self._renewing:
            now = self._clock()
            mine = await asyncio.to_thread(
                self._database.operate, lambda o: o.lease(f"renew:{install.team}", now, now + _RENEWING)
            )
            if not mine:
                return install
            client_id, client_secret = self._credentials
            try:
                answer = await self._calls.call(
                    "", "oauth.v2.access", client_id=client_id, client_secret=client_secret,
                    grant_type="refresh_token", refresh_token=install.token.refresh,
                )  # fmt: skip
            except (Refused, Uncertain) as error:
                _log.warning("slack token not renewed", team=install.team, error=str(error))
                return install
            token = self._token(answer)
            sealed = self._sealed(install.team, token)
            await asyncio.to_thread(
                self._database.operate, lambda o: o.workspaces.reseal(PLATFORM, install.team, sealed, now)
            )
            return replace(install, token=token)

    async def _keep(self, team: str, name: str, about: About, sealed: str) -> None:
        now = self._clock()
        told = json.dumps(asdict(about))

        def write(operator: Operator) -> None:
            known = operator.workspaces.one(PLATFORM, team)
            organisation_id = known.organisation_id if known else operator.create_organisation(name or team)
            operator.workspaces.connect(organisation_id, PLATFORM, team, name, told, sealed, now)

        await asyncio.to_thread(self._database.operate, write)

    async def _known(self, team: str) -> Install:
        found = await self.of(team)
        if found is None:
            raise LookupError(team)
        return found

    def _install(self, found: Workspace) -> Install | None:
        token = self._pasted.get(found.key) or self._opened(found)
        about = About(**json.loads(found.details or "{}"))
        return Install(found.key, found.organisation_id, about, token) if token else None

    def _opened(self, found: Workspace) -> Token | None:
        """Raises CannotUnseal, which is put into the log once."""
        try:
            token = stored_token(found, self._seal)
        except CannotUnseal:
            if found.key not in self._closed:
                _log.warning("slack token cannot be opened", team=found.key)
            self._closed.add(found.key)
            raise
        self._closed.discard(found.key)
        return token

    def _sealed(self, team: str, token: Token) -> str:
        if self._seal is None:
            raise ValueError("connecting by OAuth needs FOLLOWTHROUGH_SECRET_KEY")
        return self._seal.close(json.dumps(asdict(token)), f"{PLATFORM}:{team}")

    def _token(self, answer: dict[str, Any]) -> Token:
        lasts = answer.get("expires_in")
        ends = (self._clock() + timedelta(seconds=int(lasts))).astimezone(UTC).isoformat() if lasts else ""
        return Token(answer["access_token"], answer.get("refresh_token", ""), ends)


def is_of_one_workspace(answer: dict[str, Any]) -> bool:
    """Whether `oauth.v2.access` told of a workspace and its bot's token; of a whole organisation it names no team."""
    team = answer.get("team")
    return isinstance(team, dict) and bool(team.get("id")) and bool(answer.get("access_token"))


def stored_token(workspace: Workspace, seal: Seal | None) -> Token | None:
    """None for a workspace that is stopped or was connected by a pasted token. Raises CannotUnseal."""
    if not workspace.sealed or seal is None:
        return None
    return Token(**json.loads(seal.open(workspace.sealed, f"{PLATFORM}:{workspace.key}")))
