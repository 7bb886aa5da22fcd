"""What is read for whoever leads others: a fixed number of statements, however many managers, reps and deals there are.

Everything is by owner, so that what was read once for several managers is added up for each of them.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)

from bot.model import DealState, DecisionKind, Role
from bot.playbook.effort import MOST_OF_A_WHALE, Effort
from bot.playbook.monday import REASONS_DAYS, OfDeal, Some, Topic
from bot.playbook.results import CONVERSATIONS
from bot.store.among import among
from bot.store.monday_topics import HIDDEN, LIVE, SINCE, TODAY, TOPICS, of_its_deal, owned, owned_by_row, stands
from bot.store.room import MINE, Room
from bot.store.tables import deals, decisions, members, touches

_MOST_BUSY = 200  # deals that are looked at for a treadmill: the longest busy first
_MOST_TOLD = 200  # words about buying that are read: the newest first
_UNSENT = ("late", "failed", "restored")


@dataclass(frozen=True)
class Worked:
    """One of the deals that took most of a member's work, and what all of theirs took together."""

    deal_id: int
    effort: Effort
    whole: Effort
    deals: int


@dataclass(frozen=True)
class Mondays(Room):
    def led(self, manager_ids: Collection[int]) -> dict[int, frozenset[int]]:
        """By manager: whom they lead, as `Members.visible_owners` has it."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.ask(_LED, owners=sorted(manager_ids)):
            found[row.manager_id].add(row.id)
        return {id_: frozenset(led - {id_}) for id_, led in found.items()}

    def topics(
        self, owner_ids: Collection[int], since: date, today: date, most: int, not_late_since: date
    ) -> dict[Topic, dict[int, Some]]:
        """By topic and owner: how many, and the first `most` and one."""
        found: dict[Topic, dict[int, Some]] = defaultdict(dict)
        days = {"since": since, "today": today, "not_late_since": not_late_since}
        for row in self.of_owners(TOPICS, owner_ids, **days, first=most + 1):
            before = found[Topic(row.topic)].get(row.owner_id, Some())
            one = OfDeal(row.owner_id, row.deal_id, row.company or row.title, row.on, row.text)
            found[Topic(row.topic)][row.owner_id] = Some(row.total, (*before.first, one))
        return found

    def maybe_busy(self, owner_ids: Collection[int], treadmill_touches: int) -> list[int]:
        """Live deals that may be a treadmill: whether each is one, its history tells."""
        return [row.id for row in self.of_owners(_BUSY, owner_ids, touches=treadmill_touches, most=_MOST_BUSY)]

    def worked(self, member_ids: Collection[int], since: date, talk: int, attempt: int) -> dict[int, list[Worked]]:
        """By member: the few deals that took most of their work; `talk` and `attempt` are the minutes of each."""
        found: dict[int, list[Worked]] = defaultdict(list)
        for row in self.of_owners(_WORKED, member_ids, since=since, talk=talk, attempt=attempt):
            one = Worked(row.deal_id, Effort(row.tries, row.minutes), Effort(row.all_tries, row.all_minutes), row.deals)
            found[row.member_id].append(one)
        return found

    def labels(self, deal_ids: Collection[int]) -> dict[int, tuple[str, int]]:
        """What these deals are called, and who has each."""
        return {row.id: (row.company or row.title, row.owner_id) for row in self.ask(_LABELS, deals=sorted(deal_ids))}

    def reasons(self, owner_ids: Collection[int], today: date) -> dict[int, list[tuple[str, int]]]:
        """By owner: why deals were lost of late, and how often it was said."""
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for row in self.of_owners(_REASONS, owner_ids, since=today - timedelta(days=REASONS_DAYS), today=today):
            found[row.owner_id].append((row.reason, row.times))
        return found


_MOST: Any = bindparam("most")


def _led() -> Select[Any]:
    """Each of these, and whom they lead, however deep; a rep leads nobody (as `WITH_LED` of one)."""
    first = select(members.c.id.label("manager_id"), members.c.id, members.c.role).where(
        members.c.organisation_id == MINE, among(members.c.id, "owners")
    )
    above = first.cte("led", recursive=True)
    below = (
        select(above.c.manager_id, members.c.id, members.c.role)
        .join(above, members.c.manager_id == above.c.id)
        .where(members.c.organisation_id == MINE, above.c.role != Role.rep.value)
    )
    led = above.union(below)
    return select(led.c.manager_id, led.c.id)


_LED = _led()
_NOTED = (
    select(touches.c.deal_id)
    .where(touches.c.organisation_id == MINE, touches.c.note != "", touches.c.said == "")
    .group_by(touches.c.deal_id)
    .having(func.count() >= 3)  # noqa: PLR2004 - as many notes in a row that say nothing (bot.playbook.effort)
)
_BUSY = (
    select(deals.c.id)
    .where(*owned(), LIVE, or_(deals.c.touches_since_advance >= bindparam("touches"), deals.c.id.in_(_NOTED)))
    .order_by(deals.c.touches_since_advance.desc(), deals.c.id)
    .limit(_MOST)
)
_MINUTES = case(
    (touches.c.outcome.in_(sorted(CONVERSATIONS)), bindparam("talk", type_=Integer())),
    else_=bindparam("attempt", type_=Integer()),
)
_BY_DEAL = (
    select(
        touches.c.member_id,
        touches.c.deal_id,
        func.count().label("tries"),
        cast(func.sum(_MINUTES), Integer).label("minutes"),
    )
    .where(
        touches.c.organisation_id == MINE,
        touches.c.on >= SINCE,
        among(touches.c.member_id, "owners"),
        stands(touches),
        touches.c.deal_id.not_in(HIDDEN),
    )
    .group_by(touches.c.member_id, touches.c.deal_id)
    .subquery("by_deal")
)
_RANKED = select(
    *_BY_DEAL.c,
    func.row_number()
    .over(partition_by=_BY_DEAL.c.member_id, order_by=(_BY_DEAL.c.minutes.desc(), _BY_DEAL.c.deal_id))
    .label("place"),
    cast(func.sum(_BY_DEAL.c.tries).over(partition_by=_BY_DEAL.c.member_id), Integer).label("all_tries"),
    cast(func.sum(_BY_DEAL.c.minutes).over(partition_by=_BY_DEAL.c.member_id), Integer).label("all_minutes"),
    func.count().over(partition_by=_BY_DEAL.c.member_id).label("deals"),
).subquery("ranked")
_WORKED = select(*_RANKED.c).where(_RANKED.c.place <= MOST_OF_A_WHALE).order_by(_RANKED.c.member_id, _RANKED.c.place)
_LABELS = select(deals.c.id, deals.c.company, deals.c.title, deals.c.owner_id).where(
    deals.c.organisation_id == MINE, among(deals.c.id, "deals"), deals.c.hidden.is_(False)
)


_REASONS = (
    select(deals.c.owner_id, decisions.c.reason, func.count(deals.c.id.distinct()).label("times"))
    .join(decisions, of_its_deal(decisions))
    .where(
        *owned_by_row(decisions), deals.c.state == DealState.lost.value, decisions.c.kind == DecisionKind.lost.value,
        decisions.c.on.between(SINCE, TODAY), decisions.c.act_id != deals.c.act_id, stands(decisions),
    )
    .group_by(deals.c.owner_id, decisions.c.reason)
)  # fmt: skip
