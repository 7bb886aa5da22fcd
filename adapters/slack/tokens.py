"""A workspace's token: sealed at rest, opened here alone."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.sealing import CannotUnseal, Seal
from bot.model import Workspace

PLATFORM = "slack"


@dataclass(frozen=True)
class Token:
    """`expires_at` is empty for a token that does not rotate."""

    access: str
    refresh: str = ""
    expires_at: str = ""

    def ends_before(self, moment: datetime) -> bool:
        return bool(self.expires_at) and datetime.fromisoformat(self.expires_at) < moment


def token_from(answer: dict[str, Any], now: datetime) -> Token:
    """What `oauth.v2.access` answered."""
    lasts = answer.get("expires_in")
    ends = (now + timedelta(seconds=int(lasts))).astimezone(UTC).isoformat() if lasts else ""
    return Token(answer["access_token"], answer.get("refresh_token", ""), ends)


def sealed_token(team: str, token: Token, seal: Seal | None) -> str:
    if seal is None:
        raise ValueError("connecting by OAuth needs FOLLOWTHROUGH_SECRET_KEY")
    return seal.close(json.dumps(asdict(token)), _place(team))


def stored_token(workspace: Workspace, seal: Seal | None) -> Token | None:
    """None for a workspace that is stopped or was connected by a pasted token. Raises CannotUnseal."""
    if not workspace.sealed or seal is None:
        return None
    return Token(**json.loads(seal.open(workspace.sealed, _place(workspace.key))))


def is_of(token: Token, seal: Seal | None) -> Callable[[Workspace], bool]:
    """Whether that is still the workspace's token, under whatever key it is sealed by now; asked under its lock."""

    def holds(workspace: Workspace) -> bool:
        try:
            return stored_token(workspace, seal) == token
        except CannotUnseal:
            return False

    return holds


def _place(team: str) -> str:
    return f"{PLATFORM}:{team}"
