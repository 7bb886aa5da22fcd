"""What of the record is about the person whom we speak with now, and what may still come of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.model import THEIR_TIME, Commitment, History, NextStep, Side, TurnKind
from bot.playbook.absences import whom_we_deal_with
from bot.playbook.circumstances import Befallen
from bot.playbook.holds import day_said, pending_step
from bot.playbook.results import is_same_person, last_conversation, person_called
from bot.playbook.sayable import thing_in


def with_them(history: History, befallen: Befallen) -> History:
    """Without what was said by, or promised by, somebody in need, and without the calls that only told who has left.

    Those calls were with somebody else; and nobody is reminded of a colleague who is ill or has died.
    """
    spared = befallen.in_need
    touches = tuple(touch for touch in history.touches if touch.said or not befallen.is_about_it(touch))
    if not spared and len(touches) == len(history.touches):
        return history  # as nearly always
    return replace(
        history,
        touches=tuple(touch for touch in touches if not _is_one_of(touch.contact, spared)),
        commitments=tuple(p for p in history.commitments if p.side is Side.ours or not _is_one_of(p.contact, spared)),
    )


def _is_one_of(person: str, names: Sequence[str]) -> bool:
    return bool(person) and any(is_same_person(name, person) for name in names)


def contact_of(history: History) -> str:
    """Whom we speak with: who took over from one that has gone, else whom the record names last."""
    return whom_we_deal_with(history)


def their_zone(history: History, said: str) -> str:
    """The zone of an hour that was said: "her time" is where the contact is, when that is on record."""
    if said != THEIR_TIME:
        return said
    person = person_called(contact_of(history), history.contacts)
    return (person.zone if person else "") or THEIR_TIME


def spoken_step(history: History) -> NextStep | None:
    """The next step that they know of: a day before which nothing happens, for which they did not ask, is ours alone."""
    step = pending_step(history)
    return None if step and step.purpose and not step.agreed else step


def newest_kept(history: History, side: Side = Side.ours) -> Commitment | None:
    """What was promised and done, and not spoken about since: the reason they would be glad of a touch (S10)."""
    conversation = last_conversation(history)
    since = conversation.on if conversation else date.min
    kept = (promise for promise in reversed(history.commitments) if promise.side is side)
    return next((promise for promise in kept if _is_kept_since(promise, since) and thing_in(promise.text)), None)


def _is_kept_since(promise: Commitment, day: date) -> bool:
    last = promise.turns[-1] if promise.turns else None
    return last is not None and last.kind is TurnKind.kept and last.on >= day and promise.made_on <= last.on


def last_contact(history: History, last_on: date) -> str:
    """When they were there, and when we were in touch after that: what we brought them is no talk."""
    there = last_conversation(history)
    if there is None:
        return f"last contact {day_said(history, last_on)}"
    lead = "they were in touch" if there.inbound else "last spoke"
    since = f", last contact {day_said(history, last_on)}" if last_on != there.on else ""
    return f"{lead} {day_said(history, there.on)}{since}"
