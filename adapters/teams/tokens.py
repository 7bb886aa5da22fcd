"""The bot's own token at Microsoft: asked for once, kept until shortly before it ends.

Not by the SDK: it asks anew for every message, and holds up everybody while it does. By a secret it is Entra's answer,
by a managed identity that of a service on this machine, which Azure runs there.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import structlog

from adapters.teams.errors import Refused
from adapters.teams.settings import BY_IDENTITY, TeamsSettings

RESOURCE = "https://api.botframework.com"
_AHEAD = 300.0  # seconds before its end
_SHORTLY = 300.0  # seconds for which a token is kept that does not say how long it is good
_SECONDS = 10.0
_REFUSED = frozenset({400, 401, 403})
_NOT_FOUND_HERE = 400
_NO_IDENTITY = "the managed identity is not assigned to this machine"
_NOT_YET = "no token asked for yet"
_LOOK_AT = {
    "invalid_client": "TEAMS_APP_PASSWORD is not the secret of this bot, or has ended",
    "unauthorized_client": "TEAMS_APP_ID is no bot of the tenant TEAMS_TENANT_ID",
}
_log = structlog.get_logger()


@dataclass(frozen=True)
class _Request:
    method: str
    url: str
    form: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


class Tokens:
    """`seconds` is a monotonic clock."""

    def __init__(self, settings: TeamsSettings, seconds: Callable[[], float]) -> None:
        self._settings = settings
        self._seconds = seconds
        self._token = ""
        self._good_until = 0.0
        self._lock = asyncio.Lock()
        self.state = _NOT_YET  # "ok", or why there is no token

    async def one(self) -> str:
        """A token that is good now; empty in local mode. Raises Refused: 401 when Microsoft does not take who we are."""
        if self._settings.is_local:
            return ""
        if self._is_good:
            return self._token
        async with self._lock:
            if not self._is_good:  # those who waited find what the first one got
                told = await self._asked()
                self._token = str(told["access_token"])
                self._good_until = self._seconds() + _kept(told)
            return self._token

    async def check(self) -> None:
        """Asks for a token before anything is sent, so that a wrong secret is seen at the start; `state` tells how it went."""
        try:
            await self.one()
        except Refused as error:
            if not error.status:  # else it stands in the log already
                _log.warning("teams was not asked for a token", why=error.code)
        if self._settings.is_local:
            self.state = "ok"

    @property
    def _is_good(self) -> bool:
        return bool(self._token) and self._seconds() < self._good_until

    def forget(self) -> None:
        """It was not taken: the next call gets a new one."""
        self._token = ""

    async def _asked(self) -> dict[str, Any]:
        try:
            status, told = await _answer(_request(self._settings))
        except Refused as error:
            self.state = error.code
            raise
        if isinstance(told, dict) and told.get("access_token"):
            self.state = "ok"
            return told
        is_refused = status in _REFUSED
        why = _why(status, told, by_identity=self._settings.app_type == BY_IDENTITY)
        if is_refused:
            _log.error(
                "teams gives the bot no token", app=self._settings.app_id, why=why, look_at=_LOOK_AT.get(why, "")
            )
        self.state = f"no token: {why}{f' ({_LOOK_AT[why]})' if why in _LOOK_AT else ''}"
        raise Refused(401 if is_refused else 0, f"no token: {why}")


def _why(status: int, told: Any, *, by_identity: bool) -> str:
    """Azure answers 400 for an identity that it does not find; to all else its own word is the better one."""
    if by_identity and status == _NOT_FOUND_HERE:
        return _NO_IDENTITY
    error = told.get("error") if isinstance(told, dict) else None
    return error if isinstance(error, str) and error else f"status {status}"


async def _answer(request: _Request) -> tuple[int, Any]:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session,
            session.request(
                request.method, request.url, data=request.form or None, params=request.query,
                headers=request.headers, allow_redirects=False,
            ) as answer,
        ):  # fmt: skip
            return answer.status, json.loads(await answer.read())
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise Refused(0, f"no token: {type(error).__name__}") from None


def _request(settings: TeamsSettings) -> _Request:
    if settings.app_type != BY_IDENTITY:
        return _Request("POST", _authority(settings), {
            "grant_type": "client_credentials", "scope": f"{RESOURCE}/.default",
            "client_id": settings.app_id, "client_secret": settings.app_password,
        })  # fmt: skip
    query = {"resource": RESOURCE, "client_id": settings.app_id}
    if settings.identity_endpoint:  # App Service, Container Apps
        headers = {"X-IDENTITY-HEADER": settings.identity_header}
        return _Request("GET", settings.identity_endpoint, {}, {"api-version": "2019-08-01", **query}, headers)
    url = f"{settings.metadata_url}/metadata/identity/oauth2/token"
    return _Request("GET", url, {}, {"api-version": "2018-02-01", **query}, {"Metadata": "true"})


def _authority(settings: TeamsSettings) -> str:
    """Of Microsoft's token endpoint; an authority that names a tenant itself is taken as it is."""
    authority = settings.authority_url.rstrip("/")
    whole = authority if urlsplit(authority).path else f"{authority}/{settings.tenant_id}"
    return f"{whole}/oauth2/v2.0/token"


def _kept(told: dict[str, Any]) -> float:
    """Seconds. Entra and the machine's service say how long, as a number or as text; App Service says only until when."""
    seconds = str(told.get("expires_in", ""))
    return float(seconds) - _AHEAD if seconds.isdecimal() else _SHORTLY
