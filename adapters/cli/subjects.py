"""Whom an operator's command is about: one person, or a sentence that says what else has to be told."""

import click

from adapters.cli.opening import WRONG, Refusal
from bot.reading.namekeys import company_key, key
from bot.store import Person, Store

at_option = click.option(
    "--at", multiple=True, metavar="COMPANY", help="Whose contact it is, where several are called so."
)
everywhere_option = click.option("--everywhere", is_flag=True, help="It is one person at all these companies.")
_SHOWN = 8


def named(store: Store, said: str, at: tuple[str, ...], *, everywhere: bool) -> Person:
    """Raises Refusal when several people may be meant, or a company has nobody of that name."""
    known = store.subjects.known()
    there = sorted({one.company for one in store.subjects.called(said, known)})
    missing = [company for company in at if company_key(company) not in {company_key(name) for name in there}]
    if missing:
        raise Refusal(f"Nobody is called “{said}” at {missing[0]}. {_called_at(there)}", WRONG)
    if len(there) > 1 and not at and not everywhere:
        raise Refusal(f"Several may be meant. {_called_at(there)} Say whose contact with --at, or --everywhere.", WRONG)
    return store.subjects.person(said, at)


def alike(store: Store, said: str) -> str:
    """Who else may have been meant, where nothing was found; empty for nobody."""
    words = set(key(said).split())
    found = {one for one in store.subjects.known() if words & set(key(one.name).split())}
    return _listed(sorted({f"{one.name} at {one.company}" for one in found})) if found else ""


def _called_at(companies: list[str]) -> str:
    return f"There is one at {_listed(companies)}." if companies else "No contact is called that."


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"
