"""What each row of a part becomes, before anything is written: a new deal, a change of one that is known by its id, or nothing.

A deal that is there under another id, or none, is shown and never merged: names propose, people decide.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from bot.conversation.imports.job import Job
from bot.conversation.imports.report import Outcome, What
from bot.model import Deal, DealState, Member
from bot.reading.names import company_key, key
from bot.reading.spreadsheets.rows import ImportRow, Refused
from bot.store import FromCrm, KnownName, Store


class Wakes(Protocol):
    """Row number -> the day on which its deal comes up, or None."""

    def get(self, number: int, /) -> date | None: ...


@dataclass(frozen=True)
class Around:
    """What a row is held against, read once for the whole file."""

    wakes: Wakes
    like: Mapping[str, KnownName]  # how a deal would look -> one that looks so
    silent: frozenset[str]  # companies that nobody may contact
    act_id: int | None = None  # of the interrupted import that goes on


@dataclass(frozen=True)
class New:
    row: ImportRow
    owner: Member
    wakes_on: date | None
    is_silent: bool  # they asked not to be contacted


@dataclass
class Part:
    create: list[New] = field(default_factory=list)
    release: list[int] = field(default_factory=list)  # deals that an undo took back: their ids are free for new ones
    change: dict[int, dict[str, Any]] = field(default_factory=dict)
    close: list[tuple[int, ImportRow]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    before: int = 0  # rows that the interrupted part of this import had made

    @property
    def changes(self) -> bool:
        return bool(self.create or self.change or self.close)


def decided(job: Job, around: Around, rows: Iterable[ImportRow | Refused], store: Store) -> Part:
    part = Part()
    held = list(rows)
    keys = [row.external_id for row in held if isinstance(row, ImportRow)]
    known = store.deals.by_external(job.columns.source, keys)
    for row in held:
        if isinstance(row, Refused):
            what = What.skipped if row.harmless else What.refused
            part.outcomes.append(Outcome(row.number, what, note=row.reason))
        else:
            part.outcomes.append(_decide(job, around, part, row, known.get(row.external_id)))
    return part


def owner_of(job: Job, row: ImportRow) -> Member:
    return job.called.get(row.owner.casefold(), job.fallback)


def is_new(found: FromCrm | None) -> bool:
    """Never imported, or taken back since."""
    return found is None or found.hidden


def look(company: str, title: str) -> str:
    return f"{company_key(company)} {key(title)}".strip()


def looks(names: Iterator[KnownName]) -> dict[str, KnownName]:
    return {look(name.company, name.title): name for name in names}


def _decide(job: Job, around: Around, part: Part, row: ImportRow, found: FromCrm | None) -> Outcome:
    owner = owner_of(job, row)
    named = row.owner.casefold() in job.called
    if row.deleted:
        return Outcome(row.number, What.skipped, row.name, note="deleted in the CRM")
    if owner.id not in job.owners:
        return Outcome(
            row.number, What.refused, row.name, note=f"it belongs to {owner.name}: a manager or admin can import it"
        )
    if found is None or found.hidden:
        part.release += [found.deal.id] if found else []
        return _create(around, part, row, owner, named=named or not row.owner)
    if found.deal.owner_id not in job.owners:
        return Outcome(
            row.number, What.refused, row.name, note="somebody else has it here: a manager or admin can import it"
        )
    if found.act_id == around.act_id:
        part.before += 1
    return _change(job, part, row, found, owner if named else None)


def _create(around: Around, part: Part, row: ImportRow, owner: Member, *, named: bool) -> Outcome:
    silent = bool(row.company) and company_key(row.company) in around.silent
    wakes_on = around.wakes.get(row.number) if not silent and not row.closed else None
    part.create.append(New(row, owner, wakes_on, silent))
    twin = around.like.get(look(row.company, row.title))
    notes = [row.closed, "they asked not to be contacted" if silent else "", *row.remarks]
    return Outcome(
        row.number, What.created, row.name, owner.name, "; ".join(filter(None, notes)), wakes_on,
        like=f"no. {twin.id}" if twin else "", unknown_owner="" if named else row.owner,
    )  # fmt: skip


def _change(job: Job, part: Part, row: ImportRow, found: FromCrm, owner: Member | None) -> Outcome:
    """Only columns that the file has, and only what differs."""
    deal = found.deal
    wanted = {**attributes(row), **({"owner_id": owner.id} if owner else {})}
    held = job.columns.places.keys() | ({"owner_id"} if owner else set())
    changed = {name: value for name, value in wanted.items() if name in held and value != getattr(deal, name)}
    closing = bool(row.closed) and found.state not in {DealState.won, DealState.lost}
    if changed:
        part.change[deal.id] = changed
    if closing:
        part.close.append((deal.id, row))
    notes = [*(_said(name) for name in sorted(changed)), row.closed if closing else "", *row.remarks]
    what = What.updated if changed or closing else What.unchanged
    return Outcome(
        row.number, what, row.name, note="; ".join(filter(None, notes)),
        unknown_owner=row.owner if row.owner and owner is None else "",
    )  # fmt: skip


def _said(name: str) -> str:
    return {
        "owner_id": "owner", "closes_on": "close date", "crm_contact_on": "last contact in the CRM",
        "crm_next_step": "next step in the CRM",
    }.get(name, name)  # fmt: skip


def attributes(row: ImportRow) -> dict[str, Any]:
    return {
        "title": row.title, "company": row.company, "stage": row.stage, "value": row.value, "currency": row.currency,
        "closes_on": row.closes_on, "crm_next_step": row.crm_next_step, "crm_contact_on": row.crm_contact_on,
    }  # fmt: skip


def new_deal(job: Job, new: New) -> Deal:
    return Deal(
        id=0, owner_id=new.owner.id, source=job.columns.source, external_id=new.row.external_id, created_on=job.today,
        **attributes(new.row),
    )  # fmt: skip
