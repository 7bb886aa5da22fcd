"""`followthrough erase --subject …`: first what it would do, then with --yes for good."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from adapters.cli.erased import told_of, whom
from adapters.cli.erasures import Erasures, erasures_of, lack_of, new_number, not_listed
from adapters.cli.opening import BUSY, FAILED, WRONG, Refusal, end, looked_at, opened
from adapters.cli.organisations import chosen_of
from adapters.cli.settings import Settings, read_settings
from adapters.cli.subjects import SUBJECT, alike, at_option, everywhere_option, named
from bot.app import system_clock
from bot.model import Role
from bot.store import DatabaseBusy, Erased, Looking, Person, Store, put_aside, scrub, sqlite_file


class _Asked(NamedTuple):
    """What was typed."""

    subject: str
    at: tuple[str, ...]
    everywhere: bool
    leaves_deals: bool
    begins_list: bool


_BRING = "Put it there first; where it is lost for good: --new-list."


@click.command()
@click.option("--subject", default=None, metavar=SUBJECT, help="A contact of a customer, or a member.")
@at_option
@everywhere_option
@click.option("--yes", is_flag=True, help="Do it. There is no way back.")
@click.option(
    "--leave-deals", is_flag=True, help="A member's open deals may stay where they are: nobody is to have them."
)
@click.option(
    "--new-list", is_flag=True, help="Begin a new list of erasures: the one before is lost for good, or there was none."
)
@click.option("--organisation", default="", help="Needed only when there are several.")
def erase(
    subject: str | None,
    at: tuple[str, ...],
    *,
    everywhere: bool,
    yes: bool,
    leave_deals: bool,
    new_list: bool,
    organisation: str,
) -> None:
    """Takes one person out of everything that is kept; without --yes it only counts. Stop the bot first on SQLite.

    With --new-list alone nobody is erased.
    """
    begins_alone = new_list and subject is None and not (at or everywhere or yes or leave_deals or organisation)
    if not begins_alone and not (subject or "").strip():
        end("Whom? followthrough erase --subject “Dana Whitfield”, or their e-mail.", WRONG)
    asked = _Asked(subject or "", at, everywhere, leave_deals, new_list)
    try:
        told = _begun() if begins_alone else _done(asked, organisation) if yes else _counted(asked, organisation)
    except Refusal as refusal:
        end(str(refusal), refusal.code)
    click.echo("\n".join(told))


def _counted(asked: _Asked, organisation: str) -> list[str]:
    with looked_at() as database:
        where = chosen_of(database.survey(lambda operator: operator.organisations()), organisation)
        lack = "" if asked.begins_list else lack_of(database, erasures_of(read_settings()))
        told = database.read(where.id, lambda store: _previewed(store, asked))
        return [*told, f"{lack} {_BRING}"] if lack else told


def _done(asked: _Asked, organisation: str) -> list[str]:
    with opened() as (settings, database):
        where = chosen_of(database.operate(lambda operator: operator.organisations()), organisation)
        erasures, now, number = erasures_of(settings), system_clock(), new_number()
        if lack := lack_of(database, erasures):
            if not asked.begins_list:
                raise Refusal(f"Nothing was changed. {lack} {_BRING}", FAILED)
            _put_aside(erasures)
            _given_up(database, erasures)

        def work(store: Store) -> list[str]:
            person = _meant(store, asked)
            if before := _to_do_before(store, person, asked):
                raise Refusal(before, WRONG)
            if not _is_anything(store.erasing.preview(person)):
                raise Refusal(_nothing(store, asked.subject), FAILED)
            _listed(erasures, where.id, store.traces.of(person, asked.subject, asked.at), number)
            who = whom(store, person, asked.subject)
            done = store.erase(person, now)
            store.erasing.remember([number], now)
            return list(told_of(who, done, is_done=True))

        told = database.write(where.id, work)
    return [*told, *_left(settings)]


def _previewed(store: Store, asked: _Asked) -> list[str]:
    person = _meant(store, asked)
    found = store.erasing.preview(person)
    if not _is_anything(found):
        raise Refusal(_nothing(store, asked.subject), FAILED)
    before = _to_do_before(store, person, asked)
    does = f"--yes does it only later: {before}" if before else "The same with --yes does it; there is no way back."
    return [*told_of(whom(store, person, asked.subject), found, is_done=False), f"Nothing was changed. {does}"]


def _meant(store: Store, asked: _Asked) -> Person:
    return named(store, asked.subject, asked.at, everywhere=asked.everywhere)


def _to_do_before(store: Store, person: Person, asked: _Asked) -> str:
    """Why they cannot be erased yet: somebody who is here would go on writing under their name, and deals of somebody
    without a name come up in nobody's list. Empty when they can."""
    theirs = [one for one in store.members.all() if one.id in person.member_ids]
    here = next((one for one in theirs if one.role is not Role.inactive), None)
    told = [f"{here.name} is still a member. An admin types “make {here.first_name} inactive” first."] if here else []
    books = [store.books.of(one.id, system_clock().date()) for one in theirs]
    left = sum(book.open + book.asleep for book in books)
    owed = sum(owing.open for book in books for owing in book.owing.values())
    if (left or owed) and not asked.leaves_deals:
        deals = [f"{left:,} deal{'s' if left != 1 else ''}, open or asleep"] if left else []
        owes = [f"{owed:,} open promise{'s' if owed != 1 else ''} of either side"] if owed else []
        told.append(f"{theirs[0].name} still has {', and '.join([*deals, *owes])}. {_give(theirs[0].first_name)}")
    return " ".join(told)


