"""What is nothing but to call them is done by a talk or a voicemail of the owner's; who tried and reached nobody still has it to do."""

import re
from datetime import date

from bot.model import Commitment, History, Outcome, Side
from bot.playbook.results import are_two, is_asked, is_same_person, open_promises, person_called

_TO_CALL = re.compile(
    r"(?:call|ring|phone)(?:\s+back)?(?:\s+(?P<whom>\S.*?))??(?:\s+(?:back|again|up))*", re.IGNORECASE
)
_THEM = frozenset({"", "her", "him", "them"})
_REACHED = frozenset({Outcome.connected, Outcome.meeting, Outcome.left_voicemail})


def rung(history: History, outcome: Outcome, on: date, contact: str = "") -> tuple[Commitment, ...]:
    """Of our open promises those that a call of the owner's on that day has done; `contact`: with whom, where that was told.

    What was asked of the owner is done from the day of asking on, what was promised to them from its own day on.
    """
    if outcome not in _REACHED:
        return ()
    return tuple(
        promise
        for promise in open_promises(history, Side.ours)
        if on >= _from(history, promise) and _is_to_call(history, promise, contact)
    )


def _from(history: History, promise: Commitment) -> date:
    return promise.made_on if is_asked(history, promise) else promise.due_on or promise.made_on


def _is_to_call(history: History, promise: Commitment, contact: str) -> bool:
    """To call whoever was called, or the company; "call Fran about the price" is more than a call."""
    found = _TO_CALL.fullmatch(promise.text.strip())
    whom = (found["whom"] or "") if found else ""
    if whom.casefold() in _THEM:
        return found is not None and not are_two(promise.contact, contact, history.contacts)
    if whom.casefold() in {history.deal.company.casefold(), history.deal.label.casefold()}:
        return True
    is_known = person_called(whom, history.contacts) is not None or is_same_person(whom, contact)
    return is_known and not are_two(whom, contact, history.contacts)
