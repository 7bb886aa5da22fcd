"""Finds where they named their own time, and greets by the clock where they are (H29)."""

from zoneinfo import ZoneInfo

from bot.conversation.exchange import Exchange
from bot.model import History
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_sign_of_life, person_called
from bot.playbook.timetable import may_note, timetable
from bot.playbook.wording import Words
from bot.reading.waits.windows import is_time_of_theirs

_NOON, _EVENING = 12, 18


def their_timetable(exchange: Exchange, history: History) -> Words | None:
    """The note, when they have named a time that is still to come, in words that can be said back to them."""
    for touch in reversed([touch for touch in history.touches if is_sign_of_life(touch) and touch.said]):
        is_named = is_time_of_theirs(touch.said, touch.on, exchange.today, day_first=exchange.day_first)
        if is_named and may_note(history, touch):
            return timetable(history, exchange.speaker, exchange.today, touch, _greeting(exchange, history))
    return None


def _greeting(exchange: Exchange, history: History) -> str:
    """By their clock; where nobody knows it, one that fits at any hour."""
    person = person_called(contact_of(history), history.contacts)
    if person is None or not person.zone:
        return "Hello"
    hour = exchange.now.astimezone(ZoneInfo(person.zone)).hour
    return "Good morning" if hour < _NOON else "Good afternoon" if hour < _EVENING else "Good evening"
