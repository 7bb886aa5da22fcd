"""Two members who turned out to be one person: everything of the one is the other's from then on; and that it was none.

Who did what before they were joined stands in the audit record, so that each gets their own back.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, Text, cast, select, update

from bot.model import Address
from bot.store.room import Room
from bot.store.tables import acts, audit, covers, decisions, drafts, identities, leaves, members, pauses, touches

JOINED = "joined two accounts"  # the summary of the act, by which undo knows it
_THEIRS = (identities, acts, touches, decisions, leaves, pauses, drafts, covers)
_BY_ACTS = (touches, decisions, leaves, pauses, covers)


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

    def part(self, comes_back: int, places: Collection[Address]) -> None:
        """Who had gone is a member again, there, with what they did themselves. What was only drafted stays."""
        for place in places:
            there = (
                identities.c.platform == place.platform, identities.c.workspace == place.workspace,
                identities.c.user == place.user,
            )  # fmt: skip
            moved = update(identities).where(self.mine(identities), *there)
            self.connection.execute(moved.values(member_id=comes_back))
        theirs = self._acts_of(comes_back)
        held = select(acts.c.member_id).where(self.mine(acts), cast(acts.c.id, Text).in_(theirs)).distinct()
        holders = self.connection.execute(held).scalars().all()  # others may have been joined since
        for table, column in (*((table, table.c.act_id) for table in _BY_ACTS), (acts, acts.c.id)):
            back = update(table).where(self.mine(table), table.c.member_id.in_(holders), cast(column, Text).in_(theirs))
            self.connection.execute(back.values(member_id=comes_back))
        here = update(members).where(self.mine(members), members.c.id == comes_back)
        self.connection.execute(here.values(joined_into_id=None))

    def _acts_of(self, member_id: int) -> Select[tuple[str]]:
        """What they began: an entry about an act that they took back has no digest."""
        began = (audit.c.member_id == member_id, audit.c.what == "act", audit.c.digest != "")
        return select(audit.c.which).where(self.mine(audit), *began)
