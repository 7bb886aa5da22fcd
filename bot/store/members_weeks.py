"""What a week says of the members themselves: when they logged something, and whether messages get to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, exists, func, or_, select

from bot.model import Reach
from bot.playbook.monday import ON_RECORD_DAYS
from bot.store.among import among
from bot.store.columns import Instant
from bot.store.conversations import midnight
from bot.store.monday_topics import LIVE, SINCE, TODAY, owned
from bot.store.room import MINE, Room
from bot.store.tables import SENT, SKIPPED, acts, deals, digests, identities, members, outbox, touches

_UNSENT = ("late", "failed", "restored")


@dataclass(frozen=True)
class MembersWeeks(Room):
    def logged(self, member_ids: Collection[int], today: date) -> dict[int, datetime]:
        """When each of those who have live deals last logged a touch; who is not there has none, or logged nothing lately."""
        after = midnight(today - timedelta(days=ON_RECORD_DAYS))
        return {row.member_id: row.at for row in self.of_owners(_LOGGED, member_ids, after=after)}

    def with_live_deals(self, member_ids: Collection[int]) -> dict[int, date | None]:
        """Those who have something to log about, and since when."""
        return {row.owner_id: row.first_on for row in self.of_owners(_LIVE_OWNERS, member_ids)}

    def unreachable(self, member_ids: Collection[int]) -> frozenset[int]:
        """Those to whom no message gets through, anywhere."""
        return frozenset(row.id for row in self.of_owners(_UNREACHABLE, member_ids))

    def undelivered(self, member_ids: Collection[int], since: date, today: date) -> dict[int, date]:
        """By member: the last day since then whose list should have come and did not."""
        rows = self.of_owners(_UNDELIVERED, member_ids, since=since, today=today)
        return {row.member_id: row.on for row in rows}


_LAST_LOGGED = (
    select(acts.c.at)
    .where(
        acts.c.organisation_id == MINE, acts.c.member_id == members.c.id, acts.c.undone_at.is_(None),
        acts.c.at > bindparam("after", type_=Instant()),
        exists().where(touches.c.organisation_id == MINE, touches.c.act_id == acts.c.id),
    )
    .order_by(acts.c.at.desc())
    .limit(1)
    .scalar_subquery()
)  # fmt: skip
_LOGGED = select(members.c.id.label("member_id"), _LAST_LOGGED.label("at")).where(
    members.c.organisation_id == MINE, among(members.c.id, "owners"), _LAST_LOGGED.is_not(None)
)
_LIVE_OWNERS = (
    select(deals.c.owner_id, func.min(deals.c.created_on).label("first_on"))
    .where(*owned(), LIVE)
    .group_by(deals.c.owner_id)
)
_IS_FINE = exists().where(
    identities.c.organisation_id == MINE, identities.c.member_id == members.c.id, identities.c.state == Reach.fine.value
)
_UNREACHABLE = select(members.c.id).where(
    members.c.organisation_id == MINE, among(members.c.id, "owners"), members.c.joined_into_id.is_(None), ~_IS_FINE
)
_SENT_AND_LOST = exists().where(
    outbox.c.organisation_id == MINE, outbox.c.member_id == digests.c.member_id, outbox.c.kind == "digest",
    outbox.c.state.in_(["dead", "stopped"]), outbox.c.created_at == digests.c.decided_at,
)  # fmt: skip
_UNDELIVERED = (
    select(digests.c.member_id, func.max(digests.c.local_date).label("on"))
    .where(
        digests.c.organisation_id == MINE, among(digests.c.member_id, "owners"), digests.c.local_date.between(SINCE, TODAY),
        or_((digests.c.state == SKIPPED) & digests.c.reason.in_(_UNSENT), (digests.c.state == SENT) & _SENT_AND_LOST),
    )
    .group_by(digests.c.member_id)
)  # fmt: skip