def _give(who: str) -> str:
    return (
        f"An admin types “give {who}'s deals to NAME” and presses Hand over, so that somebody has them (to themselves only"
        f" where they lead {who}). Where nobody is to have them: --leave-deals."
    )


def _begun() -> list[str]:
    """Whoever was erased by a list that is lost comes back with a copy of before; nobody is asked for it any more."""
    with looked_at() as database:
        erasures = erasures_of(read_settings())
        where, aside = erasures.path.resolve(), _put_aside(erasures)
        if not aside and erasures.path.exists() and not lack_of(database, erasures):
            return [
                f"The list of erasures at {where} has all that this database has been through. Nothing was changed."
            ]
        lost = _given_up(database, erasures)
        many = f"{lost} erasure{'s' if lost != 1 else ''} that this database has been through"
        gone = [f"{many} stood on a list that is lost: nobody is asked for that one any more."] if lost else []
        kept = [f"The damaged one is kept as {aside}."] if aside else []
        return [f"There is a list of erasures at {where} now; who is erased from now on goes on it.", *kept, *gone]


def _put_aside(erasures: Erasures) -> Path | None:
    """Where a list is now that was damaged. Raises Refusal."""
    try:
        return erasures.begin_anew() if erasures.path.exists() else None
    except OSError as error:
        raise Refusal(
            f"Nothing was changed: {erasures.path} cannot be read or written ({error.strerror}).", FAILED
        ) from None


def _given_up(database: Looking, erasures: Erasures) -> int:
    """Returns how many were on the list that is lost. Raises Refusal."""
    try:
        erasures.begin()
        lost = not_listed(database, erasures)
        for organisation_id, numbers in lost.items():
            erasures.give_up(organisation_id, numbers)
    except OSError as error:
        raise Refusal(
            f"Nothing was changed: the list {erasures.path} cannot be read or written ({error.strerror}).", FAILED
        ) from None
    return sum(map(len, lost.values()))


def _listed(erasures: Erasures, organisation_id: int, traces: Collection[str], number: str) -> None:
    """On the list before anything goes, so that a backup that is put back meets it; tried anew it is the same erasure."""
    try:
        erasures.add(organisation_id, traces, number)
    except OSError as error:
        raise Refusal(
            f"Nothing was changed: the list {erasures.path} cannot be written ({error.strerror}).", FAILED
        ) from None


def _is_anything(found: Erased) -> bool:
    return bool(found.rows or found.messages)


def _nothing(store: Store, subject: str) -> str:
    return f"Nothing is kept about “{subject}”.{alike(store, subject)}"


def _left(settings: Settings) -> Iterator[str]:
    """What this command cannot reach."""
    yield "Not reached: answers that the bot gave in a chat, what people wrote there themselves, your CRM, files of imports and exports."
    if not settings.database_url.startswith("sqlite"):
        yield "PostgreSQL frees the room by itself; VACUUM FULL takes it out of the files at once."
        yield f"Backups made before still hold them; “followthrough restored” erases again, by {erasures_of(settings).path.resolve()}: have it where you restore."
        return
    try:
        scrub(settings.database_url)
    except DatabaseBusy as error:
        raise Refusal(f"The rows are erased, but not out of the file's free room. {error}", BUSY) from None
    beside = [one.name for one in put_aside(sqlite_file(settings.database_url))]
    yield "Backups made before still hold them; “followthrough restore” erases again."
    if beside:
        yield f"So does what was put aside by a restore; delete it: {', '.join(beside)}"
