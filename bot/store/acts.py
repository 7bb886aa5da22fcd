"""Acts: what one message changed, and taking it back. An undone act stays on record; nothing of it counts any more."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select, union, update

from bot.model import Act
from bot.store.among import one_of
from bot.store.asking import put
from bot.store.audit import Audit, new_salt
from bot.store.one_person import JOINED
from bot.store.room import IN_LIST, Ask, Room, act_of, chunks, inserting
from bot.store.tables import RECORDED, acts, brought, commitments, deal_changes, deals, decisions

BY_ITSELF = "by itself"  # the meaning of an act that the policy made for a member: no act of theirs


@dataclass(frozen=True)
class Undone:
    """What an undo did to deals.

    `gone`: the act had made them and nothing else stands on them, so they are hidden already; `others` have to be
    derived anew; `kept` are those of them that the act had made: later work stands on them.
    """

    gone: frozenset[int]
    others: frozenset[int]
    kept: tuple[int, ...]


@dataclass(frozen=True)
class Acts(Room):
    audit: Audit  # every act stands in the record, whoever begins it

    def begin(self, member_id: int, at: datetime, summary: str, meaning: str = "") -> int:
        """`meaning`: the command as text, by which a repeat is recognised."""
        statement, values = self.beginning(member_id, at, summary, meaning)
        ((act_id,),) = put(self.connection, statement, [values])
        return self.begun(int(act_id), values)

    def beginning(self, member_id: int, at: datetime, summary: str, meaning: str = "") -> Ask:
        """What puts the act down; its id is to be told to `begun`."""
        told = {"member_id": member_id, "at": at, "summary": summary, "meaning": meaning, "salt": new_salt()}
        return inserting(acts), {"organisation_id": self.organisation_id, **told}

    def begun(self, act_id: int, told: Mapping[str, Any]) -> int:
        """It stands in the record, whoever begins it."""
        self.audit.salts[act_id] = told["salt"]
        action = BY_ITSELF if told["meaning"] == BY_ITSELF else ""
        self.audit.begun(act_id, told["member_id"], told["at"], told["summary"], action)
        return act_id

    def describe(self, act_id: int, summary: str) -> None:
        salt = self.audit.salts.setdefault(act_id, new_salt())
        told = update(acts).where(self.mine(acts), acts.c.id == act_id).values(summary=summary, salt=salt)
        for row in self.connection.execute(told.returning(acts.c.member_id, acts.c.at)):
            self.audit.described(act_id, row.member_id, row.at, summary)

    def one(self, act_id: int) -> Act | None:
        row = self.connection.execute(select(acts).where(self.mine(acts), acts.c.id == act_id)).first()
        return _act(row) if row else None

    def last_of(self, member_id: int) -> Act | None:
        """The newest act that stands of those that the member did."""
        return next(iter(self.newest_of(member_id, 1)), None)

    def newest_of(self, member_id: int, limit: int, since: datetime | None = None) -> tuple[Act, ...]:
        """The newest acts that stand of those that the member did, the last one first."""
        theirs = (acts.c.member_id == member_id, acts.c.meaning != BY_ITSELF, acts.c.undone_at.is_(None))
        then = (acts.c.at >= since,) if since else ()
        newest = select(acts).where(self.mine(acts), *theirs, *then).order_by(acts.c.id.desc()).limit(limit)
        return tuple(_act(row) for row in self.rows(newest))

    def last_undone_by(self, member_id: int) -> Act | None:
        """What the member took back last."""
        condition = (self.mine(acts), acts.c.undone_by == member_id, acts.c.undone_at.is_not(None))
        newest = select(acts).where(*condition).order_by(acts.c.undone_at.desc(), acts.c.id.desc()).limit(1)
        row = self.connection.execute(newest).first()
        return _act(row) if row else None

    def between(self, member_id: int, at: datetime, before: datetime, limit: int) -> tuple[Act, ...]:
        """The member's newest standing acts from then on and before, oldest first."""
        then = (acts.c.at >= at, acts.c.at < before)
        mine = (self.mine(acts), acts.c.member_id == member_id, *then, acts.c.undone_at.is_(None))
        newest = select(acts).where(*mine).order_by(acts.c.id.desc()).limit(limit)
        return tuple(_act(row) for row in reversed(list(self.rows(newest))))

    def some(self, act_ids: Iterable[int]) -> dict[int, Act]:
        """These acts, by id."""
        found = (select(acts).where(self.mine(acts), acts.c.id.in_(chunk)) for chunk in chunks(act_ids))
        return {row.id: _act(row) for statement in found for row in self.rows(statement)}

    def last_on(self, deal_ids: Iterable[int], member_id: int) -> dict[int, Act]:
        """By deal: the member's newest standing act on it, of those that still exist."""
        newest: dict[int, int] = {}
        for chunk in chunks(deal_ids):
            there = select(deals.c.id).where(self.mine(deals), deals.c.id.in_(chunk), deals.c.hidden.is_(False))
            mine = (acts.c.member_id == member_id,)
            touching = [
                self.standing_rows(t, t.c.deal_id.in_(there), *mine)
                .order_by(None)
                .with_only_columns(t.c.deal_id, t.c.act_id)
                for t in RECORDED
            ]
            for deal_id, act_id in self.connection.execute(union(*touching)):
                newest[deal_id] = max(act_id, newest.get(deal_id, 0))
        found = self.some(set(newest.values()))
        return {deal_id: found[act_id] for deal_id, act_id in newest.items()}

    def refused(self, deal_ids: Iterable[int]) -> dict[int, int]:
        """By deal: the newest act by which it was let go by itself, and which was taken back."""
        found: dict[int, int] = {}
        for chunk in chunks(deal_ids):
            undone = (acts.c.meaning == BY_ITSELF, acts.c.undone_at.is_not(None))
            newest = (
                select(decisions.c.deal_id, func.max(decisions.c.act_id).label("last"))
                .join(acts, act_of(decisions))
                .where(self.mine(decisions), decisions.c.deal_id.in_(chunk), *undone)
                .group_by(decisions.c.deal_id)
            )
            found |= {row.deal_id: row.last for row in self.rows(newest)}
        return found

    def undo(self, act_id: int, by: int, at: datetime) -> Undone:
        """Marks the act undone and hides what only it had made; the caller refreshes the other deals it touched."""
        touched = self.deals_of(act_id)
        condition = (self.mine(acts), acts.c.id == act_id, acts.c.undone_at.is_(None))
        self.connection.execute(update(acts).where(*condition).values(undone_at=at, undone_by=by))
        self.audit.undone(act_id, by, at)
        made = frozenset(
            row.id for row in self.rows(select(deals.c.id).where(self.mine(deals), deals.c.act_id == act_id))
        )
        kept = self._still_used(act_id) & made
        self._hide(act_id, kept)
        return Undone(made - kept, touched - (made - kept), tuple(sorted(kept)))

    def would_stay(self, act_id: int) -> tuple[int, ...]:
        """The deals that the act made, where it did nothing else and all have been worked on since: an undo takes nothing back."""
        mine = select(deals.c.id).where(self.mine(deals), deals.c.act_id == act_id)
        made = {row.id for row in self.rows(mine)}
        if not made or made - self._still_used(act_id):
            return ()
        told = (deal_changes, brought)  # a deal that is made comes with these
        did = [
            select(t.c.act_id).where(
                self.mine(t), t.c.act_id == act_id, *([t.c.deal_id.not_in(mine)] if t in told else [])
            )
            for t in RECORDED
        ]
        return () if self.connection.execute(union(*did)).first() else tuple(sorted(made))

    def _hide(self, act_id: int, kept: Collection[int]) -> None:
        """In two statements, however many deals an import had made."""
        mine = (self.mine(deals), deals.c.act_id == act_id)
        self.connection.execute(update(deals).where(*mine).values(hidden=True))
        for chunk in chunks(kept):
            self.connection.execute(update(deals).where(*mine, deals.c.id.in_(chunk)).values(hidden=False))
        gone = select(deals.c.id).where(*mine, deals.c.hidden)
        promised = (self.mine(commitments), commitments.c.act_id == act_id, commitments.c.deal_id.in_(gone))
        self.connection.execute(update(commitments).where(*promised).values(state="undone", due_on=None))

    def later_by_others(self, act: Act, deal_ids: Collection[int], limit: int = 6) -> tuple[Act, ...]:
        """What others did since on these deals and what stands, oldest first."""
        found: set[int] = set()
        for chunk in chunks(deal_ids):
            for table in RECORDED:
                later = select(table.c.act_id).where(
                    self.mine(table), table.c.deal_id.in_(chunk), table.c.act_id > act.id
                )  # fmt: skip
                found |= {row.act_id for row in self.rows(later.distinct())}
        condition = (self.mine(acts), acts.c.id.in_(sorted(found)[:IN_LIST]), acts.c.undone_at.is_(None))
        others = select(acts).where(*condition, acts.c.member_id != act.member_id).order_by(acts.c.id).limit(limit)
        return tuple(_act(row) for row in self.rows(others))

    def began(self, member_ids: Collection[int]) -> dict[int, datetime]:
        """When each of these members did something for the first time."""
        condition = (self.mine(acts), one_of(acts.c.member_id, member_ids))
        first = select(acts.c.member_id, func.min(acts.c.at).label("at")).where(*condition).group_by(acts.c.member_id)
        return {row.member_id: row.at for row in self.rows(first)}

    def deals_of(self, *act_ids: int) -> frozenset[int]:
        """Every deal that one of the acts made or changed."""
        recorded = [select(t.c.deal_id).where(self.mine(t), t.c.act_id.in_(act_ids)) for t in RECORDED]
        made = select(deals.c.id).where(self.mine(deals), deals.c.act_id.in_(act_ids))
        return frozenset(row[0] for row in self.connection.execute(union(made, *recorded)))

    def _still_used(self, act_id: int) -> frozenset[int]:
        """Deals made by the act that carry a standing row of another act; a joining of accounts did nothing on them."""
        made = select(deals.c.id).where(self.mine(deals), deals.c.act_id == act_id)
        others = [
            self.standing_rows(t, t.c.act_id != act_id, acts.c.summary != JOINED, t.c.deal_id.in_(made))
            .with_only_columns(t.c.deal_id)
            .order_by(None)
            for t in RECORDED
        ]
        return frozenset(row[0] for row in self.connection.execute(union(*others)))


def _act(row: Row[Any]) -> Act:
    return Act(row.id, row.member_id, row.at, row.summary, row.undone_at, row.undone_by)
