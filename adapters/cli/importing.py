"""`followthrough import FILE` and `followthrough undo ACT`: a preview, a report row by row, and the way back."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click

from adapters.cli.opening import FAILED, WRONG, end, looked_at, opened
from adapters.cli.organisations import chosen_of, organisation_called
from adapters.cli.settings import read_settings
from adapters.cli.wrong_settings import WrongSetting
from bot.app import system_clock
from bot.cards import plain_text
from bot.commands.own import Undo
from bot.conversation import imports
from bot.conversation.exchange import Exchange
from bot.conversation.imports import Job, Outcome, Report, What, first_manager
from bot.conversation.undoing import undo as undo_act
from bot.model import Member, Organisation
from bot.reading.spreadsheets.headers import WrongMapping
from bot.reading.spreadsheets.text import BrokenFile
from bot.reading.spreadsheets.text import opened as opened_sheet
from bot.store import Database, DatabaseSetting, Looking, Store, is_locked, sqlite_file
from bot.views import importing as views

_LARGEST = 200_000_000  # bytes
_STEP = 5000  # rows between two lines of progress


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen, and change nothing.")
@click.option("--owner", default="", help="Who gets the rows whose owner is unknown: a name, e-mail or number.")
@click.option(
    "--organisation", default="", help="Whose deals they are: a name or number. Needed only when there are several."
)
@click.option(
    "--map", "pairs", multiple=True, metavar="FIELD=COLUMN",
    help="What a column means, when its header is unknown; once for each. Remembered for the next file like it.",
)  # fmt: skip
@click.option("--verbose", is_flag=True, help="Show every row.")
def import_(file: Path, *, dry_run: bool, owner: str, organisation: str, pairs: tuple[str, ...], verbose: bool) -> None:
    """Reads a CSV export of Salesforce, HubSpot or Pipedrive, or any other with --map."""
    by_hand = _by_hand(pairs)
    with _content(file) as content, _place(organisation, dry_run=dry_run) as (database, where):
        members = database.read(where.id, lambda store: store.members.all())
        fallback = _owner(owner, members)
        try:
            sheet = opened_sheet(content)
            known = by_hand or imports.mapping_of(database, where.id, sheet)
            job = imports.job_for(
                database, first_manager(members), file.name, sheet, known, system_clock(), fallback=fallback, operator=True
            )  # fmt: skip
            if job is None:
                end(f"{file.name}: {views.unknown_header(sheet.header, _typed(file))}", WRONG)
            report = _run(database, job, by_hand, dry_run=dry_run, verbose=verbose)
            is_there = job.member.id in database.read(where.id, lambda store: store.identities.there())
        except (BrokenFile, WrongMapping) as error:
            end(f"{file.name}: {error}", WRONG)
    _show(report, job, dry_run=dry_run, verbose=verbose, is_there=is_there)
    sys.exit(1 if report.refused else 0)


@click.command()
@click.argument("act", type=int)
@click.option("--organisation", default="", help="Needed only when there are several.")
def undo(act: int, *, organisation: str) -> None:
    """Takes back an act by its number, as an import prints it."""
    with opened() as (settings, database):
        where = organisation_called(settings, database, organisation)
        members = database.read(where.id, lambda store: store.members.all())
        said, is_done = database.write(where.id, lambda store: _undone(store, members, act))
        if not is_done:
            end(said, FAILED)
        click.echo(said)


def _undone(store: Store, members: tuple[Member, ...], number: int) -> tuple[str, bool]:
    """By whoever did it, as the operator speaks for everybody; what is said, and whether anything was taken back."""
    act = store.acts.one(number)
    if act is None:
        return (
            f"Nothing has the number {number}. “import” and “team” print theirs, and “followthrough audit” lists all.",
            False,
        )
    by = next((member for member in members if member.id == act.member_id), first_manager(members))
    exchange = Exchange(store, by, system_clock())
    reply = undo_act(exchange, Undo((number,)))
    return plain_text(reply.card), bool(exchange.undone)


@contextmanager
def _place(organisation: str, *, dry_run: bool) -> Iterator[tuple[Looking, Organisation]]:
    """What only shows what would happen looks on beside a bot that runs, and stops nobody."""
    if dry_run and _is_served():
        with looked_at() as looking:
            yield looking, chosen_of(looking.survey(lambda operator: operator.organisations()), organisation)
        return
    with opened(may_create=True) as (settings, database):
        yield database, organisation_called(settings, database, organisation)


def _is_served() -> bool:
    """Whether SQLite's one process is another one. What is wrong with the settings is said by who opens."""
    with suppress(WrongSetting, DatabaseSetting):
        url = read_settings().database_url
        return url.startswith("sqlite") and is_locked(sqlite_file(url))
    return False


