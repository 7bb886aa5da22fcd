"""A manager's view of a whole team, of one stage and of one week: the slowest hundredth, and whether statements grow with reps."""

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
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
_EVERY = 3  # deal has a day that was agreed
_STAGES = ("Proposal", "Negotiation", "Discovery", "Closing")
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
    few = _filled(
        database, min(FEW, reps), 2 * each
    )  # thousands of deals as well: of fewer the names are read otherwise
    many = _filled(database, reps, each)
    settle()
    app = App(database, system_clock)
    for team in (few, many):  # the first question reads the names of the deals, for typing errors
        _ask(app, *team, LINES[0])
    counts = [_statements(database, partial(_ask, app, *team, LINES[0])) for team in (few, many)]
    note = f"{counts[1]} and {counts[0]}"
    figures = [Figure(f"team, {name}: statements, {reps} reps / {FEW}", [counts[1] / counts[0]], 1.0, note=note)]
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
    act = store.acts.begin(rep, now - timedelta(days=60), "import")
    calls = store.acts.begin(rep, now, "calls")  # an import's endings are nobody's here
    ids = store.deals.next_ids(deals, each)
    store.deals.insert_many(deals, [_deal(at, id_, act, rep, now) for at, id_ in enumerate(ids)])
    numbered = list(enumerate(ids))
    store.deals.insert_many(touches, [row for at, id_ in numbered for row in _calls(at, id_, calls, rep, now)])
    store.deals.insert_many(commitments, [_promise(at, id_, calls, now.date()) for at, id_ in numbered])
    store.deals.insert_many(next_steps, [_step(at, id_, calls, now.date()) for at, id_ in numbered if at % _EVERY == 0])


def _deal(at: int, id_: int, act: int, rep: int, now: datetime) -> dict[str, Any]:
    """Every tenth is cold: nobody has spoken with them."""
    today = now.date()
    agreed_on = _step(at, id_, act, today)["on"] if at % _EVERY == 0 else None
    heard_on = today - timedelta(days=at % 30) if at % 10 else None
    return {
        **_NEW, "id": id_, "act_id": act, "owner_id": rep, "state": "active", "created_at": now, "created_on": today,
        "company": f"Firm {id_}", "stage": _STAGES[at % len(_STAGES)], "next_touch_on": today, "last_contact_on": today,
        "agreed_on": agreed_on, "heard_on": heard_on,
        "temperature": "warm" if at % 10 else "cold",
    }  # fmt: skip


def _calls(at: int, id_: int, act: int, rep: int, now: datetime) -> list[dict[str, Any]]:
    spoke = at % 10 != 0
    tried = (("connected", "advance"), ("left_voicemail", "attempt")) if spoke else (("busy", "none"),)
    said, on = "we like it" if spoke else "", now.date() - timedelta(days=at % 30)
    return [
        {
            "act_id": act, "member_id": rep, "deal_id": id_, "at": now, "on": on, "outcome": outcome, "result": result,
            "said": said, "note": "", "contact": "", "inbound": False, "definitive": False, "assumed": False,
        }
        for outcome, result in tried
    ]  # fmt: skip


def _promise(at: int, id_: int, act: int, today: date) -> dict[str, Any]:
    due = today + timedelta(days=at % 20 - 8)
    return {
        "act_id": act, "deal_id": id_, "side": "ours" if at % 2 else "theirs", "text": "send the plan",
        "made_on": today - timedelta(days=at % 30), "first_due_on": due, "due_on": due, "soft": False, "contact": "",
        "state": "open",
    }  # fmt: skip


def _step(at: int, id_: int, act: int, today: date) -> dict[str, Any]:
    return {
        "act_id": act, "deal_id": id_, "made_on": today - timedelta(days=at % 30), "what": "call", "at": "", "zone": "",
        "purpose": "", "agreed": True, "on": today + timedelta(days=at % 9),
    }  # fmt: skip


def _analyze(url: str) -> None:
    """What PostgreSQL does by itself within a minute."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("ANALYZE")
