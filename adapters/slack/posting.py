"""Shows an answer in Slack: a form opened, a message changed, posted or whispered. What is shown is stored already."""

import asyncio
import uuid
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import structlog

from adapters.slack import charts, modal, render
from adapters.slack.calls import Calls, Refused, Uncertain
from adapters.slack.inbound import Place, Said, Surface
from adapters.slack.installs import Install
from bot.cards import Button, Buttons, Card, Reply
from bot.views.people import SHARE

_NOT_THERE = frozenset({"user_not_in_channel", "channel_not_found", "not_in_channel", "is_archived"})
_NOT_DRAWN = frozenset({"invalid_blocks", "invalid_blocks_format"})
_OPEN_SECONDS = 2.0  # a form opens within three seconds or not at all
_NAMESPACE = uuid.UUID("6f0d6ee4-6b1e-4c8a-9d0c-0a4a3f3f6d11")  # ours: the same answer always bears the same id
_UNFURL_NOTHING = {"unfurl_links": False, "unfurl_media": False}
View = dict[str, Any]
_log = structlog.get_logger()


class Posting:
    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._under_way: set[asyncio.Task[None]] = set()

    async def settle(self) -> None:
        """Waits for what is still being shown."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def opened(self, install: Install, said: Said, reply: Reply) -> bool:
        """Whether the form is open; it opens at once, before anything else is done."""
        if reply.form is None or not said.place.trigger:
            return False
        view = modal.modal(reply.form, note=reply.card)
        try:
            async with asyncio.timeout(_OPEN_SECONDS):
                await self.open_window(install, said, view)
        except (Refused, Uncertain, TimeoutError) as error:
            _log.warning("form not opened", error=str(error))
            return False
        return True

    async def open_window(self, install: Install, said: Said, view: View) -> None:
        await self._calls.call(install.token.access, "views.open", trigger_id=said.place.trigger, view=view)

    async def change_window(self, install: Install, said: Said, view: View) -> None:
        await self._calls.call(install.token.access, "views.update", view_id=said.place.view, view=view)

    async def publish_home(self, install: Install, user: str, cards: Sequence[Card]) -> None:
        await self._calls.call(install.token.access, "views.publish", user_id=user, view=render.home(cards))

    async def update(self, install: Install, said: Said, reply: Reply) -> None:
        """The pressed message as it stands now; one that only one person sees can be changed by its own address alone."""
        if said.place.surface is Surface.ephemeral:
            message = render.message(reply.card)
            await self._calls.respond(said.place.response_url, replace_original=True, **message)
            return
        await self._kept(
            install.token.access, "chat.update", reply.card, channel=said.place.channel, ts=said.place.message
        )

    async def _kept(self, token: str, method: str, card: Card, **where: Any) -> None:
        """A message that stays, with Slack's own charts; once more with bars where a workspace does not take those."""
        drawn = render.message(card, own_charts=charts.MOST)
        try:
            await self._calls.call(token, method, **where, **drawn)
        except Refused as error:
            if error.error not in _NOT_DRAWN or not render.has_own_charts(drawn):
                raise
            await self._calls.call(token, method, **where, **render.message(card))

    async def post(self, install: Install, said: Said, reply: Reply) -> None:
        """A new message: in the DM for all to keep, in a channel for the one who asked, unless it is shared."""
        place = said.place
        card = shareable(reply.card, reply, place)
        token, thread = install.token.access, {"thread_ts": place.thread} if place.thread else {}
        if place.surface is Surface.ephemeral:
            shared = (
                {"response_type": "in_channel", "delete_original": True}
                if reply.is_shared
                else {"response_type": "ephemeral"}
            )
            await self._calls.respond(
                place.response_url, replace_original=False, **shared, **thread, **render.message(card)
            )
        elif reply.is_shared or place.is_direct:
            once = str(uuid.uuid5(_NAMESPACE, f"{place.team}:{said.key}"))
            where = place.channel or place.user
            await self._kept(
                token, "chat.postMessage", card, channel=where, client_msg_id=once, **_UNFURL_NOTHING, **thread
            )
        else:
            await self._privately(token, place, {**thread, **render.message(card)})

    async def whisper(self, said: Said, card: Card) -> None:
        """For the one who pressed, without a token."""
        told = {"response_type": "ephemeral", "replace_original": False, **render.message(card)}
        await self._calls.respond(said.place.response_url, **told)

    async def _privately(self, token: str, place: Place, message: Mapping[str, Any]) -> None:
        """For the one who asked, where they asked; in their DM when Slack does not let the bot speak there."""
        try:
            await self._calls.call(token, "chat.postEphemeral", channel=place.channel, user=place.user, **message)
        except Refused as error:
            if error.error not in _NOT_THERE:
                raise
            direct = {name: value for name, value in message.items() if name != "thread_ts"}
            await self._calls.call(token, "chat.postMessage", channel=place.user, **_UNFURL_NOTHING, **direct)

    def soon(self, work: Awaitable[Any]) -> None:
        """Shows something after Slack has been answered; it is stored already, so a failure loses nothing."""
        task = asyncio.ensure_future(self.quietly(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def quietly(self, work: Awaitable[Any]) -> None:
        try:
            await work
        except (Refused, Uncertain) as error:
            _log.warning("answer not shown", error=str(error))


def shareable(card: Card, reply: Reply, place: Place) -> Card:
    """With the second press that makes it public, where there is a public."""
    if not reply.share or place.is_direct:
        return card
    return replace(card, blocks=(*card.blocks, Buttons((Button(SHARE, reply.share),))))
