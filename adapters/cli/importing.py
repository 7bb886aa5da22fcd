"""`followthrough import FILE` and `followthrough undo ACT`: a preview, a report row by row, and the way back."""

import sys
from pathlib import Path

import click

from adapters.cli.opening import WRONG, end, opened
from adapters.local import sample
from bot.app import system_clock
from bot.cards import plain_text
from bot.conversation.exchange import Exchange
from bot.conversation.importing import Report, first_manager, import_deals, member_called
from bot.conversation.undoing import undo as undo_act
from bot.days import is_day_first
from bot.model import Member, Organisation
from bot.reading.csvrows import BrokenFile, Export, read_export
from bot.store import Database, Store

_SHOWN = 200
_LARGEST = 200_000_000  # bytes


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing.")
@click.option("--owner", default="", help="Who gets the rows whose owner is unknown: a name, e-mail or number.")
@click.option(
    "--organisation", default="", help="Whose deals they are: a name or number. Needed only when there are several."
)
@click.option("--verbose", is_flag=True, help="Show every row.")
def import_(file: Path, *, dry_run: bool, owner: str, organisation: str, verbose: bool) -> None:
    """Reads a CSV export of Salesforce, HubSpot or Pipedrive."""
    content = _content(file)
    with opened() as (_, database):
        where = _organisation(database, organisation)
        members = database.read(where.id, lambda store: store.members.all())
        fallback = _owner(owner, members)
        try:
            export = read_export(content, day_first=is_day_first(fallback.locale))
        except BrokenFile as error:
            end(f"{file.name}: {error}", WRONG)
        report = _run(database, where, first_manager(members), export, fallback, file.name, dry_run=dry_run)
    _show(report, file.name, dry_run=dry_run, verbose=verbose)
    sys.exit(1 if report.count("refused") else 0)


@click.command()
@click.argument("act", type=int)
@click.option("--organisation", default="", help="Needed only when there are several.")
def undo(act: int, *, organisation: str) -> None:
    """Takes back an act by its number, as an import prints it."""
    with opened() as (_, database):
        where = _organisation(database, organisation)
        members = database.read(where.id, lambda store: store.members.all())
        manager = first_manager(members)
        reply = database.write(where.id, lambda store: undo_act(Exchange(store, manager, system_clock()), [act]))
        click.echo(plain_text(reply.card))


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            end(f"{file.name} is larger than 200 MB. Export it in parts.", WRONG)
        return file.read_bytes()
    except IsADirectoryError:
        end(f"{file} is a folder. Name the CSV file in it.", WRONG)
    except OSError as error:
        end(f"Cannot read {file}: {error.strerror}.", WRONG)


def _organisation(database: Database, wanted: str) -> Organisation:
    """The only one, or the one that was named; on an empty database the trial team is made, without sample deals."""
    known = database.operate(lambda operator: operator.organisations())
    if not known:
        sample.create_team(database, system_clock())
        click.echo(
            f"This database was empty: made the trial team {sample.TEAM} (Maria, Tom, Lena, Omar), without sample deals."
        )
        known = database.operate(lambda operator: operator.organisations())
    chosen = [o for o in known if wanted.casefold() in {str(o.id), o.name.casefold()}] if wanted else list(known)
    if len(chosen) != 1:
        names = ", ".join(f"{o.id} {o.name}" for o in known)
        end(f"Say which organisation with --organisation: {names}.", WRONG)
    return chosen[0]


def _owner(wanted: str, members: tuple[Member, ...]) -> Member:
    if not wanted:
        return first_manager(members)
    found = member_called(wanted, members)
    if found is None:
        end(f"Nobody is called “{wanted}”. --owner is one of: {', '.join(m.name for m in members)}.", WRONG)
    return found


def _run(
    database: Database, where: Organisation, manager: Member, export: Export, fallback: Member, name: str, *, dry_run: bool
) -> Report:  # fmt: skip
    def work(store: Store) -> Report:
        exchange = Exchange(store, manager, system_clock())
        return import_deals(exchange, export, fallback, name, dry_run=dry_run)

    return database.read(where.id, work) if dry_run else database.write(where.id, work)


def _show(report: Report, name: str, *, dry_run: bool, verbose: bool) -> None:
    click.echo(
        f"{name}: {report.crm.capitalize()}, {len(report.outcomes)} rows{' (dry run, nothing is changed)' if dry_run else ''}"
    )
    kinds = ("created", "updated", "unchanged", "skipped", "refused")
    click.echo(", ".join(f"{report.count(kind)} {kind}" for kind in kinds if report.count(kind)) or "no rows")
    for owner, count in report.unknown_owners.items():
        rows = f"{count} row{'s' if count != 1 else ''}"
        click.echo(
            f"{rows} of the unknown owner {owner} go{'es' if count == 1 else ''} to {report.fallback_owner} (--owner changes that)."
        )
    shown = 0
    for outcome in report.outcomes:
        if outcome.what != "refused" and not verbose and (shown := shown + 1) > _SHOWN:
            continue
        owner = f"  ({outcome.owner})" if outcome.owner else ""
        note = f"  {outcome.note}" if outcome.note else ""
        click.echo(f"row {outcome.number:<5} {outcome.what:<9} {outcome.title}{owner}{note}")
    if shown > _SHOWN:
        click.echo(f"… and {shown - _SHOWN} more rows (--verbose shows them).")
    if report.act_id:
        click.echo(
            f"Undo: type “undo {report.act_id}” in chat as the manager, or run: followthrough undo {report.act_id}"
        )
