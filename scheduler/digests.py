"""Who is due a digest: one question to the database each tick, never one job per rep (design section 6).

Many are decided in one transaction. One who cannot be decided is found by halving, and is skipped with a record: nobody
else waits for them, today or tomorrow.
"""

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import structlog

from bot.conversation.mornings import Tick
from bot.giving_way import GIVING_WAY
from bot.store import Database, is_away
from bot.store.mornings import Mornings
from scheduler.failures import wordless
from scheduler.planning import begun

# Members decided in one transaction. SQLite has one writer: whoever presses a button waits for a batch to end.
_BATCH, _SQLITE_BATCH, _WHILE_ASKED = 500, 20, 5
_log = structlog.get_logger()


def decide_due(database: Database, now: datetime) -> int:
    """Decides every digest whose hour has come; returns how many are to be sent. Safe to run twice or in parallel.

    Raises ClockIsBehind when nothing may be decided by this clock.
    """
    sent = 0
    undecided: set[int] = set()  # whose failure could not even be recorded: the next tick tries them again
    most = _at_once(database)
    tick, due = database.operate(lambda operator: _looked(operator.mornings, now, most))
    while due:
        GIVING_WAY.wait()
        sent += decide(database, due, tick, undecided)
        due = database.operate(lambda operator: operator.mornings.due(now, _at_once(database), undecided))
    return sent


def _at_once(database: Database) -> int:
    if GIVING_WAY.is_asked:
        return _WHILE_ASKED
    return _SQLITE_BATCH if database.is_sqlite else _BATCH


def _looked(mornings: Mornings, now: datetime, most: int) -> tuple[Tick, list[tuple[int, int]]]:
    """What this tick has to know, and the first who are due: nearly always nobody, by one transaction."""
    return begun(mornings, now), mornings.due(now, most)


def decide(database: Database, due: Sequence[tuple[int, int]], tick: Tick, undecided: set[int]) -> int:
    """These members (organisation, member), each organisation by itself; returns how many are to be sent."""
    by_organisation: dict[int, list[int]] = defaultdict(list)
    for organisation_id, member_id in due:
        by_organisation[organisation_id].append(member_id)
    return sum(_decide(database, one, ids, tick, undecided) for one, ids in by_organisation.items())


def _decide(database: Database, organisation_id: int, ids: Sequence[int], tick: Tick, undecided: set[int]) -> int:
    """The members of one organisation, all at once; when that fails, each half by itself, down to who it was."""
    from bot.conversation.digest import decide_digests  # noqa: PLC0415 - no start waits for what no tick needs while nobody is due

    try:
        with uncollected():
            return database.write(organisation_id, lambda store: decide_digests(store, ids, tick))
    except Exception as error:
        if is_away(error) or not database.is_healthy():  # nobody's fault: nothing is skipped for it
            raise
        if len(ids) == 1:
            return _skip(database, organisation_id, ids[0], tick, undecided, error)
    half = len(ids) // 2
    return sum(_decide(database, organisation_id, part, tick, undecided) for part in (ids[:half], ids[half:]))


@contextmanager
def uncollected() -> Iterator[None]:
    """A batch makes hundreds of thousands of objects that live until it ends. Looking through them again and again for
    rubbish took two fifths of its time; right behind it they are looked through once."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _skip(
    database: Database, organisation_id: int, member_id: int, tick: Tick, undecided: set[int], error: Exception
) -> int:
    from bot.conversation.digest import skip_failed  # noqa: PLC0415 - as above

    about = {"organisation": organisation_id, "member": member_id}
    _log.error("a digest could not be decided", exc_info=wordless(error), **about)
    try:
        database.write(organisation_id, lambda store: skip_failed(store, member_id, tick.now))
    except Exception as unrecorded:  # noqa: BLE001 - the guard of one member: the others' mornings go on
        _log.exception("a failed digest could not be recorded", exc_info=wordless(unrecorded), **about)
        undecided.add(member_id)
    return 0
