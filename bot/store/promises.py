"""Promises, both sides': found one by one. Whose they are is in their acts; what became of each is in its turns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select

from bot.model import Commitment, Side, Turn, TurnKind
from bot.store.among import one_of
from bot.store.on_lists import STILL_OWED
from bot.store.room import Room
from bot.store.tables import acts, commitments, deals, turns


@dataclass(frozen=True)
class Promises(Room):
    def one(self, commitment_id: int, owners: frozenset[int]) -> Commitment | None:
        """One promise, when one of `owners` has its deal."""
        theirs = select(deals.c.id).where(self.mine(deals), one_of(deals.c.owner_id, owners), deals.c.hidden.is_(False))
        condition = (commitments.c.id == commitment_id, commitments.c.deal_id.in_(theirs))
        row = self.connection.execute(self._promised(*condition)).first()
        if row is None:
            return None
        return promises_from([row], self.rows(self.standing_rows(turns, turns.c.commitment_id == commitment_id)))[0]

    def deal_of(self, commitment_id: int) -> int | None:
        """On which deal it stands, whoever has that."""
        which = self.standing_rows(commitments, commitments.c.id == commitment_id)
        row = self.connection.execute(which).first()
        return row.deal_id if row else None

    def _promised(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        return self.standing_rows(commitments, *conditions).add_columns(acts.c.member_id.label("by_member"))

    def with_words(self, words: Sequence[str], owners: frozenset[int]) -> tuple[Commitment, ...]:
        """Open promises on these owners' deals whose text holds every word, whole; none when no word is given."""
        if not words:
            return ()
        mine = select(deals.c.id).where(self.mine(deals), one_of(deals.c.owner_id, owners), deals.c.hidden.is_(False))
        holds = [commitments.c.text.icontains(word, autoescape=True) for word in words]
        statement = self._promised(commitments.c.state == "open", commitments.c.deal_id.in_(mine), *holds)
        wanted = {word.casefold() for word in words}
        rows = [
            row
            for row in self.rows(statement.limit(200))
            if wanted <= set(re.findall(r"[\w'’-]+", row.text.casefold()))
        ]
        found = turns.c.commitment_id.in_([row.id for row in rows])
        return promises_from(rows, self.rows(self.standing_rows(turns, found)))

    def open_of(self, owner_ids: Iterable[int], limit: int = 200) -> tuple[Commitment, ...]:
        """Open promises on these owners' open deals, and what is still owed on won ones; the earliest day first."""
        live = select(deals.c.id).where(
            self.mine(deals), one_of(deals.c.owner_id, sorted(owner_ids)), deals.c.hidden.is_(False), STILL_OWED
        )
        open_ = self._promised(commitments.c.state == "open", commitments.c.deal_id.in_(live))
        ordered = open_.order_by(None).order_by(commitments.c.due_on.is_(None), commitments.c.due_on, commitments.c.id)
        rows = self.rows(ordered.limit(limit))
        found = turns.c.commitment_id.in_([row.id for row in rows])
        return promises_from(rows, self.rows(self.standing_rows(turns, found)))


def promises_from(rows: Sequence[Row[Any]], turned: Sequence[Row[Any]]) -> tuple[Commitment, ...]:
    of_each: dict[int, list[Turn]] = defaultdict(list)
    for row in turned:
        moved_by = Side(row.moved_by) if row.moved_by else None
        of_each[row.commitment_id].append(
            Turn(row.commitment_id, row.act_id, row.on, TurnKind(row.kind), row.due_on, moved_by)
        )
    return tuple(
        Commitment(
            id=row.id, deal_id=row.deal_id, act_id=row.act_id, side=Side(row.side), text=row.text, made_on=row.made_on,
            first_due_on=row.first_due_on, soft=row.soft, contact=row.contact, turns=tuple(of_each[row.id]),
            member_id=row.by_member,
        )
        for row in rows
    )  # fmt: skip
