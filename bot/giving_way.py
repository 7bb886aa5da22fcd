"""Whoever speaks to the bot is answered first: what nobody waits for, making and sending lists, goes on in between.

While people go on speaking it goes on too, a small step ten times a second: mornings go out however many speak.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_BETWEEN_SECONDS = 0.1
_LOOK_SECONDS = 0.005


class GivingWay:
    """Safe to use from several threads. `seconds`: a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._speaking = 0
        self._stepped_at = 0.0
        self._waiting: list[object] = []

    @property
    def is_asked(self) -> bool:
        """Whether anybody waits for an answer."""
        return self._speaking > 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        with self._lock:
            self._speaking += 1
        try:
            yield
        finally:
            with self._lock:
                self._speaking -= 1

    def wait(self) -> None:
        """Until a step may be taken."""
        with self._in_turn() as ticket:
            while not self._may_step(ticket):
                time.sleep(_LOOK_SECONDS)

    async def wait_aside(self) -> None:
        """The same, of a loop: a thread that waits would be one less that answers."""
        with self._in_turn() as ticket:
            while not self._may_step(ticket):  # noqa: ASYNC110 - told by other threads, which know no event of this loop
                await asyncio.sleep(_LOOK_SECONDS)

    @contextmanager
    def _in_turn(self) -> Iterator[object]:
        """Whoever waits first steps first: no workspace waits for as long as people speak."""
        ticket = object()
        with self._lock:
            self._waiting.append(ticket)
        try:
            yield ticket
        finally:
            with self._lock:
                self._waiting.remove(ticket)

    def _may_step(self, ticket: object) -> bool:
        with self._lock:
            now = self._seconds()
            is_due = self._waiting[0] is ticket and now - self._stepped_at >= _BETWEEN_SECONDS
            may = not self._speaking or is_due
            self._stepped_at = now if may else self._stepped_at
            return may


GIVING_WAY = GivingWay()
