"""Conversations of late, and the days that they named in them: for many members in three statements, without whole histories.

Most conversations bring no day of theirs, and are only counted: those are counted in the database.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import and_, bindparam, func, or_, select, union_all

from bot.model import Outcome, Result, Side, Touch
from bot.playbook.dated import NAMED, OVER
from bot.playbook.results import CONVERSATIONS
from bot.store.among import among
from bot.store.monday_topics import HIDDEN, stands
from bot.store.room import MINE, Room, act_of
from bot.store.tables import acts, commitments, touches, turns

_BEFORE = timedelta(days=14)  # what is told later keeps its own day: the act that told it may hold an older call


def midnight(day: date) -> datetime:
    """Before that day began anywhere: what happened on it was put down later."""
    return datetime.combine(day, time(), tzinfo=UTC) - timedelta(days=1)


@dataclass(frozen=True)
class Conversations(Room):
    def lately(self, member_ids: Collection[int], since: date) -> dict[int, tuple[Touch, ...]]:
        """By deal on which one of them talked since then and a day of theirs was named: every sign of life, also what
        colleagues heard."""
        found: dict[int, list[Touch]] = defaultdict(list)
        asked = {"owners": sorted(member_ids), "since": since - _BEFORE, "first": since}
        for row in self.ask(_TALKS, **asked) if member_ids else ():
            found[row.deal_id].append(
                Touch(
                    row.id, row.deal_id, row.act_id, row.member_id, row.at, row.on, _OUTCOMES[row.outcome],
                    _RESULTS[row.result], inbound=row.inbound,
                )
            )  # fmt: skip
        return {deal_id: tuple(each) for deal_id, each in found.items()}

    def elsewhere(self, member_ids: Collection[int], since: date) -> Mapping[int, Mapping[date, int]]:
        """By member and day: their talks since then on every other deal, which only count (`could_bring_a_day`)."""
        found: dict[int, dict[date, int]] = defaultdict(dict)
        asked = {"owners": sorted(member_ids), "since": since - _BEFORE, "first": since}
        for row in self.ask(_ELSEWHERE, **asked) if member_ids else ():
            found[row.member_id][row.on] = row.talks
        return found

    def days_of_theirs(self, deal_ids: Collection[int], since: date) -> dict[int, list[tuple[int, date]]]:
        """By deal: (act, day on which it was told) of each day that they named for something of theirs."""
        found: dict[int, list[tuple[int, date]]] = defaultdict(list)
        for row in self.ask(_DAYS, deals=sorted(deal_ids), since=since - _BEFORE) if deal_ids else ():
            found[row.deal_id].append((row.act_id, row.on))
        return found


_OUTCOMES = {one.value: one for one in Outcome}
_RESULTS = {one.value: one for one in Result}
_SINCE, _FIRST = (bindparam(name, type_=touches.c.on.type) for name in ("since", "first"))
_TALK = and_(touches.c.outcome.in_(sorted(CONVERSATIONS)), touches.c.result != Result.none.value)
_BY_THEM = and_(among(touches.c.member_id, "owners"), touches.c.on >= _FIRST)
_THEIRS = (
    commitments.c.organisation_id == MINE,
    commitments.c.side == Side.theirs.value,
    commitments.c.soft.is_(False),
)
_WITH_A_DAY = union_all(
    select(commitments.c.deal_id).where(*_THEIRS, commitments.c.made_on >= _SINCE),
    select(turns.c.deal_id).where(
        turns.c.organisation_id == MINE, turns.c.on >= _SINCE, turns.c.kind.in_(sorted(NAMED))
    ),
)  # fmt: skip
# Grouped, it is read once before the rest; as a mere condition PostgreSQL asks it anew of every touch.
_TALKED = (
    select(touches.c.organisation_id, touches.c.deal_id)
    .where(touches.c.organisation_id == MINE, _BY_THEM, _TALK, touches.c.deal_id.in_(_WITH_A_DAY))
    .group_by(touches.c.organisation_id, touches.c.deal_id)
).subquery("talked")
# Said so, SQLite reads the touches of these few deals. By "organisation = …" or "on >= …" it would go through all there are.
_OF_THEM = (touches.c.organisation_id == _TALKED.c.organisation_id) & (touches.c.deal_id == _TALKED.c.deal_id)
_OF_LATE = func.coalesce(touches.c.on, _SINCE) >= _SINCE
_TALKS = (
    select(
        touches.c.id, touches.c.deal_id, touches.c.act_id, touches.c.member_id, touches.c.at, touches.c.on,
        touches.c.outcome, touches.c.result, touches.c.inbound,
    )
    .join(_TALKED, _OF_THEM)
    .where(
        _OF_LATE, or_(touches.c.inbound, _TALK), stands(touches),
        touches.c.deal_id.not_in(HIDDEN),
    )
    .order_by(touches.c.at, touches.c.id)
)  # fmt: skip
_ELSEWHERE = (
    select(touches.c.member_id, touches.c.on, func.count().label("talks"))
    .where(
        touches.c.organisation_id == MINE, _BY_THEM, _TALK, touches.c.inbound.is_(False), touches.c.result.not_in(sorted(OVER)),
        stands(touches), touches.c.deal_id.not_in(_WITH_A_DAY), touches.c.deal_id.not_in(HIDDEN),
    )
    .group_by(touches.c.member_id, touches.c.on)
)  # fmt: skip
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
