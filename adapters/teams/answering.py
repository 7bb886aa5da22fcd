"""How each thing said in Teams is answered: alone with the one who said it, in place when it was a press or a form.

What Teams waits for (fifteen seconds, then it sends it again) is the effect, stored; what shows it may come a moment later.
"""

import asyncio
from dataclasses import replace

from adapters.teams import inbound, messages
from adapters.teams.botframework import BotFramework, Json
from adapters.teams.errors import Refused, Uncertain
from adapters.teams.following import Following
from adapters.teams.hearing import Hearing
from adapters.teams.inbound import Activity, Said, Surface
from adapters.teams.people import CannotTell, People, address_of
from adapters.teams.posting import Posting
from adapters.teams.reference import Reference, is_conversation, reference_in
from adapters.teams.tenants import Tenants
from adapters.teams.verify import tenant_of
from bot.app import App, UnknownMember
from bot.cards import Message, Reply
from bot.views.asking import note
from bot.views.platforms import (
    answered_alone,
    ask_again,
    not_alone_yet,
    nothing_there,
    outsider,
    shared_already,
    try_again,
)

_WORDS = frozenset({Surface.direct, Surface.mention})
_NOT_IN_IT = frozenset(
    {400, 403, 404}
)  # how Teams says that they, or we, are not in a conversation, or that there is none


