"""The outbox in memory, as far as scheduler.outbox asks for it: claimed by turn, held, settled. It keeps who waited how long."""

import heapq
import json
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import TypeVar, cast

from typing_extensions import override

from bot.cards import Card
from bot.model import Address
from bot.store import Database, Operator, Parcel
from bot.store.workers import REST
from bot.wire import as_json
from scheduler.outbox import Workspace

T = TypeVar("T")
_AT_ONCE = 100  # as Operator.claim
_CARD = json.dumps(as_json(Card("Good morning")))


@dataclass(frozen=True)
class _Letter:
    id: int
    organisation: int
    due_at: float


class Queue:
    """What an Operator does with the outbox, for workers that have a workspace one at a time."""

    def __init__(self, platforms: Collection[str], seconds: Callable[[], float]) -> None:
        self._platforms = list(platforms)
        self._seconds = seconds
        self._ids = count(1)
        self._waiting: dict[Workspace, deque[_Letter]] = defaultdict(deque)
        self._turns: list[tuple[int, Workspace]] = []  # whose oldest letter is the oldest
        self._sending: dict[int, _Letter] = {}
        self.length = self.longest = 0
        self.late = array("d")  # seconds from each member's hour to their message
        self.last_of: dict[int, float] = {}  # the same of each organisation's last member
        self.sent_at = array("d")
        self._had: dict[Workspace, tuple[int, float]] = {}  # by which worker, until when

    def put(self, organisation: int, letters: int, due_at: float) -> None:
        where = (self._platforms[organisation], str(organisation))
        waiting = self._waiting[where]
        for _ in range(letters):
            letter = _Letter(next(self._ids), organisation, due_at)
            if not waiting:
                heapq.heappush(self._turns, (letter.id, where))
            waiting.append(letter)
        self.length += letters
        self.longest = max(self.longest, self.length)

    def leave(self, worker: int, left: Collection[Workspace]) -> None:
        for where in left:
            if self._had[where][0] == worker:
                self._had[where] = (worker, self._seconds() + REST.total_seconds())

    def claim(self, worker: int, until: datetime, lease: timedelta, without: Collection[Workspace]) -> list[Parcel]:
        """The oldest, but for workspaces that have something under way in that process or are another worker's."""
        taken: list[Parcel] = []
        busy, passed = set(without), list[tuple[int, Workspace]]()
        while self._turns and len(taken) < _AT_ONCE:
            turn = heapq.heappop(self._turns)
            if turn[1] in busy or self._is_anothers(worker, turn[1]):
                passed.append(turn)
                continue
            self._had[turn[1]] = (worker, self._seconds() + lease.total_seconds())
            waiting = self._waiting[turn[1]]
            taken.append(self._parcel(waiting.popleft(), turn[1], until))
            if waiting:
                heapq.heappush(self._turns, (waiting[0].id, turn[1]))
        for turn in passed:
            heapq.heappush(self._turns, turn)
        return taken

    def _is_anothers(self, worker: int, where: Workspace) -> bool:
        who, until = self._had.get(where, (worker, 0.0))
        return who != worker and until > self._seconds()

    def _parcel(self, letter: _Letter, where: Workspace, until: datetime) -> Parcel:
        self._sending[letter.id] = letter
        address = Address(*where, str(letter.id))
        return Parcel(letter.id, letter.organisation, 1, "digest", "digest:1", _CARD, address, 1, lease_until=until)

    def hold(self, parcel: Parcel) -> Parcel | None:
        """Its lease is never lost: a claim's letters are sent well before it ends, and nothing here breaks."""
        return parcel if parcel.id in self._sending else None

    def settle(self, parcel: Parcel, state: str) -> None:
        if state != "sent":
            raise AssertionError(f"{state}: nothing is refused here")
        letter, now = self._sending.pop(parcel.id), self._seconds()
        self.length -= 1
        self.late.append(now - letter.due_at)
        self.last_of[letter.organisation] = max(self.last_of.get(letter.organisation, 0.0), now - letter.due_at)
        self.sent_at.append(now)


@dataclass(frozen=True)
class _Claims:
    """The outbox as one worker sees it."""

    queue: Queue
    worker: int

    def claim(
        self,
        _: datetime,
        lease: timedelta,
        *,
        at: datetime,
        without: Collection[Workspace] = (),
        left: Collection[Workspace] = (),
    ) -> list[Parcel]:
        self.queue.leave(self.worker, left)
        return self.queue.claim(self.worker, at + lease, lease, without)

    def hold(self, parcel: Parcel, *_: datetime) -> Parcel | None:
        return self.queue.hold(parcel)

    def settle(self, parcel: Parcel, state: str, *_: datetime, **__: object) -> None:
        self.queue.settle(parcel, state)


class InMemory(Database):
    """A database of which only the outbox is asked for, by one worker."""

    def __init__(self, queue: Queue, worker: int) -> None:
        self._outbox = _Claims(queue, worker)

    @override
    def operate(self, work: Callable[[Operator], T]) -> T:
        return work(cast("Operator", self._outbox))
