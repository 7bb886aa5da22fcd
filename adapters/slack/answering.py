"""How each thing said in Slack is answered: where it was said, privately, in place when it was a press.

What Slack waits for (three seconds) is the effect, stored; everything that only shows it may come a moment later.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from adapters.slack import modal, render
from adapters.slack.closing import Closed
from adapters.slack.following import Following
from adapters.slack.inbound import Said, Surface
from adapters.slack.installs import Install
from adapters.slack.people import CannotTell, People
from adapters.slack.posting import Posting, shareable
from adapters.slack.sharing import Sharing
from adapters.slack.shown import openable, typeable, window, with_file
from adapters.slack.speaking import Speaking
from adapters.slack.tokens import PLATFORM
from bot.app import App, UnknownMember
from bot.cards import Card, Message, Reply
from bot.model import Address
from bot.tally import TALLY
from bot.views.platforms import form_did_not_open, outsider, try_again

_WORDS = frozenset({Surface.direct, Surface.mention})
_REMEMBERED = 10_000  # keys of events

Ack = Mapping[str, Any]  # what goes back in the answer to Slack's own request
EMPTY: Ack = {}


class Answering:
    def __init__(self, app: App, speaking: Speaking, people: People) -> None:
        self._app = app
        self._posting = Posting(speaking)
        self._sharing = Sharing(app, self._posting)
        self._following = Following(app, self._posting)
        self._people = people
        self._heard: OrderedDict[str, None] = OrderedDict()
        self._homes: set[tuple[str, str]] = set()  # who has looked at their Home since the start

    async def answer(self, install: Install, said: Said) -> Ack:
        """Stores what was said and shows the answer; returns what Slack's own request is answered with."""
        try:
            return await self._once(install, said)
        except CannotTell:  # also of an event: asked again by Slack itself, they would wait for minutes
            return await self._without_them(install, said)

    async def _without_them(self, install: Install, said: Said) -> Ack:
        """Nobody knows yet who that is: what they typed is a press away, and a form keeps what is in it."""
        if said.place.surface is Surface.modal and said.fields is not None:
            return self.without_token(said, try_again())
        line = (said.fields or {}).get("line", "")
        return await self._shown(install, said, Reply(try_again(f"{said.text} {line}".strip())))

    async def tell(self, install: Install, said: Said, card: Card) -> None:
        """What was not read, to a member who hoped that it was; once."""
        with suppress(CannotTell):
            is_member = await self._people.member_id(install, said.place.user) is not None
            if is_member and self._first_time(said.key):
                self._posting.soon(self._sharing.tell(install, said, Reply(card)))

    async def keep(self, install: Install, closed: Closed) -> None:
        """What was typed in a form that was closed. Who is nobody here has opened none."""
        with suppress(UnknownMember):
            await asyncio.to_thread(self._app.keep_typed, _message(install, closed.said), closed.form)

    async def _once(self, install: Install, said: Said) -> Ack:
        if said.place.surface not in _WORDS:
            return await self._answered(install, said)
        if not self._first_time(said.key):
            TALLY.add("inbound", platform=PLATFORM, outcome="duplicate")
            return EMPTY
        try:
            return await self._answered(install, said)
        except BaseException:
            self._heard.pop(said.key, None)  # Slack sends it again, and then it counts
            raise

    async def _answered(self, install: Install, said: Said) -> Ack:
        reply = await self._said(_message(install, said)) or await self._of_somebody_new(install, said)
        if reply.is_repeat and said.place.surface in _WORDS:
            return EMPTY  # Slack's own repeat of an event: nobody said it twice, so nobody is told
        shown = await self._shown(install, said, typeable(with_file(reply, said), said))
        if (said.place.team, said.place.user) in self._homes and said.place.surface is not Surface.home:
            self._posting.soon(self.show_home(install, said.place.user))
        if reply.acts:
            self._posting.soon(self._following.follow(install, _message(install, said), reply))
        if self._people.wonders(install, said.place.user):
            self._posting.soon(self._people.find_name(install, said.place.user))
        return shown

    def without_token(self, said: Said, why: Card) -> Ack:
        """In the answer itself, or by the address that came with what was said. A form keeps what is in it."""
        match said.place.surface:
            case Surface.command:
                return {"response_type": "ephemeral", **render.message(why)}
            case Surface.modal if said.fields is not None:
                return {"response_action": "push", "view": window(why)}
            case Surface.message | Surface.ephemeral if said.place.response_url:
                self._posting.soon(self._posting.whisper(said, why))
        return EMPTY

    async def _said(self, message: Message) -> Reply | None:
        """The answer; None when nobody is known there. Raises UnknownMember where the workspace has to be looked at first."""
        try:
            return await asyncio.to_thread(self._app.answer, message)
        except UnknownMember:
            if message.connected_by is not None:
                raise
            return None

    async def _of_somebody_new(self, install: Install, said: Said) -> Reply:
        member_id = await self._people.member_id(install, said.place.user)
        return (await self._said(_message(install, said)) if member_id else None) or Reply(outsider())

    async def options(self, install: Install, user: str, typed: str) -> dict[str, Any]:
        """Deals that fit what was typed so far, as far as this member may see them."""
        member_id = None
        with suppress(CannotTell):
            member_id = await self._people.member_id(install, user)
        if member_id is None:
            return modal.options(())
        found = await asyncio.to_thread(self._app.deals_to_choose, install.organisation_id, member_id, typed)
        return modal.options(found, typed)

    async def open_home(self, install: Install, user: str) -> None:
        self._homes.add((install.team, user))
        self._posting.soon(self.show_home(install, user))

    async def show_home(self, install: Install, user: str, changed: Card | None = None) -> None:
        """`changed`: the list as the press left it, with what was done ticked and a way back."""
        try:
            member_id = await self._people.member_id(install, user)
            is_known = member_id is not None
            cards = await self._home_of(install, member_id) if member_id is not None else (outsider(),)
        except CannotTell:
            is_known, cards = False, (try_again(),)
        cards = (changed, *cards[1:]) if changed and is_known else cards
        await self._posting.quietly(self._posting.publish_home(install, user, cards))

    async def _home_of(self, install: Install, member_id: int) -> tuple[Card, ...]:
        return await asyncio.to_thread(self._app.home, install.organisation_id, member_id)

    def later(self, install: Install, asked: Callable[[], Awaitable[object]]) -> None:
        self._posting.later(install, asked)

    def _first_time(self, key: str) -> bool:
        """Whether this process has not answered that event yet. What it changes is guarded by the store in any case."""
        known = key in self._heard
        self._heard[key] = None
        while len(self._heard) > _REMEMBERED:
            self._heard.popitem(last=False)
        return not known

    async def settle(self) -> None:
        """Waits for what is still being shown."""
        await self._posting.settle()

    async def close(self) -> None:
        await self._posting.close()

    async def _shown(self, install: Install, said: Said, reply: Reply) -> Ack:
        match said.place.surface:
            case Surface.command:
                return await self._to_command(install, said, reply)
            case Surface.message | Surface.ephemeral:
                return await self._to_press(install, said, reply)
            case Surface.modal:
                return self._to_modal(install, said, reply)
            case Surface.home:
                return await self._to_home(install, said, reply)
            case Surface.shortcut:
                return await self._to_shortcut(install, said, reply)
            case Surface.mention | Surface.direct:
                self._posting.soon(self._sharing.tell(install, said, openable(reply, said)))
                return EMPTY

    async def _to_command(self, install: Install, said: Said, reply: Reply) -> Ack:
        if reply.form and await self._posting.opened(install, said, reply):
            return EMPTY
        card = form_did_not_open(said.text, typed=reply.form.typed) if reply.form else reply.card
        kind = "in_channel" if reply.is_shared else "ephemeral"
        return {"response_type": kind, **render.message(shareable(card, reply, said.place))}

    async def _to_press(self, install: Install, said: Said, reply: Reply) -> Ack:
        if reply.form:
            if not await self._posting.opened(install, said, reply):
                self._posting.soon(
                    self._posting.post(install, said, Reply(form_did_not_open(said.text, typed=reply.form.typed)))
                )
        elif reply.replaces and reply.replaces == said.pressed_on:
            self._posting.soon(self._posting.update(install, said, reply))
        elif reply.is_shared:
            self._posting.soon(self._sharing.share(install, said, reply))
        else:
            self._posting.soon(self._posting.post(install, said, reply))
        return EMPTY

    def _to_modal(self, install: Install, said: Said, reply: Reply) -> Ack:
        """A submission is answered with errors beside the fields, the next form, or what was stored; a press likewise."""
        if reply.form:
            errors = modal.errors(reply.form)
            if errors and said.fields is not None:
                return {"response_action": "errors", "errors": errors}
            view = modal.modal(reply.form, note=reply.card)
        else:
            view = window(reply.card)
        if said.fields is not None:
            return {"response_action": "update", "view": view}
        self._posting.soon(self._posting.change_window(install, said, view))
        return EMPTY

    async def _to_home(self, install: Install, said: Said, reply: Reply) -> Ack:
        """A press in Home changes Home; an answer that is more than that opens above it."""
        changed = bool(reply.replaces) and reply.replaces == said.pressed_on
        if reply.form:
            if not await self._posting.opened(install, said, reply):
                self._posting.soon(
                    self._posting.post(install, said, Reply(form_did_not_open(said.text, typed=reply.form.typed)))
                )
        elif not changed:
            await self._posting.quietly(self._posting.open_window(install, said, window(reply.card)))
        self._posting.soon(self.show_home(install, said.place.user, reply.card if changed else None))
        return EMPTY

    async def _to_shortcut(self, install: Install, said: Said, reply: Reply) -> Ack:
        if reply.form and await self._posting.opened(install, said, reply):
            return EMPTY
        line = (said.fields or {}).get("line", "")
        instead = Reply(form_did_not_open(said.text, line, typed=reply.form.typed)) if reply.form else reply
        self._posting.soon(self._posting.post(install, said, instead))
        return EMPTY


def _message(install: Install, said: Said) -> Message:
    return Message(
        install.organisation_id, None, said.text,
        tuple(said.fields.items()) if said.fields is not None else None,
        key=said.key, pressed_on=said.pressed_on, address=Address(PLATFORM, install.team, said.place.user),
        connected_by=install.sealed, written_at=said.written_at, mentioned=said.newcomers,
    )  # fmt: skip
