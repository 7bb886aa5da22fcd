"""One deal in a line of an overview: its name, whose it is where several people's stand together, its day, a way to it."""

from collections.abc import Mapping
from datetime import date

from bot.cards import Button, Line
from bot.days import written
from bot.model import Commitment, Decision, DecisionKind, History, Outcome
from bot.playbook.results import is_heard
from bot.views.happened import NO_CONTACT
from bot.views.naming import OPEN_DEAL, deal_and_contact, promise_fact, promised_by

_ENDED = {DecisionKind.won: "won", DecisionKind.lost: "lost", DecisionKind.let_go: "let go"}
Others = Mapping[int, str]


def of_promise(history: History, promise: Commitment, others: Others, today: date) -> Line:
    return told(history, f"{promise_fact(promise, today, says_today=True)}{promised_by(history, promise)}", others)


def of_ending(history: History, decision: Decision, others: Others, today: date) -> Line:
    why = f": {decision.reason}" if decision.reason else ""
    return told(history, f"{_ENDED[decision.kind]} {written(decision.on, today)}{why}", others)


def told(history: History, said: str, others: Others) -> Line:
    """ "Acme, Sarah (Tom): send the counts, 3 days late"."""
    name = _named(deal_and_contact(history), history, others)
    return _opening(history, f"{name}: {said}", name)


def not_reached(history: History, others: Others, today: date) -> Line:
    """ "Acme (Tom), on the list since Mon 2 March"."""
    made, name = history.deal.created_on, _named(history.deal.label, history, others)
    return _opening(history, f"{name}{f', on the list since {written(made, today)}' if made else ''}", name)


def last_heard(history: History, others: Others, today: date, lead: str) -> Line:
    """ "Acme (Tom), last contact Mon 2 March"."""
    heard = [touch.on for touch in history.touches if is_heard(touch) and touch.outcome is not Outcome.no_show]
    last, name = heard[-1] if heard else history.deal.crm_contact_on, _named(history.deal.label, history, others)
    return _opening(history, f"{name}, {f'{lead} {written(last, today)}' if last else NO_CONTACT.lower()}", name)


def _opening(history: History, text: str, about: str) -> Line:
    return Line(text, buttons=(Button(OPEN_DEAL, f"where {history.deal.id}", about=about),))


def _named(label: str, history: History, others: Others) -> str:
    owner = others.get(history.deal.owner_id, "")
    return f"{label} ({owner})" if owner else label
