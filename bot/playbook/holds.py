"""What keeps a deal off the list until a day: a next step that is agreed, a decision of ours, an absence of theirs.

Each holds until contact overtakes it (playbook section 10).
"""

from datetime import date

from bot.days import written
from bot.model import Decision, DecisionKind, History, NextStep
from bot.playbook.absences import Absence, absence_on, absences, announced_on, every_absence
from bot.playbook.once import once_of
from bot.playbook.precedence import ANOTHER, BECAUSE, SOMETHING_NEW, THEY_ASKED, NextTouch, Rule
from bot.playbook.results import is_heard

_HOLDS = frozenset({DecisionKind.later, DecisionKind.keep})


@once_of
def pending_step(history: History) -> NextStep | None:
    """The newest next step, unless it has happened, none was agreed since, or they said that they are away that day."""
    if not history.next_steps:
        return None
    step = history.next_steps[-1]
    since = (decision for decision in history.decisions if decision.act_id > step.act_id)
    dropped = any(decision.kind is DecisionKind.no_next_step for decision in since) or any(
        away.covers(step.on) and away.told.act_id > step.act_id for away in every_absence(history)
    )
    happened = any(is_heard(touch) and touch.on >= step.on and touch.act_id > step.act_id for touch in history.touches)
    return None if dropped or happened else step


def agreed_on(history: History) -> date | None:
    """The day that they agreed to, past or to come, while it holds."""
    step = pending_step(history)
    return step.on if step and step.agreed else None


@once_of
def holding(history: History) -> Decision | None:
    """The newest "later", "keep" or absence of theirs that has begun, which nothing has overtaken."""
    begun = {away.told.id for away in absences(history) if away.begins_on is None}
    return next((d for d in reversed(history.decisions) if d.id in begun or _is_kept(history, d)), None)


def _is_kept(history: History, hold: Decision) -> bool:
    if hold.kind not in _HOLDS or not hold.until_on:
        return False
    return not any(t.act_id > hold.act_id and t.on >= hold.on and is_heard(t) for t in history.touches)


def away_until(history: History, day: date) -> Absence | None:
    """Their absence, when it covers that day and no other day was chosen since they left."""
    hold, away = holding(history), absence_on(history, day)
    return away if away and (away.begins_on or away.told == hold) else None


def absence_of(history: History, day: date) -> date | None:
    """The day on which they are back, when they are away on `day`, whatever was decided since."""
    away = absence_on(history, day)
    return away.back_on if away else None


def off_absence(history: History, due: NextTouch, today: date) -> NextTouch:
    """What falls into an absence that was told before waits until they are back, and so does what was left undone before it.

    A day that was set since then holds all the same.
    """
    away = announced_on(history, max(due.on, today))
    chosen = due.about.act_id if isinstance(due.about, Decision | NextStep) and due.rule is not Rule.absent else 0
    if away is None or (chosen > away.told.act_id and away.covers(due.on)):
        return due
    return off_absence(history, _back(history, away.told), today)  # and there is a day behind it, or another absence


def _back(history: History, told: Decision) -> NextTouch:
    on, who = told.until_on or told.on, told.reason or "they"
    why = f"{who} {'are' if who == 'they' else 'is'} back {day_said(history, on)}"
    return NextTouch(on, why, Rule.absent, since=told.on, about=told)


def _is_within(history: History, hold: Decision) -> bool:
    """A step that was agreed since then for an earlier day is kept on that day."""
    step = pending_step(history)
    return bool(step and hold.until_on and step.act_id > hold.act_id and step.on < hold.until_on)


def kept_step(history: History, today: date) -> NextStep | None:
    """The step that is open, while nothing keeps the deal off the list on its day, or today when that is over."""
    step = pending_step(history)
    away = announced_on(history, max(step.on, today)) if step else None
    is_off = step and away and not (away.covers(step.on) and step.act_id > away.told.act_id)
    return None if held_until(history) or is_off else step


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
    if hold.reason in {"", SOMETHING_NEW, ANOTHER} or hold.reason.startswith(BECAUSE):
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
