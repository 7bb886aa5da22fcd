"""Every zone for two years, in virtual time, with the bot's own scheduler on a real database.

    python -m tests.mornings.sweep --hours 00:30,08:30 --years 2 --seed 1

Ticks come at the moments that matter: every few hours, at each due instant of the days around a clock change and of some
more, a second before and after, and at each trouble. More ticks would only find that nothing is due.
"""

import argparse
import logging
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zoneinfo
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from time import process_time

import structlog

from bot.store import Database
from scheduler.zones import rules_version
from tests.mornings.judge import Run, Verdict, judged, rows_of
from tests.mornings.rules import A_DAY, Offsets, offsets
from tests.mornings.troubles import REPLICAS, troubles
from tests.mornings.world import UNKEYED, CronWorld, World, moments, settle
from tests.mornings.zonefiles import read_from

FIRST = datetime(2026, 1, 5, tzinfo=UTC)
_QUIET = timedelta(days=6)  # at both ends, so that everything has come to rest


@dataclass(frozen=True)
class Plan:
    zones: Sequence[str]
    hours: Sequence[time]
    days: int = 730
    seed: int = 1
    often: float = 1.0  # troubles, beside about a thousand in two years
    dense: int = 10  # days more in two years, at random, on which each due instant has a tick
    every: timedelta = timedelta(hours=4)
    spare: bool = False  # zones with the same clock share the hours among them
    world: type[World] = World
    new_rules: tuple[date, Path] | None = None  # from that day on, the zones of this folder come before the package's
    seconds: dict[str, float] = field(default_factory=dict)


def every_zone() -> list[str]:
    """Of the package, never of this machine."""
    zoneinfo.reset_tzpath(to=())
    return sorted(zoneinfo.available_timezones())


def sweep(plan: Plan, database: Database, rows: Callable[[], tuple] | None = None) -> Verdict:
    """Plays the plan on an empty, migrated database and judges it."""
    read_from(None)
    rng, last = random.Random(plan.seed), FIRST + timedelta(days=plan.days)
    known = _rules(plan, last)
    organisation_id, people = settle(database, _asked(plan, known), FIRST)
    if plan.world is CronWorld:
        for statement in UNKEYED:
            database.operate(lambda operator, said=statement: operator.connection.exec_driver_sql(said))
    befall = troubles(
        rng, FIRST + _QUIET, last - _QUIET, [person.id for person in people if person.id % 2], plan.zones, plan.often
    )
    world = plan.world(database, organisation_id, people, rng)
    run = Run(FIRST, last, people, befall, [], known, plan.new_rules[0] if plan.new_rules else None)
    began = process_time()
    _play(world, run, plan)
    plan.seconds["played"] = process_time() - began
    verdict = judged(run, *(rows or (lambda: _sqlite_rows(database)))())
    plan.seconds["judged"] = process_time() - began - plan.seconds["played"]
    read_from(None)
    return verdict


def _asked(plan: Plan, known: Callable[[str, date], Offsets]) -> list[tuple[str, time]]:
    """Each zone at each hour; or, to spare, each zone once, and each clock that differs at each hour."""
    if not plan.spare:
        return [(zone, hour) for zone in plan.zones for hour in plan.hours]
    alike: dict[Offsets, list[str]] = defaultdict(list)
    for zone in plan.zones:
        alike[known(zone, FIRST.date())].append(zone)
    most = len(plan.hours)
    return [(one[n % len(one)], plan.hours[n % most]) for one in alike.values() for n in range(max(len(one), most))]


def _play(world: World, run: Run, plan: Plan) -> None:
    """Each moment in turn: changes first, then the replicas that run, each by its own clock."""
    changes = list(run.troubles.changes)
    old_rules = plan.new_rules
    for moment in moments(world.rng, run.first, run.last, _due(run, plan), run.troubles.edges(), plan.every):
        if old_rules and moment.date() >= old_rules[0]:
            read_from(old_rules[1])
            old_rules = None
        while changes and changes[0].at <= moment:
            world.change(changes.pop(0), moment)
        _look(world, run, moment)


