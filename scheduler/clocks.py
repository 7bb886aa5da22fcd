"""Whether the machine's clock can be believed, and the clock that leases run by, which nobody sets.

A wrong clock spoils the wall time of every message, and platforms refuse what is signed five minutes off. So a difference
of more than two minutes stops deciding and sending: to the database's clock where that is another machine's, else to what the
clock showed before, until it has gone evenly for two minutes. A sleep of the machine is no jump.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.store import Database, Operator

Clock = Callable[[], datetime]
LeaseClock = Callable[[Operator], datetime]
WARN, STOP = timedelta(seconds=5), timedelta(seconds=120)
SETTLING_SECONDS = 120.0
OK = "ok"
_log = structlog.get_logger()


def running_seconds() -> float:
    """Seconds that only go forward, with those for which the machine slept, where the system tells them."""
    known = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if known is None else time.clock_gettime(known)


def lease_clock(database: Database, clock: Clock, seconds: Callable[[], float] = running_seconds) -> LeaseClock:
    """PostgreSQL's own clock, which all processes share. SQLite has one process: its start, and the seconds since."""
    began, first = clock(), seconds()
    if database.is_sqlite:
        return lambda _: began + timedelta(seconds=seconds() - first)
    return lambda operator: operator.clock() or clock()


class Watch:
    """`may_send` is asked at each tick; `state` is for operators: "ok", or what is wrong."""

    def __init__(self, database: Database, clock: Clock, seconds: Callable[[], float] = running_seconds) -> None:
        self._database, self._clock, self._seconds = database, clock, seconds
        self._before = (clock(), seconds())
        self._settled_at = float("-inf")
        self.state = OK

    def may_send(self) -> bool:
        off = self._off()
        if abs(off) > STOP:
            self._settled_at = self._seconds() + (SETTLING_SECONDS if self._database.is_sqlite else 0)
        stopped = abs(off) > STOP or self._seconds() < self._settled_at
        self.state = _said(off, stopped=stopped)
        if self.state != OK:
            _log.warning("the machine's clock", state=self.state)
        return not stopped

    def _off(self) -> timedelta:
        """How far the clock is ahead of the database's, or of what it should show by the seconds since the last look."""
        now, seconds = self._clock(), self._seconds()
        there = None if self._database.is_sqlite else self._database.survey(lambda operator: operator.clock())
        before, self._before = self._before, (now, seconds)
        return now - (there or before[0] + timedelta(seconds=seconds - before[1]))


def _said(off: timedelta, *, stopped: bool) -> str:
    seconds = round(abs(off).total_seconds())
    if abs(off) <= WARN:
        return "it jumped; nothing is sent until it has gone evenly for two minutes" if stopped else OK
    way = "ahead" if off > timedelta() else "behind"
    return f"{seconds} seconds {way}{'; nothing is sent until that is put right' if stopped else ''}"
