"""What deals are called: found while somebody types, and found when a message names one. Only deals of given owners.

`deals.found_by` holds a deal's names without case, accents and punctuation (bot.reading.names.found_by), derived.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    literal_column,
    or_,
    select,
)

from bot.model import OPEN_STATES, Deal, DealState
from bot.store.among import among, one_of
from bot.store.room import MINE, UNDONE, Room, act_of
from bot.store.tables import acts, contacts, deals

_MOST_WORDS = 8
_ESCAPE = "/"
_LONGEST_WORD = 60  # a beginning finds no less than the whole; a pattern has a limit in SQLite


@dataclass(frozen=True)
class DealName:
    """What a deal can be recognised by."""

    id: int
    company: str
    title: str
    owner_id: int
    stage: str
    state: DealState
    last_contact_on: date | None
    source: str
    external_id: str
    contacts: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    deal: Deal | None = None  # where it was looked up by its words

    @property
    def full_label(self) -> str:
        return f"{self.company}, {self.title}" if self.company and self.title else self.company or self.title


COLUMNS = (
    deals.c.id, deals.c.company, deals.c.title, deals.c.owner_id, deals.c.stage, deals.c.state,
    deals.c.last_contact_on, deals.c.source, deals.c.external_id, deals.c.former_names, deals.c.aliases,
)  # fmt: skip


PEOPLE = (
    select(contacts.c.id, contacts.c.deal_id, contacts.c.name.label("person"))
    .join(acts, act_of(contacts))
    .where(acts.c.undone_at.is_(None))
)


@dataclass(frozen=True)
class Names(Room):
    def named(self, owners: frozenset[int], words: Iterable[str] = ()) -> tuple[DealName, ...]:
        """Every deal of these owners in whose names each of the words occurs, the oldest first; by words, with the deal."""
        said = _looked_for(words)
        rows = self.ask(_holding(len(said)), owners=sorted(owners), **said)
        names = _with_people_beside(rows)
        if not said:
            return names
        found = {row.id: row for row in rows}
        return tuple(replace(name, deal=deal_from(found[name.id])) for name in names)

    def some_named(self, owners: frozenset[int], ids: Sequence[int]) -> dict[int, DealName]:
        """These few deals by id, as far as one of `owners` has them."""
        rows = self.ask(_SOME, owners=sorted(owners), these=[*ids])
        return {name.id: name for name in _with_people_beside(rows)}

    def every_name(self, owners: frozenset[int], viewer_id: int) -> dict[int, str]:
        """What each deal is found by (bot.reading.names.found_by), the likeliest first: for typing errors."""
        chosen = select(deals.c.id, deals.c.found_by).where(*self.of_them(owners)).order_by(*likeliest_first(viewer_id))
        return {row.id: row.found_by for row in self.rows(chosen)}

    def has_any(self, owners: frozenset[int]) -> bool:
        return bool(self.rows(select(deals.c.id).where(*self.of_them(owners)).limit(1)))

    def of_them(self, owners: frozenset[int], words: Iterable[str] = ()) -> tuple[ColumnElement[bool], ...]:
        holds = (deals.c.found_by.contains(word, escape=_ESCAPE) for word in _looked_for(words).values())
        return self.mine(deals), one_of(deals.c.owner_id, owners), deals.c.hidden.is_(False), *holds


# What never changes is no parameter: each is sent each time.
_FIRST: ColumnElement[int] = literal_column("0")
_LAST: ColumnElement[int] = literal_column("1")


def likeliest_first(viewer_id: int | BindParameter[int]) -> tuple[ColumnElement[Any], ...]:
    """Open deals, of these the viewer's own, the newest contact before the others."""
    is_open = or_(*(deals.c.state == literal_column(f"'{state}'") for state in sorted(OPEN_STATES)))
    is_closed = case((is_open, _FIRST), else_=_LAST)
    is_foreign = case((deals.c.owner_id == viewer_id, _FIRST), else_=_LAST)
    return is_closed, is_foreign, deals.c.last_contact_on.is_(None), deals.c.last_contact_on.desc(), deals.c.id.desc()


