"""A SQLite database copied while the bot writes to it, and put back. PostgreSQL has tools of its own: how they are called.

Copying the file itself breaks: half of the data lies in the log beside it. SQLite's own copying, in one step, sees one moment.
"""

import os
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError

from bot.store import migrating
from bot.store.engines import engine_for
from bot.store.files import LOGS, DatabaseHeld, is_there, lock_beside, sqlite_path
from bot.store.mornings import Mornings
from bot.store.refusing import is_closed_to_us, is_held, sqlite_says

_MADE = "backup.made_at"
_OWN = 0o600


class BackupFailed(RuntimeError):
    """The copy was not made, or is none that can be used."""


@dataclass(frozen=True)
class PutBack:
    """`made_at`: when the backup was made, where it says so. `stopped`: messages that waited in it. `before`: what was there."""

    made_at: str
    stopped: int
    before: Path | None


def back_up(url: str, to: Path, now: datetime) -> int:
    """A whole, checked copy in one file, also while the bot runs; returns its bytes. Raises BackupFailed."""
    source = sqlite_path(url)
    if not is_there(source):
        raise BackupFailed(f"There is no database at {source} yet.")
    if not to.absolute().parent.is_dir():
        raise BackupFailed(f"There is no folder {to.absolute().parent}. Make it (mkdir -p), or name another file.")
    if to.exists():
        raise BackupFailed(f"{to} is there already, and may be the better one. Name another file.")
    with _under_way(to.with_name(f"{to.name}.part")) as part:
        _copy(source, part)
        with closing(sqlite3.connect(part, isolation_level=None)) as copied:
            copied.execute("PRAGMA journal_mode=DELETE")  # one file, which may be moved
            copied.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_MADE, now.isoformat()))
        check(part, source.name)
        _replace(part, to)
    return to.stat().st_size


def put_back(
    url: str, backup: Path, now: datetime, *, send_late: bool, ready: Callable[[str], None] = lambda _: None
) -> PutBack:
    """The backup in the place of the database. Raises BackupFailed, or DatabaseBusy while the bot runs. `ready` is given the
    address of what will take the place: what it changes is changed before, or, where it raises, nothing is.

    It becomes what the database needs before it takes the place: whatever breaks here, the old one is still there.
    """
    path = sqlite_path(url)
    if not backup.is_file():
        raise BackupFailed(f"There is no file {backup}.")
    if is_there(path) and backup.samefile(path):
        raise BackupFailed(f"{backup} is the database itself.")
    lock = lock_beside(path)
    try:
        with _under_way(path.with_name(f"{path.name}.restoring")) as part:
            _copy(backup, part)
            made_at = check(part, backup.name)
            stopped = _made_ready(engine_for(f"sqlite:///{part}"), now, send_late=send_late)
            ready(f"sqlite:///{part}")
            _fold_whole(part)
            _fold(path)
            before = _put_aside(path, now)
            _replace(part, path)
        return PutBack(made_at, stopped, before)
    finally:
        os.close(lock)


