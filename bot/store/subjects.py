"""Who is meant by an operator's word, and every row that is about them: a member, or a contact of a customer.

What is about them is found in all tables by one way, so that a column that comes later is not forgotten.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import select, union_all

from bot.reading.naming.namekeys import company_key, key, person_key, turned
from bot.reading.naming.quoted import Words
from bot.reading.naming.subjects import FEWEST_DIGITS, Finder, digits
from bot.store.about import About, Person, about
from bot.store.awaited import Awaited
from bot.store.everything import OWNED, Everything, words_in
from bot.store.own_names import Owning
from bot.store.room import Room, chunks
from bot.store.tables import RECORDED, commitments, contacts, deals, members, meta, touches
from bot.store.told_of import Others, Told

_NAMED_IN = (contacts.c.name, touches.c.contact, commitments.c.contact)
_A_PART = 3  # letters of a name
_ONE_NAME = 1


class Known(NamedTuple):
    """Somebody at a customer, as they are called on one deal."""

    deal_id: int
    company: str
    name: str


class Colleague(NamedTuple):
    """A member, by the number that no other has."""

    id: int
    name: str
    email: str


@dataclass(frozen=True)
class _Naming:
    """What a person is called, in full and word by word, and rung at."""

    full: tuple[str, ...]
    words: frozenset[str]
    numbers: tuple[str, ...]
    addresses: tuple[str, ...] = ()  # as keys, and never turned round

    def resembles(self, address: str) -> bool:
        """ "q.marsh77@acme.example" has a part of the name Quillon Marsh."""
        local = address.partition("@")[0].lower()
        return any(len(word) >= _A_PART and word in local for word in self.words)

    def among(self, others: Collection[str]) -> Finder:
        """A word that others bear too says nothing alone; their names stay whole, also one that is this one turned round."""
        ways = {turned(name) for name in self.full}
        shared = tuple(sorted(other for other in others if other in ways or self.words & set(other.split())))
        taken = {word for other in shared for word in other.split()}
        names = {name for name in self.full if len(name.split()) > _ONE_NAME}.difference(shared)
        whole = names | {turned(name) for name in names if name.count(" ") > 1} | {*self.addresses}
        return Finder(tuple(sorted(whole.difference(shared))), tuple(sorted(self.words - taken)), self.numbers, shared)


@dataclass(frozen=True)
class Subjects(Room):
    def known(self) -> list[Known]:
        """Everybody at a customer, on each deal."""
        named = union_all(*(
            select(c.table.c.deal_id, c.label("name")).where(self.mine(c.table), c != "").distinct() for c in _NAMED_IN
        )).subquery()  # fmt: skip
        asked = select(named.c.deal_id, deals.c.company, deals.c.title, named.c.name).join(
            deals, deals.c.id == named.c.deal_id
        )
        rows = self.connection.execute(asked.where(self.mine(deals)).distinct())
        return [Known(row.deal_id, row.company or row.title, row.name) for row in rows]

    def called(self, said: str, known: Sequence[Known]) -> list[Known]:
        return [one for one in known if person_key(one.name) == person_key(said) != ""]

    def colleagues(self, said: str) -> list[Colleague]:
        """Every member who may be meant by a name, an address or their number. Whoever became another member is that one."""
        staff = {row.id: row for row in self._staff()}
        ids = {row.joined_into_id or row.id for row in staff.values() if _is_meant(row, said)}
        return [Colleague(id_, staff[id_].name, staff[id_].email) for id_ in sorted(ids)]

    def everybody(self) -> list[Colleague]:
        return [Colleague(row.id, row.name, row.email) for row in self._staff() if row.joined_into_id is None]

    def written(self, keys: Collection[str]) -> list[str]:
        """Names of members, contacts and companies as they are written, by their keys."""
        companies = self.rows(select(deals.c.company).where(self.mine(deals)).distinct())
        names = [*(row.company for row in companies), *(one.name for one in self.known())]
        written = {key(name): name for name in [*names, *(row.name for row in self._staff())]}
        return sorted(written.get(one, one) for one in keys)

    def person(self, said: str, at: Collection[str] = ()) -> Person:
        """Whoever is called that, or has that address or number; `at`: at these companies alone."""
        places, ids = {company_key(company) for company in at}, {one.id for one in self.colleagues(said)}
        own = [] if at else self._rows_of(ids)
        known = self.known()
        named = [one for one in self.called(said, known) if not at or company_key(one.company) in places]
        return self._person(said, own, _theirs(known, named), is_anywhere=not at)

    def member(self, member_id: int) -> Person:
        """A member, and nobody else of that name. Whom a note has as spoken with is they, but for somebody with a telephone or words of their own."""
        own, known = self._rows_of({member_id}), self.known()
        called = [one for one in self.called(own[0].name, known) if not self._is_somebody(one)]
        return self._person(own[0].name, own, _theirs(known, called), is_anywhere=True)

    def _is_somebody(self, one: Known) -> bool:
        theirs = (self.mine(touches), touches.c.deal_id == one.deal_id, touches.c.contact == one.name)
        spoke = select(touches.c.id).where(*theirs, touches.c.said != "").limit(1)
        return bool(self._phones([one])) or self.connection.execute(spoke).first() is not None

    def _rows_of(self, ids: Collection[int]) -> list[Any]:
        """Also what they were before they became one."""
        return [row for row in self._staff() if {row.id, row.joined_into_id} & {*ids}]

    def _staff(self) -> Sequence[Any]:
        return self.rows(select(members).where(self.mine(members)))

    def _person(self, said: str, own: Sequence[Any], theirs: list[Known], *, is_anywhere: bool) -> Person:
        known, deal_ids = self.known(), frozenset(one.deal_id for one in theirs)
        names = frozenset({key(said), person_key(said), *(key(one.name) for one in theirs)} - {""})
        sole = frozenset(i for i in deal_ids if not any(o.deal_id == i and o not in theirs for o in known))
        met = Person(names, Finder(), Finder(), deal_ids=deal_ids, sole=sole)
        told = Told(self.connection, self.organisation_id).of(met, self._ours(known, theirs, own))
        naming = self._naming(said, own, theirs)
        # An address in a note that has nothing of their name, or a number, is no sure sign: elsewhere it may be somebody else's.
        resembling = sorted(map(key, filter(naming.resembles, told.addresses)))
        naming = replace(naming, addresses=(*naming.addresses, *resembling))
        near = replace(
            naming,
            addresses=(*naming.addresses, *sorted(map(key, told.addresses))),
            numbers=tuple(sorted({*naming.numbers, *told.numbers})),
        )
        staff = {key(row.name) for row in self._staff() if row not in own}
        others = [*staff, *self._companies(naming)]
        here = {*others, *(key(one.name) for one in known if one.deal_id in deal_ids and one not in theirs)}
        anywhere = {*others, *(key(one.name) for one in known if one not in theirs)}
        return replace(
            met,
            everywhere=naming.among(anywhere).cautious() if is_anywhere else Finder(),
            nearby=near.among(here),
            member_ids=frozenset(row.id for row in own),
            act_ids=self._acts_on(deal_ids),
            labels=self._labels(deal_ids),
            companies=tuple(sorted({one.company for one in theirs})),
            words=Words(told.said),
            own_names=Owning(self.connection, self.organisation_id).names(own, staff, anywhere),
        )

    def _naming(self, said: str, own: Sequence[Any], theirs: list[Known]) -> _Naming:
        numbers = self._phones(theirs) | {digits(row.phone) for row in own} - {""}
        numbers |= {digits(said)} if key(said).replace(" ", "").isdecimal() else set()  # a number is looked for as one
        called = [*(one.name for one in theirs), *(row.name for row in own)]
        meant = [one.name for one in self.called(said, theirs)]
        full = [*([] if "@" in said else [said, person_key(said)]), *meant, *(row.name for row in own)]
        addresses = [*(row.email for row in own), *([said] if "@" in said else [])]
        return _Naming(
            tuple(dict.fromkeys(key(name) for name in full if key(name))),
            frozenset(word for text in called for word in key(text).split()),
            tuple(sorted(numbers)),
            tuple(sorted({key(address) for address in addresses} - {""})),
        )

    def about(self, person: Person) -> Iterator[About]:
        """Every row that is about them, read through once."""
        for table in OWNED:
            columns = words_in(table)
            if not columns and not person.member_ids:
                continue  # numbers alone, and none of them theirs
            for row in Everything(self.connection, self.organisation_id).rows_of(table):
                found = about(person, table, row, columns)
                if found:
                    yield found
        for note in Awaited(self.connection, frozenset({self.organisation_id})).notes():
            if person.everywhere.holds(note.value):
                yield About(meta, {"id": 0, "key": note.key, "value": note.value}, {}, is_gone=True)

    def _ours(self, known: Sequence[Known], theirs: list[Known], own: Sequence[Any]) -> Others:
        """By what whoever else is known is called, written to and rung at."""
        staff = [row for row in self._staff() if row not in own]
        others, deal_ids = [one for one in known if one not in theirs], {one.deal_id for one in theirs}
        names = {key(one.name) for one in others if one.deal_id in deal_ids} | {key(row.name) for row in staff} - {""}
        parts = {word for name in names for word in name.split()} - {w for one in theirs for w in key(one.name).split()}
        return Others(
            Finder(tuple(sorted(names)), tuple(sorted(parts))),
            frozenset(key(row.email) for row in staff if row.email),
            frozenset(digits(row.phone) for row in staff if row.phone) | frozenset(self._phones(others)),
        )

    def _phones(self, theirs: Iterable[Known]) -> set[str]:
        """Digits of their numbers."""
        names = defaultdict(set)
        for one in theirs:
            names[one.deal_id].add(one.name)
        found: set[str] = set()
        for ids in chunks(names):
            asked = select(contacts).where(self.mine(contacts), contacts.c.deal_id.in_(ids), contacts.c.phone != "")
            found |= {digits(row.phone) for row in self.rows(asked) if row.name in names[row.deal_id]}
        return found - {""}

    def _companies(self, naming: "_Naming") -> list[str]:
        """Names of companies that hold a word of theirs, though not all of them: "Bosch" is no Mr Bosch."""
        asked = select(deals.c.company).where(self.mine(deals)).distinct()
        names = (key(row.company) for row in self.rows(asked))
        return [name for name in names if naming.words & set(name.split()) and not naming.words <= set(name.split())]

    def _acts_on(self, deal_ids: Collection[int]) -> frozenset[int]:
        found: set[int] = set()
        for ids in chunks(sorted(deal_ids)):
            asked = union_all(*(select(t.c.act_id).where(self.mine(t), t.c.deal_id.in_(ids)) for t in RECORDED))
            found |= {row.act_id for row in self.connection.execute(asked)}
        return frozenset(found)

    def _labels(self, deal_ids: Collection[int]) -> Finder:
        found: set[str] = set()
        for ids in chunks(sorted(deal_ids)):
            columns = (deals.c.company, deals.c.title, deals.c.former_names)
            for row in self.rows(select(*columns).where(self.mine(deals), deals.c.id.in_(ids))):
                names = (row.company, row.title, *row.former_names.splitlines())
                found |= {company_key(name) for name in names if name}
        return Finder(whole=tuple(sorted(found)))


def is_number(said: str) -> bool:
    """Of a member: more digits are a telephone."""
    return said.isascii() and said.isdecimal() and len(said) < FEWEST_DIGITS


def _is_meant(row: Any, said: str) -> bool:
    if is_number(said):
        return str(row.id) == said
    return bool(key(said)) and (
        person_key(said) == person_key(row.name) or key(said) in {key(row.name), key(row.email)}
    )


def _theirs(known: Sequence[Known], named: Sequence[Known]) -> list[Known]:
    """On the deals where they are named in full, also what they are called in short: "Dana" beside "Dana Reyes"."""
    full = {(one.deal_id, frozenset(key(one.name).split())) for one in named}
    return [
        one
        for one in known
        if one in named or any(one.deal_id == id_ and set() < {*key(one.name).split()} < words for id_, words in full)
    ]
