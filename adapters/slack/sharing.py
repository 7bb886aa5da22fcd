"""A private answer given to everybody where it was asked: once, however often and in whichever process it is pressed."""

import asyncio
from datetime import timedelta

from adapters.slack.calls import Refused
from adapters.slack.inbound import Said
from adapters.slack.installs import Install
from adapters.slack.posting import Posting
from bot.app import App
from bot.cards import Reply
from bot.store import Operator
from bot.views.platforms import shared_already

_SHARED, _SHARED_FOR = "shared:slack:", timedelta(days=1)  # what was pressed is gone long before


class Sharing:
    def __init__(self, app: App, posting: Posting) -> None:
        self._app = app
        self._posting = posting

    async def share(self, install: Install, said: Said, reply: Reply) -> None:
        """Once for each answer that was asked for, however often and in whichever process it is pressed."""
        place, app = said.place, self._app
        key, now = f"{_SHARED}{place.team}:{place.channel}:{place.message}", app.clock()

        def is_first(operator: Operator) -> bool:
            operator.forget_expired(_SHARED, now)
            return operator.lease(key, now, now + _SHARED_FOR)

        if not await asyncio.to_thread(app.database.operate, is_first):
            await self._posting.whisper(said, shared_already())
            return
        try:
            await self._posting.post(install, said, reply)
        except Refused:  # it is not there, so they may try again
            await asyncio.to_thread(app.database.operate, lambda o: o.release(key))
            raise