class Answering:
    def __init__(self, app: App, frame: BotFramework, people: People, tenants: Tenants) -> None:
        self._app = app
        self._frame = frame
        self._people = people
        self._tenants = tenants
        self._posting = Posting(frame)
        self._following = Following(app, self._posting)
        self._hearing = Hearing(app.clock)

    async def settle(self) -> None:
        """Waits for what is still being shown."""
        await self._posting.settle()

    async def to_message(self, activity: Activity) -> None:
        said = inbound.from_message(activity)
        if not self._hearing.begins(said.event):
            return
        try:
            reply = await self._of_message(activity, said)
        except BaseException:
            self._hearing.failed(said.event)
            raise
        self._hearing.ended(said.event)
        if reply.is_repeat and said.place.surface in _WORDS:
            return  # Teams' own repeat: nobody said it twice, so nobody is told
        self._posting.soon(self._shown(activity, said, reply))

    async def _of_message(self, activity: Activity, said: Said) -> Reply:
        if said.problem or not said.text:
            return note(said.problem or nothing_there())
        return await self.reply_to(activity, said)

    async def to_execute(self, activity: Activity) -> Json:
        """A press whose answer takes the card's place, or comes as a message of its own."""
        if inbound.is_refresh(activity):
            return messages.said("")
        said = inbound.from_execute(activity)
        if said.problem or not said.text:
            return messages.said(said.problem or nothing_there())
        is_new = self._hearing.begins(said.event)
        try:
            reply = await self.reply_to(activity, said)
        except BaseException:
            if is_new:  # a repeat that breaks leaves what is known of the first
                self._hearing.failed(said.event)
            raise
        if is_new:
            self._hearing.ended(said.event)
        if said.place.is_direct and _takes_its_place(said, reply):
            self._posting.shows(reference_in(activity), said.place.message, reply.card.key)
            return messages.in_place(reply)
        if is_new:  # every delivery is answered, and what comes as a message comes once
            self._posting.soon(self._posted(activity, said, reply))
        return messages.said("")

    async def to_dialog(self, activity: Activity, said: Said) -> Json:
        if not said.text:
            return messages.dialog(note(said.problem or nothing_there()))
        return messages.dialog(await self.reply_to(activity, said))

    async def search(self, activity: Activity) -> tuple[tuple[str, str], ...]:
        """(number, name) of the deals that fit what was typed, as far as this member may see them."""
        organisation_id = await self._tenants.organisation(tenant_of(activity))
        try:
            member_id = await self._people.member_id(organisation_id, activity)
        except CannotTell:
            return ()
        if member_id is None:
            return ()
        typed = inbound.asks_for(activity)
        return await asyncio.to_thread(self._app.deals_to_choose, organisation_id, member_id, typed)

    async def reply_to(self, activity: Activity, said: Said) -> Reply:
        """What the core answers; whoever is new becomes a member first."""
        organisation_id = await self._tenants.organisation(said.place.tenant)
        await self._people.note(organisation_id, activity)
        message = _message(organisation_id, activity, said)
        reply = await self._said(message)
        if reply is not None:
            if reply.acts:
                self._posting.soon(self._following.follow(reference_in(activity), message, reply))
            return reply
        try:
            member_id = await self._people.member_id(organisation_id, activity)
        except CannotTell:
            return Reply(try_again())
        return (await self._said(message) if member_id else None) or Reply(outsider())

    async def _said(self, message: Message) -> Reply | None:
        """The answer; None when nobody is known there."""
        try:
            return await asyncio.to_thread(self._app.answer, message)
        except UnknownMember:
            return None

    async def _shown(self, activity: Activity, said: Said, reply: Reply) -> None:
        """The answer to a message: in place of the form or list that was sent, else as a message."""
        place = said.place
        if place.surface is Surface.submit and place.message and place.is_direct and _takes_its_place(said, reply):
            await self._posting.replace(reference_in(activity), place.message, messages.message(reply))
        else:
            await self._posted(activity, said, reply)

    async def _posted(self, activity: Activity, said: Said, reply: Reply) -> None:
        """In the chat with the one who asked; what is shared, where it was asked."""
        here = reference_in(activity)
        if reply.is_shared:
            await self._share(here, said, reply)
        elif said.place.is_direct:
            await self._posting.post(here, messages.message(reply, among=said.among))
        else:
            await self._alone(activity, said, reply)

    async def _share(self, here: Reference, said: Said, reply: Reply) -> None:
        """Typed, it is for everybody who reads it there; pressed, for those among whom it was asked."""
        if said.place.surface in _WORDS:
            await self._posting.post(here, messages.message(reply))
            return
        once = f"shared:{said.token}"
        if said.token and not self._hearing.is_first(once):
            await self._posting.post(here, messages.message(Reply(shared_already())))
            return
        is_shared = False
        try:
            there = await self._among(here, said)
            await self._posting.post(there or here, messages.message(reply if there else Reply(ask_again())))
            is_shared = there is not None
        except CannotTell:
            await self._posting.post(here, messages.message(Reply(try_again())))
        finally:
            if not is_shared:
                self._hearing.forget(once)

    async def _among(self, here: Reference, said: Said) -> Reference | None:
        """The group that the card names; None when they are not in it. Only Teams knows: a card's data are anybody's to
        change. Raises CannotTell."""
        if not is_conversation(said.among):
            return None
        there = replace(here, conversation=said.among)
        try:
            await self._frame.get_member(there, here.user)
        except Refused as error:
            if error.status in _NOT_IN_IT:
                return None
            raise CannotTell(str(error)) from None
        except Uncertain as error:
            raise CannotTell(str(error)) from None
        return there

    async def _alone(self, activity: Activity, said: Said, reply: Reply) -> None:
        """A group hears only that there is an answer. Without a chat of their own, they are told how to get one."""
        here = reference_in(activity)
        try:
            chat = await self._chat(activity, said)
            await self._posting.post(chat, messages.message(reply, alerts=True, among=here.conversation))
        except Refused:
            await self._posting.post(here, messages.card_message(not_alone_yet()))
            return
        await self._posting.post(here, messages.card_message(answered_alone(shareable=bool(reply.share))))

    async def _chat(self, activity: Activity, said: Said) -> Reference:
        organisation_id = await self._tenants.organisation(said.place.tenant)
        address = address_of(activity)
        known, _ = await self._people.reference(organisation_id, address)
        unopened = replace(reference_in(activity), conversation="")
        return await self._people.chat(organisation_id, address, known if known.user else unopened)


def _takes_its_place(said: Said, reply: Reply) -> bool:
    """A form gives way to what it became, a list to itself as it stands now."""
    return said.fields is not None or (bool(reply.replaces) and reply.replaces == said.pressed_on)


def _message(organisation_id: int, activity: Activity, said: Said) -> Message:
    key, also = said.keys
    return Message(
        organisation_id, None, said.text, tuple(said.fields.items()) if said.fields is not None else None,
        key=key, pressed_on=said.pressed_on, address=address_of(activity), also=also,
        written_at=said.written_at,
    )  # fmt: skip
