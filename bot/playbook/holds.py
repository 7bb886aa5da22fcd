"""What keeps a deal off the list until a day: a next step that is agreed, a decision of ours, an absence of theirs.

Each holds until contact overtakes it (playbook section 10).
"""

from datetime import date

from bot.days import written
from bot.model import Decision, DecisionKind, History, NextStep, Touch
from bot.playbook.once import once_of
from bot.playbook.precedence import ANOTHER, BECAUSE, SOMETHING_NEW, THEY_ASKED, NextTouch, Rule
from bot.playbook.results import is_heard, is_sign_of_life

# Why a step stands though they agreed to no day of it: our own plan; several days, of which none is named yet.
OUR_PLAN, DAY_OPEN = "as you plan it", "its day is still open"
NO_WAIT = frozenset({"", OUR_PLAN, DAY_OPEN})
_HOLDS = frozenset({DecisionKind.later, DecisionKind.keep, DecisionKind.absent})


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
    away = any(decision.act_id > step.act_id and is_away_on(decision, step.on) for decision in history.decisions)
    return away or any(t.act_id > step.act_id and t.on >= step.on and is_heard(t) for t in history.touches)


def tried_for(history: History, step: NextStep) -> Touch | None:
    """The newest try on its day or later that reached nobody: the step stands, and is not as if nobody had tried."""
    tries = (t for t in reversed(history.touches) if t.act_id > step.act_id and t.on >= step.on and not is_heard(t))
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


def is_away_on(decision: Decision, day: date) -> bool:
    return decision.kind is DecisionKind.absent and decision.until_on is not None and day < decision.until_on


@once_of
def holding(history: History) -> Decision | None:
    """The newest "later", "keep" or absence of theirs that no contact has overtaken."""
    holds = (d for d in reversed(history.decisions) if d.kind in _HOLDS and d.until_on)
    return next((hold for hold in holds if not _is_overtaken(history, hold)), None)


def _is_overtaken(history: History, hold: Decision) -> bool:
    """A message that we left ends no absence of theirs: only they do."""
    ends = is_sign_of_life if hold.kind is DecisionKind.absent else is_heard
    return any(touch.act_id > hold.act_id and touch.on >= hold.on and ends(touch) for touch in history.touches)


def away_until(history: History, day: date) -> Decision | None:
    """Their absence, when it covers that day."""
    hold = holding(history)
    return hold if hold and is_away_on(hold, day) else None


def absence_of(history: History, day: date) -> date | None:
    """The day on which they are back, when they are away on `day`, whatever was decided since."""
    away = next((d for d in reversed(history.decisions) if is_away_on(d, day) and not _is_overtaken(history, d)), None)
    return away.until_on if away else None


def _is_within(history: History, hold: Decision) -> bool:
    """A step that was agreed since then for an earlier day is kept on that day."""
    step = pending_step(history)
    return bool(step and hold.until_on and step.act_id > hold.act_id and step.on < hold.until_on)


def held_until(history: History) -> NextTouch | None:
    """The day before which nothing is due, by a member's decision."""
    hold = holding(history)
    if hold is None or hold.until_on is None or _is_within(history, hold):
        return None
    day = day_said(history, hold.until_on)
    why = {
        DecisionKind.keep: f"kept until {day}: {hold.reason}",
        DecisionKind.absent: f"{hold.reason or 'they'} {'are' if hold.reason in {'', 'they'} else 'is'} back {day}",
    }.get(hold.kind, _put_off(history, hold, day))
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
