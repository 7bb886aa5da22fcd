"""The morning: one decision per member and local date, sent or skipped with a reason (README, promise 2).

One message a day: what is new and how the week went are lines in it, never messages of their own (voice.md 1.3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.cards import Button, Buttons, Card, Line
from bot.conversation import monday
from bot.conversation.batches import Batch, Others, read
from bot.conversation.catching_up import is_back, plan
from bot.conversation.closing import let_go_by_itself
from bot.conversation.exchange import Exchange
from bot.conversation.followups import DIGEST_KEY, items_of, unmuted
from bot.conversation.leavers import left_of_each
from bot.conversation.morning_news import given, late_remark, missed_remark, news, who_left
from bot.conversation.mornings import Tick, day_after, plan_after_failure, plan_of, skip_of, skips_until
from bot.days import read_by
from bot.model import Left, Member
from bot.playbook.agenda import Due, Group
from bot.playbook.monday import Asked, Monday
from bot.store import HandedOver, Letter, Listed, Plan, Skip, Store
from bot.views.catching_up import CATCH_UP_KEY, Missed, catch_up_card
from bot.views.followups import followups_card
from bot.views.handing import has_left, packs_wait
from bot.wire import as_text
from bot.worktime import after_quiet_hours, days_off_before

KIND = "digest"
_NOTHING = items_of((), ())


class Told(Enum):
    """What a member is told in their morning; why nothing is sent stands on record in these words."""

    sent = ""
    before = "decided before"
    nothing = "nothing due"
    nowhere = "nowhere"


_UNSENT = {Told.nothing, Told.nowhere}


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
        return [*packs, *(has_left(one) for one in self.left)]


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
    others = Others(store.covers.running(ids, tick.now), left_of_each(store, members, tick.now) if members else {})
    beside = {*owners, *led, *others.covered, *others.left}
    some = [member for member in members if member.id in beside or member.clear_day]
    told = {member.id: Told.nothing for member in members} | _told(store, some, led, others, tick)
    empty = [skip_of(member, told[member.id].value) for member in members if told[member.id] in _UNSENT]
    store.digests.skip(empty, _NOTHING, tick.now)
    return sum(one is Told.sent for one in told.values())


def _told(
    store: Store, members: Sequence[Member], led: Mapping[int, frozenset[int]], others: Others, tick: Tick
) -> dict[int, Told]:
    if not members:
        return {}
    batch = read(store, members, led, others, tick.now)
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


def _send(store: Store, mornings: Sequence[_Morning], batch: Batch, now: datetime) -> dict[int, Told]:
    """All decisions by one statement, all messages by another."""
    decided = store.digests.send([morning.listed for morning in mornings], now)
    ours = [morning for morning in mornings if morning.exchange.member.id in decided]
    letters = [_letter(morning, decided[morning.exchange.member.id], batch) for morning in ours]
    store.outbox.put_many(KIND, letters, now)
    ids = (morning.exchange.member.id for morning in mornings)
    return {id_: Told.sent if id_ in decided else Told.before for id_ in ids}


def _morning(exchange: Exchange, batch: Batch, tick: Tick) -> _Morning | Told:
    """The list, or why there is none."""
    member, today = exchange.member, exchange.today
    due_at = member.next_digest_at or exchange.now
    lines = unmuted((*batch.due[member.id], *batch.closing[member.id]), member, today)
    told = news(exchange, batch)
    week, asked = batch.mondays.get(member.id), batch.asked.get(member.id, ())
    left, new = who_left(exchange, batch), given(exchange, batch)
    if not (lines or told or week or asked or left or member.clear_day):
        return Told.nothing
    if member.id not in batch.places:
        return Told.nowhere
    remarks = [*filter(None, [late_remark(exchange, due_at, tick), missed_remark(exchange, batch)]), *told]
    return _Morning(exchange, due_at, lines, remarks, week, asked, left, new)


def _letter(morning: _Morning, digest_id: int, batch: Batch) -> Letter:
    member, now = morning.exchange.member, morning.exchange.now
    with read_by(member.locale):
        card = _card(morning, digest_id, batch.waiting.get(member.id, 0))
    place = batch.places[member.id]
    return Letter(member.id, place, card.key, as_text(card), after_quiet_hours(member, now))


def _card(morning: _Morning, digest_id: int, waiting: int) -> Card:
    exchange, lines, remarks = morning.exchange, morning.lines, morning.remarks
    leads = bool(morning.week or morning.asked)
    team = monday.part_of_list(exchange, morning.week, morning.asked)
    return _catch_up(exchange, digest_id, lines, remarks, morning.asks, leads=leads) or followups_card(
        let_go_by_itself(exchange, lines),
        exchange.policy,
        exchange.today,
        key=f"{DIGEST_KEY}{digest_id}",
        compact=exchange.member.compact,
        remarks=remarks,
        waiting=waiting,
        team=replace(team, blocks=(*morning.asks, *team.blocks)),
    )


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
