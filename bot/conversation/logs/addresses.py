"""Somebody's e-mail address, told to be kept: none is, and a line that tells nothing else is no call."""

from bot.cards import Button, Reply
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.conversation.logs.whose import whom_and_rest
from bot.model import Deal
from bot.reading.naming.reachable import tells_an_address
from bot.views.asking import note


def told_address(exchange: Exchange, deal: Deal, line: str, typed: str) -> Reply | None:
    """None when the line tells anything else; it was `typed` so, or behind the deal's name."""
    if not (tells_an_address(typed) or tells_an_address(whom_and_rest(exchange, deal, line)[1])):
        return None
    draft = drafting.keep(exchange, {"line": line, "typed": typed})
    return note(
        f"I keep no e-mail addresses, so nothing is logged with {deal.full_label}. A call's note may hold it, word for word.",
        Button("Log a call with that note", f"resume {draft} {deal.id}"),
        Button("Drop it", f"resume {draft} drop"),
    )
