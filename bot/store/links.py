"""One-time codes that join two identities of one person. Only a digest of the code is stored."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from bot.store.room import Room
from bot.store.tables import links


@dataclass(frozen=True)
class Links(Room):
    def put(self, code: str, member_id: int, expires_at: datetime) -> None:
        self.insert(links, digest=_digest(code), member_id=member_id, expires_at=expires_at)

    def whose(self, code: str, now: datetime) -> int | None:
        """Whose code it is; it can still be used."""
        mine = (self.mine(links), links.c.digest == _digest(code), links.c.expires_at > now)
        return self.connection.execute(select(links.c.member_id).where(*mine)).scalar_one_or_none()

    def drop(self, member_id: int) -> None:
        """The codes of a member are good no longer."""
        self.connection.execute(delete(links).where(self.mine(links), links.c.member_id == member_id))

    def take(self, code: str, now: datetime) -> int | None:
        """Whose code it is, for the first who brings it in time."""
        mine = (self.mine(links), links.c.digest == _digest(code))
        row = self.connection.execute(
            delete(links).where(*mine).returning(links.c.member_id, links.c.expires_at)
        ).first()
        return row.member_id if row and row.expires_at > now else None


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
