"""What is agreed for a day on which a list comes to nobody: it is kept and said, with the next working day as a press."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Line, Text
from bot.days import written
from bot.model import Commitment, History, Member, NextStep
from bot.phrases import said_after
from bot.playbook.holds import is_dated
from bot.playbook.offered import free_of
from bot.views.naming import OPEN_DEAL, deal_and_contact
from bot.views.one_question import step_words
from bot.worktime import holiday, is_away, is_working_day, roll

_SHOWN = 5
_NAMED = frozenset({"demo", "meeting", "visit"})


@dataclass(frozen=True)
class DayOff:
    """Why no list comes that day, and the next working day, one press away."""

    said: str
    instead: Button


def day_off(history: History, step: NextStep, owner: Member, today: date, *, is_own: bool) -> DayOff | None:
    if not is_dated(step) or is_working_day(step.on, owner):
        return None
    return DayOff(_said(step.on, owner, today, is_own=is_own), _instead(history, step, owner, today))


def due_on_day_off(history: History, promise: Commitment, owner: Member, today: date, *, is_own: bool) -> DayOff | None:
    """Of a promise that is moved to a day without a list."""
    if promise.due_on is None or is_working_day(promise.due_on, owner):
        return None
    day = free_of(history, owner).first(promise.due_on)
    instead = Button(written(day, today), f"promise moved {promise.id} {day.isoformat()}", about=promise.text)
    said = _said(promise.due_on, owner, today, is_own=is_own)
    return DayOff(f"{said} It comes with the list of {written(roll(promise.due_on, owner), today)}.", instead)


def _said(day: date, owner: Member, today: date, *, is_own: bool) -> str:
    on, whose = written(day, today), f"{owner.first_name}'s"
    if is_away(day, owner):
        return f"{on} is {'your' if is_own else whose} day off."
    if owner.country and (name := holiday(day, owner.country)):
        return f"{on} is a public holiday, {name}."
    return f"{on} is no working day of {'yours' if is_own else whose}."


def _instead(history: History, step: NextStep, owner: Member, today: date) -> Button:
    day = free_of(history, owner).first(step.on)
    what = f" {step.what}" if step.what in _NAMED else ""
    at = f" {step.hour}" if step.at else ""
    return Button(f"{written(day, today)}{at}", f"next {history.deal.id}{what} {day.isoformat()}{at}", about=step.what)


def said_of(off: DayOff | None) -> list[Block]:
    return [Text(off.said), Buttons((off.instead,))] if off else []


def agreed_then(
    agreed: Sequence[tuple[History, NextStep | Commitment]], owner: Member, days: int, today: date
) -> list[Block]:
    """What was agreed for the days that a member has just taken off: the earliest few."""
    if not agreed:
        return []
    more = f", the first {_SHOWN} of {len(agreed)}" if len(agreed) > _SHOWN else ""
    title = f"Agreed for {'that day' if days == 1 else 'those days'}{more}:"
    return [Text(title), *(_line(history, one, owner, today) for history, one in agreed[:_SHOWN])]


def _line(history: History, one: NextStep | Commitment, owner: Member, today: date) -> Line:
    name = deal_and_contact(history)
    if isinstance(one, NextStep):
        return Line(f"{name}: {step_words(one, today)}", buttons=(_instead(history, one, owner, today),))
    due = f" by {written(one.due_on, today)}" if one.due_on else ""
    see = Button(OPEN_DEAL, f"where {history.deal.id}", about=name)
    return Line(f"{name}: {said_after('you promised to', one.text)}{due}", buttons=(see,))
