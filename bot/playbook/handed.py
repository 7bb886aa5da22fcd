"""What a new owner has to know of a deal: from whom it came, what they must not be asked again, which doors are open."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from bot.days import written
from bot.model import Decision, DecisionKind, History, Side
from bot.playbook.cadence import opened_window
from bot.playbook.holds import absence_of, pending_step
from bot.playbook.on_record import newest_kept
from bot.playbook.open_questions import open_questions
from bot.playbook.results import is_asked, is_sign_of_life, open_promises, refused

_MOST = 4


def handed_to(history: History) -> Decision | None:
    """The newest handover of the deal."""
    return next((made for made in reversed(history.decisions) if made.kind is DecisionKind.handed_over), None)


def mark_of(deal_ids: Iterable[int]) -> str:
    """A few letters by which these deals, however many, are known again."""
    return sha256(",".join(map(str, sorted(deal_ids))).encode()).hexdigest()[:12]


def unread(history: History, owner_id: int) -> bool:
    """Whether it came from somebody else, and its owner has not been in touch with them since."""
    came = handed_to(history)
    if came is None or history.deal.owner_id != owner_id:
        return False
    return not any(touch.member_id == owner_id and touch.act_id > came.act_id for touch in history.touches)


def giver(came: Decision) -> tuple[str, str]:
    """(who had it before, why it was handed over)."""
    name, _, why = came.reason.partition(" because ")
    return name, why


def inherited(history: History) -> tuple[str, ...]:
    """First names of those who promised what is still open of ours, where it was not the reader."""
    ours = (p for p in open_promises(history, Side.ours) if not is_asked(history, p))
    return tuple(dict.fromkeys(name for p in ours if (name := history.colleagues.get(p.member_id))))


def not_again(history: History) -> list[tuple[date, str]]:
    """(day, what) that they have answered, or refused, already: asking it anew would say that nobody wrote it down."""
    asked = [(made.on, made.reason) for made in history.decisions if made.kind is DecisionKind.asked and made.reason]
    no = refused(history)
    told = [(no.on, f"whether they buy: {no.note or no.said or 'they said no'}")] if no else []
    often = [
        (promise.turns[-1].on, f"when they {promise.text}: they moved it {promise.moves} times")
        for promise in open_promises(history, Side.theirs)
        if promise.moves > 1
    ]
    return sorted({*asked, *told, *often})[-_MOST:]


def open_doors(history: History, today: date) -> list[str]:
    """What the next call may begin with: what is agreed, a time that they named, what came of us, what is still to be asked."""
    step, window, kept = pending_step(history), opened_window(history), newest_kept(history)
    back_on = absence_of(history, today)
    doors = []
    if step and step.on >= today and not step.purpose:
        doors = [f"the {step.what} on {written(step.on, today)}{', agreed' if step.agreed else ', as we plan it'}"]
    doors += [f"the time that they named: {window.reason}"] if window else []
    doors += [f"they are away until {written(back_on, today)}"] if back_on else []
    doors += [f"what we have done for them: {kept.text}"] if kept else []
    doors += [f"a question for them: {made.reason}" for made in open_questions(history)]
    if not doors and any(is_sign_of_life(touch) for touch in history.touches):
        doors = ["their own words above"]
    return doors[:_MOST]
