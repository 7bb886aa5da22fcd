"""What is done beside a bot that runs on SQLite and may not write there itself: left in a file, and taken in by the bot.

Whoever can take the file away can take the database away: it is for those who do nothing wrong.
"""

import json
import os
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from bot.model import Entry


def notes_beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.audit-notes")


def leave(path: Path, entry: Entry) -> None:
    """Raises OSError where it cannot be written."""
    with os.fdopen(os.open(notes_beside(path), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "a") as file:
        file.write(json.dumps(asdict(entry), default=datetime.isoformat) + "\n")
        file.flush()
        os.fsync(file.fileno())


def taken(path: Path) -> list[Entry]:
    """What was left. Before it is forgotten it has to be stored: what broke in between comes twice rather than never."""
    notes, taking = notes_beside(path), _taking(path)
    if notes.exists() and not taking.exists():
        notes.rename(taking)
    if not taking.exists():
        return []
    return [entry for line in taking.read_text(encoding="utf-8").splitlines() if (entry := _read(path, line))]


def _read(path: Path, line: str) -> Entry | None:
    """A line that broke off (a full disk) holds up no other: it is kept beside them, for whoever runs the bot."""
    try:
        row = json.loads(line)
        return Entry(**row | {"at": datetime.fromisoformat(row["at"])})
    except (ValueError, TypeError, KeyError):
        with path.with_name(f"{path.name}.audit-bad").open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        return None


def forget(path: Path) -> None:
    _taking(path).unlink(missing_ok=True)


def _taking(path: Path) -> Path:
    return path.with_name(f"{path.name}.audit-taking")
