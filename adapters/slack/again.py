"""An answer is shown after all: tried again a few times where Slack was busy, broke or was not reached, or a token that has ended was
not renewed yet, as far as twice does no harm.

What was answered is stored already. Nothing here keeps Slack waiting: it is asked for behind the answer to Slack's own request.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager, suppress

from adapters.slack.calls import TOKEN_ENDED, RateLimited, Refused, Uncertain

PAUSES = (1.0, 3.0, 9.0)  # seconds before each further try
LONGEST = 60.0  # seconds that Slack may ask to wait: who waits longer has asked again
_NOT_YET = frozenset({"not_connected", TOKEN_ENDED})  # nothing was done
_SHOWN = frozenset(
    {"duplicate_message", "duplicate_message_not_found"}
)  # the try that broke had arrived; they deleted it

Place = tuple[str, str]  # a workspace and a method: each has a limit of its own


class Turn:
    """`is_taken`: something is shown in it, or was to be."""

    is_taken = False


class Again:
    def __init__(self) -> None:
        self._ending = asyncio.Event()
        self._closed_until: dict[Place, float] = {}  # by the event loop's clock
        self._newest: dict[Hashable, object] = {}

    def end(self) -> None:
        """Nobody waits any more: what is still to be tried is tried at once."""
        self._ending.set()

    @contextmanager
    def turn(self, of: Hashable) -> Iterator["Turn"]:
        """The newest change of that from now on, whenever it is shown: `turn` of `shown`. Where it shows nothing, what was to be
        shown before it still is."""
        before = self._newest.get(of)
        mark = self._newest[of] = Turn()
        try:
            yield mark
        finally:
            if self._newest.get(of) is mark:
                if before is None or mark.is_taken:
                    del self._newest[of]
                else:
                    self._newest[of] = before

    async def shown(
        self,
        attempt: Callable[[], Awaitable[object]],
        place: Place,
        *,
        instead_of: Hashable = None,
        turn: Turn | None = None,
        is_harmless: bool = True,
    ) -> bool:
        """`instead_of`: what it changes; a newer change of that leaves this one out, newer than its `turn`. `is_harmless`: if it
        came twice. Whether it is shown.

        Raises Refused or Uncertain.
        """
        mark: object = turn or object()
        if turn:
            turn.is_taken = True
        elif instead_of is not None:
            self._newest[instead_of] = mark
        try:
            return await self._in_turn(attempt, place, instead_of, mark, is_harmless=is_harmless)
        except Refused as error:
            if error.error not in _SHOWN:
                raise
            return True
        finally:
            if not turn and self._newest.get(instead_of) is mark:
                del self._newest[instead_of]

    async def _in_turn(
        self, attempt: Callable[[], Awaitable[object]], place: Place, of: Hashable, mark: object, *, is_harmless: bool
    ) -> bool:
        for pause in PAUSES:
            if not await self._is_wanted(place, of, mark):
                return False
            if await self._tried(attempt, place, pause, is_harmless=is_harmless):
                return True
        if not await self._is_wanted(place, of, mark):
            return False
        await attempt()
        return True

    async def _is_wanted(self, place: Place, instead_of: Hashable, mark: object) -> bool:
        await self._wait(self._closed_until.get(place, 0.0) - asyncio.get_running_loop().time())
        return instead_of is None or self._newest.get(instead_of) is mark

    async def _tried(
        self, attempt: Callable[[], Awaitable[object]], place: Place, pause: float, *, is_harmless: bool
    ) -> bool:
        """Whether it is shown; where another try may help, once that one's time has come. Raises Refused or Uncertain."""
        try:
            await attempt()
        except RateLimited as error:
            if error.seconds > LONGEST:
                raise
            self._closed_until[place] = asyncio.get_running_loop().time() + error.seconds
        except Refused as error:
            if error.error not in _NOT_YET:
                raise
            await self._wait(pause)
        except Uncertain as error:
            if not is_harmless or error.seconds > LONGEST:
                raise
            await self._wait(max(pause, error.seconds))
        else:
            return True
        return False

    async def _wait(self, seconds: float) -> None:
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), seconds)
