"""Who a Slack user is: known from the database, else asked of Slack once. Bots, guests and strangers are nobody here."""

import asyncio
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from adapters.slack.calls import RateLimited, Refused, Uncertain
from adapters.slack.inbound import SOMEBODY
from adapters.slack.installs import Install
from adapters.slack.speaking import Speaking
from adapters.slack.tokens import PLATFORM
from bot.app import App
from bot.hygiene import name_from
from bot.model import Address, Member, Mentioned, Outside, Profile, Role

_ASK_SECONDS = 1.5  # of the three that Slack waits for an answer
_AGAIN = 600.0  # seconds until somebody without a name is asked about once more
_REMEMBERED = 10_000  # people whose name was looked at
_MOST_NAMED = 10  # mentions in one text
_UNKNOWN = frozenset({"user_not_found", "user_not_visible", "users_not_found"})
_NOBODY = {
    "is_bot": Outside.bot,
    "is_stranger": Outside.elsewhere,
    "deleted": Outside.closed,
    "is_restricted": Outside.guest,
    "is_ultra_restricted": Outside.guest,
}  # by Slack's mark, why somebody is nobody here


class CannotTell(Uncertain):
    """Slack does not say who that is just now."""


class People:
    def __init__(self, app: App, speaking: Speaking) -> None:
        self._app = app
        self._speaking = speaking
        self._names: OrderedDict[Address, str] = OrderedDict()  # of who is no member
        self._ask_again: OrderedDict[Address, float] = OrderedDict()  # by the event loop's clock

    async def member_id(self, install: Install, user: str) -> int | None:
        """Which member; somebody new is asked of Slack, once in their life. None for who is nobody here. Raises CannotTell."""
        address = Address(PLATFORM, install.team, user)
        known = await asyncio.to_thread(self._app.member_id_at, install.organisation_id, address)
        return known if known is not None else await self._new(install, address)

    async def refresh(self, install: Install, told: dict[str, Any], *, asked: bool = False) -> None:
        """What Slack says has changed of a known person: zone, name, or that they have left; who becomes a guest has as well.
        `asked`: it was asked, and told of no change."""
        address = Address(PLATFORM, install.team, told.get("id", ""))
        outside = _outside(told)
        await asyncio.to_thread(
            self._app.describe, install.organisation_id, address, profile(told), gone=outside is not None,
            is_guest=outside is Outside.guest, asked=asked,
        )  # fmt: skip

    async def _new(self, install: Install, address: Address) -> int | None:
        told = await self._asked(install, address)
        if not told or is_nobody(told):
            return None
        member = await self._join(install, address, told)
        self._look_again(address, is_nameless=member.name == address.user)
        return member.id

    async def _join(self, install: Install, address: Address, told: dict[str, Any]) -> Member:
        """Whoever sets it up is told what comes next, also where Slack was silent while they installed it."""
        is_installer = address.user == install.about.installer
        member = await asyncio.to_thread(
            self._app.join, install.organisation_id, address, profile(told), is_installer=is_installer
        )
        if is_installer or member.role is Role.admin:
            await asyncio.to_thread(self._app.greet_admin, install.organisation_id, member.id, PLATFORM)
        return member

    async def names(
        self, install: Install, by: str, users: Sequence[str], *, makes: str
    ) -> tuple[dict[str, str], tuple[Mentioned, ...]]:
        """By user what is read where they are mentioned: a member's name, or what Slack calls somebody else.

        Where an admin says in `makes` what they are members are told apart by their number, and others by a mark: they may
        come in by it."""
        is_making = await asyncio.to_thread(_makes, makes)
        places = {user: Address(PLATFORM, install.team, user) for user in (by, *users[:_MOST_NAMED])}
        if is_making:  # an admin who was named before they ever wrote is one with their first word
            with suppress(CannotTell):
                await self.member_id(install, by)
        members = await self._members(install, places)
        known = {user: str(one.id) if is_making else one.name for user, one in members.items()}
        strangers = [place for user, place in places.items() if user in users and known.get(user, user) == user]
        if is_making and by in members and members[by].role is Role.admin:
            asked = await asyncio.gather(*(self._told(install, place) for place in strangers))
            told_of = [_mentioned(place, told) for place, told in zip(strangers, asked, strict=True) if told]
            marks = {one.address.user: one.mark for one in told_of}
            return {**dict.fromkeys(users, SOMEBODY), **known, **marks}, tuple(told_of)
        told = await asyncio.gather(*(self._name(install, place) for place in strangers))
        return {**known, **{place.user: name for place, name in zip(strangers, told, strict=True)}}, ()

    async def _members(self, install: Install, places: Mapping[str, Address]) -> Mapping[str, Member]:
        return await asyncio.to_thread(self._app.members_at, install.organisation_id, list(places.values()))

    async def _name(self, install: Install, address: Address) -> str:
        """Of somebody who is no member here, asked of Slack once."""
        if address not in self._names:
            told = await self._told(install, address)
            name = profile(told).name if told else ""
            if not name:
                return SOMEBODY
            self._names[address] = name
            while len(self._names) > _REMEMBERED:
                self._names.popitem(last=False)
        return self._names[address]

    def wonders(self, install: Install, user: str) -> bool:
        """Whether it is time to look whether they have a name."""
        return self._ask_again.get(Address(PLATFORM, install.team, user), 0.0) <= asyncio.get_running_loop().time()

    async def find_name(self, install: Install, user: str) -> None:
        """Whoever Slack told no name of is called by their number there: asked again, once in a while, until it tells."""
        address = Address(PLATFORM, install.team, user)
        nameless = await asyncio.to_thread(self._app.is_nameless, install.organisation_id, address)
        self._look_again(address, is_nameless=nameless)
        told = await self._told(install, address) if nameless else None
        if told and profile(told).name and not is_nobody(told):
            await self._join(install, address, told)  # the e-mail address too, which may be an awaited admin's
            await self.refresh(install, told)

    def _look_again(self, address: Address, *, is_nameless: bool) -> None:
        self._ask_again[address] = asyncio.get_running_loop().time() + _AGAIN if is_nameless else float("inf")
        while len(self._ask_again) > _REMEMBERED:
            self._ask_again.popitem(last=False)

    async def _told(self, install: Install, address: Address) -> dict[str, Any] | None:
        """What Slack says of them; None while it says nothing."""
        try:
            return await self._asked(install, address)
        except CannotTell:
            return None

    async def _asked(self, install: Install, address: Address) -> dict[str, Any]:
        """Nothing of whom it does not know. Raises CannotTell."""
        try:
            async with asyncio.timeout(_ASK_SECONDS):
                answer = await self._speaking.ask(install, "users.info", user=address.user, include_locale=True)
        except RateLimited as error:
            raise CannotTell(error.error, error.seconds) from None
        except Refused as error:
            if error.error in _UNKNOWN:
                return {}
            raise CannotTell(error.error) from None
        except (Uncertain, TimeoutError) as error:
            raise CannotTell(type(error).__name__) from None
        return dict(answer.get("user") or {})