def check(path: Path, name: str = "") -> str:
    """When the backup was made. Raises BackupFailed for what is broken, or no database of ours that this version can read.

    `name`: what whoever asks calls it; a copy that is looked at in its place has another one.
    """
    called = name or path.name
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copied:
            wrong = [row[0] for row in copied.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            if wrong or copied.execute("PRAGMA foreign_key_check").fetchone():
                raise BackupFailed(f"{called} is damaged: {(wrong or ['rows that belong to nothing'])[0]}.")
            revision = copied.execute("SELECT version_num FROM alembic_version").fetchone()
            made = copied.execute("SELECT value FROM meta WHERE key = ?", (_MADE,)).fetchone()
    except sqlite3.Error as error:
        raise BackupFailed(f"{called} is no database of Followthrough: {error}.") from None
    if not revision or revision[0] not in migrating.known_revisions():
        raise BackupFailed("The backup was made by a newer Followthrough: run that version, then restore.")
    return str(made[0]) if made else ""


def dump_command(url: str, to: Path) -> str:
    """What the operator runs on PostgreSQL; the password is asked for, or comes from PGPASSWORD or ~/.pgpass.

    Row-level security binds the tables' owner too: without its scope the dump would fail, or be empty.
    """
    scope = "PGOPTIONS='-c followthrough.organisation=*'"
    dump = f"pg_dump --enable-row-security --format=custom --file={shlex.quote(str(to))} {_address(url)}"
    return f"(umask 077; {scope} {dump})"  # pg_dump leaves its file open to whomever the shell does


def undump_command(url: str, backup: Path) -> str:
    """By the role that owns the tables: where that is another than the bot's, the operator puts its name in."""
    scope = "PGOPTIONS='-c followthrough.organisation=*'"
    options = "--clean --if-exists --no-owner --single-transaction --exit-on-error"
    return f"{scope} pg_restore {options} --dbname={_address(url)} {shlex.quote(str(backup))}"


def _address(url: str) -> str:
    whole = make_url(url)
    plain = whole.difference_update_query(["password", "sslpassword"])._replace(
        password=None
    )  # set() keeps it for None
    return shlex.quote(plain.set(drivername="postgresql").render_as_string(hide_password=False))


@contextmanager
def _under_way(part: Path) -> Iterator[Path]:
    """A file that is there under its own name only once it is whole. What an earlier try left is taken away."""
    try:
        _remove(part)
        yield part
    except OSError as error:
        raise BackupFailed(f"Not done: {error.strerror or error}.") from None
    except (sqlite3.Error, DBAPIError) as error:
        raise BackupFailed(
            f"Not done: the copy is no database of Followthrough, or cannot be written ({getattr(error, 'orig', error)})."
        ) from None
    finally:
        _remove(part)


def _remove(path: Path) -> None:
    for end in ("", *LOGS, "-journal", ".lock"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def _copy(source: Path, to: Path) -> None:
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWN))
    try:
        _in_one_step(source, to)
    except sqlite3.Error as error:
        if is_held(error):
            raise DatabaseHeld(sqlite_says(error, source)) from None
        if is_closed_to_us(error):
            raise BackupFailed(sqlite_says(error, source)) from None
        raise BackupFailed(f"{source.name} is no database that can be copied: {error}.") from None


def _in_one_step(source: Path, to: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=5)) as old,
        closing(sqlite3.connect(to)) as new,
    ):
        old.execute(
            "SELECT count(*) FROM sqlite_schema"
        ).fetchone()  # who finds it locked is told; copying would wait for ever
        old.backup(new, pages=-1)  # one step: in several it begins anew at every write, and may never end


def _made_ready(engine: Engine, now: datetime, *, send_late: bool) -> int:
    """The schema of this version; and unless it is wanted, nothing that was due before is sent again. Returns what waited."""
    try:
        migrating.migrate(engine)
        with engine.connect() as connection, connection.begin():
            return 0 if send_late else Mornings(connection).begin_epoch(now)
    finally:
        engine.dispose()  # the last connection folds its log into the file


def _fold_whole(part: Path) -> None:
    """Its log goes nowhere with it: all of it has to be in the file. Raises BackupFailed."""
    with closing(sqlite3.connect(part)) as made:
        busy, left, done = made.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy or left > max(done, 0):
        raise BackupFailed("Not done: the copy's log could not be folded into it.")


def _fold(path: Path) -> None:
    """The log into its database, where that is whole: dying between two renames then parts nothing from it."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old:
            is_whole = old.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if is_whole:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as old:
                old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        pass  # broken, or not there: it is put aside as it is, with its log


def _put_aside(path: Path, now: datetime) -> Path | None:
    """The old database under another name, as it is, with its log: read with another file, that would spoil it."""
    if not path.exists():
        return None
    name = f"{path.name}.before-{now:%Y%m%d-%H%M%S}"
    names = (path.with_name(f"{name}{f'-{number}' if number else ''}") for number in count())
    aside = next(free for free in names if not free.exists())  # two in one second keep both
    try:
        os.link(path, aside)  # at no moment is there no database: a bot that starts then would begin an empty one
    except OSError:  # a file system without links
        path.rename(aside)
    for end in LOGS:
        if Path(f"{path}{end}").exists():
            Path(f"{path}{end}").rename(f"{aside}{end}")
    for one in (aside, *(Path(f"{aside}{end}") for end in LOGS)):
        with suppress(OSError):  # it has no log, or is another user's
            one.chmod(_OWN)
    return aside


def _replace(part: Path, to: Path) -> None:
    """On disk, under its name, before anybody is told so."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(to)
    folder = os.open(to.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
