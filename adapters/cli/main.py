"""`followthrough`: the operator's commands. Exit codes: 0 ok, 1 rows or checks refused, 2 usage or settings, 3 busy."""

import asyncio
import zoneinfo
from pathlib import Path

import click

from adapters.cli.erasures import erased_again, erasures_of, lack_of
from adapters.cli.lazily import Lazily
from adapters.cli.logs import quiet_logs
from adapters.cli.opening import BUSY, FAILED, WRONG, end, opened
from adapters.cli.organisations import organisation_called
from adapters.cli.process import CannotConnect, NoPlatform, Role
from adapters.cli.roles import NoSuchNote, NotDone, WrongForm, called, expected, made_admin, not_awaited, not_expected
from adapters.cli.running import CannotListen
from adapters.cli.running import run as run_until_signalled
from adapters.cli.settings import package_settings
from adapters.cli.wrong_settings import WrongSetting
from bot.app import system_clock
from bot.model import SCHEDULER
from bot.reading.spreadsheets.team import is_email
from bot.store import Right

_ELSEWHERE = {
    "import": ("importing", "import_"), "undo": ("importing", "undo"), "team": ("teaming", "team"), "begin": ("beginning", "begin"), "parse": ("parsing", "parse"),
    "digests": ("mornings", "digests"), "restored": ("mornings", "restored"), "backup": ("backups", "backup"),
    "restore": ("backups", "restore"), "export": ("exporting", "export"), "erase": ("erasing", "erase"),
    "audit": ("auditing", "audit"), "doctor": ("doctor", "doctor"), "rotate-key": ("rotating", "rotate_key"),
}  # fmt: skip
_NOT_TAKEN_BACK = (
    "The schema is up to date, but this role may change or delete entries of the audit record, and cannot give that right back"
    " (pg_restore grants it anew). Run “followthrough migrate” once more as the role that owns the tables: docs/operations.md, part 3."
)
_AN_ID = "00000000-0000-0000-0000-000000000000"


@click.group(cls=Lazily, elsewhere=_ELSEWHERE, help="Followthrough: sales follow-up that remembers what was said.")
@click.version_option(package_name="followthrough")
def main() -> None:
    """Sets up what every command needs: one time-zone database, and quiet logs."""
    zoneinfo.reset_tzpath(to=())  # the tzdata package, never the system's older copy
    quiet_logs()


@main.command()
@click.option("--role", type=click.Choice([role.value for role in Role]), default="all", show_default=True)
def run(role: str) -> None:
    """Starts the bot and, while no platform is set up, the trial page."""
    with opened(SCHEDULER, may_create=True) as (settings, database):
        erased_again(database, erasures_of(settings), system_clock())  # a backup may have been put back by other tools
        if lack := lack_of(database, erasures_of(settings)):
            click.echo(f"{lack} followthrough doctor says what to do.", err=True)
        if database.is_sqlite and role != Role.all:
            end(
                "SQLite serves one process: run without --role, or set FOLLOWTHROUGH_DATABASE_URL to PostgreSQL.", WRONG
            )
        try:
            asyncio.run(run_until_signalled(settings, database, Role(role)))
        except (CannotListen, NoPlatform) as error:
            end(str(error), WRONG)
        except CannotConnect as error:
            end(f"{error}.", BUSY if error.is_passing else WRONG)


@main.command()
def migrate() -> None:
    """Brings the database's schema up to date."""
    with opened(may_create=True) as (_, database):
        if database.operate(lambda operator: operator.audit_chain.right_to_change()) is Right.granted:
            end(_NOT_TAKEN_BACK, FAILED)
        click.echo("The database is up to date.")


@main.command()
def recompute() -> None:
    """Derives every deal's standing anew from what is recorded."""
    with opened() as (_, database):
        organisations = database.operate(lambda operator: operator.organisations())
        wrong = sum(database.write(organisation.id, lambda store: store.recompute()) for organisation in organisations)
        click.echo(f"Recomputed. {wrong} row{'s' if wrong != 1 else ''} differed.")


@main.group()
def manifest() -> None:
    """What a platform has to be told to let the bot in."""


