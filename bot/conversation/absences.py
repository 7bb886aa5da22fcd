"""Their absence: nothing is due before they are back, and what they promised waits for it (row 34)."""

from datetime import date

from bot.conversation.exchange import Exchange
from bot.model import Commitment, Deal, DecisionKind, History, Side, TurnKind, first_name
from bot.playbook.holds import away_until
from bot.playbook.results import open_promises
from bot.views.clashing import Clash


def keep_absence(
    exchange: Exchange, deal: Deal, act_id: int, back: date, who: str, *, since: date | None = None
) -> list[Commitment]:
    """Stores that `who` is back on a day, and gives the promises of theirs that wait for it; not those before they leave."""
    history = exchange.store.history
    history.add_decision(
        act_id, deal.id, exchange.member.id, exchange.today, DecisionKind.absent, until_on=back, reason=who
    )
    waits = [
        promise
        for promise in open_promises(exchange.history(deal.id), Side.theirs)
        if promise.due_on and (since or date.min) <= promise.due_on < back and _is_of(promise, who)
    ]
    for promise in waits:
        history.add_turn(act_id, promise, exchange.today, TurnKind.excused, due_on=back)
    return waits


def absence_clash(history: History, command: str, on: date, at: str = "") -> Clash | None:
    """They are known to be away on the day that a member names."""
    away = away_until(history, on)
    return Clash(command, on, away.until_on, away.reason or "they", at) if away and away.until_on else None


def _is_of(promise: Commitment, who: str) -> bool:
    """What a colleague of theirs promised does not wait for them."""
    return who == "they" or not promise.contact or first_name(promise.contact).casefold() == who.casefold()
