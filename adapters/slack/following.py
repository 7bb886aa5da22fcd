"""Today's list in the DM follows what its member does elsewhere in Slack. It is shown behind the answer; a failure loses nothing."""

import asyncio
from contextlib import suppress

from adapters.slack.installs import Install
from adapters.slack.posting import Posting
from adapters.slack.tokens import PLATFORM
from bot.app import App, UnknownMember
from bot.cards import Message, Reply

_TURNS = 3  # whoever presses that fast changes it again in any case


class Following:
    def __init__(self, app: App, posting: Posting) -> None:
        self._app = app
        self._posting = posting

    async def follow(self, install: Install, message: Message, reply: Reply) -> None:
        """Changes the list where it stands, if the reply's acts are of one of its deals."""
        with suppress(UnknownMember):
            found = await asyncio.to_thread(self._app.list_behind, message, reply.acts)
            channel, _, ts = found.reference.partition(":") if found else ("", "", "")
            if found and found.place.place == (PLATFORM, install.team) and ts.replace(".", "").isdecimal():
                await self._brought_up_to_date(install, channel, ts, message, found.key)

    async def _brought_up_to_date(self, install: Install, channel: str, ts: str, message: Message, key: str) -> None:
        """Its turn is taken before it is read: a press that comes meanwhile is drawn after it. That one may have been read before
        this was done, so it is read anew where it was overtaken."""
        which = (install.team, channel, ts)
        for _ in range(_TURNS):
            with self._posting.in_turn(which) as turn:
                card = await asyncio.to_thread(self._app.list_now, message, self._posting.opened_at(which, key))
                if card is None or await self._posting.change(install, channel, ts, card, turn=turn):
                    return
