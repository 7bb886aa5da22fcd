"""What is moved by hours keeps its day: they are counted from the hour that is on record, and the line is read as if it named the new one."""

from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.picked_step import picked_step
from bot.model import Deal, History, NextStep
from bot.model.record import hour_there
from bot.reading.steps.byhours import ByHours, by_hours, hour_moved


def with_its_hour_named(exchange: Exchange, deal: Deal, told: str) -> str:
    """ "pushed the visit an hour later" with the day and hour that this makes; as typed where nothing is on record at an hour."""
    moved = by_hours(told)
    found = None
    if moved and moved.is_sure:
        found = step_and_hour(exchange.history(deal.id), moved, exchange.told_on)
    return moved.told(f"{found[0].on.day} {found[0].on:%B %Y} {found[1]}") if moved and found else told


def step_and_hour(before: History, moved: ByHours, today: date) -> tuple[NextStep, str] | None:
    """The step that is meant, and its new hour by the same clock."""
    step = picked_step(before, moved.what, "", today)
    at = hour_moved(step.at, moved.by) if step and step.at else ""
    return (step, hour_there(at, step.zone)) if step and at else None
