"""Settings from the environment or `.env`. A wrong one is a plain sentence at the start, never a silent default."""

import ipaddress
from dataclasses import replace
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from adapters.cli import envfile
from adapters.cli.further_bots import further, missing_for_bots
from adapters.cli.wrong_settings import WrongFile, WrongSetting, public_name, told
from adapters.redaction import REDACTION
from adapters.slack.settings import API, AUTHORIZE, SHORTEST_SECRET, SlackSettings, missing_for_slack
from adapters.teams.hosts import LOOPBACK
from adapters.teams.settings import AUTHORITY, BY_SECRET, METADATA, OPENID, SERVICE_HOST, TeamsSettings
from bot.store import mistake_in, password_in
from scheduler.purging import Keep

_ADDRESSES = ("slack_api_url", "slack_authorize_url", "public_url", "teams_openid_url", "teams_authority_url")
_DAYS, _MONTHS = 3_650, 240  # the longest that is kept by a figure: ten years of texts, twenty of deals


def _named(name: str, default: str = "") -> str:
    """A setting whose name has no prefix: it is the platform's own."""
    found: str = Field(default=default, validation_alias=AliasChoices(name.lower(), name))
    return found


class Settings(BaseSettings):
    """Names are design.md's: ours with the prefix FOLLOWTHROUGH_, a platform's own without."""

    model_config = SettingsConfigDict(
        env_prefix="FOLLOWTHROUGH_", env_file=envfile.FILE, extra="ignore", populate_by_name=True
    )

    database_url: str = "sqlite:///data/followthrough.sqlite3"
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    local: bool | None = None  # the trial page: on while no platform is set up
    secret_key: str = ""
    secret_key_before: str = ""  # still opens what it sealed, until rotate-key has run
    metrics_port: int = Field(default=0, ge=0, le=65535)  # /metrics on a port of its own; 0: not
    metrics_token: str = ""
    public_url: str = ""
    erasures: str = ""  # the list of who was erased; beside the database, or under data/, unless set
    keep_replies_days: int = Field(default=7, ge=1, le=_DAYS)
    keep_drafts_days: int = Field(default=30, ge=1, le=_DAYS)
    keep_messages_days: int = Field(default=90, ge=8, le=_DAYS)  # a week of them is read for phrases that are worn out
    keep_workspaces_days: int = Field(default=30, ge=1, le=_DAYS)
    keep_closed_months: int = Field(default=0, ge=0, le=_MONTHS)  # 0: closed deals stay
    keep_audit_months: int = Field(default=0, ge=0, le=_MONTHS)  # 0: the audit record stays
    slack_signing_secret: str = _named("SLACK_SIGNING_SECRET")
    slack_bot_token: str = _named("SLACK_BOT_TOKEN")
    slack_app_token: str = _named("SLACK_APP_TOKEN")
    slack_client_id: str = _named("SLACK_CLIENT_ID")
    slack_client_secret: str = _named("SLACK_CLIENT_SECRET")
    slack_api_url: str = _named("SLACK_API_URL", API)
    slack_authorize_url: str = _named("SLACK_AUTHORIZE_URL", AUTHORIZE)
    teams_app_id: str = _named("TEAMS_APP_ID")
    teams_app_password: str = _named("TEAMS_APP_PASSWORD")
    teams_app_type: str = _named("TEAMS_APP_TYPE", BY_SECRET)
    teams_tenant_id: str = _named("TEAMS_TENANT_ID")
    teams_unauthenticated_local: str = _named("TEAMS_UNAUTHENTICATED_LOCAL")
    teams_allowed_tenants: str = _named("TEAMS_ALLOWED_TENANTS")
    teams_service_hosts: str = _named("TEAMS_SERVICE_HOSTS", SERVICE_HOST)
    teams_openid_url: str = _named("TEAMS_OPENID_URL", OPENID)
    teams_authority_url: str = _named("TEAMS_AUTHORITY_URL", AUTHORITY)
    teams_further_bots: str = _named("TEAMS_FURTHER_BOTS")
    identity_endpoint: str = _named("IDENTITY_ENDPOINT")
    identity_header: str = _named("IDENTITY_HEADER")

    @property
    def keep(self) -> Keep:
        return Keep(
            self.keep_replies_days, self.keep_drafts_days, self.keep_messages_days, self.keep_workspaces_days,
            self.keep_closed_months, self.keep_audit_months,
        )  # fmt: skip

    @property
    def secrets(self) -> tuple[str, ...]:
        """What may stand in no log, whoever writes it."""
        bots = tuple(bot.app_password for bot in self.teams_bots) if self.has_teams else (self.teams_app_password,)
        return (
            self.secret_key, self.secret_key_before, self.metrics_token, self.slack_signing_secret, self.slack_bot_token,
            self.slack_app_token, self.slack_client_secret, self.identity_header, password_in(self.database_url), *bots,
        )  # fmt: skip

    @property
    def has_slack(self) -> bool:
        return any((self.slack_signing_secret, self.slack_bot_token, self.slack_app_token, self.slack_client_id))

    @property
    def has_teams(self) -> bool:
        """A list of no further bots is none. Raises ValueError for one that cannot be read."""
        given = (self.teams_app_id, self.teams_app_password, self.teams_tenant_id, further(self.teams_further_bots))
        return any(given) or self.is_teams_local

    @property
    def is_teams_local(self) -> bool:
        """Explicit, letter by letter: anything else that is written there is a mistake, and is told."""
        return self.teams_unauthenticated_local == "1"

    @property
    def has_page(self) -> bool:
        """For a trial, which is on SQLite; a server's database has it where that is said."""
        is_trial = self.database_url.startswith("sqlite") and not (self.has_slack or self.has_teams)
        return is_trial if self.local is None else self.local

    @property
    def serves_somebody(self) -> bool:
        return self.has_slack or self.has_teams or self.has_page

    @property
    def admin_at(self) -> str:
        """Where admins reach their page from outside: only with a key that signs for every process; empty when it is not served."""
        return self.public_url.rstrip("/") if self.public_url and self.secret_key else ""

    @property
    def teams(self) -> TeamsSettings:
        return TeamsSettings(
            self.teams_app_id, self.teams_app_password, self.teams_app_type, self.teams_tenant_id,
            _listed(self.teams_allowed_tenants), _listed(self.teams_service_hosts), self.teams_openid_url,
            self.teams_authority_url, self.is_teams_local, METADATA, self.identity_endpoint, self.identity_header,
        )  # fmt: skip

    @property
    def teams_bots(self) -> tuple[TeamsSettings, ...]:
        """The first, and one with credentials of its own for each further tenant. Raises ValueError."""
        return (self.teams, *(replace(self.teams, **further) for further in further(self.teams_further_bots)))

    @property
    def slack(self) -> SlackSettings:
        return SlackSettings(
            self.slack_signing_secret, self.slack_bot_token, self.slack_app_token, self.slack_client_id,
            self.slack_client_secret, self.slack_api_url, self.slack_authorize_url, self.public_url, self.secret_key, self.secret_key_before,
        )  # fmt: skip

    @field_validator("database_url")
    @classmethod
    def _known_engine(cls, url: str) -> str:
        if url.startswith("postgresql://"):
            url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("has to begin with sqlite:/// or postgresql://")
        if wrong := mistake_in(url):
            raise ValueError(wrong)
        return url

    @field_validator("secret_key", "secret_key_before", "metrics_token")
    @classmethod
    def _long_enough(cls, secret: str) -> str:
        if secret and len(secret) < SHORTEST_SECRET:
            raise ValueError(
                f"has to be at least {SHORTEST_SECRET} characters: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
            )
        return secret

    @model_validator(mode="after")
    def _page_on_loopback(self) -> "Settings":
        if self.has_page and not is_loopback(self.host):
            raise ValueError("the trial page has no log-in: FOLLOWTHROUGH_HOST has to be 127.0.0.1 while it is on")
        return self

    @model_validator(mode="after")
    def _ports_differ(self) -> "Settings":
        if self.metrics_port and self.metrics_port == self.port:
            raise ValueError("FOLLOWTHROUGH_METRICS_PORT has to be another one than FOLLOWTHROUGH_PORT")
        if self.secret_key_before and not self.secret_key:
            raise ValueError(
                "FOLLOWTHROUGH_SECRET_KEY_BEFORE is the old key: FOLLOWTHROUGH_SECRET_KEY has to be the new one"
            )
        return self

    @model_validator(mode="after")
    def _slack_is_complete(self) -> "Settings":
        lacking = missing_for_slack(self.slack) if self.has_slack else ""
        if lacking:
            raise ValueError(lacking)
        return self

    @model_validator(mode="after")
    def _teams_is_complete(self) -> "Settings":
        if self.teams_unauthenticated_local not in {"", "0", "1"}:
            raise ValueError("TEAMS_UNAUTHENTICATED_LOCAL is 1, or not set")
        lacking = missing_for_bots(self.teams_bots) if self.has_teams else ""
        if lacking:
            raise ValueError(lacking)
        if self.is_teams_local and not is_loopback(self.host):
            raise ValueError(
                "TEAMS_UNAUTHENTICATED_LOCAL lets anybody in: FOLLOWTHROUGH_HOST has to be 127.0.0.1 while it is set"
            )
        if set(self.teams.service_hosts) & LOOPBACK and not is_loopback(self.host):
            raise ValueError("TEAMS_SERVICE_HOSTS may name this machine only while FOLLOWTHROUGH_HOST is 127.0.0.1")
        return self

    @model_validator(mode="after")
    def _nothing_behind_the_host(self) -> "Settings":
        """Slack, browsers and their cookies come back to paths that begin there."""
        url = urlsplit(self.public_url if self.slack.client_id or self.secret_key else "")
        if url.path.strip("/") or url.query or url.fragment:
            raise ValueError("FOLLOWTHROUGH_PUBLIC_URL has to end with the host, such as https://bot.example.com")
        return self

    @model_validator(mode="after")
    def _plain_http_on_loopback_only(self) -> "Settings":
        for name in _ADDRESSES:
            url = urlsplit(getattr(self, name))
            if url.scheme == "http" and not (is_loopback(url.hostname or "") and is_loopback(self.host)):
                raise ValueError(
                    f"{public_name(name)} has to begin with https:// (plain http is for trials on this machine)"
                )
            if getattr(self, name) and url.scheme not in {"http", "https"}:
                raise ValueError(f"{public_name(name)} has to begin with https://")
        return self


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split() if part)


def read_settings() -> Settings:
    """Raises WrongSetting with one sentence for each thing to mend; a value is never repeated, it may be a secret."""
    if wrong := "\n".join(envfile.mistakes()):
        raise WrongFile(wrong)
    try:
        settings = Settings()
    except ValidationError as error:
        raise WrongSetting(told(error)) from None
    REDACTION.hide(settings.secrets)
    return settings


class _TeamsApp(BaseSettings):
    """What the package needs: it is made before anything else of Teams is set."""

    model_config = SettingsConfigDict(env_file=envfile.FILE, extra="ignore")

    teams_app_id: str = _named("TEAMS_APP_ID")
    public_url: str = _named("FOLLOWTHROUGH_PUBLIC_URL")


def package_settings() -> tuple[str, str]:
    """The bot's id, and the address at which it is reached; empty when not set. Raises WrongSetting."""
    if wrong := "\n".join(envfile.mistakes()):
        raise WrongFile(wrong)
    app = _TeamsApp()
    return app.teams_app_id.strip(), app.public_url.strip()


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
