"""A step that is moved keeps its hour, and a weekday that it gets is the one beside the day that it had.

Who only names another day, because the old one does not suit, has named no hour: then it is told that none is on record.
"""

import re
from dataclasses import replace
from datetime import date

from bot.conversation.picked_step import does_not_suit, picked_step
from bot.model import History, NextStep
from bot.reading.calendar.datewords import DateReading
from bot.reading.line.callreading import CallReading
from bot.reading.promises.moving import day_instead
from bot.reading.steps.steps import Dropped, Step

_SAME_TIME = re.compile(r"(?:,\s*)?(?:\bat\s+)?(?:\bthe\s+)?\b(?:same|usual)\s+(?:time|hour|slot)\b", re.IGNORECASE)
_AS_IT_IS = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|push(?:e[sd]|ing)?|shift(?:s|ed|ing)?|slid(?:es?)?|slip(?:s|ped)?|bump(?:s|ed)?|postpone[sd]?|delay(?:s|ed)?|switch(?:es|ed)?|put\s+(?:back|off)|br(?:ings?|ought)\b.{0,30}?\bforward)\b",
    re.IGNORECASE,
)
# "to Thursday afternoon", "time to be confirmed": another hour.
_OTHER_HOUR = re.compile(
    r"\b(?:morning|mornings|afternoon|aft|evening|[ap]\.?m|noon|lunch\w*|breakfast|earlier|early|late|later|first\s+thing|e\.?o\.?d|hours?|times?|tb[acd])\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:instead|rather|reschedul\w+|stattdessen|statt)\b", re.IGNORECASE)
_HOUR_OPEN = re.compile(
    r"\btb[acd]\b|\b(?:time|hour|slot)\s+(?:is\s+|still\s+)*(?:open|unclear|unknown|later|follows|to\s+be|to\s+follow|not\s+\w+)|\b(?:new|another|different|other|no)\s+(?:time|hour|slot)\b",
    re.IGNORECASE,
)
_SOONER = re.compile(
    r"\b(?:forward|earlier|sooner|up\s+to|pull(?:s|ed)?|bring|brought|this\s+(?:mon|tue|wed|thu|fri))\b", re.IGNORECASE
)


def on_its_new_day(before: History, reading: CallReading, today: date) -> CallReading:
    """ "can't do Friday, Monday instead" of what is on Friday week: that Friday is off, and the Monday behind it is meant.

    Of "moved to Monday" two may be meant, and which one is asked."""
    pending, step = moved_from(before, reading, today), reading.next_step
    if pending is None or not (pending.agreed and step and step.date.on):
        return reading
    off = _that_day(pending, reading, f"{step.raw}; {reading.note}")
    if not (step.is_moved or (off and pending.on in off.days)):
        return reading
    days = two_days(step.date, step.raw, pending)
    if not days:
        return replace(reading, dropped=off)
    if off and pending.on in off.days:
        new = replace(step, date=day_instead(step.date, pending.on), what=step.what or pending.what)
        return replace(reading, dropped=off, next_step=new)
    unsure = with_its_hour(replace(step, date=replace(step.date, on=None, choices=days)), pending, reading.note)
    told = "; ".join(dict.fromkeys(filter(None, (*reading.note.split("; "), step.raw))))  # on record until it is chosen
    return replace(reading, next_step=None, unsure_step=replace(unsure, what=step.what or pending.what), note=told)


def moved_from(before: History, reading: CallReading, today: date) -> NextStep | None:
    """The step on record that gets another day."""
    step, off = reading.next_step, reading.dropped
    named = (step.what if step else "") or (off.what if off else "")
    told = f"{step.raw if step else ''}; {reading.note}" if off else ""
    return picked_step(before, named, told, today, off.days if off else ())


def _that_day(pending: NextStep, reading: CallReading, told: str) -> Dropped | None:
    """The day that does not suit is the one on which it is."""
    off = reading.dropped
    return Dropped(off.what, (pending.on,)) if off and does_not_suit(pending, told) else off


def two_days(day: DateReading, told: str, pending: NextStep) -> tuple[date, ...]:
    """The weekday to which it is moved: the next one, which is before the day that it had, and the one beside that; empty where
    only one can be meant."""
    if day.on is None or day.on >= pending.on or _SOONER.search(told):
        return ()
    beside = day_instead(day, pending.on).on
    return (day.on, beside) if beside and beside != day.on else ()


def with_its_hour(step: Step, pending: NextStep | None, note: str) -> Step:
    """ "moved it to Mon, same time", "move the demo to 17 Dec"."""
    if pending is None or not pending.at or step.date.at or step.date.spans or step.date.first_on:
        return step
    told = f"{step.raw} {note}"
    is_same = _SAME_TIME.search(told) or (keeps_hour(step.raw) and not _HOUR_OPEN.search(told))
    return replace(step, date=replace(step.date, at=pending.at, zone=pending.zone)) if is_same else step


def keeps_hour(told: str) -> bool:
    """Whether it is moved as it is, and no other time of day is told."""
    return bool(_SAME_TIME.search(told)) or (bool(_AS_IT_IS.search(told)) and not names_hour(told))


def without_same_time(when: str) -> str:
    """ "thurs, same time" is a day alone."""
    return _SAME_TIME.sub("", when)


def names_hour(told: str) -> bool:
    """Whether a time of day is told, or that it is open."""
    return bool(_OTHER_HOUR.search(told))


def is_instead(told: str) -> bool:
    """Whether a day is told to take the place of another."""
    return bool(_INSTEAD.search(told) or _AS_IT_IS.search(told))


def hour_told(before: History, reading: CallReading, made: NextStep | None, today: date) -> str:
    """What the answer says of an hour that nobody typed: that it stays, or that none is on record."""
    read, pending = reading.next_step, moved_from(before, reading, today)
    if made is None or read is None or not read.is_moved or read.date.at or pending is None or not pending.at:
        return ""
    if made.at:
        return "the hour as it was"
    return f"no hour yet, it was at {pending.hour}"
