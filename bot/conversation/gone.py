"""Deals that were the member's and are a colleague's now: whoever had one may read whose it is."""

from collections.abc import Callable

from bot.cards import Reply
from bot.commands import number_from
from bot.conversation import drafting
from bot.conversation.exchange import Exchange
from bot.model import first_name
from bot.reading.names import Known, match_deal
from bot.store import GoneDeal
from bot.views.alike import short_names
from bot.views.asking import NOT_SEEN, Whose, colleagues_now, not_seen, note, whose_it_is


def gone_deal(exchange: Exchange, who: str) -> GoneDeal | None:
    """The deal of that name or number, where the member no longer has it."""
    gone = all_gone(exchange)
    number = number_from(who)
    if number is not None and number in gone:
        return gone[number]
    match = match_deal(who, [Known(one.deal.id, one.deal.company, one.deal.title) for one in gone.values()])
    return gone[match.ids[0]] if match.ids else None


def gone_behind(exchange: Exchange, who: str, opened_for: str = "") -> GoneDeal | None:
    """The deal that was chosen in a form, or for which it was opened, by its number: its name may be another one's now."""
    for number in map(number_from, (who, opened_for)):
        gone = all_gone(exchange).get(number) if number is not None else None
        if gone and who in {str(number), f"#{number}", gone.deal.full_label}:
            return gone
    return None


def whose_now(exchange: Exchange, gone: GoneDeal, new: Callable[[], str]) -> Reply:
    """Whose it is, and who made it so. What was typed is kept by `new`, and can go to another deal."""
    whose = _who(exchange, gone)
    exchange.gone.append(gone.deal.id)  # a list that was pressed on says it beside itself
    exchange.remarks.append(whose_it_is(gone.deal, whose))
    create = new()
    return colleagues_now(gone.deal, whose, create, drafting.elsewhere(exchange), kept=bool(exchange.kept))


def not_yours(exchange: Exchange, deal_id: int | None) -> Reply:
    """A press on an old line. Of what the member never had, and of a number that nothing has, the same is said."""
    gone = all_gone(exchange).get(deal_id) if deal_id else None
    exchange.gone.append(deal_id or 0)  # a list answers for itself in either case: nobody reads from it what there is
    told = whose_it_is(gone.deal, _who(exchange, gone)) if gone else NOT_SEEN
    exchange.remarks.append(told)
    return note(told) if gone else not_seen()


def _who(exchange: Exchange, gone: GoneDeal) -> Whose:
    """Who got it, and by whom; of two of one first name the whole one."""
    here = short_names(exchange.store.members.named(), openly=True)
    to, by = (here.get(id_) or first_name(exchange.names.get(id_, "")) for id_ in (gone.to, gone.by))
    by = "" if gone.by == exchange.member.id else by or "somebody"
    return Whose(to or "a colleague", by, has_it=gone.to == gone.deal.owner_id)


def all_gone(exchange: Exchange) -> dict[int, GoneDeal]:
    return exchange.once("gone", lambda: exchange.store.deals.gone_from(exchange.member, exchange.owners))
