"""What `followthrough doctor` says of the audit record: whether it is unchanged, and whether its entries get their places."""

from collections.abc import Sequence
from datetime import timedelta

from adapters.cli.findings import Finding, broken, look, ok
from adapters.local.clock import furthest_ahead
from bot.store import Operator, Right, Strays, Verdict
from scheduler.purging import Keep

_LAST = 2_000  # entries of a chain that are looked at; all of them: followthrough audit --check
_LATE = 500  # entries without a place: nobody gives them one


_TODO = "followthrough audit --check, then docs/operations.md, “Audit record”"


def of_audit(operator: Operator, months: int = 0) -> Finding:
    """`months`: how long the record is kept; 0 for always."""
    chain = operator.audit_chain
    verdicts = [chain.check(one, last=_LAST) for one in chain.chains()]
    tampered = _tampered(operator, verdicts, months)
    if tampered:
        return broken("audit", tampered.rstrip("."), _TODO)
    waiting, many = chain.waiting(), sum(one.checked for one in verdicts)
    said = f"{many:,} {'entries' if many != 1 else 'entry'} looked at, unchanged; {waiting:,} not chained yet"
    if waiting > _LATE:
        return look("audit", said, "is the bot running (with --role all or worker)? It chains them with each tick")
    right = chain.right_to_change()
    unguarded = _unguarded(said, chain.missing_guards(), right)
    if unguarded:
        return unguarded
    odd = _odd(operator, verdicts, months)
    if odd:
        return look("audit", odd, _TODO)
    if right is Right.owns:
        said += ". One role owns the tables and runs the bot: two guard the record (docs/operations.md, part 2)"
    return ok("audit", said)


def _tampered(operator: Operator, verdicts: Sequence[Verdict], months: int) -> str:
    """What somebody did beside the bot: changed entries, removed some, or put some in."""
    chain = operator.audit_chain
    wrong = next((one for one in verdicts if one.problem), None)
    if wrong:
        return f"chain {wrong.chain} of the audit record is broken: {wrong.problem}"
    removed = next((told for one in verdicts if (told := against_the_rule(one, chain.rule_of(one, months)))), "")
    strays = chain.strays()
    return removed or (put_in(strays) if strays.many else "")


def _unguarded(said: str, missing: Sequence[str], right: Right) -> Finding | None:
    if missing:
        told = f"{said}, but what refuses a change is gone: {', '.join(missing)}"
        todo = "who took these triggers away? A backup of before has them: docs/operations.md, “Audit record”"
        return look("audit", told, todo)
    if right is Right.granted:
        todo = "as the tables' owner: followthrough migrate, which takes that right back (docs/operations.md, “Backup and restore”)"
        return look("audit", f"{said}, but the bot's role may change or delete entries", todo)
    return None


def _odd(operator: Operator, verdicts: Sequence[Verdict], months: int) -> str:
    """What may have a good reason, which only people know."""
    shorter = next((one for one in verdicts if against_the_rule(one, months)), None)
    if shorter:
        return _by_less(shorter, operator.audit_chain.rule_of(shorter, months), months)
    ahead = furthest_ahead(operator)
    back = (one for one in verdicts if one.backwards.many and not one.backwards.may_be_a_clock(ahead))
    return next((f"chain {one.chain}: {goes_back(one)}" for one in back), "")


def against_the_rule(verdict: Verdict, months: int) -> str:
    """What is wrong with where a chain begins: whoever removes entries can tell so, and then they are missed by nobody.

    `months`: the rule that held when they went.
    """
    gone = verdict.forgotten
    if gone.at is None:
        return ""
    begins = f"Chain {verdict.chain}: somebody removed entries up to number {gone.number} on {gone.at:%a %Y-%m-%d}"
    if not months:
        return f"{begins}, though FOLLOWTHROUGH_KEEP_AUDIT_MONTHS is 0 (unless it was set then)."
    old_enough = Keep(audit_months=months).until(gone.at)["audit"].date()
    if gone.newest_on and gone.newest_on > old_enough:
        kept = f"FOLLOWTHROUGH_KEEP_AUDIT_MONTHS={months} keeps what is younger than {old_enough:%a %Y-%m-%d} (unless it was less then)"
        return f"{begins} that were as young as {gone.newest_on:%a %Y-%m-%d}; {kept}."
    return ""


def _by_less(verdict: Verdict, then: int, now: int) -> str:
    """Whoever may write to the record can also put down a rule that nobody set, and remove entries by it."""
    gone, kept = verdict.forgotten, "all of it" if not now else f"{now} months"
    noted = f"by a rule of {then} {'month' if then == 1 else 'months'} that the record tells"
    return f"chain {verdict.chain}: what went on {gone.at:%a %Y-%m-%d} went {noted}; now {kept} stays. Did somebody here set that?"


def goes_back(verdict: Verdict, ahead: timedelta = timedelta()) -> str:
    """No proof, so the record is not called broken: a clock that ran ahead and was put right leaves the same.

    `ahead`: how far the trial page's clock ever was: what is done by hand goes by the machine's, and seems to be of before.
    """
    many, number, at, behind = verdict.backwards
    if at is None or behind is None:
        return ""
    rest = f" (and {many - 1:,} more like it)" if many > 1 else ""
    times = f"is of {at:%a %Y-%m-%d %H:%M}, and the one in front of it of {behind:%a %Y-%m-%d %H:%M}"
    told = f"entry {number} {times}{rest}"
    if verdict.backwards.may_be_a_clock(ahead):
        return f"{told}. That may be the trial's clock: somebody moved it ahead on the page once, and what is done by hand has the machine's time"
    return f"{told}. Was the clock put back then? If not, somebody put that in"


def put_in(strays: Strays) -> str:
    """Whoever writes beside the bot far behind the newest entry hopes that nobody looks there."""
    named = ", ".join(map(str, strays.ids))
    rest = f" and {strays.many - len(strays.ids):,} more" if strays.many > len(strays.ids) else ""
    many = f"{strays.many:,} entries stand" if strays.many > 1 else "1 entry stands"
    return f"{many} far behind the newest without a place in a chain (id {named}{rest}): somebody put that in, not the bot."
