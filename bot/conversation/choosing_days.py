"""A day that a member names: clear and not past, or the question back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.cards import Button, Reply
from bot.conversation.exchange import Exchange
from bot.days import written
from bot.reading.dates import read_date
from bot.reading.datewords import DateReading
from bot.views.asking import note

_WEEKDAY = re.compile(
    r"^(?:(?:on|by|this)\s+)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b(?!\s+\d+(?:st|nd|rd|th|\s+[a-z]{3}))",
    re.IGNORECASE,
)


def day_or_question(exchange: Exchange, when: str, retry: Callable[[str], str]) -> DateReading | Reply:
    """A day that is clear and not past, or the Reply that asks."""
    day = read_date(when, exchange.today, day_first=exchange.day_first)
    if day is None or day.problem:
        said = day.problem if day else f"I can't read “{when[:60]}” as a day."
        return note(f"{said} Try: Fri, tomorrow, in 3 days, Tue 17 March 10:00")
    if day.choices:
        buttons = [Button(written(choice, exchange.today), retry(choice.isoformat())) for choice in day.choices]
        return note(f"Which day is “{day.text}”?", *buttons)
    passed = bool(day.at) and day.at <= f"{exchange.now.astimezone(exchange.zone):%H:%M}"
    if day.on == exchange.today and passed and _WEEKDAY.match(day.text):
        day = replace(day, on=exchange.today + timedelta(days=7))  # "Thu 10am", said on a Thursday afternoon
    if day.on is None or day.on < exchange.today:
        return note("That day has passed. Give one from today on: Fri, tomorrow, in 3 days")
    return replace(day, first_on=max(day.first_on, exchange.today)) if day.first_on else day
