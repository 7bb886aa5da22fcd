"""All that is recorded of deals, in one statement: a row for each record, empty where its table has no such column.

Seven tables asked one after the other cost a network's way each, for every answer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import (
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

from bot.store.among import among
from bot.store.room import MINE, act_of
from bot.store.tables import RECORDED, acts, commitments, deal_changes, next_steps

Records = Mapping[tuple[str, int], Sequence[Row[Any]]]  # by the table's name and the deal's id; the oldest first
CLOCK = "clock"  # the hour of a next step: its column `at` is an instant elsewhere


def by_table_and_deal(rows: Iterable[Row[Any]]) -> Records:
    grouped: dict[tuple[str, int], list[Row[Any]]] = defaultdict(list)
    where = picked("table", "deal_id")
    for row in sorted(rows, key=picked("id")):
        grouped[where(row)].append(row)
    return grouped


def picked(*names: str) -> Callable[[Row[Any]], Any]:
    """These columns of a row, several at once: of a morning's rows, a name costs as much as what is made of them."""
    return itemgetter(*(_ORDER.index(name) for name in names))


def _columns(table: Table) -> dict[str, Any]:
    return {CLOCK if column is next_steps.c.at else column.name: column for column in table.c}


_TYPES = {name: column.type for table in RECORDED for name, column in _columns(table).items()}
_ORDER = ("table", "undone", "by_member", *_TYPES)


def _of(table: Table, *, standing: bool) -> Select[Any]:
    own = _columns(table)
    filled = (own.get(name, cast(null(), type_)).label(name) for name, type_ in _TYPES.items())
    called = literal_column(f"'{table.name}'", Text()).label("table")
    asked = (table.c.organisation_id == MINE, among(table.c.deal_id, "deal_ids"))
    if (
        standing and table is not commitments
    ):  # nobody asks by whom: that it was not taken back is looked up among the few
        nobody = cast(null(), acts.c.member_id.type).label("by_member")
        return select(called, false().label("undone"), nobody, *filled).where(*asked, ~_is_taken_back(table))
    undone, by = acts.c.undone_at.is_not(None).label("undone"), acts.c.member_id.label("by_member")
    every = select(called, undone, by, *filled).join(acts, act_of(table)).where(*asked)
    return every.where(acts.c.undone_at.is_(None)) if standing else every


def _is_taken_back(table: Table) -> ColumnElement[bool]:
    """By an act in the index of those that were: of a morning's touches, looking up each act took most of the statement."""
    its = (acts.c.organisation_id == MINE, act_of(table), acts.c.undone_at.is_not(None))
    return exists().where(*its).correlate(table)


def _together(tables: Iterable[Table], *, standing: bool) -> CompoundSelect[Any]:
    """In no order: for one that is asked for SQLite would go through all that an organisation has, to have it sorted."""
    return union_all(*(_of(table, standing=standing) for table in tables))


# What stands, and everything ever recorded (`undone` where an undo took it back) with the deals' changes.
STANDING = _together((table for table in RECORDED if table is not deal_changes), standing=True)
EVER = _together(RECORDED, standing=False)
