"""What a manager of many reads on a Monday: its time, and each of its statements'. Deals are those of a morning's benchmark."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from functools import partial

from sqlalchemy import create_engine, event, text

from benchmarks.figures import ABSOLUTE, Figure
from benchmarks.many import NOW, fill
from bot.app import App
from bot.cards import Message, plain_text
from bot.model import Role
from bot.store import Database, Store

_LIMIT = 0.5  # seconds
# A tenth of what they said is about buying; a third of the deals has an agreed day; some promises were moved, some deals kept.
_MORE = (
    """UPDATE touches SET "on" = {earlier}""",  # not all of a team's on one day
    """UPDATE touches SET said = 'they sign the order next week' WHERE said <> '' AND deal_id % 10 = 0""",
    """INSERT INTO next_steps (organisation_id, act_id, deal_id, made_on, what, "on", at, zone, purpose, agreed)
    SELECT organisation_id, max(act_id), deal_id, {before}, 'call', {then}, '', '', '', true FROM touches
    WHERE deal_id % 3 = 0 GROUP BY organisation_id, deal_id""",
    """INSERT INTO turns (organisation_id, act_id, deal_id, commitment_id, "on", kind, due_on, moved_by)
    SELECT organisation_id, act_id, deal_id, id, {before}, 'moved', due_on, '' FROM commitments WHERE id % 2 = 0""",
    """INSERT INTO decisions (organisation_id, act_id, deal_id, member_id, "on", kind, until_on, reason)
    SELECT organisation_id, max(act_id), deal_id, max(member_id), {before}, 'keep', {then}, 'time' FROM touches
    WHERE deal_id % 20 = 0 GROUP BY organisation_id, deal_id""",
)
_EARLIER = {"sqlite": """date("on", '-' || (deal_id % 5) || ' days')""", "postgresql": '"on" - (deal_id % 5)::int'}


def monday(reps: int, times: int, empty: AbstractContextManager[str]) -> list[Figure]:
    """`monday`, typed by whoever leads all of them."""
    with empty as url:
        on = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
        with managed(url, reps) as ask:
            took, each = measured(ask, times)
    note = f"{statistics.median(took) * 1e3:.0f} ms; the slowest statements {_slowest(each)}"
    return [Figure(f"monday of {reps} reps, {on}: / {_LIMIT} s", [one / _LIMIT for one in took], ABSOLUTE, note=note)]


@contextmanager
def managed(url: str, reps: int) -> Iterator[Callable[[], Database]]:
    """Asks for the week of so many reps; the schema may be there."""
    database = Database(url)
    database.migrate()
    database.close()
    fill(url, reps)
    database = Database(url)
    manager = database.write(1, partial(_led))
    _more(url)
    app = App(database, lambda: NOW)

    def ask() -> Database:
        reply = app.answer(Message(1, manager, "monday"))
        assert plain_text(reply.card)
        return database

    yield ask
    database.close()


def _led(store: Store) -> int:
    manager = store.members.add("Mia Manager", Role.manager, "Europe/London")
    for member in store.members.all():
        if member.id != manager:
            store.members.change(store.acts.begin(manager, NOW, "led"), member.id, manager_id=manager)
    return manager


def _more(url: str) -> None:
    engine = create_engine(url)
    before, then = (f"'{NOW.date() + timedelta(days=days)}'" for days in (-3, 2))
    is_postgres = engine.dialect.name == "postgresql"
    with engine.begin() as connection:
        if is_postgres:
            connection.exec_driver_sql("SELECT set_config('followthrough.organisation', '*', true)")
        for statement in _MORE:
            told = statement.format(earlier=_EARLIER[engine.dialect.name], before=before, then=then)
            connection.execute(text(told.replace("::int", "\\:\\:int")))
    if is_postgres:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
    engine.dispose()


def measured(ask: Callable[[], Database], times: int) -> tuple[list[float], Mapping[str, list[float]]]:
    """Seconds of each asking, and by statement; the first asking, which makes the statements, does not count."""
    database, each = ask(), defaultdict(list)
    began = [0.0]

    def before(*_: object) -> None:
        began[0] = time.perf_counter()

    def after(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        each[statement].append(time.perf_counter() - began[0])

    engine = database._reader  # noqa: SLF001
    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    took = []
    for _ in range(times):
        started = time.perf_counter()
        ask()
        took.append(time.perf_counter() - started)
    event.remove(engine, "before_cursor_execute", before)
    event.remove(engine, "after_cursor_execute", after)
    return took, each


def _slowest(each: Mapping[str, list[float]]) -> str:
    middle = sorted((statistics.median(took) for took in each.values()), reverse=True)
    return ", ".join(f"{took * 1e3:.0f}" for took in middle[:3])
