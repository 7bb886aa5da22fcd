"""A step of which only the week or the month was agreed: its first day brings the deal back, and which day it is, is asked."""

from datetime import date, timedelta

from bot.model import History
from bot.playbook.holds import away_until
from bot.playbook.offered import Free
from bot.reading.steps.steps import Step

_MOST = 5  # buttons


def has_open_day(step: Step) -> bool:
    """ "Meeting next week"; "I'll try again next week" is our own plan, and any day of it will do."""
    return step.agreed and step.date.first_on is not None and step.date.first_on != step.date.last_on


def days_of(step: Step, history: History, free: Free) -> tuple[date, ...]:
    """The first of its days on which both are there, without those that do not suit them."""
    first, last = step.date.on, step.date.last_on
    if first is None or last is None:
        return ()
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    suits = (day for day in days if day not in step.barred and free.first(day) == day)
    return tuple(day for day in suits if not away_until(history, day))[:_MOST]
