"""What a deal has cost, and what came of it: two figures, never mixed (S12, S14-S16, S47, S48; playbook section 11).

Minutes are counted, not measured: a conversation is its talk and its preparation, anything else one short try.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model import DecisionKind, History, Outcome, Policy, Result, Touch, TurnKind
from bot.playbook.holds import agreed_ahead
from bot.playbook.once import once_of
from bot.playbook.results import ADVANCES, CONVERSATIONS, is_heard, is_sign_of_life, is_try, theirs

WINDOW_DAYS = 28  # over which work is compared between deals
_ACCOMPLISHED = ADVANCES | {Result.no_sale}  # a no decides, and is no advance
_BARE_IN_A_ROW = 3
_ENOUGH_TOUCHES, _ENOUGH_MINUTES = 20, 300  # of less of both every share is large, and says nothing
_BARE = frozenset(
    "lvm vm gvm rvm lm na n/a cm em emailed called again tried busy noans no answer left voicemail".split()
)


@dataclass(frozen=True)
class Effort:
    """`touches` counts every try, heard or not (S15)."""

    touches: int
    minutes: int


def effort(touches: Iterable[Touch], policy: Policy) -> Effort:
    minutes = [minutes_of(touch.outcome, policy) for touch in touches if is_try(touch)]
    return Effort(len(minutes), sum(minutes))


def minutes_of(outcome: Outcome, policy: Policy) -> int:
    if outcome in CONVERSATIONS:
        return policy.talk_minutes + policy.prep_minutes
    return policy.attempt_minutes


def money(minutes: int, policy: Policy) -> int | None:
    """In the policy's currency; None while no rate is set (S14)."""
    return round(minutes * policy.hourly_rate / 60) if policy.hourly_rate else None


@once_of
def accomplished_on(history: History) -> date | None:
    """When something last came of it: they took something on, kept a promise, or decided; a no counts (S47, H52)."""
    advances = [touch.on for touch in history.touches if touch.result in _ACCOMPLISHED]
    kept = [turn.on for promise in theirs(history) for turn in promise.turns if turn.kind is TurnKind.kept]
    decided = [d.on for d in history.decisions if d.kind in {DecisionKind.won, DecisionKind.lost, DecisionKind.let_go}]
    return max((*advances, *kept, *decided), default=None)


@once_of
def since_accomplishment(history: History) -> tuple[Touch, ...]:
    """The work that nothing has come of yet."""
    last = accomplished_on(history) or date.min
    return tuple(touch for touch in history.touches if touch.on > last)


def is_treadmill(history: History, policy: Policy, today: date) -> bool:
    """Busy and going nowhere (S7): three touches since they last took anything on, or three notes that say nothing.

    A deal with an agreed day to come is not one.
    """
    if agreed_ahead(history, today):
        return False
    since = since_accomplishment(history)
    heard = {touch.on for touch in since if is_heard(touch)}
    return len(heard) >= policy.treadmill_touches or _only_shorthand(since)


def _only_shorthand(touches: Sequence[Touch]) -> bool:
    last = [touch for touch in touches if touch.note or touch.said][-_BARE_IN_A_ROW:]
    return len(last) == _BARE_IN_A_ROW and all(_is_bare(touch) for touch in last)


def _is_bare(touch: Touch) -> bool:
    """ "lvm", "vm 2/3", "na": nothing in it says what was talked about."""
    words = re.findall(r"[a-z/]+", touch.note.casefold())
    return not touch.said and not is_sign_of_life(touch) and all(word in _BARE for word in words)


MOST_OF_A_WHALE = 3  # deals


@dataclass(frozen=True)
class Whale:
    """One deal, or the three largest, that took more than their share of the last four weeks (H15)."""

    deal_ids: tuple[int, ...]
    share: float  # of the minutes
    effort: Effort


def whale(worked: Mapping[int, Effort], policy: Policy) -> Whale | None:
    """None as long as work is spread, or too little to compare. `worked`: by deal, of the last `WINDOW_DAYS`."""
    largest = sorted(worked, key=lambda deal_id: (-worked[deal_id].minutes, deal_id))
    whole = Effort(sum(work.touches for work in worked.values()), sum(work.minutes for work in worked.values()))
    return whale_among(
        [(deal_id, worked[deal_id]) for deal_id in largest[:MOST_OF_A_WHALE]], whole, len(worked), policy
    )


def whale_among(largest: Sequence[tuple[int, Effort]], whole: Effort, deals: int, policy: Policy) -> Whale | None:
    """The same, told by the three deals that took most, by what all took together, and by how many there are."""
    if not whole.minutes or (whole.touches < _ENOUGH_TOUCHES and whole.minutes < _ENOUGH_MINUTES):
        return None
    for count, limit in ((1, policy.whale_top_1), (MOST_OF_A_WHALE, policy.whale_top_3)):
        chosen = largest[:count]
        minutes = sum(work.minutes for _, work in chosen)
        if deals > count and minutes / whole.minutes * 100 >= limit:
            took = Effort(sum(work.touches for _, work in chosen), minutes)
            return Whale(tuple(deal_id for deal_id, _ in chosen), minutes / whole.minutes, took)
    return None
