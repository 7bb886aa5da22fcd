"""Behind each tick the entries of the audit record that have come since get their places in its chain."""

from bot.store import Database

_AT_ONCE = 500


def chain_up(database: Database) -> int:
    """Returns how many were waiting. Nothing is written where none was; of several processes one does it."""
    database.take_notes()
    if not database.survey(lambda operator: operator.audit_chain.waiting()):
        return 0
    total = 0
    while True:
        total += (placed := database.operate(lambda operator: operator.audit_chain.extend(_AT_ONCE)))
        if placed < _AT_ONCE:
            return total
