"""Deals: made, changed by patches, and found. A deal's attributes are the fold of its changes (bot.store.refreshing)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import String, bindparam, case, cast, func, select, update

from bot.model import OPEN_STATES, Deal, DealState, DecisionKind
from bot.store.among import among, by_itself, one_of
from bot.store.gone import Gone
from bot.store.names import deal_from
from bot.store.on_lists import IS_OPEN, on_list
from bot.store.room import MINE, act_of, chunks
from bot.store.tables import acts, deal_changes, deals, decisions, touches

ATTRIBUTES = (
    "company", "title", "owner_id", "stage", "value", "currency", "closes_on", "crm_next_step", "crm_contact_on",
)  # fmt: skip
ALIAS = "alias"  # in a change: one more name that the deal is meant by, no attribute of it
DATES = frozenset({"closes_on", "crm_contact_on"})
_NEW = {
    "hidden": False, "company": "", "title": "", "stage": "", "value": "", "currency": "", "closes_on": None,
    "crm_next_step": "", "crm_contact_on": None, "source": "", "external_id": "", "state": DealState.unknown.value,
    "next_touch_on": None, "why": "", "temperature": "cold", "temperature_why": "", "unanswered": 0,
    "touches_since_advance": 0, "last_contact_on": None, "agreed_on": None, "heard_on": None, "derived_on": None, "former_names": "", "found_by": "",
    "aliases": "",
}  # fmt: skip


@dataclass(frozen=True)
class FromCrm:
    """A deal that an import made. `hidden`: an undo took it back, and a new import may bring it again."""

    deal: Deal
    state: DealState
    hidden: bool
    act_id: int


@dataclass(frozen=True)
class HandedOver:
    """A deal that somebody gave to another member."""

    owner_id: int
    label: str
    giver: str
    at: datetime


@dataclass(frozen=True)
class Answered:
    """Of a member's open deals: how many there are, how many hold an answer in the prospect's own words."""

    open: int
    in_their_words: int
    next_touch_on: date | None


@dataclass(frozen=True)
class Deals(Gone):
    def create(self, act_id: int, at: datetime, on: date, *, owner_id: int, **attributes: Any) -> int:
        """A new deal; attributes are fields of model.Deal. The caller refreshes it."""
        return self.create_many(act_id, at, on, [{"owner_id": owner_id, **attributes}])[0]

    def create_many(self, act_id: int, at: datetime, on: date, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """New deals in the order of `rows`, each a mapping of model.Deal fields with at least `owner_id`."""
        ids: list[int] = []
        made = {"act_id": act_id, "created_at": at, "created_on": on, **_NEW}
        for chunk in chunks(rows):
            new = self.next_ids(deals, len(chunk))
            self.insert_many(deals, [{"id": id_, **made, **row} for id_, row in zip(new, chunk, strict=True)])
            ids += new
        patches = {
            id_: {name: row[name] for name in ATTRIBUTES if name in row} for id_, row in zip(ids, rows, strict=True)
        }
        self.change_many(act_id, patches)
        return ids

    def change(self, act_id: int, deal_id: int, **changes: Any) -> None:
        self.change_many(act_id, {deal_id: changes})

    def also_called(self, act_id: int, deal_id: int, alias: str) -> None:
        """Keeps a name by which this deal was meant; an undo of the act takes it back. The caller refreshes the deal."""
        self.change_many(act_id, {deal_id: {ALIAS: alias}})

    def change_many(self, act_id: int, changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Patches by deal id, each with only the attributes that change. The caller refreshes the deals."""
        rows = [
            {"act_id": act_id, "deal_id": deal_id, "changes": {name: plain(value) for name, value in patch.items()}}
            for deal_id, patch in changes.items()
        ]
        self.insert_many(deal_changes, rows)

    def one(self, deal_id: int, owners: frozenset[int]) -> Deal | None:
        """The deal, when one of `owners` has it."""
        return next(map(deal_from, self.ask(_ONE, deal_id=deal_id, owners=sorted(owners))), None)

    def open_ids(self) -> list[int]:
        """Every open deal of the organisation: for what concerns no deal's words."""
        condition = (self.mine(deals), deals.c.hidden.is_(False), deals.c.state.in_(sorted(OPEN_STATES)))
        return [row.id for row in self.rows(select(deals.c.id).where(*condition).order_by(deals.c.id))]

    def visible(self, deal_ids: Iterable[int], owners: frozenset[int]) -> frozenset[int]:
        """Those of these deals that one of `owners` has."""
        theirs = (self.mine(deals), one_of(deals.c.owner_id, owners), deals.c.hidden.is_(False))
        found = (self.rows(select(deals.c.id).where(*theirs, deals.c.id.in_(chunk))) for chunk in chunks(deal_ids))
        return frozenset(row.id for rows in found for row in rows)

    def any_of_others(self, deal_ids: Iterable[int], owners: frozenset[int]) -> bool:
        """Whether one of these deals is of somebody else than `owners`."""
        others = (self.mine(deals), deals.c.owner_id.notin_(owners), deals.c.hidden.is_(False))
        found = (select(deals.c.id).where(*others, deals.c.id.in_(chunk)).limit(1) for chunk in chunks(deal_ids))
        return any(self.rows(statement) for statement in found)

    def by_external(self, source: str, ids: Iterable[str]) -> dict[str, FromCrm]:
        """Deals known by their id in a CRM, whoever owns them, those that an undo has hidden as well."""
        found: dict[str, FromCrm] = {}
        for chunk in chunks(ids):
            # "<> ''" is the index's own condition: without it PostgreSQL reads every deal of the organisation.
            by_id = (deals.c.external_id != "", deals.c.external_id.in_(chunk))
            condition = (self.mine(deals), deals.c.source == source, *by_id)
            for row in self.rows(select(deals).where(*condition)):
                found[row.external_id] = FromCrm(deal_from(row), DealState(row.state), row.hidden, row.act_id)
        return found

    def release(self, deal_ids: Iterable[int]) -> None:
        """Frees the CRM's ids of deals that an undo has hidden, so that a new import can make them anew."""
        for chunk in chunks(deal_ids):
            condition = (self.mine(deals), deals.c.id.in_(chunk), deals.c.hidden)
            was = deals.c.external_id.concat(" (taken back: ").concat(cast(deals.c.id, String)).concat(")")
            self.connection.execute(update(deals).where(*condition).values(external_id=was))

    def not_to_contact(self) -> dict[str, int]:
        """Companies that nobody may contact, whoever owns their deals, and the act by which each asked for it."""
        asked = (
            self.standing_rows(decisions, decisions.c.kind == DecisionKind.do_not_contact.value)
            .join(deals, (deals.c.organisation_id == decisions.c.organisation_id) & (deals.c.id == decisions.c.deal_id))
            .where(deals.c.state == DealState.do_not_contact.value, deals.c.hidden.is_(False))
            .with_only_columns(deals.c.company, decisions.c.act_id)
        )
        return {row.company: row.act_id for row in self.rows(asked)}

    def with_company_like(self, word: str) -> tuple[tuple[int, str], ...]:
        """(id, company) of every deal of the organisation whose names hold the word as a key, whoever owns it."""
        condition = (self.mine(deals), deals.c.found_by.contains(word, autoescape=True), deals.c.hidden.is_(False))
        return tuple((row.id, row.company) for row in self.rows(select(deals.c.id, deals.c.company).where(*condition)))

    def handed_over(self, owner_ids: Sequence[int], since: datetime) -> tuple[HandedOver, ...]:
        """What these members were given since then and still have, as far as it is open."""
        rows = sorted(self.of_owners(_HANDED_OVER, owner_ids, since=since), key=attrgetter("id"))
        return tuple(HandedOver(r.owner_id, r.company or r.title, r.reason, r.at) for r in rows)

    def answered(self, owner_ids: Sequence[int]) -> dict[int, Answered]:
        """By owner: open deals, and those with words of theirs on record."""
        known = deals.c.state != DealState.unknown.value
        statement = (
            select(
                deals.c.owner_id,
                func.count().label("open"),
                func.sum(case((known & deals.c.id.in_(self._with_words()), 1), else_=0)).label("answered"),
                func.min(deals.c.next_touch_on).label("next_on"),
            )
            .where(
                self.mine(deals), one_of(deals.c.owner_id, owner_ids), deals.c.hidden.is_(False),
                deals.c.state.in_(sorted(OPEN_STATES)),
            )
            .group_by(deals.c.owner_id)
        )  # fmt: skip
        return {row.owner_id: Answered(row.open, row.answered, row.next_on) for row in self.rows(statement)}

    def _with_words(self) -> Any:
        return self.standing_rows(touches, touches.c.said != "").order_by(None).with_only_columns(touches.c.deal_id)

    def owners_among(self, member_ids: Sequence[int]) -> frozenset[int]:
        """Those of them who have any deal: of the others nothing has to be read."""
        return frozenset(row.owner_id for row in self.of_owners(_OWNERS, member_ids))

    def due(self, owner_ids: Sequence[int], today: date) -> tuple[int, ...]:
        """What may be on these owners' lists, the oldest first; the histories tell what is (playbook.agenda)."""
        return tuple(sorted(row.id for row in self.of_owners(_DUE, owner_ids, today=today)))


