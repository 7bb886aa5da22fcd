"""The `.env` of the folder in which a command was typed. What of it cannot be read is told, never silently left out; nothing
that stands in it is repeated, it may be a secret.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from dotenv.parser import Binding, parse_stream

FILE = Path(".env")
_OURS = re.compile(r"\b(?:FOLLOWTHROUGH|SLACK|TEAMS)_", re.IGNORECASE)
_BOM = "\ufeff"


def names() -> frozenset[str]:
    """What it sets; nothing where it cannot be read."""
    try:
        text = FILE.read_text(encoding="utf-8") if FILE.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(one.key for one in parse_stream(io.StringIO(text)) if one.key)


def mistakes() -> Iterator[str]:
    """A sentence for each thing that keeps it from being read, or loses a setting of ours. Other lines may be anybody's."""
    try:
        here = Path.cwd()
    except OSError:
        yield "The folder in which this was typed is gone. Go to the bot's own folder (cd), and run it there."
        return
    try:
        is_there = S_ISREG(FILE.stat().st_mode)  # a folder of that name is somebody else's
    except FileNotFoundError:
        return
    except OSError as error:
        yield f"This user may not enter the folder {here} ({error.strerror}). Go to the bot's own folder (cd), and run it there."
        return
    try:
        yield from _mistaken(here / FILE, FILE.read_bytes() if is_there else b"")
    except OSError as error:
        yield f"This user may not read {here / FILE} ({error.strerror}). Run it as the bot's user, and make the file that user's: chown USER {here / FILE}"


def _mistaken(file: Path, content: bytes) -> Iterator[str]:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield f"{file}, line {line}: a letter is not written in UTF-8. Save the file as UTF-8."
        return
    if text.startswith(_BOM):  # the first name would be another one with it
        yield f"{file}, line 1: a mark (BOM) stands before the first letter. Save the file as UTF-8 without it."
    for one in parse_stream(io.StringIO(text)):
        if one.error and _OURS.search(one.original.string):
            yield f"{file}, line {_line(one)}: this is no setting. Write NAME=value, and close each quotation mark."


def _line(one: Binding) -> int:
    """Counted from the empty lines before it on."""
    told = one.original.string
    return one.original.line + told[: len(told) - len(told.lstrip())].count("\n")
