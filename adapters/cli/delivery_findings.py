"""What `followthrough doctor` finds out about messages: those that arrived, those that wait, and those that were to be withdrawn."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from adapters.cli.erased import chat_of
from adapters.cli.findings import Finding, broken, look, ok
from adapters.sealing import DOES_NOT_OPEN
from bot.store import Left, NotTaken, Operator, ToInstall
from bot.views.naming import platform_name
from bot.views.refusals import Mends, mends, not_renewed, what_to_do, with_meaning

_LATE = timedelta(minutes=10)
_WEEK = timedelta(days=7)
_NAMED = 20  # places: whoever deletes by hand needs them all


def of_deliveries(operator: Operator, now: datetime) -> Iterator[Finding]:
    yield from _of_deliveries(operator.condition.deliveries(now - _WEEK))
    yield from _of_refusals(operator.condition.refused(now - _WEEK))
    yield from _of_unrenewed(operator.condition.unrenewed())
    yield from _of_withdrawals(operator.withdrawals.left(now - _LATE))
    yield from _of_waiting(operator.condition.waiting_since(), now)
    yield from _of_unopened(operator.condition.waiting_for(DOES_NOT_OPEN))


def _of_deliveries(states: Mapping[str, int]) -> Iterator[Finding]:
    unknown, dead = states.get("unknown", 0), states.get("dead", 0)
    if unknown or dead:
        yield look(
            "deliveries", f"of the last 7 days: {unknown} may have arrived or not, {dead} did not",
            "followthrough digests --on DATE names whose they were",
        )  # fmt: skip
    else:
        yield ok("deliveries", f"{states.get('sent', 0)} arrived in the last 7 days, none is lost or unknown")


def _of_refusals(found: Sequence[NotTaken]) -> Iterator[Finding]:
    """What is wrong with the app or with what it sends: whoever did not get a message can mend nothing of it."""
    for one in found:
        if mends(one.why) in {Mends.admin, Mends.us}:
            messages = "1 message was" if one.many == 1 else f"{one.many} messages were"
            where = f"{platform_name(one.platform)} {one.workspace}"
            yield broken("refusals", f"{messages} not taken in {where}: {with_meaning(one.why)}", what_to_do(one.why))


def _of_unrenewed(found: Sequence[ToInstall]) -> Iterator[Finding]:
    """Before its token has ended, too: then nobody there is answered any more."""
    for one in found:
        what, _, todo = not_renewed(one.platform, one.name or one.workspace, one.why).partition(". ")
        yield broken("tokens", what, todo)


def _of_waiting(since: datetime | None, now: datetime) -> Iterator[Finding]:
    if since and since < now - _LATE:
        yield look(
            "outbox",
            f"something has waited since {_at(since)}",
            "is the bot running, and does the platform answer (above)?",
        )


def _of_unopened(waiting: Mapping[str, int]) -> Iterator[Finding]:
    """The settings here may be right: a process has those of its own start."""
    if waiting:
        many = sum(waiting.values())
        yield broken(
            "key",
            f"{many} {'message waits' if many == 1 else 'messages wait'}, since a process that sends could not open the token of {', '.join(waiting)}",
            "start every process of the bot again with the settings as they are now: it may have been started with the key of before",
        )


def _of_withdrawals(left: Sequence[Left]) -> Iterator[Finding]:
    """It was promised to whoever was erased."""
    if left:
        more = f"; and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        where = "; ".join(f"{chat_of(one)}{f' ({one.why})' if one.why else ''}" for one in left[:_NAMED])
        them = "message names" if len(left) == 1 else "messages name"
        yield look(
            "withdrawals",
            f"{len(left)} {them} somebody who was erased, and should have gone on {_at(left[0].since)}: {where}{more}",
            "the bot takes them back once it can speak there again (connect the workspace, start the bot); else delete them by hand",
        )


def _at(moment: datetime) -> str:
    return f"{moment:%a %Y-%m-%d %H:%M} UTC"
