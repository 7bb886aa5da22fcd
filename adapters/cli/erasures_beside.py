"""The list of erasures goes where the copies go, and comes back with them. Nothing is ever taken from a list: of two that
differ one is made, whoever wrote them.
"""

import os
from pathlib import Path

from adapters.cli.erasures import Erasures

_NAME = "followthrough.erasures"


def taken_along(copy: Path, erasures: Erasures) -> Path | None:
    """Where the list lies beside this copy now; None while nobody was erased. Raises OSError."""
    beside = copy.resolve().with_name(_NAME)
    return beside if _holds_also(beside, erasures.path.resolve()) else None


def taken_back(copy: Path, erasures: Erasures) -> None:
    """What the list beside a copy that is put back has, this database's own list has from then on. Raises OSError."""
    _holds_also(erasures.path.resolve(), copy.resolve().with_name(_NAME))


def _holds_also(kept: Path, other: Path) -> bool:
    """`kept` has all of `other` as well; False where there is no other."""
    if not other.is_file():
        return False
    told, there = other.read_bytes(), kept.read_bytes() if kept.exists() else b""
    if not _lines(told) <= _lines(there):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(kept, told if _lines(there) <= _lines(told) else there + b"\n" + told)
    return True


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
