"""The run, in parts: each is one transaction and all belong to one act, so that one undo takes the whole import back.

Killed in between, a repeat of the same file goes on under the same act: rows that are in are known by their ids.
"""

from collections.abc import Callable
from functools import partial

from bot.conversation.imports.deciding import Around, Part, decided, looks
from bot.conversation.imports.job import Job
from bot.conversation.imports.report import Outcome, Report, What
from bot.conversation.imports.waking import Waiting
from bot.conversation.imports.writing import TakenBack, write
from bot.reading.names import company_key
from bot.reading.spreadsheets.rows import rows_of
from bot.store import Begun, Database, Looking, Store, chunks

PART = 900  # rows a transaction: a fifth of a second, so that whoever talks to the bot meanwhile does not wait
Tell = Callable[[int, int], None]  # rows done, of how many
Each = Callable[[Outcome], None]


def preview(database: Looking, job: Job, each: Each | None = None) -> Report:
    """What would happen; nothing is written."""
    around = _around(database, job, None)
    report = Report(job.columns.source, job.survey.rows, job.fallback.name)
    for rows in chunks(rows_of(job.sheet, job.columns, job.survey), PART):
        _tell(report, database.read(job.organisation_id, partial(decided, job, around, rows)), each)
    return report


def import_rows(database: Database, job: Job, tell: Tell | None = None, each: Each | None = None) -> Report:
    """Writes every row, or refuses it by its number."""
    begun = database.read(job.organisation_id, lambda store: store.imports.begun(job.digest, job.member.id))
    around = _around(database, job, begun)
    report = Report(job.columns.source, job.survey.rows, job.fallback.name, begun_at=begun.at if begun else None)
    report.act_id = begun.act_id if begun else None
    done = 0
    for rows in chunks(rows_of(job.sheet, job.columns, job.survey), PART):
        try:
            written = database.write(job.organisation_id, partial(write, job, around, rows, report.act_id))
        except TakenBack:
            report.taken_back = True
            return report
        report.act_id = written.act_id
        _tell(report, written.part, each)
        done += len(rows)
        if tell:
            tell(done, job.survey.rows)
    if report.act_id is not None:
        database.write(job.organisation_id, partial(_finish, job, report, report.act_id))
    return report


def _around(database: Looking, job: Job, begun: Begun | None) -> Around:
    act_id = begun.act_id if begun else None
    waiting = Waiting()
    for rows in chunks(rows_of(job.sheet, job.columns, job.survey), PART):
        database.read(job.organisation_id, partial(waiting.add, job, rows))

    def read(store: Store) -> Around:
        silent = frozenset(company_key(company) for company in store.deals.not_to_contact() if company)
        return Around(waiting.days(job, store), looks(store.imports.names(job.owners, act_id)), silent, act_id)

    return database.read(job.organisation_id, read)


def _tell(report: Report, part: Part, each: Each | None) -> None:
    report.before += part.before
    for outcome in part.outcomes:
        report.add(outcome)
        if each:
            each(outcome)


def _finish(job: Job, report: Report, act_id: int, store: Store) -> None:
    """The act tells what it came to."""
    count = report.counts[What.created] + report.counts[What.updated] + report.before
    store.audit.speaks(job.source, job.member.id, job.now, "import")
    store.acts.describe(act_id, f"imported {count:,} deal{'s' if count != 1 else ''} from {job.name}")
    store.imports.finish(act_id, job.now)
