"""What `followthrough doctor` says of the bot's own process, as far as the database shows it: on SQLite by the lock that it
holds, on PostgreSQL by its last tick. A process that only answers leaves no trace there.
"""

from datetime import datetime, timedelta
from pathlib import Path

from adapters.cli.findings import Finding, look, ok
from bot.store import is_locked
from scheduler.ticker import SECONDS

_START = "followthrough run, or its unit: systemctl start "


def is_ticking(latest: datetime | None, now: datetime) -> bool:
    """`latest`: when a process ticked last."""
    return latest is not None and abs(now - latest) <= timedelta(seconds=3 * SECONDS)


def of_process(sqlite: Path | None, latest: datetime | None, now: datetime) -> Finding:
    if sqlite is not None:
        if not is_locked(sqlite):
            return look("process", "the bot is not running: nothing holds the database", f"{_START}followthrough")
        if is_ticking(latest, now):
            return ok("process", "the bot is running")
        return look(
            "process",
            "one holds the database and does not look whose hour has come",
            "is it the bot, or a command that writes? Ask again in a minute",
        )
    if is_ticking(latest, now):
        return ok("process", "a worker is running; of one that only answers, its /healthz tells")
    return look("process", "no worker is running", f"{_START}followthrough@worker")
