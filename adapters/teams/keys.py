"""Microsoft's signing keys, as published: kept for a day, and asked for once more when an unknown one is used."""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
import structlog

Key = Mapping[str, Any]

_KEPT = 86_400.0  # seconds
_APART = 60.0  # between two fetches: an unknown key id is anybody's to send
_SECONDS = 5.0
_AT_ONCE = 65_536  # bytes
_log = structlog.get_logger()


class Keys:
    """`seconds` is a monotonic clock."""

    def __init__(self, openid_url: str, seconds: Callable[[], float]) -> None:
        self._openid_url = openid_url
        self._seconds = seconds
        self._keys: dict[str, Key] = {}
        self._fetched: float | None = None  # the last good fetch
        self._tried: float | None = None
        self._lock = asyncio.Lock()

    @property
    def all(self) -> list[Key]:
        return list(self._keys.values())

    async def one(self, kid: str) -> Key | None:
        if kid not in self._keys or self._is_old:
            async with self._lock:
                if (kid not in self._keys or self._is_old) and self._may_try:
                    await self._fetch()
        return self._keys.get(kid)

    @property
    def _is_old(self) -> bool:
        return self._fetched is None or self._seconds() - self._fetched > _KEPT

    @property
    def _may_try(self) -> bool:
        return self._tried is None or self._seconds() - self._tried > _APART

    async def _fetch(self) -> None:
        """The keys that are there stay, when Microsoft cannot be reached."""
        self._tried = self._seconds()
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS)) as session:
                told = await _json(session, self._openid_url)
                published = (await _json(session, _beside(told["jwks_uri"], self._openid_url)))["keys"]
            self._keys = {str(key["kid"]): key for key in published}
            self._fetched = self._tried
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            _log.warning("teams signing keys not fetched", error=type(error).__name__)


async def _json(session: aiohttp.ClientSession, url: str) -> Any:
    async with session.get(url, allow_redirects=False) as answer:
        if answer.status != 200:  # noqa: PLR2004 - HTTP's ok
            raise ValueError(answer.status)
        whole = b"".join([part async for part in answer.content.iter_chunked(_AT_ONCE)])
        return json.loads(whole)


def _beside(url: Any, openid_url: str) -> str:
    """Keys come by https, as their description does; in a trial both are on this machine."""
    scheme = openid_url.partition(":")[0]
    if not isinstance(url, str) or not url.startswith((f"{scheme}://", "https://")):
        raise ValueError("jwks_uri")
    return url
