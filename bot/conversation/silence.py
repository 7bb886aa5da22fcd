"""Who has logged no call for some days: told of a person, with their days off, and never of somebody with nothing to log."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.model import Cover, Member
from bot.playbook.monday import ON_RECORD_DAYS, Silent, silence
from bot.store import Store
from bot.worktime import instant, today_for

Spans = Sequence[tuple[date, date]]


def days_covered(store: Store, members: Collection[Member], today: date) -> dict[int, Spans]:
    """By member: the days, first and last, on which somebody covered them lately."""
    whose = {member.id: member for member in members}
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    tomorrow = instant(today + timedelta(days=1), time.min, "UTC")
    for cover in store.covers.lately(list(whose), today - timedelta(days=ON_RECORD_DAYS), tomorrow):
        found[cover.member_id].append(_days_of(cover, whose[cover.member_id]))
    return dict(found)


def _days_of(cover: Cover, member: Member) -> tuple[date, date]:
    """It ends at the midnight of their return, and that day is none of it."""
    return today_for(member, cover.begins_at), today_for(member, cover.ends_at - timedelta(seconds=1))


def silent_among(store: Store, members: Collection[Member], today: date) -> dict[int, Silent]:
    """By three statements, however many they are."""
    ids = [member.id for member in members]
    logged, with_deals = store.members_weeks.logged(ids, today), store.members_weeks.with_live_deals(ids)
    covered = days_covered(store, members, today)
    found = ((member.id, silent(member, logged, with_deals, today, covered)) for member in members)
    return {id_: one for id_, one in found if one}


def silent(
    member: Member,
    logged: Mapping[int, datetime],
    with_deals: Mapping[int, date | None],
    today: date,
    covered: Mapping[int, Spans],
) -> Silent | None:
    """Who has no live deal has nothing to log; who was covered was away, whoever said so."""
    if member.id not in with_deals:
        return None
    at = logged.get(member.id)
    member = replace(member, leave=(*member.leave, *covered.get(member.id, ())))
    return silence(member, today_for(member, at) if at else None, with_deals[member.id], today)
