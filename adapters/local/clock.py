"""The page's clock: the machine's, moved forward as far as somebody asked. The offset is stored, so a restart keeps it."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.store import Database, Operator
from scheduler.planning import put_right

MOVED = "local.clock.offset_seconds"
_FURTHEST = "local.clock.furthest_seconds"


def furthest_ahead(operator: Operator) -> timedelta:
    """How far the page's clock ever was ahead of the machine's."""
    return timedelta(seconds=float(operator.meta(_FURTHEST) or operator.meta(MOVED) or 0))


def leave_moved(database: Database, now: datetime) -> None:
    """The page is off, and the time is the machine's again: else nothing were decided until it has caught up with the page's."""

    def leave(operator: Operator) -> None:
        if float(operator.meta(MOVED) or 0):
            operator.set_meta(MOVED, "0")
            put_right(operator.mornings, now)

    database.operate(leave)


class MovableClock:
    """Call it for the time; `move_to` only goes forward."""

    def __init__(self, database: Database, real: Callable[[], datetime]) -> None:
        self._database = database
        self._real = real
        self._lock = threading.Lock()
        stored = database.operate(lambda operator: operator.meta(MOVED))
        self._offset = timedelta(seconds=float(stored)) if stored else timedelta()

    def __call__(self) -> datetime:
        return self._real() + self._offset

    def move_to(self, instant: datetime) -> None:
        """Raises ValueError when that instant has passed."""
        with self._lock:
            if instant < self():
                raise ValueError("the clock only moves forward")
            offset = instant - self._real()
            since = self()
            self._database.operate(lambda operator: _keep(operator, offset, since, instant))
            self._offset = offset


def _keep(operator: Operator, offset: timedelta, since: datetime, to: datetime) -> None:
    furthest = max(offset, furthest_ahead(operator))
    operator.set_meta(MOVED, str(offset.total_seconds()))
    operator.set_meta(_FURTHEST, str(furthest.total_seconds()))
    operator.mornings.leapt(since, to)
