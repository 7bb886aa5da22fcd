"""What the digests of several members need, read by a few queries for all of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import TypeVar

from bot.conversation import lines_waiting, monday
from bot.conversation.closing import closed_news, closings, wake
from bot.conversation.colleagues import with_colleagues
from bot.conversation.covering import cover_news
from bot.conversation.reserving import released_news
from bot.conversation.spreading import spread_news
from bot.conversation.team_week import mondays
from bot.conversation.weekly import their_days_news
from bot.model import Address, Cover, History, House, Left, Member, first_name
from bot.playbook.agenda import Due, agenda
from bot.playbook.house import on_day
from bot.playbook.monday import Asked, Monday
from bot.store import Answered, HandedOver, Store, Taken
from bot.worktime import begins_week, closes_week, today_for

_OURS_TO_EXPLAIN = ("late", "failed")
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Others:
    """Whom each member covers now, and who has left that they may be asked about."""

    covered: Mapping[int, Sequence[Cover]]
    left: Mapping[int, Sequence[Left]]


@dataclass(frozen=True)
class Batch:
    """By member, what may stand in their list or beside it."""

    due: Mapping[int, Sequence[Due]]
    closing: Mapping[int, Sequence[Due]]
    last_sent: Mapping[int, datetime]
    handed_over: Mapping[int, Sequence[HandedOver]]
    answered: Mapping[int, Answered]
    began: Mapping[int, datetime]
    spread: Mapping[int, str]
    closed: Mapping[int, str]
    released: Mapping[int, Sequence[str]]
    missed: Mapping[int, Sequence[date]]
    mondays: Mapping[int, Monday]
    asked: Mapping[int, Sequence[Asked]]
    taken: Mapping[int, Sequence[Taken]]
    their_days: Mapping[int, str]
    places: Mapping[int, Address]
    waiting: Mapping[int, int]
    covers: Mapping[int, Sequence[str]]
    others: Others


@dataclass(frozen=True)
class _OnRecord:
    """The histories of what may be due, as their owners read them, and all of them as they stand."""

    own: Mapping[int, Sequence[History]]
    every: Collection[History]
    house: House
    day: Mapping[int, House]  # by member: what is on the shelf on their day
    names: Callable[[], Mapping[int, str]]


def read(
    store: Store, members: Sequence[Member], led: Mapping[int, frozenset[int]], others: Others, now: datetime
) -> Batch:
    """What is woken is woken first, then everything is read."""
    ids = [member.id for member in members]
    found = _on_record(store, members, others.covered, now)
    wake(store, members, found.own, now)
    last_sent = store.digests.last_sent(ids)
    began = _began(store, members, now)
    helped = store.calls_for_help.open_of(frozenset().union(*led.values()))
    return Batch(
        due=_due(store, members, others.covered, found, now),
        closing=closings(found.own, members, store.organisation.policy, now),
        last_sent=last_sent,
        handed_over=_by_owner(store.deals.handed_over(ids, now - A_WEEK)),
        answered=_answered(store, members, began, last_sent, now), began=began,
        spread=spread_news(store, members, now), closed=closed_news(store, members, now),
        released=released_news(store, members, now),
        missed=store.digests.skipped(ids, _OURS_TO_EXPLAIN, now.date() - A_WEEK),
        mondays=mondays(store, members, led, now), asked=monday.asked_since(helped, led, last_sent),
        taken=_by_owner(store.calls_for_help.taken(ids, now - A_WEEK)),
        their_days=their_days_news(store, members, found.house.worn, now),
        places=store.outbox.places(ids), waiting=lines_waiting.waiting_of_each(store, members, {one.id: today_for(one, now) for one in members}),
        covers=cover_news(store, members, last_sent, now), others=others,
    )  # fmt: skip


def _on_record(
    store: Store, members: Sequence[Member], covered: Mapping[int, Sequence[Cover]], now: datetime
) -> _OnRecord:
    ids = [member.id for member in members]
    away = sorted({cover.member_id for covers in covered.values() for cover in covers} - {*ids})
    due_ids = store.deals.due([*ids, *away], max(today_for(member, now) for member in members))
    house = store.house.all() if due_ids else House()
    day = {member.id: on_day(house, today_for(member, now), member) for member in members}
    names = cache(store.members.names)
    by_owner = defaultdict(list)
    found = store.history.many(due_ids).values()
    for history in found:
        owner_id = history.deal.owner_id
        own = history.read_in(day.get(owner_id, house))
        by_owner[owner_id].append(with_colleagues(own, owner_id, names))
    return _OnRecord(by_owner, found, house, day, names)


def _due(
    store: Store, members: Iterable[Member], covered: Mapping[int, Sequence[Cover]], found: _OnRecord, now: datetime
) -> dict[int, Sequence[Due]]:
    """By member: their own, then what is due of those whom they cover."""
    listed = partial(agenda, policy=store.organisation.policy)
    due: dict[int, Sequence[Due]] = {}
    for member in members:
        today = today_for(member, now)
        theirs = _of_others(member, covered.get(member.id, ()), found)
        of_others = [_marked(one, found) for one in (listed(theirs, today=today) if theirs else ())]
        due[member.id] = (*listed(found.own.get(member.id, ()), today=today), *of_others)
    return due


def _of_others(member: Member, covers: Sequence[Cover], found: _OnRecord) -> list[History]:
    """Of those whom the member covers, as the member reads them."""
    if not covers:  # as nearly always: the others' deals are many
        return []
    whose = {cover.member_id for cover in covers}
    return [
        with_colleagues(replace(history, house=found.day[member.id]), member.id, found.names)
        for history in found.every
        if history.deal.owner_id in whose
    ]


def _marked(one: Due, found: _OnRecord) -> Due:
    return replace(one, of=first_name(found.names().get(one.history.deal.owner_id, ""), "a colleague"))


def _began(store: Store, members: Iterable[Member], now: datetime) -> dict[int, datetime]:
    """When those began for whom a week ends today; of nobody else is it asked."""
    ids = [member.id for member in members if closes_week(today_for(member, now), member)]
    return store.acts.began(ids) if ids else {}


def _answered(
    store: Store, members: Iterable[Member], began: Mapping[int, datetime], last_sent: Mapping[int, datetime], now: datetime
) -> dict[int, Answered]:  # fmt: skip
    """Of those to whom it is told today: few, and counting it looks at all that they have."""
    days = [(member, today_for(member, now)) for member in members]
    ids = [
        member.id for member, today in days
        if ends_first_week(member, today, began.get(member.id)) or was_silent(member, today, last_sent.get(member.id), now)
    ]  # fmt: skip
    return store.deals.answered(ids) if ids else {}


def ends_first_week(member: Member, today: date, began: datetime | None) -> bool:
    """The last working day of the week in which the member began, or of the next when it began on its last days."""
    if began is None or not closes_week(today, member):
        return False
    return timedelta(days=2) <= today - today_for(member, began) <= timedelta(days=8)


def was_silent(member: Member, today: date, last_sent: datetime | None, now: datetime) -> bool:
    """A week begins, and the last list is longer ago than one."""
    return last_sent is not None and now - last_sent > A_WEEK and begins_week(today, member)


_Row = TypeVar("_Row", HandedOver, Taken)


def _by_owner(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    grouped: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row.owner_id].append(row)
    return grouped
