"""The bot is added and taken away. Whoever adds it for themselves is greeted once, the first of all as the admin."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime

from adapters.teams.inbound import Activity, adds_the_bot, is_direct, removes_the_bot
from adapters.teams.people import CannotTell, People, address_of
from adapters.teams.tenants import PLATFORM, Tenants
from adapters.teams.verify import tenant_of
from bot.app import App
from bot.cards import Card
from bot.conversation.joining import greeted
from bot.model import Member, Role
from bot.store import Store
from bot.views.own import welcome_card
from bot.views.platforms import admin_welcome
from bot.wire import as_json

_REMOVED = "the app was removed"


class Installing:
    """`queued` is told of each greeting, which need not wait for the next tick."""

    def __init__(
        self, app: App, people: People, tenants: Tenants, clock: Callable[[], datetime], queued: Callable[[], None]
    ) -> None:
        self._app = app
        self._people = people
        self._tenants = tenants
        self._clock = clock
        self._queued = queued

    async def changed(self, activity: Activity) -> None:
        """Of a team or a group chat nobody is greeted: it is written to when it asks."""
        if not is_direct(activity):
            return
        organisation_id = await self._tenants.organisation(tenant_of(activity))
        if removes_the_bot(activity):
            await self._people.lose(organisation_id, address_of(activity), _REMOVED)
        elif adds_the_bot(activity):
            await self._greet(organisation_id, activity)

    async def _greet(self, organisation_id: int, activity: Activity) -> None:
        """Whoever Teams does not tell of just now is greeted by the second event of the same installation, or not at all."""
        await self._people.note(organisation_id, activity)
        try:
            member_id = await self._people.member_id(organisation_id, activity, is_installer=True)
        except CannotTell:
            return
        if member_id is not None:
            now = self._clock()
            is_new = await asyncio.to_thread(
                self._app.database.write, organisation_id, lambda store: _queue(store, member_id, now)
            )
            if is_new:
                self._queued()


def _queue(store: Store, member_id: int, now: datetime) -> bool:
    """Whether they had not been greeted yet."""
    key = greeted(PLATFORM, member_id)
    member = store.members.one(member_id)
    is_new = member is not None and not store.outbox.holds(member_id, key)
    if member and is_new:
        store.outbox.put(member_id, "welcome", key, json.dumps(as_json(_welcome(store, member))), now, only=PLATFORM)
    return is_new


def _welcome(store: Store, member: Member) -> Card:
    if member.role is Role.admin:
        return admin_welcome(member.name, store.organisation.said)
    manager = store.members.one(member.manager_id) if member.manager_id else None
    has_deals = store.deals.has_any(frozenset({member.id}))
    return welcome_card(member, manager.first_name if manager else "", has_deals=has_deals)
