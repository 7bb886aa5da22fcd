"""What keeps a deal off the list until a day: a next step that is agreed, a decision of ours, an absence of theirs.

Each holds until contact overtakes it (playbook section 10).
"""

from dataclasses import replace
from datetime import date, timedelta

from bot.days import MONTHS, written
from bot.model import Commitment, CommitmentState, Decision, DecisionKind, History, NextStep, Side, Touch
from bot.playbook.absences import Absence, absence_on, absences, announced_on, last_told, waits_for
from bot.playbook.once import once_of
from bot.playbook.precedence import ANOTHER, BECAUSE, REMINDED, SOMETHING_NEW, THEY_ASKED, NextTouch, Rule
from bot.playbook.results import is_heard, is_sign_of_life, is_unheard

# Why a step stands though they agreed to no day of it: our own plan; several days, of which none is named yet.
OUR_PLAN, DAY_OPEN = "as you plan it", "its day is still open"
# "then", or their month; of such steps alone it is `agreed`, and no appointment
ASKED_TO_WAIT = "they asked to wait until "
_LONG_BEFORE = timedelta(weeks=2)
_HOLDS = frozenset({DecisionKind.later, DecisionKind.keep})


def is_our_plan(purpose: str) -> bool:
    """Also with what it is about: "as you plan it: about the price"."""
    return purpose.startswith(OUR_PLAN)


def planned_about(step: NextStep) -> str:
    """What a plan of ours is about, as it was typed: "about the price"."""
    return step.purpose.removeprefix(OUR_PLAN).lstrip(": ") if is_our_plan(step.purpose) else ""


def is_dated(step: NextStep) -> bool:
    """It is for one day: agreed, wished for or planned."""
    return not step.purpose or is_our_plan(step.purpose)


def is_wait(step: NextStep) -> bool:
    """Nothing is due before its day, and nothing else is told of it."""
    return not is_dated(step) and step.purpose != DAY_OPEN


@once_of
def open_steps(history: History) -> tuple[NextStep, ...]:
    """The newest next step and what holds beside it, by their days; not what has happened, was called off since, or is on a
    day of which they said that they are away."""
    if not history.next_steps:
        return ()
    ends = {step.act_id for step in history.next_steps}
    ends |= {made.act_id for made in history.decisions if made.kind is DecisionKind.no_next_step}
    holds = {(d.act_id, d.until_on, d.reason) for d in history.decisions if d.kind is DecisionKind.beside}
    some = history.next_steps if holds else history.next_steps[-1:]
    still = [s for s in some if all((end, s.on, s.what) in holds for end in ends if end > s.act_id)]
    return tuple(sorted((s for s in still if not _is_over(history, s)), key=lambda step: (step.on, step.at)))


def _is_over(history: History, step: NextStep) -> bool:
    away = any(one.told.act_id > step.act_id and one.covers(step.on) for one in last_told(history))
    return (
        away
        or _is_overtaken(history, step)
        or any(t.act_id > step.act_id and t.on >= step.on and is_heard(t) for t in history.touches)
    )


def _is_overtaken(history: History, step: NextStep) -> bool:
    """Our own "ask again in January", where they were in touch since then and something was promised for long before that.

    What they asked for themselves stands until they say otherwise.
    """
    if not is_our_plan(step.purpose):
        return False
    since = next((t.act_id for t in history.touches if t.act_id > step.act_id and is_sign_of_life(t)), None)
    return since is not None and any(
        promise.act_id >= since and promise.first_due_on and promise.first_due_on + _LONG_BEFORE <= step.on
        for promise in history.commitments
        if promise.state is not CommitmentState.withdrawn
    )


def tried_for(history: History, step: NextStep) -> Touch | None:
    """The newest try on its day or later that reached nobody: the step stands, and is not as if nobody had tried."""
    tries = (t for t in reversed(history.touches) if t.act_id > step.act_id and t.on >= step.on and is_unheard(t))
    return next(tries, None)


