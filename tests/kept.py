"""What is asked and put the short way is made once: a constant of the store, or one of a few that are cached."""

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Table
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import SelectBase

import bot.store
from bot.store import asking, names, refreshing
from bot.store.room import inserting, recording
from bot.store.tables import audit_chain, commitments, deals, metadata

_MOST_ROWS = 4  # kinds of row of one table, by the columns that are said


def _constants() -> dict[str, Any]:
    found = {}
    for module in pkgutil.iter_modules(bot.store.__path__):
        known = vars(importlib.import_module(f"bot.store.{module.name}"))
        found |= {
            f"{module.name}.{name}": one for name, one in known.items() if isinstance(one, (SelectBase, UpdateBase))
        }
    return found


CONSTANTS = _constants()
HOLDING = {f"names._holding({count})": names._holding(count) for count in range(names._MOST_WORDS + 1)}
SELECTS = {name: one for name, one in CONSTANTS.items() if isinstance(one, SelectBase)} | HOLDING
INSERTED: list[Table] = [one for one in metadata.sorted_tables if "organisation_id" in one.c and one is not audit_chain]
UPDATED: list[tuple[Table, tuple[str, ...]]] = [
    (deals, refreshing._DERIVED), (deals, ("hidden",)), (commitments, ("state", "due_on")),
]  # fmt: skip


def _known() -> set[Any]:
    writing = [refreshing._writing(*one) for one in UPDATED]
    return {*CONSTANTS.values(), *HOLDING.values(), *map(inserting, INSERTED), *map(recording, INSERTED), *writing}


@contextmanager
def nothing_kept_for_one_time() -> Iterator[None]:
    """What is kept is never forgotten: it must not grow with what is said."""
    before = {*asking._MADE}
    yield
    new = asking._MADE.keys() - before
    assert {key[1] for key in new} <= _known()
    for statement in {key[1] for key in new}:
        assert len([key for key in asking._MADE if key[1] is statement]) <= _MOST_ROWS * 2, statement  # two dialects
