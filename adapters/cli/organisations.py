"""Which organisation an operator's command is about."""

from collections.abc import Sequence

import click

from adapters.cli.opening import WRONG, end
from adapters.cli.settings import Settings
from adapters.local import sample
from bot.app import system_clock
from bot.model import Organisation
from bot.store import Database


def organisation_called(settings: Settings, database: Database, wanted: str) -> Organisation:
    """The only one, or the one that was named; for a trial on SQLite, when it is empty, its team is made without sample deals."""
    known = database.operate(lambda operator: operator.organisations())
    if not known and not (settings.has_page and database.is_sqlite):
        end(
            "Nobody has written to the bot yet, so there is nobody to do this for. Write to it once, or name the first: followthrough begin COMPANY --admin EMAIL",
            WRONG,
        )
    if not known:
        sample.create_team(database, system_clock())
        click.echo(
            f"This database was empty: made the trial team {sample.TEAM} (Maria, Tom, Lena, Omar), without sample deals."
        )
        click.echo("For your own people delete it, and begin with: followthrough begin COMPANY --admin EMAIL")
        known = database.operate(lambda operator: operator.organisations())
    return chosen_of(known, wanted)


def chosen_of(known: Sequence[Organisation], wanted: str) -> Organisation:
    """The only one, or the one that was named."""
    if not known:
        end("There is nobody in this database yet.", WRONG)
    chosen = meant(known, wanted)
    if len(chosen) != 1:
        end(f"Say which organisation with --organisation: {listed(known)}.", WRONG)
    return chosen[0]


def meant(known: Sequence[Organisation], wanted: str) -> list[Organisation]:
    """By number or name; all of them where none is named."""
    return [o for o in known if not wanted or wanted.casefold() in {str(o.id), o.name.casefold()}]


def listed(known: Sequence[Organisation]) -> str:
    return ", ".join(f"{one.id} {one.name}" for one in known)
