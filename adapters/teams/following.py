"""Today's list in their chat follows what its member does elsewhere in Teams. It is shown behind the answer; a failure loses nothing."""

import asyncio
from contextlib import suppress
from dataclasses import replace

from adapters.teams import messages
from adapters.teams.posting import Posting
from adapters.teams.reference import Reference
from bot.app import App, UnknownMember
from bot.cards import Message, Reply


class Following:
    def __init__(self, app: App, posting: Posting) -> None:
        self._app = app
        self._posting = posting

    async def follow(self, here: Reference, message: Message, reply: Reply) -> None:
        """Changes the list where it stands, if the reply's acts are of one of its deals."""
        with suppress(UnknownMember):
            found = await asyncio.to_thread(self._app.list_behind, message, reply.acts)
            if found and message.address and found.place.place == message.address.place:
                conversation, _, message_id = found.reference.rpartition(":")
                await self._brought_up_to_date(replace(here, conversation=conversation), message_id, message, found.key)

    async def _brought_up_to_date(self, where: Reference, message_id: str, message: Message, key: str) -> None:
        card = await asyncio.to_thread(self._app.list_now, message, self._posting.opened_at(where, message_id, key))
        if card:
            await self._posting.change(where, message_id, messages.message(Reply(card)))
