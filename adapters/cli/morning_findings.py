"""What `followthrough doctor` finds out about mornings: ticks, the zones' rules, digests, people, deliveries, leases."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from adapters.cli.delivery_findings import of_deliveries
from adapters.cli.findings import Finding, broken, look, ok
from adapters.cli.process_findings import is_ticking
from bot.store import Operator
from scheduler.patience import DEADLINE_SECONDS, LEASE, misfits
from scheduler.zones import rules_version

_LATE = timedelta(minutes=10)
_NAMED = 5  # people in a line
_CALL_SECONDS = {"slack": 18.0, "teams": 18.0}  # a test compares them with the platforms' own


def of_mornings(operator: Operator, now: datetime) -> Iterator[Finding]:
    """Ticks, rules of zones, digests, people, deliveries, leases."""
    marks = operator.mornings.marks()
    ticks = is_ticking(marks.looked_at, now)
    yield _of_ticks(marks.latest, now, is_ticking=ticks)
    yield _of_zones(marks.zones, is_ticking=ticks)
    yield from _of_digests(operator, now, is_ticking=ticks)
    yield _of_people(operator.condition.unreachable(), operator.condition.unseen())
    yield from _of_nameless(operator.condition.nameless())
    known = operator.organisations()
    yield from _of_awaited(operator.awaited.whose(known), has_several=len(known) > 1)
    yield from _of_workspaces([f"{one.platform} {one.key}" for one in operator.workspaces.awaited()])
    yield from of_deliveries(operator, now)
    yield _of_leases(operator.condition.longest_lease(), operator.clock() or now)


def _of_ticks(latest: datetime | None, now: datetime, *, is_ticking: bool) -> Finding:
    if latest is None:
        return look("scheduler", "it has never looked at whose hour has come", "followthrough run")
    if is_ticking:
        return ok("scheduler", f"it looked {max(0, round((now - latest).total_seconds()))} seconds ago")
    if latest > now:
        return look(
            "scheduler",
            f"it looked at {_at(latest)}, which is still to come",
            "is this machine's clock right? (the trial page moves its own)",
        )
    return look(
        "scheduler",
        f"it has not looked since {_at(latest)}",
        "is the bot running (with --role all or worker)? followthrough run",
    )


def _of_zones(planned_by: str, *, is_ticking: bool) -> Finding:
    here = rules_version()
    if planned_by in {"", here}:
        return ok("time zones", f"rules {here}")
    changed = f"rules {here} here, {planned_by} at the bot's last start"
    if is_ticking:
        return look("time zones", changed, "restart the bot: it still plans by the other ones")
    return look("time zones", changed, "nothing: at the next start each coming morning is planned anew")


def _of_digests(operator: Operator, now: datetime, *, is_ticking: bool) -> Iterator[Finding]:
    last, coming = operator.condition.last_digest_at(), operator.condition.next_digest_at()
    told = (
        f"last sent {_at(last) if last else 'never'}, next due {_at(coming) if coming else 'never: nobody is planned'}"
    )
    overdue = operator.condition.overdue(now - _LATE)
    if overdue and is_ticking:
        yield broken(
            "digests",
            f"{told}; for {overdue} the hour has passed and nothing is decided",
            "the log says what stands in the way",
        )
    elif overdue:
        yield look(
            "digests",
            f"{told}; for {overdue} the hour has passed",
            "start the bot: up to four hours late they still come",
        )
    else:
        yield ok("digests", told)


def _first(names: Sequence[str]) -> str:
    """ "Tom, Lena and 4 more"."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _of_nameless(numbers: Sequence[str]) -> Iterator[Finding]:
    if numbers:
        yield look(
            "names",
            f"the platform told none of {_first(numbers)}",
            "may the app read profiles (users:read)? When they write to the bot ten minutes after the last time or later, it is asked again",
        )


def _of_awaited(whose: Sequence[tuple[str, str]], *, has_several: bool) -> Iterator[Finding]:
    """A slip in an address is seen by nobody else: whoever would come with it never comes. With several organisations
    each says where: who came in one may be awaited in another."""
    if whose:
        told = [f"{email} in {name}" if has_several and name else email for email, name in whose]
        which = " --organisation ORG" if has_several else ""
        yield look(
            "admins",
            f"awaited, and not come yet: {_first(told)}",
            f"is the address right? followthrough admin EMAIL --withdraw{which} takes it back",
        )


def _of_workspaces(awaited: Sequence[str]) -> Iterator[Finding]:
    if awaited:
        yield look(
            "workspaces",
            f"awaited, and not connected yet: {_first(awaited)}",
            "is the id right? followthrough workspace PLATFORM ID --withdraw takes it back",
        )


def _of_people(lost: list[tuple[str, str]], unseen: int) -> Finding:
    if not lost:
        rest = f" who has written; {unseen} {'is' if unseen == 1 else 'are'} not seen yet" if unseen else ""
        return ok("people", f"a message gets to everybody{rest}")
    named = [f"{name} ({why})" if why else name for name, why in lost]
    return look(
        "people",
        f"nothing gets to {_first(named)}",
        "let them write to the bot once; have they removed or blocked the app?",
    )


def _of_leases(longest: datetime | None, now: datetime) -> Finding:
    wrong = misfits(_CALL_SECONDS)
    if wrong:
        return broken(
            "leases", "; ".join(wrong), "use the times of the release: so changed, a message may go out twice"
        )
    if longest and longest > now + 2 * LEASE:
        return look(
            "leases",
            f"one runs until {_at(longest)}: another clock wrote it",
            "nothing: it is taken over at the next tick; check the machines' clocks",
        )
    return ok("leases", f"{LEASE.total_seconds():g} s, a call {DEADLINE_SECONDS:g} s at the most")


def _at(moment: datetime) -> str:
    return f"{moment:%a %Y-%m-%d %H:%M} UTC"