_OWNERS = select(deals.c.owner_id).where(deals.c.organisation_id == MINE, among(deals.c.owner_id, "owners")).distinct()
# In no order: for one SQLite would go through every deal of the organisation.
_DUE = select(deals.c.id).where(
    deals.c.organisation_id == MINE, among(deals.c.owner_id, "owners"), deals.c.hidden.is_(False),
    on_list(MINE, bindparam("today", type_=deals.c.next_touch_on.type)),
)  # fmt: skip
_HANDED_OVER = (
    select(decisions.c.id, deals.c.owner_id, deals.c.company, deals.c.title, decisions.c.reason, acts.c.at)
    .join(acts, act_of(decisions))
    .join(deals, (deals.c.organisation_id == decisions.c.organisation_id) & (deals.c.id == decisions.c.deal_id))
    .where(
        decisions.c.organisation_id == MINE, decisions.c.kind == DecisionKind.handed_over.value,
        acts.c.undone_at.is_(None), acts.c.at > bindparam("since", type_=acts.c.at.type),
        among(by_itself(deals.c.owner_id), "owners"), IS_OPEN,
    )
)  # fmt: skip
_ONE = select(deals).where(
    deals.c.organisation_id == MINE, deals.c.id == bindparam("deal_id"),
    among(deals.c.owner_id, "owners"), deals.c.hidden.is_(False),
)  # fmt: skip


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
