"""All that is recorded of deals, in one statement: a row for each record. Its columns lie in the first places of their type,
so that the rows of all tables are hardly wider than those of the widest; `picked` and `named` know which lies where.

Seven tables asked one after the other cost a network's way each, for every answer.
"""

from collections import defaultdict, namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    Table,
    Text,
    cast,
    exists,
    false,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.types import TypeEngine

from bot.store.among import among
from bot.store.room import MINE, act_of
from bot.store.tables import RECORDED, acts, commitments, deal_changes, touches

Records = Mapping[str, Sequence[Row[Any]]]  # of one deal: by the table's name, the oldest first
_TABLE, _UNDONE, _ID, _DEAL = range(4)


def _columns(table: Table) -> dict[str, ColumnElement[Any]]:
    """What a record says; the ids lie first, in the rows of every table alike. Of a promise also who made it."""
    own = {column.name: column for column in table.c if column.name != table.c.organisation_id.name}
    by = {"by_member": acts.c.member_id} if table is commitments else {}
    return {"id": own.pop("id"), "deal_id": own.pop("deal_id"), **own, **by}


def _laid() -> tuple[list[TypeEngine[Any]], dict[str, dict[str, int]]]:
    """The type of each place behind the table's name and `undone`, and by table the place of each column. Those of a touch,
    which are most, lie side by side; the changes of a deal lie last, and are not read with what stands."""
    types: list[TypeEngine[Any]] = []
    places: dict[str, dict[str, int]] = {}
    for table in (touches, *(table for table in RECORDED if table not in {touches, deal_changes}), deal_changes):
        taken: dict[str, int] = {}
        for name, column in _columns(table).items():
            fits = (n for n, type_ in enumerate(types) if type(type_) is type(column.type) and n not in taken.values())
            taken[name] = next(fits, len(types))
            types += [column.type] if taken[name] == len(types) else []
        places[table.name] = {name: place + _ID for name, place in taken.items()}
    return types, places


_TYPES, _PLACES = _laid()
_KINDS: Mapping[str, Any] = {name: namedtuple(name, ["undone", *places]) for name, places in _PLACES.items()}  # noqa: PYI024 - named as the tables are
_NAMED = {name: (itemgetter(_UNDONE, *places.values()), _KINDS[name]._make) for name, places in _PLACES.items()}


def by_deal(rows: Iterable[Row[Any]]) -> Mapping[int, Records]:
    grouped: dict[int, dict[str, list[Row[Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows, key=itemgetter(_ID)):
        grouped[row[_DEAL]][row[_TABLE]].append(row)
    return grouped


def standing(table: Table, records: Records) -> list[Row[Any]]:
    """Its rows that were not taken back."""
    return [row for row in records.get(table.name, ()) if not row[_UNDONE]]


def picked(table: Table, *names: str) -> Callable[[Row[Any]], Any]:
    """These columns of its rows, at once: of a morning's rows, a name costs as much as what is made of them."""
    places = [_PLACES[table.name][name] for name in names]
    beside = slice(places[0], places[-1] + 1)
    return itemgetter(beside) if [*range(beside.start, beside.stop)] == places else itemgetter(*places)


def named(table: Table, records: Records) -> list[Any]:
    """Its rows, with `undone` and their own columns by name."""
    pick, make = _NAMED[table.name]
    return [make(pick(row)) for row in records.get(table.name, ())]


def is_everything_undone(records: Records) -> bool:
    return all(row[_UNDONE] for rows in records.values() for row in rows)


def _of(table: Table, *, standing: bool, first: bool) -> Select[Any]:
    """`first`: its columns say of which type they all are."""
    own = {_PLACES[table.name][name] - _ID: column for name, column in _columns(table).items()}
    filled = [
        own.get(place, cast(null(), type_) if first else null()).label(f"of_{place}")
        for place, type_ in enumerate(_TYPES)
        if not (standing and isinstance(type_, JSON))
    ]
    called = literal_column(f"'{table.name}'", Text()).label("table")
    asked = (table.c.organisation_id == MINE, among(table.c.deal_id, "deal_ids"))
    if standing and table is not commitments:  # that it was not taken back is looked up among the few
        return select(called, false().label("undone"), *filled).where(*asked, ~_is_taken_back(table))
    undone = acts.c.undone_at.is_not(None).label("undone")
    every = select(called, undone, *filled).join_from(table, acts, act_of(table)).where(*asked)
    return every.where(acts.c.undone_at.is_(None)) if standing else every


def _is_taken_back(table: Table) -> ColumnElement[bool]:
    """By an act in the index of those that were: of a morning's touches, looking up each act took most of the statement."""
    its = (acts.c.organisation_id == MINE, act_of(table), acts.c.undone_at.is_not(None))
    return exists().where(*its).correlate(table)


def _together(tables: Sequence[Table], *, standing: bool) -> CompoundSelect[Any]:
    """In no order: for one that is asked for SQLite would go through all that an organisation has, to have it sorted."""
    return union_all(*(_of(table, standing=standing, first=table is tables[0]) for table in tables))


# What stands, and everything ever recorded (`undone` where an undo took it back) with the deals' changes.
STANDING = _together([table for table in RECORDED if table is not deal_changes], standing=True)
EVER = _together(RECORDED, standing=False)
