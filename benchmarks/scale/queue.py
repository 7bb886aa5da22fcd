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
    """What an Operator does with the outbox."""

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

    def claim(
        self, _: datetime, lease: timedelta, *, at: datetime, without: Collection[Workspace] = ()
    ) -> list[Parcel]:
        """The oldest, but for workspaces that have something under way in that process."""
        taken: list[Parcel] = []
        busy, passed = set(without), list[tuple[int, Workspace]]()
        while self._turns and len(taken) < _AT_ONCE:
            turn = heapq.heappop(self._turns)
            if turn[1] in busy:
                passed.append(turn)
                continue
            waiting = self._waiting[turn[1]]
            taken.append(self._parcel(waiting.popleft(), turn[1], at + lease))
            if waiting:
                heapq.heappush(self._turns, (waiting[0].id, turn[1]))
        for turn in passed:
            heapq.heappush(self._turns, turn)
        return taken

    def _parcel(self, letter: _Letter, where: Workspace, until: datetime) -> Parcel:
        self._sending[letter.id] = letter
        address = Address(*where, str(letter.id))
        return Parcel(letter.id, letter.organisation, 1, "digest", "digest:1", _CARD, address, 1, lease_until=until)

    def hold(self, parcel: Parcel, *_: datetime) -> Parcel | None:
        """Its lease is never lost: a claim's letters are sent well before it ends, and nothing here breaks."""
        return parcel if parcel.id in self._sending else None

    def settle(self, parcel: Parcel, state: str, *_: datetime, **__: object) -> None:
        if state != "sent":
            raise AssertionError(f"{state}: nothing is refused here")
        letter, now = self._sending.pop(parcel.id), self._seconds()
        self.length -= 1
        self.late.append(now - letter.due_at)
        self.last_of[letter.organisation] = max(self.last_of.get(letter.organisation, 0.0), now - letter.due_at)
        self.sent_at.append(now)


class InMemory(Database):
    """A database of which only the outbox is asked for."""

    def __init__(self, queue: Queue) -> None:
        self._outbox = queue

    @override
    def operate(self, work: Callable[[Operator], T]) -> T:
        return work(cast("Operator", self._outbox))
