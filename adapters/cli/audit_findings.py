"""What `followthrough doctor` says of the audit record: whether it is unchanged, and whether its entries get their places."""

from adapters.cli.findings import Finding, broken, look, ok
from bot.store import Operator

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
    if chain.may_change():
        return ok("audit", f"{said}. The bot's role owns the record and could change it: docs/operations.md, part 2")
    return ok("audit", said)
