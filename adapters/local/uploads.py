"""Files handed to the page: one at a time is read, shown and imported, in a thread of its own, so that the page stays awake.

A file lives as long as the process at most; killed in between, the same file goes on where it had stopped.
"""

import secrets
import tempfile
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

import structlog

from bot.conversation import imports
from bot.conversation.imports import Job, Report
from bot.model import Member
from bot.reading.spreadsheets.headers import WrongMapping, suggested
from bot.reading.spreadsheets.text import BrokenFile, Sheet, opened
from bot.store import Database
from bot.views import importing as views

_KEPT = 8  # files; the oldest goes first
_log = structlog.get_logger()


@dataclass
class Upload:
    """`state`: columns (they have to be named), preview, running, done, or broken, with a sentence in `problem`."""

    key: str
    member: Member
    name: str
    content: BinaryIO
    sheet: Sheet | None = None
    by_hand: dict[str, str] = field(default_factory=dict)
    fallback: Member | None = None
    job: Job | None = None
    report: Report | None = None
    state: str = "columns"
    problem: str = ""
    done: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Uploads:
    """Everything here blocks: call it in a thread."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._kept: OrderedDict[str, Upload] = OrderedDict()
        weakref.finalize(self, _close, self._kept)

    def one(self, key: str) -> Upload | None:
        return self._kept.get(key)

    def add(self, member: Member, name: str, content: BinaryIO) -> Upload:
        """Takes a file over, and reads it as far as that is possible without asking."""
        upload = Upload(secrets.token_urlsafe(9), member, name, content)
        self._kept[upload.key] = upload
        for old in [one for one in self._kept.values() if one.state != "running"][:-_KEPT]:
            self._kept.pop(old.key).content.close()
        try:
            upload.sheet = opened(content)
        except BrokenFile as error:
            upload.state, upload.problem = "broken", str(error)
            return upload
        upload.by_hand = imports.mapping_of(self._database, member.organisation_id, upload.sheet)
        self.look(upload, upload.by_hand, None)
        if upload.state == "columns":
            upload.by_hand = suggested(upload.sheet.header)
        return upload

    def look(self, upload: Upload, by_hand: dict[str, str], fallback: Member | None) -> None:
        """What would happen, read with these columns and this owner of what nobody owns."""
        with upload.lock:
            if upload.state in {"running", "done"} or upload.sheet is None:
                return
            upload.by_hand, upload.fallback, upload.problem = by_hand, fallback or upload.fallback, ""
            try:
                upload.job = imports.job_for(
                    self._database, upload.member, upload.name, upload.sheet, by_hand, self._clock(), fallback=upload.fallback
                )  # fmt: skip
                upload.state = "preview" if upload.job else "columns"
                upload.report = imports.preview(self._database, upload.job) if upload.job else None
            except WrongMapping as error:
                upload.state, upload.problem = "columns", str(error)
            except BrokenFile as error:
                upload.state, upload.problem = "broken", str(error)

    def start(self, upload: Upload) -> None:
        """Begins the import; a second press changes nothing."""
        with upload.lock:
            if upload.state != "preview" or upload.job is None:
                return
            upload.state, upload.report = "running", None
        threading.Thread(target=self._run, args=(upload, upload.job), name="import", daemon=True).start()

    def _run(self, upload: Upload, job: Job) -> None:
        def tell(done: int, _rows: int) -> None:
            upload.done = done

        try:
            if upload.by_hand:
                imports.remember_mapping(self._database, job.organisation_id, job.sheet, upload.by_hand)
            upload.report = imports.import_rows(self._database, job, tell)
            upload.state = "done"
        except Exception:  # noqa: BLE001 - the thread's one guard: the traceback in the log, a sentence on the page
            _log.exception("an import stopped")
            upload.state, upload.problem = "broken", views.STOPPED


def _close(kept: OrderedDict[str, Upload]) -> None:
    for upload in kept.values():
        if upload.state != "running":
            upload.content.close()


def empty_file() -> BinaryIO:
    """A file that only this process can read; it is gone when it is closed."""
    return tempfile.TemporaryFile()
