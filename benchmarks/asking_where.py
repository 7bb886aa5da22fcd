""" "Where are we on Acme?" among many deals, from the message to its card: one's own deals as they are typed, and any of a
team's with a letter wrong. Each answer has to hold the deal that was meant.
"""

import statistics
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import partial

from benchmarks.figures import ABSOLUTE, Figure
from benchmarks.typeahead import Team, analyze, fill
from benchmarks.typed_names import Asked, names, questions
from bot.app import App, system_clock
from bot.cards import Message, plain_text
from bot.model import Role
from bot.store import Database, Store

_SECONDS = {"own": 0.010, "one wrong": 0.060}
_OWN = 100
_HITS = 0.88  # of the answers, for a name of which other deals may hold the words


def where(count: int, each: int, empty: AbstractContextManager[str]) -> list[Figure]:
    among = names(count)
    with empty as url:
        database = Database(url)
        database.migrate()
        team = fill(database, among)
        rep_id = database.write(team.organisation_id, partial(_rep_with_own, among=among[:_OWN]))
        if not database.is_sqlite:
            analyze(url)
        own = _timed(database, team, rep_id, questions(among[:_OWN], min(each, _OWN), 0) * 2)
        wrong = _timed(database, team, team.admin_id, questions(among, each, 1))
        database.close()
    took = {"own": own, "one wrong": wrong}
    on = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    return [
        Figure(
            f"where, {name}, among {count:,} {on}: p99 / {_SECONDS[name] * 1e3:.0f} ms", [_p99(seconds) / _SECONDS[name]],
            ABSOLUTE, note=f"p99 {_p99(seconds) * 1e3:.1f} ms, p50 {statistics.median(seconds) * 1e3:.1f}",
        )
        for name, seconds in took.items()
    ]  # fmt: skip


def _rep_with_own(store: Store, among: Sequence[str]) -> int:
    """A rep who sees a hundred deals of their own, among all the others."""
    now = system_clock()
    rep_id = store.members.add("Rep Two", Role.rep, "Europe/London")
    act_id = store.acts.begin(rep_id, now, "made")
    rows = [{"owner_id": rep_id, "company": name} for name in among]
    store.refresh(store.deals.create_many(act_id, now, now.date(), rows), now.date())
    return rep_id


def _timed(database: Database, team: Team, member_id: int, asked: Sequence[Asked]) -> list[float]:
    app, took, hits = App(database, system_clock), [], 0
    for name in ("qwertz", asked[0].typed):  # the words are read, and each statement is made, once a process
        app.answer(Message(team.organisation_id, member_id, f"where are we on {name}?"))
    for one in asked:
        started = time.perf_counter()
        reply = app.answer(Message(team.organisation_id, member_id, f"where are we on {one.typed}?"))
        took.append(time.perf_counter() - started)
        hits += one.meant in plain_text(reply.card).lower()
    assert hits >= _HITS * len(asked), f"{hits} of {len(asked)} answers hold the deal"
    return took


def _p99(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99)]
