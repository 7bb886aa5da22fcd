"""A deal is lost for a reason that was told: a clear no is a good outcome (H47)."""

from bot.cards import Reply
from bot.conversation.exchange import Exchange
from bot.model import Deal, DecisionKind, Side
from bot.playbook.results import open_promises
from bot.views import ending as views
from bot.views.touching import settled


def lose(exchange: Exchange, deal: Deal, why: str) -> Reply:
    act_id = exchange.act(f"{deal.label}: lost")
    exchange.store.history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.lost, reason=why
    )
    exchange.refresh(deal.id)
    owed = open_promises(exchange.history(deal.id), Side.ours)
    then = f"Off your list with it: {'; '.join(promise.text for promise in owed)}." if owed else ""
    return settled(f"{deal.label}: closed{f', {why}' if why else ''}. {views.relief(why)}", act_id, then=then)
