"""The one job: every 30 seconds ask the database who is due, then send. APScheduler only ticks; it stores nothing."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.store import Database
from scheduler.chaining import chain_up
from scheduler.clocks import LeaseClock, Watch
from scheduler.digests import decide_due
from scheduler.outbox import Deliver, send_due
from scheduler.planning import ClockIsBehind
from scheduler.purging import Purge

SECONDS = 30
_log = structlog.get_logger()


class Ticker:
    """Ticks while started. `tick_once` may be called at any time, also when the page's clock was moved."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        senders: Mapping[str, Deliver],
        lease_clock: LeaseClock | None = None,
        watch: Watch | None = None,
        purge: Purge | None = None,
    ) -> None:
        self._lease_clock, self._watch, self._purge = lease_clock, watch, purge
        self._database = database
        self._clock = clock
        self._senders = senders
        # On a busy machine a tick that comes late is a tick all the same.
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None})
        self._one_at_a_time = asyncio.Lock()
        self._is_stopping = False

    def start(self) -> None:
        """The first tick is at once, and nobody waits for it: it may send for minutes."""
        self._scheduler.add_job(self._tick, "interval", seconds=SECONDS, max_instances=1, coalesce=True)
        self._scheduler.start()
        self.soon()

    def soon(self) -> None:
        """Somebody is waiting for what was just queued: a tick of its own, where this process ticks at all."""
        if self._scheduler.running:
            self._scheduler.add_job(self._tick)

    async def stop(self) -> None:
        self._is_stopping = True
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        async with self._one_at_a_time:
            pass  # a tick under way ends before the database closes

    async def tick_once(self) -> int:
        """One tick now; returns how many messages arrived."""
        async with self._one_at_a_time:
            sent = await self._send() if await self._look() else 0
            await self._tidy()
            return sent

    async def _tidy(self) -> None:
        """Behind everything that somebody waits for."""
        try:
            await asyncio.to_thread(chain_up, self._database)
        except Exception:  # noqa: BLE001 - what has no place yet gets one with the next tick
            _log.exception("the audit record was not chained")
        if self._purge:
            try:
                await asyncio.to_thread(self._purge.once_a_night)
            except Exception:  # noqa: BLE001 - what is old can go tomorrow; mornings cannot wait for it
                _log.exception("what is old was not taken away")

    async def _look(self) -> bool:
        """Decides what is due; whether what is queued may be sent."""
        if self._watch and not await asyncio.to_thread(self._watch.may_send):
            return False
        try:
            await asyncio.to_thread(decide_due, self._database, self._clock())
        except ClockIsBehind as error:
            _log.error("nothing is decided or sent", why=str(error))
            return False
        except Exception:  # noqa: BLE001 - what is queued already is sent, whatever stands in the way of the rest
            _log.exception("deciding failed; the next tick tries again")
        return True

    async def _send(self) -> int:
        """While many messages go out, for minutes perhaps, other hours come: it looks as often as when there is nothing to send."""
        sending = asyncio.create_task(send_due(self._database, self._senders, self._clock, self._lease_clock))
        try:
            while not (await asyncio.wait({sending}, timeout=SECONDS))[0]:
                await self._look()
            return sending.result()
        finally:
            sending.cancel()  # of no effect on what is done
            await asyncio.wait({sending})

    async def _tick(self) -> None:
        try:
            await self.tick_once()
        except asyncio.CancelledError:  # by the scheduler's end: what was not sent yet is sent after the next start
            if not self._is_stopping:
                raise
        except Exception:  # noqa: BLE001 - the outer guard of the ticker: one bad tick must not end the mornings
            _log.exception("tick failed; the next one tries again")
