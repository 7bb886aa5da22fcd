"""Behind each tick the entries of the audit record that have come since get their places in its chain."""

from bot.giving_way import GIVING_WAY
from bot.store import Database

_AT_ONCE, _WHILE_ASKED = 500, 25


def chain_up(database: Database) -> int:
    """Returns how many were waiting. Nothing is written where none was; of several processes one does it."""
    database.take_notes()
    if not database.survey(lambda operator: operator.audit_chain.waiting()):
        return 0
    total = 0
    while True:
        GIVING_WAY.wait()
        most = _WHILE_ASKED if GIVING_WAY.is_asked else _AT_ONCE
        total += (placed := database.operate(lambda operator: operator.audit_chain.extend(most)))  # noqa: B023 - run at once
        if placed < most:
            return total
