"""What `followthrough doctor` finds out about the database: its file, its engine, its schema, its content."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from adapters.cli.audit_findings import of_audit
from adapters.cli.erasures import Erasures
from adapters.cli.findings import Finding, State, broken, look, ok
from adapters.cli.keeping_findings import of_copies, of_erasures, of_keeping, of_tonight
from adapters.cli.morning_findings import of_mornings
from adapters.cli.process_findings import of_process
from adapters.local.clock import MOVED
from bot.model import Workspace
from bot.store import (
    DatabaseSetting,
    Looking,
    Operator,
    head_schema,
    is_away,
    is_of_the_database,
    known_schemas,
    missing_tables,
    network_between,
    open_to_all,
    put_aside,
    sqlite_file,
    tables_open_by_policy,
    unguarded_tables,
)
from scheduler.purging import Keep

_MENDED = ((3, 44, 6), (3, 50, 7))  # versions of SQLite in whose line the mistake was mended
_FIRST_WRONG, _LAST_WRONG = (3, 7, 0), (3, 51, 2)
_ROOM = 200_000_000  # bytes
_AS_UNSET = Keep()


def of_sqlite(path: Path, version: tuple[int, ...]) -> Iterator[Finding]:
    """The file itself, and the library that writes it."""
    network = network_between(path)
    if network:
        yield broken(
            "disk",
            f"{path} lies on a network file system ({network})",
            "move it to a disk of this machine, or use PostgreSQL",
        )
    elif (free := shutil.disk_usage(path.parent).free) < _ROOM:
        yield look(
            "disk", f"{free // 1_000_000} MB are free", "make room: nothing is kept, and nothing sent, on a full disk"
        )
    else:
        yield ok("disk", f"of this machine, {free // 1_000_000_000} GB free")
    if found := open_to_all(path):
        names = ", ".join(one.name for one in found)
        yield look("file", f"every user of this machine can read {names}", f"chmod go= {quote(str(path.resolve()))}*")
    if aside := put_aside(path):
        names = ", ".join(one.name for one in aside)
        yield look(
            "put aside",
            f"what a restore replaced, or left when it was stopped, is kept until you delete it, with all that is in it: {names}",
            f"once nobody needs it: rm {' '.join(f'{quote(str(path.resolve()))}.{kind}' for kind in _kinds(aside))}",
        )
    told = ".".join(map(str, version))
    if has_wal_mistake(version):
        yield look(
            "SQLite",
            f"{told} may, rarely, spoil a database that two connections write to; the bot writes by one alone",
            "update SQLite to 3.51.3, 3.50.7 or 3.44.6, or use PostgreSQL; keep backups",
        )
    else:
        yield ok("SQLite", told)


def has_wal_mistake(version: tuple[int, ...]) -> bool:
    """The reset of the log that came too early: sqlite.org/wal.html, "the WAL-reset bug"."""
    mended = any(version[:2] == one[:2] and version >= one for one in _MENDED)
    return _FIRST_WRONG <= version <= _LAST_WRONG and not mended


def of_database(database: Looking) -> Iterator[Finding]:
    """Whether it answers, what schema it has, whether it is whole. Nothing else can be asked before."""
    try:
        schema = database.schema()
    except DatabaseSetting as error:
        yield broken("database", "it does not answer", str(error))
        return
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    yield _of_schema(kind, schema)
    damage = database.damage()
    if damage:
        yield broken("content", f"the file is damaged: {damage}", "stop the bot, then: followthrough restore FILE")
    if database.is_above_the_rules():
        yield look(
            "role", "the database's role bypasses row-level security", "use a role without SUPERUSER and BYPASSRLS"
        )


def _of_schema(kind: str, schema: str | None) -> Finding:
    newest = head_schema()
    if schema == newest:
        return ok("database", f"{kind} answers, schema {schema}")
    if schema is None:
        makes = "followthrough run makes what it needs"
        if kind != "SQLite":
            makes = "followthrough migrate, as the role that owns the tables: docs/operations.md, part 3"
        return look("database", f"{kind} answers, and is empty", makes)
    if schema in known_schemas():
        return look(
            "database", f"schema {schema}, this version has {newest}", "back it up, then: followthrough migrate"
        )
    return broken(
        "database", f"schema {schema} is of a newer Followthrough", "run that version, or restore a backup made before"
    )


_RESTORE = "stop the bot, then: followthrough restore FILE, with your last backup"
_UNREADABLE = ("it cannot be read", _RESTORE)


def _of_security(operator: Operator) -> Iterator[Finding]:
    """Whether PostgreSQL still holds organisations apart, as the second wall behind our own statements."""
    if leaking := tables_open_by_policy(operator.connection):
        what = f"a policy lets more than one organisation be seen in {', '.join(leaking)}"
        yield broken(
            "row-level security",
            what,
            "who changed it? As the role that owns the tables: drop that policy, or put the last backup back",
        )
    if unguarded := unguarded_tables(operator.connection):
        on = " ".join(
            f"ALTER TABLE {one} ENABLE ROW LEVEL SECURITY; ALTER TABLE {one} FORCE ROW LEVEL SECURITY;"
            for one in unguarded
        )
        yield broken(
            "row-level security", f"it is off in {', '.join(unguarded)}", f"as the role that owns the tables: {on}"
        )


class Seen(NamedTuple):
    """`off`: how far the machine's clock is ahead of the database's. `workspaces` are Slack's; None where it cannot be read."""

    findings: list[Finding]
    off: timedelta | None = None
    workspaces: tuple[Workspace, ...] | None = None


