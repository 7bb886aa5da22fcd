"""Which day of a member is to be decided about, when its instant is, and when nothing can be sent for it any more.

The day is what is stored; its instant follows from the zone, its rules and the member's hour as they are now. The day only
goes forward, from one working day to the next, and each that it leaves behind has a decision: so no date has two lists, and
no working day is lost, however zones, clocks and outages fall (docs/reliability.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import structlog

from bot.model import Member, Muted, Role
from bot.store import Plan, Skip, Store
from bot.worktime import (
    day_after_change,
    digest_day,
    digest_instant,
    is_away,
    is_muted,
    is_too_late,
    today_for,
    works_on,
)

_A_DAY = timedelta(days=1)
_log = structlog.get_logger()
_LONGEST_OUTAGE = timedelta(days=366)  # days before that are not decided one by one


@dataclass(frozen=True)
class Tick:
    """One look at whose hour has come. In the gap before it nobody looked; `epoch`: a backup was put back then; the trial's
    clock was moved from `leapt_from` to `leapt_to`."""

    now: datetime
    gap_from: datetime | None = None
    gap_to: datetime | None = None
    epoch: datetime | None = None
    leapt_from: datetime | None = None
    leapt_to: datetime | None = None

    def was_missed(self, due_at: datetime) -> bool:
        """Whether nobody looked at that time; else the hour was moved to where it had passed already."""
        begun = self.gap_from is None or self.gap_from < due_at
        return begun and (self.gap_to is None or due_at <= self.gap_to) and not self.was_leapt(due_at)

    def was_leapt(self, due_at: datetime) -> bool:
        """Whether somebody moved the trial's clock past it."""
        return bool(self.leapt_from and self.leapt_to and self.leapt_from < due_at <= self.leapt_to)


def skips_until(member: Member, tick: Tick) -> tuple[list[Skip], Member]:
    """The days whose decision is that nothing is sent, and the member with the day that is left to decide about."""
    skips = []
    left = _from_the_longest_outage(member, tick.now)
    while _at(left) <= tick.now and (reason := _why_nothing(left, tick)):
        skips.append(skip_of(left, reason))
        left = day_after(left)
    return skips, left


def skip_of(member: Member, reason: str) -> Skip:
    return Skip(member.id, _on(member), _at(member), reason)


def day_after(member: Member) -> Member:
    """The member with the next working day to decide about."""
    on = digest_day(_on(member) + _A_DAY, member)
    return replace(member, next_digest_on=on, next_digest_at=digest_instant(on, member))


def plan_of(member: Member) -> Plan:
    return Plan(member.id, _on(member), _at(member))


def first_plan(member: Member, now: datetime) -> Plan:
    """For somebody new, or from before days were planned; for one whose zone or days cannot be read, a day later."""
    try:
        if member.next_digest_at:
            return Plan(member.id, today_for(member, member.next_digest_at), member.next_digest_at)
        on = day_after_change(member, None, now)
        return Plan(member.id, on, digest_instant(on, member))
    except Exception:  # noqa: BLE001 - whatever is wrong with them: without a plan they would come up at every tick
        return Plan(member.id, (now + _A_DAY).date(), now + _A_DAY)


def plan_after_failure(member: Member, now: datetime) -> Plan:
    """The day after the one that could not be decided; when even that is not known, an instant that is still to come."""
    try:
        return plan_of(day_after(member))
    except Exception:  # noqa: BLE001 - whatever is wrong with them, an instant that has passed would come up for ever
        on = member.next_digest_on or now.date()
        return Plan(member.id, on + _A_DAY, now + _A_DAY)


def plans_by_new_rules(members: Iterable[Member]) -> Iterator[Plan]:
    """The same days, at the instants that the zones' rules now give them; who has no zone is found when their time comes."""
    for member in members:
        with _told(member):
            yield Plan(member.id, _on(member), digest_instant(_on(member), member))


def plans_after(decided: Mapping[Member, date | None], now: datetime) -> Iterator[Plan]:
    """For each the day after their last decided one; today, when there is none."""
    for member, last in decided.items():
        with _told(member):
            on = digest_day(last + _A_DAY if last else today_for(member, now), member)
            yield Plan(member.id, on, digest_instant(on, member))


@contextmanager
def _told(member: Member) -> Iterator[None]:
    """Whatever is wrong with one, the others are planned; a log says who it was, without their words."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the guard of one member
        _log.error("a morning could not be planned anew", member=member.id, error=type(error).__name__)


def plan_anew(store: Store, member_id: int, now: datetime) -> None:
    """After a change of zone, hour, working days or days off."""
    member = store.members.one(member_id)
    if member is None:
        return
    last = store.digests.last_of(member_id)
    on = day_after_change(member, last.local_date if last else None, now)
    store.digests.plan([Plan(member_id, on, digest_instant(on, member))])


def _from_the_longest_outage(member: Member, now: datetime) -> Member:
    if _at(member) >= now - _LONGEST_OUTAGE:
        return member
    on = digest_day(today_for(member, now - _LONGEST_OUTAGE), member)
    return replace(member, next_digest_on=on, next_digest_at=digest_instant(on, member))


def _why_nothing(member: Member, tick: Tick) -> str:
    """Why nothing is sent for that day, whatever it would hold; empty when it depends on that."""
    on, due_at = _on(member), _at(member)
    if tick.epoch and due_at < tick.epoch:
        return "restored"
    if member.role is Role.inactive:
        return "inactive"
    if is_away(on, member):
        return "away"
    if not works_on(on, member):
        return "free day"
    if is_too_late(due_at, tick.now, member):
        return "leapt" if tick.was_leapt(due_at) else "late" if tick.was_missed(due_at) else "moved"
    return "paused" if is_muted(member, Muted.everything, on) else ""


def _on(member: Member) -> date:
    if member.next_digest_on is None:  # who is due has a day: the tick gives one to everybody first
        raise LookupError("no day is planned")
    return member.next_digest_on


def _at(member: Member) -> datetime:
    if member.next_digest_at is None:
        raise LookupError("no instant is planned")
    return member.next_digest_at
