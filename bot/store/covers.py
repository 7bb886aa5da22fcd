"""Covers: who sees and acts on what somebody has while they are away. Each begins and ends at an instant, by itself."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, or_, select, union

from bot.model import Cover, DoneFor
from bot.store.among import among, by_itself, one_of
from bot.store.conversations import midnight
from bot.store.room import MINE, Room, act_of
from bot.store.tables import RECORDED, acts, covers, deals


@dataclass(frozen=True)
class Covers(Room):
    def add(
        self, act_id: int, member_id: int, by_id: int, begins_at: datetime, ends_at: datetime, back_on: date
    ) -> int:
        return self.insert(
            covers, act_id=act_id, member_id=member_id, by_id=by_id, begins_at=begins_at, ends_at=ends_at,
            back_on=back_on,
        )  # fmt: skip

    def running(self, by_ids: Collection[int], now: datetime) -> Mapping[int, tuple[Cover, ...]]:
        """By who covers: whom they cover now."""
        found: dict[int, list[Cover]] = defaultdict(list)
        for row in self.ask(_RUNNING, by_ids=list(by_ids), now=now) if by_ids else ():
            found[row.by_id].append(_cover(row))
        return {by_id: tuple(theirs) for by_id, theirs in found.items()}

    def covering(self, owner_id: int, now: datetime) -> tuple[int, ...]:
        """Who covers that member now."""
        return by_whom(self.ask(COVERING, covered_id=owner_id, now=now))

    def coming(self, member_ids: Collection[int], now: datetime) -> tuple[Cover, ...]:
        """Those that run, or are to come, and concern one of these members, on either side."""
        theirs = or_(one_of(covers.c.member_id, member_ids), one_of(covers.c.by_id, member_ids))
        return tuple(map(_cover, self.rows(self.standing_rows(covers, theirs, covers.c.ends_at > now))))

    def of_act(self, act_id: int) -> tuple[Cover, ...]:
        """Those that an act made."""
        return tuple(map(_cover, self.rows(self.standing_rows(covers, covers.c.act_id == act_id))))

    def was_covering(self, act_id: int, by_id: int, at: datetime) -> bool:
        """Whether a deal that the act touched was of somebody whom the member covered at that time."""
        then = (covers.c.by_id == by_id, covers.c.begins_at <= at, covers.c.ends_at > at)
        owners = select(covers.c.member_id).where(self.mine(covers), *then)
        touched = [select(t.c.deal_id).where(self.mine(t), t.c.act_id == act_id) for t in RECORDED]
        on = (self.mine(deals), deals.c.owner_id.in_(owners), deals.c.id.in_(union(*touched)))
        return self.connection.execute(select(deals.c.id).where(*on).limit(1)).first() is not None

    def begun_since(self, by_ids: Collection[int], since: datetime, now: datetime) -> tuple[Cover, ...]:
        """Those of these members that run now and began after that time."""
        rows = self.ask(_RUNNING, by_ids=list(by_ids), now=now) if by_ids else ()
        return tuple(cover for cover in map(_cover, rows) if cover.begins_at > since)

    def ended_since(self, member_ids: Collection[int], since: datetime, now: datetime) -> tuple[Cover, ...]:
        """Covers of these members that have run and came to their end since then, those that were taken back as well."""
        rows = self.of_owners(_BEGUN, member_ids, now=now, since=since)
        found = map(_as_it_ended, sorted(rows, key=attrgetter("id")))
        return tuple(cover for cover in found if cover.begins_at < cover.ends_at and since < cover.ends_at <= now)

    def lately(self, member_ids: Collection[int], since: date, now: datetime) -> tuple[Cover, ...]:
        """Covers of these members that have begun and lasted beyond that day, also those that run; but for what was taken back."""
        rows = self.of_owners(_BEGUN, member_ids, now=now, since=midnight(since))
        found = map(_as_it_ended, sorted(rows, key=attrgetter("id")))
        return tuple(cover for cover in found if cover.begins_at < cover.ends_at)

    def done(self, some: Collection[Cover]) -> tuple[DoneFor, ...]:
        """What stands of what was done in them, oldest first: one query, however many."""
        if not some:
            return ()
        first, last = min(cover.begins_at for cover in some), max(cover.ends_at for cover in some)
        mine = (self.mine(acts), acts.c.member_id.in_({cover.by_id for cover in some}), acts.c.undone_at.is_(None))
        then = (acts.c.at >= first, acts.c.at < last)
        theirs = (deals.c.owner_id.in_({cover.member_id for cover in some}), deals.c.hidden.is_(False))
        touched = union(*(
            select(acts.c.id, acts.c.member_id, acts.c.at, acts.c.summary, deals.c.owner_id)
            .join(table, act_of(table)).join(deals, (self.mine(deals)) & (deals.c.id == table.c.deal_id))
            .where(*mine, *then, *theirs)
            for table in RECORDED
        ))  # fmt: skip
        made = (
            DoneFor(row.owner_id, row.member_id, row.at, row.summary)
            for row in sorted(self.connection.execute(touched), key=lambda row: row.id)
        )
        return tuple(one for one in made if any(_is_in(one, cover) for cover in some))


def by_whom(covering: Sequence[Row[Any]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.by_id for row in covering))


def covered_now(by_id: ColumnElement[int]) -> Select[Any]:
    """Members whom `by_id` covers at the parameter `now`; nobody where none is given."""
    now = bindparam("now", None, type_=covers.c.begins_at.type)
    running = (covers.c.begins_at <= now, covers.c.ends_at > now, acts.c.undone_at.is_(None))
    mine = (covers.c.organisation_id == MINE, covers.c.by_id == by_id)
    return select(covers.c.member_id).join(acts, act_of(covers)).where(*mine, *running)


_NOW = bindparam("now", type_=covers.c.begins_at.type)
_RUNNING = (
    select(covers)
    .join(acts, act_of(covers))
    .where(
        covers.c.organisation_id == MINE, among(covers.c.by_id, "by_ids"),
        covers.c.begins_at <= _NOW, covers.c.ends_at > _NOW, acts.c.undone_at.is_(None),
    )
    .order_by(by_itself(covers.c.id))
)  # fmt: skip
COVERING = (  # who covers the member `covered_id` at the time `now`
    select(covers.c.by_id)
    .join(acts, act_of(covers))
    .where(
        covers.c.organisation_id == MINE, covers.c.member_id == bindparam("covered_id", type_=covers.c.member_id.type),
        covers.c.begins_at <= _NOW, covers.c.ends_at > _NOW, acts.c.undone_at.is_(None),
    )
    .order_by(covers.c.id)
)  # fmt: skip
_BEGUN = (
    select(covers, acts.c.undone_at)
    .join(acts, act_of(covers))
    .where(
        covers.c.organisation_id == MINE, among(covers.c.member_id, "owners"), covers.c.begins_at < _NOW,
        covers.c.ends_at > bindparam("since", type_=covers.c.ends_at.type),
    )
)  # fmt: skip


def _is_in(done: DoneFor, cover: Cover) -> bool:
    those = (done.member_id, done.by_id) == (cover.member_id, cover.by_id)
    return those and cover.begins_at <= done.at < cover.ends_at


def _cover(row: Row[Any]) -> Cover:
    return Cover(row.act_id, row.member_id, row.by_id, row.begins_at, row.ends_at, row.back_on)


def _as_it_ended(row: Row[Any]) -> Cover:
    ended = min(row.ends_at, row.undone_at) if row.undone_at else row.ends_at
    return Cover(row.act_id, row.member_id, row.by_id, row.begins_at, ended, row.back_on)
