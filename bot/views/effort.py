"""What a deal took so far, and since anything came of it, in a line; facts and a way out, never a reproach (S54)."""

from collections.abc import Sequence
from datetime import date

from bot.days import written
from bot.model import History, Policy, TurnKind
from bot.playbook.effort import Effort, Whale, accomplished_on, effort, money, since_accomplishment
from bot.playbook.results import ADVANCES, theirs
from bot.views.naming import counted, people

_NAMED = 4


def effort_line(history: History, policy: Policy, today: date) -> str:
    """ "6 calls or messages, 48 minutes. They last promised something new on Tue 3 March; 4 calls or messages since then"."""
    work = effort(history.touches, policy)
    whole = f"{calls(work.touches)}, {_time(work.minutes)}{_paid(work, policy)}"
    last, since = accomplished_on(history), since_accomplishment(history)
    lately = effort(since, policy).touches
    if last is None or not lately:
        return whole
    return f"{whole}. {_what_came(history, last)} on {written(last, today)}; {calls(lately)} since then"


def calls(count: int) -> str:
    """ "4 calls or messages"."""
    return f"{count} call{'' if count == 1 else 's'} or message{'' if count == 1 else 's'}"


def _what_came(history: History, day: date) -> str:
    if any(touch.on == day and touch.result in ADVANCES for touch in history.touches):
        return "They last promised something new"
    kept = (turn for promise in theirs(history) for turn in promise.turns if turn.kind is TurnKind.kept)
    return "They last kept a promise" if any(turn.on == day for turn in kept) else "It was last decided"


def spent_since(history: History, policy: Policy, today: date) -> str:
    """ "4 touches, 32 minutes since Tue 3 March"; all of them while nothing has ever come of it."""
    last = accomplished_on(history)
    told = told_effort(effort(since_accomplishment(history), policy), policy)
    return f"{told} since {written(last, today)}" if last else f"{told} so far"


def whale_line(found: Whale, labels: Sequence[str], waiting: Sequence[str], policy: Policy) -> str:
    """Where four weeks went, and who has waited meanwhile (H15, H16)."""
    share = f"Of the work you logged in the last four weeks, {round(found.share * 100)}%"
    told = f"{share} went to {people(list(labels))} ({told_effort(found.effort, policy)})."
    if not waiting:
        return told
    more = [f"{len(waiting) - _NAMED} more"] if len(waiting) > _NAMED else []
    verb = "has" if len(waiting) == 1 else "have"
    return f"{told} {people([*waiting[:_NAMED], *more])} {verb} waited over {policy.max_gap} days."


def closed_line(closed: int, minutes: int) -> str:
    """Knowing when to stop is winning: what it makes room for comes first, and what it had taken (H51, H52)."""
    deals = f"{counted(closed).capitalize()} deal{'' if closed == 1 else 's'}"
    took = f"{'It' if closed == 1 else 'They'} had taken {_time(minutes)}."
    return f"{deals} off your list this week, by a no or by letting go: room for the others. {took}"


def told_effort(work: Effort, policy: Policy) -> str:
    """ "4 touches, 32 minutes, about 40 EUR"."""
    touches = f"{work.touches} touch{'' if work.touches == 1 else 'es'}"
    return f"{touches}, {_time(work.minutes)}{_paid(work, policy)}"


def _paid(work: Effort, policy: Policy) -> str:
    cost = money(work.minutes, policy)
    return f", about {cost} {policy.currency}".rstrip() if cost else ""


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{hours} h {rest} min" if rest else f"{hours} h"
