"""Plain words behind "Why did Acme say no?": a reason closes the deal; nothing else that somebody types there does."""

from bot.cards import Button, Reply
from bot.conversation.exchange import Exchange
from bot.conversation.finding import named_in as whose_is
from bot.conversation.logs.lines import told_of
from bot.conversation.plain.last import named_in
from bot.conversation.plain.offering import offered
from bot.model import Deal
from bot.reading.line.callreading import CallReading
from bot.reading.plain.endings import is_known_why
from bot.reading.plain.reasons import head_of, is_call, is_something_else, is_surely_anothers, takes_back
from bot.views.asking import note
from bot.views.ending import whose_reason
from bot.views.naming import OPEN_DEAL


def instead_of_why(exchange: Exchange, deal: Deal, text: str) -> Reply | None:
    """What is answered to words that are no reason, and belong to this deal all the same; None for a reason."""
    if takes_back(text):
        return note(f"{deal.label} stays as it is: nothing is closed.", Button(OPEN_DEAL, f"where {deal.id}"))
    if _may_be_of_another(exchange, deal, text):
        return whose_reason(deal, text)
    line = f"{deal.id}: {text}"
    told = told_of(exchange, deal, line)
    return offered(exchange, deal.id, line) if isinstance(told, CallReading) and is_call(text, told) else None


def _may_be_of_another(exchange: Exchange, deal: Deal, text: str) -> bool:
    """ "Zorbo: too expensive", "Wrong Fit: they need a crane": a company nobody knows is written as a reason is."""
    head = head_of(text)
    named, _ = named_in(exchange, head) if head else (None, "")
    return bool(head) and (named is None or named.id != deal.id)


def is_no_answer(text: str) -> bool:
    return is_something_else(text) and not takes_back(text)


def is_of_another(exchange: Exchange, deal: Deal, text: str) -> bool:
    """Whether it names a deal or somebody elsewhere; "no budget, june at the earliest" is a reason, though there is a June."""
    other, _ = named_in(exchange, text)
    if other:
        return other.id != deal.id
    if is_surely_anothers(text):
        return True
    about = whose_is(exchange, text)
    return bool(about.ids) and deal.id not in about.ids and not (about.is_mistyped or is_known_why(text))
