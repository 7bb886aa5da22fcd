"""Calls for help on a deal: which are open, and what became of them. A call and its end are decisions on the deal."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, select

from bot.model import DecisionKind
from bot.playbook.monday import Asked, OfDeal
from bot.store.among import among
from bot.store.columns import Instant
from bot.store.monday_topics import OPEN, of_its_deal, owned, stands
from bot.store.room import MINE, Room, act_of
from bot.store.tables import acts, deals, decisions, members


@dataclass(frozen=True)
class Taken:
    """Somebody has taken up what a rep asked for."""

    owner_id: int
    label: str
    by: str
    at: datetime
    answer: str = ""


@dataclass(frozen=True)
class TakenUp:
    """A call for help that was taken up: by whom, in which act."""

    label: str
    member_id: int
    act_id: int


@dataclass(frozen=True)
class CallsForHelp(Room):
    def open_of(self, owner_ids: Collection[int]) -> list[Asked]:
        """Where a rep asked for help and nobody has taken it up, the earliest first."""
        rows = self.of_owners(_HELP, owner_ids)
        return [
            Asked(
                row.decision,
                OfDeal(row.owner_id, row.deal_id, row.company or row.title, row.asked_on, row.reason),
                row.at,
            )
            for row in rows
        ]

    def taken_up(self, asked: Collection[int], owner_ids: Collection[int]) -> list[TakenUp]:
        """By whom, and in which act, these calls for help were taken up; the newest of a deal."""
        rows = self.of_owners(_TAKEN_UP_BY, owner_ids, asked=list(asked))
        newest = {row.deal_id: TakenUp(row.company or row.title, row.member_id, row.act_id) for row in rows}
        return [*newest.values()]

    def taken(self, owner_ids: Collection[int], since: datetime) -> list[Taken]:
        """What others have taken up of these members' calls for help since then."""
        rows = self.of_owners(_TAKEN, owner_ids, after=since)
        return [Taken(row.owner_id, row.company or row.title, row.name, row.at, row.reason) for row in rows]


_NAMED = (deals.c.owner_id, deals.c.id.label("deal_id"), deals.c.company, deals.c.title)
_LATER = decisions.alias("later")
_TAKEN_UP = exists().where(
    _LATER.c.organisation_id == MINE, _LATER.c.deal_id == decisions.c.deal_id, _LATER.c.id > decisions.c.id,
    _LATER.c.kind == DecisionKind.helped.value, stands(_LATER),
)  # fmt: skip
_HELP = (
    select(*_NAMED, decisions.c.id.label("decision"), decisions.c.on.label("asked_on"), decisions.c.reason, acts.c.at)
    .join(decisions, of_its_deal(decisions))
    .join(acts, act_of(decisions))
    .where(*owned(), OPEN, decisions.c.kind == DecisionKind.help_wanted.value, acts.c.undone_at.is_(None), ~_TAKEN_UP)
    .order_by(decisions.c.id)
)
_CALL = decisions.alias("call")
_TAKEN_UP_BY = (
    select(*_NAMED, decisions.c.member_id, decisions.c.act_id)
    .join(decisions, of_its_deal(decisions))
    .join(_CALL, (_CALL.c.organisation_id == decisions.c.organisation_id) & (_CALL.c.deal_id == decisions.c.deal_id))
    .where(
        *owned(), among(_CALL.c.id, "asked"), decisions.c.id > _CALL.c.id, decisions.c.kind == DecisionKind.helped.value,
        stands(decisions),
    )
    .order_by(decisions.c.id)
)  # fmt: skip
_ASKED = decisions.alias("asked")
_ASKER = (
    select(_ASKED.c.member_id)
    .where(
        _ASKED.c.organisation_id == MINE, _ASKED.c.deal_id == decisions.c.deal_id, _ASKED.c.id < decisions.c.id,
        _ASKED.c.kind == DecisionKind.help_wanted.value,
    )
    .order_by(_ASKED.c.id.desc()).limit(1).scalar_subquery()
)  # fmt: skip
_TAKEN = (  # for whoever asked, also where the deal is a colleague's by now
    select(_ASKER.label("owner_id"), deals.c.company, deals.c.title, members.c.name, acts.c.at, decisions.c.reason)
    .join(decisions, of_its_deal(decisions))
    .join(acts, act_of(decisions))
    .join(members, members.c.id == decisions.c.member_id)
    .where(
        deals.c.organisation_id == MINE, deals.c.hidden.is_(False), decisions.c.organisation_id == MINE,
        among(_ASKER, "owners"), decisions.c.kind == DecisionKind.helped.value, decisions.c.member_id != _ASKER,
        acts.c.undone_at.is_(None), acts.c.at > bindparam("after", type_=Instant()),
    )
    .order_by(decisions.c.id)
)  # fmt: skip
