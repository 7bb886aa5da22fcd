"""Sends what is queued: claim, commit, call, classify, commit. Only here is a DeliveryError caught.

A call that may have arrived is never simply repeated: a minute later it comes back marked uncertain, and the platform's
adapter looks whether it is there (reliability: not twice, not never). Workspaces do not wait for each other, and each is sent to
by one worker at a time (bot.store.workers).
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Unpack

import structlog

from bot.cards import Card
from bot.giving_way import GIVING_WAY
from bot.hygiene import clean
from bot.model import Reach
from bot.store import WITHDRAW, Database, Operator, Outcome, Parcel
from bot.tally import TALLY
from bot.wire import card_from
from scheduler.clocks import LeaseClock
from scheduler.failures import wordless

Workspace = tuple[str, str]  # its platform, and its key there
Deliver = Callable[[Parcel, Card], Awaitable[str]]  # returns the platform's reference of the message

# In this order, or two senders could hold one parcel: a call ends, then one may look back, then the lease runs out.
DEADLINE_SECONDS = 20.0
LOOK_BACK = timedelta(seconds=60)
LEASE = timedelta(seconds=90)
MOST_ATTEMPTS = 8
_MOST_QUEUES = 50  # of workspaces at once: a hundred messages of each may be in memory
_BACKOFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
_NOT_THERE = frozenset({"dead", "stopped"})
_log = structlog.get_logger()


def misfits(calls: Mapping[str, float]) -> list[str]:
    """What is wrong with these times, whoever changed them: two senders could then hold one parcel. `calls`: seconds of each platform's."""
    found = [f"a call to {name} may take {s:g} s" for name, s in calls.items() if s >= DEADLINE_SECONDS]
    found += ["one may look back before the call has ended"] if LOOK_BACK.total_seconds() <= DEADLINE_SECONDS else []
    return found + (["the lease ends before one may look back"] if LEASE <= LOOK_BACK else [])


class Fate(StrEnum):
    not_sent = "not_sent"  # surely not there: try again later
    permanent = "permanent"  # this person cannot be reached
    uncertain = "uncertain"  # may be there
    unknown = "unknown"  # may be there, and nobody can look any more
    refused = "refused"  # this message was not taken, and never will be; the person is there
    stopped = "stopped"  # the workspace is gone, or never connected