def _look(world: World, run: Run, moment: datetime) -> None:
    shown = {replica: run.troubles.shown(replica, moment) for replica in REPLICAS}
    up = [clock for clock in shown.values() if clock is not None]
    world.rng.shuffle(up)
    if len(up) == 2 and world.rng.random() < 0.05:
        done = [*zip(up, world.tick_stale(*up), strict=True)]
    elif len(up) == 2 and up[0] == up[1] and world.rng.random() < 0.9:  # the second would find nothing to do
        done = [(up[0], world.tick(up[0]))]
    else:
        done = [(clock, world.tick(clock)) for clock in up]
    if any(clock == moment and ticked for clock, ticked in done):
        run.looks.append(moment)


def _due(run: Run, plan: Plan) -> list[datetime]:
    """Every due instant of the days around a clock change, and of some days more."""
    rng = random.Random(plan.seed + 1)
    days = {FIRST.date() + A_DAY * rng.randrange(plan.days) for _ in range(round(plan.dense * plan.days / 730))}
    for zone in plan.zones:
        changes = run.offsets(zone, FIRST.date()).changes()
        days |= {change.date() + A_DAY * n for change in changes for n in (-1, 0, 1)}
    inside = [day for day in days if FIRST.date() <= day <= run.last.date()]
    due = {run.offsets(zone, day).due(day, hour) for day in inside for zone in plan.zones for hour in plan.hours}
    return sorted({*due, *(moment + timedelta(hours=1) for moment in due if plan.world is CronWorld)})


def _rules(plan: Plan, last: datetime) -> Callable[[str, date], Offsets]:
    begin, end = FIRST - 3 * A_DAY, last + 7 * A_DAY
    old = {zone: offsets(zone, begin, end) for zone in plan.zones}
    new = dict(old)
    if plan.new_rules:
        read_from(plan.new_rules[1])
        new = {zone: offsets(zone, begin, end) for zone in plan.zones}
        read_from(None)
    return lambda zone, day: (new if plan.new_rules and day >= plan.new_rules[0] else old)[zone]


def _sqlite_rows(database: Database) -> tuple:
    with sqlite3.connect(database.url.removeprefix("sqlite:///")) as connection:
        found = rows_of(connection)
    connection.close()
    return found


def circumstances(plan: Plan) -> str:
    """What somebody needs to see a failure again."""
    told = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(told, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    return f"seed {plan.seed}, commit {commit}, zones {_version()}, SQLite {sqlite3.sqlite_version}"


@cache
def _version() -> str:
    zoneinfo.reset_tzpath(to=())
    return rules_version()


def report(plan: Plan, verdict: Verdict) -> str:
    lines = [
        f"{verdict.decisions:,} decisions, {verdict.exact:,} of them worked out a second time; {len(verdict.faults)} faults",
        f"{dict(verdict.counts.most_common())}",
        f"{len(plan.zones)} zones, {len(plan.hours)} hours, {plan.days} days; CPU seconds: {plan.seconds}",
        circumstances(plan),
    ]
    return "\n".join([*lines, *verdict.faults[:20]])


def main() -> int:
    given = argparse.ArgumentParser(description="One decision per member and working day, in every time zone.")
    given.add_argument("--hours", default="00:30,08:30")
    given.add_argument("--days", type=int, default=730)
    given.add_argument("--zones", type=int, default=0, help="only so many, spread over all; 0 for all")
    given.add_argument("--spare", action="store_true", help="zones with the same clock share the hours among them")
    given.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    said = given.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    zones = every_zone()[:: max(1, 600 // said.zones) if said.zones else 1]
    plan = Plan(
        zones, [time.fromisoformat(hour) for hour in said.hours.split(",")], said.days, said.seed, spare=said.spare
    )
    folder = Path(tempfile.mkdtemp(prefix="ft-mornings-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108
    try:
        database = Database(f"sqlite:///{folder / 'sweep.sqlite3'}")
        database.migrate()
        verdict = sweep(plan, database)
        database.close()
    finally:
        shutil.rmtree(folder)
    print(report(plan, verdict))
    return 1 if verdict.faults else 0


if __name__ == "__main__":
    sys.exit(main())
