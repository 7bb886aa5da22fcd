"""Whole books: everything that one member has, counted for a preview, and who has left. A few queries, however many deals."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, func, select

from bot.model import OPEN_STATES, Book, DealState, DecisionKind, Left, Owing, Reach, Role, Side
from bot.store.among import among
from bot.store.room import MINE, Room, act_of
from bot.store.tables import acts, commitments, deals, decisions, identities, member_changes, members

_OVER = frozenset({DealState.won, DealState.lost, DealState.do_not_contact})
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Above:
    """Somebody who leads; `gone_at`: they are here no more."""

    member_id: int
    manager_id: int | None
    gone_at: datetime | None


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
        """Who left since then, or of these members who has left: with open deals, and on no platform any more or inactive."""
        away = self._away(since, whose)
        counts = self._open_of([*away]) if away else {}
        asked = select(members.c.id, members.c.name, members.c.manager_id, members.c.role).where(
            self.mine(members), members.c.joined_into_id.is_(None), members.c.id.in_(counts)
        )
        return tuple(
            Left(row.id, row.name, row.manager_id, away[row.id], counts[row.id], row.role == Role.inactive.value)
            for row in (self.rows(asked.order_by(members.c.id)) if counts else ())
        )

    def above(self, member_ids: Collection[int]) -> dict[int, Above]:
        """These, who leads them, who leads those, and so on: and since when each is gone."""
        rows = self.ask(_ABOVE, members=sorted(member_ids)) if member_ids else ()
        away = self._away(_EVER, [row.id for row in rows]) if rows else {}
        inactive = {
            row.id: _EVER for row in rows if row.role == Role.inactive.value
        }  # by the operator: nobody knows when
        return {row.id: Above(row.id, row.manager_id, away.get(row.id, inactive.get(row.id))) for row in rows}

    def _away(self, since: datetime, whose: Collection[int] | None) -> dict[int, datetime]:
        """Since when; where they left and were made inactive, by whichever came first."""
        gone = {row.member_id: row.gone_at for row in self._gone(since, whose)}
        made = {row.member_id: row.at for row in self._made_inactive(since, whose) if _is_made_inactive(row.changes)}
        return {id_: min(each[id_] for each in (gone, made) if id_ in each) for id_ in {*gone, *made}}

    def _gone(self, since: datetime, whose: Collection[int] | None) -> Sequence[Row[Any]]:
        """Those who have left every platform that they were on."""
        return self.ask(_GONE_LATELY, since=since) if whose is None else self.ask(_GONE, members=sorted(whose))

    def _made_inactive(self, since: datetime, whose: Collection[int] | None) -> Sequence[Row[Any]]:
        """The acts that changed those who are inactive now, the oldest first."""
        made = self.ask(_CHANGED_LATELY, since=since) if whose is None else self.ask(_CHANGED, members=sorted(whose))
        return sorted(made, key=attrgetter("id"))

    def _open_of(self, owner_ids: Collection[int]) -> dict[int, int]:
        theirs = (self.mine(deals), deals.c.owner_id.in_(owner_ids), deals.c.hidden.is_(False))
        live = deals.c.state.in_(sorted(OPEN_STATES))
        counted = select(deals.c.owner_id, func.count().label("number")).where(*theirs, live)
        return {row.owner_id: row.number for row in self.rows(counted.group_by(deals.c.owner_id))}


def _is_made_inactive(changes: Mapping[str, Sequence[Any]]) -> bool:
    return "role" in changes and changes["role"][1] == Role.inactive.value


def _kind(state: DealState) -> str:
    return "open" if state in OPEN_STATES else "over" if state in _OVER else "asleep"


def _above() -> Select[Any]:
    """Up the tree, each once; a rep leads nobody."""
    columns = (members.c.id, members.c.role, members.c.manager_id)
    leads = (members.c.organisation_id == MINE, members.c.role != Role.rep.value)
    first = select(*columns).where(*leads, among(members.c.id, "members")).cte("above", recursive=True)
    return select(first.union(select(*columns).join(first, members.c.id == first.c.manager_id).where(*leads)))


def _gone(chosen: ColumnElement[bool]) -> Select[Any]:
    here = func.sum(case((identities.c.state != Reach.gone.value, 1), else_=0))
    return (
        select(identities.c.member_id, func.max(identities.c.gone_at).label("gone_at"))
        .where(identities.c.organisation_id == MINE, chosen)
        .group_by(identities.c.member_id)
        .having(here == 0)
    )


def _changed(chosen: ColumnElement[bool]) -> Select[Any]:
    """What was changed of those who are inactive now."""
    of_them = (member_changes.c.organisation_id == members.c.organisation_id) & (
        member_changes.c.member_id == members.c.id
    )
    return (
        select(member_changes.c.id, member_changes.c.member_id, member_changes.c.changes, acts.c.at)
        .join(members, of_them)
        .join(acts, act_of(member_changes))
        .where(
            members.c.organisation_id == MINE, members.c.role == Role.inactive.value, acts.c.undone_at.is_(None), chosen
        )
    )


_SINCE = bindparam("since", type_=acts.c.at.type)
_LATELY = select(identities.c.member_id).where(identities.c.organisation_id == MINE, identities.c.gone_at > _SINCE)
_GONE_LATELY, _CHANGED_LATELY = _gone(identities.c.member_id.in_(_LATELY)), _changed(acts.c.at > _SINCE)
_GONE, _CHANGED = _gone(among(identities.c.member_id, "members")), _changed(among(members.c.id, "members"))
_ABOVE = _above()
