"""The morning: one decision per member and local date, sent or skipped with a reason (README, promise 2).

One message a day: what is new and how the week went are lines in it, never messages of their own (voice.md 1.3).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from typing import TypeVar

from bot.cards import Button, Buttons, Card, Line
from bot.conversation import drafting, monday
from bot.conversation.catching_up import is_back, plan
from bot.conversation.closing import closed_news, closings, let_go_by_itself, wake
from bot.conversation.colleagues import with_colleagues
from bot.conversation.covering import cover_news
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, items_of, unmuted
from bot.conversation.mornings import Tick, day_after, plan_after_failure, plan_of, skip_of, skips_until
from bot.conversation.reserving import released_news
from bot.conversation.spreading import spread_news
from bot.conversation.team_week import mondays
from bot.conversation.weekly import their_days_news
from bot.days import read_by
from bot.model import Address, Cover, History, House, Left, Member, Policy, Role, first_name
from bot.playbook.agenda import Due, Group, agenda
from bot.playbook.house import on_day
from bot.playbook.monday import Asked, Monday
from bot.store import Answered, HandedOver, Letter, Listed, Plan, Skip, Store, Taken
from bot.views.catching_up import CATCH_UP_KEY, Missed, catch_up_card
from bot.views.followups import followups_card
from bot.views.handing import has_left, packs_wait
from bot.views.monday import taken_up
from bot.views.news import first_week, folded, handed_over, late, moved, sign_of_life
from bot.wire import as_text
from bot.worktime import (
    after_quiet_hours,
    begins_week,
    closes_week,
    days_off_before,
    today_for,
)

KIND = "digest"
_NOTHING = items_of((), ())
_OURS_TO_EXPLAIN = ("late", "failed")
_A_WEEK = timedelta(days=7)
_ASKED_FOR = timedelta(days=60)  # longer than anybody who leads is off


class Told(Enum):
    """What a member is told in their morning; why nothing is sent stands on record in these words."""

    sent = ""
    before = "decided before"
    nothing = "nothing due"
    nowhere = "nowhere"


_UNSENT = {Told.nothing, Told.nowhere}


@dataclass(frozen=True)
class Others:
    """Whom each member covers now, and who has left that they may be asked about."""

    covered: Mapping[int, Sequence[Cover]]
    left: Mapping[int, Sequence[Left]]


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
class _Morning:
    """A list that is to be sent; with `week` and `asked` for who leads others, who has `left`, and what was `given`."""

    exchange: Exchange
    due_at: datetime
    lines: Sequence[Due]
    remarks: Sequence[str]
    week: Monday | None
    asked: Sequence[Asked]
    left: Sequence[Left]
    given: Sequence[HandedOver]

    @property
    def listed(self) -> Listed:
        member, today = self.exchange.member, self.exchange.today
        items = items_of(
            self.lines, self.remarks, is_monday=self.week is not None,
            asked=[one.id for one in (self.week.help if self.week else self.asked)],
            left=[one.member_id for one in self.left], packs=bool(self.given),
        )  # fmt: skip
        return Listed(member.id, member.next_digest_on or today, self.due_at, items)

    @property
    def asks(self) -> list[Line]:
        packs = [packs_wait()] if self.given else []
        return [*packs, *(has_left(one.name, one.member_id, one.open) for one in self.left)]


def decide_digests(store: Store, member_ids: Sequence[int], tick: Tick) -> int:
    """Decides the digest of each member whose hour has come and puts it in the outbox; returns how many were sent.

    They are read here once more: whatever was changed since they were found, or decided by another process, counts.
    """
    skips: list[Skip] = []
    plans: list[Plan] = []
    todays: list[Member] = []
    for member in store.digests.whose_hour_has_come(member_ids, tick.now):
        skipped, left = skips_until(member, tick)
        skips += skipped
        if (left.next_digest_at or tick.now) <= tick.now:
            todays.append(left)
        else:
            plans.append(plan_of(left))
    store.digests.skip(skips, _NOTHING, tick.now)
    sent = _decide_todays(store, todays, tick)
    store.digests.plan([*plans, *(plan_of(day_after(member)) for member in todays)])
    return sent


def skip_failed(store: Store, member_id: int, now: datetime) -> None:
    """The decision of a morning that could not be decided: on record as failed, and tomorrow is another day."""
    member = store.members.one(member_id)
    if member is None:
        return
    on, due_at = member.next_digest_on or now.date(), member.next_digest_at or now
    store.digests.skip([Skip(member.id, on, due_at, "failed")], _NOTHING, now)
    store.digests.plan([plan_after_failure(member, now)])


def _decide_todays(store: Store, members: Sequence[Member], tick: Tick) -> int:
    """Those whose decision depends on what their list would hold."""
    ids = [member.id for member in members]
    owners = store.deals.owners_among(ids) if members else frozenset()
    managers = [member.id for member in members if member.may_lead]
    led = store.mondays.led(managers) if managers else {}
    others = Others(store.covers.running(ids, tick.now), _left(store, members, tick.now) if members else {})
    beside = {*owners, *led, *others.covered, *others.left}
    some = [member for member in members if member.id in beside or member.clear_day]
    told = {member.id: Told.nothing for member in members} | _told(store, some, led, others, tick)
    empty = [skip_of(member, told[member.id].value) for member in members if told[member.id] in _UNSENT]
    store.digests.skip(empty, _NOTHING, tick.now)
    return sum(one is Told.sent for one in told.values())


def _left(store: Store, members: Sequence[Member], now: datetime) -> dict[int, list[Left]]:
    """By who leads them, else by admin: who has left with open deals. Each is asked about once (_who_left)."""
    gone = store.books.left(now - _ASKED_FOR)
    those = {one.member_id for one in gone}
    found: dict[int, list[Left]] = defaultdict(list)
    for one in gone:
        led = one.manager_id is not None and one.manager_id not in those
        asked = [m.id for m in members if (m.id == one.manager_id if led else m.role is Role.admin)]
        for id_ in asked:
            found[id_].append(one)
    return found


def _told(
    store: Store, members: Sequence[Member], led: Mapping[int, frozenset[int]], others: Others, tick: Tick
) -> dict[int, Told]:
    if not members:
        return {}
    batch = _read(store, members, led, others, tick.now)
    told: dict[int, Told] = {}
    mornings = []
    for member in members:
        with read_by(member.locale):
            morning = _morning(Exchange(store, member, tick.now), batch, tick)
        if isinstance(morning, _Morning):
            mornings.append(morning)
        else:
            told[member.id] = morning
    return told | _send(store, mornings, batch, tick.now)


def _send(store: Store, mornings: Sequence[_Morning], batch: _Batch, now: datetime) -> dict[int, Told]:
    """All decisions by one statement, all messages by another."""
    decided = store.digests.send([morning.listed for morning in mornings], now)
    ours = [morning for morning in mornings if morning.exchange.member.id in decided]
    letters = [_letter(morning, decided[morning.exchange.member.id], batch) for morning in ours]
    store.outbox.put_many(KIND, letters, now)
    ids = (morning.exchange.member.id for morning in mornings)
    return {id_: Told.sent if id_ in decided else Told.before for id_ in ids}


def _read(
    store: Store, members: Sequence[Member], led: Mapping[int, frozenset[int]], others: Others, now: datetime
) -> _Batch:
    ids = [member.id for member in members]
    policy = store.organisation.policy
    covered = others.covered
    away = sorted({cover.member_id for covers in covered.values() for cover in covers} - {*ids})
    due_ids = store.deals.due([*ids, *away], max(today_for(member, now) for member in members))
    by_owner = defaultdict(list)
    house = store.house.all() if due_ids else House()
    day = {member.id: on_day(house, today_for(member, now), member.country) for member in members}
    names = cache(store.members.names)
    found = store.history.many(due_ids).values()
    for history in found:
        owner_id = history.deal.owner_id
        own = replace(history, house=day.get(owner_id, house))
        by_owner[owner_id].append(with_colleagues(own, owner_id, names))
    wake(store, members, by_owner, now)
    last_sent = store.digests.last_sent(ids)
    began = _began(store, members, now)
    return _Batch(
        {
            member.id: (
                *agenda(by_owner[member.id], policy, today_for(member, now)),
                *_of_others(
                    member, covered.get(member.id, ()), found, names, house=day[member.id], policy=policy, now=now
                ),
            )
            for member in members
        },
        closings(by_owner, members, policy, now),
        last_sent,
        _by_owner(store.deals.handed_over(ids, now - _A_WEEK)),
        _answered(store, members, began, last_sent, now),
        began,
        spread_news(store, members, now),
        closed_news(store, members, now),
        released_news(store, members, now),
        store.digests.skipped(ids, _OURS_TO_EXPLAIN, now.date() - _A_WEEK),
        mondays(store, members, led, now),
        monday.asked_since(store.calls_for_help.open_of(frozenset().union(*led.values())), led, last_sent),
        _by_owner(store.calls_for_help.taken(ids, now - _A_WEEK)),
        their_days_news(store, members, house.worn, now),
        store.outbox.places(ids),
        drafting.waiting_of_each(store, ids),
        cover_news(store, members, last_sent, now),
        others,
    )


def _of_others(
    member: Member, covers: Sequence[Cover], found: Iterable[History], names: Callable[[], Mapping[int, str]],
    *, house: House, policy: Policy, now: datetime,
) -> list[Due]:  # fmt: skip
    """What is due of those whom the member covers, as the member reads it."""
    if not covers:  # as nearly always: the others' deals are many
        return []
    whose = {cover.member_id for cover in covers}
    theirs = [
        with_colleagues(replace(history, house=house), member.id, names)
        for history in found
        if history.deal.owner_id in whose
    ]
    due = agenda(theirs, policy, today_for(member, now)) if theirs else ()
    return [replace(one, of=first_name(names().get(one.history.deal.owner_id, ""), "a colleague")) for one in due]


def _morning(exchange: Exchange, batch: _Batch, tick: Tick) -> _Morning | Told:
    """The list, or why there is none."""
    member, today = exchange.member, exchange.today
    due_at = member.next_digest_at or exchange.now
    lines = unmuted((*batch.due[member.id], *batch.closing[member.id]), member, today)
    news = _news(exchange, batch)
    week, asked = batch.mondays.get(member.id), batch.asked.get(member.id, ())
    left, given = _who_left(exchange, batch), _given(exchange, batch)
    if not (lines or news or week or asked or left or member.clear_day):
        return Told.nothing
    if member.id not in batch.places:
        return Told.nowhere
    remarks = [*filter(None, [_late_remark(exchange, due_at, tick), _missed_remark(exchange, batch)]), *news]
    return _Morning(exchange, due_at, lines, remarks, week, asked, left, given)


def _letter(morning: _Morning, digest_id: int, batch: _Batch) -> Letter:
    member, now = morning.exchange.member, morning.exchange.now
    with read_by(member.locale):
        card = _card(morning, digest_id, batch.waiting.get(member.id, 0))
    place = batch.places[member.id]
    return Letter(member.id, place, card.key, as_text(card), after_quiet_hours(member, now))


def _card(morning: _Morning, digest_id: int, waiting: int) -> Card:
    exchange, lines, remarks = morning.exchange, morning.lines, morning.remarks
    leads = bool(morning.week or morning.asked)
    return _catch_up(exchange, digest_id, lines, remarks, morning.asks, leads=leads) or followups_card(
        let_go_by_itself(exchange, lines),
        exchange.policy,
        exchange.today,
        key=f"{DIGEST_KEY}{digest_id}",
        compact=exchange.member.compact,
        remarks=remarks,
        waiting=waiting,
        team=(*morning.asks, *monday.part_of_list(exchange, morning.week, morning.asked)),
    )


def _given(exchange: Exchange, batch: _Batch) -> list[HandedOver]:
    """What came from colleagues since the last list."""
    last_sent = batch.last_sent.get(exchange.member.id)
    return [new for new in batch.handed_over.get(exchange.member.id, ()) if last_sent is None or new.at > last_sent]


def _who_left(exchange: Exchange, batch: _Batch) -> list[Left]:
    """Who has left since the last list: asked once, in the first one after it."""
    last = batch.last_sent.get(exchange.member.id)
    return [one for one in batch.others.left.get(exchange.member.id, ()) if last is None or one.gone_at > last]


def _catch_up(
    exchange: Exchange,
    digest_id: int,
    lines: Sequence[Due],
    remarks: Sequence[str],
    asks: Sequence[Line],
    *,
    leads: bool,
) -> Card | None:
    """After a leave: the one card that spreads what fell due, when it is more than a day's list; the team is a press away."""
    if not is_back(exchange):
        return None
    made, days = plan(exchange, lines), days_off_before(exchange.today, exchange.member)
    if not made.moved:
        return None
    missed = Missed(days, made, [due for due in lines if due.group is Group.closing])
    card = catch_up_card(missed, exchange.policy, exchange.today, f"{CATCH_UP_KEY}{digest_id}", remarks)
    team = (Buttons((Button("Your team now", "monday"),)),) if leads else ()
    return replace(card, blocks=(*card.blocks, *asks, *team))


