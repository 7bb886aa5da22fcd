"""Whom an operator's command is about: one person, or a sentence that says what else has to be told."""

from collections.abc import Iterable, Sequence

import click

from adapters.cli.opening import FAILED, WRONG, Refusal
from bot.reading.naming.lookalikes import alphabet, foreign, looks
from bot.reading.naming.namekeys import company_key, key, person_key, read_turned
from bot.store import Colleague, Known, Person, Store

at_option = click.option(
    "--at", multiple=True, metavar="COMPANY", help="Whose contact it is, where several are called so."
)
everywhere_option = click.option("--everywhere", is_flag=True, help="They are one person, wherever the name stands.")
SUBJECT = "EMAIL|NAME|NUMBER"
_SHOWN = 8


def named(store: Store, said: str, at: tuple[str, ...], *, everywhere: bool) -> Person:
    """Raises Refusal when several people may be meant, or a company has nobody of that name: nothing is kept then."""
    if not key(said):
        raise Refusal(f"“{said}” names nobody. Write a name, an e-mail address or a number.", WRONG)
    known = store.subjects.known()
    said = _as_called(store, said, known)
    there = sorted({one.company for one in store.subjects.called(said, known)})
    missing = [company for company in at if company_key(company) not in {company_key(name) for name in there}]
    if missing:
        others = f" {_called_at(there)}" if there else alike(store, said)
        raise Refusal(f"Nothing is kept about “{said}” at {missing[0]}.{others}", FAILED)
    if not at:
        _refuse_several(store.subjects.colleagues(said), there, everywhere=everywhere)
    return store.subjects.person(said, at)


def _as_called(store: Store, said: str, known: Sequence[Known]) -> str:
    """ "reyes dana" is Dana Reyes where nobody is called as it was typed."""
    ways = filter(None, (said, read_turned(person_key(said))))
    return next((way for way in ways if store.subjects.called(way, known) or store.subjects.colleagues(way)), said)


def _refuse_several(members: Sequence[Colleague], there: list[str], *, everywhere: bool) -> None:
    """Two members are never one person: each has a number. A contact may be the same as another, or as a member."""
    if len(members) > 1:
        raise Refusal(
            f"Several may be meant: {several(members)}. Say which by e-mail address or number: --subject {members[0].id}",
            WRONG,
        )
    if everywhere or len(there) + len(members) < 2:  # noqa: PLR2004 - several
        return
    if members:
        raise Refusal(
            f"Several may be meant. There is a member, {several(members)}, and a contact at {_listed(there)}. Say"
            f" --subject {members[0].id} for the member, --at for the contact, or --everywhere where they are one person.",
            WRONG,
        )
    raise Refusal(f"Several may be meant. {_called_at(there)} Say whose contact with --at, or --everywhere.", WRONG)


def alike(store: Store, said: str) -> str:
    """Who else may have been meant, where nothing was found, as a sentence behind it; empty for nobody."""
    members = like(said, store.subjects.everybody())
    found = {f"{one.name} at {one.company}" for one in store.subjects.known() if _is_like(said, one.name)}
    told = [*([members] if members else []), *([_listed(sorted(found))] if found else [])]
    names = [*(one.name for one in store.subjects.everybody()), *(one.name for one in store.subjects.known())]
    return f" There is {', '.join(told)}.{_other_letters(said, names)}" if told else ""


def _other_letters(said: str, names: Iterable[str]) -> str:
    """Two names that look the same are told apart by nobody who only reads them."""
    for name in names:
        for one, other, whose in ((name, said, "That"), (said, name, "What you typed")):
            if letter := foreign(one, other):
                return f" {whose} has a {alphabet(letter)} “{letter}”: it only looks the same. Copy the name from here."
    return ""


def like(said: str, members: Iterable[Colleague]) -> str:
    """Members who may be meant; empty for nobody."""
    return _listed([f"{one.name}, member {one.id}" for one in members if _is_like(said, one.name)])


def _is_like(said: str, name: str) -> bool:
    """By the first word: whoever types a name in full means nobody who shares the family's alone."""
    return bool(set(looks(said).split()[:1]) & set(looks(name).split()))


def several(members: Iterable[Colleague]) -> str:
    return _listed([f"{one.id} {one.email or 'without an e-mail address'}" for one in members])


def _called_at(companies: list[str]) -> str:
    return f"There is one at {_listed(companies)}."


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"
