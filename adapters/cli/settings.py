"""Settings from the environment or `.env`. A wrong one is a plain sentence at the start, never a silent default."""

import ipaddress

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Names are design.md's, with the prefix FOLLOWTHROUGH_."""

    model_config = SettingsConfigDict(env_prefix="FOLLOWTHROUGH_", env_file=".env", extra="ignore")

    database_url: str = "sqlite:///data/followthrough.sqlite3"
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    local: bool = True  # the trial page: on while no platform is set up

    @field_validator("database_url")
    @classmethod
    def _known_engine(cls, url: str) -> str:
        if url.startswith("postgresql://"):
            return url.replace("postgresql://", "postgresql+psycopg://", 1)
        if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("has to begin with sqlite:/// or postgresql://")
        return url

    @model_validator(mode="after")
    def _page_on_loopback(self) -> "Settings":
        if self.local and not is_loopback(self.host):
            raise ValueError("the trial page has no log-in: FOLLOWTHROUGH_HOST has to be 127.0.0.1 while it is on")
        return self


class WrongSetting(ValueError):
    """A setting that cannot be used."""


def read_settings() -> Settings:
    """Raises WrongSetting with one sentence for each thing to mend; a value is never repeated, it may be a secret."""
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSetting("\n".join(_sentence(problem["loc"], problem["msg"]) for problem in error.errors())) from None


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _sentence(where: tuple[str | int, ...], message: str) -> str:
    name = f"FOLLOWTHROUGH_{str(where[0]).upper()}: " if where else ""
    return f"{name}{message.removeprefix('Value error, ')}"
