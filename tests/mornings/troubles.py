"""What befalls the bot in the sweep: outages, clocks that are wrong for a while, people who travel or choose another hour."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

REPLICAS = ("a", "b")
_JUMPS = tuple(
    timedelta(minutes=minutes) for minutes in (10, -10, 24 * 60, -24 * 60)
)  # and 1970, where a clock begins without a battery
_NINETEEN_SEVENTY = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Outage:
    first: datetime
    last: datetime
    replicas: tuple[str, ...]


@dataclass(frozen=True)
class Jump:
    """A replica's clock shows something else for a while. `by` None: it has begun again at 1970."""

    first: datetime
    last: datetime
    replica: str
    by: timedelta | None


@dataclass(frozen=True)
class Change:
    """A member travels (a zone) or chooses another hour ("07:15")."""

    at: datetime
    member: int
    to: str


@dataclass(frozen=True)
class Troubles:
    outages: Sequence[Outage] = ()
    jumps: Sequence[Jump] = ()
    changes: Sequence[Change] = ()
    _by_day: dict[object, list[object]] = field(default_factory=dict)

    def shown(self, replica: str, moment: datetime) -> datetime | None:
        """What that replica's clock shows; None while it is down."""
        if any(o.first <= moment < o.last and replica in o.replicas for o in self._near(self.outages, moment)):
            return None
        for jump in self._near(self.jumps, moment):
            if jump.replica == replica and jump.first <= moment < jump.last:
                return _NINETEEN_SEVENTY + (moment - jump.first) if jump.by is None else moment + jump.by
        return moment

    def edges(self) -> list[datetime]:
        """The moments at which something begins or ends: there a tick matters."""
        spans = [*self.outages, *self.jumps]
        inside = [jump.first + (jump.last - jump.first) / 2 for jump in self.jumps]
        return [*(one.first for one in spans), *(one.last for one in spans), *inside, *(c.at for c in self.changes)]

    def _near(self, spans, moment):
        key = (id(spans), moment.date())
        if key not in self._by_day:
            day = datetime.combine(moment.date(), datetime.min.time(), UTC)
            ends = day + timedelta(days=1)
            self._by_day[key] = [one for one in spans if one.first < ends and one.last > day]
        return self._by_day[key]


def troubles(
    rng: random.Random,
    first: datetime,
    last: datetime,
    members: Sequence[int],
    zones: Sequence[str],
    often: float = 1.0,
) -> Troubles:
    """About 200 outages, 200 jumps and 750 changes in two years, each somewhere."""
    share = often * (last - first) / timedelta(days=730)
    changes = [
        Change(_moment(rng, first, last), rng.choice(members), rng.choice(zones) if rng.random() < 0.8 else _hour(rng))
        for _ in range(round(750 * share))
    ]
    return Troubles(
        [_outage(rng, _moment(rng, first, last)) for _ in range(round(200 * share))],
        [_jump(rng, _moment(rng, first, last)) for _ in range(round(200 * share))],
        sorted(changes, key=lambda change: change.at),
    )


def _moment(rng: random.Random, first: datetime, last: datetime) -> datetime:
    return first + timedelta(seconds=rng.randrange(int((last - first).total_seconds())))


def _outage(rng: random.Random, at: datetime) -> Outage:
    replicas = rng.choice([REPLICAS, REPLICAS, ("a",), ("b",)])
    return Outage(at, at + timedelta(minutes=rng.choice([1, 10, 60, 230, 250, rng.randrange(1, 1200), 1200])), replicas)


def _jump(rng: random.Random, at: datetime) -> Jump:
    return Jump(at, at + timedelta(minutes=rng.randrange(1, 90)), rng.choice(REPLICAS), rng.choice([*_JUMPS, None]))


def _hour(rng: random.Random) -> str:
    return f"{rng.randrange(24):02}:{rng.choice((0, 15, 30, 45)):02}"
