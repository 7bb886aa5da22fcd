"""What Teams needs to be told, with no import of its SDK: a bot that does not speak to Teams stays quick."""

from dataclasses import dataclass

OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"
AUTHORITY = "https://login.microsoftonline.com"
SERVICE_HOST = (
    "smba.trafficmanager.net"  # exactly: any Azure customer can register other names under trafficmanager.net
)
APP_TYPES = ("SingleTenant", "UserAssignedMSI", "MultiTenant")


@dataclass(frozen=True)
class TeamsSettings:
    """`is_local`: Microsoft's Agents Playground on this machine; without it, no app id means no start."""

    app_id: str = ""
    app_password: str = ""
    app_type: str = APP_TYPES[0]
    tenant_id: str = ""
    allowed_tenants: tuple[str, ...] = ()
    service_hosts: tuple[str, ...] = (SERVICE_HOST,)
    openid_url: str = OPENID
    authority_url: str = AUTHORITY
    is_local: bool = False

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
    if settings.app_type not in APP_TYPES:
        return f"TEAMS_APP_TYPE has to be one of {', '.join(APP_TYPES)}, letter by letter"
    needed = {"TEAMS_APP_ID": settings.app_id, "TEAMS_TENANT_ID": settings.tenant_id}
    if settings.app_type != "UserAssignedMSI":
        needed["TEAMS_APP_PASSWORD"] = settings.app_password
    lacking = [name for name, value in needed.items() if not value]
    return f"Teams needs {', '.join(lacking)}" if lacking else ""
