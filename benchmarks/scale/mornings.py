"""Whose hour comes when, by the real rules (bot.worktime, bot.conversation.mornings): of a whole year by the minute, and as a
queue that workers take from as scheduler.digests does, at most 500 members at a time.
"""

import heapq
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from benchmarks.scale.population import Cohort, Population
from bot.conversation.mornings import Tick, day_after, first_plan, skips_until
from bot.model import Member

BATCH = 500
LISTED = 0.9  # of the decided mornings something is due; the others are skipped, and on record

Due = tuple[datetime, int, Member, int]  # its instant, its cohort, the member with the day, how many


def planned(member: Member, now: datetime) -> Member:
    plan = first_plan(member, now)
    return replace(member, next_digest_on=plan.on, next_digest_at=plan.at)


def due_by_minute(people: Population, year: int) -> Counter[datetime]:
    """How many are due at each instant of a year."""
    many = Counter[int]()
    for cohort in people.cohorts:
        many[cohort.schedule] += cohort.count
    found = Counter[datetime]()
    for schedule, count in many.items():
        for day in _year(people.schedules[schedule], year):
            if day.next_digest_at:
                found[day.next_digest_at] += count
    return found


def _year(member: Member, year: int) -> Iterator[Member]:
    day = planned(member, datetime(year, 1, 1, tzinfo=UTC) - timedelta(days=1))
    while day.next_digest_on and day.next_digest_on.year <= year:
        if day.next_digest_on.year == year:
            yield day
        day = day_after(day)


@dataclass
class Decided:
    """What was decided for some of a cohort, at once."""

    cohort: int
    on: date
    due_at: datetime
    count: int
    listed: int  # of them get a list; the others' morning is skipped


@dataclass
class Mornings:
    """Everybody's next day. `decisions` counts by cohort and date what nobody may decide twice."""

    people: Population
    now: datetime
    chance: random.Random
    decisions: Counter[tuple[int, date]] = field(default_factory=Counter)
    _queue: list[tuple[datetime, int, int]] = field(default_factory=list)  # the instant, the cohort, how many of it
    _days: dict[int, Member] = field(default_factory=dict)  # of each cohort
    _left: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        plans = [planned(member, self.now) for member in self.people.schedules]
        for number, cohort in enumerate(self.people.cohorts):
            self._begin(number, plans[cohort.schedule])

    def due(self, now: datetime) -> list[Due]:
        """The first of those whose hour has come, taken: two workers never get the same."""
        taken: list[Due] = []
        room = BATCH
        while room and self._queue and self._queue[0][0] <= now:
            at, number, count = heapq.heappop(self._queue)
            some = min(count, room)
            taken.append((at, number, self._days[number], some))
            room -= some
            if count > some:
                heapq.heappush(self._queue, (at, number, count - some))
        return taken

    def decide(self, due: Due, now: datetime) -> list[Decided]:
        """As decide_digests: days that are too late are skipped, the one that is left is decided, the next one planned."""
        due_at, number, day, count = due
        skips, left = skips_until(day, Tick(now))
        made = [Decided(number, skip.local_date, due_at, count, 0) for skip in skips]
        if left.next_digest_on and left.next_digest_at and left.next_digest_at <= now:
            listed = sum(self.chance.random() < LISTED for _ in range(count))
            made.append(Decided(number, left.next_digest_on, left.next_digest_at, count, listed))
            left = day_after(left)
        for one in made:
            self.decisions[number, one.on] += count
        self._left[number] -= count
        if not self._left[number]:  # all of them: they go on together
            self._begin(number, left)
        return made

    def cohort(self, number: int) -> Cohort:
        return self.people.cohorts[number]

    def owed(self, until: datetime) -> Mapping[tuple[int, date], int]:
        """What should have been decided between the beginning and then: by the rules alone, without a queue."""
        found: dict[tuple[int, date], int] = {}
        for number, cohort in enumerate(self.people.cohorts):
            day = planned(self.people.schedules[cohort.schedule], self.now)
            while day.next_digest_on and day.next_digest_at and day.next_digest_at < until:
                found[number, day.next_digest_on] = cohort.count
                day = day_after(day)
        return found

    def _begin(self, number: int, day: Member) -> None:
        if day.next_digest_at is None:
            raise LookupError("no day is planned")
        self._days[number] = day
        self._left[number] = self.cohort(number).count
        heapq.heappush(self._queue, (day.next_digest_at, number, self._left[number]))
