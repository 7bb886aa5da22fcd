"""Histories: recorded facts in, whole histories out. A constant number of statements, however many deals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Table, select

from bot.model import (
    Brought,
    Commitment,
    Contact,
    Deal,
    Decision,
    DecisionKind,
    History,
    NextStep,
    Outcome,
    Result,
    Side,
    Touch,
    TurnKind,
)
from bot.playbook.misnamed import rightly_named
from bot.playbook.results import one_each, told
from bot.store.among import among
from bot.store.names import AS_DEAL, deal_of
from bot.store.promises import promises_from
from bot.store.records import STANDING, Records, by_deal, named, picked, standing
from bot.store.room import IN_LIST, MINE, Room, chunks
from bot.store.tables import brought, commitments, contacts, deals, decisions, next_steps, touches, turns


@dataclass(frozen=True)
class Histories(Room):
    def of(self, deal_id: int) -> History | None:
        return self.many([deal_id]).get(deal_id)

    def many(self, deal_ids: Iterable[int]) -> dict[int, History]:
        """The histories of these deals that exist, by deal id."""
        found: dict[int, History] = {}
        for chunk in chunks(deal_ids, self._at_once):
            records = self._standing(chunk)
            shown = map(deal_of, self.ask(_SHOWN, deal_ids=chunk))
            found |= {deal.id: history_from(deal, records.get(deal.id, {})) for deal in shown}
        return found

    @property
    def _at_once(self) -> int:
        """Their ids stand once for each table in one statement, and PostgreSQL takes 65,535 values."""
        return IN_LIST if self.connection.dialect.name == "sqlite" else 7_000

    def of_deal(self, deal: Deal) -> History:
        """The history of a deal that was read already."""
        return history_from(deal, self._standing([deal.id]).get(deal.id, {}))

    def _standing(self, deal_ids: Sequence[int]) -> Mapping[int, Records]:
        return by_deal(self.ask(STANDING, deal_ids=deal_ids))

    def add_touch(
        self, act_id: int, deal_id: int, member_id: int, at: datetime, on: date, outcome: Outcome, result: Result, *,
        said: str = "", note: str = "", contact: str = "", inbound: bool = False, definitive: bool = False,
        assumed: bool = False,
    ) -> None:  # fmt: skip
        self.record(
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
    ) -> None:  # fmt: skip
        self.record(
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
    ) -> None:  # fmt: skip
        self.record(
            decisions, act_id=act_id, deal_id=deal_id, member_id=member_id, on=on, kind=kind.value,
            until_on=until_on, reason=reason,
        )  # fmt: skip

    def add_decisions(self, act_id: int, member_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
        """Many at once: `deal_id`, `on`, `kind`, and perhaps `until_on`, `reason`."""
        filled = [{"act_id": act_id, "member_id": member_id, "until_on": None, "reason": "", **row} for row in rows]
        self.insert_many(decisions, filled)

    def add_turns(self, act_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
        """Many at once: every column of a turn."""
        self.insert_many(turns, [{"act_id": act_id, **row} for row in rows])

    def add_next_steps(self, act_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
        self.insert_many(next_steps, [{"act_id": act_id, **row} for row in rows])

    def add_contact(self, act_id: int, deal_id: int, name: str, *, phone: str = "", zone: str = "") -> None:
        self.record(contacts, act_id=act_id, deal_id=deal_id, name=name, phone=phone, zone=zone)


def history_from(deal: Deal, records: Records) -> History:
    """Of a deal from what was recorded of it; what was taken back is passed over."""

    def of(table: Table) -> list[Any]:
        return [one for one in named(table, records) if not one.undone] if table.name in records else []

    history = History(
        deal=deal,
        contacts=one_each([Contact(r.id, r.deal_id, r.name, r.phone, r.zone, r.act_id) for r in of(contacts)]),
        touches=told(sorted(map(_touch, standing(touches, records)), key=_WHEN)),
        commitments=promises_from(of(commitments), of(turns)),
        next_steps=tuple(map(_next_step, of(next_steps))),
        decisions=tuple(map(_decision, of(decisions))),
        brought=tuple(Brought(r.deal_id, r.act_id, r.on, r.item_id, r.kept_back) for r in of(brought)),
    )
    return rightly_named(history)


_SHOWN = (
    select(*AS_DEAL)
    .where(
        deals.c.organisation_id == MINE,
        among(deals.c.id, "deal_ids"),
        deals.c.hidden.is_(False),
    )
    .order_by(deals.c.id)
)


_WHEN = attrgetter("at", "id")
_TOUCH = picked(touches, *(field.name for field in fields(Touch)))
_OUTCOMES, _RESULTS = {one.value: one for one in Outcome}, {one.value: one for one in Result}


def _touch(row: Row[Any]) -> Touch:
    """Most of what a list is made of."""
    id_, deal_id, act_id, member_id, at, on, outcome, result, *told = _TOUCH(row)
    return Touch(id_, deal_id, act_id, member_id, at, on, _OUTCOMES[outcome], _RESULTS[result], *told)


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
