"""Renewing a token that rotates: by one process at a time, stored before it is used, and only in the place of the pair that it
was made from. An uninstall or a new installation meanwhile stands. Who needs it while another process is at it waits for that
one, a moment only: Slack waits too.

A refresh token is good once. Where Slack took one and its answer was lost, it can never be renewed again: whoever looks after
the bot is told, and a new installation mends it.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from adapters.sealing import Seal
from adapters.slack.calls import NO_ANSWER, SECONDS, Calls, Refused, Uncertain
from adapters.slack.tokens import PLATFORM, Token, is_of, sealed_token, token_from
from bot.model import WorkspaceState
from bot.store import Database, Operator

_RENEWING = timedelta(seconds=2 * SECONDS)  # nobody else does meanwhile: longer than the call, also by another's clock
_IN_VAIN = timedelta(minutes=10)  # what Slack refused for good is asked for no sooner
_PATIENCE, _LOOK_AGAIN = 2.0, 0.2  # seconds that another process is waited for
_log = structlog.get_logger()


class Renewing:
    def __init__(
        self, database: Database, calls: Calls, clock: Callable[[], datetime], seal: Seal | None,
        credentials: tuple[str, str],
    ) -> None:  # fmt: skip
        self._database = database
        self._calls = calls
        self._clock = clock
        self._seal = seal
        self._credentials = credentials  # client id and secret
        self._under_way: dict[str, asyncio.Task[str]] = {}
        self._until: dict[str, datetime] = {}  # by team, the lease that this process took last

    async def renew(self, team: str, token: Token) -> str:
        """A new pair in the place of that one, where it is still the stored one. Else Slack's word for why there never will
        be any; empty where there is one, or there may be one later.

        Whoever asks meanwhile waits for the same. It goes on when they wait no longer: Slack may have taken the old pair.
        """
        task = self._under_way.get(team)
        if task is None:
            task = self._under_way[team] = asyncio.create_task(self._renew(team, token))
            task.add_done_callback(lambda _: self._under_way.pop(team, None))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Waits for what is under way: a pair that is not stored is lost."""
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)

    async def _renew(self, team: str, token: Token) -> str:
        if not await self._is_ours(team, token):
            return await asyncio.to_thread(self._database.survey, lambda o: o.workspaces.why_unrenewed(PLATFORM, team))
        client_id, client_secret = self._credentials
        try:
            answer = await self._calls.call(
                "", "oauth.v2.access", client_id=client_id, client_secret=client_secret,
                grant_type="refresh_token", refresh_token=token.refresh,
            )  # fmt: skip
            new = token_from(answer, self._clock())
        except (Refused, Uncertain, LookupError, ValueError) as error:
            _log.warning("slack token not renewed", team=team, error=str(error))
            if isinstance(error, Refused) and error.error not in NO_ANSWER:
                return await self._never(team, token, str(error))
            await asyncio.to_thread(self._database.operate, lambda o: self._release(o, team))
            return ""
        kept = await asyncio.to_thread(self._database.operate, lambda o: self._kept(o, team, token, new))
        if not kept:
            _log.warning("slack token renewed too late", team=team)
        return ""

    async def _is_ours(self, team: str, token: Token) -> bool:
        """Whether it is this process that renews it, and nobody has by the time that it may."""
        until = asyncio.get_running_loop().time() + _PATIENCE
        while True:
            is_ours = await asyncio.to_thread(self._database.operate, lambda o: self._taken(o, team, token))
            if is_ours is not None or asyncio.get_running_loop().time() > until:
                return bool(is_ours)
            await asyncio.sleep(_LOOK_AGAIN)

    def _taken(self, operator: Operator, team: str, token: Token) -> bool | None:
        """None while another process is at it."""
        now = self._clock()
        is_free = operator.lease(_lease(team), now, now + _RENEWING)
        if is_free:
            self._until[team] = now + _RENEWING
        known = operator.workspaces.one(PLATFORM, team)
        is_it = known is not None and known.state is WorkspaceState.connected and is_of(token, self._seal)(known)
        if is_free and not is_it:
            self._release(operator, team)
        if is_free or not is_it or operator.workspaces.why_unrenewed(PLATFORM, team):
            return is_free and is_it
        return None

    def _release(self, operator: Operator, team: str) -> None:
        """Its own alone: who was too slow finds another's there."""
        operator.release(_lease(team), self._until.get(team))

    def _kept(self, operator: Operator, team: str, token: Token, new: Token) -> bool:
        sealed = sealed_token(team, new, self._seal)
        self._release(operator, team)
        return operator.workspaces.renew(PLATFORM, team, sealed, self._clock(), is_it=is_of(token, self._seal))

    async def _never(self, team: str, token: Token, why: str) -> str:
        """Unless it was another process that had it renewed."""
        noted = await asyncio.to_thread(self._database.operate, lambda o: self._noted(o, team, token, why))
        return why if noted else ""

    def _noted(self, operator: Operator, team: str, token: Token, why: str) -> bool:
        self._release(operator, team)
        noted = operator.workspaces.cannot_renew(PLATFORM, team, why, is_it=is_of(token, self._seal))
        if noted:
            operator.lease(_lease(team), self._clock(), self._clock() + _IN_VAIN)
        return noted


def _lease(team: str) -> str:
    return f"renew:{team}"
