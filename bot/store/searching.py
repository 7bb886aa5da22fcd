"""Deals for somebody who types: what is typed rightly comes first, then what is like it. Only deals of given owners."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from bot.reading.naming.vocabulary import ALIKE, begins_like, fit, fit_whole
from bot.store import typeahead
from bot.store.among import among
from bot.store.names import COLUMNS, PEOPLE, DealName, Names, likeliest_first, with_their_people
from bot.store.room import IN_LIST, MINE, chunks
from bot.store.seeing import WITH_LED, seen_by
from bot.store.tables import contacts, deals, touches
from bot.store.typeahead import Until

_MOST_WORDS = 8
_FEW = 3_000  # deals that are read whole
_AGAIN = 20  # answers after which they are counted again, where they were half as many at most
_MEANT = 100  # of more, those that may be meant by a name
_TRIES = 5  # parts of what is proposed, when few of it may be seen
_LIKEST, _LIKE = 30, 300  # what is read at first, and with what may be needed where few of them may be seen
_Found = dict[int, Row[Any]]


@dataclass(frozen=True)
class _Typist:
    """Who types which words, whose deals they may see, and how many they want."""

    id: int
    owners: frozenset[int]
    words: Sequence[str]
    limit: int


@dataclass(frozen=True)
class Searching(Names):
    def search(
        self, viewer_id: int, words: Iterable[str], limit: int, now: datetime | None = None
    ) -> tuple[DealName, ...] | None:
        """At most `limit` deals that the viewer may see: those in whose names each word stands, then those with words like
        these. Open ones first, of these the viewer's own, the newest contact before the others (features 27). None when
        there is no such viewer. `now`: deals of whom they cover as well."""
        typed = list(dict.fromkeys(words))[:_MOST_WORDS]
        begun = self.ask(_BEGUN, member_id=viewer_id, now=now)
        seen = seen_by(viewer_id, begun)
        if seen is None:
            return None
        if not seen or limit <= 0:
            return ()
        sees_many = self.sees_many(seen)
        if not typed:
            return self._of_many(seen, viewer_id, limit) if sees_many else self.likeliest(seen, viewer_id, limit)
        if not sees_many:
            return self._in_few(seen, viewer_id, typed, limit)
        who = _Typist(viewer_id, seen, typed, limit)
        return self._in_many(who, Until.told_by(begun[0], self.organisation_id))

    def naming(
        self, viewer_id: int, owners: frozenset[int], words: Sequence[str], *, alike: bool
    ) -> tuple[DealName, ...]:
        """`named` for who `sees_many`: the likeliest hundred; `alike`: where no name fits, those with words like these too."""
        typed = list(dict.fromkeys(words))[:_MOST_WORDS]
        until = Until.told_by(self.ask(_BEGUN, member_id=viewer_id)[0], self.organisation_id)
        return self._in_many(_Typist(viewer_id, owners, typed, _MEANT), until, alike=alike)

    def likeliest(self, owners: frozenset[int], viewer_id: int, limit: int) -> tuple[DealName, ...]:
        """Deals of these owners in the same order, whatever they are called."""
        return self._with_people(self._holding(owners, viewer_id, (), limit))

    def _of_many(self, owners: frozenset[int], viewer_id: int, limit: int) -> tuple[DealName, ...]:
        """Without a word, of thousands: the viewer's own alone; who has none is offered what their people have just worked on."""
        own = self.likeliest(frozenset({viewer_id}), viewer_id, limit)
        return own or self._with_people(
            self._these([row.deal_id for row in self.ask(_JUST_NOW)], owners, viewer_id, limit)
        )

    def _in_few(self, owners: frozenset[int], viewer_id: int, words: Sequence[str], limit: int) -> tuple[DealName, ...]:
        found = self._holding(owners, viewer_id, words, limit)
        if words and len(found) < limit:
            known = {row.id for row in found}
            names = self.every_name(owners, viewer_id)
            fits = {
                id_: score for id_, lines in names.items() if (score := fit(words, lines)) >= ALIKE and id_ not in known
            }
            like = sorted(fits, key=lambda id_: -round(fits[id_], 2))[: limit - len(found)]
            rows = {row.id: row for row in self._these(like, owners, viewer_id)} if like else {}
            found = [*found, *(rows[id_] for id_ in like if id_ in rows)]
        return self._with_people(found)

    def _in_many(self, who: _Typist, until: Until, *, alike: bool = True) -> tuple[DealName, ...]:
        held = typeahead.holding(self.connection, until, who.words, _TRIES * IN_LIST)
        found = self._own_of(held, who.id, who.words, who.limit)
        found |= self._seen_of(held, found, who)
        if alike and len(found) < who.limit and not any(fit(who.words, row.found_by) == 1.0 for row in found.values()):
            like = typeahead.like(self.connection, self.organisation_id, who.words, _LIKE)
            found |= self._likest_of(like, found, who)
        return self._with_people(list(found.values())[: who.limit])

    def _holding(self, owners: frozenset[int], viewer_id: int, words: Iterable[str], limit: int) -> Sequence[Row[Any]]:
        chosen = (
            select(*COLUMNS, deals.c.found_by).where(*self.of_them(owners, words)).order_by(*likeliest_first(viewer_id))
        )
        return self.rows(chosen.limit(limit))

    def sees_many(self, owners: frozenset[int]) -> bool:
        """Asked once: who sees thousands does so tomorrow. Of few it holds for some answers: an import may bring thousands,
        and until they are counted again the same is found, only more slowly."""
        many, few = typeahead.counted(self.connection, self.organisation_id)
        if left := few.get(owners, 0):
            few[owners] = left - 1
        elif owners not in many:
            number = self.ask(_SOME, owners=sorted(owners))[0].number
            if number > _FEW:
                many.add(owners)
            elif number <= _FEW // 2:
                few[owners] = _AGAIN
        return owners in many

    def _own_of(self, held: Sequence[int], viewer_id: int, words: Sequence[str], limit: int) -> _Found:
        """The viewer's own, where so much is held that they could be passed over."""
        own = frozenset({viewer_id})
        if len(held) <= IN_LIST or self.sees_many(own):
            return {}
        return {row.id: row for row in self._holding(own, viewer_id, words, limit)}

    def _seen_of(self, proposed: Sequence[int], found: _Found, who: _Typist) -> _Found:
        """Of what is proposed, what may be seen: the likeliest first, as far as is needed."""
        seen: _Found = {}
        for part in _parts(proposed, found, IN_LIST):
            if len(found) + len(seen) >= who.limit:
                break
            rows = self._these(part, who.owners, who.id, 2 * who.limit)  # a few of them may have been taken back since
            seen |= {row.id: row for row in rows if all(word in row.found_by for word in who.words)}
        return seen

    def _likest_of(self, proposed: Sequence[int], found: _Found, who: _Typist) -> _Found:
        """The same by how well the names fit as they now are. What comes behind enough that may be seen is less like it."""
        seen: _Found = {}
        fits: dict[int, float] = {}
        left = [id_ for id_ in proposed if id_ not in found]
        for part in filter(None, (left[:_LIKEST], left[_LIKEST:])):
            for row in self._these(part, who.owners, who.id):
                fits[row.id], seen[row.id] = max(fit(who.words, row.found_by), fit_whole(who.words, row.found_by)), row
            if len(seen) >= who.limit:
                break
        enough = {id_: begins_like(who.words, seen[id_].found_by) for id_, score in fits.items() if score >= ALIKE}
        likest = sorted(enough, key=lambda id_: (-round(fits[id_], 2), -enough[id_]))
        return {id_: seen[id_] for id_ in likest}

    def _these(
        self, these: Sequence[int], owners: frozenset[int], viewer_id: int, most: int = IN_LIST
    ) -> Sequence[Row[Any]]:
        """Of these deals those that one of `owners` has, the likeliest first."""
        return self.ask(_THESE, these=these, owners=sorted(owners), viewer=viewer_id, most=most)

    def _with_people(self, rows: Sequence[Row[Any]]) -> tuple[DealName, ...]:
        people = self.ask(_PEOPLE_OF, these=[row.id for row in rows]) if rows else ()
        return with_their_people(rows, sorted(people, key=lambda person: person.id))


