"""Which deal is meant. Two that could be meant always ask; none offers to create it; never by guesswork (C22)."""

from collections.abc import Callable

from bot.cards import Reply
from bot.commands import number_from
from bot.conversation.exchange import Exchange
from bot.model import Deal
from bot.reading.names import Known, leading_name, match_deal
from bot.views.asking import Candidate, no_such_deal, which_deal

_SHOWN = 6


def known_deals(exchange: Exchange) -> list[Known]:
    """Every deal that the member may mean."""
    return [Known(name.id, name.company, name.title, name.contacts, name.former_names) for name in exchange.named]


def split_again(exchange: Exchange, who: str, rest: str) -> tuple[str, str]:
    """Who and the rest anew, when the deal's name goes on into it: "Black" + "Friday Ltd tomorrow"."""
    whole = f"{who} {rest}"
    named = leading_name(whole, known_deals(exchange))
    return (named, whole[len(named) :].strip(" ,:")) if len(named) > len(who) else (who, rest)


def find_deal(
    exchange: Exchange, who: str, retry: Callable[[str], str], create: Callable[[], str] | None = None
) -> Deal | Reply:
    """The deal a member means, or the Reply that asks.

    `retry` makes the command for a deal's number, `create` the one that makes a new deal of that name.
    """
    new = create or (lambda: f"new {who}")
    number = number_from(who)
    if number is not None:
        deal = exchange.store.deals.one(number, exchange.owners)
        if deal is not None:
            return deal
    match = match_deal(who, known_deals(exchange))
    if match.sure:
        deal = exchange.store.deals.one(match.ids[0], exchange.owners)
        if deal is not None:
            return deal
    if not match.ids:
        return no_such_deal(who, new())
    by_id = {name.id: name for name in exchange.named}
    candidates = [
        Candidate(
            name.id,
            name.full_label,
            exchange.names.get(name.owner_id, "nobody"),
            name.last_contact_on,
            name.stage,
            name.external_id,
        )
        for name in (by_id[id_] for id_ in match.ids[:_SHOWN])
    ]
    return which_deal(who, candidates, retry, new(), exchange.today)
