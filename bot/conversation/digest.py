"""The morning: one decision per member and local date, sent or skipped with a reason (README, promise 2).

One message a day: what is new and how the week went are lines in it, never messages of their own (voice.md 1.3).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from bot.cards import Card
from bot.conversation import drafting
from bot.conversation.catching_up import is_back, plan
from bot.conversation.closing import closed_news, closings, let_go_by_itself, wake
from bot.conversation.colleagues import with_colleagues
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, items_of, unmuted
from bot.conversation.reserving import released_news
from bot.conversation.spreading import spread_news
from bot.days import read_by
from bot.model import House, Member, Muted, first_name
from bot.playbook.agenda import Due, Group, agenda
from bot.playbook.house import on_day
from bot.store import Answered, HandedOver, Store
from bot.views.catching_up import CATCH_UP_KEY, Missed, catch_up_card
from bot.views.followups import followups_card
from bot.views.news import first_week, handed_over, late, sign_of_life
from bot.wire import as_json
from bot.worktime import (
    after_quiet_hours,
    begins_week,
    closes_week,
    days_off_before,
    instant,
    is_muted,
    is_too_late,
    is_working_day,
    next_digest_at,
    today_for,
)

KIND = "digest"
_LONGEST_OUTAGE = timedelta(days=31)  # days before that are not decided one by one
_A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class _Batch:
    """What the digests of several members need, read by a few queries for all of them."""

    due: Mapping[int, Sequence[Due]]
    closing: Mapping[int, Sequence[Due]]
    last_sent: Mapping[int, datetime]
    handed_over: Mapping[int, Sequence[HandedOver]]
    answered: Mapping[int, Answered]
    began: Mapping[int, datetime]
    spread: Mapping[int, str]
    closed: Mapping[int, str]
    released: Mapping[int, Sequence[str]]


def decide_digests(store: Store, members: Sequence[Member], now: datetime) -> int:
    """Decides the digest of each member whose hour has come and puts it in the outbox; returns how many were sent."""
    batch = _read(store, members, now)
    sent = 0
    for member in members:
        with read_by(member.locale):
            sent += _decide(Exchange(store, member, now), batch)
        store.members.schedule(member.id, next_digest_at(member, _since(member, now)))
    return sent


def skip_failed(store: Store, member: Member, now: datetime) -> None:
    """The decision of a morning that could not be decided: on record as failed, and tomorrow is another day."""
    due_at = member.next_digest_at or now
    store.digests.decide(member.id, _day(member, due_at), due_at, "skipped", "failed", items_of((), ()), now)
    store.members.schedule(member.id, next_try_at(member, _since(member, now)))


def next_try_at(member: Member, after: datetime) -> datetime:
    """The next digest instant; a day later for a member whose zone or days cannot be read."""
    try:
        return next_digest_at(member, after)
    except Exception:  # noqa: BLE001 - whatever is wrong with them, an instant that has passed would come up for ever
        return after + timedelta(days=1)


def _since(member: Member, now: datetime) -> datetime:
    """The instant just decided, not now: each missed working day gets its own decision (README, promise 2)."""
    return max(member.next_digest_at or now, now - _LONGEST_OUTAGE)


def _day(member: Member, at: datetime) -> date:
    try:
        return today_for(member, at)
    except Exception:  # noqa: BLE001 - as above: a decision needs a day, even of a member without a zone
        return at.date()


def _read(store: Store, members: Sequence[Member], now: datetime) -> _Batch:
    ids = [member.id for member in members]
    policy = store.organisation.policy
    due_ids = store.deals.due(ids, max(today_for(member, now) for member in members))
    by_owner = defaultdict(list)
    house = store.house.all() if due_ids else House()
    day = {member.id: on_day(house, today_for(member, now), member.country) for member in members}
    names = cache(store.members.names)
    for history in store.history.many(due_ids).values():
        owner_id = history.deal.owner_id
        own = replace(history, house=day.get(owner_id, house))
        by_owner[owner_id].append(with_colleagues(own, owner_id, names))
    wake(store, members, by_owner, now)
    last_sent = store.digests.last_sent(ids)
    return _Batch(
        {member.id: agenda(by_owner[member.id], policy, today_for(member, now)) for member in members},
        closings(by_owner, members, policy, now),
        last_sent,
        _by_owner(store.deals.handed_over(ids, now - _A_WEEK)),
        store.deals.answered(ids),
        store.acts.began(ids),
        spread_news(store, members, now),
        closed_news(store, members, now),
        released_news(store, members, now),
    )


def _decide(exchange: Exchange, batch: _Batch) -> bool:
    member, now, today = exchange.member, exchange.now, exchange.today
    due_at = member.next_digest_at or now
    lines = unmuted((*batch.due[member.id], *batch.closing[member.id]), member, today)
    news = _news(exchange, batch)
    skipped = _reason_to_skip(exchange, [*lines, *news], due_at)
    remarks = () if skipped else tuple(filter(None, [_late_remark(exchange, due_at), *news]))
    day = today_for(member, due_at) if skipped == "late" else today
    digest_id = exchange.store.digests.decide(
        member.id, day, due_at, "skipped" if skipped else "sent", skipped, items_of(lines, remarks), now
    )
    if digest_id is None or skipped:
        return False
    card = _catch_up(exchange, digest_id, lines, remarks) or followups_card(
        let_go_by_itself(exchange, lines),
        exchange.policy,
        today,
        key=f"{DIGEST_KEY}{digest_id}",
        compact=member.compact,
        remarks=remarks,
        waiting=drafting.waiting(exchange),
    )
    exchange.store.outbox.put(member.id, KIND, card.key, json.dumps(as_json(card)), now, after_quiet_hours(member, now))
    return True


def _catch_up(exchange: Exchange, digest_id: int, lines: Sequence[Due], remarks: Sequence[str]) -> Card | None:
    """After a leave: the one card that spreads what fell due, when it is more than a day's list."""
    if not is_back(exchange):
        return None
    made, days = plan(exchange, lines), days_off_before(exchange.today, exchange.member)
    if not made.moved:
        return None
    missed = Missed(days, made, [due for due in lines if due.group is Group.closing])
    return catch_up_card(missed, exchange.policy, exchange.today, f"{CATCH_UP_KEY}{digest_id}", remarks)


