"""What becomes of a row that is about somebody: without them in it, or gone."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from bot.model import former_name
from bot.reading.naming.namekeys import key
from bot.reading.naming.quoted import Words
from bot.reading.naming.subjects import Finder, rewritten
from bot.store.everything import Row
from bot.store.own_names import OwnNames
from bot.store.sending import WITHDRAW
from bot.store.tables import commitments, contacts, deals, inbound, members, outbox, touches

FORGOTTEN = json.dumps({"title": "What stood here is no longer kept.", "blocks": [], "key": ""})
_SAYING = {"acts": ("summary", "meaning"), "decisions": ("reason",)}
_OF_A_MEMBER = frozenset({"identities", "links", "drafts", "leaves", "pauses", "outbox"})


@dataclass(frozen=True)
class Person:
    """`everywhere` finds them in any text, `nearby` in what is about their deals, or written by them.

    `names`: what they are called, in full and in short. `sole`: deals on which nobody else was ever spoken to. `labels` tell that a message is about one of their deals.
    `words`: what they said, which goes wherever it was said again.
    """

    names: frozenset[str]
    everywhere: Finder
    nearby: Finder
    member_ids: frozenset[int] = frozenset()
    deal_ids: frozenset[int] = frozenset()
    sole: frozenset[int] = frozenset()
    act_ids: frozenset[int] = frozenset()
    labels: Finder = field(default_factory=Finder)
    companies: tuple[str, ...] = ()
    words: Words = field(default_factory=Words)
    own_names: OwnNames = field(default_factory=OwnNames)


@dataclass(frozen=True)
class About:
    """A row that is about somebody: what it becomes when they are erased, or that it goes."""

    table: Table
    row: Row
    becomes: dict[str, Any]
    is_gone: bool = False
    is_surely: bool = True  # theirs: else it only has a word by which they are called, perhaps somebody else's


def counted(found: Iterable[About]) -> Counter[str]:
    """By table, the rows that change or go."""
    return Counter(one.table.name for one in found if one.is_gone or one.becomes)


def about(person: Person, table: Table, row: Row, columns: Sequence[str]) -> About | None:
    is_gone = _goes(person, table, row)
    if table is members and row["id"] not in person.member_ids:
        return None  # whoever else is here keeps the name and the address that they log in by
    finder = person.nearby if _is_near(person, table, row, columns) else person.everywhere
    becomes = _named_no_more(person, table, row)
    for column in columns:
        if column not in becomes and (new := _without(person, finder, row)(row[column])) != row[column]:
            becomes[column] = new
    becomes |= _done_with_no_more(person, table, {**row, **becomes})
    is_theirs = is_gone or row.get("member_id") in person.member_ids
    is_surely = bool(becomes) or is_theirs
    becomes |= _called_no_more(person, table, {**row, **becomes})
    return About(table, row, becomes, is_gone, is_surely=is_surely) if becomes or is_theirs else None


def _called_no_more(person: Person, table: Table, row: Row) -> dict[str, Any]:
    """A stored answer is for a repeat alone and goes soon: it goes whole, whoever else is called so. A message may still have to be sent."""
    if table is inbound and row["reply_json"] != FORGOTTEN:
        named = any(person.own_names.first.holds(text) for text in strings(row["reply_json"]))
        return {"reply_json": FORGOTTEN} if named else {}
    if table is outbox and (new := rewritten(row["card_json"], person.own_names.sole.without)) != row["card_json"]:
        return {"card_json": new}
    return {}


def _done_with_no_more(person: Person, table: Table, row: Row) -> dict[str, Any]:
    """What was done with a member says their name, also where a contact bears it too."""
    own, act_id = person.own_names, row.get("act_id", row["id"])
    if table.name not in _SAYING:
        return {}
    finders = [own.full] * (act_id in own.act_ids) + [own.here] * (act_id in own.member_act_ids)
    new = {column: row[column] for column in _SAYING[table.name]}
    for finder in finders:
        new = {column: rewritten(text, finder.without) for column, text in new.items()}
    return {column: text for column, text in new.items() if text != row[column]}


def _without(person: Person, finder: Finder, row: Row) -> Callable[[Any], Any]:
    """What somebody else said as well, in the same words, is theirs."""
    is_anothers = bool(row.get("contact")) and key(row["contact"]) not in person.names
    if finder is not person.nearby or is_anothers:
        return lambda value: rewritten(value, finder.without)
    return lambda value: rewritten(
        value,
        lambda text: finder.without(person.words.without(text)),
        lambda block: person.words.block_without(block, finder),
    )


def _goes(person: Person, table: Table, row: Row) -> bool:
    if table is contacts:
        return row["deal_id"] in person.deal_ids and key(row["name"]) in person.names
    if table.name in _OF_A_MEMBER and row.get("kind") != WITHDRAW:
        return row["member_id"] in person.member_ids
    return False


def _named_no_more(person: Person, table: Table, row: Row) -> dict[str, Any]:
    """What is known to be theirs without a name in it."""
    becomes: dict[str, Any] = {}
    if table is members and row["id"] in person.member_ids:
        return {"name": former_name(row["id"]), "email": "", "phone": ""}
    if table in {touches, commitments} and row["deal_id"] in person.deal_ids:
        becomes |= {"contact": ""} if key(row["contact"]) in person.names else {}
        becomes |= {"said": ""} if table is touches and row["said"] and is_with(person, row) else {}
    return becomes


def is_with(person: Person, row: Row) -> bool:
    """A record of one of their deals, of a talk with them and nobody else."""
    return key(row["contact"]) in person.names or (not row["contact"] and row["deal_id"] in person.sole)


def _is_near(person: Person, table: Table, row: Row, columns: Sequence[str]) -> bool:
    if table is deals:
        return row["id"] in person.deal_ids
    if "deal_id" in row:
        return row["deal_id"] in person.deal_ids
    act_id = row["id"] if table.name == "acts" else row.get("act_id")
    if act_id in person.act_ids or row.get("member_id") in person.member_ids:
        return True
    return any(person.labels.holds(text) for column in columns for text in strings(row[column]))


def strings(value: Any) -> Iterator[str]:
    """The texts of a column, of what is kept as JSON too."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    rewritten(value, keep)
    return iter(found)
