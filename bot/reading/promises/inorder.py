"""What one person does step by step is told in order: "he racks it Mon, mails me the log by Wed" on a Tuesday is the Wednesday behind that Monday.

Only of weekdays that stand alone, and only where the later clause goes on without a subject of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.model import Side
from bot.reading.promises.promised import Promised

_WEEKDAY = re.compile(
    r"^(?:(?:on|by|before|until|till?)\s+)?(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b(?!.*\d{1,2}[/.])(?!\s+(?:the\s+)?\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^they\s+will\b", re.IGNORECASE)  # put there where the clause had no subject
_A_WEEK = timedelta(days=7)


def in_order(promises: Sequence[Promised]) -> list[Promised]:
    told: list[Promised] = []
    for one in promises:
        told.append(_behind(told[-1], one) if told else one)
    return told


def _behind(before: Promised, one: Promised) -> Promised:
    first, due = before.due, one.due
    is_series = before.side is one.side is Side.theirs and _GOES_ON.match(one.raw) and not one.again
    if not (is_series and first and due and first.on and due.on and not due.first_on and not first.first_on):
        return one
    if not (due.on < first.on < due.on + _A_WEEK and _WEEKDAY.match(first.text) and _WEEKDAY.match(due.text)):
        return one
    return replace(one, due=replace(due, on=due.on + _A_WEEK))
