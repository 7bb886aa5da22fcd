"""Members whom an admin names before anybody has seen them: known by their e-mail, nowhere to be written to, not seen yet.

They become somebody only by that address as a platform has verified it (bot.conversation.joining).
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.conversation.called import called
from bot.conversation.linking import become_one, of_both
from bot.conversation.people import WELCOME
from bot.hygiene import name_from
from bot.model import Member, Profile, Role
from bot.reading.calendar.zonenames import zone
from bot.reading.spreadsheets.team import TeamRow
from bot.store import JOINED, Store
from bot.views import own
from bot.wire import as_json
from bot.worktime import country_called, country_of, today_for


def awaited(rows: Iterable[TeamRow], members: Sequence[Member], like: Member) -> list[Member]:
    """Those whom rows name by an e-mail that nobody here has. Until they are written their ids are below zero.

    `like`: in whose time zone they are, unless told; the platform tells it when they come.
    """
    found: list[Member] = []
    for row in rows:
        if row.email and called(row.who, [*members, *found]) is None:
            where = zone(row.zone) or like.zone
            name = name_from(row.name, row.email.partition("@")[0])
            country = country_called(row.country) if row.country else None
            found.append(Member(
                -row.number, like.organisation_id, name, Role.rep, None, where, row.email, locale=like.locale,
                country=country or country_of(where),
            ))  # fmt: skip
    return found


def countries(rows: Iterable[TeamRow]) -> dict[int, str]:
    """By the id below zero the country that its row names: it stays, wherever a platform says that they are."""
    return {-row.number: known for row in rows if row.country and (known := country_called(row.country))}


def why_not(row: TeamRow, members: Sequence[Member]) -> str:
    """Why nobody can be awaited by this row; empty when they can."""
    if row.role == Role.inactive:
        return "nobody has seen them yet, so there is nobody to make inactive"
    if row.zone and not zone(row.zone):
        return f"“{row.zone[:40]}” is no time zone that I know; write Europe/London"
    if row.country and not country_called(row.country):
        return f"“{row.country[:40]}” is no country whose holidays I know; write GB-ENG, DE, US"
    here = next((m for m in members if m.id > 0 and not m.email and m.name.casefold() == row.name.casefold()), None)
    return f"{here.name} is here already, without an e-mail address: leave the address out to mean them" if here else ""


def add(store: Store, members: Iterable[Member], now: datetime) -> dict[int, int]:
    """By the id below zero the one that each has now: reps whom nobody leads, as whoever comes by themselves."""
    ids: dict[int, int] = {}
    for one in members:
        ids[one.id] = store.members.add(
            one.name, Role.rep, one.zone, email=one.email, country=one.country, locale=one.locale
        )
        store.audit.tell("expect member", now, what="member", which=str(ids[one.id]))
    return ids


def arrived(store: Store, member: Member, profile: Profile, zone_there: str) -> None:
    """What the platform says of them counts from now on; a country that only followed from the zone follows again."""
    where = zone_there or member.zone
    country = country_of(where) if member.country == country_of(member.zone) else member.country
    name, locale = name_from(profile.name) or member.name, profile.locale or member.locale
    store.members.describe(member.id, name=name, zone=where, country=country, locale=locale)


def here_already(store: Store, awaited: Member, member: Member, now: datetime) -> None:
    """Whoever was named by an address is somebody who was here all along, without one: one member, as of a link code."""
    joining = of_both(store, awaited, member)
    act_id = store.acts.begin(member.id, now, JOINED)
    become_one(store, joining, act_id, today_for(member, now))
    if store.members.is_chosen(awaited.id, "country") and not store.members.is_chosen(member.id, "country"):
        store.members.change(act_id, member.id, country=awaited.country)


def greet(store: Store, member_id: int, platform: str, key: str, now: datetime) -> None:
    """Who sees what, as it is told to whoever is given a role once they are here. Once by that key."""
    member = store.members.one(member_id)
    if member is None or member.role not in {Role.rep, Role.manager} or store.outbox.holds(member_id, key):
        return
    leader = store.members.one(member.manager_id) if member.manager_id else None
    has_deals = store.deals.has_any(frozenset({member_id}))
    card = own.welcome_card(member, leader.first_name if leader else "", has_deals=has_deals)
    store.outbox.put(member_id, WELCOME, key, json.dumps(as_json(card)), now, only=platform)
