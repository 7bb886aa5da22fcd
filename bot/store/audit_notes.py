"""What is done beside a bot that runs on SQLite and may not write there itself: left as a file each, and taken in by the bot.

A file has its name once it is whole and on the disk, and goes once the record holds it: nobody writes into what another takes.
Whoever can take the files away can take the database away: they are for those who do nothing wrong.
"""

import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bot.model import Entry


class Note(NamedTuple):
    path: Path
    entry: Entry


def notes_beside(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.audit-note-*"))


def leave(path: Path, entry: Entry) -> None:
    """Raises OSError where it cannot be written."""
    name = secrets.token_hex(8)
    writing, left = (path.with_name(f"{path.name}.audit-{word}-{name}") for word in ("writing", "note"))
    try:
        with os.fdopen(os.open(writing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            _give_to_owner_of(path, file.fileno())
            file.write(json.dumps(asdict(entry), default=datetime.isoformat) + "\n")
            file.flush()
            os.fsync(file.fileno())
        writing.rename(left)
    except OSError:
        writing.unlink(missing_ok=True)
        raise
    _keep_names(path.parent)


def taken(path: Path) -> list[Note]:
    """What was left, oldest first. It is forgotten once it is stored: what broke in between comes twice rather than never."""
    found = [Note(one, entry) for one in notes_beside(path) if (entry := _read(one))]
    return sorted(found, key=lambda note: note.entry.at)


def forget(notes: Sequence[Note]) -> None:
    for note in notes:
        note.path.unlink(missing_ok=True)


def _read(note: Path) -> Entry | None:
    """One that nobody can read holds up no other: it is kept under another name, for whoever runs the bot."""
    try:
        text = note.read_text(encoding="utf-8")
    except PermissionError:
        return None
    try:
        row = json.loads(text)
        return Entry(**row | {"at": datetime.fromisoformat(row["at"])})
    except (ValueError, TypeError, KeyError):
        note.rename(note.with_name(note.name.replace(".audit-note-", ".audit-bad-")))
        return None


def _give_to_owner_of(path: Path, file: int) -> None:
    """Whoever is root may leave one too, and the bot, which is not, has to read it."""
    if os.geteuid() == 0 and path.exists():
        owner = path.stat()
        os.fchown(file, owner.st_uid, owner.st_gid)


def _keep_names(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
