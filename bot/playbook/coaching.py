"""Coaching, for the rep alone (S33): worn phrases in the texts they had checked, and calls that ended without a day.

Notes are left out: in a note any word is fine, it is outbound text that the wall is for (H25).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model import History, Touch
from bot.playbook.circumstances import SAD, circumstance
from bot.playbook.cliches import hits, is_clean
from bot.playbook.dated import could_bring_a_day, ended_with_a_day, ended_with_their_day

# Each gets a day of theirs by asking for what they will do, not for our next call.
QUESTIONS_FOR_A_DAY = (
    "What happens on your side next, and by which day?",
    "Who else looks at it, and when will you have spoken with them?",
    "What will you have in hand when we speak next?",
)


@dataclass(frozen=True)
class CheckedPhrase:
    """A phrase on the wall, on how many days it was in a text that they had checked, and what to write instead."""

    found: str
    days: int
    instead: str


@dataclass(frozen=True)
class OwnCalls:
    """A rep's conversations: how many there were, in how many they took something on by a day, and those that ended
    without a next step, the newest first."""

    calls: int = 0
    undated: tuple[tuple[History, Touch], ...] = ()
    promised: int = 0


def checked_phrases(checked: Iterable[tuple[date, str]], banned: Sequence[str]) -> tuple[CheckedPhrase, ...]:
    """Phrases as they were found on a day, most days first. What is on no wall any more is nothing to learn from."""
    days: dict[str, set[date]] = {}
    repairs: dict[str, str] = {}
    for on, found in checked:
        hit = next((hit for hit in hits(found, banned) if hit.cliche.blocks), None)
        if hit:
            phrase = hit.found.casefold()
            days.setdefault(phrase, set()).add(on)
            repairs[phrase] = hit.cliche.repair
    ordered = sorted(days, key=lambda phrase: (-len(days[phrase]), phrase))
    return tuple(CheckedPhrase(phrase, len(days[phrase]), repairs[phrase]) for phrase in ordered)


def own_calls(histories: Iterable[History], member_id: int, first: date, today: date) -> OwnCalls:
    """Also on deals that are a colleague's by now. A call with somebody whom something sad has befallen is no lesson."""
    calls = [
        (history, touch)
        for history in histories
        if not ((told := circumstance(history, today)) and told.kind in SAD)
        for touch in history.touches
        if touch.member_id == member_id and touch.on >= first and could_bring_a_day(touch)
    ]
    undated = [(h, touch) for h, touch in calls if not ended_with_a_day(h, touch)]
    promised = sum(ended_with_their_day(h, touch) for h, touch in calls)
    return OwnCalls(
        len(calls), tuple(sorted(undated, key=lambda call: (call[1].at, call[1].id), reverse=True)), promised
    )


def questions_for_a_day(banned: Sequence[str]) -> tuple[str, ...]:
    return tuple(question for question in QUESTIONS_FOR_A_DAY if is_clean(question, banned))
