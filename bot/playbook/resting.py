"""After something sad nobody is chased: the deal rests until a day that was named, else for the long gap.

What was recorded since then holds, and so does an absence, which has its own end. Our own promises keep their days.
"""

from datetime import date, timedelta

from bot.model import Commitment, DecisionKind, History, NextStep, Policy, Side, Touch
from bot.playbook.absences import waits_for
from bot.playbook.circumstance_words import Kind
from bot.playbook.circumstances import SAD, Circumstance, befell, circumstance
from bot.playbook.holds import open_steps
from bot.playbook.precedence import NextTouch, Rule, rolled


def rested(history: History, due: NextTouch, policy: Policy, today: date) -> NextTouch:
    """The day of the next touch, not before the rest is over."""
    told = circumstance(history, today)
    if told is None or told.kind not in SAD or due.rule is Rule.ours or _is_named(history, due, told):
        return due
    return max(due, _named(history, told) or _rest(history, told, policy), key=lambda one: one.on)


def is_spared(history: History, promise: Commitment, today: date) -> bool:
    """Who mourns or has died is asked for nothing that they had promised before; what is to do there is told instead."""
    told = circumstance(history, today)
    if told is None or told.kind not in SAD - {Kind.ill} or promise.act_id >= told.act_id:
        return False
    return promise.side is Side.theirs and waits_for(history, promise, told.who)


def _is_named(history: History, due: NextTouch, told: Circumstance) -> bool:
    """A day that was put there when it was told or later, or that of their return."""
    away = any(one.kind is DecisionKind.absent and one.act_id >= told.act_id for one in history.decisions)
    promise = due.about if isinstance(due.about, Commitment) else None
    of_another = promise is not None and not waits_for(history, promise, told.who)
    agreed = told.kind is Kind.ill and isinstance(due.about, NextStep)  # whether it takes place is asked on its day
    return (
        away
        or of_another
        or agreed
        or (due.about is not None and due.about.act_id >= told.act_id and not isinstance(due.about, Touch))
    )


def _named(history: History, told: Circumstance) -> NextTouch | None:
    """ "leave her be for two weeks"."""
    steps = (step for step in open_steps(history) if step.act_id >= told.act_id)
    return next((NextTouch(step.on, befell(told), Rule.waits, about=step) for step in steps), None)


def _rest(history: History, told: Circumstance, policy: Policy) -> NextTouch:
    touch = next((one for one in history.touches if one.act_id == told.act_id), None)
    literal = told.on + timedelta(days=policy.long_gap)
    return NextTouch(rolled(history, literal), befell(told), Rule.rests, told.on, literal, "long_gap", touch)
