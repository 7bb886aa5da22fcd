"""Why a database cannot be used, in one sentence by what its driver says. No password is in it, and no part of one."""

import re
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.store.addresses import ESCAPES, may_be_cut_wrong, named_in
from bot.store.files import DatabaseHeld, DatabaseSetting, sqlite_path

_CAUSES = (
    (r"password authentication failed|no password supplied", "PostgreSQL refuses the password, or knows no such role{role}"),
    (r'role "[^"]*" does not exist', "PostgreSQL knows no such role{role}"),
    (r'database "[^"]*" does not exist', "PostgreSQL has no such database{database}"),
    (
        r"server does not support SSL",
        "PostgreSQL speaks no TLS there{place}, and sslmode asks for it: turn it on in PostgreSQL (ssl = on), or leave sslmode out where nobody is between",
    ),
    (r"invalid sslmode value", "there is no such sslmode. Known are disable, allow, prefer, require, verify-ca and verify-full"),
    (
        r"root certificate|weak sslmode",
        "the certificate by which PostgreSQL is known again is not found: name its file with &sslrootcert=/whole/path behind sslmode=verify-full",
    ),
    (
        r"certificate verify failed",
        "PostgreSQL's certificate is not trusted here: name the file of who signed it with &sslrootcert=/whole/path behind sslmode",
    ),
    (r"does not match host name", "PostgreSQL's certificate is of another host than this{place}: write the host as the certificate has it"),
    (r"invalid (connection option|URI query parameter)", "behind the ? of the address stands a name that PostgreSQL does not know"),
    (r"invalid (integer |boolean )?value|bad value for", "behind the ? of the address stands a value that PostgreSQL does not take"),
    (r"Connection refused|No such file or directory", "nothing listens there{place}"),
    (r"resolve host|Name or service not known|nodename nor servname|name resolution", "there is no such host{place}"),
    (r"timeout expired|timed out|No route to host|Network is unreachable", "nobody answers there{place}"),
    (r"no pg_hba\.conf entry", "PostgreSQL lets this role in from nowhere near here, or only by TLS{role}: pg_hba.conf"),
    (r"too many (clients|connections)|remaining connection slots", "PostgreSQL has no connection left"),
    (r"is starting up|is shutting down|not yet accepting connections", "PostgreSQL is just starting or ending"),
)  # fmt: skip
_HELD = "Another program holds the database {file}. Wait until it has ended, or end it (fuser -v {file} names it), and run this again."
_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_CANTOPEN: "This user may not open the database {file}. Run this as the bot's user.",
    sqlite3.SQLITE_READONLY: "This user may not write to the database {file}, or to its folder. Run this as the bot's user.",
    sqlite3.SQLITE_FULL: "The disk is full: the database {file} could not be written. Make room, and run this again.",
    sqlite3.SQLITE_IOERR: "The disk does not read or write the database {file}. Look after the disk, then run followthrough doctor.",
    sqlite3.SQLITE_CORRUPT: "The database {file} is damaged. Stop the bot, then: followthrough restore FILE, with your last backup.",
    sqlite3.SQLITE_NOTADB: "The file {file} is no database. Stop the bot, then: followthrough restore FILE, with your last backup.",
}
_SQLITES_OWN = 0xFF  # what lies above only says it closer
_NO_RIGHT = "42501"  # insufficient_privilege
_LACKING = re.compile(r'no such (?:table|column): ([\w.]+)|(?:relation|column) "?([\w.]+)"? .*does not exist')


def refused(url: str, error: DBAPIError) -> DatabaseSetting:
    """What a command is told of an error by which the database cannot be used."""
    return (DatabaseHeld if is_held(error) else DatabaseSetting)(cannot_use(url, error))


def cannot_use(url: str, error: DBAPIError) -> str:
    kind = type(error.orig).__name__
    known = why_not(url, error)
    return known or f"Cannot use the database ({kind}). Check FOLLOWTHROUGH_DATABASE_URL and that it runs."


def why_not(url: str, error: BaseException) -> str:
    """A sentence for what is the operator's to mend; empty for what is not, or is not known."""
    if not isinstance(error, DBAPIError):
        return ""
    if lacking := _LACKING.search(str(error.orig)):
        name = lacking[1] or lacking[2]
        return f"The database lacks “{name}”: was it changed by hand? followthrough doctor says what is missing, and what to do."
    return _of_sqlite(url, error) if url.startswith("sqlite") else _of_postgres(url, error)


def is_held(error: BaseException) -> bool:
    """Whether another program holds SQLite's lock."""
    return _sqlites(error) == sqlite3.SQLITE_BUSY


def _sqlites(error: BaseException) -> int:
    found = error.orig if isinstance(error, DBAPIError) else error
    return int(getattr(found, "sqlite_errorcode", 0)) & _SQLITES_OWN


def _of_sqlite(url: str, error: DBAPIError) -> str:
    return sqlite_says(error, sqlite_path(url))


def sqlite_says(error: BaseException, file: Path) -> str:
    """Of this file; empty where that is nothing an operator could mend."""
    return _OF_SQLITE.get(_sqlites(error), "").format(file=file)


def is_closed_to_us(error: BaseException) -> bool:
    return _sqlites(error) == sqlite3.SQLITE_CANTOPEN


def _of_postgres(url: str, error: DBAPIError) -> str:
    named = named_in(url)
    if getattr(error.orig, "sqlstate", "") == _NO_RIGHT:
        return (
            f"This role{named['role']} may not make or change the tables. Run “followthrough migrate” as the role that owns them:"
            " docs/operations.md, part 3. Where that was done, the rights of part 2 are missing."
        )
    cause = next((said for pattern, said in _CAUSES if re.search(pattern, str(error.orig))), "").format(**named)
    hint = f" {ESCAPES}" if may_be_cut_wrong(url) else ""
    return f"Cannot use the database: {cause}. Check FOLLOWTHROUGH_DATABASE_URL.{hint}" if cause else ""
