"""Bolt, with one listener a kind of payload: each line here says which of our words answers it.

`process_before_response` is right because nothing slow runs in a listener: the effect is stored, then Slack is answered.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import structlog
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from typing_extensions import override

from adapters.sealing import CannotUnseal
from adapters.slack import inbound, modal
from adapters.slack.answering import Ack, Answering
from adapters.slack.calls import Calls, Refused, Uncertain
from adapters.slack.closing import from_closing
from adapters.slack.edits import from_edit
from adapters.slack.farewells import Farewells
from adapters.slack.installs import Install, Installs
from adapters.slack.people import People
from bot.app import UnknownMember
from bot.views.platforms import edit_not_read, file_not_read, locked_out, not_connected
from scheduler.failures import wordless

_INSTALL = "install"
_CHOOSE_SECONDS = 2.5  # of the three that Slack waits while somebody types
_log = structlog.get_logger()
_ANY = re.compile(r"(?s).*")
EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message", "tokens_revoked", "user_change")
T = TypeVar("T")
Body = dict[str, Any]
Naming = Callable[[inbound.Names], inbound.Said | None]
Reading = Callable[[Body, inbound.Names], inbound.Said | None]


class _FromDatabase(AsyncAuthorize):
    """Who the bot is in a workspace, with no call to Slack. Of one that is not connected nothing is known."""

    def __init__(self, installs: Installs) -> None:
        self._installs = installs

    @override
    async def __call__(self, *, team_id: str | None, enterprise_id: str | None, **_: Any) -> AuthorizeResult:
        try:
            install = await self._installs.before(team_id or "")
        except CannotUnseal:
            install = None  # told by whoever needs it
        if install is None:
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)  # Bolt itself would answer without us
        known = AuthorizeResult(
            enterprise_id=enterprise_id, team_id=install.team, bot_token=install.token.access,
            bot_user_id=install.about.bot_user_id, bot_id=install.about.bot_id,
        )  # fmt: skip
        known[_INSTALL] = install  # so that it is looked up once a request
        return known


class _UnreadableError(Exception):
    """Signed, and still not made as Slack makes it."""


def _read(reading: Callable[[Body, inbound.Names], T], body: Body) -> T:
    """What our pure readings make of a payload. Raises _UnreadableError: of a part that has another shape."""
    try:
        found = reading(body, inbound.NOBODY)
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise _UnreadableError(type(error).__name__) from None
    if isinstance(found, inbound.Said) and not found.is_sound:
        raise _UnreadableError("no words")
    return found


async def _failed(error: Exception) -> BoltResponse:
    """Slack sends an event that failed again; one that cannot be read it need not."""
    if isinstance(error, _UnreadableError):
        _log.warning("slack payload cannot be read", error=str(error))
        return BoltResponse(status=400)
    if isinstance(error, Refused | Uncertain):  # Slack's own silence
        _log.warning("slack request not answered", error=str(error))
    else:
        _log.error("slack request failed", exc_info=wordless(error))
    return BoltResponse(status=500)


class Listening:
    """Everything that Slack may send, each to what answers it."""

    def __init__(self, answering: Answering, installs: Installs, people: People, farewells: Farewells) -> None:
        self._answering = answering
        self._installs = installs
        self._people = people
        self._farewells = farewells

    def bolt(self, calls: Calls) -> AsyncApp:
        """It verifies nothing: `events` has done that, and Socket Mode's connection is authenticated itself."""
        app = AsyncApp(
            client=calls.client(), authorize=_FromDatabase(self._installs),
            request_verification_enabled=False, attaching_function_token_enabled=False, process_before_response=True,
        )  # fmt: skip
        app.command(_ANY)(self._said(inbound.from_command))
        app.action(_ANY)(self._said(inbound.from_press))
        app.view(_ANY)(self._said(inbound.from_submission))
        app.view_closed(_ANY)(self.closed)
        app.shortcut(_ANY)(self._said(inbound.from_shortcut))
        app.options(_ANY)(self.options)
        app.event(_ANY)(self.event)
        app.error(_failed)
        return app

    def _said(self, reading: Reading) -> Callable[..., Awaitable[None]]:
        async def listener(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
            said = _read(reading, body)
            try:
                await ack(**(await self._answered(said, partial(reading, body), context) if said else {}))
            except CannotUnseal:
                await ack(**(self._answering.without_token(said, locked_out()) if said else {}))

        return listener

    async def _answered(self, said: inbound.Said, reading: Naming, context: AsyncBoltContext) -> Ack:
        """With what was known of the workspace; where that is no longer so, or nobody is known there, it is looked at anew."""
        team = said.place.team
        install = await self._install(context, team)
        if install is None:
            return self._without(said, context)
        said = await self._named(install, said, reading)
        try:
            return await self._answering.answer(install, said)
        except UnknownMember:
            now = await self._installs.of(team)
            return (
                await self._answering.answer(now, said) if now else self._answering.without_token(said, not_connected())
            )

    async def _named(self, install: Install, said: inbound.Said, reading: Naming) -> inbound.Said:
        """Whoever is mentioned by their name, and the bot not at all."""
        if not said.mentioned:
            return said
        bare = {install.about.bot_user_id: ""}
        said = reading(bare) or said
        others = [user for user in said.mentioned if user not in bare]
        if not others:
            return said
        names, newcomers = await self._people.names(install, said.place.user, others, makes=said.text)
        return replace(reading({**bare, **names}) or said, newcomers=newcomers)

    def _without(self, said: inbound.Said, context: AsyncBoltContext) -> Ack:
        told = context.authorize_result
        is_guest = bool(told and told.get(_INSTALL))  # of a workspace without us, in a channel that ours shares with it
        return {} if is_guest else self._answering.without_token(said, not_connected())

    async def _install(self, context: AsyncBoltContext, team: str) -> Install | None:
        """The one that Bolt was told of; in a shared channel, whoever acted may be of another workspace."""
        told = context.authorize_result
        known: Install | None = told.get(_INSTALL) if told else None
        return known if known and known.team == team else await self._installs.of(team)

    async def options(self, ack: AsyncAck, body: Body) -> None:
        team, user, typed = _read(lambda asked, _: inbound.asks_for(asked), body)
        await ack(**await self._options(team, user, typed))

    async def _options(self, team: str, user: str, typed: str) -> Ack:
        """Where it takes too long or fails, what was typed alone rather than Slack's own word for a mistake; nothing where the
        workspace is not connected or locked."""
        try:
            async with asyncio.timeout(_CHOOSE_SECONDS):
                install = await self._installs.of(team)
                return await self._answering.options(install, user, typed) if install else modal.options(())
        except CannotUnseal:
            return modal.options(())
        except Exception as error:  # noqa: BLE001 - whatever it is, the form behind it has to stay usable
            _log.warning("nothing found to choose from", error=type(error).__name__)
            return modal.options((), typed)

    async def closed(self, ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
        closed = _read(lambda asked, _: from_closing(asked), body)
        if closed and not closed.said.is_sound:
            raise _UnreadableError("no words")
        with suppress(CannotUnseal):
            install = await self._install(context, closed.place.team) if closed else None
            if closed and install:
                await self._answering.keep(install, closed)
        await ack()

    async def event(self, body: Body, context: AsyncBoltContext) -> None:
        """Taken in any case where the token cannot be opened: nothing can be posted, and Slack would switch our events off."""
        team = body["team_id"]
        if inbound.is_farewell(body["event"]):
            await self._farewells.hear(team)
            return
        with suppress(CannotUnseal):
            await self._heard(body, team, context)

    async def _heard(self, body: Body, team: str, context: AsyncBoltContext) -> None:
        event = body["event"]
        if event["type"] in {"message", "app_mention"}:
            await self._words(body, context)
        elif install := await self._installs.of(team):
            await self._event(install, event)

    async def _words(self, body: Body, context: AsyncBoltContext) -> None:
        """What cannot be read is never met with silence: an edit, and a file without a word."""
        said = _read(inbound.from_event, body)
        if said and said.text:
            await self._answered(said, partial(inbound.from_event, body), context)
        elif silent := said or _read(from_edit, body):
            install = await self._install(context, silent.place.team)
            if install:
                await self._answering.tell(install, silent, file_not_read() if said else edit_not_read())

    async def _event(self, install: Install, event: Body) -> None:
        if event["type"] == "app_home_opened" and event.get("tab") == "home":
            await self._answering.open_home(install, event["user"])
        elif event["type"] == "user_change":
            await self._people.refresh(install, event["user"])
