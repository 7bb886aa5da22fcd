"""What is due today: one line a deal, which names all of it. What was set for today first, else my own promises, then
theirs, then time to talk (H13, voice.md 1.2).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.model import Commitment, Course, DealState, History, NextStep, Policy, Side
from bot.playbook.cadence import asked_by, is_woken, next_touch, promiser
from bot.playbook.circumstances import circumstance
from bot.playbook.holds import held_until, is_our_plan, is_there, open_steps, pending_step, present_step
from bot.playbook.precedence import NextTouch, Rule
from bot.playbook.resting import is_spared
from bot.playbook.results import GOING_DARK, is_asked, is_silence_untold, open_promises, ours_due
from bot.playbook.standing import course, is_open


class Group(StrEnum):
    today = "today"  # set for today: where a line stands, whatever is owed there
    ours = "ours"
    theirs = "theirs"
    touch = "touch"
    closing = "closing"  # no answer to the definitive message: it waits for the closing day


@dataclass(frozen=True)
class Due:
    """One line: the deal, why it is there, and the promise it is about; what leads it instead, and what else is due."""

    history: History
    standing: Course
    group: Group
    promise: Commitment | None = None
    of: str = ""  # the first name of whose deal it is, where the reader only covers for them
    step: NextStep | None = None  # it leads the line: an hour is kept, or asked about, before any promise
    is_today: bool = False  # the step was set for today
    also: tuple[Commitment, ...] = ()  # what else is due or late, ours first

    @property
    def place(self) -> Group:
        """Where its line stands."""
        if self.step is None:
            return self.group
        return Group.today if self.is_today else Group.touch

    @property
    def since(self) -> date:
        """The day it fell due, for the order of the list."""
        if self.promise and self.promise.due_on:
            return self.promise.due_on
        return self.standing.next_touch_on or date.max


def agenda(histories: Iterable[History], policy: Policy, today: date) -> tuple[Due, ...]:
    """Everything due, in the order in which it is shown; what is to be closed has its own day (closing)."""
    lines = (due_today(history, policy, today) for history in histories)
    return tuple(sorted((due for due in lines if due and due.group is not Group.closing), key=_order))


def closing(histories: Iterable[History], policy: Policy, today: date) -> tuple[Due, ...]:
    """What waits to be let go or kept, the longest waiting first (H48). Asked once a week, a few at a time."""
    lines = (due_today(history, policy, today) for history in histories)
    return tuple(sorted((due for due in lines if due and due.group is Group.closing), key=_order))


def asks_whether_heard(history: History, today: date) -> bool:
    """Whether a touch that is due first asks if anything came: silence is asked about before it counts (voice.md 1.5)."""
    return is_silence_untold(history) and not (circumstance(history, today) or is_woken(history))


def ours_first(history: History, policy: Policy, until: date | None, today: date) -> Commitment | None:
    """Our promise that a list holds before the day on which the deal is back: they are away, and it is due all the same."""
    ours = (p for p in open_promises(history, Side.ours) if until and p.due_on and today < p.due_on < until)
    first = next(ours, None)
    due = due_today(history, policy, first.due_on) if first and first.due_on else None
    return first if due and due.group is Group.ours else None


def due_today(history: History, policy: Policy, today: date) -> Due | None:
    """The deal's line on that day, if it has one, with all that is due there."""
    due = _due(history, policy, today)
    if due is None or due.group is Group.closing:
        return due
    step, is_today = _leading(due, today)
    also = _besides(due, step, today)
    return replace(due, step=step, is_today=is_today, also=also) if step or also else due


def _due(history: History, policy: Policy, today: date) -> Due | None:
    """Why it is there. What we promised a customer stays due after they signed."""
    now = course(history, policy, today)
    ours = ours_due(history, today)
    if ours and (is_open(now.state) or now.state is DealState.won):
        return Due(history, now, Group.ours, ours)
    if not is_open(now.state):
        return None
    if now.next_touch_on is None or now.next_touch_on > today:
        return None
    if now.state is DealState.let_go_due:
        return Due(history, now, Group.closing)
    theirs = next(
        (p for p in open_promises(history, Side.theirs) if p.due_on and _is_asked_for(history, p, today)), None
    )
    step = present_step(history, today)
    awaited = theirs is not None and theirs.due_on is not None and (theirs.due_on < today or step is not None)
    spoken_about = awaited and now.unanswered < GOING_DARK  # in a silence the touch comes first, not the promise
    return Due(history, now, Group.theirs, theirs) if spoken_about else Due(history, now, Group.touch)


def _is_asked_for(history: History, promise: Commitment, today: date) -> bool:
    return is_there(history, promise, today) and not is_spared(history, promise, today)


