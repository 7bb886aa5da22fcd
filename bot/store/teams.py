"""Figures over several deals, a member's, a team's or those in a stage: a query each for all of them, however many.

What is shown of single deals is told from their histories; here it is only counted and found, the earliest first.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, literal, or_, select, union_all

from bot.model import DealState, DecisionKind, Result, Side, TurnKind
from bot.store.among import one_of
from bot.store.on_lists import IS_OPEN, STILL_OWED, on_list, ours_by
from bot.store.room import Room
from bot.store.tables import acts, commitments, deals, decisions, touches, turns

_ADVANCES = [Result.advance.value, Result.order.value]
_ENDINGS = [DecisionKind.won.value, DecisionKind.lost.value, DecisionKind.let_go.value]


@dataclass(frozen=True)
class Load:
    """Open deals of one owner, and those that are on the list: their touch is due, or a promise of ours, also on a won deal."""

    open: int = 0
    due: int = 0


@dataclass(frozen=True)
class Chosen:
    """Which deals are asked about: of whom, and in which stages as they are stored; any stage when none is named.

    `due`: of their open promises those whose day is one of these."""

    owners: Collection[int]
    stages: tuple[str, ...] = ()
    due: tuple[date, date] | None = None


@dataclass(frozen=True)
class Open:
    """How many deals are open, and when somebody was last in touch on one of them."""

    count: int = 0
    last_contact_on: date | None = None


@dataclass(frozen=True)
class Owed:
    """Of one side: open promises, and those whose day has passed."""

    open: int = 0
    passed: int = 0


@dataclass(frozen=True)
class Found:
    """(deal, row) of the first few, and how many there are in all."""

    rows: tuple[tuple[int, int], ...] = ()
    count: int = 0


@dataclass(frozen=True)
class Teams(Room):
    def loads(self, owner_ids: Sequence[int], today: date) -> Mapping[int, Load]:
        is_on, waits = on_list(self.organisation_id, today), deals.c.state.in_(_WAITING)
        is_due = is_on & or_(
            ~waits, deals.c.id.in_(ours_by(self.organisation_id, today))
        )  # our promise waits for no other day
        open_, due = (func.sum(case((which, 1), else_=0)) for which in (IS_OPEN, is_due))
        theirs = (*self._theirs(Chosen(owner_ids)), or_(IS_OPEN, is_on))
        counted = select(deals.c.owner_id, open_.label("open"), due.label("due")).where(*theirs)
        return {row.owner_id: Load(row.open, row.due) for row in self.rows(counted.group_by(deals.c.owner_id))}

    def owed(self, chosen: Chosen, today: date) -> Mapping[int, Mapping[Side, Owed]]:
        """By owner and side: open promises, and those whose day has passed. One reading, for each rep and for all of them."""
        passed = func.sum(case((commitments.c.due_on < today, 1), else_=0))
        counted = (
            select(deals.c.owner_id, commitments.c.side, func.count().label("open"), passed.label("passed"))
            .join(deals, _deal_of(commitments))
            .where(*self._owing(chosen), *_open_promises(chosen))
            .group_by(deals.c.owner_id, commitments.c.side)
        )
        found: dict[int, dict[Side, Owed]] = defaultdict(dict)
        for row in self.rows(counted):
            found[row.owner_id][Side(row.side)] = Owed(row.open, row.passed)
        return found

    def stages(self, owner_ids: Collection[int]) -> tuple[str, ...]:
        """The stages, as a CRM calls them, of these owners' open deals."""
        asked = select(deals.c.stage).where(*self._open(Chosen(owner_ids)), deals.c.stage != "").distinct()
        return tuple(sorted(self.connection.execute(asked).scalars()))

    def open(self, chosen: Chosen) -> Open:
        asked = select(func.count().label("many"), func.max(deals.c.last_contact_on).label("last"))
        row = self.connection.execute(asked.where(*self._open(chosen))).one()
        return Open(row.many, row.last)

    def became(self, chosen: Chosen, first: date, last: date) -> Mapping[Side, Mapping[TurnKind, int]]:
        """What became of promises from `first` to `last`, on deals that ended as well."""
        became: dict[Side, dict[TurnKind, int]] = {side: {} for side in Side}
        turned = self._turned(chosen, first, last).with_only_columns(
            commitments.c.side, turns.c.kind, func.count().label("many")
        )
        for row in self.rows(turned.order_by(None).group_by(commitments.c.side, turns.c.kind)):
            became[Side(row.side)][TurnKind(row.kind)] = row.many
        return became

    def promised(self, chosen: Chosen, limit: int) -> Mapping[Side, tuple[tuple[int, int], ...]]:
        """(deal, promise) of each side's open promises, the earliest day first and the undated last."""
        parts = [self._earliest(chosen, side, limit, dated=dated) for dated in (True, False) for side in Side]
        found: dict[Side, list[tuple[int, int]]] = {side: [] for side in Side}
        for row in self.connection.execute(union_all(*(select(part) for part in parts))):
            found[Side(row.side)].append((row.deal_id, row.id))
        return {side: tuple(rows[:limit]) for side, rows in found.items()}

    def moved(self, chosen: Chosen, first: date, last: date, limit: int) -> Found:
        """(deal, promise) of what was moved, or not kept, in that time: the newest first."""
        slipped = turns.c.kind.in_([TurnKind.moved.value, TurnKind.broken.value])
        asked = self._turned(chosen, first, last).where(slipped).order_by(None)
        columns = (turns.c.deal_id, turns.c.commitment_id.label("id"), func.max(turns.c.id).label("newest"))
        once = asked.with_only_columns(*columns).group_by(turns.c.deal_id, turns.c.commitment_id).subquery()
        return self._few(select(once.c.deal_id, once.c.id, _IN_ALL).order_by(once.c.newest.desc()), limit)

    def advanced(self, chosen: Chosen, first: date, last: date, limit: int) -> Found:
        """(deal, touch) of what brought an advance or an order in that time: the newest first. A no took its promises along."""
        then = (touches.c.on.between(first, last), touches.c.result.in_(_ADVANCES), deals.c.state.not_in(_NO))
        asked = self.standing_rows(touches, *then, *self._theirs(chosen)).join(deals, _deal_of(touches))
        return self._few(self._rows_of(asked, touches), limit)

    def ended(self, chosen: Chosen, first: date, last: date, limit: int) -> Found:
        """(deal, decision) of what was let go, won or lost in that time, unless an import brought it so."""
        then = (
            decisions.c.on.between(first, last),
            decisions.c.kind.in_(_ENDINGS),
            decisions.c.act_id != deals.c.act_id,
        )
        asked = self.standing_rows(decisions, *then, *self._theirs(chosen)).join(deals, _deal_of(decisions))
        return self._few(self._rows_of(asked, decisions), limit)

    def ordered(self, chosen: Chosen, first: date, last: date, limit: int) -> Found:
        """(deal, touch) of the order by which a deal was won in that time, where nobody said so apart: each deal once."""
        told = self.standing_rows(decisions, decisions.c.kind == DecisionKind.won.value, self.mine(decisions))
        then = (
            touches.c.on.between(first, last), touches.c.result == Result.order.value,
            deals.c.state == DealState.won.value, *self._theirs(chosen),
            deals.c.id.not_in(told.with_only_columns(decisions.c.deal_id).order_by(None)),
        )  # fmt: skip
        asked = self.standing_rows(touches, *then).join(deals, _deal_of(touches))
        columns = (touches.c.deal_id, func.max(touches.c.id).label("id"), _IN_ALL)
        once = asked.with_only_columns(*columns).order_by(None).group_by(touches.c.deal_id)
        return self._few(once.order_by(func.max(touches.c.id).desc()), limit)

    def given_another_day(self, chosen: Chosen, first: date, last: date) -> Mapping[Side, int]:
        """Promises of that time that were moved in it, are due in it no more, and of which nothing else became in it."""
        ended = self.standing_rows(
            turns, turns.c.on.between(first, last), turns.c.kind.in_([TurnKind.kept.value, TurnKind.broken.value])
        )
        is_due_then = (commitments.c.state == "open") & commitments.c.due_on.between(first, last)
        asked = (
            self._turned(chosen, first, last)
            .where(turns.c.kind == TurnKind.moved.value, ~func.coalesce(is_due_then, literal(value=False)))
            .where(self._day_before().between(first, last))
            .where(commitments.c.id.not_in(ended.with_only_columns(turns.c.commitment_id).order_by(None)))
            .with_only_columns(commitments.c.side, func.count(commitments.c.id.distinct()).label("many"))
            .order_by(None)
            .group_by(commitments.c.side)
        )
        return {Side(row.side): row.many for row in self.rows(asked)}

    def _day_before(self) -> ColumnElement[Any]:
        """The day that a promise had until that turn, as bot.playbook.overview.day_before reads it."""
        earlier, act = turns.alias(), acts.alias()
        of_it = (earlier.c.organisation_id == self.organisation_id, earlier.c.commitment_id == turns.c.commitment_id)
        before = (earlier.c.id < turns.c.id, earlier.c.due_on.is_not(None), act.c.undone_at.is_(None))
        newest = (
            select(earlier.c.due_on)
            .join(act, act.c.id == earlier.c.act_id)
            .where(*of_it, *before)
            .order_by(earlier.c.id.desc())
            .limit(1)
        )
        return func.coalesce(newest.correlate(turns).scalar_subquery(), commitments.c.first_due_on)

    def uncontacted(self, chosen: Chosen, limit: int) -> Found:
        """Open deals that nobody has reached yet, the oldest first. They stand in none of the two below."""
        asked = self._deals(chosen).where(deals.c.last_contact_on.is_(None))
        return self._few(asked.order_by(deals.c.created_on, deals.c.id), limit)

    def unagreed(self, chosen: Chosen, today: date, limit: int) -> Found:
        """Open deals without an agreed day to come, those that nobody was in touch with for longest first."""
        asked = self._deals(chosen).where(_REACHED, or_(deals.c.agreed_on.is_(None), deals.c.agreed_on < today))
        return self._few(asked.order_by(deals.c.last_contact_on, deals.c.id), limit)

    def unknown(self, chosen: Chosen, limit: int) -> Found:
        """Open deals of whom nobody knows where they stand, the oldest first."""
        asked = self._deals(chosen).where(_REACHED, deals.c.heard_on.is_(None))
        return self._few(asked.order_by(deals.c.created_on, deals.c.id), limit)

    def _deals(self, chosen: Chosen) -> Select[Any]:
        return select(deals.c.id.label("deal_id"), deals.c.id, _IN_ALL).where(*self._open(chosen))

    def _few(self, asked: Select[Any], limit: int) -> Found:
        rows = self.rows(asked.limit(limit))
        return Found(tuple((row.deal_id, row.id) for row in rows), rows[0].in_all if rows else 0)

    def _rows_of(self, asked: Select[Any], table: Any) -> Select[Any]:
        return asked.with_only_columns(table.c.deal_id, table.c.id, _IN_ALL).order_by(None).order_by(table.c.id.desc())

    def _earliest(self, chosen: Chosen, side: Side, limit: int, *, dated: bool) -> Subquery:
        """In the order of the index, so that only the first few are read; the undated have none."""
        has_day = commitments.c.due_on.is_not(None) if dated else commitments.c.due_on.is_(None)
        asked = (
            select(literal(side.value).label("side"), commitments.c.deal_id, commitments.c.id)
            .join(deals, _deal_of(commitments))
            .where(*self._owing(chosen), *_open_promises(chosen), has_day, commitments.c.side == side.value)
        )
        return asked.order_by(commitments.c.due_on, commitments.c.deal_id, commitments.c.id).limit(limit).subquery()

    def _turned(self, chosen: Chosen, first: date, last: date) -> Select[Any]:
        """What became of promises that stand."""
        of_it = (commitments.c.organisation_id == turns.c.organisation_id) & (commitments.c.id == turns.c.commitment_id)
        then = (turns.c.on.between(first, last), commitments.c.state != "undone", *self._theirs(chosen))
        return self.standing_rows(turns, *then).join(commitments, of_it).join(deals, _deal_of(turns))

    def _theirs(self, chosen: Chosen) -> tuple[ColumnElement[bool], ...]:
        stages = (deals.c.stage.in_(chosen.stages),) if chosen.stages else ()
        return (self.mine(deals), one_of(deals.c.owner_id, sorted(chosen.owners)), deals.c.hidden.is_(False), *stages)

    def _open(self, chosen: Chosen) -> tuple[ColumnElement[bool], ...]:
        return (*self._theirs(chosen), IS_OPEN)

    def _owing(self, chosen: Chosen) -> tuple[ColumnElement[bool], ...]:
        """Of promises, joined with their deals. What is asked of a stage is of its open deals alone."""
        return self._open(chosen) if chosen.stages else (*self._theirs(chosen), STILL_OWED)


_WAITING = [DealState.definitive_sent.value, DealState.let_go_due.value]  # for the closing day
_NO = [DealState.lost.value, DealState.do_not_contact.value, DealState.nurture.value]
_REACHED = deals.c.last_contact_on.is_not(None)
_IN_ALL = func.count().over().label("in_all")


def _deal_of(table: Any) -> ColumnElement[bool]:
    return and_(deals.c.organisation_id == table.c.organisation_id, deals.c.id == table.c.deal_id)


def _open_promises(chosen: Chosen) -> tuple[ColumnElement[bool], ...]:
    due = (commitments.c.due_on.between(*chosen.due),) if chosen.due else ()
    return (commitments.c.state == "open", *due)
