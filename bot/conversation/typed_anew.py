""" "No, Thursday" behind a question is about the line that is asked about: it is read again with that day, and nothing older is changed."""

from bot.conversation import drafting, pending
from bot.conversation.exchange import Exchange
from bot.conversation.plain.correcting import other_day, wrong_day_in
from bot.conversation.plain.newday import day_near
from bot.conversation.plain.unpressed import days_in, in_words, newest_line, with_day
from bot.conversation.plain.whom import named_alone


def typed_anew(exchange: Exchange, line: str) -> str:
    """The line that was asked about, with the other day; empty where none is open, or it waits as a call and is shown as it would be."""
    when = other_day(line) or other_day(named_alone(exchange, line).rest)
    asked = pending.typed_before(exchange) if when else None
    waits = newest_line(exchange)
    if asked is None or (waits and waits.at >= asked[1]):
        return ""
    before, named = asked[0], named_alone(exchange, line).ids
    if named and not set(named) & {*named_alone(exchange, before).ids}:
        return ""
    wrong = [one.on for one in days_in(exchange, wrong_day_in(line))]
    days = [one for one in days_in(exchange, before) if not wrong or one.on in wrong]
    if len(days) != 1:
        return ""
    _close(exchange, before)
    day = in_words(day_near(exchange, when, days[0].on), when, exchange.today)
    return str(with_day(before, days[0].text, day))


def _close(exchange: Exchange, before: str) -> None:
    """The question is open no more, nor what was kept behind it."""
    pending.close(exchange)
    kept = drafting.asked_last(exchange)
    if kept and drafting.said_of(kept) == before:
        drafting.settle(exchange, kept.id)
