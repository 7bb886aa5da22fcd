"""A team's week: read for all who lead by a fixed number of statements, then added up for each of those they lead."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.conversation.buying import buying_soon
from bot.conversation.silence import Spans, days_covered, silent
from bot.model import History, Member, Outcome, Policy
from bot.playbook.effort import (
    WINDOW_DAYS,
    Whale,
    accomplished_on,
    effort,
    is_treadmill,
    minutes_of,
    since_accomplishment,
    whale_among,
)
from bot.playbook.monday import (
    NAMED,
    Asked,
    Busy,
    Buying,
    Concentrated,
    Dated,
    Monday,
    OfDeal,
    Some,
    Topic,
    gathered,
    last_monday,
    together,
)
from bot.playbook.their_days import TheirDays, their_days
from bot.store import Store
from bot.worktime import begins_week, not_late_since, today_for

_TOLD = (Topic.advanced, Topic.slipped)
_A_COLLEAGUES = "a deal that is with a colleague now"


@dataclass(frozen=True)
class _Read:
    """What was read of all whom several managers lead; most of it by owner."""

    everybody: Mapping[int, Member]
    named: int
    not_late_since: date
    topics: Mapping[Topic, Mapping[int, Some]]
    help: Sequence[Asked]
    logged: Mapping[int, datetime]
    with_deals: Mapping[int, date | None]
    covered: Mapping[int, Spans]
    busy: Sequence[Busy]
    whales: Mapping[int, Whale]
    labels: Mapping[int, tuple[str, int]]
    buying: Sequence[Buying]
    reasons: Mapping[int, Sequence[tuple[str, int]]]
    talks: Mapping[int, TheirDays]
    unreachable: Collection[int]
    undelivered: Mapping[int, date]


def mondays(
    store: Store, members: Sequence[Member], led: Mapping[int, frozenset[int]], now: datetime
) -> dict[int, Monday]:
    """By manager whose week begins, and who leads somebody of whom there is something to tell."""
    beginning = [member for member in members if led.get(member.id) and begins_week(today_for(member, now), member)]
    found: dict[int, Monday] = {}
    for (today, since), managers in _by_day(beginning, now).items():
        read = _read(store, frozenset().union(*(led[manager.id] for manager in managers)), since, today)
        each = {manager.id: _of(read, led[manager.id], since, today) for manager in managers}
        found |= _with_histories(store, {id_: told for id_, told in each.items() if not told.is_empty})
    return found


def week(store: Store, led: frozenset[int], since: date, today: date, named: int = NAMED) -> Monday:
    """Of these members; `named`: deals of each figure."""
    return _with_histories(store, {0: _of(_read(store, led, since, today, named), led, since, today)})[0]


def _with_histories(store: Store, each: Mapping[int, Monday]) -> dict[int, Monday]:
    """What was promised and what was put off is told from the few deals that are named, read once for all."""
    named = {
        id_: {one.deal_id for topic in _TOLD for one in told.some(topic).shown(told.named)}
        for id_, told in each.items()
    }
    histories = store.history.many(sorted(frozenset().union(*named.values())))
    return {
        id_: replace(told, histories={deal: histories[deal] for deal in named[id_] if deal in histories})
        for id_, told in each.items()
    }


def _by_day(managers: Iterable[Member], now: datetime) -> dict[tuple[date, date], list[Member]]:
    """Managers in other zones may have another day."""
    found: dict[tuple[date, date], list[Member]] = defaultdict(list)
    for manager in managers:
        today = today_for(manager, now)
        found[today, last_monday(today, manager)].append(manager)
    return found


def _read(store: Store, owners: Collection[int], since: date, today: date, named: int = NAMED) -> _Read:
    """Twenty statements or so, whatever there is."""
    everybody = {member.id: member for member in store.members.all()}
    policy, reading, weeks = store.organisation.policy, store.mondays, store.members_weeks
    large = _whales(store, owners, policy, today)
    talks = store.conversations.lately(owners, since)
    theirs = store.conversations.days_of_theirs(talks, since)
    elsewhere = store.conversations.elsewhere(owners, since)
    not_late = not_late_since(today, [everybody[id_] for id_ in owners if id_ in everybody])
    return _Read(
        everybody,
        named,
        not_late,
        reading.topics(owners, since, today, named, not_late),
        store.calls_for_help.open_of(owners),
        weeks.logged(owners, today),
        weeks.with_live_deals(owners),
        days_covered(store, [everybody[id_] for id_ in owners if id_ in everybody], today),
        _busy(store, owners, policy, today),
        large,
        reading.labels({deal_id for found in large.values() for deal_id in found.deal_ids}),
        buying_soon(store, owners, everybody, today),
        reading.reasons(owners, today),
        their_days(talks, theirs, elsewhere, owners, since, today),
        weeks.unreachable(owners),
        weeks.undelivered(owners, since, today),
    )


def _of(read: _Read, led: frozenset[int], since: date, today: date) -> Monday:
    """Of those alone whom one manager leads."""
    topics = {
        topic: together((some for id_, some in each.items() if id_ in led), read.named)
        for topic, each in read.topics.items()
    }
    reasons = (reason for id_, each in read.reasons.items() if id_ in led for reason in each)
    there = [read.everybody[id_] for id_ in sorted(led) if id_ in read.everybody]
    return Monday(
        since,
        {topic: some for topic, some in topics.items() if some.total},
        tuple(one for one in read.buying if one.deal.owner_id in led),
        tuple(one for one in read.help if one.deal.owner_id in led),
        tuple(filter(None, (silent(member, read.logged, read.with_deals, today, read.covered) for member in there))),
        tuple(one for one in read.busy if one.deal.owner_id in led),
        tuple(_concentrated(read, led)),
        gathered(reasons),
        _dated([read.talks[id_] for id_ in read.talks if id_ in led]),
        tuple(member.id for member in there if member.id in read.unreachable),
        tuple((member.id, read.undelivered[member.id]) for member in there if member.id in read.undelivered),
        named=read.named,
        not_late_since=read.not_late_since,
    )


def _dated(each: Sequence[TheirDays]) -> Dated:
    return Dated(sum(one.talks for one in each), sum(one.dated for one in each), len(each))


def _whales(store: Store, members: Collection[int], policy: Policy, today: date) -> dict[int, Whale]:
    """By member whose work went to few deals."""
    talk, attempt = minutes_of(Outcome.connected, policy), minutes_of(Outcome.no_answer, policy)
    worked = store.mondays.worked(members, today - timedelta(days=WINDOW_DAYS), talk, attempt)
    found = {
        id_: whale_among([(one.deal_id, one.effort) for one in each], each[0].whole, each[0].deals, policy)
        for id_, each in worked.items()
    }
    return {id_: large for id_, large in found.items() if large}


def _concentrated(read: _Read, led: frozenset[int]) -> Iterable[Concentrated]:
    for id_ in sorted(led & read.whales.keys()):
        labels = (read.labels.get(deal_id, (_A_COLLEAGUES, 0)) for deal_id in read.whales[id_].deal_ids)
        named = tuple(label if owner in led else _A_COLLEAGUES for label, owner in labels)
        yield Concentrated(id_, named, read.whales[id_])


def _busy(store: Store, owners: Collection[int], policy: Policy, today: date) -> list[Busy]:
    """Treadmills, those that took most first."""
    ids = store.mondays.maybe_busy(owners, policy.treadmill_touches)
    found = [
        _treadmill(history, policy)
        for history in store.history.many(ids).values()
        if is_treadmill(history, policy, today)
    ]
    return sorted(found, key=lambda one: (-one.effort.minutes, one.deal.deal_id))


def _treadmill(history: History, policy: Policy) -> Busy:
    deal = history.deal
    about = OfDeal(deal.owner_id, deal.id, deal.label, accomplished_on(history))
    return Busy(about, effort(since_accomplishment(history), policy))
