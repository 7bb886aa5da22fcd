"""A thing that is owed gets a new day in everyday words: the one open promise of it moves, and none is made beside it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from bot.conversation.settling import owing
from bot.model import Commitment, History
from bot.playbook.restating import restated
from bot.playbook.results import open_promises
from bot.reading.calendar.datewords import DateReading
from bot.reading.line.callreading import CallReading
from bot.reading.promises.moving import Moved, day_instead, is_weekday_alone
from bot.reading.promises.promised import Promised


def told_anew(before: History, reading: CallReading) -> CallReading:
    """ "Floorplan delayed, sends mon instead": the one open promise of that thing moves, and nothing is promised beside it."""
    fitting = [(move, fits[0]) for move in reading.new_days if len(fits := owing(move.thing, before)) == 1]
    moves = [(replace(move, day=_later_than(one, move)), one) for move, one in fitting]
    if not moves:
        return reading
    days = {on for move, _ in (*moves, *fitting) for on in (move.day.on, *move.day.choices)}
    things = {move.thing for move, _ in moves}
    made = tuple(one for one in reading.promises if not (_is_then(one, days) and _is_the_same(one, things)))
    told = {promise.id for one in made if (promise := restated(one.text, open_promises(before, one.side)))}
    known = {_bare(move.thing) for move in reading.moved}
    new = tuple(move for move, one in moves if one.id not in told and _bare(move.thing) not in known)
    return replace(reading, promises=made, moved=(*reading.moved, *new), not_before=None if new else reading.not_before)


def _bare(thing: str) -> str:
    return thing.casefold().removeprefix("the ")


def _later_than(promise: Commitment, move: Moved) -> DateReading:
    """Of the weekday that it gets the one that its old day asks for: "wed" of what was due on Monday the 7th is the 9th."""
    old, day = promise.due_on, move.day
    if day.choices:
        later = [on for on in day.choices if old is None or on > old]
        return replace(day, on=min(later, default=day.choices[-1]), choices=())
    if old and move.is_late and day.on and day.on <= old and is_weekday_alone(day.text):
        return replace(day, on=old + timedelta(days=(day.on - old).days % 7 or 7))
    return day_instead(day, old) if old else day


def _is_then(made: Promised, days: Collection[date | None]) -> bool:
    return made.due is not None and any(on in days for on in (made.due.on, *made.due.choices) if on)


def _is_the_same(made: Promised, things: Collection[str]) -> bool:
    """ "send" alone, or "push the trial agreement": no act of its own beside the thing."""
    _, _, what = made.text.partition(" ")
    return not what or what in {"it", "them"} or any(set(what.split()) <= {*thing.split(), "the"} for thing in things)
