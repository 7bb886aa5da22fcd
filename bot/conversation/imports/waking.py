"""On which day an imported deal comes up: from the next working day, the newest contact first, a few a day (voice.md 2).

Never a wall: days that an earlier import has filled are full. Closed deals never wake.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversation.imports.deciding import is_new, owner_of
from bot.conversation.imports.job import Job
from bot.reading.csvrows import ImportRow, Refused
from bot.store import Store
from bot.worktime import next_working_day, today_for

_Order = tuple[int, int, int]  # contact and closing day as numbers, row number: small, as a file may have 100,000
_LONGEST = timedelta(days=3650)  # later than this, nobody plans: what is left comes up then
NEVER = 0


class Waiting:
    """Open deals that nobody here has, by who gets them."""

    def __init__(self) -> None:
        self._rows: dict[int, list[_Order]] = defaultdict(list)

    def add(self, job: Job, rows: Sequence[ImportRow | Refused], store: Store) -> None:
        wanted = [row for row in rows if isinstance(row, ImportRow) and not (row.closed or row.deleted)]
        known = store.deals.by_external(job.columns.source, [row.external_id for row in wanted])
        for row in wanted:
            if is_new(known.get(row.external_id)):
                order = (_day(row.crm_contact_on), _day(row.closes_on), -row.number)
                self._rows[owner_of(job, row).id].append(order)

    def days(self, job: Job, store: Store) -> dict[int, date]:
        """Row number -> the day on which its deal comes up."""
        most = store.organisation.policy.new_deals_a_day
        taken = store.imports.waking(job.today - timedelta(days=1))
        found: dict[int, date] = {}
        for member in job.members:
            day = next_working_day(today_for(member, job.now), member)
            last = day + _LONGEST
            for _, _, number in sorted(self._rows.pop(member.id, []), reverse=True):
                while taken[member.id, day] >= most and day < last:
                    day = next_working_day(day, member)
                taken[member.id, day] += 1
                found[-number] = day
        return found


def _day(day: date | None) -> int:
    return day.toordinal() if day else NEVER
