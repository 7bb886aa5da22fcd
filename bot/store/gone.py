"""Deals that were a member's and are a colleague's now, as whoever had them knew them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, exists, or_

from bot.model import Deal, DecisionKind, Member
from bot.store.among import one_of
from bot.store.names import deal_from
from bot.store.room import chunks
from bot.store.searching import Searching
from bot.store.tables import deal_changes, deals, decisions


@dataclass(frozen=True)
class GoneDeal:
    """A deal that a member had and somebody else has now; `by` gave it, and gave it `to` somebody: who has it may be another."""

    deal: Deal
    by: int
    to: int


class Gone(Searching):
    def gone_from(self, member: Member, owners: frozenset[int]) -> dict[int, GoneDeal]:
        """Deals that this member gave away, or that were theirs when somebody else did; none of `owners` has them. By id.

        Of several handovers the newest of these counts: of what came after it the member knows nothing."""
        handed = (decisions.c.kind == DecisionKind.handed_over.value, deals.c.owner_id.notin_(owners))
        had = exists().where(
            self.mine(deal_changes), deal_changes.c.deal_id == decisions.c.deal_id,
            deal_changes.c.changes["owner_id"].as_integer() == member.id,
        )  # fmt: skip
        statement = (
            self.standing_rows(
                decisions, *handed, deals.c.hidden.is_(False), or_(decisions.c.member_id == member.id, had)
            )
            .join(deals, (deals.c.organisation_id == decisions.c.organisation_id) & (deals.c.id == decisions.c.deal_id))
            .with_only_columns(*deals.c, decisions.c.member_id.label("by"), decisions.c.act_id.label("handed_in"))
        )
        rows = self.rows(statement)
        changes = self._changes({row.id for row in rows})
        found = ((row.id, _left_with(row, member.id, changes.get(row.id, ()))) for row in rows)
        return {id_: gone for id_, gone in found if gone}

    def _changes(self, deal_ids: Iterable[int]) -> dict[int, list[tuple[int, Mapping[str, Any]]]]:
        """By deal each act that stands and what it changed of it, oldest first."""
        found: dict[int, list[tuple[int, Mapping[str, Any]]]] = {}
        for chunk in chunks(deal_ids):
            had = self.standing_rows(deal_changes, one_of(deal_changes.c.deal_id, chunk))
            columns = (deal_changes.c.deal_id, deal_changes.c.act_id, deal_changes.c.changes)
            for row in self.rows(had.with_only_columns(*columns)):
                found.setdefault(row.deal_id, []).append((row.act_id, row.changes))
        return found


def _left_with(row: Row[Any], member_id: int, changes: Iterable[tuple[int, Mapping[str, Any]]]) -> GoneDeal | None:
    """The deal as the member knew it when that handover took it from them; None when it did not, or gave it to them."""
    before: dict[str, Any] = {}
    to = 0
    for act_id, one in changes:
        if act_id < row.handed_in:
            before.update(one)
        elif act_id == row.handed_in:
            to = one.get("owner_id", to)
    if to == member_id or member_id not in {row.by, before.get("owner_id")}:
        return None
    known = replace(
        deal_from(row), company=before.get("company", ""), title=before.get("title", ""), former_names=(), aliases=()
    )
    return GoneDeal(known, row.by, to or row.owner_id)
