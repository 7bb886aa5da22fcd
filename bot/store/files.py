"""Where a SQLite database lies: its file, whom it is open to, whether a network is between, and the lock by which one process owns it."""

import fcntl
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

_NETWORKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "fuse.sshfs"})
LOGS = ("-wal", "-shm")  # what SQLite keeps beside a database
_MOUNTS = Path("/proc/self/mountinfo")


class DatabaseBusy(RuntimeError):
    """Followthrough is already running on this database: stop the bot first."""


class DatabaseSetting(ValueError):
    """The database setting cannot be used."""


class DatabaseHeld(DatabaseSetting):
    """Another program has the database for itself at this moment."""


def sqlite_path(url: str) -> Path:
    """The file by its whole path, whether it is there or not. Raises DatabaseSetting."""
    name = make_url(url).database
    if not name or name == ":memory:" or name.startswith("file:"):
        raise DatabaseSetting("SQLite needs a file: sqlite:///data/followthrough.sqlite3")
    return Path(name).absolute()


def is_there(path: Path) -> bool:
    """Raises DatabaseSetting where this user may not look."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise DatabaseSetting(
            f"This user may not look into {path.parent} ({error.strerror}). Run this as the bot's user."
        ) from None
    return True


def why_not_made(path: Path) -> str:
    """Why the first start could not make this database; empty where it could. Nothing is made."""
    folder = next(one for one in path.parents if one.exists())
    if not folder.is_dir():
        return f"{folder} is no folder"
    may = os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
    return "" if may else f"this user may not write into {folder}"


def network_between(path: Path) -> str:
    """The kind of network file system that the file lies on; empty for a disk of this machine, and where that is not told."""
    try:
        told = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    kind = kind_of_mount(path.resolve(), told)
    return kind if kind in _NETWORKS else ""


def kind_of_mount(path: Path, mounts: Iterable[str]) -> str:
    """Of the innermost mount that holds it; the last of several on one place lies on top."""
    best, found = -1, ""
    for line in mounts:
        before, _, behind = line.partition(" - ")
        fields = before.split()
        where = Path(_unescaped(fields[4])) if len(fields) > 4 else None  # noqa: PLR2004 - the fifth of proc(5)
        if where and (where == path or where in path.parents) and len(where.parts) >= best:
            best, found = len(where.parts), behind.split(" ", 1)[0]
    return found


def _unescaped(text: str) -> str:
    for written, meant in (("\\040", " "), ("\\011", "\t"), ("\\134", "\\")):
        text = text.replace(written, meant)
    return text


def lock_beside(path: Path) -> int:
    """One process owns a SQLite database; the lock goes with the process, however it ends. Whoever writes comes
    by here, so the folder is made here and not where somebody only looks. Raises DatabaseBusy, DatabaseSetting."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseSetting(f"cannot make the folder {path.parent}: {error.strerror}") from None
    try:
        lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise DatabaseSetting(f"cannot write beside {path}: {error.strerror}") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise DatabaseBusy(DatabaseBusy.__doc__) from None
    return lock


def begin_closed(path: Path) -> None:
    """A new database is its owner's alone, whatever the umask; SQLite gives the same rights to what it keeps beside it."""
    with suppress(OSError):  # it is there already, or whoever opens it next says why not
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def open_to_all(path: Path) -> list[Path]:
    """Of the database and what lies beside it, what every user of this machine can read."""
    if not all(_allows(folder, stat.S_IXOTH) for folder in path.resolve().parents):
        return []
    return [one for one in sorted(path.parent.glob(f"{path.name}*")) if _allows(one, stat.S_IROTH)]


def _allows(path: Path, right: int) -> bool:
    try:
        return bool(path.stat().st_mode & right)
    except OSError:  # the log goes with whoever closes the database last
        return False


def put_aside(path: Path) -> list[Path]:
    """The databases that a restore replaced, oldest first, and what one left that was stopped; without their logs."""
    found = (one for kind in (".before-*", ".restoring") for one in path.parent.glob(f"{path.name}{kind}"))
    return sorted(one for one in found if not one.name.endswith(LOGS))


def is_locked(path: Path) -> bool:
    """Whether a process owns it at this moment. Nothing is made or kept where none does."""
    try:
        lock = os.open(f"{path}.lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)  # and the lock with it
    return False
