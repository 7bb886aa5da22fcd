"""A press on an old line whose deal is somebody else's now: whose, where the member gave it away, and the line is settled."""

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.views.asking import NOT_SEEN, not_seen, note, you_gave_it_away


def not_yours(exchange: Exchange, deal_id: int | None) -> Reply:
    """Of what the member never had, and of a number that nothing has, the same is said."""
    given = exchange.store.deals.given_by(exchange.member.id, exchange.owners)
    deal = given.get(deal_id) if deal_id else None
    exchange.gone.append(deal_id or 0)  # a list answers for itself in either case: nobody reads from it what there is
    if deal is None:
        exchange.remarks.append(NOT_SEEN)
        return not_seen()
    told = you_gave_it_away(deal, exchange.names.get(deal.owner_id, "a colleague"))
    exchange.remarks.append(told)
    return note(told)
