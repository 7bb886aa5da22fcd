"""On which day an imported deal comes up: from the next working day, the newest contact first, a few a day (voice.md 2).

Never a wall: days that an earlier import has filled are full. Closed deals never wake.
"""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversation.imports.deciding import is_new, owner_of
from bot.conversation.imports.job import Job
from bot.reading.spreadsheets.rows import ImportRow, Refused
from bot.store import Store
from bot.worktime import next_working_day, today_for

_ROOM = 1 << 32  # for each of contact, closing day and row in one number: a file may have a million rows
_LONGEST = timedelta(days=3650)  # later than this, nobody plans: what is left comes up then
NEVER = 0


class Days:
    """Row number -> the day on which its deal comes up; four bytes a row."""

    def __init__(self, last_row: int) -> None:
        self._days = array("i", [NEVER]) * (last_row + 1)

    def set(self, number: int, day: date) -> None:
        self._days[number] = day.toordinal()

    def get(self, number: int) -> date | None:
        told = self._days[number] if number < len(self._days) else NEVER
        return date.fromordinal(told) if told else None


class Waiting:
    """Open deals that nobody here has, by who gets them."""

    def __init__(self) -> None:
        self._rows: dict[int, list[int]] = defaultdict(list)
        self._last_row = 0

    def add(self, job: Job, rows: Sequence[ImportRow | Refused], store: Store) -> None:
        wanted = [row for row in rows if isinstance(row, ImportRow) and not (row.closed or row.deleted)]
        known = store.deals.by_external(job.columns.source, [row.external_id for row in wanted])
        for row in wanted:
            if is_new(known.get(row.external_id)):
                self._rows[owner_of(job, row).id].append(_order(row))
        self._last_row = max(self._last_row, *(row.number for row in rows), 0)

    def days(self, job: Job, store: Store) -> Days:
        most = store.organisation.policy.new_deals_a_day
        taken = store.imports.waking(job.today - timedelta(days=1))
        found = Days(self._last_row)
        for member in job.members:
            day = next_working_day(today_for(member, job.now), member)
            last = day + _LONGEST
            waiting = self._rows.pop(member.id, [])
            waiting.sort()
            for order in waiting:
                while taken[member.id, day] >= most and day < last:
                    day = next_working_day(day, member)
                taken[member.id, day] += 1
                found.set(order % _ROOM, day)
        return found


def _order(row: ImportRow) -> int:
    """What comes first is smaller: the newest contact, the latest closing day, the first row."""
    latest = _ROOM - 1
    return ((latest - _day(row.crm_contact_on)) * _ROOM + latest - _day(row.closes_on)) * _ROOM + row.number


def _day(day: date | None) -> int:
    return day.toordinal() if day else NEVER