def with_database(
    database: Looking, now: datetime, *, has_page: bool, keep: Keep = _AS_UNSET, erasures: Erasures | None = None
) -> Seen:
    """What can be said of it; of a schema that is not this version's, or of a damaged file, no more is asked."""
    found: list[Finding] = []
    try:
        found += of_database(database)
        if any(one.state is State.broken for one in found) or database.schema() != head_schema():
            return Seen(found)
        if missing := database.survey(lambda operator: missing_tables(operator.connection)):
            return Seen([*found, broken("tables", f"missing: {', '.join(missing)}", _RESTORE)])
        found += database.survey(lambda operator: list(_of_security(operator)))
        there = database.survey(lambda operator: operator.clock())
        for one in _of_use(database, now, has_page=has_page, keep=keep, erasures=erasures):
            found.append(one)  # each by itself: the next may not be readable
        workspaces = database.survey(lambda operator: tuple(operator.workspaces.all("slack")))
    except DatabaseSetting as error:
        return Seen([*found, broken("database", "it does not answer", str(error))])
    except Exception as error:
        if not is_of_the_database(error):
            raise  # a mistake of ours is no reason to put a backup back
        told = ("it went away meanwhile", "ask again") if is_away(error) else _UNREADABLE
        return Seen([*found, broken("database", *told)])
    return Seen(found, now - there if there else None, workspaces)


def _of_use(
    database: Looking, now: datetime, *, has_page: bool, keep: Keep, erasures: Erasures | None
) -> Iterator[Finding]:
    """What the bot does with it, and what is kept, copied and put on record."""
    at = now + database.survey(lambda operator: _moved(operator, has_page=has_page))
    latest = database.survey(lambda operator: operator.mornings.marks().looked_at)
    yield of_process(file_of(database.url), latest, at)
    yield from database.survey(lambda operator: list(of_mornings(operator, at)))
    yield database.survey(lambda operator: of_keeping(operator, at))
    yield database.survey(lambda operator: of_tonight(operator, keep, at))
    yield of_copies(database.survey(lambda operator: operator.condition.last_copy_at()), now, is_trial=has_page)
    yield database.survey(lambda operator: of_audit(operator, keep.audit_months))
    if erasures:
        put_back_at = database.survey(lambda operator: operator.condition.last_put_back_at())
        yield from of_erasures(database, erasures, put_back_at)


def _moved(operator: Operator, *, has_page: bool) -> timedelta:
    """How far somebody moved the trial page's clock, by which its mornings go while it is on."""
    return timedelta(seconds=float(operator.meta(MOVED) or 0)) if has_page else timedelta()


def _kinds(aside: Sequence[Path]) -> list[str]:
    return sorted({"restoring*" if one.name.endswith(".restoring") else "before-*" for one in aside})


def sqlite_version() -> tuple[int, ...]:
    return sqlite3.sqlite_version_info


def file_of(url: str) -> Path | None:
    return sqlite_file(url) if url.startswith("sqlite") else None
