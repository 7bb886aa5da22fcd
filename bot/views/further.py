"""What else a line of the list offers, behind its "…": a day that is offered is one on which its reader works."""

from datetime import date, timedelta

from bot.cards import Button
from bot.days import written
from bot.model import Commitment
from bot.playbook.agenda import Due
from bot.views.naming import OPEN_DEAL
from bot.worktime import roll


def why_button(deal_id: int) -> Button:
    return Button("Why?", f"why {deal_id}")


def promise_more(due: Due, promise: Commitment, today: date) -> tuple[Button, ...]:
    deal_id = due.history.deal.id
    next_day, typed = _next_working(due, today, 1)
    next_week, in_a_week = _next_working(due, today, 7)
    return (
        Button(f"Moved to {next_day or 'tomorrow'}", f"promise moved {promise.id} {typed or 'tomorrow'}"),
        Button(f"Moved to {next_week or 'next week'}", f"promise moved {promise.id} {in_a_week or 'in 1 week'}"),
        Button("Will not happen", f"promise broken {promise.id}"),
        Button("Log a call", f"log {deal_id}"),
        Button(OPEN_DEAL, f"where {deal_id}"),
        why_button(deal_id),
    )


def _next_working(due: Due, today: date, ahead: int) -> tuple[str, str]:
    """That many days on, or the next day on which whoever reads the list works: as it is said and as it is typed; empty where
    the day stands as it is."""
    day, member = today + timedelta(days=ahead), due.history.house.member
    working = roll(day, member) if member else day
    return ("", "") if working == day else (written(working, today), working.isoformat())


def touch_more(due: Due, today: date) -> tuple[Button, ...]:
    deal_id = due.history.deal.id
    next_day, typed = _next_working(due, today, 1)
    return (
        Button("We talked", f"log {deal_id}"),
        Button("They got in touch", f"reply {deal_id}"),
        Button("Left voicemail", f"done {deal_id} voicemail"),
        Button("No answer", f"done {deal_id} no answer"),
        Button("Sent an email", f"done {deal_id} email"),
        Button(next_day or "Tomorrow", f"later {deal_id} {typed or 'tomorrow'}"),
        Button("In 3 days", f"later {deal_id} in 3 days"),
        Button("In a week", f"later {deal_id} in 1 week"),
        Button("Prep", f"prep {deal_id}"),
        Button(OPEN_DEAL, f"where {deal_id}"),
        why_button(deal_id),
        Button("Let go", f"let go {deal_id}"),
    )
