""" "Log this", written under what others said: the bot reads what it is sent, and no thread. No company is called "this"."""

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.conversation.finding import deal_called, meant
from bot.reading.plain.pointing import points_at
from bot.views.asking import unread


def pointed_at(exchange: Exchange, text: str, *, is_kept: bool = False) -> Reply | None:
    """None where something is told, or a deal is called so."""
    who = points_at(text, is_kept=is_kept)
    if who is None or deal_called(exchange, text) is not None:
        return None
    is_known = bool(who) and bool(meant(exchange, who).ids)
    return unread(who if is_known else "") if is_kept or is_known or not who else None
