"""Which of two readings is the likelier, for whoever has to have one: the question stays asked."""

import re
from datetime import date

from bot.reading.calendar.datewords import DateReading

_NUMBERS = re.compile(r"\b(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})\b")


def likeliest(read: DateReading, *, day_first: bool) -> date | None:
    """Two numbers are read in the order of the place; "next Friday" is the following week's, as the later of two is."""
    if read.on or not read.choices:
        return read.on
    numbers = _NUMBERS.search(read.text)
    if not numbers:
        return read.choices[-1]
    first, second = int(numbers["first"]), int(numbers["second"])
    month, number = (second, first) if day_first else (first, second)
    whole = (day for day in read.choices if (day.month, day.day) == (month, number))
    return next(whole, next((day for day in read.choices if day.month == month), read.choices[-1]))
