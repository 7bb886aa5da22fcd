"""A member's own days off: nothing is sent while they last, and the list waits (row 12)."""

from dataclasses import replace
from datetime import timedelta

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.touching import day_or_question
from bot.days import written
from bot.views.asking import note
from bot.views.touching import settled
from bot.worktime import next_digest_at


def away(exchange: Exchange, until: str) -> Reply:
    """Off from today; "until Tuesday" means back on Tuesday."""
    day = day_or_question(exchange, until, lambda iso: f"away until {iso}")
    if isinstance(day, Reply):
        return day
    back = day.first_on or day.on or exchange.today
    if back <= exchange.today:
        return note("From which day are you back? away until Tuesday")
    act_id = exchange.act(f"away until {written(back, exchange.today)}")
    last = back - timedelta(days=1)
    exchange.store.members.add_leave(act_id, exchange.member.id, exchange.today, last)
    reschedule(exchange)
    return settled(f"You are away until {written(back, exchange.today)}. Your list waits for you.", act_id)


def reschedule(exchange: Exchange) -> None:
    """The next digest follows the days off as they stand now."""
    member = exchange.store.members.one(exchange.member.id) or exchange.member
    exchange.store.members.schedule(member.id, next_digest_at(replace(member, next_digest_at=None), exchange.now))
