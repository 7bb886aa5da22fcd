"""Who is there, as an assumption: sizes from a log-normal distribution, zones and hours by shares that are written here.

Members of an organisation who share zone and hour are one cohort: the rules decide the same for each of them.
"""

import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import accumulate, pairwise
from statistics import NormalDist

from adapters.pace import PER_SECOND as SLACK_PACE
from adapters.teams.deliver import PER_SECOND as TEAMS_PACE
from bot.model import Member, Role
from bot.worktime import country_of

ORGANISATIONS, MEMBERS = 10_000, 1_000_000
MIDDLE, SPREAD = 20, 1.8  # of a size: half have fewer than 20 members, and the mean is a hundred
ZONES: Mapping[str, int] = {
    "America/New_York": 24, "America/Chicago": 13, "America/Denver": 3, "America/Los_Angeles": 12,
    "Europe/London": 10, "Europe/Berlin": 12, "Europe/Madrid": 6, "Asia/Kolkata": 7, "Asia/Singapore": 3,
    "Asia/Tokyo": 4, "Australia/Sydney": 3, "America/Sao_Paulo": 3,
}  # fmt: skip
# The hour is 08:30 unless somebody chooses another, and few do.
HOURS: Mapping[time, int] = {
    time(7): 3, time(7, 30): 3, time(8): 8, time(8, 30): 80, time(9): 5, time(9, 30): 1,
}  # fmt: skip
ON_SLACK = 0.6  # of the organisations; the others are in Teams
AT_HOME = 0.7  # of the members of an organisation of more than 50; a smaller one has one zone
_ONE_ZONE = 50
PACES = {"slack": SLACK_PACE, "teams": TEAMS_PACE}


@dataclass(frozen=True)
class Cohort:
    organisation: int
    schedule: int  # whose rules: Population.schedules
    count: int


@dataclass(frozen=True)
class Population:
    sizes: Sequence[int]  # by organisation
    platforms: Sequence[str]
    schedules: Sequence[Member]
    cohorts: Sequence[Cohort]

    @property
    def members(self) -> int:
        return sum(self.sizes)


def population(organisations: int = ORGANISATIONS, members: int = MEMBERS, seed: int = 1) -> Population:
    chance = random.Random(seed)  # noqa: S311 - a simulation
    sizes = _sizes(organisations, members)
    chance.shuffle(sizes)
    platforms = ["slack" if chance.random() < ON_SLACK else "teams" for _ in sizes]
    places = {(zone, hour): n for n, (zone, hour) in enumerate((zone, hour) for zone in ZONES for hour in HOURS)}
    schedules = [_member(zone, hour) for zone, hour in places]
    cohorts = []
    for organisation, size in enumerate(sizes):
        cohorts += [Cohort(organisation, places[place], count) for place, count in _spread(size, chance).items()]
    return Population(sizes, platforms, schedules, cohorts)


def _sizes(organisations: int, members: int) -> list[int]:
    """The middles of as many equal parts of the distribution, scaled to the sum, at least one member each."""
    curve = NormalDist(sigma=SPREAD)
    drawn = [MIDDLE * math.e ** curve.inv_cdf((n + 0.5) / organisations) for n in range(organisations)]
    scale = (members - organisations) / sum(drawn)
    ends = [0, *(round(end) for end in accumulate(scale * one for one in drawn))]
    return [1 + after - before for before, after in pairwise(ends)]


def _spread(size: int, chance: random.Random) -> Counter[tuple[str, time]]:
    (home,) = chance.choices([*ZONES], [*ZONES.values()])
    zones = [home] * size
    if size > _ONE_ZONE:
        away = size - round(size * AT_HOME)
        zones[:away] = chance.choices([*ZONES], [*ZONES.values()], k=away)
    hours = chance.choices([*HOURS], [*HOURS.values()], k=size)
    return Counter(zip(zones, hours, strict=True))


def _member(zone: str, hour: time) -> Member:
    """Monday to Friday, with the public holidays of the country."""
    return Member(1, 1, "Rep Scale", Role.rep, None, zone, digest_at=hour, country=country_of(zone))
