"""Figures over several members' deals, by a query for all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select

from bot.model import OPEN_STATES, DealState, Side
from bot.store.room import Room
from bot.store.tables import commitments, deals


@dataclass(frozen=True)
class Load:
    """Open deals of one owner, and those whose touch is due."""

    open: int = 0
    due: int = 0


@dataclass(frozen=True)
class Teams(Room):
    def loads(self, owner_ids: Sequence[int], today: date) -> Mapping[int, Load]:
        waits = deals.c.state.notin_(
            [DealState.definitive_sent.value, DealState.let_go_due.value]
        )  # for the closing day
        due = func.sum(case((waits & (deals.c.next_touch_on <= today), 1), else_=0))
        counted = select(deals.c.owner_id, func.count().label("open"), due.label("due")).where(*self._open(owner_ids))
        return {row.owner_id: Load(row.open, row.due) for row in self.rows(counted.group_by(deals.c.owner_id))}

    def late(self, owner_ids: Sequence[int], today: date) -> Mapping[int, Mapping[Side, int]]:
        """By owner and side: open promises whose day has passed."""
        counted = (
            select(deals.c.owner_id, commitments.c.side, func.count().label("late"))
            .join(
                deals,
                (deals.c.organisation_id == commitments.c.organisation_id) & (deals.c.id == commitments.c.deal_id),
            )
            .where(*self._open(owner_ids), commitments.c.state == "open", commitments.c.due_on < today)
            .group_by(deals.c.owner_id, commitments.c.side)
        )
        found: dict[int, dict[Side, int]] = defaultdict(dict)
        for row in self.rows(counted):
            found[row.owner_id][Side(row.side)] = row.late
        return found

    def _open(self, owner_ids: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
        return (
            self.mine(deals), deals.c.owner_id.in_(owner_ids), deals.c.hidden.is_(False),
            deals.c.state.in_(sorted(OPEN_STATES)),
        )  # fmt: skip
