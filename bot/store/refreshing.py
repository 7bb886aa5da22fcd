"""The derived columns: what the record says, written beside it for the queries. Stored always equals recomputed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Table, Update, bindparam, select, update

from bot.days import read_by
from bot.model import Deal, History, Policy
from bot.playbook.holds import agreed_on
from bot.playbook.results import heard_on
from bot.playbook.standing import standing
from bot.reading.names import found_by
from bot.store.among import among
from bot.store.asking import put_behind
from bot.store.deals import ALIAS, ATTRIBUTES, DATES
from bot.store.histories import history_from
from bot.store.names import deal_from
from bot.store.records import EVER, Records, by_deal, is_everything_undone, named
from bot.store.room import MINE, Room, act_of, chunks
from bot.store.tables import acts, commitments, deal_changes, deals

_DERIVED = (
    "hidden", *ATTRIBUTES, "state", "next_touch_on", "why", "temperature", "temperature_why", "unanswered",
    "touches_since_advance", "last_contact_on", "agreed_on", "heard_on", "derived_on", "former_names", "found_by", "aliases",
)  # fmt: skip


@dataclass(frozen=True)
class Refreshing(Room):
    policy: Policy

    def refresh(self, deal_ids: Sequence[int], today: date | None) -> int:
        """Derives these deals anew, for `today` or for the day they were last derived for; returns how many differed."""
        return sum(self._some(chunk, today)[0] for chunk in chunks(deal_ids))

    def refreshed(self, deal_id: int, today: date) -> History:
        """Derives one deal anew, and gives what is recorded of it. Raises LookupError when it is gone."""
        return self._some([deal_id], today)[1][deal_id]

    def recompute(self) -> int:
        """Every deal, each for its own day."""
        ids = [row.id for row in self.rows(select(deals.c.id).where(self.mine(deals)).order_by(deals.c.id))]
        return self.refresh(ids, None)

    def deal_on(self, deal_id: int, before: datetime) -> Deal | None:
        """The deal as it was called, and whose it was, just before that moment; None when it was not here yet."""
        row = self.rows(select(deals).where(self.mine(deals), deals.c.id == deal_id))[0]
        until_then = (
            select(deal_changes.c.changes, acts.c.undone_at.is_not(None).label("undone"))
            .join(acts, act_of(deal_changes))
            .where(self.mine(deal_changes), deal_changes.c.deal_id == deal_id, acts.c.at < before)
            .order_by(deal_changes.c.id)
        )
        changes = self.rows(until_then)
        return _folded(row, changes) if changes else None

    def _some(self, ids: Sequence[int], today: date | None) -> tuple[int, Mapping[int, History]]:
        """How many differed, and the histories that were read for it, those of deals that are there."""
        # Whoever refreshes a deal at the same time waits here, and then sees what was recorded meanwhile (PostgreSQL).
        rows, ever = self.ask_together({"deal_ids": ids}, _LOCKED, EVER)
        records = by_deal(ever)
        gone = {row.id for row in rows if _is_gone(records.get(row.id, {}))}
        histories, wrong = {}, []
        for row in rows:
            if row.id in gone:  # nobody reads the rest of it until an import brings it back, which refreshes it
                continue
            its = records.get(row.id, {})
            histories[row.id] = history_from(_folded(row, named(deal_changes, its)), its)
            values = columns_of(histories[row.id], self.policy, today or row.derived_on or row.created_on)
            if any(getattr(row, name) != values[name] for name in _DERIVED):
                wrong.append({"row_id": row.id, **values})
        hidden = [{"row_id": row.id, "hidden": True} for row in rows if row.id in gone and not row.hidden]
        self._write(deals, wrong, _DERIVED)
        self._write(deals, hidden, ("hidden",))
        return len(wrong) + len(hidden) + self._promises(ids, records, histories), histories

    def _promises(self, ids: Sequence[int], records: Mapping[int, Records], histories: Mapping[int, History]) -> int:
        alive = {promise.id: promise for history in histories.values() for promise in history.commitments}
        wrong = []
        for row in (row for id_ in ids for row in named(commitments, records.get(id_, {}))):
            promise = alive.get(row.id)
            state, due_on = (promise.state.value, promise.due_on) if promise else ("undone", None)
            if (row.state, row.due_on) != (state, due_on):
                wrong.append({"row_id": row.id, "state": state, "due_on": due_on})
        self._write(commitments, wrong, ("state", "due_on"))
        return len(wrong)

    def _write(self, table: Table, values: list[dict[str, Any]], names: Sequence[str]) -> None:
        if values:
            mine = {"mine": self.organisation_id}
            rows = [{**mine, "row_id": v["row_id"], **{f"new_{name}": v[name] for name in names}} for v in values]
            put_behind(self.connection, _writing(table, tuple(names)), rows)


@cache
def _writing(table: Table, names: tuple[str, ...]) -> Update:
    bound = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    of_mine = (table.c.organisation_id == MINE, table.c.id == bindparam("row_id"))
    return update(table).where(*of_mine).values(**bound)


_LOCKED = (
    select(deals)
    .where(deals.c.organisation_id == MINE, among(deals.c.id, "deal_ids"))
    .order_by(deals.c.id)
    .with_for_update(key_share=True)
)


def _is_gone(records: Records) -> bool:
    """Whether its making was taken back and nothing else stands on it."""
    return deal_changes.name in records and is_everything_undone(records)


def _folded(row: Row[Any], changes: Sequence[Any]) -> Deal:
    """The deal as its changes add up; the first, which made it, always counts."""
    attributes: dict[str, Any] = {}
    names: dict[str, None] = {}
    aliases: dict[str, None] = {}
    for index, change in enumerate(changes):
        if index == 0 or not change.undone:
            attributes |= change.changes
            aliases |= {alias: None for alias in [attributes.pop(ALIAS, "")] if alias}
            names[_name(attributes)] = None
    former = tuple(name for name in names if name and name != _name(attributes))
    dated = {name: date.fromisoformat(attributes[name]) for name in DATES if attributes.get(name)}
    blank = {name: None if name in DATES else "" for name in ATTRIBUTES if name != "owner_id"}
    return replace(
        deal_from(row), **{**blank, **attributes, **dated, "former_names": former, "aliases": tuple(aliases)}
    )


def _name(attributes: dict[str, Any]) -> str:
    company, title = attributes.get("company", ""), attributes.get("title", "")
    return f"{company}, {title}" if company and title else company or title


def columns_of(history: History, policy: Policy, day: date) -> dict[str, Any]:
    """The derived columns of a deal that is there."""
    with read_by(""):  # the same text whoever asks
        now = standing(history, policy, day)
    return {
        "hidden": False,
        **{name: getattr(history.deal, name) for name in ATTRIBUTES},
        "state": now.state.value,
        "next_touch_on": now.next_touch_on,
        "why": now.why,
        "temperature": now.temperature.value,
        "temperature_why": now.temperature_why,
        "unanswered": now.unanswered,
        "touches_since_advance": now.touches_since_advance,
        "last_contact_on": now.last_contact_on,
        "agreed_on": agreed_on(history),
        "heard_on": heard_on(history),
        "derived_on": day,
        "former_names": "\n".join(history.deal.former_names),
        "found_by": found_by(history.deal, history.contacts),
        "aliases": "\n".join(history.deal.aliases),
    }