def try_told(history: History, step: NextStep, today: date) -> str:
    """ "no answer yesterday"."""
    tried = tried_for(history, step)
    if tried is None:
        return ""
    days = {0: "today", 1: "yesterday"}
    return f"{tried.outcome.value.replace('_', ' ')} {days.get((today - tried.on).days) or written(tried.on, today)}"


def pending_step(history: History) -> NextStep | None:
    """The next step: of several that are open, the first one."""
    return next(iter(open_steps(history)), None)


def appointments(history: History, after: date) -> tuple[NextStep, ...]:
    """What is agreed for a day to come; a day before which they asked for nothing is none."""
    return tuple(step for step in open_steps(history) if step.agreed and not step.purpose and step.on > after)


def agreed_ahead(history: History, today: date) -> NextStep | None:
    """The first of what they agreed to, from today on."""
    return next((step for step in open_steps(history) if step.agreed and step.on >= today), None)


def agreed_on(history: History) -> date | None:
    """The day that they agreed to, past or to come, while it holds: the last one."""
    return max((step.on for step in open_steps(history) if step.agreed), default=None)


@once_of
def holding(history: History) -> Decision | None:
    """The newest "later", "keep" or absence of theirs that has begun, which nothing has overtaken."""
    begun = {away.told.id for away in absences(history) if away.begins_on is None}
    return next((d for d in reversed(history.decisions) if d.id in begun or _is_kept(history, d)), None)


def _is_kept(history: History, hold: Decision) -> bool:
    if hold.kind not in _HOLDS or not hold.until_on:
        return False
    return not any(t.act_id > hold.act_id and t.on >= hold.on and is_heard(t) for t in history.touches)


def reminder(history: History) -> NextTouch | None:
    """The day of which a member wants to be reminded. A talk before it ends its hold and not the reminder, which hides nothing."""
    chosen = next((d for d in reversed(history.decisions) if d.kind in _HOLDS), None)
    if chosen is None or chosen.reason != REMINDED or chosen.until_on is None:
        return None
    on = chosen.until_on
    if any(t.act_id > chosen.act_id and t.on >= on and is_heard(t) for t in history.touches):
        return None
    who = history.colleagues.get(chosen.member_id, "you")
    return NextTouch(on, f"{who} asked for {day_said(history, on)}", Rule.sooner, since=chosen.on, about=chosen)


def away_until(history: History, day: date) -> Absence | None:
    """Their absence, when it covers that day and no other day was chosen since they left."""
    hold, away = holding(history), absence_on(history, day)
    return away if away and (away.begins_on or away.told == hold) else None


def absence_of(history: History, day: date) -> date | None:
    """The day on which they are back, when they are away on `day`, whatever was decided since."""
    away = absence_on(history, day)
    return away.back_on if away else None


def month_named(step: NextStep) -> str:
    """ "June", when they asked us to wait until then, and named no day."""
    named = step.purpose.removeprefix(ASKED_TO_WAIT)
    return named if named in MONTHS else ""


def is_there(history: History, promise: Commitment, today: date) -> bool:
    """Whether who of them is to keep it is not away that day."""
    away = away_until(history, today)
    return away is None or _is_of_another(history, promise, away.told)


def off_absence(history: History, due: NextTouch, today: date) -> NextTouch:
    """What falls into an absence that was told before waits until they are back, and so does what was left undone before it.

    A day that was set since then holds all the same.
    """
    if not absences(history):  # as nearly always
        return due
    away = announced_on(history, max(due.on, today))
    if away and isinstance(due.about, Commitment) and _is_of_another(history, due.about, away.told):
        return due
    if away and (last := _before_they_leave(due, away, today)):
        return replace(due, on=last)
    chosen = due.about.act_id if isinstance(due.about, Decision | NextStep) and due.rule is not Rule.absent else 0
    if away is None or (chosen > away.told.act_id and away.covers(due.on)):
        return due
    return off_absence(history, _back(history, away.told), today)  # and there is a day behind it, or another absence


