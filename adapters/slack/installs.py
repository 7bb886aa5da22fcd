"""Which workspaces are connected, and who the bot is there. Their tokens are renewed ahead of their end, also while nobody writes,
and forgotten when they are dead."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from adapters.sealing import CannotUnseal, Seal
from adapters.slack.calls import TOKEN_ENDED, WORKSPACE_GONE, Calls, Refused
from adapters.slack.renewing import Renewing
from adapters.slack.tokens import PLATFORM, Token, is_of, sealed_token, stored_token, token_from
from bot.model import Workspace, WorkspaceState
from bot.store import Database, Operator

_RENEW_AHEAD = timedelta(hours=2)
_AT_ONCE = 4  # renewals
_PASTED_ENDED = "pasted_token_ended"  # our own word: nothing renews it
_log = structlog.get_logger()


@dataclass(frozen=True)
class About:
    """What is no secret about a connected workspace."""

    bot_user_id: str = ""
    bot_id: str = ""
    scopes: str = ""
    installer: str = ""  # the user who connected it


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
        self._renewing = Renewing(database, calls, clock, seal, credentials)
        self._pasted: dict[str, Token] = {}
        self._closed: set[str] = set()
        self._before: dict[str, Install] = {}

    async def connect_pasted(self, token: str) -> Install:
        """The workspace of a pasted token: asked once, at the start. Raises Refused or Uncertain."""
        try:
            told = await self._calls.call(token, "auth.test")
        except Refused as error:
            raise Refused(_PASTED_ENDED) if error.error == TOKEN_ENDED else error from None
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
        sealed = sealed_token(team, token_from(answer, self._clock()), self._seal)
        await self._keep(team, answer["team"].get("name", ""), about, sealed)
        return await self._known(team)

    async def of(self, team: str) -> Install | None:
        """The install as it stands now; None for a workspace that is not connected. Raises CannotUnseal."""
        install = await self._stored(team)
        return replace(install, sealed=None) if install else None

    async def renew_ahead(self) -> None:
        """Whatever ends soon, so that no answer has to wait for it."""
        known = await asyncio.to_thread(self._database.survey, lambda o: o.workspaces.all(PLATFORM))
        free = asyncio.Semaphore(_AT_ONCE)
        connected = [one for one in known if one.state is WorkspaceState.connected]
        await asyncio.gather(*(self._guarded(one, free) for one in connected))

    async def _guarded(self, known: Workspace, free: asyncio.Semaphore) -> None:
        """What fails with one workspace keeps no other from being renewed."""
        async with free:
            try:
                await self._renewed_ahead(known)
            except CannotUnseal:
                pass  # said once already
            except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again with the next round
                # without its frames, which hold the token
                _log.error("slack token not looked after", team=known.key, error=type(error).__name__)

    async def _renewed_ahead(self, known: Workspace) -> None:
        install = self._install(known)
        if install and install.token.refresh and install.token.ends_before(self._clock() + _RENEW_AHEAD):
            await self._renewing.renew(install.team, install.token)

    async def instead(self, install: Install, refused: Refused) -> Install:
        """With another token than that one, with which Slack does not let the bot speak any more: renewed where it has only
        ended, or of a new installation. Raises Refused, with Slack's word, where there is none: a workspace whose token is
        dead is stopped by then.
        """
        why = refused.error
        if why == TOKEN_ENDED:
            renews = install.token.refresh
            why = (await self._renewing.renew(install.team, install.token) or why) if renews else _PASTED_ENDED
        elif why in WORKSPACE_GONE:
            await self.stop(install.team, install.token)
        now = await self._stored(install.team)
        if now is None or now.token == install.token:
            raise Refused(why, refused.answer)
        return now

    async def close(self) -> None:
        await self._renewing.close()

    async def _stored(self, team: str) -> Install | None:
        self._before.pop(team, None)
        found = await asyncio.to_thread(self._database.survey, lambda o: o.workspaces.one(PLATFORM, team))
        if found is None or found.state is not WorkspaceState.connected:
            self._closed.discard(team)  # perhaps another process heard that it left
            return None
        install = self._install(found)
        if install:
            self._before[team] = install
        return install

    @property
    def state(self) -> str:
        """ "ok", or what is wrong with the tokens that were wanted so far."""
        many = len(self._closed)
        which = "the token of 1 workspace" if many == 1 else f"the tokens of {many} workspaces"
        return f"{which} cannot be opened: this process has another FOLLOWTHROUGH_SECRET_KEY" if many else "ok"

    async def before(self, team: str) -> Install | None:
        """As it was looked at last, for who looks whether it is still so (`Message.connected_by`): of each answer a tenth."""
        return self._before.get(team) or await self.of(team)

    async def stop(self, team: str, token: Token | None = None) -> None:
        """Uninstalled or revoked: nothing more is sent, the token is forgotten. `token`: which one is dead; where another is
        the workspace's by now, it goes on."""
        pasted = self._pasted.get(team)
        if token and pasted and pasted != token:
            return
        is_it = is_of(token, self._seal) if token and not pasted else None
        now = self._clock()
        stopped = await asyncio.to_thread(
            self._database.operate, lambda o: o.workspaces.stop(PLATFORM, team, now, is_it=is_it)
        )
        self._before.pop(team, None)
        if stopped:
            self._pasted.pop(team, None)
            self._closed.discard(team)
        if stopped or token is None:
            _log.warning("slack workspace disconnected", team=team)

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
        return Install(found.key, found.organisation_id, about, token, found.sealed) if token else None

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


def is_of_one_workspace(answer: dict[str, Any]) -> bool:
    """Whether `oauth.v2.access` told of a workspace and its bot's token; of a whole organisation it names no team."""
    team = answer.get("team")
    return isinstance(team, dict) and bool(team.get("id")) and bool(answer.get("access_token"))
