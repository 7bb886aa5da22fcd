"""Codes that are good for a while: to join two identities of one person or to part them, to get to the admin page, to stay there.

Only a digest of a code is stored. What it is for is part of the digest, so that none does for another.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select

from bot.store.room import Room
from bot.store.tables import links

_MISSED = "missed "  # in the place of a digest, which has no blank


class Purpose(StrEnum):
    """What a code opens."""

    joining = ""
    signing_in = "sign in:"
    session = "session:"
    parting = "part:"


@dataclass(frozen=True)
class Links(Room):
    def put(self, code: str, member_id: int, expires_at: datetime, purpose: Purpose = Purpose.joining) -> None:
        self.insert(links, digest=_digest(code, purpose), member_id=member_id, expires_at=expires_at)

    def whose(self, code: str, now: datetime, purpose: Purpose = Purpose.joining) -> int | None:
        """Whose code it is; it can still be used."""
        mine = (self.mine(links), links.c.digest == _digest(code, purpose), links.c.expires_at > now)
        return self.connection.execute(select(links.c.member_id).where(*mine)).scalar_one_or_none()

    def drop(self, member_id: int) -> None:
        """The codes of a member are good no longer."""
        self.connection.execute(delete(links).where(self.mine(links), links.c.member_id == member_id))

    def forget(self, now: datetime) -> None:
        """Codes whose time is over open nothing, and need not be kept."""
        self.connection.execute(delete(links).where(self.mine(links), links.c.expires_at <= now))

    def take(self, code: str, now: datetime, purpose: Purpose = Purpose.joining) -> int | None:
        """Whose code it is, for the first who brings it in time: it is gone by the same statement."""
        mine = (self.mine(links), links.c.digest == _digest(code, purpose))
        row = self.connection.execute(
            delete(links).where(*mine).returning(links.c.member_id, links.c.expires_at)
        ).first()
        return row.member_id if row and row.expires_at > now else None

    def missed(self, member_id: int, until: datetime) -> None:
        """They brought a code that is none; it counts until then."""
        digest = f"{_MISSED}{secrets.token_hex(8)}"
        self.insert(links, digest=digest, member_id=member_id, expires_at=until)

    def misses(self, member_id: int, now: datetime) -> int:
        theirs = (links.c.member_id == member_id, links.c.digest.startswith(_MISSED), links.c.expires_at > now)
        counted = select(func.count()).select_from(links).where(self.mine(links), *theirs)
        return int(self.connection.execute(counted).scalar_one())


def _digest(code: str, purpose: Purpose) -> str:
    return hashlib.sha256(f"{purpose}{code}".encode()).hexdigest()
