"""A deal beside which its owner has another open one with that company is called by its title as well, so that what is done
says to which."""

from bot.conversation.exchange import Exchange
from bot.model import OPEN_STATES, Deal
from bot.reading.names import key, words_of


def told_apart(exchange: Exchange, deal: Deal) -> Deal:
    """With its title in its name, where whoever has it has another open deal with that company: what is done is done to one.

    Of a view of thousands the company is not looked for."""
    words = words_of(deal.company) if deal.title and not exchange.sees_many else ()
    if words:
        beside = (name for name in exchange.named_by(words) if name.id != deal.id)
        theirs = (name for name in beside if name.owner_id == deal.owner_id and name.state in OPEN_STATES)
        if any(key(name.company) == key(deal.company) for name in theirs):
            exchange.doubles.add(deal.id)
    return exchange.told_apart(deal)