def _news(exchange: Exchange, batch: _Batch) -> list[str]:
    """Lines beside what is due: deals handed over, the first week's answers, a sign of life after a silent week."""
    member, today = exchange.member, exchange.today
    last_sent = batch.last_sent.get(member.id)
    given = _given(exchange, batch)
    answered = batch.answered.get(member.id)
    givers = sorted({first_name(new.giver, "somebody") for new in given})
    reasons = [new.giver.partition(" because ")[2] for new in given]
    news = [*batch.covers.get(member.id, ())]
    news += [handed_over([new.label for new in given], givers, list(filter(None, reasons)))] if given else []
    if answered and _ends_first_week(member, today, batch.began.get(member.id)):
        news.append(first_week(answered.in_their_words, answered.open))
    new = [one for one in batch.taken.get(member.id, ()) if last_sent is None or one.at > last_sent]
    if new:
        news.append(taken_up(_once(one.label for one in new), _once(first_name(one.by, "somebody") for one in new)))
    if member.id in batch.their_days and batch.due[member.id]:
        news.append(batch.their_days[member.id])
    if member.id in batch.spread and batch.due[member.id]:  # on a clear day where the work went helps nobody
        news.append(batch.spread[member.id])
    news += batch.released.get(member.id, ())
    if member.id in batch.closed:
        news.append(batch.closed[member.id])
    if answered and not batch.due[member.id] and _was_silent(member, today, last_sent, exchange.now):
        news.append(sign_of_life(answered.next_touch_on, today))
    return news