class DeliveryError(Exception):
    """A platform refused a message. `fate` says what is known about it.

    `retry_after` is the platform's own wish, or the sender's pace: waiting for it is no attempt.
    """

    def __init__(self, fate: Fate, reason: str, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.fate = fate
        self.retry_after = retry_after


class Closed(DeliveryError):
    """The platform wants to hear nothing of the workspace for so long, from any worker."""

    def __init__(self, reason: str, pause: timedelta) -> None:
        super().__init__(Fate.not_sent, reason, pause)
        self.pause = pause


async def send_due(
    database: Database,
    senders: Mapping[str, Deliver],
    clock: Callable[[], datetime],
    lease_clock: LeaseClock | None = None,
) -> int:
    """Sends every parcel whose time has come, once; returns how many arrived. Leases run by `clock` unless told otherwise.

    A workspace that has something under way gets no more meanwhile; the others do, however much that one has queued.
    """
    leases = lease_clock or (lambda _: clock())
    queues: dict[asyncio.Task[int], Workspace] = {}
    left: list[Workspace] = []
    sent = 0
    try:
        while True:
            busy = list(queues.values())
            parcels: list[Parcel] = []
            if len(busy) < _MOST_QUEUES:
                parcels = await asyncio.to_thread(_claim, database, clock, leases, busy, left)
                left = []
            for workspace, queue in _by_workspace(parcels).items():
                queues[asyncio.create_task(_send_all(database, senders, queue, clock, leases))] = workspace
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


def _claim(
    database: Database,
    clock: Callable[[], datetime],
    leases: LeaseClock,
    busy: Collection[Workspace],
    left: Collection[Workspace],
) -> list[Parcel]:
    """Both clocks are read when it is their turn: what became due while it waited for that is taken too."""
    return database.operate(
        lambda operator: operator.claim(clock(), LEASE, at=leases(operator), without=busy, left=left)
    )


async def _send_all(
    database: Database,
    senders: Mapping[str, Deliver],
    parcels: Sequence[Parcel],
    clock: Callable[[], datetime],
    leases: LeaseClock,
) -> int:
    """One workspace's parcels, one after another."""
    return sum([await _guarded(database, senders, parcel, clock, leases) for parcel in parcels])


async def _guarded(
    database: Database,
    senders: Mapping[str, Deliver],
    parcel: Parcel,
    clock: Callable[[], datetime],
    leases: LeaseClock,
) -> bool:
    """One parcel, whatever happens with it: nothing is known then, and its lease brings it back to be looked for."""
    try:
        await GIVING_WAY.wait_aside()
        held = await asyncio.to_thread(_hold, database, parcel, clock(), leases)
        if held is None:
            TALLY.add("lease_overlap")
            return False
        return await _send(database, senders, held, clock, leases)
    except Exception as error:  # noqa: BLE001 - the guard of one parcel: those behind it are other people's mornings
        _log.exception("sending failed", parcel=parcel.id, exc_info=wordless(error))
        return False


def _hold(database: Database, parcel: Parcel, now: datetime, leases: LeaseClock) -> Parcel | None:
    """The lease anew right before the call, since those before it in the queue may have used it up.

    None when another process has taken the parcel over meanwhile: it sends it, we must not.
    """

    def held(operator: Operator) -> Parcel | None:
        until = leases(operator) + LEASE
        if (
            parcel.lease_until and until - parcel.lease_until > LEASE / 2
        ):  # a slow queue: its workspace was claimed long ago
            operator.workers.keep(parcel.address, until)
        return operator.hold(parcel, until, now)

    return database.operate(held)


async def _send(
    database: Database,
    senders: Mapping[str, Deliver],
    parcel: Parcel,
    clock: Callable[[], datetime],
    leases: LeaseClock,
) -> bool:
    deliver = senders.get(parcel.address.platform)
    if deliver is None:  # that platform is not configured any more
        why = f"no sender for {parcel.address.platform}"
        await _settle(database, parcel, "stopped", clock(), error=why, reach=Reach.unreachable)
        return False
    card = _card(parcel)
    if card is None:
        await _settle(database, parcel, "dead", clock(), error="unreadable card")
        return False
    try:
        reference = await _delivered(deliver, parcel, card)
    except DeliveryError as error:
        await _refused(database, parcel, error, clock())
        if isinstance(error, Closed):
            await asyncio.to_thread(_close, database, parcel, error.pause, leases)
        return False
    await _settle(database, parcel, "sent", clock(), provider_ref=reference, reach=Reach.fine)
    return True


def _close(database: Database, parcel: Parcel, pause: timedelta, leases: LeaseClock) -> None:
    database.operate(lambda operator: operator.workers.close(parcel.address, leases(operator) + pause))


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
        async with asyncio.timeout(DEADLINE_SECONDS):
            return await deliver(parcel, card)
    except DeliveryError:
        raise
    except TimeoutError:
        raise DeliveryError(Fate.uncertain, "no answer in time") from None
    except Exception as error:  # noqa: BLE001 - an adapter may break in any way; whether it had sent is not known
        _log.exception("delivering failed", parcel=parcel.id, exc_info=wordless(error))
        # Its type alone: the error's own text may hold the card's.
        raise DeliveryError(Fate.uncertain, f"unexpected {type(error).__name__}") from None


async def _refused(database: Database, parcel: Parcel, error: DeliveryError, now: datetime) -> None:
    reason = clean(str(error))  # a platform's word is stored: nothing in it may break the storing
    _log.warning("delivery refused", parcel=parcel.id, fate=error.fate, attempt=parcel.attempts)
    spent = parcel.attempts >= MOST_ATTEMPTS and error.retry_after is None
    match error.fate:
        case Fate.stopped:  # the next message looks for another place where they are
            await _settle(database, parcel, "stopped", now, error=reason, reach=Reach.unreachable)
        case Fate.permanent:
            await _settle(database, parcel, "dead", now, error=reason, reach=Reach.unreachable)
        case Fate.refused:
            await _settle(database, parcel, "dead", now, error=reason)
        case Fate.unknown:
            await _settle(database, parcel, "unknown", now, error=reason)
        case Fate.uncertain:
            state = "unknown" if spent else "uncertain"
            await _settle(database, parcel, state, now, error=reason, retry_at=now + LOOK_BACK)
        case Fate.not_sent if spent:
            await _settle(database, parcel, "dead", now, error=reason)
        case Fate.not_sent:
            wait = error.retry_after or _BACKOFF[min(parcel.attempts, len(_BACKOFF)) - 1]
            state = "uncertain" if parcel.uncertain else "pending"  # a look-back that was refused is still owed
            uncounted = error.retry_after is not None
            await _settle(database, parcel, state, now, error=reason, retry_at=now + wait, uncounted=uncounted)


async def _settle(database: Database, parcel: Parcel, state: str, at: datetime, **outcome: Unpack[Outcome]) -> None:
    if parcel.uncertain and state in _NOT_THERE:  # this try is not; what became of the one before nobody has seen
        state = "unknown"
    if parcel.kind == WITHDRAW:  # whether a message goes away says nothing of who had it
        outcome["reach"] = None
    await asyncio.to_thread(database.operate, lambda operator: operator.settle(parcel, state, at, **outcome))