def _by_hand(pairs: tuple[str, ...]) -> dict[str, str]:
    wrong = next((pair for pair in pairs if "=" not in pair), None)
    if wrong is not None:
        end(f'“{wrong}” is no mapping. Write it like this: --map "title=Project"', WRONG)
    return {field.strip(): column.strip() for field, _, column in (pair.partition("=") for pair in pairs)}


@contextmanager
def _content(file: Path) -> Iterator[BinaryIO]:
    try:
        if file.stat().st_size > _LARGEST:
            end(f"{file.name} is larger than 200 MB. Export it in parts.", WRONG)
        content = file.open("rb")
    except IsADirectoryError:
        end(f"{file} is a folder. Name the CSV file in it.", WRONG)
    except OSError as error:
        end(f"Cannot read {file}: {error.strerror}.", WRONG)
    with content:
        yield content


def _typed(file: Path) -> str:
    return f"followthrough import {shlex.quote(str(file))}"


def _owner(wanted: str, members: tuple[Member, ...]) -> Member:
    if not wanted:
        return first_manager(members)
    found = imports.member_called(wanted, members)
    if found is None:
        end(f"Nobody is called “{wanted}”. --owner is one of: {', '.join(m.name for m in members)}.", WRONG)
    return found


def _run(database: Looking, job: Job, by_hand: dict[str, str], *, dry_run: bool, verbose: bool) -> Report:
    told = 0

    def tell(done: int, rows: int) -> None:
        nonlocal told
        if rows > _STEP and (done - told >= _STEP or done == rows):
            told = done
            click.echo(views.progress(done, rows), err=True)

    def each(outcome: Outcome) -> None:
        if verbose and outcome.what is not What.refused:
            click.echo(_line(outcome, job))

    if dry_run or not isinstance(database, Database):
        return imports.preview(database, job, each)
    if by_hand:
        imports.remember_mapping(database, job.organisation_id, job.sheet, by_hand)
    return imports.import_rows(database, job, tell, each)


def _show(report: Report, job: Job, *, dry_run: bool, verbose: bool, is_there: bool) -> None:
    """`is_there`: whose act it is, and who may take it back in chat, is on a platform."""
    aside = " (dry run, nothing is changed)" if dry_run else ""
    click.echo(f"{imports.headline(job, report)}{aside}")
    click.echo(imports.counts(report))
    for remark in imports.remarks(job, report):
        click.echo(remark)
    for owner in imports.unknown_owners(report):
        click.echo(f"{owner} (--owner changes that).")
    shown = sorted([*report.refused, *([] if verbose else report.first)], key=lambda outcome: outcome.number)
    for outcome in shown:
        click.echo(_line(outcome, job))
    left = 0 if verbose else sum(report.counts.values()) - len(shown)
    if left:
        click.echo(f"… and {views.rows_said(left)} more (--verbose shows them).")
    if report.act_id:
        by_chat = f"{job.member.name} types “undo {report.act_id}” in chat, or run: " if is_there else ""
        click.echo(f"Undo: {by_chat}followthrough undo {report.act_id}")


def _line(outcome: Outcome, job: Job) -> str:
    owner = f"  ({outcome.owner})" if outcome.owner else ""
    note = imports.note(job, outcome)
    return f"row {outcome.number:<5} {outcome.what.value:<9} {outcome.title}{owner}{f'  {note}' if note else ''}"
