"""What a clause tells of the next step: agreed, planned, wished for, moved or off; or of a promise that gets another day."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model import Side
from bot.reading.appointments import agreed_step, bare_step, step_beside
from bot.reading.dates import find_dates
from bot.reading.datewords import DateReading
from bot.reading.heard import Heard
from bot.reading.moving import moved_thing
from bot.reading.steps import Dropped, dropped_step, moved_step, wished_step


def tells_step(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    dates = dates or _hours_in(heard, clause)
    dropped = dropped_step(clause, dates, heard.people)
    step = (
        None
        if dropped
        else moved_step(clause, dates, alone=heard.is_first or bool(heard.dropped) or any(day.at for day in dates))
    )
    if isinstance(step, Dropped):
        dropped, step = step, None
    step = step or (None if dropped else wished_step(clause, dates) or agreed_step(clause, dates, heard.day.today))
    step = step or (None if dropped or heard.step else bare_step(clause, dates, heard.named_kind, heard.day.today))
    if dropped:
        heard.dropped = heard.dropped or dropped
    elif step and step.date.on is None:
        heard.unsure_step = heard.unsure_step or step
    elif step and (heard.step is None or not heard.step.agreed):
        heard.step = step
    else:
        beside = step_beside(clause, dates, heard.day.today)
        heard.step = heard.step or beside
        return not beside and _is_moved(heard, clause, typed, dates)
    if dropped or (step and not (step.what and step.agreed and step.date.on)):
        heard.notes.append(typed)
    return True


def _hours_in(heard: Heard, clause: str) -> tuple[DateReading, ...]:
    """A time alone is a day only where they speak: "call back 4ish"."""
    return (
        find_dates(clause, heard.day.today, day_first=heard.day.day_first, now=heard.day.now) if heard.day.now else ()
    )


def _is_moved(heard: Heard, clause: str, typed: str, dates: Sequence[DateReading]) -> bool:
    moved = moved_thing(clause, dates)
    if not moved:
        return False
    theirs = [at for at, made in enumerate(heard.promises) if made.side is Side.theirs]
    if not moved.thing and len(theirs) == 1:
        heard.promises[theirs[0]] = replace(heard.promises[theirs[0]], due=moved.day)
    else:
        heard.moved.append(moved)
    heard.notes.append(typed)
    return True
