"""What `followthrough doctor` says of what is no longer kept: when it was looked for last, and how much went."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from adapters.cli.erasures import Erasures, lack_of
from adapters.cli.findings import Finding, look, ok
from bot.store import Looking, Operator
from scheduler.purging import REPORT

_LATE, _A_WEEK = timedelta(days=2), timedelta(days=7)
_NAMES = {
    "replies": "answers", "drafts": "drafts", "messages": "texts of messages", "workspaces": "workspaces",
    "withdrawals": "messages taken back", "closed_deals": "closed deals",
    "audit": "entries of the audit record",
}  # fmt: skip


def of_copies(last: datetime | None, now: datetime, *, is_trial: bool) -> Finding:
    """`last`: when a copy of the database was put down last."""
    told = f"the last copy was made on {last:%a %Y-%m-%d %H:%M} UTC" if last else "no copy is on record"
    if (last and now - last < _A_WEEK) or (is_trial and not last):
        return ok("backup", told)
    return look("backup", told, "a copy each night: docs/operations.md, “Backup and restore”")


def of_erasures(database: Looking, erasures: Erasures) -> Iterator[Finding]:
    """Nothing to say while the list has every erasure that this database has been through."""
    lack = lack_of(database, erasures).rstrip(".")
    todo = "put the list there, or name it in FOLLOWTHROUGH_ERASURES: without it a backup that is put back brings those people back (docs/privacy.md)"
    if lack:
        yield look("erasures", f"{lack[0].lower()}{lack[1:]}", todo)


def of_keeping(operator: Operator, now: datetime) -> Finding:
    told = operator.meta(REPORT)
    if not told:
        return ok("keeping", "nothing was old enough yet to go; it is looked for each night")
    report = json.loads(told)
    at = datetime.fromisoformat(report["at"])
    gone = ", ".join(f"{many} {_NAMES.get(what, what)}" for what, many in report["rows"].items() if many)
    said = f"last looked for on {at:%a %Y-%m-%d %H:%M} UTC: {gone or 'nothing'} went"
    if now - at > _LATE:
        return look("keeping", said, "is the bot running (with --role all or worker)? It does this each night")
    return ok("keeping", said)
