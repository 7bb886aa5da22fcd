"""Opening SQLite or PostgreSQL, and running work in a transaction that is bound to one organisation."""

import os
import random
import threading
import time
import uuid
from collections.abc import Callable
from typing import TypeVar

import structlog
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from typing_extensions import override

from bot.model import SCHEDULER, Entry
from bot.store import audit_notes, migrating
from bot.store.asking import Ending, with_its_commit
from bot.store.binding import bind, bypasses_security, give_up
from bot.store.engines import CommitLost, engine_for, is_away, is_repeatable, is_replica, looking_at
from bot.store.files import (
    DatabaseBusy,
    DatabaseHeld,
    DatabaseSetting,
    begin_closed,
    lock_beside,
    network_between,
    sqlite_path,
)
from bot.store.operator import Operator
from bot.store.refusing import is_held, refused
from bot.store.store import Store
from bot.store.writer import Writer

T = TypeVar("T")
P = TypeVar("P", Store, Operator)
EVERYBODY = "*"
_TRIES = 5
_PATIENCE_SECONDS = 3.0  # then no other try begins: whoever asked is answered no more
_CONFLICT_SECONDS, _AWAY_SECONDS = (
    0.05,
    0.1,
)  # the longest first wait; a platform waits for its answer no more than three
_log = structlog.get_logger()


