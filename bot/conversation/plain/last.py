"""Whatever the member did last: "she", "that" and "no, Tuesday" mean it."""

from bot.conversation.exchange import Exchange
from bot.model import Act, Deal


def last_act(exchange: Exchange) -> Act | None:
    """The member's newest act of today."""
    act = exchange.store.acts.last_of(exchange.member.id)
    return act if act and act.at.astimezone(exchange.zone).date() == exchange.today else None


def last_deal(exchange: Exchange) -> Deal | None:
    """The one deal of the member's last act that they may still see."""
    act = exchange.store.acts.last_of(exchange.member.id)
    ids = sorted(exchange.store.acts.deals_of(act.id)) if act else []
    return exchange.store.deals.one(ids[0], exchange.owners) if len(ids) == 1 else None
