"""The list of erasures goes where the copies go, and comes back with them. It only grows, so a newer one begins with the older:
no list takes the place of another one, or of a newer one.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from adapters.cli.erasures import Erasures

_NAME = "followthrough{}.erasures"
_MOST = 100


def taken_along(copy: Path, erasures: Erasures) -> Path | None:
    """Where the list lies beside this copy now; None while nobody was erased. Raises OSError."""
    here = erasures.path.resolve()
    if not here.exists():
        return None
    told = here.read_bytes()
    for number in range(1, _MOST):
        to = copy.resolve().with_name(_NAME.format(f"-{number}" if number > 1 else ""))
        there = to.read_bytes() if to.exists() else b""
        if to == here or there.startswith(told):
            return to
        if told.startswith(there):
            _write(to, told)
            return to
    raise FileExistsError(f"{_MOST} other lists lie beside {copy}")


def taken_back(copy: Path, erasures: Erasures) -> tuple[Path, ...]:
    """The list beside a copy that is put back becomes this database's own where it has none, or an older one. Returns those
    that are other lists: whoever is on them alone is not erased again. Raises OSError."""
    here, others = erasures.path.resolve(), []
    for beside in _beside(copy):
        told, own = beside.read_bytes(), here.read_bytes() if here.exists() else b""
        if own.startswith(told):
            continue
        if told.startswith(own):
            here.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(here, told)
        else:
            others.append(beside)
    return tuple(others)


def _beside(copy: Path) -> Iterator[Path]:
    for number in range(1, _MOST):
        path = copy.resolve().with_name(_NAME.format(f"-{number}" if number > 1 else ""))
        if path.is_file():
            yield path


def _write(to: Path, told: bytes) -> None:
    """Whole or not at all, and its owner's alone."""
    new = to.with_name(f"{to.name}.new")
    with os.fdopen(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    new.replace(to)