def _reason_to_skip(exchange: Exchange, content: Sequence[object], due_at: datetime) -> str:
    """Why nothing is sent; empty when it is."""
    member, today = exchange.member, exchange.today
    if is_too_late(due_at, exchange.now, member):
        return "late"
    if not is_working_day(today, member):
        return "free day"
    if is_muted(member, Muted.everything, today):
        return "paused"
    return "" if content or member.clear_day else "nothing due"


def _news(exchange: Exchange, batch: _Batch) -> list[str]:
    """Lines beside what is due: deals handed over, the first week's answers, a sign of life after a silent week."""
    member, today = exchange.member, exchange.today
    last_sent = batch.last_sent.get(member.id)
    given = [new for new in batch.handed_over.get(member.id, ()) if last_sent is None or new.at > last_sent]
    answered = batch.answered.get(member.id)
    givers = sorted({first_name(new.giver, "somebody") for new in given})
    reasons = [new.giver.partition(" because ")[2] for new in given]
    news = [handed_over([new.label for new in given], givers, list(filter(None, reasons)))] if given else []
    if answered and _ends_first_week(member, today, batch.began.get(member.id)):
        news.append(first_week(answered.in_their_words, answered.open))
    if member.id in batch.spread and batch.due[member.id]:  # on a clear day where the work went helps nobody
        news.append(batch.spread[member.id])
    news += batch.released.get(member.id, ())
    if member.id in batch.closed:
        news.append(batch.closed[member.id])
    silent = last_sent is not None and exchange.now - last_sent > _A_WEEK
    if silent and answered and not batch.due[member.id] and begins_week(today, member):
        news.append(sign_of_life(answered.next_touch_on, today))
    return news


def _ends_first_week(member: Member, today: date, began: datetime | None) -> bool:
    """The last working day of the week in which the member began, or of the next when it began on its last days."""
    if began is None or not closes_week(today, member):
        return False
    return timedelta(days=2) <= today - today_for(member, began) <= timedelta(days=8)


def _late_remark(exchange: Exchange, due_at: datetime) -> str:
    minutes = (exchange.now - due_at).total_seconds() / 60
    usual = instant(exchange.today, exchange.member.digest_at, exchange.member.zone)
    if minutes < 15 or usual > exchange.now:  # noqa: PLR2004 - within a quarter of an hour nobody asks why
        return ""
    return late(exchange.member.digest_at)


def _by_owner(rows: Iterable[HandedOver]) -> dict[int, list[HandedOver]]:
    grouped: dict[int, list[HandedOver]] = defaultdict(list)
    for row in rows:
        grouped[row.owner_id].append(row)
    return grouped
