"""Deals: made, changed by patches, and found. A deal's attributes are the fold of its changes (bot.store.refreshing)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, or_, select

from bot.model import OPEN_STATES, Deal, DealState, Side
from bot.store.room import Room, chunks
from bot.store.tables import commitments, contacts, deal_changes, deals

ATTRIBUTES = (
    "company", "title", "owner_id", "stage", "value", "currency", "closes_on", "crm_next_step", "crm_contact_on",
)  # fmt: skip
DATES = frozenset({"closes_on", "crm_contact_on"})
_NEW = {
    "hidden": False, "company": "", "title": "", "stage": "", "value": "", "currency": "", "closes_on": None,
    "crm_next_step": "", "crm_contact_on": None, "source": "", "external_id": "", "state": DealState.unknown.value,
    "next_touch_on": None, "why": "", "temperature": "cold", "temperature_why": "", "unanswered": 0,
    "touches_since_advance": 0, "last_contact_on": None, "derived_on": None,
}  # fmt: skip


@dataclass(frozen=True)
class DealName:
    """What a deal can be recognised by."""

    id: int
    company: str
    title: str
    owner_id: int
    stage: str
    state: DealState
    last_contact_on: date | None
    source: str
    external_id: str
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True)
class FromCrm:
    """A deal that an import made. `hidden`: an undo took it back, and a new import may bring it again."""

    deal: Deal
    state: DealState
    hidden: bool


@dataclass(frozen=True)
class Deals(Room):
    def create(self, act_id: int, at: datetime, *, owner_id: int, **attributes: Any) -> int:
        """A new deal; attributes are fields of model.Deal. The caller refreshes it."""
        return self.create_many(act_id, at, [{"owner_id": owner_id, **attributes}])[0]

    def create_many(self, act_id: int, at: datetime, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """New deals in the order of `rows`, each a mapping of model.Deal fields with at least `owner_id`."""
        ids: list[int] = []
        for chunk in chunks(rows):
            made = [
                {"organisation_id": self.organisation_id, "act_id": act_id, "created_at": at, **_NEW, **row}
                for row in chunk
            ]
            statement = deals.insert().returning(deals.c.id, sort_by_parameter_order=True)
            ids += [row.id for row in self.connection.execute(statement, made)]
        patches = {
            id_: {name: row[name] for name in ATTRIBUTES if name in row} for id_, row in zip(ids, rows, strict=True)
        }
        self.change_many(act_id, patches)
        return ids

    def change(self, act_id: int, deal_id: int, **changes: Any) -> None:
        self.change_many(act_id, {deal_id: changes})

    def change_many(self, act_id: int, changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Patches by deal id, each with only the attributes that change. The caller refreshes the deals."""
        rows = [
            {"act_id": act_id, "deal_id": deal_id, "changes": {name: _plain(value) for name, value in patch.items()}}
            for deal_id, patch in changes.items()
        ]
        self.insert_many(deal_changes, rows)

    def one(self, deal_id: int, owners: frozenset[int]) -> Deal | None:
        """The deal, when one of `owners` has it."""
        condition = (self.mine(deals), deals.c.id == deal_id, deals.c.owner_id.in_(owners), deals.c.hidden.is_(False))
        row = self.connection.execute(select(deals).where(*condition)).first()
        return deal_from(row) if row else None

    def named(self, owners: frozenset[int]) -> tuple[DealName, ...]:
        """Every deal of these owners with its contacts' names: two queries."""
        visible = (self.mine(deals), deals.c.owner_id.in_(owners), deals.c.hidden.is_(False))
        rows = self.rows(select(deals).where(*visible).order_by(deals.c.id))
        people: dict[int, list[str]] = defaultdict(list)
        of_them = contacts.c.deal_id.in_(select(deals.c.id).where(*visible))
        for person in self.rows(self.standing_rows(contacts, of_them)):
            people[person.deal_id].append(person.name)
        return tuple(
            DealName(
                row.id, row.company, row.title, row.owner_id, row.stage, DealState(row.state), row.last_contact_on,
                row.source, row.external_id, tuple(people[row.id]),
            )
            for row in rows
        )  # fmt: skip

    def by_external(self, source: str, ids: Iterable[str]) -> dict[str, FromCrm]:
        """Deals known by their id in a CRM, whoever owns them, those that an undo has hidden as well."""
        found: dict[str, FromCrm] = {}
        for chunk in chunks(ids):
            condition = (self.mine(deals), deals.c.source == source, deals.c.external_id.in_(chunk))
            for row in self.rows(select(deals).where(*condition)):
                found[row.external_id] = FromCrm(deal_from(row), DealState(row.state), row.hidden)
        return found

    def due(self, owner_ids: Sequence[int], today: date) -> tuple[int, ...]:
        """Open deals whose touch is due, or on which a promise of ours is."""
        owed = select(commitments.c.deal_id).where(
            self.mine(commitments), commitments.c.state == "open", commitments.c.side == Side.ours.value,
            commitments.c.due_on <= today,
        )  # fmt: skip
        statement = select(deals.c.id).where(
            self.mine(deals), deals.c.owner_id.in_(owner_ids), deals.c.hidden.is_(False),
            deals.c.state.in_(sorted(OPEN_STATES)), or_(deals.c.next_touch_on <= today, deals.c.id.in_(owed)),
        )  # fmt: skip
        return tuple(row.id for row in self.rows(statement.order_by(deals.c.id)))


def deal_from(row: Row[Any]) -> Deal:
    return Deal(
        id=row.id, company=row.company, title=row.title, owner_id=row.owner_id, stage=row.stage, value=row.value,
        currency=row.currency, closes_on=row.closes_on, source=row.source, external_id=row.external_id,
        crm_next_step=row.crm_next_step, crm_contact_on=row.crm_contact_on, created_at=row.created_at,
    )  # fmt: skip


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
