"""Calls that were logged under a wrong name are told of whoever it was: what a member put right holds for all that was recorded before."""

import re
from dataclasses import replace

from bot.model import DecisionKind, History, first_name

_ARROW = " → "


def put_right(wrong: str, right: str) -> str:
    """As it stands in the decision."""
    return f"{wrong}{_ARROW}{right}"


def rightly_named(history: History) -> History:
    """The same history, in which nobody is called by the name that was wrong."""
    for made in history.decisions:
        if made.kind is DecisionKind.misnamed:
            wrong, _, right = made.reason.partition(_ARROW)
            history = _renamed(history, wrong, right, made.act_id)
    return history


def _renamed(history: History, wrong: str, right: str, until: int) -> History:
    def is_it(name: str, act_id: int) -> bool:
        return act_id <= until and name.casefold() == wrong.casefold()

    return replace(
        history,
        contacts=tuple(one for one in history.contacts if not is_it(one.name, one.act_id)),
        touches=tuple(replace(t, contact=right) if is_it(t.contact, t.act_id) else t for t in history.touches),
        commitments=tuple(
            replace(p, contact=right, text=_in_words(p.text, wrong, right)) if is_it(p.contact, p.act_id) else p
            for p in history.commitments
        ),
    )


def _in_words(text: str, wrong: str, right: str) -> str:
    """ "send Hoi the quote", as it was made there; a small letter is a word."""
    return re.sub(rf"\b{re.escape(first_name(wrong))}\b", first_name(right), text)


def names_told(history: History, name: str) -> int:
    """How many calls and promises stand under that name."""
    told = (*(touch.contact for touch in history.touches), *(promise.contact for promise in history.commitments))
    return sum(one.casefold() == name.casefold() for one in told)