def _before_they_leave(due: NextTouch, away: Absence, today: date) -> date | None:
    """The day by which they have promised it, where whoever asks a day later finds them gone."""
    by = due.about.due_on if isinstance(due.about, Commitment) and due.about.side is Side.theirs else None
    return by if by and today <= by < away.first_on else None


def _is_of_another(history: History, promise: Commitment, told: Decision) -> bool:
    """Taken on by somebody there who is not away."""
    return promise.side is Side.theirs and not waits_for(history, promise, told.reason)


def _back(history: History, told: Decision) -> NextTouch:
    on, who = told.until_on or told.on, told.reason or "they"
    why = f"{who} {'are' if who == 'they' else 'is'} back {day_said(history, on)}"
    return NextTouch(on, why, Rule.absent, since=told.on, about=told)


def _is_within(history: History, hold: Decision) -> bool:
    """A step that was agreed since then for an earlier day is kept on that day."""
    until = hold.until_on or date.min
    return any(step.act_id > hold.act_id and step.on < until for step in open_steps(history))


def kept_steps(history: History, today: date) -> tuple[NextStep, ...]:
    """Those that are open, without what waits: until they are back, or until the day to which the deal was put off."""
    held = held_until(history)
    return tuple(
        step for step in open_steps(history) if not (held and step.on < held.on) and not _waits(history, step, today)
    )


def kept_step(history: History, today: date) -> NextStep | None:
    """The first of them."""
    return next(iter(kept_steps(history, today)), None)


def present_step(history: History, today: date) -> NextStep | None:
    """The first of those that are open and do not wait until they are back."""
    return next((step for step in open_steps(history) if not _waits(history, step, today)), None)


def _waits(history: History, step: NextStep, today: date) -> bool:
    """It was left undone before they left, and not chosen for a day of their absence."""
    away = announced_on(history, max(step.on, today))
    return away is not None and not (away.covers(step.on) and step.act_id > away.told.act_id)


def held_until(history: History) -> NextTouch | None:
    """The day before which nothing is due, by a member's decision."""
    hold = holding(history)
    if hold is None or hold.until_on is None or _is_within(history, hold):
        return None
    if hold.kind is DecisionKind.absent:
        return _back(history, hold)
    day = day_said(history, hold.until_on)
    why = f"kept until {day}: {hold.reason}" if hold.kind is DecisionKind.keep else _put_off(history, hold, day)
    return NextTouch(hold.until_on, why, Rule(hold.kind.value), since=hold.on, about=hold)


def _put_off(history: History, hold: Decision, day: str) -> str:
    if hold.reason == THEY_ASKED:
        return f"they asked for {day}"
    if hold.reason in {"", SOMETHING_NEW, ANOTHER, REMINDED} or hold.reason.startswith(BECAUSE):
        own = hold.reason.removeprefix(BECAUSE) if hold.reason.startswith(BECAUSE) else ""
        return f"{_who_set(history, hold, day)}{f': {own}' if own else ''}"
    return hold.reason


def day_of_another(history: History, since: date) -> date | None:
    """The day that somebody else named for the owner from that day on, until contact overtakes it."""
    hold = holding(history)
    if hold is None or hold.kind is not DecisionKind.later or hold.on < since:
        return None
    return None if hold.member_id in {0, history.deal.owner_id} else hold.until_on


def set_by_another(history: History, since: date) -> str:
    """ "Maria set it for Mon 16 March", or that the customer asked for it."""
    hold, on = holding(history), day_of_another(history, since)
    return _put_off(history, hold, day_said(history, on)) if hold and on else ""


def _who_set(history: History, hold: Decision, day: str) -> str:
    """To whoever reads it: their own doing, the owner's, or another's: who leads the owner, covers them, or had the deal before."""
    who = history.colleagues.get(hold.member_id, "you")
    if hold.member_id in {0, history.deal.owner_id}:
        return f"{who} put it off until {day}"
    return f"{who} set it for {day}"


def day_said(history: History, day: date) -> str:
    """A day without its year, unless the newest record is of another year."""
    newest = history.touches[-1].on if history.touches else history.deal.created_on or day
    return written(day, newest)
