"""Acts: what one message changed, and taking it back. An undone act stays on record; nothing of it counts any more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, union, update

from bot.model import Act
from bot.store.room import Room
from bot.store.tables import RECORDED, acts, deals, inbound


@dataclass(frozen=True)
class Undone:
    """The deals that an undo touched, and those that stay although the act made them: later work stands on them."""

    deal_ids: frozenset[int]
    kept: tuple[int, ...]


@dataclass(frozen=True)
class Earlier:
    """A message that was answered before."""

    at: datetime
    member_id: int
    reply_json: str


@dataclass(frozen=True)
class Acts(Room):
    def begin(self, member_id: int, at: datetime, summary: str) -> int:
        return self.insert(acts, member_id=member_id, at=at, summary=summary)

    def describe(self, act_id: int, summary: str) -> None:
        self.connection.execute(update(acts).where(self.mine(acts), acts.c.id == act_id).values(summary=summary))

    def one(self, act_id: int) -> Act | None:
        row = self.connection.execute(select(acts).where(self.mine(acts), acts.c.id == act_id)).first()
        return _act(row) if row else None

    def last_of(self, member_id: int) -> Act | None:
        """The member's newest act that stands."""
        condition = (self.mine(acts), acts.c.member_id == member_id, acts.c.undone_at.is_(None))
        row = self.connection.execute(select(acts).where(*condition).order_by(acts.c.id.desc()).limit(1)).first()
        return _act(row) if row else None

    def undo(self, act_id: int, by: int, at: datetime) -> Undone:
        """Marks the act undone; the caller refreshes the deals it touched."""
        touched = self.deals_of(act_id)
        condition = (self.mine(acts), acts.c.id == act_id, acts.c.undone_at.is_(None))
        self.connection.execute(update(acts).where(*condition).values(undone_at=at, undone_by=by))
        made = select(deals.c.id).where(self.mine(deals), deals.c.act_id == act_id)
        made_ids = [row.id for row in self.rows(made)]
        return Undone(touched, tuple(sorted(self._still_used(act_id) & set(made_ids))))

    def deals_of(self, act_id: int) -> frozenset[int]:
        """Every deal that the act made or changed."""
        recorded = [select(t.c.deal_id).where(self.mine(t), t.c.act_id == act_id) for t in RECORDED]
        made = select(deals.c.id).where(self.mine(deals), deals.c.act_id == act_id)
        return frozenset(row[0] for row in self.connection.execute(union(made, *recorded)))

    def _still_used(self, act_id: int) -> frozenset[int]:
        """Deals made by the act that carry a standing row of another act."""
        made = select(deals.c.id).where(self.mine(deals), deals.c.act_id == act_id)
        others = [
            self.standing_rows(t, t.c.act_id != act_id, t.c.deal_id.in_(made))
            .with_only_columns(t.c.deal_id)
            .order_by(None)
            for t in RECORDED
        ]
        return frozenset(row[0] for row in self.connection.execute(union(*others)))

    def earlier(self, key: str) -> Earlier | None:
        row = self.connection.execute(select(inbound).where(self.mine(inbound), inbound.c.key == key)).first()
        return Earlier(row.at, row.member_id, row.reply_json) if row else None

    def remember(self, key: str, member_id: int, at: datetime, act_id: int | None, reply_json: str) -> None:
        """The inbound key, in the transaction of its effect; a second one with the same key fails it (unique)."""
        self.insert(inbound, key=key, member_id=member_id, at=at, act_id=act_id, reply_json=reply_json)


def _act(row: Row[Any]) -> Act:
    return Act(row.id, row.member_id, row.at, row.summary, row.undone_at)
