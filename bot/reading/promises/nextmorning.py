"""The morning of a promise is the next one: "I send it in the am", "ships first thing", told when today's is over.

Only a promise gets a day by it; how somebody likes to work stays a remark.
"""

import re
from datetime import date, time

from bot.reading.calendar.datewords import FRIDAY
from bot.reading.grammar.clauses import Kind, clause_of

_IN_THE_MORNING = re.compile(
    r"\s+(?:in\s+the\s+(?:am|morning)|(?:first|1st)\s+thing(?:\s+in\s+the\s+(?:am|morning))?)[\s.!]*$", re.IGNORECASE
)
_DAY_BEGINS = time(9)
_SUNDAY = 6


def next_morning(clause: str, today: date, now: time | None) -> str:
    """With "tomorrow morning", where that is a day of work."""
    is_next = now and now > _DAY_BEGINS and (today.weekday() < FRIDAY or today.weekday() == _SUNDAY)
    found = _IN_THE_MORNING.search(clause) if is_next else None
    if found is None:
        return clause
    what = clause_of(clause)
    return f"{clause[: found.start()]} tomorrow morning" if what.kind is Kind.promise and what.side else clause
