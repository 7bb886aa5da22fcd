"""`followthrough begin COMPANY --admin EMAIL`: a database of one's own, with one person in it and nobody made up."""

import click

from adapters.cli.opening import FAILED, WRONG, end, opened
from adapters.local.sample import PLATFORM as PAGE
from bot.app import system_clock
from bot.conversation.company import LONGEST, company_called
from bot.conversation.mornings import plan_anew
from bot.hygiene import name_from
from bot.model import Address, Role
from bot.reading.calendar.zonenames import zone as zone_called
from bot.reading.spreadsheets.team import is_email
from bot.store import Database, Store
from bot.worktime import country_of


@click.command()
@click.argument("company")
@click.option(
    "--admin", "email", required=True, metavar="EMAIL", help="The first person: an admin, known by this address."
)
@click.option("--name", default="", help="What they are called; else what stands before the @.")
@click.option(
    "--zone", default="UTC", show_default=True, help="Where they work, such as London. Slack and Teams tell it anew."
)
def begin(company: str, email: str, name: str, zone: str) -> None:
    """Makes COMPANY in an empty database, with its admin and nobody else: no trial team, no sample deals."""
    told, where = company_called(company), zone_called(zone)
    if not told:
        end(f"A company's name has 1 to {LONGEST} characters, and letters or figures among them.", WRONG)
    if not is_email(email):
        end(f"“{email}” is no e-mail address.", WRONG)
    if not where:
        end(f"“{zone}” is no time zone that I know; write Europe/London.", WRONG)
    with opened(may_create=True) as (settings, database):
        known = database.operate(lambda operator: operator.organisations())
        if known:
            end(f"This database has {', '.join(one.name for one in known)} already. Begin with an empty one.", FAILED)
        who = name_from(name, email.partition("@")[0])
        _made(database, told, email, who, where, on_page=settings.has_page)
        click.echo(f"{told} is here, with {who} ({email}) as its admin and nobody else.")
        click.echo("Its people: followthrough team FILE. Its deals: followthrough import FILE.")
        if settings.has_page:
            click.echo(
                "They are on the trial page. In Slack or Teams later they type “lists in slack” once, else their list stays here."
            )
        else:
            click.echo(
                "Before the bot comes to Slack or Teams say where that is: followthrough workspace slack T0123ABC."
            )


def _made(database: Database, company: str, email: str, name: str, zone: str, *, on_page: bool) -> None:
    def work(store: Store) -> None:
        now = system_clock()
        store.awaited.withdraw(email)  # they are here
        member_id = store.members.add(name, Role.admin, zone, email=email, country=country_of(zone))
        if on_page:  # else nobody has seen them yet
            store.identities.add(member_id, Address(PAGE, PAGE, str(member_id)))
            plan_anew(store, member_id, now)
        store.audit.tell("begin", now, what="member", which=str(member_id))

    database.begin(company, work)
