"""What `followthrough doctor` says of what is no longer kept: when it was looked for last, how much went, and what goes next."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from adapters.cli.erasures import Erasures, lack_of, waiting_of
from adapters.cli.findings import Finding, look, ok
from bot.store import Looking, Operator
from scheduler.purging import REPORT, Keep, due, next_turn

_LATE, _A_WEEK = timedelta(days=2), timedelta(days=7)
_NAMES = {
    "replies": ("answer", "answers"), "drafts": ("draft", "drafts"), "messages": ("text of a message", "texts of messages"),
    "workspaces": ("workspace", "workspaces"), "withdrawals": ("message taken back", "messages taken back"),
    "undeleted": ("place of a message that could not be deleted", "places of messages that could not be deleted"),
    "closed_deals": ("closed deal", "closed deals"), "audit": ("entry of the audit record", "entries of the audit record"),
    "calls": ("call or message", "calls and messages"),
}  # fmt: skip
_FOR_GOOD = {  # what is gone then: the setting by which it goes
    "closed_deals": ("closed_months", "FOLLOWTHROUGH_KEEP_CLOSED_MONTHS"),
    "audit": ("audit_months", "FOLLOWTHROUGH_KEEP_AUDIT_MONTHS"),
}


def of_copies(last: datetime | None, now: datetime, *, is_trial: bool) -> Finding:
    """`last`: when a copy of the database was put down last."""
    told = f"the last copy was made on {last:%a %Y-%m-%d %H:%M} UTC" if last else "no copy is on record"
    if is_trial and not last:
        return ok("backup", f"{told}; a trial needs none")
    if last and now - last < _A_WEEK:
        return ok("backup", told)
    return look("backup", told, "a copy each night: docs/operations.md, “Backup and restore”")


def of_erasures(database: Looking, erasures: Erasures, put_back_at: datetime | None = None) -> Iterator[Finding]:
    """Nothing to say while the list has every erasure that this database has been through, and no backup was put back without one."""
    lack = lack_of(database, erasures).rstrip(".")
    todo = "put the list there, or name it in FOLLOWTHROUGH_ERASURES: without it a backup that is put back brings those people back (docs/privacy.md)"
    if lack:
        yield look("erasures", f"{lack[0].lower()}{lack[1:]}", todo)
    elif waiting := waiting_of(database, erasures):
        many = f"{waiting} erasure{'s' if waiting != 1 else ''}"
        what = f"{many} on the list at {erasures.path.resolve()} that this database has not been through"
        yield look(
            "erasures",
            what,
            "the next start of the bot does it. If other tools put a backup back, before that: followthrough restored",
        )
    elif put_back_at and not erasures.path.exists():
        what = f"a backup was put back on {put_back_at:%a %Y-%m-%d}, and there is no list of erasures at {erasures.path.resolve()}"
        yield look(
            "erasures",
            what,
            "if anybody was ever erased, put the list there and start the bot anew: they are erased again. If nobody was, or it is lost for good: followthrough erase --new-list",
        )


def of_keeping(operator: Operator, now: datetime) -> Finding:
    told = operator.meta(REPORT)
    if not told:
        return ok("keeping", "nothing was old enough yet to go; it is looked for each night")
    report = json.loads(told)
    at = datetime.fromisoformat(report["at"])
    said = f"last looked for on {at:%a %Y-%m-%d %H:%M} UTC: {_listed(report['rows']) or 'nothing'} went"
    if not _listed(report["rows"]) and (gone := report.get("gone")):
        said += f"; on {datetime.fromisoformat(gone['at']):%a %Y-%m-%d} {_listed(gone['rows'])}"
    if now - at > _LATE:
        return look("keeping", said, "is the bot running (with --role all or worker)? It does this each night")
    return ok("keeping", said)


def of_tonight(operator: Operator, keep: Keep, now: datetime) -> Finding:
    """What goes next. By a rule that holds for the first time it is asked about: what went does not come back."""
    at = next_turn(operator, now)
    going = due(operator, keep, at)
    new = [rule for what, rule in _FOR_GOOD.items() if going.get(what) and _is_new(operator, keep, rule[0])]
    when = f"on {at:%a %Y-%m-%d %H:%M} UTC" if at > now else "as soon as the bot runs,"
    said = f"{when} {_listed(going) or 'nothing'} will go"
    if going.get("closed_deals"):
        calls = operator.keeping.calls_due(keep.until(at)["closed_deals"])
        said += f", and with the deals {_listed({'calls': calls}) or 'no call'}"
    if not new:
        return ok("tonight", said)
    named = " and ".join(f"{setting}={getattr(keep, months)}" for months, setting in new)
    return look(
        "tonight",
        f"{said}, for the first time by {named}",
        "is that what you mean? It does not come back. 0 keeps it all",
    )


def _is_new(operator: Operator, keep: Keep, months: str) -> bool:
    """Whether nothing was looked for yet by the rule as it is set now."""
    then = json.loads(operator.meta(REPORT) or "{}").get("keep", {})
    return bool(then.get(months) != getattr(keep, months))


def _listed(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{many:,} {_NAMES.get(what, (what, what))[many != 1]}" for what, many in rows.items() if many)
