"""Counts of what this process has seen since it began, for whoever watches it. A label is a word of ours, never anybody's."""

import threading
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

BOUNDS = (0.01, 0.05, 0.25, 1.0, 3.0)  # seconds; platforms wait for three


class Seen(NamedTuple):
    """What was counted, and its labels."""

    name: str
    labels: tuple[tuple[str, str], ...] = ()


class Tally:
    """Safe to use from several threads. What is counted here begins at nothing with each process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[Seen] = Counter()
        self._seconds: dict[str, float] = {}

    def add(self, name: str, by: int = 1, **labels: str) -> None:
        with self._lock:
            self._counts[Seen(name, tuple(labels.items()))] += by

    def took(self, name: str, seconds: float) -> None:
        """One more that took so long; counted in every bound that it keeps."""
        with self._lock:
            self._seconds[name] = self._seconds.get(name, 0.0) + seconds
            self._counts[Seen(f"{name}_count")] += 1
            for bound in BOUNDS:
                self._counts[Seen(f"{name}_bucket", (("le", f"{bound:g}"),))] += seconds <= bound

    def counts(self) -> Mapping[Seen, int]:
        with self._lock:
            return dict(self._counts)

    def seconds(self) -> Mapping[str, float]:
        """By name: all that was measured, together."""
        with self._lock:
            return dict(self._seconds)


TALLY = Tally()
