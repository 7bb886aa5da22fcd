"""Deals that were the member's and are a colleague's now: whoever had one may read whose it is."""

from collections.abc import Callable

from bot.cards import Reply
from bot.commands import number_from
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.model import first_name
from bot.reading.names import Known, match_deal
from bot.store import GoneDeal
from bot.views.asking import colleagues_now


def gone_deal(exchange: Exchange, who: str) -> GoneDeal | None:
    """The deal of that name or number, where the member no longer has it."""
    gone = _gone(exchange)
    number = number_from(who)
    if number is not None and number in gone:
        return gone[number]
    match = match_deal(who, [Known(one.deal.id, one.deal.company, one.deal.title) for one in gone.values()])
    return gone[match.ids[0]] if match.ids else None


def gone_behind(exchange: Exchange, who: str, opened_for: str = "") -> GoneDeal | None:
    """The deal that was chosen in a form, or for which it was opened, by its number: its name may be another one's now."""
    for number in map(number_from, (who, opened_for)):
        gone = _gone(exchange).get(number) if number is not None else None
        if gone and who in {str(number), f"#{number}", gone.deal.full_label}:
            return gone
    return None


def whose_now(exchange: Exchange, gone: GoneDeal, new: Callable[[], str]) -> Reply:
    """Whose it is, and who made it so. What was typed is kept by `new`, and can go to another deal."""
    owner = first_name(exchange.names.get(gone.deal.owner_id, ""), "a colleague")
    by = "" if gone.by == exchange.member.id else first_name(exchange.names.get(gone.by, ""), "somebody")
    create = new()
    return colleagues_now(gone.deal, owner, by, create, drafting.elsewhere(exchange), kept=bool(exchange.kept))


def _gone(exchange: Exchange) -> dict[int, GoneDeal]:
    return exchange.once("gone", lambda: exchange.store.deals.gone_from(exchange.member, exchange.owners))
