"""Opens the database for a command, or says in one sentence why that is not possible, with the right exit code."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import click

from adapters.cli.settings import Settings, read_settings
from adapters.cli.unknown import unknown_settings
from adapters.cli.wrong_settings import WrongSetting
from bot.model import CLI
from bot.store import (
    Database,
    DatabaseBusy,
    DatabaseHeld,
    DatabaseSetting,
    Looking,
    SchemaTooNew,
    head_schema,
    is_held,
    is_there,
    sqlite_file,
    why_not,
)

FAILED, WRONG, BUSY = 1, 2, 3
_NOBODY = 0xFFFFFFFF  # as which nobody logged in


class Refusal(Exception):
    """Why a command does nothing. Raised inside a transaction, where leaving would end the writer's thread."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def end(message: str, code: int) -> NoReturn:
    """Says why on stderr and leaves."""
    click.echo(message, err=True)
    sys.exit(code)


def by_hand() -> str:
    """The source of what a command does: the number of whoever logged in, else of whom the command runs as.

    The kernel keeps the first through sudo and su; where a service manager starts the command there is none.
    """
    with suppress(OSError, ValueError):
        logged_in = int(Path("/proc/self/loginuid").read_text(encoding="ascii"))
        if logged_in != _NOBODY:
            return f"{CLI}:{logged_in}"
    return f"{CLI}:{os.getuid()}"


@contextmanager
def looked_at() -> Iterator[Looking]:
    """The database as it is, also beside the bot that runs; nothing is migrated or changed."""
    try:
        url = read_settings().database_url
        _be_there(url)
        database = Looking(url)
    except (WrongSetting, DatabaseSetting) as error:
        end(str(error), WRONG)
    try:
        try:
            schema = database.schema()
        except DatabaseSetting as error:
            end(str(error), code_of(error))
        if schema != head_schema():
            end("This database is not of this version yet. Run: followthrough migrate", WRONG)
        with _told(url):
            yield database
    finally:
        database.close()


@contextmanager
def opened(source: str = "", *, may_create: bool = False) -> Iterator[tuple[Settings, Database]]:
    """The settings and the migrated database. `source`: who writes, in the audit record, where no message says so; else whoever typed the command.

    Only a command that begins something makes a database: whoever stands in the wrong folder, or forgot the settings,
    would otherwise be told that all is well, by a database that nobody uses.
    """
    for told in unknown_settings():
        click.echo(told, err=True)
    try:
        settings = read_settings()
        if not may_create:
            _be_there(settings.database_url)
        database = Database(settings.database_url)
    except (WrongSetting, DatabaseSetting) as error:
        end(str(error), WRONG)
    except DatabaseBusy as error:
        end(str(error), BUSY)
    try:
        try:
            database.source = source or by_hand()
            database.migrate()
        except (SchemaTooNew, DatabaseSetting) as error:
            end(str(error), code_of(error))
        with _told(database.url):
            yield settings, database
    finally:
        database.close()


@contextmanager
def _told(url: str) -> Iterator[None]:
    """What the database refuses while a command is at work is the operator's to mend, where a cause is known."""
    try:
        yield
    except Exception as error:
        if why := why_not(url, error):
            end(why, BUSY if is_held(error) else FAILED)
        raise


def code_of(error: Exception) -> int:
    return BUSY if isinstance(error, DatabaseHeld) else WRONG


def _be_there(url: str) -> None:
    """Raises DatabaseSetting where SQLite's file is none yet."""
    path = sqlite_file(url) if url.startswith("sqlite") else None
    if path is not None and not is_there(path):
        raise DatabaseSetting(
            f"There is no database at {path}. Set FOLLOWTHROUGH_DATABASE_URL, or start with `followthrough run`."
        )
