"""Who owes what: every open promise on the member's own deals, the earliest day first."""

from bot.cards import Reply
from bot.commands.deals import OwedBy
from bot.conversation.exchange import Exchange
from bot.model import Commitment, Side
from bot.views.owing import owed_card

_SIDES = {OwedBy.us: {Side.ours}, OwedBy.them: {Side.theirs}}


def owed(exchange: Exchange, by: OwedBy) -> Reply:
    sides = _SIDES.get(by, set(Side))
    promises = [
        promise
        for promise in exchange.store.history.open_promises({exchange.member.id})
        if promise.side in sides and (by is not OwedBy.late or _has_passed(exchange, promise))
    ]
    histories = exchange.store.history.many({promise.deal_id for promise in promises})
    leads = by is OwedBy.late and len(exchange.owners) > 1
    return Reply(owed_card(by, [(histories[p.deal_id], p) for p in promises], exchange.today, leads=leads))


def _has_passed(exchange: Exchange, promise: Commitment) -> bool:
    return promise.due_on is not None and promise.due_on < exchange.today
