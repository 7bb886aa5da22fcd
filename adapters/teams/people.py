"""Who somebody in Teams is: tenant and Microsoft's id of the person. Guests, other tenants' people and bots are nobody here.

Name, zone and language come with what they say; the e-mail address is asked of Teams once, when they first appear.
"""

import asyncio
from collections import OrderedDict
from dataclasses import replace

from adapters.teams.botframework import BotFramework, Json
from adapters.teams.errors import Refused, Uncertain
from adapters.teams.inbound import Activity, is_direct, locale_in, zone_in
from adapters.teams.reference import Reference, reference_from, reference_in
from adapters.teams.tenants import PLATFORM
from adapters.teams.verify import tenant_of
from bot.app import App
from bot.hygiene import name_from
from bot.model import Address, Profile, Reach

_ASK_SECONDS = 4.0  # of the fifteen that Teams waits for an answer
_REMEMBERED = 10_000  # people, so that what has not changed is not read again


class CannotTell(Exception):
    """Teams does not say who that is just now."""


class People:
    def __init__(self, app: App, frame: BotFramework) -> None:
        self._app = app
        self._frame = frame
        self._seen: OrderedDict[tuple[str, str], str] = OrderedDict()

    async def note(self, organisation_id: int, activity: Activity) -> None:
        """Keeps where and in which zone a known person is now: an address in Teams may change at any time."""
        address = address_of(activity)
        here = (address.workspace, address.user)
        told = reference_in(activity)
        told = replace(told, zone=zone_in(activity), conversation=told.conversation if is_direct(activity) else "")
        if self._seen.get(here) == told.details:
            return
        await asyncio.to_thread(self._note, organisation_id, address, told, activity)
        self._seen[here] = told.details
        while len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)

    def _note(self, organisation_id: int, address: Address, told: Reference, activity: Activity) -> None:
        known = self._app.database.read(organisation_id, lambda store: store.identities.at(address))
        if known is None:
            return
        before = reference_from(known.address.details)
        now = replace(told, zone=told.zone or before.zone, conversation=told.conversation or before.conversation)
        if now == before:
            return
        place = replace(address, details=now.details)
        self._app.database.write(organisation_id, lambda store: store.identities.describe(place))
        if now.zone != before.zone:
            profile = Profile(name=name_from(activity["from"].get("name")), zone=now.zone)
            self._app.describe(organisation_id, address, profile, gone=False)

    async def reference(self, organisation_id: int, address: Address) -> tuple[Reference, str]:
        """Where they are written to, as it is known now, and why that does not work; empty when it does."""
        known = await asyncio.to_thread(
            self._app.database.read, organisation_id, lambda store: store.identities.at(address)
        )
        if known is None:
            return reference_from(address.details), ""
        return reference_from(known.address.details), "" if known.reach is Reach.fine else known.why

    async def chat(self, organisation_id: int, address: Address, where: Reference, *, anew: bool = False) -> Reference:
        """The chat with them alone; opened when it is not known, or when it is gone. Raises Refused or Uncertain."""
        if where.conversation and not anew:
            return where
        opened = replace(where, conversation=await self._frame.open_chat(where, address.workspace))
        place = replace(address, details=opened.details)
        await asyncio.to_thread(
            self._app.database.write, organisation_id, lambda store: store.identities.describe(place)
        )
        return opened

    async def lose(self, organisation_id: int, address: Address, why: str) -> None:
        """They took the bot away: nothing gets to them until they have it again."""
        await asyncio.to_thread(
            self._app.database.write,
            organisation_id,
            lambda store: store.identities.mark(address, Reach.unreachable, why),
        )

    async def member_id(self, organisation_id: int, activity: Activity, *, is_installer: bool = False) -> int | None:
        """Which member; None for who is nobody here. Raises CannotTell."""
        address = address_of(activity)
        known = await asyncio.to_thread(self._app.member_id_at, organisation_id, address)
        if known is not None:
            return known
        told = await self._told(activity)
        if _is_stranger(told, address.workspace):
            return None
        where = reference_in(activity)
        where = replace(where, zone=zone_in(activity), conversation=where.conversation if is_direct(activity) else "")
        member = await asyncio.to_thread(
            self._app.join, organisation_id, replace(address, details=where.details), _profile(activity, told),
            is_installer=is_installer,
        )  # fmt: skip
        return member.id

    async def _told(self, activity: Activity) -> Json:
        try:
            async with asyncio.timeout(_ASK_SECONDS):
                return await self._frame.get_member(reference_in(activity), activity["from"]["id"])
        except (Refused, Uncertain, TimeoutError) as error:
            raise CannotTell(str(error)) from None


def address_of(activity: Activity) -> Address:
    return Address(PLATFORM, tenant_of(activity), activity["from"]["aadObjectId"])


def _is_stranger(told: Json, tenant: str) -> bool:
    """A guest, somebody of another tenant, or a bot."""
    role = str(told.get("userRole") or told.get("role") or "").lower()
    elsewhere = str(told.get("tenantId") or tenant) != tenant
    return (
        role in {"guest", "anonymous", "bot", "skill"}
        or elsewhere
        or "#ext#" in str(told.get("userPrincipalName")).lower()
    )


def _profile(activity: Activity, told: Json) -> Profile:
    """The address is their directory's word, in a tenant that the operator trusts; nobody joins anybody by name."""
    return Profile(
        name=name_from(told.get("name"), activity["from"].get("name")),
        zone=zone_in(activity),
        locale=locale_in(activity),
        email=str(told.get("email") or told.get("userPrincipalName") or ""),
    )
