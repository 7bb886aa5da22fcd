"""Days that are offered, in a text or on a button: no weekend, no public holiday where they are, no day off of whoever offers
them, and none on which they said that they are away."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.model import History, Member
from bot.playbook.absences import announced_on
from bot.playbook.holds import away_until, is_wait, pending_step
from bot.playbook.precedence import SATURDAY, country_there
from bot.worktime import holiday, is_working_day

_SEARCHED = 400  # days; who never works when they do is offered the day as it is


@dataclass(frozen=True)
class Free:
    """The days on which both work: where they are, and whoever offers it."""

    country: str = ""
    member: Member | None = None
    history: History | None = None  # what they told of their absences

    def first(self, day: date) -> date:
        """The day itself, or the next such."""
        days = (day + timedelta(days=ahead) for ahead in range(_SEARCHED))
        return next(filter(self._is_free, days), day)

    def after(self, today: date, working_days: int) -> date:
        """So many of them on."""
        day = today
        for _ in range(working_days):
            day = self.first(day + timedelta(days=1))
        return day

    def _is_free(self, day: date) -> bool:
        if day.weekday() >= SATURDAY or (self.country and holiday(day, self.country)):
            return False
        if self.history and announced_on(self.history, day):
            return False
        return self.member is None or is_working_day(day, self.member)


def free_of(history: History, member: Member | None = None) -> Free:
    """Of the contact, and of whoever makes words of it."""
    return Free(country_there(history), member or history.house.member, history)


def offered_from(history: History, today: date) -> date | None:
    """The day before which no call is offered: they are away until then, or asked to wait; None where nothing is in the way."""
    away, step = away_until(history, today), pending_step(history)
    if away:
        return away.back_on
    return step.on if step and is_wait(step) and step.on > today else None
