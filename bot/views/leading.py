"""What whoever leads a rep asks them for: our promise that is due comes before any call, as it does on the rep's list.

The button, the question for the day and the receipt name the same thing.
"""

import re
from datetime import date

from bot.cards import Button
from bot.days import written
from bot.model import History, Member
from bot.phrases import fits_after_to
from bot.playbook.agenda import Due
from bot.playbook.holds import day_of_another, set_by_another
from bot.playbook.results import ours_due

_LABEL = 40  # characters: the least that every platform shows of a button
_LEAST = 12  # of the promise, whatever the rep is called
_OF_WHO_SAID_IT = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours|you|your|yours)\b", re.IGNORECASE)


def ask_button(history: History, owner: str, today: date) -> Button:
    """ "Ask Tom to bring the floor plan …"; where nothing of ours is due "Ask Tom to call …"."""
    lead, promise = f"Ask {owner} to ", ours_due(history, today)
    told = _to_do(promise.text, max(_LEAST, _LABEL - len(lead) - 2)) if promise else "call"
    return _asking(history, f"{lead}{told}")


def ask_about(history: History, owner: str, *, is_ours: bool) -> Button:
    """Among several deals the deal is named: "Ask Tom about Acme …", or where they owe "Ask Tom to call Acme …"."""
    return _asking(history, f"Ask {owner} {'about' if is_ours else 'to call'} {history.deal.label}")


def _asking(history: History, label: str) -> Button:
    return Button(f"{label} …", f"later {history.deal.id}", about=history.deal.label, primary=True)


def what_comes_of_asking(owner: str, *, is_ours: bool) -> str:
    """A promise that is due stays on every list until it is kept; a call waits for its day."""
    which = "the next" if is_ours else "that day's"
    return f"When you ask, you choose a day; {owner} reads it on {which} list."


def is_asked_already(due: Due, today: date) -> bool:
    """Whether somebody who may has named a day for it, and that day has not passed."""
    since = due.promise.due_on if due.promise else None
    on = day_of_another(due.history, since) if since else None
    return on is not None and on >= today


def what_was_asked(due: Due) -> str:
    """ "Acme: you set it for Fri 20 March." """
    since = due.promise.due_on if due.promise else None
    return f"{due.history.deal.label}: {set_by_another(due.history, since)}." if since else ""


def on_which_day(history: History, owner: Member, today: date) -> str:
    """ "Acme: on which day is Tom to bring the floor plan?" """
    label, promise = history.deal.label, ours_due(history, today)
    if promise:
        return f"{label}: on which day is {owner.first_name} to {_to_do(promise.text)}?"
    return f"On which day is {owner.first_name} to call {label}?"


def on_that_day(history: History, owner: Member, on: date, today: date) -> str:
    """ "Acme: Tom is to bring the floor plan on Mon 16 March", or that it is on Tom's list then."""
    label, promise = history.deal.label, ours_due(history, today)
    if promise:
        return f"{label}: {owner.first_name} is to {_to_do(promise.text)} on {written(on, today)}"
    return f"{label}: on {owner.first_name}'s list {written(on, today)}"


def _to_do(text: str, most: int | None = None) -> str:
    """Behind a "to": what begins with no verb is seen to, and so is what speaks of "me" or "you", since others read it
    here. Cut at a word."""
    if fits_after_to(text) and not _OF_WHO_SAID_IT.search(text):
        return _cut(text, most) if most else text
    return f"see to “{_cut(text, most - len('see to “”')) if most else text}”"


def _cut(text: str, most: int) -> str:
    """The words that fit; the "…" of the button goes on from there."""
    if len(text) <= most:
        return text
    whole = text[: most + 1].rpartition(" ")[0]
    return whole.rstrip(" ,;:") or text[:most]
