"""Who is due a digest: one question to the database each tick, never one job per rep (design section 6).

Many are decided in one transaction. One who cannot be decided is found by halving, and is skipped with a record: nobody
else waits for them, today or tomorrow.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.conversation.digest import decide_digests, next_try_at, skip_failed
from bot.model import Member
from bot.store import Database, Operator
from scheduler.failures import wordless

_BATCH = 500  # members decided in one transaction
_log = structlog.get_logger()


def decide_due(database: Database, now: datetime) -> int:
    """Decides every digest whose hour has come; returns how many are to be sent. Safe to run twice or in parallel."""
    database.operate(lambda operator: _schedule_new(operator, now))
    sent = 0
    undecided: set[int] = set()  # whose failure could not even be recorded: the next tick tries them again
    while due := database.operate(lambda operator: operator.members_due(now, limit=_BATCH, without=undecided)):
        by_organisation: dict[int, list[Member]] = defaultdict(list)
        for member in due:
            by_organisation[member.organisation_id].append(member)
        for members in by_organisation.values():
            sent += _decide(database, members, now, undecided)
    return sent


def _decide(database: Database, members: Sequence[Member], now: datetime, undecided: set[int]) -> int:
    """The members of one organisation, all at once; when that fails, each half by itself, down to who it was."""
    try:
        return database.write(members[0].organisation_id, lambda store: decide_digests(store, members, now))
    except Exception as error:
        if not database.is_healthy():  # nobody's fault: nothing is skipped for it
            raise
        if len(members) == 1:
            return _skip(database, members[0], now, undecided, error)
    half = len(members) // 2
    return sum(_decide(database, part, now, undecided) for part in (members[:half], members[half:]))


def _skip(database: Database, member: Member, now: datetime, undecided: set[int], error: Exception) -> int:
    about = {"organisation": member.organisation_id, "member": member.id}
    _log.error("a digest could not be decided", exc_info=wordless(error), **about)
    try:
        database.write(member.organisation_id, lambda store: skip_failed(store, member, now))
    except Exception as unrecorded:  # noqa: BLE001 - the guard of one member: the others' mornings go on
        _log.exception("a failed digest could not be recorded", exc_info=wordless(unrecorded), **about)
        undecided.add(member.id)
    return 0


def _schedule_new(operator: Operator, now: datetime) -> None:
    """A member who has no digest instant yet gets their first one."""
    for member in operator.unscheduled():
        operator.schedule(member.id, next_try_at(member, now))
