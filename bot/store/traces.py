"""By what a copy of this database from before knows whoever is erased: traces, of which nothing but hashes is ever kept.

A trace is a name or an address wherever it stands, a name at a company or on a deal, a telephone by its digits, or an
account on a platform. A company or a member may have had another name then: deals and accounts keep their numbers.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import select

from bot.reading.naming.namekeys import company_key, key, person_key, turned
from bot.reading.naming.subjects import FEWEST_DIGITS, addresses_in, called, numbers_in
from bot.store.about import About, Person, strings
from bot.store.awaited import Awaited
from bot.store.everything import OWNED, Everything, words_in
from bot.store.room import Room
from bot.store.subjects import Subjects, is_number
from bot.store.tables import identities, members


class Meant(NamedTuple):
    """Whom a trace means in this database: a member, or who is called so, at a company or anywhere."""

    member_id: int = 0
    said: str = ""
    company: str = ""


@dataclass(frozen=True)
class Traces(Room):
    def of(self, person: Person, said: str, at: Collection[str]) -> frozenset[str]:
        """Before anything is erased: all by which an older copy may name them, unless it is somebody else's too."""
        found = self._on_their_deals(person) | {_account(row) for row in self._accounts() if _is_of(person, row)}
        found |= {_number(each) for each in person.everywhere.numbers if len(each) >= FEWEST_DIGITS}
        found |= {_member(id_, name) for id_, name in self._named_members() if id_ in person.member_ids}
        if at:
            found |= self._at(person, self._ways(person, said), at)
        elif not is_number(said):  # which stands in any text
            found |= {_name(each) for each in self._ways(person, said)}
        return frozenset(found | {_name(each) for each in self._spellings(person) - self._others(person) - {""}})

    def met(self) -> Iterator[tuple[str, Meant]]:
        """Every trace of everybody and everything that is named in this database."""
        for row in self._accounts():
            yield _account(row), Meant(row.member_id)
        for id_, name in self._named_members():
            yield _member(id_, name), Meant(id_)
        for one in self._subjects.known():
            said, company = person_key(one.name), company_key(one.company)
            for name in {key(one.name), said}:
                yield _name(name), Meant(said=said)
                yield _name(name, company), Meant(said=said, company=company)
                yield _name(name, f"#{one.deal_id}"), Meant(said=said, company=company)
        for text in self._texts():
            for name in (*called(text), *map(key, addresses_in(text))):
                yield _name(name), Meant(said=name)
            for number in numbers_in(text):
                yield _number(number), Meant(said=number)

    def _on_their_deals(self, person: Person) -> set[str]:
        return {_name(name, f"#{deal_id}") for name in person.names for deal_id in person.deal_ids}

    def _ways(self, person: Person, said: str) -> frozenset[str]:
        """As the name may be written in an older copy, unless somebody else is called so."""
        names = (key(said), person_key(said))
        found = {*names, *(turned(name) for name in names if "@" not in said)} - {""}
        known = {key(one.name) for one in self._subjects.known()} - person.names
        staff = {key(row.name) for row in self._staff() if row.id not in person.member_ids}
        return frozenset(found - (known | staff) | {key(said)})

    def _at(self, person: Person, names: frozenset[str], at: Collection[str]) -> set[str]:
        """At what these companies are called, and were; a former name may be that of another by now."""
        elsewhere = {
            company_key(one.company)
            for one in self._subjects.known()
            if one.deal_id not in person.deal_ids and key(one.name) in names
        }
        companies = {company_key(company) for company in at} | {*person.labels.whole} - elsewhere
        return {_name(name, company) for name in names for company in companies}

    def _spellings(self, person: Person) -> set[str]:
        """What a member is called, and what they are written to, wherever it stands."""
        own = {key(text) for row in self._staff() if row.id in person.member_ids for text in (row.name, row.email)}
        found = {address for one in self._subjects.about(person) for address in _addresses(one)}
        written = {key(address) for address in found if person.everywhere.holds(address)}
        return own | written

    def _others(self, person: Person) -> set[str]:
        staff = {key(t) for row in self._staff() if row.id not in person.member_ids for t in (row.name, row.email)}
        return staff | {key(one.name) for one in self._subjects.known() if one.deal_id not in person.deal_ids}

    def _texts(self) -> Iterator[str]:
        """All that anybody wrote."""
        yield from Awaited(self.connection, frozenset({self.organisation_id})).emails()
        for table in OWNED:
            columns = words_in(table)
            for row in Everything(self.connection, self.organisation_id).rows_of(table) if columns else ():
                for column in columns:
                    yield from strings(row[column])

    def _named_members(self) -> Iterator[tuple[int, str]]:
        return ((row.id, name) for row in self._staff() for name in [key(row.name)] if name)

    def _staff(self) -> Collection[Any]:
        return self.rows(select(members).where(self.mine(members)))

    def _accounts(self) -> Collection[Any]:
        return self.rows(select(identities).where(self.mine(identities)))

    @property
    def _subjects(self) -> Subjects:
        return Subjects(self.connection, self.organisation_id)


def _addresses(one: About) -> set[str]:
    """Those that are taken out of a row."""
    return {
        address
        for column, new in one.becomes.items()
        for text in strings(one.row[column])
        for address in addresses_in(text)
        if not any(address in left for left in strings(new))
    }


def _is_of(person: Person, row: Any) -> bool:
    return row.member_id in person.member_ids


def _name(name: str, where: str = "") -> str:
    """No key holds any of the signs that tell traces apart."""
    return f"{name}|{where}"


def _member(id_: int, name: str) -> str:
    """Of two who are called alike, this one."""
    return _name(name, f"@{id_}")


def _number(digits: str) -> str:
    return f"+{digits}|"


def _account(row: Any) -> str:
    return f"@{row.platform}/{row.workspace}/{row.user}"