def _ends_first_week(member: Member, today: date, began: datetime | None) -> bool:
    """The last working day of the week in which the member began, or of the next when it began on its last days."""
    if began is None or not closes_week(today, member):
        return False
    return timedelta(days=2) <= today - today_for(member, began) <= timedelta(days=8)


def _was_silent(member: Member, today: date, last_sent: datetime | None, now: datetime) -> bool:
    """A week begins, and the last list is longer ago than one."""
    return last_sent is not None and now - last_sent > _A_WEEK and begins_week(today, member)


def _began(store: Store, members: Sequence[Member], now: datetime) -> dict[int, datetime]:
    """When those began for whom a week ends today; of nobody else is it asked."""
    ids = [member.id for member in members if closes_week(today_for(member, now), member)]
    return store.acts.began(ids) if ids else {}


def _answered(
    store: Store, members: Sequence[Member], began: Mapping[int, datetime], last_sent: Mapping[int, datetime], now: datetime
) -> dict[int, Answered]:  # fmt: skip
    """Of those to whom it is told today: few, and counting it looks at all that they have."""
    days = {member.id: today_for(member, now) for member in members}
    ids = [
        one.id for one in members
        if _ends_first_week(one, days[one.id], began.get(one.id))
        or _was_silent(one, days[one.id], last_sent.get(one.id), now)
    ]  # fmt: skip
    return store.deals.answered(ids) if ids else {}


def _late_remark(exchange: Exchange, due_at: datetime, tick: Tick) -> str:
    minutes = (exchange.now - due_at).total_seconds() / 60
    if minutes < 15:  # noqa: PLR2004 - within a quarter of an hour nobody asks why
        return ""
    return late(exchange.member.digest_at) if tick.was_missed(due_at) else moved(exchange.member.digest_at)


def _missed_remark(exchange: Exchange, batch: _Batch) -> str:
    """Mornings without a list since the last one, that were our fault: what they would have held is in this one."""
    last = batch.last_sent.get(exchange.member.id)
    since = today_for(exchange.member, last) if last else date.min
    return folded([day for day in batch.missed.get(exchange.member.id, ()) if day > since], exchange.today)


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


_Row = TypeVar("_Row", HandedOver, Taken)


def _by_owner(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    grouped: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row.owner_id].append(row)
    return grouped
