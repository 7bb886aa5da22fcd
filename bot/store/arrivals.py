"""Deals that arrive by the thousand: each is written once, with its derived columns, instead of being read back and derived."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.model import Contact, Deal, Decision, DecisionKind, History, Policy
from bot.store.deals import ATTRIBUTES, plain
from bot.store.refreshing import columns_of
from bot.store.room import Room, chunks
from bot.store.tables import contacts, deal_changes, deals, decisions


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new deal (its id is 0) with at most one contact and one decision, which `member_id` made."""

    deal: Deal
    member_id: int
    contact: str = ""
    decided: DecisionKind | None = None
    on: date | None = None
    until_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Arrivals(Room):
    policy: Policy

    def add(self, act_id: int, at: datetime, on: date, arrivals: Sequence[Arrival]) -> list[int]:
        ids: list[int] = []
        for chunk in chunks(arrivals):
            made = self.next_ids(deals, len(chunk))
            arrived = list(zip(made, chunk, strict=True))
            self._deals(act_id, at, on, arrived)
            self._facts(act_id, on, arrived)
            ids += made
        return ids

    def _deals(self, act_id: int, at: datetime, on: date, arrived: Sequence[tuple[int, Arrival]]) -> None:
        rows = [
            {
                "id": id_, "act_id": act_id, "created_at": at, "created_on": on, "source": new.deal.source,
                "external_id": new.deal.external_id, **columns_of(_history(new, act_id, on), self.policy, on),
            }
            for id_, new in arrived
        ]  # fmt: skip
        self.insert_many(deals, rows)

    def _facts(self, act_id: int, on: date, arrived: Sequence[tuple[int, Arrival]]) -> None:
        """What makes the deal: recorded, so that it can be derived anew and taken back."""
        self.insert_many(
            deal_changes,
            [{"act_id": act_id, "deal_id": id_, "changes": _attributes(new.deal)} for id_, new in arrived],
        )
        self.insert_many(
            contacts,
            [
                {"act_id": act_id, "deal_id": id_, "name": new.contact, "phone": "", "zone": ""}
                for id_, new in arrived
                if new.contact
            ],
        )
        self.insert_many(
            decisions,
            [
                {
                    "act_id": act_id, "deal_id": id_, "member_id": new.member_id, "on": new.on or on,
                    "kind": new.decided.value, "until_on": new.until_on, "reason": new.reason,
                }
                for id_, new in arrived
                if new.decided
            ],
        )  # fmt: skip


def _attributes(deal: Deal) -> dict[str, Any]:
    held = {name: getattr(deal, name) for name in ATTRIBUTES}
    return {name: plain(value) for name, value in held.items() if value not in {"", None}}


def _history(new: Arrival, act_id: int, on: date) -> History:
    people = (Contact(0, 0, new.contact),) if new.contact else ()
    decided = (
        (Decision(0, 0, act_id, new.member_id, new.on or on, new.decided, new.until_on, new.reason),)
        if new.decided
        else ()
    )
    return History(new.deal, people, decisions=decided)
