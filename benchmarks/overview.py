"""A manager's view of a whole team, of one stage and of one week: the slowest hundredth, and whether statements grow with reps."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import psycopg
from sqlalchemy import event, make_url

from benchmarks.figures import ABSOLUTE, Figure
from benchmarks.team import fresh, postgres
from bot.app import App, system_clock
from bot.cards import Message
from bot.model import Role
from bot.store import Database, Store
from bot.store.deals import _NEW
from bot.store.tables import commitments, deals, next_steps, touches

FEW = 20  # reps, whose view takes as many statements as everybody's
P99 = 0.3  # seconds
LINES = ("where is my team?", "where are we in proposal", "what changed this week", "what happened last month")


def overview(reps: int, each: int, times: int) -> list[Figure]:
    figures = []
    with fresh() as database:
        figures += _of("SQLite", database, reps, each, times)
    with postgres() as url:
        database = Database(url)
        figures += _of("PostgreSQL", database, reps, each, times, lambda: _analyze(url))
        database.close()
    return figures


def _of(
    name: str, database: Database, reps: int, each: int, times: int, settle: Callable[[], None] = lambda: None
) -> list[Figure]:
    few = _filled(database, min(FEW, reps), 5)
    many = _filled(database, reps, each)
    settle()
    app = App(database, system_clock)
    counts = [_statements(database, partial(_ask, app, *team, LINES[0])) for team in (few, many)]
    figures = [
        Figure(f"team, {name}: statements, {reps} reps / {FEW}", [counts[1] / counts[0]], 1.0, 1.0, f"{counts[1]} each")
    ]
    for line in LINES:
        took = sorted(_seconds(partial(_ask, app, *many, line)) for _ in range(times))
        p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
        note = f"p99 {p99 * 1e3:.0f} ms, middle {took[len(took) // 2] * 1e3:.0f} ms"
        figures.append(Figure(f"team, {name}: {line}: p99 / 300 ms", [p99 / P99], ABSOLUTE, note=note))
    return figures


def _ask(app: App, organisation_id: int, manager_id: int, line: str) -> None:
    app.answer(Message(organisation_id, manager_id, line))


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _statements(database: Database, work: Callable[[], None]) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    engines = (database._engine, database._reader) if database.is_sqlite else (database._engine,)  # noqa: SLF001
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    work()
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def _filled(database: Database, reps: int, each: int) -> tuple[int, int]:
    """(organisation, manager): each rep with open deals, two calls, a promise and now and then a day that was agreed."""
    organisation_id = database.operate(lambda operator: operator.create_organisation(f"Bench {reps}"))
    manager = database.write(
        organisation_id, lambda store: store.members.add("Mia Manager", Role.manager, "Europe/London")
    )
    for number in range(reps):
        database.write(organisation_id, partial(_add_rep, number, each, manager, system_clock()))
    return organisation_id, manager


def _add_rep(number: int, each: int, manager: int, now: datetime, store: Store) -> None:
    rep = store.members.add(f"Rep{number} Ray", Role.rep, "Europe/London", manager_id=manager)
    act, today = store.acts.begin(rep, now - timedelta(days=60), "import"), now.date()
    calls = store.acts.begin(rep, now, "calls")  # an import's endings are nobody's here
    ids = store.deals.next_ids(deals, each)
    made = {**_NEW, "act_id": act, "owner_id": rep, "state": "active", "created_at": now, "created_on": today}
    stages = ("Proposal", "Negotiation", "Discovery", "Closing")
    store.deals.insert_many(
        deals,
        [
            {**made, "id": id_, "company": f"Firm {id_}", "stage": stages[at % 4], "next_touch_on": today, "last_contact_on": today, "temperature": "warm" if at % 10 else "cold"}
            for at, id_ in enumerate(ids)
        ],
    )  # fmt: skip
    told = {
        "act_id": calls,
        "member_id": rep,
        "note": "",
        "contact": "",
        "inbound": False,
        "definitive": False,
        "assumed": False,
    }
    rows: dict[Any, list[dict[str, Any]]] = {touches: [], commitments: [], next_steps: []}
    for at, id_ in enumerate(ids):
        on = today - timedelta(days=at % 30)
        spoke = at % 10 != 0
        for outcome, result in (
            (("connected", "advance"), ("left_voicemail", "attempt")) if spoke else (("busy", "none"),)
        ):
            rows[touches].append(
                {
                    **told,
                    "deal_id": id_,
                    "at": now,
                    "on": on,
                    "outcome": outcome,
                    "result": result,
                    "said": "we like it" if spoke else "",
                }
            )
        promise = {
            "act_id": calls,
            "deal_id": id_,
            "side": "ours" if at % 2 else "theirs",
            "text": "send the plan",
            "made_on": on,
        }
        due = today + timedelta(days=at % 20 - 8)
        rows[commitments].append(
            {**promise, "first_due_on": due, "due_on": due, "soft": False, "contact": "", "state": "open"}
        )
        if at % 3 == 0:
            step = {
                "act_id": calls,
                "deal_id": id_,
                "made_on": on,
                "what": "call",
                "at": "",
                "zone": "",
                "purpose": "",
                "agreed": True,
            }
            rows[next_steps].append({**step, "on": today + timedelta(days=at % 9)})
    for table, filled in rows.items():
        store.deals.insert_many(table, filled)


def _analyze(url: str) -> None:
    """What PostgreSQL does by itself within a minute."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("ANALYZE")
