"""Shows an answer in Slack: a form opened, a message changed, posted or whispered. What is shown is stored already."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import structlog

from adapters.opened import Opened
from adapters.slack import charts, modal, render
from adapters.slack.again import Again, Turn
from adapters.slack.calls import Refused, Uncertain
from adapters.slack.inbound import Place, Said, Surface
from adapters.slack.installs import Install
from adapters.slack.refusals import TOO_MUCH
from adapters.slack.speaking import Speaking
from bot.cards import Button, Buttons, Card, Reply
from bot.views.people import SHARE

_NOT_THERE = frozenset({"user_not_in_channel", "channel_not_found", "not_in_channel", "is_archived"})
_OPENED_BY_ITS_TWIN = "exchanged_trigger_id"  # the same request came more than once
_OPEN_SECONDS = 2.0  # a form opens within three seconds or not at all
_NAMESPACE = uuid.UUID("6f0d6ee4-6b1e-4c8a-9d0c-0a4a3f3f6d11")  # ours: the same answer always bears the same id
_UNFURL_NOTHING = {"unfurl_links": False, "unfurl_media": False}
View = dict[str, Any]
Which = tuple[str, str, str]  # message: workspace, channel, ts
_log = structlog.get_logger()


class Posting:
    def __init__(self, speaking: Speaking) -> None:
        self._speaking = speaking
        self._again = Again()
        self._opened = Opened()
        self._under_way: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        """What still waits for another try has it now."""
        self._again.end()
        await self.settle()

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
            if str(error) == _OPENED_BY_ITS_TWIN:
                return True
            _log.warning("form not opened", error=str(error))
            return False
        return True

    async def open_window(self, install: Install, said: Said, view: View) -> None:
        await self._speaking.call(install, "views.open", trigger_id=said.place.trigger, view=view)

    async def change_window(self, install: Install, said: Said, view: View) -> None:
        await self._surely(install, "views.update", instead_of=said.place.view, view_id=said.place.view, view=view)

    async def publish_home(self, install: Install, user: str, cards: Sequence[Card]) -> None:
        whose = (install.team, user)
        await self._surely(install, "views.publish", instead_of=whose, user_id=user, view=render.home(cards))

    async def update(self, install: Install, said: Said, reply: Reply) -> None:
        """The pressed message as it stands now; one that only one person sees can be changed by its own address alone."""
        place = said.place
        which = (place.team, place.channel, place.message)
        if place.surface is Surface.ephemeral:
            await self._respond(place, instead_of=which, replace_original=True, **render.message(reply.card))
            return
        self._opened.note(which, reply.card.key)
        await self.change(install, place.channel, place.message, reply.card)

    def in_turn(self, which: Which) -> AbstractContextManager[Turn]:
        """What changes that message from now on is newer than what was asked for before, though it is read only then."""
        return self._again.turn(which)

    def opened_at(self, which: Which, key: str) -> str:
        """The key of what that message shows; `key` as it was sent."""
        return self._opened.key_of(which, key)

    async def change(self, install: Install, channel: str, ts: str, card: Card, *, turn: Turn | None = None) -> bool:
        """A message that stays; of two changes the newer one is shown. Whether it is this one."""
        which = (install.team, channel, ts)
        return await self._kept(install, "chat.update", card, instead_of=which, turn=turn, channel=channel, ts=ts)

    async def _kept(
        self, install: Install, method: str, card: Card, *, instead_of: Hashable = None, turn: Any = None,
        **where: Any,
    ) -> bool:  # fmt: skip
        """A message that stays, with Slack's own charts; with bars where a workspace takes none, in half where it is too much."""
        drawn = render.message(card, own_charts=charts.MOST)
        plainer = [render.message(card)] if render.has_own_charts(drawn) else []
        for one in (drawn, *plainer):
            try:
                return await self._surely(install, method, instead_of=instead_of, turn=turn, **where, **one)
            except Refused as error:
                if error.error not in TOO_MUCH:
                    raise
        smaller = render.message(card, render.SMALLER)
        return await self._surely(install, method, instead_of=instead_of, turn=turn, **where, **smaller)

    async def _surely(
        self, install: Install, method: str, *, instead_of: Hashable = None, turn: Any = None, **arguments: Any
    ) -> bool:
        return await self._again.shown(
            lambda: self._speaking.call(install, method, **arguments),
            (install.team, method),
            instead_of=instead_of,
            turn=turn,
        )

    async def _respond(
        self, place: Place, *, instead_of: Hashable = None, is_harmless: bool = True, **message: Any
    ) -> None:
        await self._again.shown(
            lambda: self._speaking.respond(place.response_url, **message), (place.team, "response_url"),
            instead_of=instead_of, is_harmless=is_harmless,
        )  # fmt: skip

    async def post(self, install: Install, said: Said, reply: Reply) -> None:
        """A new message: in the DM for all to keep, in a channel for the one who asked, unless it is shared."""
        place = said.place
        card = shareable(reply.card, reply, place)
        thread = (
            {"thread_ts": place.thread} if place.thread else {}
        )  # Slack shows no whisper in a thread that nobody has begun
        if place.surface is Surface.ephemeral:
            await self._beside(place, {**thread, **render.message(card)}, is_shared=reply.is_shared)
        elif reply.is_shared or place.is_direct:
            where = place.channel or place.user
            begins = place.message if place.surface is Surface.mention else ""
            thread = thread or ({"thread_ts": begins} if begins else {})
            await self._kept(
                install, "chat.postMessage", card, channel=where, client_msg_id=_once(said), **_UNFURL_NOTHING, **thread
            )
        else:
            await self._privately(install, said, {**thread, **render.message(card)}, reply.card)

    async def _beside(self, place: Place, message: Mapping[str, Any], *, is_shared: bool) -> None:
        """Where only one person sees what was pressed. Nothing tells Slack that a shared answer comes a second time."""
        how = {"response_type": "in_channel", "delete_original": True} if is_shared else {"response_type": "ephemeral"}
        told = {**how, **_UNFURL_NOTHING, **message}
        await self._respond(place, is_harmless=not is_shared, replace_original=False, **told)

    async def whisper(self, said: Said, card: Card) -> None:
        """For the one who pressed, without a token."""
        told = {"response_type": "ephemeral", "replace_original": False, **render.message(card)}
        await self._respond(said.place, **told)

    async def _privately(self, install: Install, said: Said, message: Mapping[str, Any], alone: Card) -> None:
        """For the one who asked, where they asked; in their DM, where nobody is to share it with, when Slack does not let the bot
        speak there."""
        place = said.place
        try:
            await self._surely(install, "chat.postEphemeral", channel=place.channel, user=place.user, **message)
        except Refused as error:
            if error.error not in _NOT_THERE:
                raise
            direct = render.message(alone)
            await self._surely(
                install, "chat.postMessage", channel=place.user, client_msg_id=_once(said), **_UNFURL_NOTHING, **direct
            )

    def soon(self, work: Awaitable[Any]) -> None:
        """Shows something after Slack has been answered; it is stored already, so a failure loses nothing."""
        task = asyncio.ensure_future(self.quietly(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def later(self, install: Install, asked: Callable[[], Awaitable[object]]) -> None:
        """What has to wait for Slack to say who somebody is."""
        self.soon(self._again.shown(asked, (install.team, "users.info")))

    async def quietly(self, work: Awaitable[Any]) -> None:
        try:
            await work
        except (Refused, Uncertain) as error:
            _log.warning("answer not shown", error=str(error))


def _once(said: Said) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{said.place.team}:{said.key}"))


def shareable(card: Card, reply: Reply, place: Place) -> Card:
    """With the second press that makes it public, where there is a public."""
    if not reply.share or place.is_direct:
        return card
    return replace(card, blocks=(*card.blocks, Buttons((Button(SHARE, reply.share),))))
