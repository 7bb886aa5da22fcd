"""When a list is due, worked out a second time: by each zone's offsets in UTC, never by a wall time's fold.

The judge of the sweep reads these. It shares no line with the bot: only the zone files.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True)
class Offsets:
    """From each of `since` on, the clock of a zone is ahead of UTC by the offset beside it."""

    since: tuple[datetime, ...]
    ahead: tuple[timedelta, ...]

    def at(self, moment: datetime) -> timedelta:
        return self.ahead[max(bisect_right(self.since, moment) - 1, 0)]

    def local(self, moment: datetime) -> datetime:
        """The wall time then, naive."""
        return (moment + self.at(moment)).replace(tzinfo=None)

    def due(self, day: date, at: time) -> datetime:
        """The first instant at which the clock shows that; when it never does, it is as if the clock had not changed yet."""
        wall = datetime.combine(day, at, tzinfo=UTC)
        near = max(bisect_right(self.since, wall - A_DAY) - 1, 0)
        beside = range(near, max(near + 1, bisect_right(self.since, wall + A_DAY)))
        shown = [wall - self.ahead[n] for n in beside if self.at(wall - self.ahead[n]) == self.ahead[n]]
        return min(shown) if shown else wall - self.ahead[beside[0]]

    def changes(self) -> tuple[datetime, ...]:
        return self.since[1:]


def offsets(zone: str, first: datetime, last: datetime) -> Offsets:
    """By looking at each day of the time, and then closer at those on which the offset changes."""
    known = ZoneInfo(zone)
    since, ahead, moment = [first], [_ahead(known, first)], first
    while moment < last:
        after = moment + A_DAY
        while _ahead(known, moment) != _ahead(known, after):  # Morocco may change twice in a month, nobody twice a day
            moment = _change(known, moment, after)
            since.append(moment)
            ahead.append(_ahead(known, moment))
        moment = after
    return Offsets(tuple(since), tuple(ahead))


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    old = _ahead(zone, before)
    while after - before > A_SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if _ahead(zone, middle) == old else (before, middle)
    return after


def _ahead(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
