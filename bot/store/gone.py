"""Deals that were a member's and are a colleague's now, as whoever had them knew them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.model import Deal, DecisionKind, Member
from bot.store.among import one_of
from bot.store.names import deal_from
from bot.store.searching import Searching
from bot.store.tables import deal_changes, deals, decisions


@dataclass(frozen=True)
class GoneDeal:
    """A deal that a member had and somebody else has now; `by` gave it."""

    deal: Deal
    by: int


class Gone(Searching):
    def gone_from(self, member: Member, owners: frozenset[int]) -> dict[int, GoneDeal]:
        """Deals that this member gave away, or that were theirs when somebody else did; none of `owners` has them. By id."""
        handed = decisions.c.kind == DecisionKind.handed_over.value
        was_theirs = decisions.c.reason.startswith(member.name, autoescape=True)
        statement = (
            self.standing_rows(decisions, handed, (decisions.c.member_id == member.id) | was_theirs)
            .join(deals, (deals.c.organisation_id == decisions.c.organisation_id) & (deals.c.id == decisions.c.deal_id))
            .where(deals.c.owner_id.notin_(owners), deals.c.hidden.is_(False))
            .with_only_columns(*deals.c, decisions.c.member_id.label("by"), decisions.c.act_id.label("handed_in"))
        )
        given = {row.id: row for row in self.rows(statement)}
        before = self._before_handover({row.id: row.handed_in for row in given.values()})
        return {
            id_: GoneDeal(_as_known(deal_from(row), before.get(id_, ())), row.by)
            for id_, row in given.items()
            if row.by == member.id or any(changes.get("owner_id") == member.id for changes in before.get(id_, ()))
        }

    def _before_handover(self, handed_in: Mapping[int, int]) -> dict[int, list[Mapping[str, Any]]]:
        """By deal what had been changed of it when that act gave it away, oldest first."""
        had = self.standing_rows(deal_changes, one_of(deal_changes.c.deal_id, list(handed_in))).with_only_columns(
            deal_changes.c.deal_id, deal_changes.c.act_id, deal_changes.c.changes
        )
        found: dict[int, list[Mapping[str, Any]]] = {}
        for row in self.rows(had):
            if row.act_id < handed_in[row.deal_id]:
                found.setdefault(row.deal_id, []).append(row.changes)
        return found


def _as_known(deal: Deal, changes: Iterable[Mapping[str, Any]]) -> Deal:
    """As whoever no longer has it knew it: what it was called later is for who has it now."""
    called = [one for one in changes if "company" in one or "title" in one]
    names = {name: text for one in called for name, text in one.items() if name in {"company", "title"}}
    return replace(deal, **names, former_names=(), aliases=())
