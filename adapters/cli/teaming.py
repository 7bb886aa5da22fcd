"""`followthrough team FILE`: who leads whom, for many at once. A dry run, a report row by row, and the way back."""

import sys
from pathlib import Path

import click

from adapters.cli.opening import FAILED, WRONG, end, opened
from adapters.cli.organisations import organisation_called
from bot.app import system_clock
from bot.conversation.exchange import Exchange
from bot.conversation.teaming import Plan, apply, planned
from bot.model import Role
from bot.reading.spreadsheets.team import TeamRow, team_rows
from bot.reading.spreadsheets.text import BrokenFile
from bot.reading.spreadsheets.text import opened as opened_sheet
from bot.store import Store


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing.")
@click.option("--organisation", default="", help="Needed only when there are several.")
def team(file: Path, *, dry_run: bool, organisation: str) -> None:
    """Reads who is what and who leads them: a CSV with the columns member or email, manager, role.

    Whose e-mail nobody has yet is awaited: they are so from when they first write. For them also zone and country.
    """
    try:
        with file.open("rb") as content:
            rows = list(team_rows(opened_sheet(content)))
    except BrokenFile as error:
        end(f"{file.name}: {error}", WRONG)
    except OSError as error:
        end(f"Cannot read {file}: {error.strerror}.", WRONG)
    if not rows:
        end(f"{file.name} names nobody: there is no row below the first.", FAILED)
    with opened() as (settings, database):
        where = organisation_called(settings, database, organisation)
        ask = database.read if dry_run else database.write
        done = ask(where.id, lambda store: _done(store, rows, dry_run=dry_run))
    if done is None:
        end("There is no admin yet, whose act it would be. Name one: followthrough admin EMAIL", WRONG)
    plan, act_id = done
    _show(file, plan, act_id, dry_run=dry_run)
    sys.exit(1 if any(told.wrong for told in plan.told) else 0)


def _done(store: Store, rows: list[TeamRow], *, dry_run: bool) -> tuple[Plan, int | None] | None:
    """In one transaction, as an admin's act, so that an admin can take it back; None while there is no admin."""
    members = store.members.all()
    by = next((member for member in members if member.role is Role.admin), None)
    if by is None:
        return None
    plan = planned(members, rows, by, store.identities.there())
    store.audit.speaks(store.audit.source, by.id, system_clock(), "team")
    return plan, None if dry_run else apply(Exchange(store, by, system_clock()), plan)


def _show(file: Path, plan: Plan, act_id: int | None, *, dry_run: bool) -> None:
    counts = (
        sum(told.changes for told in plan.told),
        sum(not told.changes and not told.wrong for told in plan.told),
        sum(told.wrong for told in plan.told),
    )
    aside = " (dry run, nothing is changed)" if dry_run else ""
    click.echo(f"{file.name}: {counts[0]} changed, {counts[1]} unchanged, {counts[2]} refused{aside}")
    for told in plan.told:
        click.echo(f"row {told.number:<5} {told.what}")
    if act_id:
        click.echo(f"Undo: type “undo {act_id}” in chat as the admin, or run: followthrough undo {act_id}")
