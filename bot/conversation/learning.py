"""A name that was not recognised, or could mean several, and then was said to mean one deal: kept as an alias of that deal.

Never a name that is another deal's own, nor a person's, nor words of a sentence. It belongs to the act that it led to.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.finding import all_known, meant
from bot.model import Deal
from bot.reading.names import is_named_exactly, is_person, may_be_alias


def learn(exchange: Exchange, said: str, deal: Deal) -> None:
    """Keeps what was typed for the deal, once something was recorded for it in this message."""
    if not exchange.acts or not may_be_alias(said) or meant(exchange, said).sure:
        return
    known = all_known(exchange)
    people = [*exchange.names.values(), *(person for one in known for person in one.contacts)]
    if is_named_exactly(said, known) or is_person(said, people):
        return
    exchange.store.deals.also_called(exchange.acts[0], deal.id, said)
    exchange.refresh(deal.id)