def _leading(due: Due, today: date) -> tuple[NextStep | None, bool]:
    """The step whose day is here, and whether it was set for today: that comes before any promise, one that is over or is
    a mere plan of ours before theirs alone."""
    step, now = present_step(due.history, today), due.standing
    if step is None or step.on > today or now.next_touch_on is None or now.next_touch_on > today:
        return None, False
    if step.purpose and not (is_our_plan(step.purpose) and step.at and step.on == today):
        return None, False
    if step.on < today and held_until(due.history):
        return None, False
    is_today = is_open(now.state) and step.on == today and bool(step.agreed or step.at)
    return (step, is_today) if is_today or due.group is not Group.ours else (None, False)


def _besides(due: Due, step: NextStep | None, today: date) -> tuple[Commitment, ...]:
    """Every promise that is due or late, but for the one that leads the line; of a won deal ours alone, and nothing of who is away."""
    sides = _SIDES if is_open(due.standing.state) else _SIDES[:1]
    promised = (promise for side in sides for promise in open_promises(due.history, side))
    still = [p for p in promised if p.side is Side.ours or _is_asked_for(due.history, p, today)]
    return tuple(
        p for p in still
        if (p == due.promise and step is not None) or (p != due.promise and p.due_on and p.due_on <= today)
    )  # fmt: skip


_SIDES = (Side.ours, Side.theirs)
_GROUP_ORDER = {Group.today: 0, Group.ours: 1, Group.theirs: 2, Group.touch: 3, Group.closing: 4}
_NO_HOUR = "~"  # behind every hour
_STATE_ORDER = {DealState.active: 0, DealState.definitive_due: 1, DealState.going_dark: 2}


def _order(due: Due) -> tuple[int, str, int, date, int, int]:
    """What was set for today by its hour. An agreed step comes before the rhythm; then by state, then the longest due,
    then the older deal."""
    step = pending_step(due.history)
    hour = (step.at or _NO_HOUR) if step and due.is_today else ""
    agreed = 0 if step and step.agreed else 1
    state = _STATE_ORDER.get(due.standing.state, 3)
    return (_GROUP_ORDER[due.place], hour, agreed, due.since, state, due.history.deal.id)


@dataclass(frozen=True)
class Planned:
    """Something that falls due on a day to come."""

    on: date
    history: History
    group: Group
    what: str
    by: str = "you"  # who of us promised it; empty when nobody did
    late: tuple[Commitment, ...] = ()  # what of theirs is late by now, and waits to be spoken about then


def _promised_on(due: NextTouch | None) -> date | None:
    """The day of the promise of theirs because of which the deal comes up next; nothing when it is for another reason."""
    return due.about.due_on if due and due.rule is Rule.theirs and isinstance(due.about, Commitment) else None


def _late_of_them(history: History, today: date) -> tuple[Commitment, ...]:
    theirs = (promise for promise in open_promises(history, Side.theirs) if promise.due_on and promise.due_on < today)
    return tuple(promise for promise in theirs if _is_asked_for(history, promise, today))


def planned(history: History, policy: Policy, today: date, last: date) -> tuple[Planned, ...]:
    """What one open deal brings after today and until `last`: promises of both sides, and the next touch."""
    now = course(history, policy, today)
    promised = [
        Planned(
            promise.due_on,
            history,
            group,
            f"{promise.text}{asked_by(history, promise)}",
            "" if is_asked(history, promise) else promiser(history, promise),
        )
        for side, group in ((Side.ours, Group.ours), (Side.theirs, Group.theirs))
        for promise in open_promises(history, side)
        if promise.due_on
        and today < promise.due_on <= last
        and (is_open(now.state) or (now.state is DealState.won and side is Side.ours))
    ]
    ours = {item.on for item in promised if item.group is Group.ours}
    theirs = {item.on for item in promised if item.group is Group.theirs}
    # The promise and the day on which it is asked about are one thing.
    due = next_touch(history, policy, today) if is_open(now.state) else None
    step = due.about if due and isinstance(due.about, NextStep) else None
    is_told = _promised_on(due) in theirs or (step is None and now.next_touch_on in ours)
    if due and not is_told and now.next_touch_on and today < now.next_touch_on <= last:
        waits = now.state is DealState.definitive_sent
        why = "until here they have time to answer the yes-or-no message" if waits else now.why
        promised.append(Planned(now.next_touch_on, history, Group.touch, why, late=_late_of_them(history, today)))
    others = [one for one in open_steps(history) if one != step and today < one.on <= last] if due else []
    agreed = [Planned(one.on, history, Group.touch, f"{one.what} {one.hour}".strip()) for one in others]
    return (*promised, *agreed)
