"""What this process has heard already. Teams sends what was not answered in time again: first with the same id, half a
minute later with a new id and a new time. What it changes is guarded by the store, for every process, by id and by time. Where
both are new only this process can tell: the same words sent to another one, or after a restart, are new there, and an `undo`
that took so long takes back one thing more.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from adapters.teams.inbound import Event
from bot.tally import TALLY

_REMEMBERED = 10_000
_LATE = timedelta(seconds=15)  # after which Teams gives up, and before which it repeats nothing under a new id
_AGAIN = timedelta(seconds=90)  # in which it has done so


@dataclass(frozen=True)
class _Heard:
    at: datetime
    answered_at: datetime | None = None
    is_repeated: bool = False

    def is_repeated_by(self, now: datetime) -> bool:
        """Whether the same words, with a new id and a new time, are Teams' own repeat. It may be a person's second time, who has
        seen an answer that came late; Teams repeats under a new id once, so one more is theirs."""
        is_late = (self.answered_at or now) - self.at >= _LATE
        return is_late and now - self.at < _AGAIN and not self.is_repeated


class Hearing:
    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._known: OrderedDict[str, None] = OrderedDict()
        self._said: OrderedDict[str, _Heard] = OrderedDict()

    def begins(self, event: Event) -> bool:
        """Whether it is heard for the first time; then `ended` or `failed` follows."""
        keys, now = _keys(event), self._clock()
        before = self._said.get(event.content)
        is_known = any(key in self._known for key in keys)
        self._note(keys)
        if is_known:
            return _heard_before()
        if before and before.is_repeated_by(now):
            self._said[event.content] = replace(before, is_repeated=True)
            return _heard_before()
        self._said[event.content] = _Heard(now)
        self._said.move_to_end(event.content)
        _shorten(self._said)
        return True

    def ended(self, event: Event) -> None:
        heard = self._said.get(event.content)
        if heard:
            self._said[event.content] = replace(heard, answered_at=self._clock())

    def is_first(self, key: str) -> bool:
        """Of what is to be done once; it counts from now on."""
        if key in self._known:
            return False
        self._note([key])
        return True

    def forget(self, key: str) -> None:
        """It was not done after all."""
        self._known.pop(key, None)

    def failed(self, event: Event) -> None:
        """Should it come again, it counts."""
        self._said.pop(event.content, None)
        for key in _keys(event):
            self._known.pop(key, None)

    def _note(self, keys: list[str]) -> None:
        self._known.update(dict.fromkeys(keys))
        _shorten(self._known)


def _heard_before() -> bool:
    TALLY.add("inbound", platform="teams", outcome="duplicate")
    return False


def _keys(event: Event) -> list[str]:
    return [key for key in (event.id, event.moment) if key]


def _shorten(known: OrderedDict[str, Any]) -> None:
    while len(known) > _REMEMBERED:
        known.popitem(last=False)
