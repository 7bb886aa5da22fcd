"""Forks workers that decide and send by a clock that a test moves, until they are killed. Imports once: a cycle costs a fork.

Reads a line for each worker to fork and prints its pid; the receipts are the platform's own record, which no worker takes back.
"""

import asyncio
import logging
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.app import load_all
from bot.cards import Card
from bot.conversation import digest as _digest  # noqa: F401 - what a first look would import
from bot.store import Database, Parcel
from scheduler import patience
from scheduler.ticker import Ticker

LEASE = timedelta(seconds=3)  # of real time, which the database tells


class Platform:
    """Every worker writes to one file, a line a message; an uncertain message is looked for there before it is sent."""

    def __init__(self, receipts: Path) -> None:
        self._receipts = receipts
        self._file = os.open(receipts, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def deliver(self, parcel: Parcel, _card: Card) -> str:
        line = f"{parcel.member_id} {parcel.key}\n"
        if not (parcel.uncertain and line in self._receipts.read_text()):
            os.write(self._file, line.encode())
        return "seen"


def tick_until_killed(url: str, receipts: Path, hands: Path) -> None:
    """`hands` is the file in which the clock stands."""
    patience.LEASE = LEASE
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # such a clock is uneven
    database, platform = Database(url), Platform(receipts)

    def clock() -> datetime:
        return datetime.fromisoformat(hands.read_text())

    def leases(operator: object) -> datetime:
        return operator.clock()

    async def tick() -> None:
        ticker = Ticker(database, clock, {"local": platform.deliver}, leases)
        while True:
            await ticker.tick_once()
            await asyncio.sleep(0.01)

    asyncio.run(tick())


def main() -> None:
    url, receipts, hands = sys.argv[1:]
    load_all()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            tick_until_killed(url, Path(receipts), Path(hands))
        os.write(1, f"{pid}\n".encode())


if __name__ == "__main__":
    main()
