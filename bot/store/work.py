"""Where members' work went lately, and which of their deals have waited meanwhile: for many members in one query each."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select, union

from bot.model import OPEN_STATES, DealState, DecisionKind, Outcome, Result
from bot.store.among import among, by_itself, one_of
from bot.store.on_lists import IS_OPEN
from bot.store.room import MINE, Room, act_of
from bot.store.tables import acts, commitments, deals, decisions, touches, turns

_ASKED = {DealState.definitive_sent, DealState.let_go_due}  # they have our last message: it is theirs to answer


@dataclass(frozen=True)
class Worked:
    """One try on one deal, and who has that deal now."""

    deal_id: int
    label: str
    outcome: Outcome
    owner_id: int


@dataclass(frozen=True)
class Work(Room):
    def lately(self, member_ids: Sequence[int], since: date) -> dict[int, list[Worked]]:
        """By member: every try of theirs since then, also on deals that have ended or are a colleague's."""
        theirs = (
            touches.c.member_id.in_(member_ids),
            touches.c.on >= since,
            touches.c.result != Result.none.value,
            deals.c.hidden.is_(False),
        )
        statement = (
            self.standing_rows(touches, *theirs)
            .join(deals, (deals.c.organisation_id == touches.c.organisation_id) & (deals.c.id == touches.c.deal_id))
            .with_only_columns(
                touches.c.member_id, touches.c.outcome, deals.c.id, deals.c.company, deals.c.title, deals.c.owner_id
            )
        )
        found: dict[int, list[Worked]] = defaultdict(list)
        for row in self.rows(statement):
            one = Worked(row.id, row.company or row.title, Outcome(row.outcome), row.owner_id)
            found[row.member_id].append(one)
        return found

    def closed(self, owner_ids: Sequence[int], first: date, before: date) -> dict[int, set[int]]:
        """By owner: their deals that were let go or lost from `first` on and `before`, and still are."""
        kinds = {DecisionKind.let_go.value: DealState.nurture.value, DecisionKind.lost.value: DealState.lost.value}
        # What an import brought as lost was closed by nobody here.
        then = (
            decisions.c.kind.in_(kinds), decisions.c.on >= first, decisions.c.on < before,
            decisions.c.act_id != deals.c.act_id,
        )  # fmt: skip
        theirs = (one_of(deals.c.owner_id, owner_ids), deals.c.hidden.is_(False), deals.c.state.in_(kinds.values()))
        statement = (
            self.standing_rows(decisions, *then, *theirs)
            .join(deals, (deals.c.organisation_id == decisions.c.organisation_id) & (deals.c.id == decisions.c.deal_id))
            .with_only_columns(deals.c.owner_id, deals.c.id)
        )
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.rows(statement):
            found[row.owner_id].add(row.id)
        return found

    def reserved(self, owner_ids: Sequence[int], first: date, last: date) -> set[int]:
        """Their open deals for which something is kept until one of these days."""
        return {row.id for row in self.of_owners(_RESERVED, owner_ids, begin=first, until=last)}

    def moved(self, member_ids: Collection[int], since: date) -> list[int]:
        """Deals on which anything was done, decided or due since then, closed ones too: theirs, and those they worked on."""
        things = (
            select(table.c.deal_id).where(self.mine(table), day >= since)
            for table, day in (
                (touches, touches.c.on), (decisions, decisions.c.on), (turns, turns.c.on), (commitments, commitments.c.due_on),
            )
        )  # fmt: skip
        worked_on = union(
            select(touches.c.deal_id).where(self.mine(touches), touches.c.member_id.in_(member_ids), touches.c.on >= since),
            self.standing_rows(commitments, acts.c.member_id.in_(member_ids)).with_only_columns(commitments.c.deal_id).order_by(None),
        )  # fmt: skip
        theirs = or_(deals.c.owner_id.in_(member_ids), deals.c.id.in_(worked_on))
        known = (self.mine(deals), theirs, deals.c.hidden.is_(False))
        statement = select(deals.c.id).where(*known, deals.c.id.in_(union(*things))).order_by(deals.c.id)
        return [row.id for row in self.rows(statement)]

    def waiting(self, owner_ids: Sequence[int], before: date, today: date) -> dict[int, list[str]]:
        """By owner: open deals without contact since `before` that have been due since, the longest first."""
        statement = (
            select(deals.c.owner_id, deals.c.company, deals.c.title)
            .where(
                self.mine(deals), one_of(deals.c.owner_id, owner_ids), deals.c.hidden.is_(False),
                deals.c.state.in_(sorted(OPEN_STATES - _ASKED)), deals.c.last_contact_on < before,
                deals.c.next_touch_on <= today,
            )
            .order_by(deals.c.last_contact_on, deals.c.id)
        )  # fmt: skip
        found: dict[int, list[str]] = defaultdict(list)
        for row in self.rows(statement):
            found[row.owner_id].append(row.company or row.title)
        return found


_DAY = decisions.c.until_on.type
_RESERVED = (
    select(deals.c.id)
    .join(decisions, (decisions.c.organisation_id == deals.c.organisation_id) & (decisions.c.deal_id == deals.c.id))
    .join(acts, act_of(decisions))
    .where(
        decisions.c.organisation_id == MINE, decisions.c.kind == DecisionKind.reserved.value, acts.c.undone_at.is_(None),
        decisions.c.until_on.between(bindparam("begin", type_=_DAY), bindparam("until", type_=_DAY)),
        among(by_itself(deals.c.owner_id), "owners"), deals.c.hidden.is_(False), IS_OPEN,
    )
)  # fmt: skip
