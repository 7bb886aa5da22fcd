"""Who has logged no call for some days: told of a person, with their days off, and never of somebody with nothing to log."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from bot.model import Member
from bot.playbook.monday import Silent, silence
from bot.store import Store
from bot.worktime import today_for


def silent_among(store: Store, members: Collection[Member], today: date) -> dict[int, Silent]:
    """By two statements, however many they are."""
    ids = [member.id for member in members]
    logged, with_deals = store.members_weeks.logged(ids, today), store.members_weeks.with_live_deals(ids)
    found = ((member.id, silent(member, logged, with_deals, today)) for member in members)
    return {id_: one for id_, one in found if one}


def silent(
    member: Member, logged: Mapping[int, datetime], with_deals: Mapping[int, date | None], today: date
) -> Silent | None:
    """Who has no live deal has nothing to log."""
    if member.id not in with_deals:
        return None
    at = logged.get(member.id)
    return silence(member, today_for(member, at) if at else None, with_deals[member.id], today)
