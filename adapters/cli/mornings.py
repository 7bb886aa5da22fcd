"""What the operator asks and says about mornings: whose list came on a day, and that a backup was put back."""

import sys
from collections import Counter
from datetime import date, datetime

import click

from adapters.cli.erasures import Erasures, erased_again, erasures_of, lack_of
from adapters.cli.opening import BUSY, FAILED, WRONG, end, looked_at, opened
from adapters.cli.organisations import chosen_of
from adapters.cli.process_findings import is_ticking
from bot.app import system_clock
from bot.conversation.on_record import Morning, mornings
from bot.model import Became
from bot.store import Database, Looking, Operator

_FINE = {Became.sent, Became.on_its_way, Became.no_working_day, Became.to_come, Became.undecided}
_BRING = "Put the list there, or name it in FOLLOWTHROUGH_ERASURES, before the bot starts."
_FINE_REASONS = {"nothing due", "away", "paused", "inactive", "leapt"}


@click.command()
@click.option("--on", "day", default="", metavar="DATE", help="A day such as 2026-03-13; today unless said.")
@click.option("--organisation", default="", help="Needed only when there are several.")
def digests(day: str, *, organisation: str) -> None:
    """Tells what became of everybody's list on a day: sent, skipped and why, or unknown."""
    with looked_at() as database:
        where = chosen_of(database.survey(lambda operator: operator.organisations()), organisation)
        try:
            on = date.fromisoformat(day) if day else system_clock().date()
        except ValueError:
            end(f"“{day}” is no day. Write it like this: 2026-03-13.", WRONG)
        told = database.read(where.id, lambda store: mornings(store, store.members.all(), on))
        click.echo("\n".join(_lines(told, on)))


@click.command()
@click.option("--stopped", is_flag=True, help="On PostgreSQL: the bot is stopped, though its last look is of just now.")
def restored(*, stopped: bool) -> None:
    """Says that this database is a backup that was put back: what was due before now is not sent again.

    Run it before the bot. Without it, whatever the backup still had to send is sent, also what people had already.
    """
    with opened() as (settings, database):
        if not stopped and (running := _is_running(database, system_clock())):
            end(running, BUSY)
        erasures = erasures_of(settings)
        click.echo(begun_anew(database, system_clock()))
        erased = erased_again(database, erasures, system_clock())
        told, code = told_again(database, erasures, erased)
    click.echo(told, nl=False)
    sys.exit(code)


def _is_running(database: Looking, now: datetime) -> str:
    """Typed beside a bot that runs it would cost a morning's messages. On SQLite the lock has refused it already."""
    latest = database.survey(lambda operator: operator.mornings.marks().looked_at)
    if database.is_sqlite or latest is None or not is_ticking(latest, now):
        return ""
    return (
        f"The bot is running: a worker looked {max(0, round((now - latest).total_seconds()))} seconds ago. What waits to be"
        " sent would not be sent any more, so nothing was changed. Stop it, put the backup back, and then say it. Where it is"
        " stopped, and the backup only is so new: followthrough restored --stopped"
    )


def begun_anew(database: Database, now: datetime) -> str:
    def work(operator: Operator) -> int:
        operator.audit.tell("restored", now)
        return operator.mornings.begin_epoch(now)

    return skipped_before(now, database.operate(work))


def told_again(database: Looking, erasures: Erasures, erased: int) -> tuple[str, int]:
    """Of the list of erased people, and the exit code; empty where there is one, and the backup held none of them. Not
    done while somebody who was erased may be back: no script goes on and starts the bot."""
    again = f"Erased again, as it was asked for since: {erased}.\n" if erased else ""
    lack = lack_of(database, erasures)
    if lack:
        return f"{again}{lack} {'Others may be back.' if erased else 'Nobody was erased again.'} {_BRING}\n", FAILED
    if not erasures.path.exists():
        return (
            f"There is no list of erasures at {erasures.path.resolve()}. If nobody was ever erased, none is needed: followthrough erase --new-list begins an empty one, and doctor asks no more. Else: {_BRING[0].lower()}{_BRING[1:]}\n",
            0,
        )
    return again, 0


def skipped_before(now: datetime, waiting: int) -> str:
    kept = f"{waiting} message{'s' if waiting != 1 else ''} that waited in it will not be sent."
    return f"What was due before {now:%Y-%m-%d %H:%M} UTC is put down as skipped, since people may have had it. {kept}"


def _lines(told: list[Morning], on: date) -> list[str]:
    counts = Counter(f"{one.became}{f': {one.reason}' if one.reason else ''}" for one in told)
    wrong = [one for one in told if one.became not in _FINE and one.reason not in _FINE_REASONS]
    return [
        f"{on:%a %Y-%m-%d}",
        *(f"{number:6} {what}" for what, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        *(["Look at these:"] if wrong else []),
        *(f"  {one.member.name}: {one.became}{f', {one.reason}' if one.reason else ''}" for one in wrong),
    ]