def _looked_for(words: Iterable[str]) -> dict[str, str]:
    """What a deal's names have to hold, by the name of each in a statement."""
    said = dict.fromkeys(word[:_LONGEST_WORD] for word in islice(words, _MOST_WORDS))
    literal = (re.sub(f"[%_{_ESCAPE}]", rf"{_ESCAPE}\g<0>", word) for word in said)
    return {f"word_{number}": word for number, word in enumerate(literal)}


@cache
def _holding(count: int) -> Select[Any]:
    """Names of deals that hold that many words. Its value may not stand alone behind LIKE: SQLite plans anew for each there."""
    holds = (deals.c.found_by.contains(bindparam(f"word_{number}"), escape=_ESCAPE) for number in range(count))
    return _beside_people(deals.c if count else COLUMNS, among(deals.c.owner_id, "owners"), *holds)


def _beside_people(columns: Iterable[Column[Any]], *conditions: ColumnElement[bool]) -> Select[Any]:
    """A row for each contact of such deals, or one without any."""
    mine = (deals.c.organisation_id == MINE, deals.c.hidden.is_(False))
    # Each deal's own, by their index: a subquery of all contacts SQLite reads from end to end for each of the deals.
    of_it = (contacts.c.organisation_id == MINE, contacts.c.deal_id == deals.c.id, contacts.c.act_id.not_in(UNDONE))
    named = select(*columns, contacts.c.deal_id, contacts.c.name.label("person"))
    with_people = named.outerjoin_from(deals, contacts, and_(*of_it))
    # "+ 0": SQLite would else go through the organisation's deals in their order, and not through those that are asked for.
    return with_people.where(*mine, *conditions).order_by(deals.c.id + _FIRST, contacts.c.id)


_SOME = _beside_people(COLUMNS, among(deals.c.id, "these"), among(deals.c.owner_id + _FIRST, "owners"))


def _with_people_beside(rows: Sequence[Row[Any]]) -> tuple[DealName, ...]:
    return with_their_people({row.id: row for row in rows}.values(), (row for row in rows if row.person))


def with_their_people(rows: Iterable[Row[Any]], contacts_of_them: Iterable[Row[Any]]) -> tuple[DealName, ...]:
    people: dict[int, list[str]] = defaultdict(list)
    for row in contacts_of_them:
        people[row.deal_id].append(row.person)
    return tuple(_name(row, people[row.id]) for row in rows)


AS_DEAL = tuple(deals.c[field.name] for field in fields(Deal))


def deal_of(row: Any) -> Deal:
    """Of a row of `AS_DEAL`: many are read at once, and each column by its name costs as much as the rest."""
    *plain, former_names, aliases = row
    texts: Any = (tuple(former_names.splitlines()), tuple(aliases.splitlines()))
    return Deal(*plain, *texts)


def deal_from(row: Row[Any]) -> Deal:
    """Of a row that has all columns of a deal, and more."""
    return Deal(
        id=row.id, company=row.company, title=row.title, owner_id=row.owner_id, stage=row.stage, value=row.value,
        currency=row.currency, closes_on=row.closes_on, source=row.source, external_id=row.external_id,
        crm_next_step=row.crm_next_step, crm_contact_on=row.crm_contact_on, created_on=row.created_on,
        former_names=tuple(row.former_names.splitlines()), aliases=tuple(row.aliases.splitlines()),
    )  # fmt: skip


def _name(row: Row[Any], people: Sequence[str]) -> DealName:
    return DealName(
        row.id, row.company, row.title, row.owner_id, row.stage, DealState(row.state), row.last_contact_on,
        row.source, row.external_id, tuple(people), tuple(row.former_names.splitlines()),
        tuple(row.aliases.splitlines()),
    )  # fmt: skip
