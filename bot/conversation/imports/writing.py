"""Writes one part of an import in its transaction. Whoever undoes the import while it runs has ended it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.imports.deciding import Around, New, Part, decided, new_deal
from bot.conversation.imports.job import Job
from bot.model import DecisionKind
from bot.reading.spreadsheets.rows import ImportRow, Refused
from bot.store import Arrival, Store


class TakenBack(Exception):
    """The import was undone while it ran."""


@dataclass(frozen=True)
class Written:
    act_id: int | None  # None while nothing had to change
    part: Part


def write(
    job: Job, around: Around, rows: Sequence[ImportRow | Refused], act_id: int | None, store: Store
) -> Written:  # fmt: skip
    """Decides the rows anew, since others may have changed their deals meanwhile, and writes them. Raises TakenBack."""
    store.audit.speaks(job.source, job.member.id, job.now, "import")
    act = store.acts.one(act_id) if act_id is not None else None
    if act and act.undone_at:
        raise TakenBack
    part = decided(job, around, rows, store)
    if not part.changes:
        return Written(act_id, part)
    if act_id is None:
        act_id = store.acts.begin(job.member.id, job.now, f"imported a part of {job.name}")
        store.imports.begin(act_id, job.digest)
    store.deals.release(part.release)
    store.arrive(act_id, job.now, job.today, [_arrival(job, new) for new in part.create])
    _change(job, store, act_id, part)
    return Written(act_id, part)


def _arrival(job: Job, new: New) -> Arrival:
    decision = _decision(job, new)
    return Arrival(
        new_deal(job, new), job.member.id, new.row.contact, decision.get("kind"), decision.get("on"),
        decision.get("until_on"), decision.get("reason", ""),
    )  # fmt: skip


def _decision(job: Job, new: New) -> dict[str, Any]:
    """How a new deal begins: closed, to be left in peace, or waiting for its day."""
    if new.is_silent:
        return {"kind": DecisionKind.do_not_contact, "on": job.today}
    if new.row.closed:
        return _ending(job, new.row)
    return {"kind": DecisionKind.wakes, "on": job.today, "until_on": new.wakes_on} if new.wakes_on else {}


def _ending(job: Job, row: ImportRow) -> dict[str, Any]:
    kind = DecisionKind.won if row.closed == "won" else DecisionKind.lost
    return {"kind": kind, "on": min(row.closes_on or job.today, job.today), "reason": row.reason}


def _change(job: Job, store: Store, act_id: int, part: Part) -> None:
    """Deals that are here already."""
    store.deals.change_many(act_id, part.change)
    ended = [{"deal_id": id_, **_ending(job, row)} for id_, row in part.close]
    store.history.add_decisions(act_id, job.member.id, [{**row, "kind": row["kind"].value} for row in ended])
    store.refresh(sorted({*part.change, *(id_ for id_, _ in part.close)}), job.today)
