"""Calls in a workspace's name. A token that has ended is renewed and the call made once more; one that is dead stops the workspace,
whoever met it: a list, an answer, or the question who somebody is.

Slack refuses both before it does anything, so that a second call does no harm.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from adapters.sealing import CannotUnseal
from adapters.slack.calls import TOKEN_ENDED, WORKSPACE_GONE, Calls, Refused
from adapters.slack.installs import Install, Installs

_OF_THE_TOKEN = WORKSPACE_GONE | {TOKEN_ENDED}


class Speaking:
    def __init__(self, calls: Calls, installs: Installs) -> None:
        self._calls = calls
        self._installs = installs

    async def call(self, install: Install, method: str, **arguments: Any) -> dict[str, Any]:
        """As `Calls.call`."""
        return await self._spoken(install, lambda token: self._calls.call(token, method, **arguments))

    async def ask(self, install: Install, method: str, **arguments: Any) -> dict[str, Any]:
        """As `Calls.ask`."""
        return await self._spoken(install, lambda token: self._calls.ask(token, method, **arguments))

    async def respond(self, response_url: str, **message: Any) -> None:
        """As `Calls.respond`: it needs no token."""
        await self._calls.respond(response_url, **message)

    async def _spoken(self, install: Install, said: Callable[[str], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
        try:
            return await said(install.token.access)
        except Refused as error:
            if error.error not in _OF_THE_TOKEN:
                raise
            refused = error
        try:
            now = await self._installs.instead(install, refused)
        except CannotUnseal:
            raise refused from None
        try:
            return await said(now.token.access)
        except Refused as error:
            if error.error in WORKSPACE_GONE:
                await self._installs.stop(now.team, now.token)
            raise
