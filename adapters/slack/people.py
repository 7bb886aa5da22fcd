"""Who a Slack user is: known from the database, else asked of Slack once. Bots, guests and strangers are nobody here."""

import asyncio
import json
from typing import Any

from adapters.slack.calls import Calls, Refused, Uncertain
from adapters.slack.installs import PLATFORM, Install
from bot.app import App
from bot.hygiene import name_from
from bot.model import Address, Profile

_ASK_SECONDS = 1.5  # of the three that Slack waits for an answer
_NOBODY = ("is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "deleted")


class People:
    def __init__(self, app: App, calls: Calls) -> None:
        self._app = app
        self._calls = calls

    async def member_id(self, install: Install, user: str) -> int | None:
        """Which member; somebody new is asked of Slack, once in their life. None for who is nobody here."""
        address = Address(PLATFORM, install.team, user)
        known = await asyncio.to_thread(self._app.member_id_at, install.organisation_id, address)
        return known if known is not None else await self._new(install, address)

    async def refresh(self, install: Install, told: dict[str, Any]) -> None:
        """What Slack says has changed of a known person: zone, name, or that they have left."""
        address = Address(PLATFORM, install.team, told.get("id", ""))
        gone = bool(told.get("deleted"))
        await asyncio.to_thread(self._app.describe, install.organisation_id, address, profile(told), gone=gone)

    async def _new(self, install: Install, address: Address) -> int | None:
        try:
            async with asyncio.timeout(_ASK_SECONDS):
                answer = await self._calls.ask(
                    install.token.access, "users.info", user=address.user, include_locale=True
                )
        except (Refused, Uncertain, TimeoutError):
            return None
        told = answer.get("user") or {}
        if any(told.get(mark) for mark in _NOBODY):
            return None
        is_installer = address.user == install.about.installer
        member = await asyncio.to_thread(
            self._app.join, install.organisation_id, address, profile(told), is_installer=is_installer
        )
        return member.id


def profile(told: dict[str, Any]) -> Profile:
    """Slack's user as a Profile. An address that Slack has not confirmed joins nobody."""
    about = told.get("profile") or {}
    name = name_from(about.get("real_name"), told.get("real_name"), about.get("display_name"), told.get("name"))
    confirmed = told.get("is_email_confirmed", True)
    return Profile(
        name=name,
        zone=told.get("tz", ""),
        locale=told.get("locale", ""),
        email=about.get("email", "") if confirmed else "",
    )


def channel_of(address: Address) -> str:
    """The DM channel; empty until it was opened."""
    return str(json.loads(address.details or "{}").get("channel", ""))
