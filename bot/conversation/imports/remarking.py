"""What the counts of an import mean: sentences in the order in which they matter, and the card that shows them."""

from collections.abc import Iterable

from bot.cards import Card, File
from bot.conversation.imports.job import Job
from bot.conversation.imports.report import Outcome, Report
from bot.days import read_by, written
from bot.views import importing as views
from bot.worktime import today_for


def remarks(job: Job, report: Report) -> list[str]:
    with read_by(job.member.locale):
        begun_on = today_for(job.member, report.begun_at) if report.begun_at else None
        said = [
            views.went_on(report.before, written(begun_on, job.today)) if begun_on and report.before else "",
            views.taken_back() if report.taken_back else "",
            views.waking(report.waking, report.first_wake_on, report.last_wake_on, job.today),
            views.doubled(report.doubled),
            views.without_id() if job.columns.by_row else "",
            views.unread(job.columns.unread(job.sheet.header)),
        ]
    return [remark for remark in said if remark]


def counts(report: Report) -> str:
    return views.counts_said({what.value: count for what, count in report.counts.items()})


def headline(job: Job, report: Report) -> str:
    return f"{job.name}: {views.source_name(report.source)}, {views.rows_said(report.rows)}"


def note(job: Job, outcome: Outcome) -> str:
    with read_by(job.member.locale):
        return views.row_note(note=outcome.note, like=outcome.like, wakes_on=outcome.wakes_on, today=job.today)


def unknown_owners(report: Report) -> list[str]:
    return views.unknown_owners(report.unknown_owners.most_common(), report.fallback)


def card(job: Job, report: Report, *, preview: bool) -> Card:
    refused = [(str(one.number), one.title, one.owner, note(job, one)) for one in report.refused]
    said = [*remarks(job, report), *(f"{owner}." for owner in unknown_owners(report))]
    others = sum(report.counts.values()) - len(refused)
    told = views.Told(
        headline(job, report), counts(report), said, refused, _rows(job, report.doubles), _rows(job, report.first), others,
        report.act_id,
    )  # fmt: skip
    return views.report_card(told, preview=preview)


def refused_file(job: Job, report: Report) -> File | None:
    rows = [(str(one.number), one.title, one.owner, note(job, one)) for one in report.refused]
    return views.refused_file(rows) if rows else None


def _rows(job: Job, outcomes: Iterable[Outcome]) -> list[views.Row]:
    return [
        (
            str(outcome.number),
            outcome.title,
            outcome.owner,
            f"{outcome.what.value}; {said}" if (said := note(job, outcome)) else outcome.what.value,
        )
        for outcome in outcomes
    ]
