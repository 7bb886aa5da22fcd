"""How long one call line takes to be read by somebody who has 300 deals and nearly 600 contacts: the slowest hundredth.

Each line is new to the process, as what a rep types is; the milliseconds are the processor's, so that others count as little
as may be.
"""

import statistics
import time
from pathlib import Path

from benchmarks.figures import ABSOLUTE, Figure
from benchmarks.reading_calls import read
from benchmarks.typed_names import names
from bot.reading.calldata import Account, call_data
from bot.reading.naming.persons import FIRST_NAMES

DEALS, P99 = 300, 0.010  # seconds
DATA = Path(__file__).parents[1] / "tests" / "data" / "reading"


def lines(rounds: int) -> list[Figure]:
    cases, known = read(DATA)
    accounts = [*known, *_others(DEALS - len(known))]
    spent = [_seconds({**case, "text": f"{case['text']}, ref {n}"}, accounts) for n in range(rounds) for case in cases]
    warm = sorted(spent[len(cases) :])
    middle, p99 = statistics.median(warm), warm[int(len(warm) * 0.99)]
    note = f"{p99 * 1e3:.1f} ms (middle {middle * 1e3:.1f}), {sum(len(one.contacts) for one in accounts)} contacts"
    return [Figure("lines: p99 / 10 ms", [p99 / P99], ABSOLUTE, note=note)]


def _others(count: int) -> list[Account]:
    first, companies = sorted(FIRST_NAMES), names(3 * count)
    people = [f"{first[n % len(first)].title()} {name.split()[0]}" for n, name in enumerate(companies[count:])]
    return [Account(name, (people[2 * n], people[2 * n + 1])) for n, name in enumerate(companies[:count])]


def _seconds(case: dict[str, object], accounts: list[Account]) -> float:
    started = time.process_time()
    call_data(case, accounts)
    return time.process_time() - started
