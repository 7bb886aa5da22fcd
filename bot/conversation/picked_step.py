"""Of several steps that are open one is moved: the one of the kind that is named, else the one on the day that does not suit, else the first."""

import re
from collections.abc import Sequence
from datetime import date

from bot.model import History, NextStep
from bot.playbook.holds import open_steps

_MEETINGS = frozenset({"meeting", "demo", "visit", "lunch", "workshop", "trial", "kickoff", "kick-off"})
_CALLS = frozenset({"call", "review call"})
_UNABLE_ON = re.compile(
    r"\b(?:can\s?not|(?:ca|wo|could)n?['’]?n?t|unable)\b[^;,.]{0,40}?\b(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b(?!\s+(?:the\s+)?\d)",
    re.IGNORECASE,
)


def picked_step(before: History, named: str, told: str, today: date, days: Sequence[date] = ()) -> NextStep | None:
    """The step ahead that is moved; None where none is ahead, or none of the kind that is named. `days` are told to be off."""
    ahead = [step for step in open_steps(before) if step.on >= today]
    ahead = [step for step in ahead if not named or is_same(step.what, named)]
    unsuitable = (step for step in ahead if step.on in days or does_not_suit(step, told))
    return next(unsuitable, None) or next(iter(ahead), None)


def does_not_suit(step: NextStep, told: str) -> bool:
    """ "can't make Friday" is the Friday on which something is."""
    return any(found["day"].lower() == f"{step.on:%a}".lower() for found in _UNABLE_ON.finditer(told))


def is_same(pending: str, named: str) -> bool:
    """ "the meeting" is a demo or a visit as well; a call is a call."""
    return pending == named or any(
        pending in kinds and named == general for kinds, general in ((_MEETINGS, "meeting"), (_CALLS, "call"))
    )
