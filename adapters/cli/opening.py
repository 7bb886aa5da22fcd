"""Opens the database for a command, or says in one sentence why that is not possible, with the right exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from adapters.cli.settings import Settings, WrongSetting, read_settings
from bot.store import Database, DatabaseBusy, DatabaseSetting, SchemaTooNew

WRONG, BUSY = 2, 3


def end(message: str, code: int) -> NoReturn:
    """Says why on stderr and leaves."""
    click.echo(message, err=True)
    sys.exit(code)


@contextmanager
def opened() -> Iterator[tuple[Settings, Database]]:
    """The settings and the migrated database."""
    try:
        settings = read_settings()
        database = Database(settings.database_url)
    except (WrongSetting, DatabaseSetting) as error:
        end(str(error), WRONG)
    except DatabaseBusy as error:
        end(str(error), BUSY)
    try:
        try:
            database.migrate()
        except (SchemaTooNew, DatabaseSetting) as error:
            end(str(error), WRONG)
        yield settings, database
    finally:
        database.close()