class Looking:
    """A database that is read, also beside the bot that writes to it. Nothing is migrated, locked or changed."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.source = SCHEDULER  # nothing is put down by it
        self.is_sqlite = url.startswith("sqlite")
        self._reader = looking_at(sqlite_path(url)) if self.is_sqlite else engine_for(url)

    def close(self) -> None:
        self._reader.dispose()

    def read(self, organisation_id: int, work: Callable[[Store], T]) -> T:
        """Runs `work` on a consistent view; nothing it does is kept."""
        return self._view(str(organisation_id), lambda connection: work(Store(connection, organisation_id)))

    def survey(self, work: Callable[[Operator], T]) -> T:
        """As `read`, across organisations: nobody who only looks waits for a writer."""
        return self._view(EVERYBODY, lambda connection: work(Operator(connection)))

    def is_healthy(self) -> bool:
        try:
            return self._view(EVERYBODY, lambda connection: bool(connection.execute(text("SELECT 1")).scalar_one()))
        except DBAPIError:
            return False

    def _view(self, scope: str, work: Callable[[Connection], T]) -> T:
        def once() -> T:
            with self._reader.connect() as connection, connection.begin() as transaction:
                bind(connection, scope, only_reads=True)
                result = work(connection)
                transaction.rollback()
                return result

        return _repeated(once)

    def schema(self) -> str | None:
        """The schema that is there; None for none. Raises DatabaseSetting when nobody answers there."""
        try:
            return self._view(EVERYBODY, migrating.revision)
        except DBAPIError as error:
            raise refused(self.url, error) from None

    def damage(self) -> str:
        """What SQLite finds wrong with its file; empty for nothing, and on PostgreSQL, which looks itself."""
        if not self.is_sqlite:
            return ""
        try:
            told = self._view(EVERYBODY, lambda c: c.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
        except DBAPIError as error:
            return str(error.orig)
        return "" if told == "ok" else str(told)

    def is_above_the_rules(self) -> bool:
        """Whether row-level security does not bind the role; SQLite has none."""
        return not self.is_sqlite and self._view(EVERYBODY, bypasses_security)


class Database(Looking):
    """One database for every organisation. Safe to use from several threads; on SQLite one process at a time."""

    def __init__(self, url: str) -> None:  # its own way to read is another one
        self.url = url
        self.source = SCHEDULER  # in the audit record, of what no message asked for
        self.is_sqlite = url.startswith("sqlite")
        self.worker = "" if self.is_sqlite else uuid.uuid4().hex  # of those who send: SQLite has one
        self._lock: int | None = _owned(url) if self.is_sqlite else None
        self._engine = engine_for(url)
        self._reader = engine_for(url, read_only=True) if self.is_sqlite else self._engine
        self._writer = Writer(self._engine) if self.is_sqlite else None

    def migrate(self) -> None:
        """Brings the schema up to date; safe when several processes start at once."""
        try:
            migrating.migrate(self._engine)
        except DBAPIError as error:
            raise refused(self.url, error) from None
        if self.is_above_the_rules():
            _log.warning("the database role bypasses row-level security; use one without superuser and BYPASSRLS")

    @override
    def close(self) -> None:
        if self._writer:
            self._writer.stop()
        self._reader.dispose()
        self._engine.dispose()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def take_notes(self) -> None:
        """What was done beside this process, and left in files, goes into the audit record."""
        if not self.is_sqlite:
            return
        left = audit_notes.taken(sqlite_path(self.url))
        if left:
            self.operate(lambda operator: operator.audit.write([note.entry for note in left]))
            audit_notes.forget(left)

    def write(self, organisation_id: int, work: Callable[[Store], T]) -> T:
        """Runs `work` in one transaction and returns its result once that is committed."""
        return self._transaction(
            str(organisation_id), lambda connection: Store(connection, organisation_id, self.source), work
        )

    def begin(self, company: str, work: Callable[[Store], T]) -> T:
        """A new organisation, with what `work` puts in it: both or neither."""

        def made(connection: Connection) -> Store:
            organisation_id = Operator(connection, self.source).create_organisation(company)
            return Store(connection, organisation_id, self.source)

        return self._transaction(EVERYBODY, made, work)

    def operate(self, work: Callable[[Operator], T]) -> T:
        """A transaction across organisations."""
        return self._transaction(EVERYBODY, lambda connection: Operator(connection, self.source, self.worker), work)

    def _transaction(self, scope: str, made: Callable[[Connection], P], work: Callable[[P], T]) -> T:
        if self._writer:
            result: T = self._writer.do(lambda connection: _closed(made(connection), work))
            return result
        return _repeated(lambda: self._once(scope, made, work))

    def _once(self, scope: str, made: Callable[[Connection], P], work: Callable[[P], T]) -> T:
        with self._engine.connect() as connection:
            transaction, ending = connection.begin(), Ending()
            try:
                bind(connection, scope)
                part = made(connection)
                result = work(part)
                with with_its_commit(connection) as ending:
                    part.close()
                transaction.commit()
            except BaseException as error:
                if transaction.is_active:
                    transaction.rollback()
                if is_replica(error):
                    give_up(connection, error)
                if ending.is_sent and isinstance(error, DBAPIError) and is_away(error) and not is_replica(error):
                    raise CommitLost from error
                raise  # nothing was kept: the database says so, or was never asked to
            return result


def tell_beside(url: str, entry: Entry) -> None:
    """Puts down what was done by a command that only reads, also beside the bot, or while another program holds the
    database: the bot takes it in then. Raises OSError, DatabaseSetting."""
    try:
        _tell(url, entry)
    except (DatabaseBusy, DatabaseHeld):
        audit_notes.leave(sqlite_path(url), entry)
    except DBAPIError as error:
        if not is_held(error):
            raise refused(url, error) from None
        audit_notes.leave(sqlite_path(url), entry)


def _tell(url: str, entry: Entry) -> None:
    database = Database(url)
    try:
        if database.is_sqlite and database.schema() != migrating.head():  # there may be no such table yet
            audit_notes.leave(sqlite_path(url), entry)
            return
        database.operate(lambda operator: operator.audit.write([entry]))
    finally:
        database.close()


def _closed(part: P, work: Callable[[P], T]) -> T:
    """Whatever writes ends with what its part still has to write, such as the audit record."""
    result = work(part)
    part.close()
    return result


def _repeated(once: Callable[[], T]) -> T:
    """Anew when nothing was kept: a conflict, or a connection that had gone while it lay in the pool (asking each
    beforehand whether it is there would cost every answer a way to the server)."""
    ends_at = time.monotonic() + _PATIENCE_SECONDS
    for attempt in range(_TRIES):
        try:
            return once()
        except DBAPIError as error:
            # A lost COMMIT is ambiguous and never repeated; it is told apart by _once.
            if attempt == _TRIES - 1 or not is_repeatable(error) or time.monotonic() > ends_at:
                raise
            longest = _AWAY_SECONDS if is_away(error) else _CONFLICT_SECONDS
            threading.Event().wait(random.uniform(0.2, 1) * longest * 2**attempt)  # noqa: S311 - jitter is no secret
    raise AssertionError("unreachable")


def _owned(url: str) -> int:
    path = sqlite_path(url)
    network = network_between(path)
    if network:
        raise DatabaseSetting(
            f"{path} lies on a network file system ({network}), where SQLite loses data. Put it on a disk of this machine, or use PostgreSQL."
        )
    lock = lock_beside(path)
    begin_closed(path)
    return lock
