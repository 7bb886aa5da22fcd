"""What is shown in a channel or in the DM is shown once, however often and in whichever process it arrives: Slack keeps only posts
apart, by their `client_msg_id` (and says so of no bot's), and neither whispers nor presses."""

import asyncio
import hashlib
from datetime import timedelta

from adapters.slack.calls import Refused, Uncertain
from adapters.slack.inbound import Said
from adapters.slack.installs import Install
from adapters.slack.posting import Posting
from bot.app import App
from bot.cards import Reply
from bot.store import Operator
from bot.views.platforms import perhaps_shared, shared_already

_SHARED, _TOLD = "shared:slack:", "told:slack:"
_KEPT = timedelta(days=1)  # what was pressed, or is delivered again, is gone long before


class Sharing:
    def __init__(self, app: App, posting: Posting) -> None:
        self._app = app
        self._posting = posting

    async def share(self, install: Install, said: Said, reply: Reply) -> None:
        """A private answer given to everybody where it was asked: once for each answer that was asked for."""
        place = said.place
        try:
            is_first = await self._once(install, said, reply, _SHARED, f"{place.team}:{place.channel}:{place.message}")
        except Uncertain:  # it may be there, so it is not tried again
            await self._posting.whisper(said, perhaps_shared())
            raise
        if not is_first:
            await self._posting.whisper(said, shared_already())

    async def tell(self, install: Install, said: Said, reply: Reply) -> None:
        """The answer to words; nothing when that event was answered already. Only who asked reads it: rather twice than never."""
        await self._once(install, said, reply, _TOLD, f"{said.place.team}:{said.key}", again=Exception)

    async def _once(
        self, install: Install, said: Said, reply: Reply, kind: str, what: str, *, again: type[Exception] = Refused
    ) -> bool:
        """Whether this was the first time. After an `again` it may be tried anew."""
        key, now = f"{kind}{hashlib.sha256(what.encode()).hexdigest()}", self._app.clock()

        def is_first(operator: Operator) -> bool:
            operator.forget_expired(kind, now)
            return operator.lease(key, now, now + _KEPT)

        if not await asyncio.to_thread(self._app.database.operate, is_first):
            return False
        try:
            await self._posting.post(install, said, reply)
        except again:  # refused, it is not there; else it may be
            await asyncio.to_thread(self._app.database.operate, lambda o: o.release(key))
            raise
        return True
