"""One thread writes to SQLite, and one commit serves everybody who waits (group commit).

Several connections fighting for SQLite's one write lock have tails of half a second; one writer has none. Each of several
jobs runs in its own savepoint: when it fails, it alone is taken back. Nobody hears "done" before the commit has happened.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

_MOST_AT_ONCE = 64
Job = Callable[[Connection], Any]


class DatabaseClosed(RuntimeError):
    """The database is closed: nothing can be written any more."""


class Writer:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._ended = False
        self._why: Exception = DatabaseClosed(DatabaseClosed.__doc__)
        self._ending = threading.Lock()  # or a job could be queued behind the end, and its caller would wait for ever
        self._jobs: queue.SimpleQueue[tuple[Job, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def do(self, job: Job) -> Any:
        """Runs the job in the writer's thread and returns its result once it is committed; raises what it raised.

        Raises DatabaseClosed once the writer has been stopped, and what the database said where it could not be opened.
        """
        future: Future[Any] = Future()
        with self._ending:
            if self._ended:
                raise self._why
            self._jobs.put((job, future))
        return future.result()

    def stop(self) -> None:
        """What was asked for before is still done."""
        with self._ending:
            self._ended = True
            self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            self._work()
        except DBAPIError as error:  # from opening it: what a job meets is its caller's
            self._why = error
        finally:
            self._let_go()

    def _let_go(self) -> None:
        """However the thread ended, whoever still waits is told."""
        with self._ending:
            self._ended = True
        while not self._jobs.empty():
            item = self._jobs.get_nowait()
            if item is not None:
                item[1].set_exception(self._why)

    def _work(self) -> None:
        running = True
        with self._engine.connect() as connection:
            while running:
                batch, running = self._batch()
                if batch:
                    self._commit(connection, batch)

    def _batch(self) -> tuple[list[tuple[Job, Future[Any]]], bool]:
        """Waits for a job, then takes what else has come meanwhile; False when it is time to stop."""
        batch = []
        item = self._jobs.get()
        while item is not None:
            batch.append(item)
            if len(batch) == _MOST_AT_ONCE:
                return batch, True
            try:
                item = self._jobs.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _commit(self, connection: Connection, batch: list[tuple[Job, Future[Any]]]) -> None:
        done: list[tuple[Future[Any], Any]] = []
        try:
            with connection.begin():
                for job, future in batch:
                    try:
                        with connection.begin_nested() if len(batch) > 1 else nullcontext():
                            result = job(connection)
                        done.append((future, result))  # not before its savepoint is released: that may fail too
                    except Exception as error:
                        future.set_exception(error)  # whatever a job raises is its caller's to see
                        if len(batch) == 1:
                            raise
        except Exception as error:  # noqa: BLE001 - the commit failed: nobody was answered, everybody hears why
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return
        for future, result in done:
            future.set_result(result)
