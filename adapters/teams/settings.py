"""What Teams needs to be told, with no import of its SDK: a bot that does not speak to Teams stays quick."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.model import is_azure_id

OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"
AUTHORITY = "https://login.microsoftonline.com"
METADATA = "http://169.254.169.254"  # where every machine of Azure asks about itself
SERVICE_HOST = (
    "smba.trafficmanager.net"  # exactly: any Azure customer can register other names under trafficmanager.net
)
BY_SECRET, BY_IDENTITY = APP_TYPES = ("SingleTenant", "UserAssignedMSI")
_RETIRED = "MultiTenant"
_AN_ID = "1a2b3c4d-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class TeamsSettings:
    """`is_local`: Microsoft's Agents Playground on this machine; without it, no app id means no start."""

    app_id: str = ""
    app_password: str = ""
    app_type: str = BY_SECRET
    tenant_id: str = ""
    allowed_tenants: tuple[str, ...] = ()
    service_hosts: tuple[str, ...] = (SERVICE_HOST,)
    openid_url: str = OPENID
    authority_url: str = AUTHORITY
    is_local: bool = False
    metadata_url: str = METADATA
    identity_endpoint: str = ""  # App Service and Container Apps set this one and the next by themselves
    identity_header: str = ""

    @property
    def tenants(self) -> frozenset[str]:
        return frozenset(filter(None, (self.tenant_id, *self.allowed_tenants)))


def missing(settings: TeamsSettings) -> str:
    """What Teams still needs, in one sentence; empty when it can start."""
    if settings.is_local:
        return (
            "TEAMS_UNAUTHENTICATED_LOCAL is for trials without an account: remove it, or TEAMS_APP_ID"
            if settings.app_id
            else ""
        )
    if settings.app_type == _RETIRED:
        return f"TEAMS_APP_TYPE: Microsoft has retired multi-tenant bots: make it {' or '.join(APP_TYPES)} in Azure"
    if settings.app_type not in APP_TYPES:
        return f"TEAMS_APP_TYPE has to be one of {', '.join(APP_TYPES)}, letter by letter"
    needed = {"TEAMS_APP_ID": settings.app_id, "TEAMS_TENANT_ID": settings.tenant_id}
    if settings.app_type == BY_SECRET:
        needed["TEAMS_APP_PASSWORD"] = settings.app_password
    lacking = [name for name, value in needed.items() if not value]
    return f"Teams needs {', '.join(lacking)}" if lacking else _no_id(settings) or _wrong_identity(settings)


def _no_id(settings: TeamsSettings) -> str:
    """A domain or a name matches no activity: each would be refused, and nobody would see why."""
    told = [("TEAMS_APP_ID", settings.app_id), ("TEAMS_TENANT_ID", settings.tenant_id)]
    told += [("TEAMS_ALLOWED_TENANTS", tenant) for tenant in settings.allowed_tenants]
    wrong = next((name for name, value in told if not is_azure_id(value)), "")
    return f"{wrong} has to be an id as Azure shows it, such as {_AN_ID}" if wrong else ""


def twice(bots: Sequence[TeamsSettings]) -> str:
    """The tenant that two bots are for, in one sentence: nobody could say which of them answers."""
    seen: set[str] = set()
    for bot in bots:
        for tenant in sorted(bot.tenants & seen):
            return f"TEAMS_FURTHER_BOTS: two bots for the tenant {tenant}"
        seen |= bot.tenants
    return ""


def _wrong_identity(settings: TeamsSettings) -> str:
    if settings.app_type != BY_IDENTITY:
        return ""
    if bool(settings.identity_endpoint) != bool(settings.identity_header):
        return "IDENTITY_ENDPOINT and IDENTITY_HEADER belong together: Azure sets both, or none"
    if settings.identity_endpoint and not _is_near(settings.identity_endpoint):
        return "IDENTITY_ENDPOINT has to be an address on this machine, as Azure sets it"
    return ""


def _is_near(url: str) -> bool:
    """Loopback, or one of the addresses that no router passes on: the header that goes there is a secret. A private network
    is other machines too."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"}:
        return False
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_loopback or address.is_link_local
