"""Search as one types where a member sees thousands of deals: proposed from memory, then read within their rights.

The words of an organisation's names are kept by the process. What was recorded since is read first, each time; what
was taken back is found by the rows that are read. A view of a few thousand deals is read whole (bot.store.names).
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from weakref import WeakKeyDictionary

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    Table,
    bindparam,
    func,
    literal,
    select,
    union_all,
)

from bot.reading.naming.vocabulary import Vocabulary
from bot.store.room import MINE
from bot.store.tables import contacts, deal_changes, deals

_NEWEST: tuple[Table, ...] = (deals, deal_changes, contacts)
_UNDERWAY = 1_000  # rows that other processes may just be writing, a part of an import among them (PostgreSQL)
_WARY = 5  # searches after something new, in which such rows are looked for


@dataclass(frozen=True)
class Until:
    """How far the record of an organisation goes, by table: the columns `HOW_FAR` of some statement's row."""

    organisation_id: int
    rows: Mapping[str, int]

    @classmethod
    def told_by(cls, row: Row[Any], organisation_id: int) -> Self:
        return cls(organisation_id, {table.name: getattr(row, f"last_of_{table.name}") for table in _NEWEST})


@dataclass
class _Kept:
    """What this process knows of an organisation's names, and up to which rows."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    until: dict[str, int] = field(default_factory=dict)
    lately: dict[int, str] = field(default_factory=dict)
    many: set[frozenset[int]] = field(default_factory=set)
    few: dict[frozenset[int], int] = field(default_factory=dict)
    wary: int = _WARY
    lock: threading.Lock = field(default_factory=threading.Lock)


_kept: WeakKeyDictionary[Engine, dict[int, _Kept]] = WeakKeyDictionary()
_making = threading.Lock()


def holding(connection: Connection, until: Until, words: Sequence[str], most: int) -> list[int]:
    """The newest deals of the organisation in whose names each word stands, whoever may see them."""
    kept = _up_to_date(connection, until)
    with kept.lock:
        return kept.vocabulary.holding(words, most)


def like(connection: Connection, organisation_id: int, words: Sequence[str], most: int) -> list[int]:
    """Deals of the organisation with names like these words, whoever may see them; the likest first. Asked after `holding`."""
    kept = _kept_of(connection, organisation_id)
    with kept.lock:
        return kept.vocabulary.like(words, most)


def counted(connection: Connection, organisation_id: int) -> tuple[set[frozenset[int]], dict[frozenset[int], int]]:
    """Whose deals together were too many to be read whole, and whose were few, with how often that may still be relied on:
    to be added to."""
    kept = _kept_of(connection, organisation_id)
    return kept.many, kept.few


def _kept_of(connection: Connection, organisation_id: int) -> _Kept:
    with _making:
        return _kept.setdefault(connection.engine, {}).setdefault(organisation_id, _Kept())


def _up_to_date(connection: Connection, until: Until) -> _Kept:
    kept = _kept_of(connection, until.organisation_id)
    is_sqlite = connection.dialect.name == "sqlite"  # it has one writer, in order
    with kept.lock:
        if not kept.until:
            _fill(kept, connection, until)
        elif kept.until != until.rows or (kept.wary and not is_sqlite):
            _follow(kept, connection, until.organisation_id, 0 if is_sqlite or not kept.wary else _UNDERWAY)
    return kept


def _fill(kept: _Kept, connection: Connection, until: Until) -> None:
    """Everything there is; how far that goes was read before, so that nothing is passed over."""
    organisation_id = until.organisation_id
    mine_alone = deals.c.organisation_id == organisation_id
    everything = select(deals.c.id, deals.c.found_by).where(mine_alone).order_by(deals.c.id)
    for id_, found_by in connection.execute(everything.execution_options(yield_per=5_000)):
        kept.vocabulary.add(id_, found_by)
    kept.until = dict(until.rows)


def _follow(kept: _Kept, connection: Connection, organisation_id: int, back: int) -> None:
    since = {f"since_{name}": last - back for name, last in kept.until.items()}
    kept.wary = max(kept.wary - 1, 0)
    for row in connection.execute(_RECORDED_SINCE, {"mine": organisation_id, **since}):
        if row.number > kept.until[row.of]:
            kept.until[row.of], kept.wary = row.number, _WARY
        seen = kept.lately.get(row.id, "")
        if seen != row.found_by:
            kept.vocabulary.add(row.id, row.found_by, seen=seen)
            kept.lately[row.id] = row.found_by


def _last(table: Table) -> ColumnElement[int]:
    last = select(func.coalesce(func.max(table.c.id), 0)).where(table.c.organisation_id == MINE)
    return last.scalar_subquery().label(f"last_of_{table.name}")


def _since(table: Table) -> Select[Any]:
    named = select(literal(table.name).label("of"), table.c.id.label("number"), deals.c.id, deals.c.found_by)
    joined = named if table is deals else named.join_from(table, deals, deals.c.id == table.c.deal_id)
    return joined.where(table.c.organisation_id == MINE, table.c.id > bindparam(f"since_{table.name}"))


HOW_FAR = tuple(map(_last, _NEWEST))
_RECORDED_SINCE = union_all(*map(_since, _NEWEST))
