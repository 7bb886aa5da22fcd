"""What `followthrough doctor` says of the audit record: whether it is unchanged, and whether its entries get their places."""

from adapters.cli.findings import Finding, broken, look, ok
from bot.store import Operator, Right

_LAST = 2_000  # entries of a chain that are looked at; all of them: followthrough audit --check
_LATE = 500  # entries without a place: nobody gives them one


def of_audit(operator: Operator) -> Finding:
    chain = operator.audit_chain
    verdicts = [chain.check(one, last=_LAST) for one in chain.chains()]
    wrong = next((one for one in verdicts if one.problem), None)
    if wrong:
        told = f"chain {wrong.chain} of the audit record is broken: {wrong.problem}"
        return broken("audit", told.rstrip("."), "followthrough audit --check, then docs/operations.md, “Audit record”")
    waiting, many = chain.waiting(), sum(one.checked for one in verdicts)
    said = f"{many:,} {'entries' if many != 1 else 'entry'} looked at, unchanged; {waiting:,} not chained yet"
    if waiting > _LATE:
        return look("audit", said, "is the bot running (with --role all or worker)? It chains them with each tick")
    right = chain.right_to_change()
    if right is Right.granted:
        todo = "as the tables' owner: followthrough migrate, which takes that right back (docs/operations.md, “Backup and restore”)"
        return look("audit", f"{said}, but the bot's role may change or delete entries", todo)
    if right is Right.owns:
        return ok(
            "audit",
            f"{said}. One role owns the tables and runs the bot: two guard the record (docs/operations.md, part 2)",
        )
    return ok("audit", said)
