"""Whether an activity comes from Microsoft Teams, for us, from a tenant that we serve. Checked before any SDK sees it.

The SDK's own check stays behind this one; alone it takes a token that never ends, any tenant and any address.
"""

from collections.abc import Mapping
from typing import Any

import jwt

from adapters.teams.hosts import LOOPBACK, is_service
from adapters.teams.keys import Key, Keys
from adapters.teams.settings import TeamsSettings

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
_LONGEST_TOKEN = 7_000  # Microsoft's have about 1,500; longer lines the web server refuses by itself
_LEEWAY = 300  # seconds; Microsoft's rule
_DOTS = 2
_UNREADABLE = (
    jwt.PyJWTError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError,
)  # fmt: skip
Activity = Mapping[str, Any]


class Verifier:
    def __init__(self, settings: TeamsSettings, keys: Keys) -> None:
        self._settings = settings
        self._keys = keys

    async def is_genuine(self, header: str, activity: Activity) -> bool:
        if self._settings.is_local:  # bound to loopback, and answering to loopback alone
            return is_service(activity.get("serviceUrl"), LOOPBACK) and bool(tenant_of(activity))
        try:
            return self._is_for_us(activity) and await self._is_signed(header, activity)
        except _UNREADABLE:
            return False

    def _is_for_us(self, activity: Activity) -> bool:
        """What needs no key is looked at first."""
        tenant = tenant_of(activity)
        return (
            bool(self._settings.app_id)
            and activity.get("channelId") == CHANNEL
            and tenant in self._settings.tenants
            and is_service(activity.get("serviceUrl"), self._settings.service_hosts)
        )

    async def _is_signed(self, header: str, activity: Activity) -> bool:
        scheme, _, token = header.partition(" ")
        if scheme != "Bearer" or len(token) > _LONGEST_TOKEN or token.count(".") != _DOTS or not token.isascii():
            return False
        head = jwt.get_unverified_header(token)
        if head.get("alg") != "RS256" or not isinstance(head.get("kid"), str):
            return False
        key = await self._keys.one(head["kid"])
        if key is None or CHANNEL not in key.get("endorsements", ()):
            return False
        return bool(self._claims(token, key).get("serviceurl") == activity["serviceUrl"])

    def _claims(self, token: str, key: Key) -> dict[str, Any]:
        """Raises one of _UNREADABLE for a token that is not good."""
        claims: dict[str, Any] = jwt.decode(
            token, jwt.PyJWK(dict(key), "RS256").key, algorithms=["RS256"], audience=self._settings.app_id,
            issuer=ISSUER, leeway=_LEEWAY, options={"require": ["exp", "iss", "aud"], "strict_aud": True},
        )  # fmt: skip
        return claims


def tenant_of(activity: Activity) -> str:
    """The tenant it comes from; empty when it says none, or two."""
    told = (_inside(activity, "channelData", "tenant", "id"), _inside(activity, "conversation", "tenantId"))
    said = {tenant for tenant in told if tenant}
    return said.pop() if len(said) == 1 else ""


def _inside(thing: Any, *names: str) -> str:
    for name in names:
        thing = thing.get(name) if isinstance(thing, Mapping) else None
    return thing if isinstance(thing, str) else ""
