"""What a member costs, measured on a small real PostgreSQL in this run: planning, the queue, ticks, answers, rows and bytes.

All times are CPU time, of this process and of the database's together: what it takes on a machine that does nothing else. The
disk is what is assumed.
"""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import psycopg
from sqlalchemy import make_url

from benchmarks.copying import Floor
from benchmarks.many import DEALS, NOW, fill
from benchmarks.planning import migrated
from benchmarks.processes import seconds_of
from benchmarks.team import server
from bot.app import App
from bot.cards import Message
from bot.conversation.mornings import Tick
from bot.store import Database, Operator, Parcel
from bot.store.tables import metadata
from scheduler.chaining import chain_up
from scheduler.digests import decide, decide_due
from scheduler.planning import begun

MEMBERS, PARTS = 24, (1, 4, 12, 24)  # how many of an organisation are in one batch
_LEASE, _BARE = timedelta(seconds=90), 20_000
DISK = 0.002  # seconds until a commit is on it: assumed
_DAYS, _DEALS = 8, (50, 60, 70, 80)  # mornings of each; deals of each that are talked about
_FAR = timedelta(days=400)
LINES = (  # what somebody types after a call, and what is pressed
    'logcall {deal}: Dana said "the vans are the weak link", she checks with finance in 1 week, I send the case study tomorrow',
    "done {deal} voicemail",
    "where {deal}",
)

_BARE_MEMBERS = (
    "INSERT INTO members (organisation_id, name, role, zone, working_days, next_digest_at, next_digest_on, digest_at)"
    " SELECT 1, 'Bare', 'rep', 'Europe/London', '[0,1,2,3,4]', '2030-01-01', '2030-01-01', '08:30' FROM generate_series(1, %s)"
)


@dataclass(frozen=True)
class Measured:
    batch: float  # seconds of planning: an organisation's part of a batch
    member: float  # and each member in it
    statement: float
    answer: float  # seconds of one of LINES
    chained: float  # entries a second that get their place in the audit record
    idle_tick: float  # seconds to look, with a million members of whom nobody is due
    new_rules: float  # seconds to plan a million members anew, when the rules of zones change
    bytes_of: Mapping[str, float]  # by table, a row with its indexes
    rows_of: Mapping[str, float]  # by table, of one of LINES
    forgotten: float  # bytes of an outbox row without its text


def measured() -> Measured:
    with server() as url:
        migrated(url)
        fill(url, MEMBERS)
        database, floor = Database(url), Floor(url)
        batch, member = _planning(database, floor, url)
        floor.close()
        for day in range(_DAYS):
            decide_due(database, NOW + timedelta(days=day))
        statement = _statement(database, url)
        chain_up(database)
        before = _rows(url)
        answer = _answers(database, url)
        chained = _chained(database, url)
        after = _rows(url)
        asked = len(LINES) * MEMBERS * len(_DEALS)
        rows = {name: (after[name] - before[name]) / asked for name in after if after[name] > before[name]}
        sizes = _bytes(url)
        database.operate(lambda operator: operator.keeping.messages(NOW + _FAR, 100_000))
        forgotten = _bytes(url)["outbox"]
        idle, anew = _among_many(database, url)
        database.close()
    return Measured(batch, member, statement, answer, chained, idle, anew, sizes, rows, forgotten)


def _cpu(url: str) -> float:
    """Of this process and of the database's, so far."""
    with _connected(url) as connection:
        rows = connection.execute("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()").fetchall()
    return time.process_time() + sum(seconds_of(pid) for (pid,) in rows)


def _spent(url: str, work: Callable[[], object]) -> float:
    before = _cpu(url)
    work()
    return _cpu(url) - before


def _planning(database: Database, floor: Floor, url: str) -> tuple[float, float]:
    """A line through what batches of several sizes cost."""
    tick, rounds = Tick(NOW), 6
    decide(database, [(1, 1)], tick, set())  # statements are made once a process

    def cost(part: int) -> float:
        spent = 0.0
        for _ in range(rounds):
            floor.reset(NOW)
            before = _cpu(url)
            decide(database, [(1, number + 1) for number in range(part)], tick, set())
            spent += _cpu(url) - before
        return spent / rounds

    line = statistics.linear_regression(PARTS, [cost(part) for part in PARTS])
    floor.reset(NOW)
    return max(0.0, line.intercept), line.slope


def _statement(database: Database, url: str) -> float:
    """Of the queue: all parcels held and settled, what one transaction of them costs, and the disk."""
    later, settled, spent = NOW + _FAR, 0, 0.0
    while parcels := database.operate(lambda operator: operator.claim(later, _LEASE)):
        spent += _spent(url, partial(_all_settled, database, parcels, later))
        settled += len(parcels)
    return spent / settled + DISK


def _all_settled(database: Database, parcels: Sequence[Parcel], at: datetime) -> None:
    for parcel in parcels:
        database.operate(partial(_held_and_settled, parcel, at))


def _held_and_settled(parcel: Parcel, at: datetime, operator: Operator) -> None:
    held = operator.hold(parcel, at + _LEASE, at)
    assert held
    operator.settle(held, "sent", at, provider_ref="1.1")


def _answers(database: Database, url: str) -> float:
    app, before = App(database, lambda: NOW + timedelta(days=20)), _cpu(url)
    for member in range(MEMBERS):
        for number in _DEALS:
            for place, line in enumerate(LINES):
                deal = member * DEALS + number + place
                app.answer(Message(1, member + 1, line.format(deal=f"#{deal}"), key=f"scale:{deal}"))
    return (_cpu(url) - before) / (MEMBERS * len(_DEALS) * len(LINES))


def _chained(database: Database, url: str) -> float:
    before = _cpu(url)
    return chain_up(database) / (_cpu(url) - before)


def _among_many(database: Database, url: str) -> tuple[float, float]:
    """Members without anything, as many as fit a short run, scaled to a million."""
    with _connected(url) as connection:
        connection.execute(_BARE_MEMBERS, [_BARE])
        connection.execute("ANALYZE members")
    scale = 1_000_000 / _BARE
    now = NOW + timedelta(days=30)
    decide_due(database, now)
    looks = 20
    idle = _spent(url, lambda: [database.operate(lambda o: begun(o.mornings, now)) for _ in range(looks)]) / looks
    database.operate(lambda operator: operator.mornings.follow("other rules"))
    anew = _spent(url, lambda: database.operate(lambda o: begun(o.mornings, now)))
    return idle * scale, anew * scale


def _connected(url: str) -> "psycopg.Connection[tuple[int, ...]]":
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(plain, autocommit=True)
    connection.execute("SELECT set_config('followthrough.organisation', '*', false)")
    return connection


def _rows(url: str) -> dict[str, int]:
    with _connected(url) as connection:
        return {name: _one(connection, f'SELECT count(*) FROM "{name}"') for name in metadata.tables}  # noqa: S608


def _bytes(url: str) -> dict[str, float]:
    """Written anew first, so that nothing dead is counted; a table of few rows looks larger a row than it is."""
    found = {}
    with _connected(url) as connection:
        for name, rows in _rows(url).items():
            if rows:
                connection.execute(f'VACUUM FULL "{name}"')
                found[name] = _one(connection, f"SELECT pg_total_relation_size('\"{name}\"')") / rows
    return found


def _one(connection: "psycopg.Connection[tuple[int, ...]]", query: str) -> int:
    row: Sequence[int] | None = connection.execute(query.encode()).fetchone()
    assert row
    return row[0]
