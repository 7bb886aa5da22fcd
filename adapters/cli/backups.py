"""`followthrough backup FILE` and `followthrough restore FILE`: on SQLite here, on PostgreSQL by its own tools."""

import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from adapters.cli.erasures import Erasures, been_through, erased_again, erasures_of
from adapters.cli.erasures_beside import AnothersList, beside, taken_along, taken_back
from adapters.cli.mornings import skipped_before, told_again
from adapters.cli.opening import BUSY, FAILED, WRONG, Refusal, by_hand, code_of, end
from adapters.cli.settings import read_settings
from adapters.cli.unknown import unknown_settings
from adapters.cli.wrong_settings import WrongSetting
from bot.app import system_clock
from bot.model import Entry
from bot.store import (
    BackupFailed,
    Database,
    DatabaseBusy,
    DatabaseSetting,
    Looking,
    SchemaTooNew,
    back_up,
    dump_command,
    put_back,
    scrub,
    tell_beside,
    undump_command,
)

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--made-elsewhere", is_flag=True, help="FILE was made by another tool, such as pg_dump: only put it down."
)
def backup(file: Path, *, made_elsewhere: bool) -> None:
    """Copies the database into FILE while the bot runs, and checks the copy."""
    url = _database_url()
    if made_elsewhere:
        _put_down_what_is_there(url, file)
        return
    if not url.startswith("sqlite"):
        end(f"PostgreSQL is backed up by its own tool, also while the bot runs:\n\n  {dump_command(url, file)}", WRONG)
    file = file.absolute()
    try:
        size = back_up(url, file, system_clock())
    except DatabaseSetting as error:
        end(str(error), code_of(error))
    except BackupFailed as error:
        end(str(error), FAILED)
    _put_down(url)
    click.echo(f"{file}: {size:,} bytes, checked. Keep it on another machine, and FOLLOWTHROUGH_SECRET_KEY elsewhere.")
    _list_beside(url, file)


def _put_down_what_is_there(url: str, file: Path) -> None:
    size = file.stat().st_size if file.exists() else 0
    if not size:
        end(f"There is no copy in {file}, so none was put down.", FAILED)
    try:
        tell_beside(url, Entry(system_clock(), by_hand(), "backup"))
    except (OSError, DatabaseSetting) as error:
        end(f"The audit record cannot be told of it: {error}", FAILED)
    click.echo(f"{file}: {size:,} bytes, put down as a copy; nobody has looked into it.")
    _list_beside(url, file)


def _list_beside(url: str, copy: Path) -> None:
    """Whoever puts a copy back needs the newest list of erasures."""
    own, database = erasures_of(read_settings()), Looking(url)
    try:
        to = taken_along(copy, own, lambda: been_through(database))
    except AnothersList:
        end(_anothers(beside(copy).path, own.path, own.path, beside(copy).path), FAILED)
    except OSError as error:
        end(
            f"The list of erasures cannot be put beside it ({error.strerror or error}). Keep it with the copies by hand.",
            FAILED,
        )
    finally:
        database.close()
    if to:
        click.echo(f"{to}: the list of who was erased until now. A copy is put back with the newest one.")


def _anothers(there: Path, own: Path, behind: Path, to: Path) -> str:
    return (
        f"The list of erasures beside the copy ({there}) and this database's own ({own.resolve()}) have nothing in common, as"
        " those of two installations: neither was touched. Give each installation a folder for its copies of its own. If both"
        f" lists are of this one: (echo; cat {behind.resolve()}) >> {to.resolve()}, then try again."
    )


def _put_down(url: str) -> None:
    """Who has a copy has everything. One that nobody can put down (a full disk) is a copy all the same."""
    try:
        tell_beside(url, Entry(system_clock(), by_hand(), "backup"))
    except (OSError, DatabaseSetting) as error:
        click.echo(f"The audit record cannot be told of it: {getattr(error, 'strerror', None) or error}", err=True)


@click.command()
@click.argument("file", type=_FILE)
@click.option(
    "--send-late", is_flag=True, help="Also send what was due since the backup, though people may have had it already."
)
def restore(file: Path, *, send_late: bool) -> None:
    """Puts a backup in the place of the database, which is kept under another name. Stop the bot first."""
    url = _database_url()
    if not url.startswith("sqlite"):
        end(_by_its_own_tool(undump_command(url, file), send_late=send_late), WRONG)
    for told in unknown_settings():
        click.echo(told, err=True)
    now, again = system_clock(), _ErasedAgain(beside(file), erasures_of(read_settings()))
    try:
        done = put_back(url, file, now, send_late=send_late, ready=partial(again.before_it_takes_the_place, now=now))
    except DatabaseBusy as error:
        end(str(error), BUSY)
    except (DatabaseSetting, SchemaTooNew) as error:
        end(str(error), code_of(error))
    except (BackupFailed, Refusal) as error:
        end(f"{error} Nothing was changed.", FAILED)
    when = f", as it was at {done.made_at[:16]} UTC" if done.made_at else ""
    click.echo(
        f"Restored {' and '.join(again.names) or 'a database without an organisation'}{when}. {_kept(done.before)}"
    )
    click.echo(
        "What was due since then is sent when the bot starts." if send_late else skipped_before(now, done.stopped)
    )
    click.echo(again.told, nl=False)
    sys.exit(again.code)


def _by_its_own_tool(command: str, *, send_late: bool) -> str:
    last = "" if send_late else "\n  followthrough restored"
    return (
        "PostgreSQL is restored by its own tool. Stop the bot, then as the role that owns the tables (with two roles put"
        " followthrough_owner in the place of the bot's, in the address and for “migrate”):\n\n"
        f"  {command}\n  followthrough migrate{last}\n\n“migrate” takes back the rights on the audit record that pg_restore gave."
    )


@dataclass
class _ErasedAgain:
    """What is put back may still hold whoever asked to be erased since: they go before it takes the place."""

    there: Erasures
    own: Erasures
    names: tuple[str, ...] = ()
    told: str = ""
    code: int = 0

    def before_it_takes_the_place(self, url: str, *, now: datetime) -> None:
        """Raises Refusal where the list of erasures beside the copy cannot be used."""
        database = Database(url)
        try:
            database.source = by_hand()
            self._take_the_list_back(database)
            database.operate(lambda operator: operator.audit.tell("restored", now))
            self.names = tuple(one.name for one in database.survey(lambda operator: operator.organisations()))
            erased = erased_again(database, self.own, now)
            self.told, self.code = told_again(database, self.own, erased)
        finally:
            database.close()
        if erased:
            scrub(url)

    def _take_the_list_back(self, database: Looking) -> None:
        try:
            self.own.marks()
        except OSError as error:  # everybody would be back
            told = f"This database's own list of erasures ({self.own.path.resolve()}) cannot be read ({error.strerror}): put a whole one there."
            raise Refusal(told, FAILED) from None
        try:
            taken_back(self.there, self.own, lambda: been_through(database))
        except AnothersList:
            raise Refusal(_anothers(self.there.path, self.own.path, self.there.path, self.own.path), FAILED) from None
        except OSError as error:
            told = f"The list of erasures beside the copy ({self.there.path}) cannot be read, or kept at {self.own.path.resolve()}"
            raise Refusal(f"{told} ({error.strerror}).", FAILED) from None


def _kept(before: Path | None) -> str:
    return f"What was there is now {before}." if before else "There was no database before."


def _database_url() -> str:
    try:
        return read_settings().database_url
    except WrongSetting as error:
        end(str(error), WRONG)
