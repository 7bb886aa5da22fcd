"""Histories: recorded facts in, whole histories out. A constant number of statements, however many deals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, select

from bot.model import (
    Commitment,
    Contact,
    Decision,
    DecisionKind,
    History,
    NextStep,
    Outcome,
    Result,
    Side,
    Touch,
    Turn,
    TurnKind,
)
from bot.playbook.results import one_each, told
from bot.store.deals import deal_from
from bot.store.room import Room, chunks
from bot.store.tables import acts, commitments, contacts, deals, decisions, next_steps, touches, turns

_Rows = dict[int, list[Row[Any]]]


@dataclass(frozen=True)
class Histories(Room):
    def of(self, deal_id: int) -> History | None:
        return self.many([deal_id]).get(deal_id)

    def many(self, deal_ids: Iterable[int]) -> dict[int, History]:
        """The histories of these deals that exist, by deal id."""
        found: dict[int, History] = {}
        for chunk in chunks(deal_ids):
            found |= self._some(chunk, select(deals).where(self.mine(deals), deals.c.hidden.is_(False)))
        return found

    def also_hidden(self, deal_ids: Sequence[int]) -> dict[int, History]:
        """As `many`, with deals that an undo has hidden: for deriving."""
        return self._some(deal_ids, select(deals).where(self.mine(deals)))

    def _some(self, deal_ids: Sequence[int], selected: Any) -> dict[int, History]:
        rows = self.rows(selected.where(deals.c.id.in_(deal_ids)).order_by(deals.c.id))
        ids = [row.id for row in rows]
        people, touched, promised = (self._by_deal(table, ids) for table in (contacts, touches, commitments))
        turned, stepped, decided = (self._by_deal(table, ids) for table in (turns, next_steps, decisions))
        return {
            row.id: History(
                deal=deal_from(row),
                contacts=one_each(
                    [Contact(r.id, r.deal_id, r.name, r.phone, r.zone, r.act_id) for r in people[row.id]]
                ),
                touches=told(sorted((_touch(r) for r in touched[row.id]), key=lambda touch: (touch.at, touch.id))),
                commitments=_commitments(promised[row.id], turned[row.id]),
                next_steps=tuple(_next_step(r) for r in stepped[row.id]),
                decisions=tuple(_decision(r) for r in decided[row.id]),
            )
            for row in rows
        }

    def _by_deal(self, table: Table, ids: Sequence[int]) -> _Rows:
        grouped: _Rows = defaultdict(list)
        bound = {"mine": self.organisation_id, "deal_ids": ids}
        for row in self.connection.execute(_standing_of_deals(table), bound):
            grouped[row.deal_id].append(row)
        return grouped

    def commitment(self, commitment_id: int, owners: frozenset[int]) -> Commitment | None:
        """One promise, when one of `owners` has its deal."""
        theirs = select(deals.c.id).where(self.mine(deals), deals.c.owner_id.in_(owners), deals.c.hidden.is_(False))
        condition = (commitments.c.id == commitment_id, commitments.c.deal_id.in_(theirs))
        row = self.connection.execute(self._promised(*condition)).first()
        if row is None:
            return None
        return _commitments([row], self.rows(self.standing_rows(turns, turns.c.commitment_id == commitment_id)))[0]

    def _promised(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        return self.standing_rows(commitments, *conditions).add_columns(acts.c.member_id.label("by_member"))

    def promises_with(self, words: Sequence[str], owners: frozenset[int]) -> tuple[Commitment, ...]:
        """Open promises on these owners' deals whose text holds every word, whole; none when no word is given."""
        if not words:
            return ()
        mine = select(deals.c.id).where(self.mine(deals), deals.c.owner_id.in_(owners), deals.c.hidden.is_(False))
        holds = [commitments.c.text.icontains(word, autoescape=True) for word in words]
        statement = self._promised(commitments.c.state == "open", commitments.c.deal_id.in_(mine), *holds)
        wanted = {word.casefold() for word in words}
        rows = [
            row
            for row in self.rows(statement.limit(200))
            if wanted <= set(re.findall(r"[\w'’-]+", row.text.casefold()))
        ]
        found = turns.c.commitment_id.in_([row.id for row in rows])
        return _commitments(rows, self.rows(self.standing_rows(turns, found)))

    def add_touch(
        self, act_id: int, deal_id: int, member_id: int, at: datetime, on: date, outcome: Outcome, result: Result, *,
        said: str = "", note: str = "", contact: str = "", inbound: bool = False, definitive: bool = False,
        assumed: bool = False,
    ) -> int:  # fmt: skip
        return self.insert(
            touches, act_id=act_id, deal_id=deal_id, member_id=member_id, at=at, on=on, outcome=outcome.value,
            result=result.value, said=said, note=note, contact=contact, inbound=inbound, definitive=definitive,
            assumed=assumed,
        )  # fmt: skip

    def add_commitment(
        self, act_id: int, deal_id: int, side: Side, text: str, made_on: date, *,
        due_on: date | None = None, soft: bool = False, contact: str = "",
    ) -> int:  # fmt: skip
        return self.insert(
            commitments, act_id=act_id, deal_id=deal_id, side=side.value, text=text, made_on=made_on,
            first_due_on=due_on, soft=soft, contact=contact, state="open", due_on=due_on,
        )  # fmt: skip

    def add_turn(
        self, act_id: int, promise: Commitment, on: date, kind: TurnKind, *,
        due_on: date | None = None, moved_by: Side | None = None,
    ) -> int:  # fmt: skip
        return self.insert(
            turns, act_id=act_id, deal_id=promise.deal_id, commitment_id=promise.id, on=on, kind=kind.value,
            due_on=due_on, moved_by=moved_by.value if moved_by else "",
        )  # fmt: skip

    def add_next_step(
        self, act_id: int, deal_id: int, made_on: date, what: str, on: date, *,
        at: str = "", zone: str = "", purpose: str = "", agreed: bool = True,
    ) -> int:  # fmt: skip
        return self.insert(
            next_steps, act_id=act_id, deal_id=deal_id, made_on=made_on, what=what, on=on, at=at, zone=zone,
            purpose=purpose, agreed=agreed,
        )  # fmt: skip

    def add_decision(
        self, act_id: int, deal_id: int, member_id: int, on: date, kind: DecisionKind, *,
        until_on: date | None = None, reason: str = "",
    ) -> int:  # fmt: skip
        return self.insert(
            decisions, act_id=act_id, deal_id=deal_id, member_id=member_id, on=on, kind=kind.value,
            until_on=until_on, reason=reason,
        )  # fmt: skip

    def add_decisions(self, act_id: int, member_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
        """Many at once: `deal_id`, `on`, `kind`, and perhaps `until_on`, `reason`."""
        filled = [{"act_id": act_id, "member_id": member_id, "until_on": None, "reason": "", **row} for row in rows]
        self.insert_many(decisions, filled)

    def add_contact(self, act_id: int, deal_id: int, name: str, *, phone: str = "", zone: str = "") -> int:
        return self.insert(contacts, act_id=act_id, deal_id=deal_id, name=name, phone=phone, zone=zone)


@cache
def _standing_of_deals(table: Table) -> Select[Any]:
    """`standing_rows` of many deals, made once: every answer asks for all tables twice, and making it costs as much as asking."""
    alive = (acts.c.organisation_id == table.c.organisation_id) & (acts.c.id == table.c.act_id)
    mine = table.c.organisation_id == bindparam("mine")
    of_deals = table.c.deal_id.in_(bindparam("deal_ids", expanding=True))
    return (
        select(table, acts.c.member_id.label("by_member"))
        .join(acts, alive)
        .where(mine, acts.c.undone_at.is_(None), of_deals)
        .order_by(table.c.id)
    )


def _touch(row: Row[Any]) -> Touch:
    return Touch(
        id=row.id, deal_id=row.deal_id, act_id=row.act_id, member_id=row.member_id, at=row.at, on=row.on,
        outcome=Outcome(row.outcome), result=Result(row.result), said=row.said, note=row.note, contact=row.contact,
        inbound=row.inbound, definitive=row.definitive, assumed=row.assumed,
    )  # fmt: skip


def _commitments(rows: Sequence[Row[Any]], turned: Sequence[Row[Any]]) -> tuple[Commitment, ...]:
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


def _next_step(row: Row[Any]) -> NextStep:
    return NextStep(
        id=row.id, deal_id=row.deal_id, act_id=row.act_id, made_on=row.made_on, what=row.what, on=row.on, at=row.at,
        zone=row.zone, purpose=row.purpose, agreed=row.agreed,
    )  # fmt: skip


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        id=row.id, deal_id=row.deal_id, act_id=row.act_id, member_id=row.member_id, on=row.on,
        kind=DecisionKind(row.kind), until_on=row.until_on, reason=row.reason,
    )  # fmt: skip
