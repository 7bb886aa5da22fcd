"""Two members who turned out to be one person: everything of the one is the other's from then on. Nothing takes it back."""

from dataclasses import dataclass

from sqlalchemy import update

from bot.store.room import Room
from bot.store.tables import acts, covers, decisions, drafts, identities, leaves, members, pauses, touches

_THEIRS = (identities, acts, touches, decisions, leaves, pauses, drafts, covers)


@dataclass(frozen=True)
class OnePerson(Room):
    def join(self, goes: int, stays: int) -> None:
        """Identities, acts, days off and drafts move; who goes is a member no longer, and named only where they were."""
        for table in _THEIRS:
            moved = update(table).where(self.mine(table), table.c.member_id == goes)
            self.connection.execute(moved.values(member_id=stays))
        by_them = update(covers).where(self.mine(covers), covers.c.by_id == goes)
        self.connection.execute(by_them.values(by_id=stays))
        gone = update(members).where(self.mine(members), members.c.id == goes)
        self.connection.execute(gone.values(joined_into_id=stays, next_digest_on=None, next_digest_at=None))
