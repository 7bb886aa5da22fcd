"""Small zone files of our own (RFC 9636), so that a test has a second version of the time-zone rules at any time."""

import struct
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.worktime import forget_zones


@dataclass(frozen=True)
class Rules:
    """`before` UTC's offset in hours, then from each moment another; after the last one `ever` holds, a POSIX rule."""

    before: float
    changes: Sequence[tuple[datetime, float]]
    ever: str


def write(folder: Path, version: str, zones: Mapping[str, Rules]) -> Path:
    """A folder to look zones up in before any other."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "+VERSION").write_text(version)
    for name, rules in zones.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(_file(rules))
    return folder


def read_from(folder: Path | None) -> None:
    """From now on zones are looked up there before the package, or in the package alone."""
    zoneinfo.reset_tzpath(to=[str(folder)] if folder else ())
    forget_zones()


def _file(rules: Rules) -> bytes:
    kinds = [rules.before, *(hours for _, hours in rules.changes)]
    head = struct.Struct(">4sc15x6l").pack
    times = b"".join(struct.pack(">q", int(moment.timestamp())) for moment, _ in rules.changes)
    which = bytes(range(1, len(kinds)))
    told = b"".join(struct.pack(">lbb", int(timedelta(hours=hours).total_seconds()), 0, 0) for hours in kinds)
    names = b"-00\0"
    empty = head(b"TZif", b"2", 0, 0, 0, 0, 1, 4) + struct.pack(">lbb", 0, 0, 0) + names  # for readers of version 1
    whole = head(b"TZif", b"2", 0, 0, 0, len(which), len(kinds), len(names)) + times + which + told + names
    return empty + whole + f"\n{rules.ever}\n".encode()
