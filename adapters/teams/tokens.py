"""The bot's own token at Microsoft: asked for once, kept until shortly before it ends.

Not by the SDK: it asks anew for every message, and holds up everybody while it does.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from adapters.teams.errors import Refused
from adapters.teams.settings import TeamsSettings

SCOPE = "https://api.botframework.com/.default"
BOTS = "botframework.com"  # the tenant of bots that are multi-tenant
_AHEAD = 300.0  # seconds before its end
_SECONDS = 10.0
_REFUSED = frozenset({400, 401, 403})


class Tokens:
    """`seconds` is a monotonic clock."""

    def __init__(self, settings: TeamsSettings, seconds: Callable[[], float]) -> None:
        self._settings = settings
        self._seconds = seconds
        self._token = ""
        self._good_until = 0.0
        self._lock = asyncio.Lock()

    async def one(self) -> str:
        """A token that is good now; empty in local mode. Raises Refused: 401 when Microsoft does not take our secret."""
        if self._settings.is_local:
            return ""
        if self._is_good:
            return self._token
        async with self._lock:
            if not self._is_good:  # those who waited find what the first one got
                told = await self._asked()
                self._token = str(told["access_token"])
                self._good_until = self._seconds() + float(told.get("expires_in", 0)) - _AHEAD
            return self._token

    @property
    def _is_good(self) -> bool:
        return bool(self._token) and self._seconds() < self._good_until

    def forget(self) -> None:
        """It was not taken: the next call gets a new one."""
        self._token = ""

    async def _asked(self) -> dict[str, Any]:
        form = {
            "grant_type": "client_credentials", "scope": SCOPE,
            "client_id": self._settings.app_id, "client_secret": self._settings.app_password,
        }  # fmt: skip
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session,
                session.post(_address(self._settings), data=form, allow_redirects=False) as answer,
            ):
                told = json.loads(await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise Refused(0, f"no token: {type(error).__name__}") from None
        if isinstance(told, dict) and told.get("access_token"):
            return told
        refused = answer.status in _REFUSED
        raise Refused(401 if refused else 0, f"no token: {told.get('error', '') if isinstance(told, dict) else ''}")


def _address(settings: TeamsSettings) -> str:
    """Of Microsoft's token endpoint; an authority that names a tenant itself is taken as it is."""
    authority = settings.authority_url.rstrip("/")
    tenant = BOTS if settings.app_type == "MultiTenant" else settings.tenant_id
    whole = authority if urlsplit(authority).path else f"{authority}/{tenant}"
    return f"{whole}/oauth2/v2.0/token"
