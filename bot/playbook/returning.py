"""Who is there again: back from leave, back by themselves after the chase had ended, or not come to what was agreed."""

from datetime import date, timedelta

from bot.model import DecisionKind, History, Result, Touch, first_name
from bot.playbook.circumstances import befallen_in
from bot.playbook.results import is_heard, is_same_person, is_sign_of_life, last_conversation

_ENDED = frozenset({DecisionKind.let_go, DecisionKind.lost})
JUST_BACK = timedelta(days=7)  # after it nobody is greeted as just back


def missed_for(history: History, missed: Touch) -> str:
    """What they did not come to: "our demo"; empty where nothing was agreed."""
    planned = next((step for step in reversed(history.next_steps) if step.on <= missed.on), None)
    return f"our {planned.what}" if planned and not planned.purpose else ""


def did_not(history: History, missed: Touch) -> str:
    """ "did not come", or of a call "did not pick up"."""
    return "did not pick up" if missed_for(history, missed) == "our call" else "did not come"


def spoke_before_they_returned(history: History) -> date | None:
    """The last talk before the deal was let go or lost, when the newest contact is their own return (H50)."""
    last = last_conversation(history)
    if last is None or not last.inbound or last.result is Result.no_sale:
        return None
    if any(is_heard(touch) and touch.act_id > last.act_id for touch in history.touches):
        return None  # they have been thanked for it
    before = [touch for touch in history.touches if is_sign_of_life(touch) and touch.act_id < last.act_id]
    since = before[-1].act_id if before else 0
    ended = any(d.kind in _ENDED and since < d.act_id < last.act_id for d in history.decisions)
    return before[-1].on if before and ended else None


def is_just_back(history: History, name: str, today: date) -> bool:
    """They were away, and the day on which they are back has come; nobody spoke with them since."""
    away = next((d for d in reversed(history.decisions) if d.kind is DecisionKind.absent), None)
    last = last_conversation(history)
    if away is None or away.until_on is None or not away.until_on <= today <= away.until_on + JUST_BACK:
        return False
    is_theirs = not (away.reason and name) or is_same_person(first_name(name), first_name(away.reason))
    return is_theirs and not befallen_in(history).in_need and not (last and last.on >= away.until_on)
