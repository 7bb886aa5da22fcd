"""What the counts of an import mean, as sentences in the order in which they matter."""

from bot.conversation.imports.job import Job
from bot.conversation.imports.report import Report
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
        ]
    return [remark for remark in said if remark]
