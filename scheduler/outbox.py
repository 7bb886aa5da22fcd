"""Sends what is queued: claim, commit, call, classify, commit. Only here is a DeliveryError caught.

A call that may have arrived is never simply repeated: a minute later it comes back marked uncertain, and the platform's
adapter looks whether it is there (reliability: not twice, not never). Workspaces do not wait for each other, and each is sent to
by one worker at a time (bot.store.workers).
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Unpack

import structlog

from bot.cards import Card
from bot.giving_way import GIVING_WAY
from bot.model import Reach
from bot.store import WITHDRAW, Database, Operator, Outcome, Parcel
from bot.tally import TALLY
from bot.wire import card_from
from scheduler import patience
from scheduler.clocks import LeaseClock
from scheduler.failures import wordless
from scheduler.fates import Closed, DeliveryError, Fate, after

Workspace = tuple[str, str]  # its platform, and its key there
Deliver = Callable[[Parcel, Card], Awaitable[str]]  # returns the platform's reference of the message

_MOST_QUEUES = 50  # of workspaces at once: a hundred messages of each may be in memory
_NOT_THERE = frozenset({"dead", "stopped"})
_log = structlog.get_logger()


async def send_due(
    database: Database,
    senders: Mapping[str, Deliver],
    clock: Callable[[], datetime],
    lease_clock: LeaseClock | None = None,
) -> int:
    """Sends every parcel whose time has come, once; returns how many arrived. Leases run by `clock` unless told otherwise.

    A workspace that has something under way gets no more meanwhile; the others do, however much that one has queued.
    """
    sending = _Sending(database, senders, clock, lease_clock or (lambda _: clock()))
    queues: dict[asyncio.Task[int], Workspace] = {}
    left: list[Workspace] = []
    sent = 0
    try:
        while True:
            busy = list(queues.values())
            parcels: list[Parcel] = []
            if len(busy) < _MOST_QUEUES:
                parcels = await asyncio.to_thread(sending.claimed, busy, left)
                left = []
            for workspace, queue in _by_workspace(parcels).items():
                queues[asyncio.create_task(sending.send(queue))] = workspace
            if not queues:
                return sent
            if not parcels:
                ended, _ = await asyncio.wait(queues, return_when=asyncio.FIRST_COMPLETED)
                sent += sum(queue.result() for queue in ended)  # none fails: each parcel is guarded by itself
                left += [queues[queue] for queue in ended]
                queues = {queue: where for queue, where in queues.items() if queue not in ended}
    finally:
        await _ended(queues)


async def _ended(queues: Collection[asyncio.Task[int]]) -> None:
    """However it ends, no queue is left behind: told to stop they stop, and where claiming failed they end as they would."""
    task = asyncio.current_task()
    if task and task.cancelling():
        for queue in queues:
            queue.cancel()
    await asyncio.gather(*queues, return_exceptions=True)


def _by_workspace(parcels: Sequence[Parcel]) -> Mapping[Workspace, Sequence[Parcel]]:
    found: dict[Workspace, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        found[parcel.address.platform, parcel.address.workspace].append(parcel)
    return found


@dataclass(frozen=True)
class _Sending:
    database: Database
    senders: Mapping[str, Deliver]
    clock: Callable[[], datetime]
    leases: LeaseClock

    def claimed(self, busy: Collection[Workspace], left: Collection[Workspace]) -> list[Parcel]:
        """Both clocks are read when it is their turn: what became due while it waited for that is taken too."""
        return self.database.operate(
            lambda operator: operator.claim(
                self.clock(), patience.LEASE, at=self.leases(operator), without=busy, left=left
            )
        )

    async def send(self, parcels: Sequence[Parcel]) -> int:
        """One workspace's parcels, one after another."""
        return sum([await self._guarded(parcel) for parcel in parcels])

    async def _guarded(self, parcel: Parcel) -> bool:
        """One parcel, whatever happens with it: nothing is known then, and its lease brings it back to be looked for."""
        try:
            await GIVING_WAY.wait_aside()
            held = await asyncio.to_thread(self._hold, parcel, self.clock())
            if held is None:
                TALLY.add("lease_overlap")
                return False
            return await self._send(held)
        except Exception as error:  # noqa: BLE001 - the guard of one parcel: those behind it are other people's mornings
            _log.exception("sending failed", parcel=parcel.id, exc_info=wordless(error))
            return False

    def _hold(self, parcel: Parcel, now: datetime) -> Parcel | None:
        """The lease anew right before the call, since those before it in the queue may have used it up.

        None when another process has taken the parcel over meanwhile: it sends it, we must not.
        """

        def held(operator: Operator) -> Parcel | None:
            until = self.leases(operator) + patience.LEASE
            if parcel.lease_until and until - parcel.lease_until > patience.LEASE / 2:  # a slow queue, claimed long ago
                operator.workers.keep(parcel.address, until)
            return operator.hold(parcel, until, now)

        return self.database.operate(held)

    async def _send(self, parcel: Parcel) -> bool:
        deliver = self.senders.get(parcel.address.platform)
        if deliver is None:  # that platform is not configured any more
            why = f"no sender for {parcel.address.platform}"
            await self._settle(parcel, "stopped", error=why, reach=Reach.unreachable)
            return False
        card = _card(parcel)
        if card is None:
            await self._settle(parcel, "dead", error="unreadable card")
            return False
        try:
            reference = await _delivered(deliver, parcel, card)
        except DeliveryError as error:
            await self._refused(parcel, error)
            return False
        await self._settle(parcel, "sent", provider_ref=reference, reach=Reach.fine)
        return True

    async def _refused(self, parcel: Parcel, error: DeliveryError) -> None:
        _log.warning("delivery refused", parcel=parcel.id, fate=error.fate, attempt=parcel.attempts)
        now = self.clock()
        state, outcome = after(parcel, error, now)
        await self._settle(parcel, state, at=now, **outcome)
        if isinstance(error, Closed):
            await asyncio.to_thread(self._close, parcel, error.pause)

    def _close(self, parcel: Parcel, pause: timedelta) -> None:
        self.database.operate(lambda operator: operator.workers.close(parcel.address, self.leases(operator) + pause))

    async def _settle(
        self, parcel: Parcel, state: str, *, at: datetime | None = None, **outcome: Unpack[Outcome]
    ) -> None:
        on = at or self.clock()
        if parcel.uncertain and state in _NOT_THERE:  # this try is not; what became of the one before nobody has seen
            state = "unknown"
        if parcel.kind == WITHDRAW:  # whether a message goes away says nothing of who had it
            outcome["reach"] = None
        await asyncio.to_thread(self.database.operate, lambda operator: operator.settle(parcel, state, on, **outcome))


def _card(parcel: Parcel) -> Card | None:
    """None for what cannot be read: trying again would not mend it."""
    try:
        return card_from(json.loads(parcel.card_json))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it
        _log.exception("a card cannot be read", parcel=parcel.id, exc_info=wordless(error))
        return None


async def _delivered(deliver: Deliver, parcel: Parcel, card: Card) -> str:
    """The platform's reference. Raises DeliveryError and nothing else: an error of any other kind may have come late."""
    try:
        async with asyncio.timeout(patience.DEADLINE_SECONDS):
            return await deliver(parcel, card)
    except DeliveryError:
        raise
    except TimeoutError:
        raise DeliveryError(Fate.uncertain, "no answer in time") from None
    except Exception as error:  # noqa: BLE001 - an adapter may break in any way; whether it had sent is not known
        _log.exception("delivering failed", parcel=parcel.id, exc_info=wordless(error))
        # Its type alone: the error's own text may hold the card's.
        raise DeliveryError(Fate.uncertain, f"unexpected {type(error).__name__}") from None
