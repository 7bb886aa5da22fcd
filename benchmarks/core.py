"""What the core costs on SQLite, as ratios to a floor measured in the same run. No gates: they show where a change went.

| job | product | floor |
|---|---|---|
| answer | one `done` through the core, committed | one INSERT of the same size, committed by the same writer |
| morning | digests of 100 reps with 20 due deals each: read, decide, queue | reading the same deals and touches, nothing else |
"""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from adapters.local.sample import create_team
from benchmarks.figures import Figure
from benchmarks.team import fresh
from bot.app import App
from bot.cards import Message
from bot.model import Address, Outcome, Result, Role
from bot.store import Database, Store
from scheduler.digests import decide_due

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)
REPS, DEALS = 100, 20


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def answer(database: Database) -> tuple[float, float]:
    """(product, floor) seconds for 100 committed answers each."""
    organisation_id = create_team(database, NOW)
    app = App(database, lambda: NOW)
    names = [f"{a}{b}" for a in "Nord Ost Sund West Berg Feld Holm Lund Wald Dorf".split() for b in "akieomurst"]
    for name in names:
        app.answer(Message(organisation_id, 2, f"new {name}"))

    def product() -> None:
        for name in names:  # each once: the same on one deal again is only asked about
            app.answer(Message(organisation_id, 2, f"done {name} voicemail"))

    def floor() -> None:
        for _ in range(100):
            database.write(organisation_id, lambda store: store.drafts.put(2, "x" * 200, NOW))

    return seconds(product), seconds(floor)


def morning(database: Database) -> tuple[float, float]:
    organisation_id = database.operate(lambda operator: operator.create_organisation("Bench"))
    ids = database.write(organisation_id, _many_deals)
    floor = seconds(lambda: database.read(organisation_id, lambda store: store.history.many(ids)))
    product = seconds(lambda: decide_due(database, NOW + timedelta(days=8)))
    return product, floor


def _many_deals(store: Store) -> list[int]:
    ids: list[int] = []
    for rep in range(REPS):
        due = NOW + timedelta(days=8, minutes=-rep % 30)
        member_id = store.members.add(f"Rep {rep}", Role.rep, "Europe/London", next_digest_at=due)
        store.identities.add(member_id, Address("local", "local", str(member_id)))
        act_id = store.acts.begin(member_id, NOW, "made")
        made = store.deals.create_many(
            act_id, NOW, NOW.date(), [{"owner_id": member_id, "company": f"Firm {rep}-{n}"} for n in range(DEALS)]
        )
        for deal_id in made:
            touch = (act_id, deal_id, member_id, NOW, NOW.date(), Outcome.connected, Result.continuation)
            store.history.add_touch(*touch, said="we like it", contact="Dana Reyes")
        ids += made
    store.refresh(ids, NOW.date())
    return ids


def core(rounds: int) -> list[Figure]:
    jobs = {"answer": (answer, 100), "morning": (morning, REPS)}
    return [_figure(name, job, count, rounds) for name, (job, count) in jobs.items()]


def _figure(name: str, job: Callable[[Database], tuple[float, float]], count: int, rounds: int) -> Figure:
    ratios, each = [], []
    for _ in range(rounds):
        with fresh() as database:
            product, floor = job(database)
        ratios.append(product / floor)
        each.append(product / count * 1000)
    return Figure(f"core: {name}", ratios, note=f"{statistics.median(each):.2f} ms each")
