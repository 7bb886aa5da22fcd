"""What the fake Slack knows. One world, many workspaces; only the fake's own thread changes it once the bot is there."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.canary import CANARY

Json = dict[str, Any]

BOT_SCOPES = (
    "app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "users:read.email",
)  # fmt: skip


class Clock:
    """Slack's clock: the real one (requests are signed by it), and what a test adds so that nothing has to sleep."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead  # noqa: TID251 - Slack is outside: it lives by the real clock

    def forward(self, seconds: float) -> None:
        self._ahead += seconds


@dataclass
class User:
    id: str
    team: str
    name: str
    real_name: str
    email: str = ""
    zone: str = "Europe/Berlin"
    locale: str = "en-US"
    is_admin: bool = False
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    is_email_confirmed: bool | None = True  # None: Slack does not say
    deleted: bool = False

    @property
    def mention(self) -> str:
        """The user in a text, as Slack writes it."""
        return f"<@{self.id}>"


@dataclass
class Channel:
    """A channel, or the DM between the bot and `partner`."""

    id: str
    team: str
    name: str
    partner: str = ""
    members: set[str] = field(default_factory=set)
    messages: list[Json] = field(default_factory=list)
    deleted_ids: set[str] = field(default_factory=set)  # client_msg_id of messages that are gone
    is_archived: bool = False

    @property
    def is_dm(self) -> bool:
        return bool(self.partner)

    def message(self, ts: str) -> Json | None:
        return next((m for m in self.messages if m["ts"] == ts), None)


@dataclass
class Token:
    """`error` is what a call with it is answered once it is dead; `expires_at` in seconds since 1970, 0 for never."""

    text: str
    team: str
    user: str
    kind: str = "bot"
    scopes: tuple[str, ...] = BOT_SCOPES
    expires_at: float = 0.0
    error: str = ""


@dataclass
class Trigger:
    """Lives three seconds and works once."""

    user: str
    made_at: float
    is_used: bool = False


@dataclass
class Workspace:
    id: str
    name: str
    domain: str
    bot: User
    bot_id: str
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    views: dict[str, Json] = field(default_factory=dict)
    modals: dict[str, list[str]] = field(default_factory=dict)  # user -> ids of open views, the top one last
    homes: dict[str, str] = field(default_factory=dict)  # user -> id of the Home view
    token: str = ""  # the bot's own, as pasted or as installed last
    last_ts: int = 0
    is_installed: bool = True

    def next_ts(self, now: float) -> str:
        """A message's ts: later than every other one of the workspace."""
        self.last_ts = max(self.last_ts + 1, int(now * 1_000_000))
        return f"{self.last_ts // 1_000_000}.{self.last_ts % 1_000_000:06d}"

    def dm(self, user: str) -> Channel | None:
        return next((c for c in self.channels.values() if c.partner == user), None)

    def home(self, user: User) -> Json | None:
        return self.views.get(self.homes.get(user.id, ""))

    def modal(self, user: User) -> Json | None:
        """The form that the user has before them."""
        stack = self.modals.get(user.id)
        return self.views[stack[-1]] if stack else None


@dataclass(frozen=True)
class Shown:
    """Something that people were shown. `user` is empty when everybody in the channel sees it.

    kind: post, update, delete, ephemeral, modal, home, closed, error. `content`: the message or view as it then was.
    """

    kind: str
    team: str
    user: str = ""
    channel: str = ""
    content: Json = field(default_factory=dict)
    response_url: str = ""  # of what an ephemeral message was an answer to

    @property
    def text(self) -> str:
        return str(self.content.get("text", ""))

    @property
    def ts(self) -> str:
        return str(self.content.get("ts", ""))

    @property
    def id(self) -> str:
        return str(self.content.get("id", ""))


@dataclass
class Receipt:
    """One call of the bot. `answer` is None while, or if never, it was answered; `at` in seconds since 1970."""

    number: int
    at: float
    method: str
    team: str
    arguments: Json
    encoding: str
    fault: str = ""
    answer: Json | None = None


@dataclass(frozen=True)
class App:
    """The bot as Slack knows it."""

    id: str = "A0FOLLOW001"
    name: str = "Followthrough"
    client_id: str = "1111111111.2222222222"
    client_secret: str = f"a-client-secret-{CANARY}"
    signing_secret: str = f"a-signing-secret-{CANARY}"
    app_token: str = f"xapp-1-A0FOLLOW001-1-{CANARY}"
    verification_token: str = f"an-old-verification-token-{CANARY}"


def numbers() -> Iterator[int]:
    return itertools.count(1)
