"""Messages claimed from the outbox on PostgreSQL: as many at once as the sender takes, against one at a time."""

import json
import time
from contextlib import AbstractContextManager
from datetime import timedelta
from functools import partial

from benchmarks.digest import DIGEST
from benchmarks.figures import Figure, over, shuffled
from bot.app import system_clock
from bot.model import Address, Role
from bot.store import Database, Letter, Store
from bot.wire import as_json

_AT_ONCE = 100  # as claim does by itself
_LEASE = timedelta(seconds=90)


def claiming(rounds: int, count: int, on_postgres: AbstractContextManager[str]) -> list[Figure]:
    with on_postgres as url:
        database = Database(url)
        organisation_id = database.operate(lambda operator: operator.create_organisation("Outbox"))
        # Connected, as a workspace is: each claim takes it for the worker as well.
        connected = (organisation_id, "bench", "bench", "Bench", "", "", system_clock())
        database.operate(lambda operator: operator.workspaces.connect(*connected))
        for _ in range(rounds):  # so many for each way
            database.write(organisation_id, partial(_queue, count=2 * count))
        taken: set[int] = set()
        many = partial(_per_second, database, count, _AT_ONCE, taken)
        one = partial(_per_second, database, count, 1, taken)
        found = shuffled(rounds, {"many": many, "one": one})
        database.close()
    assert len(taken) == 2 * count * rounds, "one was claimed twice"
    note = f"{max(found['many']):,.0f} / {max(found['one']):,.0f} a second"
    return [Figure(f"outbox: claims of {_AT_ONCE} / of one", over(found["many"], found["one"]), 1e9, 10, note=note)]


def _queue(store: Store, count: int) -> None:
    now, card = system_clock(), json.dumps(as_json(DIGEST))
    member_id = store.members.add("Rep Bench", Role.rep, "Europe/London")
    letters = [
        Letter(member_id, Address("bench", "bench", f"{member_id}-{n}"), "digest:1", card, now) for n in range(count)
    ]
    store.outbox.put_many("digest", letters, now)


def _per_second(database: Database, count: int, at_once: int, taken: set[int], _: int) -> float:
    started = time.perf_counter()
    for _ in range(count // at_once):
        parcels = database.operate(lambda operator: operator.claim(system_clock(), _LEASE, at_once))
        assert len(parcels) == at_once
        taken |= {parcel.id for parcel in parcels}
    return count / (time.perf_counter() - started)
