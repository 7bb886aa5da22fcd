"""Taking a person out of the record: the one thing that edits what was recorded. What cannot go is left without a name."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, update

from bot.model import former_name
from bot.reading.naming.namekeys import key
from bot.reading.naming.reachable import may_reach
from bot.store.about import FORGOTTEN, About, Person, counted, strings
from bot.store.audit import Audit
from bot.store.chosen import Chosen
from bot.store.everything import words_in
from bot.store.refreshing import Refreshing
from bot.store.room import Room
from bot.store.sending import WITHDRAW
from bot.store.subjects import Subjects
from bot.store.tables import acts, deals, member_changes, members, meta, outbox, touches

_OUTSIDE = ("slack", "teams")
_ARRIVED = ("sent", "unknown")
_LIST = "erased:"  # the keys of what was erased in this database


@dataclass(frozen=True)
class Message:
    """A message on a platform in which they are named. `ref`: how the platform calls it; empty when it never said."""

    platform: str
    workspace: str
    user: str
    at: datetime
    ref: str


class Unsure(NamedTuple):
    """A row for somebody to look at: what is left in it may be theirs, and nothing tells."""

    table: str
    id: int
    deal_id: int


@dataclass(frozen=True)
class Erased:
    """By place, how many rows; the messages that hold the name outside; notes that hold an address or a number still; and
    of somebody who is nobody's contact the notes that named them, of which nothing else goes."""

    rows: Counter[str]
    messages: tuple[Message, ...]
    unsure: tuple[Unsure, ...] = ()
    left: tuple[Unsure, ...] = ()


@dataclass(frozen=True)
class Erasing(Room):
    audit: Audit

    def preview(self, person: Person) -> Erased:
        """What `erase` would do. A member's row counts though nothing else names them."""
        found = list(Subjects(self.connection, self.organisation_id).about(person))
        return self._erased(found, [one for one in found if _is_outside(one)], person)

    def erase(self, person: Person, refreshing: Refreshing, at: datetime) -> Erased:
        """Goes through everything once, then derives anew what followed from it."""
        found = [
            one for one in Subjects(self.connection, self.organisation_id).about(person) if one.is_gone or one.becomes
        ]
        outside = [one for one in found if _is_outside(one)]
        self._overrule(person)
        for one in found:
            self._change(one, person)
        for one in outside:
            self._withdraw(one, at)
        refreshing.refresh(sorted(_deals_of(found)), None)
        return self._erased(found, outside, person)

    def _erased(self, found: Collection[About], outside: Collection[About], person: Person) -> Erased:
        known = frozenset(key(row.email) for row in self.rows(select(members.c.email).where(self.mine(members))))
        stays = [one for one in found if one.becomes and not one.is_gone]
        unsure = [one for one in stays if one.row.get("deal_id") in person.deal_ids and _reaches(one, known)]
        is_in_texts = not (person.deal_ids or person.member_ids)
        left = [one for one in stays if is_in_texts and one.table is touches]
        return Erased(counted(found), tuple(_message(one.row) for one in outside), _rows(unsure), _rows(left))

    def erased(self) -> frozenset[str]:
        """What this database has been through of the list of erased people: erasures, by their own numbers."""
        mine = f"{_LIST}{self.organisation_id}:"
        return frozenset(
            row.key.removeprefix(mine) for row in self.rows(select(meta.c.key).where(meta.c.key.startswith(mine)))
        )

    def remember(self, erasures: Collection[str], at: datetime) -> None:
        for each in sorted(set(erasures) - self.erased()):
            row = {"key": f"{_LIST}{self.organisation_id}:{each}", "value": at.isoformat()}
            self.connection.execute(insert(meta).values(row))
            self.audit.tell("erase", at, what="person", digest=each)

    def _overrule(self, person: Person) -> None:
        """What acts said of their name decides nothing any more; they are here no more."""
        for member_id in person.member_ids:
            own = {"name": former_name(member_id), "email": "", "phone": "", "role": "inactive"}
            Chosen(self.connection, self.organisation_id).overrule(member_id, **own)

    def _change(self, one: About, person: Person) -> None:
        table = one.table
        if table is meta:
            self.connection.execute(delete(meta).where(meta.c.key == one.row["key"]))
            return
        mine = (self.mine(table), table.c.id == one.row["id"])
        if one.is_gone:
            self.connection.execute(delete(table).where(*mine))
            return
        if table is member_changes and one.row["member_id"] in person.member_ids:
            return  # they were overruled
        unsalted = {"salt": ""} if table is acts else {}  # nobody can test a guess against the audit record any more
        self.connection.execute(update(table).where(*mine).values(**one.becomes, **unsalted))

    def _withdraw(self, one: About, at: datetime) -> None:
        """The message is to be taken back by whoever sends; asked twice, it is asked once."""
        row = one.row
        key = f"{WITHDRAW}:{row['id']}:{row['provider_ref']}"
        place = {name: row[name] for name in ("platform", "workspace", "user", "details")}
        there = (self.mine(outbox), outbox.c.key == key)
        if not row["provider_ref"] or self.rows(select(outbox.c.id).where(*there)):
            return
        self.insert(
            outbox, member_id=row["member_id"], kind=WITHDRAW, key=key, card_json=FORGOTTEN, state="pending", attempts=0,
            created_at=at, not_before_at=at, provider_ref="", error="", **place,
        )  # fmt: skip


def _rows(found: Iterable[About]) -> tuple[Unsure, ...]:
    return tuple(Unsure(one.table.name, one.row["id"], one.row["deal_id"]) for one in found)


def _reaches(one: About, known: Collection[str]) -> bool:
    left = {**one.row, **one.becomes}
    return any(may_reach(text, known) for column in words_in(one.table) for text in strings(left[column]))


def _is_outside(one: About) -> bool:
    """A message that arrived and names them, whoever had it."""
    row = one.row
    return (
        one.table is outbox and bool(one.becomes) and row["kind"] != WITHDRAW
        and row["platform"] in _OUTSIDE and row["state"] in _ARRIVED
    )  # fmt: skip


def _message(row: Any) -> Message:
    return Message(
        row["platform"], row["workspace"], row["user"], row["sent_at"] or row["created_at"], row["provider_ref"]
    )


def _deals_of(found: Collection[About]) -> set[int]:
    return {
        one.row["id"] if one.table is deals else one.row["deal_id"]
        for one in found
        if one.table is deals or "deal_id" in one.row
    }