_BEGUN = WITH_LED.add_columns(
    *typeahead.HOW_FAR
)  # whose deals may be seen, and how far the record goes: one way to a server
_SOME = select(func.count().label("number")).select_from(
    select(deals.c.id).where(deals.c.organisation_id == MINE, among(deals.c.owner_id, "owners")).limit(_FEW + 1).subquery()
)  # fmt: skip
# "+ 0" and no order of contacts: SQLite would else go through all that an owner, or the organisation, has for a few ids.
_THESE = (
    select(*COLUMNS, deals.c.found_by)
    .where(deals.c.organisation_id == MINE, among(deals.c.id, "these"), deals.c.hidden.is_(False))
    .where(among(deals.c.owner_id + 0, "owners"))
    .order_by(*likeliest_first(bindparam("viewer")))
    .limit(bindparam("most"))
)
_JUST_NOW = (
    select(touches.c.deal_id).where(touches.c.organisation_id == MINE).order_by(touches.c.id.desc()).limit(IN_LIST)
)
_PEOPLE_OF = PEOPLE.where(contacts.c.organisation_id == MINE, among(contacts.c.deal_id, "these"))


def _parts(proposed: Sequence[int], found: _Found, size: int) -> list[list[int]]:
    return list(chunks([id_ for id_ in proposed[: _TRIES * size] if id_ not in found], size))
