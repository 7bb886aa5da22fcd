"""Who is due a digest: one question to the database each tick, never one job per rep (design section 6)."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from bot.conversation.digest import decide_digests
from bot.model import Member
from bot.store import Database, Operator, Store
from bot.worktime import next_digest_at

_BATCH = 500  # members decided in one transaction


def decide_due(database: Database, now: datetime) -> int:
    """Decides every digest whose hour has come; returns how many are to be sent. Safe to run twice or in parallel."""
    database.operate(lambda operator: _schedule_new(operator, now))
    sent = 0
    while due := database.operate(lambda operator: operator.members_due(now, limit=_BATCH)):
        by_organisation: dict[int, list[Member]] = defaultdict(list)
        for member in due:
            by_organisation[member.organisation_id].append(member)
        for organisation_id, members in by_organisation.items():
            sent += database.write(organisation_id, _decide(members, now))
    return sent


def _decide(members: list[Member], now: datetime) -> Callable[[Store], int]:
    return lambda store: decide_digests(store, members, now)


def _schedule_new(operator: Operator, now: datetime) -> None:
    """A member who has no digest instant yet gets their first one."""
    for member in operator.unscheduled():
        operator.schedule(member.id, next_digest_at(member, now))
