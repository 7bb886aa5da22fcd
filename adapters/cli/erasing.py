"""`followthrough erase --subject …`: first what it would do, then with --yes for good."""

from collections import Counter
from collections.abc import Collection, Iterator

import click

from adapters.cli.erasures import Erasures, erasures_of
from adapters.cli.opening import BUSY, FAILED, WRONG, Refusal, end, looked_at, opened
from adapters.cli.organisations import chosen_of
from adapters.cli.settings import Settings
from adapters.cli.subjects import SUBJECT, alike, at_option, everywhere_option, named
from bot.app import system_clock
from bot.model import Role
from bot.store import DatabaseBusy, Erased, Message, Person, Store, Unsure, put_aside, scrub, sqlite_file

_PLACES = {
    "acts": "what members did, in words", "commitments": "promises", "contacts": "contacts", "deal_changes": "changes of deals",
    "deals": "deals", "decisions": "decisions", "digests": "morning lists", "drafts": "drafts", "house": "shelf and openers",
    "identities": "accounts on platforms", "inbound": "answers of the bot", "leaves": "leaves", "links": "codes for linking",
    "member_changes": "settings", "members": "members", "meta": "admins who are awaited", "next_steps": "next steps", "outbox": "messages sent or waiting",
    "pauses": "pauses", "touches": "calls and messages", "turns": "turns of promises",
}  # fmt: skip
_SHOWN = 20
_NAMES = {"slack": "Slack", "teams": "Teams"}


@click.command()
@click.option("--subject", required=True, metavar=SUBJECT, help="A contact of a customer, or a member.")
@at_option
@everywhere_option
@click.option("--yes", is_flag=True, help="Do it. There is no way back.")
@click.option("--organisation", default="", help="Needed only when there are several.")
def erase(subject: str, at: tuple[str, ...], *, everywhere: bool, yes: bool, organisation: str) -> None:
    """Takes one person out of everything that is kept; without --yes it only counts. Stop the bot first on SQLite."""
    try:
        if yes:
            told = _done(subject, at, organisation, everywhere=everywhere)
        else:
            told = _counted(subject, at, organisation, everywhere=everywhere)
    except Refusal as refusal:
        end(str(refusal), refusal.code)
    click.echo("\n".join(told))


def _counted(subject: str, at: tuple[str, ...], organisation: str, *, everywhere: bool) -> list[str]:
    with looked_at() as database:
        where = chosen_of(database.survey(lambda operator: operator.organisations()), organisation)
        return database.read(where.id, lambda store: _previewed(store, subject, at, everywhere=everywhere))


def _done(subject: str, at: tuple[str, ...], organisation: str, *, everywhere: bool) -> list[str]:
    with opened() as (settings, database):
        where = chosen_of(database.operate(lambda operator: operator.organisations()), organisation)
        erasures, now = erasures_of(settings), system_clock()

        def work(store: Store) -> list[str]:
            person = named(store, subject, at, everywhere=everywhere)
            if here := _still_here(store, person):
                raise Refusal(here, WRONG)
            if not _is_anything(store.erasing.preview(person)):
                raise Refusal(_nothing(store, subject), FAILED)
            number = _listed(erasures, where.id, store.traces.of(person, subject, at))
            done = store.erase(person, now)
            store.erasing.remember([number], now)
            return list(_told(person, subject, done, is_done=True))

        told = database.write(where.id, work)
    return [*told, *_left(settings)]


def _previewed(store: Store, subject: str, at: tuple[str, ...], *, everywhere: bool) -> list[str]:
    person = named(store, subject, at, everywhere=everywhere)
    found = store.erasing.preview(person)
    if not _is_anything(found):
        raise Refusal(_nothing(store, subject), FAILED)
    here = _still_here(store, person)
    does = f"--yes does it only later: {here}" if here else "The same with --yes does it; there is no way back."
    return [*_told(person, subject, found, is_done=False), f"Nothing was changed. {does}"]


def _still_here(store: Store, person: Person) -> str:
    """Why they cannot be erased yet: somebody who is here would go on writing under their name. Empty when they can."""
    here = [m for m in store.members.all() if m.id in person.member_ids and m.role is not Role.inactive]
    if not here:
        return ""
    first = here[0].name.split()[0]
    return (
        f"{here[0].name} is still a member. An admin types “make {first} inactive” first, and hands their deals over."
    )


def _listed(erasures: Erasures, organisation_id: int, traces: Collection[str]) -> str:
    """On the list before anything goes, so that a backup that is put back meets it. Returns the erasure's number."""
    try:
        return erasures.add(organisation_id, traces)
    except OSError as error:
        raise Refusal(
            f"Nothing was changed: the list {erasures.path} cannot be written ({error.strerror}).", FAILED
        ) from None


def _is_anything(found: Erased) -> bool:
    return bool(found.rows or found.messages)


def _nothing(store: Store, subject: str) -> str:
    return f"Nothing is kept about “{subject}”.{alike(store, subject)}"


def _told(person: Person, subject: str, found: Erased, *, is_done: bool) -> Iterator[str]:
    who = (
        "a member"
        if person.member_ids
        else f"contact at {', '.join(person.companies)}"
        if person.companies
        else "in texts"
    )
    yield f"{subject}, {who}: {'erased in' if is_done else 'named in'} {sum(found.rows.values())} rows"
    for table, count in sorted(found.rows.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:7} {_PLACES.get(table, table.replace('_', ' '))}"
    others = sorted({*person.everywhere.others, *person.nearby.others})
    if others:
        yield f"Others share a word of the name, and keep it: {', '.join(others[:5])}. Look at texts that use it alone."
    yield from _of_unsure(found.unsure)
    yield from _of_messages(found.messages, is_done=is_done)


def _of_unsure(unsure: tuple[Unsure, ...]) -> Iterator[str]:
    """By their numbers, as an export has them."""
    if not unsure:
        return
    shown = ", ".join(f"{one.table} {one.id} (deal {one.deal_id})" for one in unsure[:_SHOWN])
    more = f" and {len(unsure) - _SHOWN} more" if len(unsure) > _SHOWN else ""
    yield f"These notes hold an address or a number, and nothing tells whose it is: {shown}{more}. Look at them in an"
    yield "export; erase --subject ADDRESS (or the number) takes one out."


def _of_messages(messages: tuple[Message, ...], *, is_done: bool) -> Iterator[str]:
    if not messages:
        return
    known = [one for one in messages if one.ref.count(":") and not one.ref.endswith(":duplicate")]
    counts = Counter(_NAMES[one.platform] for one in known)
    if known:
        will = "are deleted there within a minute of the bot's start" if is_done else "would be deleted there"
        yield f"Messages of the bot that name them: {', '.join(f'{n} in {name}' for name, n in counts.items())}; they {will}."
    for one in messages:
        if one not in known:
            yield f"Delete by hand: {_NAMES[one.platform]}, chat of {one.user} in {one.workspace}, {one.at:%Y-%m-%d %H:%M} UTC"


def _left(settings: Settings) -> Iterator[str]:
    """What this command cannot reach."""
    yield "Not reached: answers that the bot gave in a chat, what people wrote there themselves, your CRM, files of imports and exports."
    if not settings.database_url.startswith("sqlite"):
        yield "PostgreSQL frees the room by itself; VACUUM FULL takes it out of the files at once. Restart the bot."
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
