"""The list of erasures goes where the copies go, and comes back with them. Nothing is ever taken from a list: of two that
differ one is made, unless nothing tells that both are of one installation: then neither is touched.
"""

import os
from collections.abc import Callable, Collection
from pathlib import Path

from adapters.cli.erasures import Erasures

_NAME = "followthrough.erasures"
Numbers = Callable[[], Collection[str]]  # of the erasures that the database has been through


class AnothersList(Exception):
    """Two lists have nothing in common: as if two installations copied into one folder."""


def beside(copy: Path) -> Erasures:
    """The list where this copy lies, if there is one."""
    return Erasures(copy.resolve().with_name(_NAME))


def taken_along(copy: Path, erasures: Erasures, been_through: Numbers) -> Path | None:
    """Where the list lies beside this copy now; None while nobody was erased. Raises OSError, AnothersList."""
    there = beside(copy)
    if not erasures.path.is_file():
        return None
    _be_one(there, erasures, been_through)
    _add(there.path, erasures.path.read_bytes())
    return there.path


def taken_back(there: Erasures, erasures: Erasures, been_through: Numbers) -> None:
    """What the list beside a copy tells, this database's own list tells from then on. Raises OSError, AnothersList."""
    if there.path.exists():
        _be_one(there, erasures, been_through)
        _add(erasures.path.resolve(), there.path.read_bytes())


def _be_one(there: Erasures, own: Erasures, been_through: Numbers) -> None:
    """They began as one, or the one beside the copy has an erasure that this database has been through."""
    told, known = there.marks(), own.marks()
    if not (there.is_empty() or own.is_empty()) and told.isdisjoint(known) and told.isdisjoint(been_through()):
        raise AnothersList(AnothersList.__doc__)


def _add(kept: Path, told: bytes) -> None:
    there = kept.read_bytes() if kept.exists() else b""
    if not _lines(told) <= _lines(there):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(kept, told if _lines(there) <= _lines(told) else there + b"\n" + told)


def _lines(told: bytes) -> set[bytes]:
    return {*told.split(b"\n")} - {b""}


def _write(to: Path, told: bytes) -> None:
    """Whole or not at all, and its owner's alone."""
    new = to.with_name(f"{to.name}.new")
    with os.fdopen(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    new.replace(to)
