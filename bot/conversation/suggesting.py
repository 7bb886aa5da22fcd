"""The deals that a form offers before anything is typed in it: the member's own and the newest contact first."""

from bot.conversation.exchange import Exchange
from bot.views.suggesting import beside

_SUGGESTED = 20


def suggestions(exchange: Exchange) -> tuple[tuple[str, str], ...]:
    """(name, what tells it apart) of a few deals."""
    found = exchange.store.deals.likeliest(exchange.owners, exchange.member.id, _SUGGESTED)
    others = {**exchange.names, exchange.member.id: ""}
    return tuple(
        (name.full_label, beside(name.contacts, others.get(name.owner_id, ""), name.state, name.last_contact_on, exchange.today))
        for name in found
    )  # fmt: skip
