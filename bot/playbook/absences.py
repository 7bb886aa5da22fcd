"""Their absence, from a day until a day: before it everything stands, and while it lasts nothing is due there.

Only they end it: by a sign of theirs, or by a newer absence that overlaps it, which takes its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.model import Commitment, Decision, DecisionKind, History, Side, Touch
from bot.playbook.circumstances import befallen_in
from bot.playbook.once import once_of
from bot.playbook.results import contact_named, is_same_person, is_sign_of_life

_NOBODY_NAMED = frozenset({"", "they"})


@dataclass(frozen=True)
class Absence:
    told: Decision
    back_on: date
    begins_on: date | None = None  # None: they were away when it was told

    def covers(self, day: date) -> bool:
        """One that was told while it lasted covers also whatever day before it was left open."""
        return (self.begins_on or date.min) <= day < self.back_on

    @property
    def first_on(self) -> date:
        return self.begins_on or self.told.on

    def replaces(self, older: "Absence") -> bool:
        """One of the same person that overlaps it; but what has begun lasts, when only the next one was announced."""
        if not is_of(self.told.reason, older.told.reason):
            return False
        has_begun = older.first_on <= self.told.on
        if has_begun:
            return self.begins_on is None and self.first_on < older.back_on
        return self.first_on < older.back_on and older.first_on < self.back_on


def is_of(who: str, person: str) -> bool:
    """Whether an absence of `who` is that person's; where nobody is named it is of whom we deal with."""
    return bool({who, person} & _NOBODY_NAMED) or is_same_person(who, person)


def waits_for(history: History, promise: Commitment, who: str) -> bool:
    """Whether a promise of theirs waits while `who` is away: not what somebody else there has taken on."""
    return is_of(who, promise.contact or whom_we_deal_with(history))


def whom_we_deal_with(history: History) -> str:
    return befallen_in(history).taken_over_by or contact_named(history)


def _told(history: History) -> tuple[Absence, ...]:
    """All that were told, of anybody there, the newest first, also those that have ended."""
    begins = {made.act_id: made.until_on for made in history.decisions if made.kind is DecisionKind.leaves}
    told = (made for made in reversed(history.decisions) if made.kind is DecisionKind.absent)
    return tuple(Absence(made, made.until_on, begins.get(made.act_id)) for made in told if made.until_on)


@once_of
def every_absence(history: History) -> tuple[Absence, ...]:
    """Of whom we deal with: while another there is away, the deal goes on."""
    told = _told(history)
    return tuple(one for one in told if is_of(one.told.reason, whom_we_deal_with(history)))


def told_by(history: History, act_id: int) -> Absence | None:
    """The one that an act told, of whomever."""
    return next((one for one in _told(history) if one.told.act_id == act_id), None)


@once_of
def last_told(history: History) -> tuple[Absence, ...]:
    """Without those whose place a newer one took, whether they have ended or not: what was corrected never was."""
    last: list[Absence] = []
    for one in every_absence(history):
        if not any(newer.replaces(one) for newer in last):
            last.append(one)
    return tuple(last)


@once_of
def absences(history: History) -> tuple[Absence, ...]:
    """Those that hold, the newest first."""
    return _that_hold(history, every_absence(history))


def _that_hold(history: History, told: Iterable[Absence]) -> tuple[Absence, ...]:
    hold: list[Absence] = []
    for one in told:
        if not (_is_ended(history, one) or any(newer.replaces(one) for newer in hold)):
            hold.append(one)
    return tuple(hold)


def absence_of_person(history: History, person: str, today: date) -> Absence | None:
    """That of somebody there, whoever the deal waits for: the one that lasts, else the next to come."""
    hold = _that_hold(history, (one for one in _told(history) if is_of(one.told.reason, person)))
    ahead = [one for one in hold if one.back_on > today]
    return min(ahead, key=lambda one: one.first_on, default=None)


def to_come(history: History, today: date) -> Absence | None:
    """The next that has not begun."""
    ahead = [one for one in absences(history) if one.begins_on and one.begins_on > today]
    return min(ahead, key=lambda one: one.first_on, default=None)


def absence_on(history: History, day: date) -> Absence | None:
    """The one that covers that day."""
    return next((one for one in absences(history) if one.covers(day)), None)


def announced_on(history: History, day: date) -> Absence | None:
    """The one that covers that day, and was told before it began."""
    return next((one for one in absences(history) if one.begins_on and one.covers(day)), None)


def _is_ended(history: History, absence: Absence) -> bool:
    """A message that we left ends no absence of theirs, nor does a talk before they leave."""
    return any(
        touch.act_id > absence.told.act_id
        and touch.on >= absence.first_on
        and is_sign_of_life(touch)
        and is_of(absence.told.reason, touch.contact)
        and (absence.begins_on or touch.on > absence.told.on or _is_there(history, absence, touch))
        for touch in history.touches
    )


def _is_there(history: History, absence: Absence, touch: Touch) -> bool:
    """On the day on which it was told they may still be spoken with; who takes something on for a day of it is there, and who was
    never named before is a namesake."""
    if any((person.name, person.act_id) == (touch.contact, touch.act_id) for person in history.contacts):
        return True
    made = (one for one in history.commitments if one.act_id == touch.act_id and one.side is Side.theirs)
    return any(one.due_on and one.due_on < absence.back_on for one in made)
