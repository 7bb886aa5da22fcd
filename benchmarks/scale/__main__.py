"""`make scale`: about ten minutes. It measures what a member costs on a small real database, takes a million members through
the busiest hours of a year with several numbers of workers, prints tables, and draws them (docs/scale.md).
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from benchmarks.plots import DOCS, drawn
from benchmarks.scale.measured import Measured, measured
from benchmarks.scale.money import Prices, bill, keys_of_everybody, tables_of_everybody
from benchmarks.scale.mornings import due_by_minute
from benchmarks.scale.population import MEMBERS, ORGANISATIONS, PACES, Population, population
from benchmarks.scale.workers import Costs, Run, fastest, run

YEAR, WORKERS, HOURS = 2026, (1, 4, 16), 1.0
_BLUE, _RED = "#35618f", "#b3402a"


def main() -> None:
    asked = _asked()
    people = population(round(ORGANISATIONS * asked.scale), round(MEMBERS * asked.scale), asked.seed)
    print(f"{len(people.sizes):,} organisations, {people.members:,} members, the largest {max(people.sizes):,}\n")
    minutes = due_by_minute(people, YEAR)
    busiest = minutes.most_common(1)[0]
    print(_year(minutes, people))
    found = measured()
    print(_said(found))
    costs = Costs(found.batch, found.member, found.statement)
    start = busiest[0] - timedelta(minutes=5)
    runs = [run(people, start, HOURS, workers, costs, asked.seed) for workers in WORKERS]
    print("\n".join([_HEAD, *(_row(one) for one in runs)]), "\n")
    print(_held(runs, people))
    print(_money(found, people, busiest[1], Prices(asked.core, asked.gigabyte)))
    if asked.draw:
        _draw(minutes, runs, busiest[0])


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="0.1: a tenth of everybody")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--core", type=float, default=Prices.core, help="price of a core with its memory, a month")
    parser.add_argument("--gigabyte", type=float, default=Prices.gigabyte, help="price of a gigabyte, a month")
    parser.add_argument("--draw", action="store_true", help="the pictures of docs/scale.md")
    return parser.parse_args()


def _year(minutes: Counter[datetime], people: Population) -> str:
    hours = Counter[datetime]()
    days = Counter[date]()
    for at, count in minutes.items():
        hours[at.replace(minute=0)] += count
        days[at.date()] += count
    told = {"minute": minutes.most_common(1)[0], "hour": hours.most_common(1)[0], "day": days.most_common(1)[0]}
    lines = [f"busiest {name:6} {at:%a %d %b %H:%M} UTC  {count:>9,} due" for name, (at, count) in told.items()]
    lines += [f"mornings of a member and year: {minutes.total() / people.members:.1f}"]
    lines += [f"around {name}: {_most_of(minutes, day)}" for name, day in CHANGES.items()]
    return "\n".join([*lines, ""])


CHANGES: Mapping[str, date] = {
    "the change in America": date(YEAR, 3, 8), "the change in Europe": date(YEAR, 3, 29),
    "the change back in Europe": date(YEAR, 10, 25), "the change back in America": date(YEAR, 11, 1),
}  # fmt: skip


def _most_of(minutes: Counter[datetime], sunday: date) -> str:
    """The busiest minute of the Friday before and the Monday after."""
    told = []
    for day in (sunday - timedelta(days=2), sunday + timedelta(days=1)):
        of_it = {at: count for at, count in minutes.items() if at.date() == day}
        at = max(of_it, key=lambda one: of_it[one])
        told.append(f"{day:%a %d %b} {at:%H:%M} UTC {of_it[at]:,}")
    return ", then ".join(told)


def _said(found: Measured) -> str:
    outbox = f"outbox row {found.bytes_of['outbox']:,.0f} bytes, {found.forgotten:,.0f} without its text"
    return "\n".join([
        f"planning: {found.batch * 1e3:.0f} ms for an organisation's part of a batch, {found.member * 1e3:.1f} ms a member in it",
        f"a parcel held and settled: {found.statement * 1e3:.1f} ms; an answer: {found.answer * 1e3:.0f} ms of CPU",
        f"a look with a million members and nobody due: {found.idle_tick:.1f} s; new rules of zones: {found.new_rules:.0f} s",
        f"audit record: {found.chained:,.0f} entries a second get their place; {outbox}",
        "",
    ])  # fmt: skip


_HEAD = f"{'workers':>7} {'decided':>9} {'last decided':>13} {'queue':>9} {'half by':>9} {'99 % by':>9} {'last by':>9} {'most a second':>14}"


def _row(one: Run) -> str:
    late = one.late
    second = Counter(int(at) for at in one.queue.sent_at).most_common(1)[0][1]
    mornings = one.mornings.decisions.total()
    spans = [one.last_decided, late[len(late) // 2], late[int(len(late) * 0.99)], late[-1]]
    said = [f"{seconds / 60:.1f} min" for seconds in spans]
    return f"{one.workers:>7} {mornings:>9,} {said[0]:>13} {one.queue.longest:>9,} {said[1]:>9} {said[2]:>9} {said[3]:>9} {second:>14,}"


def _held(runs: Sequence[Run], people: Population) -> str:
    """The largest workspaces that are due in that hour: what their pace alone takes, and how long their last member waits."""
    of_it = Counter[int]()
    for number, _ in runs[0].mornings.decisions.elements():
        of_it[people.cohorts[number].organisation] += 1
    lines = []
    for n, many in of_it.most_common(3):
        waits = ", ".join(f"{one.queue.last_of[n] / 60:.0f} min with {one.workers}" for one in runs)
        alone = many / PACES[people.platforms[n]] / 60
        lines.append(
            f"{people.sizes[n]:,} in {people.platforms[n]}, {many:,} due: {alone:.0f} min at its pace; the last waits {waits} workers"
        )
    for one in runs:
        both = [fastest(one.posts, 60, lambda key: key), fastest(one.posts, 60, lambda key: key[1])]
        lines.append(
            f"{one.workers} workers: at most {both[0]} messages a minute from one to a workspace, {both[1]} from all"
        )
    return "\n".join([*lines, ""])


def _money(found: Measured, people: Population, busiest: int, prices: Prices) -> str:
    made = bill(found, people.members, busiest, WORKERS[-1], prices)
    return "\n".join([
        f"a member and year: {made.rows_a_year:,.0f} rows, {made.bytes_a_year / 1e6:.1f} MB",
        f"behind the busiest minute {made.answers_a_second:,.0f} answers a second: {made.web_cores:.0f} cores of web",
        f"and {made.worker_cores:.0f} of workers, twice {made.database_cores:.0f} of databases: {made.a_month:.3f} a member and month",
        f"(at {prices.core:g} a core and {prices.gigabyte:g} a gigabyte and month, after the first year)",
        f"tables of no organisation: {', '.join(tables_of_everybody())}; known by a number alone: {len(keys_of_everybody())}",
    ])  # fmt: skip


def _draw(minutes: Counter[datetime], runs: list[Run], busiest: datetime) -> None:
    day = busiest.date()
    hours = Counter(at.hour for at, count in minutes.items() if at.date() == day for _ in range(count))
    most = max(hours.values())
    bars = [(f"{hour:02}:00 UTC", hours[hour] / most, _BLUE, f"{hours[hour]:,}") for hour in range(24)]
    picture = drawn(f"Mornings due in each hour of {day:%A %d %B}, a million members", bars)
    (DOCS / "pictures" / "scale-hours.svg").write_text(picture, encoding="utf-8")
    longest = max(one.late[-1] for one in runs)
    late = []
    for one in runs:
        late.append(
            (
                f"{one.workers} worker{'s' if one.workers > 1 else ''}: last decided",
                one.last_decided / longest,
                _BLUE,
                f"{one.last_decided / 60:.0f} min",
            )
        )
        late.append(("last message", one.late[-1] / longest, _RED, f"{one.late[-1] / 60:.0f} min"))
    picture = drawn("How long behind their hour, in the busiest hour of a year", late)
    (DOCS / "pictures" / "scale-late.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
