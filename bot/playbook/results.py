"""What a touch counts for. Heard and unheard differ; activity and accomplishment are never mixed (S15, S47).

| outcome                              | heard | they spoke |
|--------------------------------------|-------|------------|
| connected, meeting, anything inbound | yes   | yes        |
| voicemail, message, email            | yes   | no         |
| no answer, busy, wrong number        | no    | no         |
| no show                              | yes   | no         |

A no-show is no touch of ours: nothing of the chase has gone unanswered by it, so it counts toward no "3 of 4".
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.model import (
    Commitment,
    CommitmentState,
    Contact,
    DecisionKind,
    History,
    Outcome,
    Result,
    Side,
    Touch,
    TurnKind,
    first_name,
    is_by_role,
)
from bot.playbook.once import once_of

GOING_DARK = 2  # unanswered touches
UNHEARD = frozenset({Outcome.no_answer, Outcome.busy, Outcome.wrong_number})
# Decides nothing about the deal.
_ONLY_NOTED = frozenset(
    {DecisionKind.came_up, DecisionKind.asked, DecisionKind.help_wanted, DecisionKind.helped, DecisionKind.misnamed}
)
CONVERSATIONS = frozenset({Outcome.connected, Outcome.meeting})
ADVANCES = frozenset({Result.advance, Result.order})


def told(touches: Sequence[Touch]) -> tuple[Touch, ...]:
    """Without the assumed ones that the same member told more exactly on the same day: one touch is one."""
    if not any(touch.assumed for touch in touches):  # as nearly always
        return tuple(touches)
    exact = {(touch.member_id, touch.on): touch.act_id for touch in touches if not touch.assumed and not touch.inbound}
    return tuple(t for t in touches if not (t.assumed and exact.get((t.member_id, t.on), 0) > t.act_id))


def one_each(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """A person named twice is one: "Dana", then "Dana Reyes, 555 0142" adds to what is known; two Danas stay two."""
    if len(contacts) < 2:  # noqa: PLR2004 - as nearly always
        return tuple(contacts)
    people: list[Contact] = []
    for contact in contacts:
        same = [index for index, person in enumerate(people) if is_same_person(person.name, contact.name)]
        if len(same) == 1:
            old = people.pop(same[0])
            name = max(contact.name, old.name, key=len)
            people.append(replace(contact, name=name, phone=contact.phone or old.phone, zone=contact.zone or old.zone))
        else:
            people.append(contact)
    return tuple(people)


def is_same_person(one: str, other: str) -> bool:
    """The same name, or one of them is the other's first name."""
    if one == other:  # as nearly always
        return True
    first, second = one.casefold().split(), other.casefold().split()
    return first == second or (1 in {len(first), len(second)} and first[:1] == second[:1])


def are_two(one: str, other: str, people: Sequence[Contact]) -> bool:
    """Whether two names are surely of two people who are known there: "Munro" may be Greg Munro."""
    first, second = person_called(one, people), person_called(other, people)
    return first is not None and second is not None and not is_same_person(first.name, second.name)


def person_called(name: str, people: Sequence[Contact]) -> Contact | None:
    """The contact that is meant by a name in a touch."""
    return next((person for person in reversed(people) if is_same_person(person.name, name)), None) if name else None


@once_of
def contact_named(history: History) -> str:
    """Whom the record names last: the newest in a touch, else the newest contact."""
    named = next(
        (touch.contact for touch in reversed(history.touches) if touch.contact and not is_by_role(touch.contact)), ""
    )
    known = person_called(named, history.contacts)
    return (known.name if known else named) or (history.contacts[-1].name if history.contacts else "")


def is_try(touch: Touch) -> bool:
    """A call, a message or a visit; what was only noted is none, and counts in no figure."""
    return touch.result is not Result.none


def is_heard(touch: Touch) -> bool:
    """Whether it reached them at all; an unheard one costs minutes and counts toward nothing, and a note reaches nobody."""
    return touch.inbound or (touch.outcome not in UNHEARD and is_try(touch))


def is_unheard(touch: Touch) -> bool:
    """A try that reached nobody."""
    return is_try(touch) and not is_heard(touch)


@once_of
def heard(history: History) -> tuple[Touch, ...]:
    """The touches that reached them."""
    return tuple(touch for touch in history.touches if is_heard(touch))


def is_sign_of_life(touch: Touch) -> bool:
    return touch.inbound or (touch.outcome in CONVERSATIONS and is_try(touch))


def heard_on(history: History) -> date | None:
    """When they last told where they stand, by words that are kept or in a talk; None: nobody knows."""
    return next((touch.on for touch in reversed(history.touches) if touch.said or is_sign_of_life(touch)), None)


