"""Workers on one PostgreSQL, killed at random while they decide and send: every morning once, and every message once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.model import Address, Role
from bot.store import Database, Store
from bot.store.tables import digests, members, outbox
from scheduler.digests import decide_due
from tests.serving import ROOT

KILLS = int(os.environ.get("TRIAL_WORKER_KILLS", "20"))
WORKERS, PEOPLE = 3, 15
ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo")
FIRST = datetime(2026, 3, 8, 12, tzinfo=UTC)  # a Sunday everywhere: no day is owed yet
DAYS, STEP = 7, timedelta(hours=2)  # less than the four hours for which a late list is still sent


@pytest.mark.timeout(120 + 5 * KILLS)
def test_workers_that_are_killed_lose_no_morning_and_double_none(postgres_url, open_database, tmp_path):
    seed = int(os.environ.get("TRIAL_SEED") or random.SystemRandom().randrange(10**6))
    print(f"seed {seed}")
    database = open_database(postgres_url)
    organisation_id = _people(database)
    _kill_while_they_tick(database, organisation_id, tmp_path, random.Random(seed))
    rows = database.read(organisation_id, lambda s: s.connection.execute(select(digests)).all())
    decided = Counter((row.member_id, row.local_date) for row in rows)
    ids = sorted({row.member_id for row in rows})
    working = [day for n in range(DAYS) if (day := (FIRST + timedelta(days=n)).date()).weekday() < 5]
    assert len(ids) == PEOPLE
    assert [(who, day) for who in ids for day in working if decided[who, day] != 1] == []
    sent = {(row.member_id, f"digest:{row.id}") for row in rows if row.state == "sent"}
    arrived = Counter(tuple(line.split()) for line in (tmp_path / "receipts").read_text().splitlines())
    assert len(sent) > len(rows) / 2, "it has to have been on time, else nothing was proved"
    assert {line for line, times in arrived.items() if times > 1} == set(), "doubled"
    assert {(str(who), key) for who, key in sent} - set(arrived) == set(), "lost"
    print(f"{KILLS} kills, {len(rows)} decisions, {len(sent)} sent")


def _people(database: Database) -> int:
    """Each wants a list also when nothing is due."""
    organisation_id = database.operate(lambda operator: operator.create_organisation("Northlight"))

    def add(store) -> None:
        for number in range(PEOPLE):
            member_id = store.members.add(name=f"Rep {number}", role=Role.rep, zone=ZONES[number % len(ZONES)])
            store.identities.add(member_id, Address("local", "local", str(member_id)))
        store.connection.execute(update(members).values(clear_day=True))

    database.write(organisation_id, add)
    decide_due(database, FIRST)  # everybody is planned
    return organisation_id


def _kill_while_they_tick(database: Database, organisation_id: int, folder: Path, chance: random.Random) -> None:
    hands = folder / "clock"
    _set(hands, FIRST)
    command = [sys.executable, "-m", "tests.processes.ticking", database.url, str(folder / "receipts"), str(hands)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as zygote:

        def fork() -> int:
            print(file=zygote.stdin, flush=True)
            return int(zygote.stdout.readline())

        workers = [fork() for _ in range(WORKERS)]
        steps = [FIRST + STEP * n for n in range(1, timedelta(days=DAYS) // STEP + 1)]
        busy = [10 if step.hour in {0, 10, 14} else 1 for step in steps]  # somebody's hour has come
        kills = Counter(chance.choices(steps, busy, k=KILLS))
        try:
            for step in steps:
                _set(hands, step)
                for _ in range(kills[step]):
                    time.sleep(chance.uniform(0, 0.12))
                    os.kill(workers.pop(chance.randrange(WORKERS)), signal.SIGKILL)
                    workers.append(fork())
                _wait(database, organisation_id, lambda s, at=step: _is_decided(s, at))
            _wait(database, organisation_id, _is_sent)
        finally:
            for worker in workers:
                os.kill(worker, signal.SIGKILL)
            zygote.stdin.close()


def _set(hands: Path, at: datetime) -> None:
    new = hands.with_suffix(".new")
    new.write_text(at.isoformat())
    new.replace(hands)


def _wait(database: Database, organisation_id: int, holds: Callable[[Store], bool]) -> None:
    for _ in range(6000):
        if database.read(organisation_id, holds):
            return
        time.sleep(0.01)
    raise AssertionError("the workers did not come to an end")


def _is_decided(store: Store, at: datetime) -> bool:
    planned = store.connection.execute(select(members.c.next_digest_at)).scalars()
    return all(moment and moment > at for moment in planned)


def _is_sent(store: Store) -> bool:
    """What a killed worker held comes back with its lease."""
    return store.connection.execute(select(outbox.c.id).where(outbox.c.state != "sent")).first() is None
