"""Sends what is queued: claim, commit, call, classify, commit. Only here is a DeliveryError caught."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

import structlog

from bot.cards import Card
from bot.model import Address
from bot.store import Database, Parcel
from bot.wire import card_from

Deliver = Callable[[Address, Card], Awaitable[str]]  # returns the platform's reference of the message

LEASE = timedelta(seconds=90)  # longer than any call may take, so that two senders never hold one parcel
DEADLINE_SECONDS = 20.0
MOST_ATTEMPTS = 8
_BACKOFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
_log = structlog.get_logger()


class Fate(StrEnum):
    not_sent = "not_sent"  # surely not there: try again later
    permanent = "permanent"  # never will be
    uncertain = "uncertain"  # may be there


class DeliveryError(Exception):
    """A platform refused a message. `fate` says what is known about it; `retry_after` is the platform's own wish."""

    def __init__(self, fate: Fate, reason: str, retry_after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.fate = fate
        self.retry_after = retry_after


async def send_due(database: Database, senders: Mapping[str, Deliver], clock: Callable[[], datetime]) -> int:
    """Sends every parcel whose time has come, once; returns how many arrived."""
    sent = 0
    while parcels := await asyncio.to_thread(_claim, database, clock()):
        for parcel in parcels:
            sent += await _send(database, senders, parcel, clock)
    return sent


def _claim(database: Database, now: datetime) -> list[Parcel]:
    return database.operate(lambda operator: operator.claim(now, LEASE))


async def _send(
    database: Database, senders: Mapping[str, Deliver], parcel: Parcel, clock: Callable[[], datetime]
) -> bool:
    deliver = senders.get(parcel.address.platform)
    if deliver is None:  # that platform is not configured any more
        await _settle(database, parcel, "stopped", clock(), error=f"no sender for {parcel.address.platform}")
        return False
    try:
        async with asyncio.timeout(DEADLINE_SECONDS):
            reference = await deliver(parcel.address, card_from(json.loads(parcel.card_json)))
    except TimeoutError:
        await _refused(database, parcel, DeliveryError(Fate.uncertain, "no answer in time"), clock())
        return False
    except DeliveryError as error:
        await _refused(database, parcel, error, clock())
        return False
    await _settle(database, parcel, "sent", clock(), provider_ref=reference)
    return True


async def _refused(database: Database, parcel: Parcel, error: DeliveryError, now: datetime) -> None:
    _log.warning("delivery refused", parcel=parcel.id, fate=error.fate, attempt=parcel.attempts)
    match error.fate:
        case Fate.permanent:
            await _settle(database, parcel, "dead", now, error=str(error))
        case Fate.uncertain:  # never sent a second time blindly; a look-back belongs to the platform's adapter
            await _settle(database, parcel, "unknown", now, error=str(error))
        case Fate.not_sent:
            if parcel.attempts >= MOST_ATTEMPTS:
                await _settle(database, parcel, "dead", now, error=str(error))
            else:
                wait = error.retry_after or _BACKOFF[min(parcel.attempts, len(_BACKOFF)) - 1]
                await _settle(database, parcel, "pending", now, error=str(error), retry_at=now + wait)


async def _settle(
    database: Database,
    parcel: Parcel,
    state: str,
    at: datetime,
    *,
    provider_ref: str = "",
    error: str = "",
    retry_at: datetime | None = None,
) -> None:
    await asyncio.to_thread(
        database.operate,
        lambda operator: operator.settle(
            parcel.id, state, at, provider_ref=provider_ref, error=error, retry_at=retry_at
        ),
    )