@once_of
def unanswered_days(history: History) -> tuple[date, ...]:
    """The days of heard touches since their last sign of life; voicemail plus email on one day is one (H37).

    Thanks sent on the day of the talk, and what brings them a thing that we had promised, ask for no answer (H9, H13).
    """
    ours = (promise for promise in history.commitments if promise.side is Side.ours)
    brought = {turn.on for promise in ours for turn in promise.turns if turn.kind is TurnKind.kept}
    days: dict[date, None] = {}
    spoke_on = None
    for touch in heard(history):
        if is_sign_of_life(touch):
            days.clear()
            spoke_on = touch.on
        elif touch.outcome is not Outcome.no_show and touch.on != spoke_on and touch.on not in brought:
            days[touch.on] = None
    return tuple(days)


def touches_since_advance(history: History) -> int:
    """How long the treadmill has turned (S7): heard touches since they last took something on or kept a promise."""
    kept = [turn.on for promise in theirs(history) for turn in promise.turns if turn.kind.value == "kept"]
    advances = [touch.on for touch in history.touches if touch.result in ADVANCES]
    since = max((*kept, *advances), default=date.min)
    return len({touch.on for touch in heard(history) if touch.on > since})


def theirs(history: History) -> tuple[Commitment, ...]:
    return tuple(promise for promise in history.commitments if promise.side is Side.theirs)


def open_promises(history: History, side: Side) -> tuple[Commitment, ...]:
    """Still open, the earliest date first and the undated last."""
    return tuple(promise for promise in _open(history) if promise.side is side)


@once_of
def _open(history: History) -> tuple[Commitment, ...]:
    still = [promise for promise in history.commitments if promise.state is CommitmentState.open]
    return tuple(sorted(still, key=lambda promise: (promise.due_on or date.max, promise.id)))


def ours_due(history: History, today: date) -> Commitment | None:
    """Our promise that is due or late, the oldest: it comes before theirs and before any call, wherever the deal is told."""
    return next((p for p in open_promises(history, Side.ours) if p.due_on and p.due_on <= today), None)


def late_of_theirs(history: History, today: date) -> Commitment | None:
    """Their promise whose day has passed, the oldest."""
    return next((p for p in open_promises(history, Side.theirs) if p.due_on and p.due_on < today), None)


def is_qualified(history: History) -> bool:
    """A prospect is earned by a commitment of theirs, or the rep says so once (S13, voice.md 1.14)."""
    return bool(theirs(history)) or any(d.kind is DecisionKind.qualified for d in history.decisions)


def is_silence_untold(history: History) -> bool:
    """Two touches have gone unanswered, and nobody has said that nothing came: it is asked before it counts.

    The bot reads no mail (voice.md 1.5).
    """
    if len(unanswered_days(history)) < GOING_DARK or last_conversation(history) is None:
        return False
    newest = history.touches[-1].act_id
    return not any(d.kind is DecisionKind.heard_nothing and d.act_id > newest for d in history.decisions)


def is_asked(history: History, promise: Commitment) -> bool:
    """Whether a colleague put it on the owner's list without a call: asked of the owner, and promised to nobody."""
    if promise.side is Side.theirs or promise.member_id in {0, history.deal.owner_id}:
        return False
    by = history.colleagues.get(promise.member_id)
    had_it = (
        made.kind is DecisionKind.handed_over and made.act_id > promise.act_id and by in {None, first_name(made.reason)}
        for made in history.decisions
    )  # fmt: skip
    return not any(had_it) and all(touch.act_id != promise.act_id for touch in history.touches)


def told_last(history: History) -> Touch | None:
    """The touch that was logged last; a call of yesterday that is told today may lie before others."""
    return max(history.touches, key=lambda touch: touch.act_id, default=None)


def refused(history: History) -> Touch | None:
    """The touch with their no, until they speak again or a member decided what follows from it."""
    last = last_conversation(history)
    if last is None or last.result is not Result.no_sale:
        return None
    later = [made.act_id for made in history.decisions if made.kind not in _ONLY_NOTED] + [
        step.act_id for step in history.next_steps
    ]
    return None if any(act_id > last.act_id for act_id in later) else last


@once_of
def last_said(history: History) -> Touch | None:
    """The newest touch that holds their own words (S21)."""
    return next((touch for touch in reversed(history.touches) if touch.said), None)


def last_note(history: History) -> Touch | None:
    """The newest touch that holds a note of the rep's own, unless their words came after it."""
    told = next((touch for touch in reversed(history.touches) if touch.note or touch.said), None)
    return told if told and told.note else None


def missed_last(history: History) -> Touch | None:
    """The appointment to which they did not come, until they are there again; a voicemail about it changes nothing."""
    for touch in reversed(history.touches):
        if is_sign_of_life(touch):
            return None
        if touch.outcome is Outcome.no_show:
            return touch
    return None


@once_of
def last_conversation(history: History) -> Touch | None:
    return next((touch for touch in reversed(history.touches) if is_sign_of_life(touch)), None)


def last_talk(history: History) -> Touch | None:
    """What they wrote is a sign of life, and nothing that was spoken."""
    return next((t for t in reversed(history.touches) if is_sign_of_life(t) and not t.inbound), None)
