"""What this process has heard already. Teams sends what was not answered in time again: first with the same id, half a
minute later with a new id and a new time. What it changes is guarded by the store in any case, for every process."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from adapters.teams.inbound import Event

_REMEMBERED = 10_000
_LATE = timedelta(seconds=10)  # of the fifteen after which Teams gives up: whoever asked has seen no answer
_AGAIN = timedelta(seconds=90)  # in which Teams tries once more


@dataclass(frozen=True)
class _Heard:
    at: datetime
    answered_at: datetime | None = None

    def is_missed(self, now: datetime) -> bool:
        """Whether nobody can have seen an answer to it, so that the same words are the same message."""
        return self.answered_at is None or (self.answered_at - self.at > _LATE and now - self.at < _AGAIN)


class Hearing:
    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._known: OrderedDict[str, None] = OrderedDict()
        self._said: OrderedDict[str, _Heard] = OrderedDict()

    def begins(self, event: Event) -> bool:
        """Whether it is heard for the first time; then `ended` or `failed` follows."""
        keys, now = _keys(event), self._clock()
        before = self._said.get(event.content)
        if any(key in self._known for key in keys) or (before and before.is_missed(now)):
            self._note(keys)
            return False
        self._note(keys)
        self._said[event.content] = _Heard(now)
        self._said.move_to_end(event.content)
        _shorten(self._said)
        return True

    def ended(self, event: Event) -> None:
        heard = self._said.get(event.content)
        if heard:
            self._said[event.content] = _Heard(heard.at, self._clock())

    def failed(self, event: Event) -> None:
        """Teams sends it again, and then it counts."""
        self._said.pop(event.content, None)
        for key in _keys(event):
            self._known.pop(key, None)

    def _note(self, keys: list[str]) -> None:
        self._known.update(dict.fromkeys(keys))
        _shorten(self._known)


def _keys(event: Event) -> list[str]:
    return [key for key in (event.id, event.moment) if key]


def _shorten(known: OrderedDict[str, Any]) -> None:
    while len(known) > _REMEMBERED:
        known.popitem(last=False)