def is_nobody(told: dict[str, Any]) -> bool:
    """Bots, guests, strangers, and who has left."""
    return _outside(told) is not None


def _outside(told: dict[str, Any]) -> Outside | None:
    return next((why for mark, why in _NOBODY.items() if told.get(mark)), None)


def _makes(line: str) -> bool:
    """Whether an admin would make somebody something by it."""
    from bot.commands import command_from  # noqa: PLC0415 - every command's words, which come behind the start
    from bot.commands.people import Make  # noqa: PLC0415 - as above

    return isinstance(command_from(line), Make)


def _mentioned(address: Address, told: dict[str, Any]) -> Mentioned:
    return Mentioned(f"@{address.user}", address, profile(told), _outside(told))


def profile(told: dict[str, Any]) -> Profile:
    """Slack's user as a Profile. An address that Slack does not call confirmed joins nobody."""
    about = told.get("profile") or {}
    name = name_from(about.get("real_name"), told.get("real_name"), about.get("display_name"), told.get("name"))
    confirmed = told.get("is_email_confirmed") is True  # not said is not confirmed: nobody is joined in doubt
    return Profile(
        name=name,
        zone=told.get("tz", ""),
        locale=told.get("locale", ""),
        email=about.get("email", "") if confirmed else "",
    )


def channel_of(address: Address) -> str:
    """The DM channel; empty until it was opened."""
    return str(json.loads(address.details or "{}").get("channel", ""))