@manifest.command("slack")
@click.option("--http", "public_url", default="", metavar="URL", help="For a public address: the bot's, with https.")
@click.option(
    "--one-workspace", "is_of_one", is_flag=True, help="With --http: for one SLACK_BOT_TOKEN, which does not end then."
)
def manifest_slack(public_url: str, *, is_of_one: bool) -> None:
    """Prints the app manifest to paste where Slack's apps are made."""
    from adapters.slack.manifest import is_public  # noqa: PLC0415 - as below
    from adapters.slack.manifest import manifest as written  # noqa: PLC0415 - the SDK is needed here only

    if public_url and not is_public(public_url):
        end("Slack calls only https:// addresses: followthrough manifest slack --http https://bot.example.com", WRONG)
    click.echo(written(public_url, is_of_one=is_of_one), nl=False)


@manifest.command("teams")
@click.option("--app-id", default="", metavar="ID", help="The bot's id in Azure; else TEAMS_APP_ID.")
@click.option(
    "--website", default="", metavar="URL", help="Your company's, shown beside the app; else FOLLOWTHROUGH_PUBLIC_URL."
)
@click.option("--privacy", default="", metavar="URL", help="What you say about people's data; else the website.")
@click.option(
    "--to", default="followthrough-teams.zip", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path)
)
def manifest_teams(app_id: str, website: str, privacy: str, to: Path) -> None:
    """Writes the app package to upload to Teams."""
    from adapters.teams.manifest import is_app_id, is_page, package  # noqa: PLC0415 - a bot that speaks to Slack only needs none

    try:
        set_bot, public_url = package_settings()
    except WrongSetting as error:
        end(str(error), WRONG)
    bot, site = app_id or set_bot, website or public_url
    if not bot:
        end(f"Which bot is it? followthrough manifest teams --app-id {_AN_ID}", WRONG)
    if not is_app_id(bot):
        end(f"{'--app-id' if app_id else 'TEAMS_APP_ID'} has to be an id as Azure shows it, such as {_AN_ID}", WRONG)
    if not site:
        end("Which website does Teams show beside the app? --website https://www.your-company.com", WRONG)
    if not all(is_page(url) for url in (site, privacy or site)):
        end("Teams takes only whole https:// addresses: --website https://www.your-company.com", WRONG)
    try:
        to.write_bytes(package(bot, site, privacy))
    except OSError as error:
        end(f"Cannot write {to}: {error.strerror}.", WRONG)
    click.echo(f"{to} is the package to upload: docs/teams.md says where.")


@main.command()
@click.argument("email")
@click.option("--withdraw", is_flag=True, help="Take it back, while they have not come yet.")
@click.option("--organisation", default="", help="Needed only when there are several.")
def admin(email: str, *, withdraw: bool, organisation: str) -> None:
    """Makes whoever has that e-mail address an admin, now or when they first appear."""
    if not withdraw and not is_email(email):  # one that was taken before has to go too
        end(f"“{email}” is no e-mail address. Write it like this: maria@northlight.example", WRONG)
    with opened() as (settings, database):
        try:
            do = not_awaited if withdraw else made_admin
            click.echo(do(database, email, organisation, is_served=settings.has_slack or settings.has_teams))
        except NoSuchNote as error:
            end(str(error), FAILED)
        except NotDone as error:
            end(str(error), WRONG)


@main.command()
@click.argument("platform", type=click.Choice(["slack", "teams"]))
@click.argument("key")
@click.option("--withdraw", is_flag=True, help="Take it back, while it has not come yet.")
@click.option("--organisation", default="", help="Needed only when there are several.")
def workspace(platform: str, key: str, *, withdraw: bool, organisation: str) -> None:
    """Lets a further workspace (Slack's T0123ABC, or the id of a Teams tenant) join an organisation when it comes."""
    key = key.lower() if platform == "teams" else key  # as tenants are told
    with opened() as (settings, database):
        try:
            if withdraw:
                click.echo(not_expected(database, platform, key, organisation, system_clock()))
                return
            where = organisation_called(settings, database, organisation)
            click.echo(expected(database, where, platform, key, system_clock()))
        except NotDone as error:
            end(str(error), WRONG if isinstance(error, WrongForm) else FAILED)


@main.command()
@click.argument("name")
@click.option("--organisation", default="", help="Needed only when there are several.")
def company(name: str, *, organisation: str) -> None:
    """Says what your company is called in words to a prospect. Teams does not tell it."""
    with opened() as (settings, database):
        where = organisation_called(settings, database, organisation)
        try:
            click.echo(called(database, where.id, name))
        except ValueError as error:
            end(str(error), WRONG)


if __name__ == "__main__":
    main()
