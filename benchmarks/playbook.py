"""CPU of the pure rules, each over its aim: the standing of a deal of 200 touches, an opener that has passed the wall."""

import time
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta

from adapters.local.sample import create_team, seed
from benchmarks.figures import ABSOLUTE, Figure
from benchmarks.team import fresh
from bot.app import App
from bot.cards import Message
from bot.model import History, Policy
from bot.playbook.openers import opener
from bot.playbook.standing import standing
from bot.store import Database

NOW = datetime(2026, 3, 12, 14, tzinfo=UTC)
TODAY = NOW.date()
TOUCHES = 200
STANDING, OPENER = 1e-3, 0.15e-3  # aims, in seconds


def playbook(rounds: int) -> list[Figure]:
    with fresh() as database:
        old = _of_200_touches(database)
    with fresh() as database:
        sample = _of_the_sample_team(database)
    return [
        _figure("standing of 200 touches: CPU / 1 ms", rounds, STANDING, old, lambda one: standing(one, Policy(), TODAY)),
        _figure("opener, walled: CPU / 0.15 ms", rounds, OPENER, sample, lambda one: opener(one, Policy(), TODAY)),
    ]  # fmt: skip


def _figure(
    name: str, rounds: int, aim: float, histories: Collection[History], rule: Callable[[History], object]
) -> Figure:
    each = [_least(histories, rule) for _ in range(rounds)]
    return Figure(name, [seconds / aim for seconds in each], ABSOLUTE, note=f"{min(each) * 1e6:.0f} us at the quietest")


def _least(histories: Collection[History], rule: Callable[[History], object]) -> float:
    """CPU seconds of one, the least of many short times: whatever else the machine does can only add to it."""
    return min(_seconds(histories, rule) for _ in range(30))


def _seconds(histories: Collection[History], rule: Callable[[History], object]) -> float:
    started = time.process_time()
    for history in histories:
        rule(history)
    return (time.process_time() - started) / len(histories)


def _of_200_touches(database: Database) -> Collection[History]:
    """Conversations of 200 days, each with its words."""
    days = iter(NOW - timedelta(days=day) for day in range(TOUCHES, -1, -1))
    organisation_id = create_team(database, NOW)
    app = App(database, lambda: next(days))
    app.answer(Message(organisation_id, 2, "new Old, friend"))
    for number in range(TOUCHES):
        app.answer(Message(organisation_id, 2, f'logcall Old: they said "soon, in {number} weeks"'))
    (old,) = _histories(database, organisation_id)
    assert len(old.touches) == TOUCHES
    return [old]


def _of_the_sample_team(database: Database) -> Collection[History]:
    return _histories(database, seed(database, NOW))


def _histories(database: Database, organisation_id: int) -> Collection[History]:
    later = date(TODAY.year + 1, 12, 31)
    return database.read(
        organisation_id, lambda store: store.history.many(store.deals.due(list(store.members.names()), later))
    ).values()
