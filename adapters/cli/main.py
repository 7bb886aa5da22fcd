"""`followthrough`: the operator's commands. Exit codes: 0 ok, 1 rows or checks refused, 2 usage or settings, 3 busy."""

import asyncio
import zoneinfo

import click

from adapters.cli.importing import import_, undo
from adapters.cli.opening import WRONG, end, opened
from adapters.cli.running import CannotListen, Role, quiet_logs
from adapters.cli.running import run as run_until_signalled


@click.group(help="Followthrough: sales follow-up that remembers what was said.")
@click.version_option(package_name="followthrough")
def main() -> None:
    """Sets up what every command needs: one time-zone database, and quiet logs."""
    zoneinfo.reset_tzpath(to=())  # the tzdata package, never the system's older copy
    quiet_logs()


@main.command()
@click.option("--role", type=click.Choice([role.value for role in Role]), default="all", show_default=True)
def run(role: str) -> None:
    """Starts the bot and, while no platform is set up, the trial page."""
    with opened() as (settings, database):
        if database.is_sqlite and role != Role.all:
            end(
                "SQLite serves one process: run without --role, or set FOLLOWTHROUGH_DATABASE_URL to PostgreSQL.", WRONG
            )
        try:
            asyncio.run(run_until_signalled(settings, database, Role(role)))
        except CannotListen as error:
            where = f"{settings.host}:{settings.port}"
            end(f"Cannot listen on {where}: {error}. Set FOLLOWTHROUGH_PORT to another port.", WRONG)


@main.command()
def migrate() -> None:
    """Brings the database's schema up to date."""
    with opened():
        click.echo("The database is up to date.")


@main.command()
def recompute() -> None:
    """Derives every deal's standing anew from what is recorded."""
    with opened() as (_, database):
        organisations = database.operate(lambda operator: operator.organisations())
        wrong = sum(database.write(organisation.id, lambda store: store.recompute()) for organisation in organisations)
        click.echo(f"Recomputed. {wrong} row{'s' if wrong != 1 else ''} differed.")


main.add_command(import_)
main.add_command(undo)

if __name__ == "__main__":
    main()
