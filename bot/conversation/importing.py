"""What an imported row becomes. Updates go by the CRM's id only; a second run changes nothing; one Act takes it all back.

An import is no contact: it never moves the clock. Open deals that nobody has spoken with wake a few a day (voice.md 2).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.conversation.exchange import Exchange
from bot.model import DealState, DecisionKind, Member, Role
from bot.reading.csvrows import Export, ImportRow
from bot.store import FromCrm
from bot.worktime import next_working_day, today_for

WAKE_REASON = "imported"


@dataclass(frozen=True)
class Outcome:
    """What happened, or in a dry run would happen, to one row."""

    number: int
    what: str  # created, updated, unchanged, skipped, refused
    title: str = ""
    owner: str = ""
    note: str = ""


@dataclass(frozen=True)
class Report:
    crm: str
    outcomes: tuple[Outcome, ...]
    unknown_owners: Mapping[str, int] = field(default_factory=dict)
    fallback_owner: str = ""
    act_id: int | None = None

    def count(self, what: str) -> int:
        return sum(outcome.what == what for outcome in self.outcomes)


@dataclass
class _Plan:
    """What the rows ask for, before anything is written."""

    create: list[tuple[ImportRow, Member]] = field(default_factory=list)
    again: dict[str, int] = field(default_factory=dict)  # by external id: deals that an undo had taken back
    change: dict[int, dict[str, Any]] = field(default_factory=dict)
    close: list[tuple[int, ImportRow]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    wakes: dict[str, date] = field(default_factory=dict)  # by external id


def import_deals(exchange: Exchange, export: Export, fallback: Member, name: str, *, dry_run: bool) -> Report:
    """Plans every row, and unless it is a dry run writes them in one act."""
    plan = _planned(exchange, export, fallback)
    act_id = None
    if not dry_run and (plan.create or plan.change or plan.close):
        act_id = _write(exchange, export.crm, plan, name)
    refused = [Outcome(one.number, "refused", note=one.reason) for one in export.refused]
    outcomes = tuple(sorted([*plan.outcomes, *refused], key=lambda outcome: outcome.number))
    return Report(export.crm, outcomes, dict(plan.unknown), fallback.name, act_id)


def first_manager(members: Sequence[Member]) -> Member:
    """Who owns what nobody else does: the first manager, else the first admin, else the first member."""
    for role in (Role.manager, Role.admin):
        found = next((member for member in members if member.role is role), None)
        if found:
            return found
    return members[0]


def member_called(text: str, members: Sequence[Member]) -> Member | None:
    """A member by id, e-mail or name."""
    wanted = text.strip().casefold()
    return next((m for m in members if wanted and wanted in {str(m.id), m.email.casefold(), m.name.casefold()}), None)


def _planned(exchange: Exchange, export: Export, fallback: Member) -> _Plan:
    plan = _Plan()
    members = exchange.store.members.all()
    known = exchange.store.deals.by_external(export.crm, [row.external_id for row in export.rows])
    for row in export.rows:
        owner = member_called(row.owner, members)
        if owner is None and row.owner:
            plan.unknown[row.owner] += 1
        found = known.get(row.external_id)
        if row.deleted:
            plan.outcomes.append(Outcome(row.number, "skipped", row.title, note="deleted in the CRM"))
        elif found is None or found.hidden:
            plan.create.append((row, owner or fallback))
            plan.again |= {row.external_id: found.deal.id} if found else {}
        else:
            _plan_change(plan, row, found, owner, export.columns)
    _plan_wakes(exchange, plan)
    for row, owner in plan.create:
        wakes = plan.wakes.get(row.external_id)
        note = "; ".join([*([f"wakes {wakes:%a} {wakes.day} {wakes:%b}"] if wakes else []), *row.remarks])
        plan.outcomes.append(Outcome(row.number, "created", row.title or row.company, owner.name, note or row.closed))
    return plan


def _plan_change(plan: _Plan, row: ImportRow, found: FromCrm, owner: Member | None, columns: frozenset[str]) -> None:
    """Only columns that the file has, and only what differs."""
    deal = found.deal
    wanted = _attributes(row)
    if owner:
        wanted["owner_id"] = owner.id
    held = {name for name in wanted if name in columns} | ({"owner_id"} if owner else set())
    changed = {name: wanted[name] for name in held if wanted[name] != getattr(deal, name)}
    closing = bool(row.closed) and found.state not in {DealState.won, DealState.lost}
    if changed:
        plan.change[deal.id] = changed
    if closing:
        plan.close.append((deal.id, row))
    what = "updated" if changed or closing else "unchanged"
    note = "; ".join(
        [*(name.replace("_", " ") for name in sorted(changed)), *([row.closed] if closing else []), *row.remarks]
    )
    plan.outcomes.append(Outcome(row.number, what, row.title or row.company, note=note))


def _plan_wakes(exchange: Exchange, plan: _Plan) -> None:
    """Open new deals wake from the next working day, the newest contact first, a few a rep and day."""
    waiting: dict[int, list[tuple[ImportRow, Member]]] = defaultdict(list)
    for row, owner in plan.create:
        if not row.closed:
            waiting[owner.id].append((row, owner))
    for rows in waiting.values():
        rows.sort(key=lambda item: (item[0].crm_contact_on or date.min, item[0].closes_on or date.min), reverse=True)
        day = today_for(rows[0][1], exchange.now)
        for index, (row, owner) in enumerate(rows):
            if index % exchange.policy.new_deals_a_day == 0:
                day = next_working_day(day, owner)
            plan.wakes[row.external_id] = day


def _write(exchange: Exchange, crm: str, plan: _Plan, name: str) -> int:
    store, member = exchange.store, exchange.member
    total = len(plan.create) + len(plan.change)
    act_id = exchange.act(f"imported {total} deal{'s' if total != 1 else ''} from {name}")
    new = [(row, owner) for row, owner in plan.create if row.external_id not in plan.again]
    rows = [
        {**_attributes(row), "owner_id": owner.id, "source": crm, "external_id": row.external_id} for row, owner in new
    ]
    ids = dict(
        zip(
            (row.external_id for row, _ in new),
            store.deals.create_many(act_id, exchange.now, exchange.today, rows),
            strict=True,
        )
    )
    ids |= plan.again
    revived = {
        plan.again[row.external_id]: {**_attributes(row), "owner_id": owner.id}
        for row, owner in plan.create
        if row.external_id in plan.again
    }
    store.deals.change_many(act_id, {**plan.change, **revived})
    made = [(ids[row.external_id], row) for row, _ in plan.create]
    store.history.add_contacts(act_id, [{"deal_id": id_, "name": row.contact} for id_, row in made if row.contact])
    closed = [_ending(id_, row, exchange) for id_, row in [*made, *plan.close] if row.closed]
    wakes = [
        {"deal_id": id_, "on": exchange.today, "kind": DecisionKind.later.value, "until_on": plan.wakes[row.external_id],
         "reason": WAKE_REASON}
        for id_, row in made
        if row.external_id in plan.wakes
    ]  # fmt: skip
    store.history.add_decisions(act_id, member.id, [*closed, *wakes])
    store.refresh([*ids.values(), *plan.change, *(id_ for id_, _ in plan.close)], exchange.today)
    return act_id


def _ending(deal_id: int, row: ImportRow, exchange: Exchange) -> dict[str, Any]:
    kind = DecisionKind.won if row.closed == "won" else DecisionKind.lost
    on = min(row.closes_on or exchange.today, exchange.today)
    return {"deal_id": deal_id, "on": on, "kind": kind.value, "reason": row.reason}


def _attributes(row: ImportRow) -> dict[str, Any]:
    return {
        "title": row.title,
        "company": row.company,
        "stage": row.stage,
        "value": row.value,
        "currency": row.currency,
        "closes_on": row.closes_on,
        "crm_next_step": row.crm_next_step,
        "crm_contact_on": row.crm_contact_on,
    }
