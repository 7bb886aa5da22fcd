"""Conversations of late, and the days that they named in them: for many members in two statements, without whole histories."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, bindparam, or_, select, union_all

from bot.model import Outcome, Result, Side, Touch
from bot.playbook.dated import NAMED
from bot.playbook.results import CONVERSATIONS
from bot.store.among import among
from bot.store.room import MINE, Room, act_of
from bot.store.tables import Instant, acts, commitments, deals, touches, turns

_BEFORE = timedelta(days=14)  # what is told later keeps its own day: the act that told it may hold an older call


def midnight(day: date) -> datetime:
    """Before that day began anywhere: what happened on it was put down later."""
    return datetime.combine(day, time(), tzinfo=UTC) - timedelta(days=1)


def lately_by() -> tuple[ColumnElement[bool], ...]:
    """Standing acts of the members given as `owners`, after a moment: found by the acts' own index."""
    theirs = (acts.c.organisation_id == MINE, among(acts.c.member_id, "owners"), acts.c.undone_at.is_(None))
    return *theirs, acts.c.at > bindparam("after", type_=Instant())


@dataclass(frozen=True)
class Conversations(Room):
    def lately(self, member_ids: Collection[int], since: date) -> dict[int, tuple[Touch, ...]]:
        """By deal on which one of them talked since then: every sign of life, also what colleagues heard."""
        found: dict[int, list[Touch]] = defaultdict(list)
        asked = {"owners": sorted(member_ids), "since": since - _BEFORE, "after": midnight(since)}
        for row in self.ask(_TALKS, **asked) if member_ids else ():
            found[row.deal_id].append(
                Touch(
                    row.id, row.deal_id, row.act_id, row.member_id, row.at, row.on, Outcome(row.outcome), Result(row.result),
                    inbound=row.inbound,
                )
            )  # fmt: skip
        return {deal_id: tuple(each) for deal_id, each in found.items()}

    def days_of_theirs(self, deal_ids: Collection[int], since: date) -> dict[int, list[tuple[int, date]]]:
        """By deal: (act, day on which it was told) of each day that they named for something of theirs."""
        found: dict[int, list[tuple[int, date]]] = defaultdict(list)
        for row in self.ask(_DAYS, deals=sorted(deal_ids), since=since - _BEFORE) if deal_ids else ():
            found[row.deal_id].append((row.act_id, row.on))
        return found


_SINCE = bindparam("since", type_=touches.c.on.type)
_TALKED = (
    select(touches.c.deal_id)
    .join(acts, act_of(touches))
    .where(touches.c.organisation_id == MINE, *lately_by(), touches.c.outcome.in_(sorted(CONVERSATIONS)))
)
_TALKS = (
    select(touches)
    .join(acts, act_of(touches))
    .join(deals, (deals.c.organisation_id == touches.c.organisation_id) & (deals.c.id == touches.c.deal_id))
    .where(
        touches.c.organisation_id == MINE, touches.c.deal_id.in_(_TALKED), touches.c.on >= _SINCE,
        or_(touches.c.inbound, touches.c.outcome.in_(sorted(CONVERSATIONS))),
        acts.c.undone_at.is_(None), deals.c.hidden.is_(False),
    )
    .order_by(touches.c.at, touches.c.id)
)  # fmt: skip
_THEIRS = (
    commitments.c.organisation_id == MINE,
    commitments.c.side == Side.theirs.value,
    commitments.c.soft.is_(False),
)
_DAYS = union_all(
    select(commitments.c.deal_id, commitments.c.act_id, commitments.c.made_on.label("on"))
    .join(acts, act_of(commitments))
    .where(
        *_THEIRS, among(commitments.c.deal_id, "deals"), commitments.c.first_due_on.is_not(None),
        commitments.c.made_on >= _SINCE, acts.c.undone_at.is_(None),
    ),
    select(turns.c.deal_id, turns.c.act_id, turns.c.on)
    .join(acts, act_of(turns))
    .join(commitments, commitments.c.id == turns.c.commitment_id)
    .where(
        *_THEIRS, turns.c.organisation_id == MINE, among(turns.c.deal_id, "deals"), turns.c.due_on.is_not(None),
        turns.c.on >= _SINCE, turns.c.kind.in_(sorted(NAMED)), acts.c.undone_at.is_(None),
        commitments.c.state != "undone",
    ),
)  # fmt: skip
