"""Who is here no more with deals that wait, and whom that is asked: who leads them, else the next one up, else an admin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.model import Left, Member, Role
from bot.store import Above, Store

_ASKED_FOR = timedelta(days=60)  # longer than anybody who leads is off


def left_of_each(store: Store, members: Sequence[Member], now: datetime) -> dict[int, list[Left]]:
    """By whom of these members it is asked. Each is asked about once (`morning_news.who_left`)."""
    gone = store.books.left(now - _ASKED_FOR)
    above = store.books.above([one.manager_id for one in gone if one.manager_id])
    found: dict[int, list[Left]] = defaultdict(list)
    for one in gone:
        leader, since = _asked(one, above)
        for member in members:
            if member.id == leader or (leader is None and member.role is Role.admin):
                found[member.id].append(replace(one, gone_at=since))
    return found


def _asked(one: Left, above: Mapping[int, Above]) -> tuple[int | None, datetime]:
    """The first above them who is there; and since when it is theirs to answer, as those between may have left later."""
    since, seen, leader = one.gone_at, {one.member_id}, above.get(one.manager_id or 0)
    while leader and leader.member_id not in seen:
        if leader.gone_at is None:
            return leader.member_id, since
        since = max(since, leader.gone_at)
        seen.add(leader.member_id)
        leader = above.get(leader.manager_id or 0)
    return None, since
