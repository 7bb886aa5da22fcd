"""How fast a workspace may be written to: a few messages a second, none while its platform has asked for a pause.

In memory, since one worker at a time sends to a workspace (bot.store.workers).
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from scheduler.fates import Closed, DeliveryError, Fate

PER_SECOND = 5.0
BURST = 5.0
_LONGEST = 3600.0  # seconds of a pause: it is kept beyond a restart, and then asked about again


class Pace:
    """Tokens of each workspace. `seconds` is a monotonic clock."""

    def __init__(self, seconds: Callable[[], float], per_second: float = PER_SECOND) -> None:
        self._seconds = seconds
        self._per_second = per_second
        self._tokens: dict[str, tuple[float, float]] = {}  # how many, as of when
        self._closed_until: dict[str, float] = {}

    async def wait(self, workspace: str) -> None:
        """Until that workspace may be written to. Raises DeliveryError when that is not soon."""
        self.check(workspace)
        delay = self._taken(workspace)
        if delay > 0:
            await asyncio.sleep(delay)

    def check(self, workspace: str) -> None:
        """Raises DeliveryError while it wants to hear nothing: then nothing else need be asked there for a message."""
        closed = self._closed_until.get(workspace, 0.0) - self._seconds()
        if closed > 0:
            raise DeliveryError(Fate.not_sent, "asked to wait", timedelta(seconds=closed))

    def close(self, workspace: str, seconds: float, reason: str = "ratelimited") -> Closed:
        """The platform asked for a pause; what to raise, so that other workers hear of it."""
        pause = min(seconds, _LONGEST)
        self._closed_until[workspace] = self._seconds() + pause
        return Closed(reason, timedelta(seconds=pause))

    def _taken(self, workspace: str) -> float:
        """Takes one token, perhaps of the future; how long until it is there."""
        now = self._seconds()
        tokens, since = self._tokens.get(workspace, (BURST, now))
        left = min(BURST, tokens + (now - since) * self._per_second) - 1
        self._tokens[workspace] = (left, now)
        return max(0.0, -left / self._per_second)
