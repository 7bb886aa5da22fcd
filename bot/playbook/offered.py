"""Days that a text may offer: no weekend, and no public holiday where they are or where we are."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.model import History
from bot.playbook.precedence import SATURDAY, country_there
from bot.worktime import holiday


def countries(history: History) -> tuple[str, ...]:
    """Theirs, and that of whoever makes words of it."""
    return tuple(country for country in (country_there(history), history.house.country) if country)


def free_from(day: date, where: Sequence[str]) -> date:
    """The day itself, or the next one on which both work."""
    while day.weekday() >= SATURDAY or any(holiday(day, country) for country in where):
        day += timedelta(days=1)
    return day


def free_day(today: date, working_days: int, where: Sequence[str]) -> date:
    """So many working days on."""
    day = today
    for _ in range(working_days):
        day = free_from(day + timedelta(days=1), where)
    return day
