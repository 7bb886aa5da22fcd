"""Where somebody is written to and rung at, and what they said: as reps typed it into what is recorded of talks with them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from bot.reading.naming.namekeys import key
from bot.reading.naming.reachable import telephones_in
from bot.reading.naming.subjects import Finder, addresses_in
from bot.store.about import Person, is_with
from bot.store.everything import Row, words_in
from bot.store.room import Room, chunks
from bot.store.tables import commitments, touches


class Others(NamedTuple):
    """Whoever else is known: `named` finds them in a text, and what they are written to and rung at is theirs."""

    named: Finder
    addresses: frozenset[str]
    numbers: frozenset[str]


class TheirOwn(NamedTuple):
    addresses: frozenset[str]
    numbers: frozenset[str]
    said: frozenset[str]


_OF_NOBODY = frozenset(
    "info sales office support contact hello team mail post accounts accounting billing invoices orders service help admin".split()
)


@dataclass(frozen=True)
class Told(Room):
    def of(self, person: Person, others: Others) -> TheirOwn:
        """An address or a number of a talk with them is theirs, unless somebody else is named beside it."""
        rows = list(self._talks(person))
        texts = [text for row, columns in rows for column in columns if (text := row[column])]
        alone = [text for text in texts if not others.named.holds(text)]
        addresses = {one for text in alone for one in addresses_in(text) if not _is_somebody_elses(one, others)}
        numbers = {one for text in alone for one in telephones_in(text)} - others.numbers
        said = frozenset(row["said"] for row, _ in rows if row.get("said"))
        return TheirOwn(frozenset(addresses), frozenset(numbers), said - self._said_by_others(person, said))

    def _said_by_others(self, person: Person, said: Collection[str]) -> set[str]:
        """ "no budget this year" is said by many."""
        found: set[str] = set()
        for some in chunks(sorted(said)):
            asked = select(touches).where(self.mine(touches), touches.c.said.in_(some))
            rows = (dict(row._mapping) for row in self.rows(asked))  # noqa: SLF001 - as below
            found |= {row["said"] for row in rows if not is_with(person, row)}
        return found

    def _talks(self, person: Person) -> Iterator[tuple[Row, tuple[str, ...]]]:
        for table in (touches, commitments):
            for ids in chunks(sorted(person.deal_ids)):
                found = self.rows(select(table).where(self.mine(table), table.c.deal_id.in_(ids)))
                rows = (dict(row._mapping) for row in found)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
                yield from ((row, words_in(table)) for row in rows if is_with(person, row))


def _is_somebody_elses(address: str, others: Others) -> bool:
    """Or of no person at all: info@ is a company's."""
    return key(address) in others.addresses or address.partition("@")[0].lower() in _OF_NOBODY
