"""Entries stand in the order in which they were written, so their times go forward too, unless a clock was put back.

What takes a while (an import), or is taken in late (a note of an export beside the bot), has the time at which it began.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

_A_WHILE = timedelta(minutes=10)


class Backwards(NamedTuple):
    """How many entries are of well before the one in front of them; the furthest back of them, and of when that one is."""

    many: int = 0
    number: int = 0
    at: datetime | None = None
    behind: datetime | None = None

    def with_entry(self, number: int, at: datetime, behind: datetime | None) -> "Backwards":
        if behind is None or behind - at <= _A_WHILE:
            return self
        further = Backwards(1, number, at, behind) if behind - at > self.by else self
        return further._replace(many=self.many + 1)

    @property
    def by(self) -> timedelta:
        return self.behind - self.at if self.at and self.behind else timedelta()

    def may_be_a_clock(self, ahead: timedelta) -> bool:
        """Whether a clock that was so far ahead, and was put right, leaves as much."""
        return self.by <= ahead + _A_WHILE
