"""Whole books: everything that one member has, counted for a preview, and who has left. A few queries, however many deals."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select

from bot.model import OPEN_STATES, Book, DealState, DecisionKind, Left, Owing, Reach, Side
from bot.store.room import Room
from bot.store.tables import commitments, deals, decisions, identities, members

_OVER = frozenset({DealState.won, DealState.lost, DealState.do_not_contact})


@dataclass(frozen=True)
class Books(Room):
    def of(self, owner_id: int, today: date) -> Book:
        theirs = (self.mine(deals), deals.c.owner_id == owner_id, deals.c.hidden.is_(False))
        is_open = deals.c.state.in_(sorted(OPEN_STATES))
        due = func.sum(case((is_open & (deals.c.next_touch_on <= today), 1), else_=0)).label("due")
        states = select(deals.c.state, func.count().label("number"), due).where(*theirs).group_by(deals.c.state)
        counts: dict[str, int] = defaultdict(int)
        dues = 0
        for row in self.rows(states):
            counts[_kind(DealState(row.state))] += row.number
            dues += row.due
        return Book(counts["open"], counts["asleep"], counts["over"], dues, self._owing(owner_id, today))

    def _owing(self, owner_id: int, today: date) -> Mapping[Side, Owing]:
        """As their lists show it: on open deals, and what is still owed on won ones."""
        live = deals.c.state.in_(sorted(OPEN_STATES)) | (
            (deals.c.state == DealState.won.value) & (commitments.c.side == Side.ours.value)
        )
        late = func.sum(case((commitments.c.due_on < today, 1), else_=0)).label("late")
        told = (
            select(commitments.c.side, func.count().label("open"), late)
            .join(deals, (deals.c.organisation_id == commitments.c.organisation_id) & (deals.c.id == commitments.c.deal_id))
            .where(self.mine(deals), deals.c.owner_id == owner_id, deals.c.hidden.is_(False), live)
            .where(commitments.c.state == "open")
            .group_by(commitments.c.side)
        )  # fmt: skip
        return {Side(row.side): Owing(row.open, row.late) for row in self.rows(told)}

    def ids(self, owner_id: int) -> list[int]:
        """Everything that the member has, the closed deals as well; open ones first, what is due the longest before others."""
        theirs = (self.mine(deals), deals.c.owner_id == owner_id, deals.c.hidden.is_(False))
        first = case((deals.c.state.in_(sorted(OPEN_STATES)), 0), else_=1)
        ordered = select(deals.c.id).where(*theirs).order_by(
            first, deals.c.next_touch_on.is_(None), deals.c.next_touch_on, deals.c.id
        )  # fmt: skip
        return [row.id for row in self.rows(ordered)]

    def handed_to(self, owner_id: int) -> tuple[int, ...]:
        """Open deals of the member that somebody handed over to them, the newest handover first."""
        came = self.standing_rows(decisions, decisions.c.kind == DecisionKind.handed_over.value).order_by(None)
        theirs = (self.mine(deals), deals.c.owner_id == owner_id, deals.c.hidden.is_(False))
        live = deals.c.state.in_(sorted(OPEN_STATES))
        given = came.join(deals, deals.c.id == decisions.c.deal_id).where(*theirs, live)
        newest = given.with_only_columns(decisions.c.deal_id, func.max(decisions.c.id).label("last")).group_by(
            decisions.c.deal_id
        )
        return tuple(row.deal_id for row in sorted(self.rows(newest), key=lambda row: (-row.last, row.deal_id)))

    def left(self, since: datetime, whose: Collection[int] | None = None) -> tuple[Left, ...]:
        """Who left since then, or of these members who has left: on no platform any more, and with open deals."""
        gone_at = func.max(identities.c.gone_at).label("gone_at")
        here = func.sum(case((identities.c.state != Reach.gone.value, 1), else_=0))
        lately = select(identities.c.member_id).where(self.mine(identities), identities.c.gone_at > since)
        chosen = [members.c.id.in_(lately if whose is None else whose)]
        gone: Any = (
            select(members.c.id, members.c.name, members.c.manager_id, gone_at)
            .join(identities, (identities.c.organisation_id == members.c.organisation_id) & (identities.c.member_id == members.c.id))
            .where(self.mine(members), members.c.joined_into_id.is_(None), *chosen)
            .group_by(members.c.id, members.c.name, members.c.manager_id)
            .having(here == 0)
            .order_by(members.c.id)
        )  # fmt: skip
        rows = self.rows(gone)
        counts = self._open_of([row.id for row in rows]) if rows else {}
        return tuple(
            Left(row.id, row.name, row.manager_id, row.gone_at, counts[row.id]) for row in rows if counts.get(row.id)
        )

    def _open_of(self, owner_ids: Collection[int]) -> dict[int, int]:
        theirs = (self.mine(deals), deals.c.owner_id.in_(owner_ids), deals.c.hidden.is_(False))
        live = deals.c.state.in_(sorted(OPEN_STATES))
        counted = select(deals.c.owner_id, func.count().label("number")).where(*theirs, live)
        return {row.owner_id: row.number for row in self.rows(counted.group_by(deals.c.owner_id))}


def _kind(state: DealState) -> str:
    return "open" if state in OPEN_STATES else "over" if state in _OVER else "asleep"
