"""The operator's word on who belongs where: an admin by e-mail, a further workspace of an organisation."""

import re
from datetime import datetime

from adapters.cli.organisations import listed, meant
from adapters.local.sample import is_made_up
from bot.app import system_clock
from bot.conversation.company import LONGEST, company_called
from bot.conversation.joining import greet_admin
from bot.model import Organisation, Role, WorkspaceState, sayable
from bot.store import Awaited, Database, Operator, Store, awaited_admin

_FORMS = {
    "slack": re.compile(r"[TE][A-Z0-9]{1,30}"),
    "teams": re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
}
_CALLED = {
    "slack": "workspace of Slack's: its id is like T0123ABC, in the address of the workspace in a browser",
    "teams": "tenant: its id is like 00000000-0000-0000-0000-000000000000, as Microsoft Entra shows it",
}


class NotDone(Exception):
    """Why nothing was done."""


class WrongForm(NotDone):
    """There can be no such thing."""


class NoSuchNote(NotDone):
    """Nobody was awaited."""


def made_admin(database: Database, email: str, organisation: str, *, is_served: bool = False) -> str:
    """What was done, in a sentence: now for a known member, else when that address is first seen in the organisation.

    Raises NotDone.
    """
    now = system_clock()
    where, is_one_of_several = _only(database, organisation, email if is_served else "")
    name = database.write(where.id, lambda store: _promoted(store, email, now)) if where else ""
    if name:
        return f"{name} is an admin now{f' in {where.name}' if where and is_one_of_several else ''}."
    database.operate(lambda operator: _note(operator, where.id if where else None, email, now))
    there, of_it = (f" in {where.name}", f" --organisation {where.id}") if where and is_one_of_several else ("", "")
    return (
        f"Nobody with {email} is known{there} yet. They become an admin{there} when they first write to the bot."
        f" If that is a slip: followthrough admin {email} --withdraw{of_it}"
    )


def not_awaited(database: Database, email: str, organisation: str, *, is_served: bool = False) -> str:
    """Takes the note back, in a sentence. Raises NoSuchNote where there is none."""
    where, is_one_of_several = _only(database, organisation, email if is_served else "")
    there = f" in {where.name}" if where and is_one_of_several else ""

    def work(operator: Operator) -> bool:
        is_there = Awaited(operator.connection, frozenset({None, where.id if where else None})).withdraw(email)
        if is_there:
            operator.audit.tell("withdraw admin", system_clock(), organisation_id=where.id if where else None)
        return is_there

    if not database.operate(work):
        raise NoSuchNote(
            f"Nobody with {email} is awaited as an admin{there}. Who is one already: make NAME a rep, in chat."
        )
    return f"{email} is not awaited as an admin{there} any more."


def _only(database: Database, wanted: str, served: str) -> tuple[Organisation | None, bool]:
    """Whose admin: the only organisation, or the one that was named; none where there is none yet, and the first that
    there will be is meant. Where Slack or Teams is set up (`served`: the address), the sample company is meant by its own people's
    addresses alone: a trial before takes no admin away. Also whether it is one of several. Raises NotDone: nobody is made an
    admin of all by silence."""
    known, chosen = _known(database), _chosen(database, wanted)
    if served and not wanted:
        made_up = [one for one in chosen if is_made_up(database, one.id)]
        theirs = [one for one in made_up if _is_there(database, one, served)]
        chosen = theirs or [one for one in chosen if one not in made_up]
    if len(chosen) > 1:
        raise NotDone(f"Say which organisation with --organisation: {listed(known)}.")
    return next(iter(chosen), None), len(known) > 1


def _is_there(database: Database, where: Organisation, email: str) -> bool:
    return database.read(where.id, lambda store: store.members.with_email(email)) is not None


def _known(database: Database) -> tuple[Organisation, ...]:
    return database.operate(lambda operator: operator.organisations())


def _chosen(database: Database, organisation: str) -> list[Organisation]:
    known = _known(database)
    chosen = meant(known, organisation)
    if organisation and not chosen:
        raise WrongForm(f"No organisation is called “{organisation}”: {listed(known) or 'none yet'}.")
    return chosen


def expected(database: Database, where: Organisation, platform: str, key: str, now: datetime) -> str:
    """A further workspace of the same organisation: said before it is installed there. Raises NotDone."""
    if not _FORMS[platform].fullmatch(key):
        raise WrongForm(f"“{key}” is no {_CALLED[platform]}.")
    new = database.operate(lambda operator: operator.workspaces.expect(where.id, platform, key, now))
    if not new:
        raise NotDone(_is_known(database, where, platform, key))
    return f"When {key} installs the app, its people join {where.name}."


def _is_known(database: Database, wanted: Organisation, platform: str, key: str) -> str:
    """Whose that workspace is, and what follows from it."""
    known = database.operate(lambda operator: operator.workspaces.one(platform, key))
    if known is None or known.organisation_id == wanted.id:
        is_awaited = known is not None and known.state is WorkspaceState.awaited
        return f"{key} is {'awaited' if is_awaited else 'connected'} already: its people {'join' if is_awaited else 'are in'} {wanted.name}."
    whose = listed([one for one in _known(database) if one.id == known.organisation_id])
    if known.state is WorkspaceState.awaited:
        return f"{key} is awaited for {whose}. Take that back first: followthrough workspace {platform} {key} --organisation {known.organisation_id} --withdraw"
    return (
        f"{key} is {whose}, an organisation of its own since it connected, and stays that: two are never made one."
        " A workspace that is to join another has to be named here before the app is installed there."
    )


def not_expected(database: Database, platform: str, key: str, organisation: str, now: datetime) -> str:
    """Takes that back, while it has not come. Raises NoSuchNote, and NotDone where there is no such organisation."""
    ids = {one.id for one in _chosen(database, organisation)}
    if not database.operate(lambda operator: operator.workspaces.withdraw(platform, key, ids, now)):
        raise NoSuchNote(f"{key} is not awaited: it is unknown, or connected already.")
    return f"{key} is not awaited any more."


def called(database: Database, organisation_id: int, name: str) -> str:
    """The company's name, as it stands in words to a prospect. Raises ValueError for what is none."""
    told = company_called(name)
    if not told:
        raise ValueError(f"A name has 1 to {LONGEST} characters, and letters or figures among them.")

    def work(operator: Operator) -> None:
        operator.rename_organisation(organisation_id, told)
        operator.audit.tell("company", system_clock(), organisation_id=organisation_id)

    database.operate(work)
    said = sayable(told)
    return f"In words to a prospect you are {said}: “This is Tom at {said}.”"


def _promoted(store: Store, email: str, now: datetime) -> str:
    member = store.members.with_email(email)
    if member is None:
        return ""
    store.awaited.withdraw(email)  # they are here
    store.members.overrule(member.id, role=Role.admin.value)
    store.audit.tell("made admin", now, what="member", which=str(member.id))
    for platform in sorted({place.address.platform for place in store.identities.of(member.id)} & _FORMS.keys()):
        greet_admin(store, member.id, platform, now)
    return member.name


def _note(operator: Operator, organisation_id: int | None, email: str, now: datetime) -> None:
    operator.set_meta(awaited_admin(email, organisation_id), email.lower())
    operator.audit.tell("expect admin", now, organisation_id=organisation_id)
