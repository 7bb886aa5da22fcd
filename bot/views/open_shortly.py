"""One sentence about what is open or holds: what they promised, what we did, whether one of them is away. Dated, and as on record."""

from datetime import date

from bot.days import written
from bot.model import Commitment, CommitmentState, History, Side, first_name
from bot.playbook.absences import absence_of_person
from bot.playbook.on_record import contact_of
from bot.playbook.results import is_asked, is_same_person, open_promises
from bot.views.absences import from_until
from bot.views.naming import promise_fact


def open_shortly(side: Side, who: str, history: History, today: date) -> str:
    """All that is open of that side; where there is nothing, what was done last."""
    person = _person(history, who)
    owed = [one for one in open_promises(history, side) if _is_of(one, person if side is Side.theirs else "")]
    if owed:
        by = _said_by(side, person, history, owed)
        whose = "" if by else ("They promised" if side is Side.theirs else "We owe")
        told = (f"{promise_fact(one, today)}{'' if by else _of_whom(history, one)}" for one in owed)
        return f"{by or whose}: {'; '.join(told)}."
    whose = person if side is Side.theirs else ""
    kept = [one for one in history.commitments if one.side is side and one.state is CommitmentState.kept]
    done = max((one for one in kept if _is_of(one, whose)), key=lambda one: one.turns[-1].on, default=None)
    last = f" Last done: {done.text}, {written(done.turns[-1].on, today)}." if done else ""
    of = f" of {first_name(whose)}'s" if whose else ""
    return f"Nothing is open{of} on record.{last}"


def _is_of(promise: Commitment, person: str) -> bool:
    return not (person and promise.contact) or is_same_person(promise.contact, person)


def _said_by(side: Side, person: str, history: History, owed: list[Commitment]) -> str:
    """ "Dana promised", "You promised"; empty where each has to be told by itself: of several people, or asked for and promised to nobody."""
    if side is Side.theirs:
        people = {first_name(one.contact) for one in owed if one.contact} or {first_name(person or contact_of(history))}
        return f"{next(iter(people)) or 'They'} promised" if len(people) == 1 else ""
    ours = {history.colleagues.get(one.member_id, "You") for one in owed}
    is_told_apart = len(ours) > 1 or any(is_asked(history, one) for one in owed)
    return "" if is_told_apart else f"{next(iter(ours))} promised"


def _of_whom(history: History, promise: Commitment) -> str:
    """Beside each: who promised or asked for it, the reader too."""
    if promise.side is Side.theirs:
        return f" ({first_name(promise.contact)})" if promise.contact else ""
    by = history.colleagues.get(promise.member_id, "you")
    return f" (asked by {by})" if is_asked(history, promise) else f" ({by} promised it)"


def away_shortly(who: str, history: History, today: date) -> str:
    """Until when, or from when on; where none from today on is on record, that."""
    person = _person(history, who) or contact_of(history)
    name, absence = first_name(person) or "they", absence_of_person(history, person, today)
    be = "They are" if name == "they" else f"{name} is"
    if absence is None:
        of = "" if name == "they" else f" of {name}'s"
        return f"No absence{of} from today on is on record."
    if absence.begins_on and absence.begins_on > today:
        return f"Not yet: {be} away {from_until(absence.begins_on, absence.back_on, today)}."
    return f"{be} away, back {written(absence.back_on, today)}."


def _person(history: History, who: str) -> str:
    """Whoever is known there by that name; empty for the company."""
    return next((one.name for one in history.contacts if is_same_person(one.name, who)), "")
