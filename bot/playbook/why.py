"""Why a deal is on the list, or is not: the rule that decides and the dates that it rests on, as data.

Nothing is decided here. The day and its rule are the cadence's, the line is the agenda's, the state is the standing's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.model import Decision, History, Outcome, Policy, Standing, Touch
from bot.playbook.agenda import Due, Group, asks_whether_heard, due_today
from bot.playbook.cadence import next_touch
from bot.playbook.circumstances import circumstance
from bot.playbook.facts import Facts
from bot.playbook.openers import opener
from bot.playbook.precedence import NextTouch, country_there
from bot.playbook.results import is_heard, is_sign_of_life, is_unheard, last_conversation, unanswered_days
from bot.playbook.standing import ending_on, standing
from bot.worktime import holiday


class FactKind(StrEnum):
    """What a recorded text of an opener is."""

    said = "said"
    their = "their"  # what they were going to do
    ours = "ours"
    sent = "sent"
    came = "came"
    step = "step"
    shelf = "shelf"
    topic = "topic"


@dataclass(frozen=True)
class Fact:
    kind: FactKind
    text: str
    on: date | None


@dataclass(frozen=True)
class Unanswered:
    """One day that counts as one touch, whatever was tried on it."""

    on: date
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Why:
    """`decided` is None once the deal has ended: then `ending` is the reason."""

    now: Standing
    due: Due | None
    decided: NextTouch | None
    spoke: Touch | None  # their last sign of life
    unanswered: tuple[Unanswered, ...]
    tries: tuple[date, ...]  # since then, and they reached nobody: they count toward nothing
    last: int  # how many touches a chase has, the yes-or-no message with them
    ending: Decision | None
    holidays: tuple[tuple[date, str], ...]  # what is celebrated where they are, from the day that the rule names on
    asks_first: bool  # today's line asks whether anything came, before the silence counts
    rests_on: tuple[Fact, ...]  # the facts in the opener of today's line

    @property
    def on(self) -> date | None:
        return self.now.next_touch_on

    @property
    def comes_next(self) -> int:
        """The number of the next touch of the chase; 0 while they answer, and with somebody never spoken to."""
        return min(len(self.unanswered) + 1, self.last) if self.unanswered and self.spoke else 0


def explained(history: History, policy: Policy, today: date) -> Why:
    ending = ending_on(history, today)
    decided = None if ending else next_touch(history, policy, today)
    due = due_today(history, policy, today)
    return Why(
        now=standing(history, policy, today),
        due=due,
        decided=decided,
        spoke=last_conversation(history),
        unanswered=tuple(_unanswered(history)),
        tries=_tries(history),
        last=policy.unanswered_to_definitive + 1,
        ending=ending,
        holidays=tuple(_holidays(history, decided)) if decided else (),
        asks_first=bool(due and due.group is Group.touch and not due.is_today and asks_whether_heard(history, today)),
        rests_on=tuple(_rests_on(history, policy, today)) if due and due.group is Group.touch else (),
    )


def _holidays(history: History, decided: NextTouch) -> Iterator[tuple[date, str]]:
    """The public holidays over which the day rolled."""
    country, day = country_there(history), decided.literal_on or decided.on
    while country and day < decided.on:
        if name := holiday(day, country):
            yield day, name
        day += timedelta(days=1)


def _unanswered(history: History) -> Iterator[Unanswered]:
    days = unanswered_days(history)
    for day in days:
        tried = (t.outcome for t in history.touches if t.on == day and is_heard(t) and not is_sign_of_life(t))
        yield Unanswered(day, tuple(dict.fromkeys(tried)))


def _tries(history: History) -> tuple[date, ...]:
    days: dict[date, None] = {}
    for touch in history.touches:
        if is_sign_of_life(touch):
            days.clear()
        elif is_unheard(touch):
            days[touch.on] = None
    return tuple(days)


def _rests_on(history: History, policy: Policy, today: date) -> Iterator[Fact]:
    """The facts in the opener that stands under the line; nothing where there is none."""
    if circumstance(history, today) or asks_whether_heard(history, today):
        return
    made = opener(history, policy, today)
    known = dict(_known(Facts(history, today)))
    yield from (known[text] for text in (made.facts if made else ()) if text in known)


def _known(facts: Facts) -> Iterator[tuple[str, Fact]]:
    """Every fact that an opener may rest on: as it is said to them, and as it was recorded on its day."""
    if facts.topic:
        yield facts.topic, Fact(FactKind.topic, facts.topic, facts.spoke_on)
    if facts.thing:
        yield facts.thing.text, Fact(FactKind.shelf, facts.thing.text, None)
    if facts.step:
        yield facts.step.what, Fact(FactKind.step, facts.step.what, facts.step.made_on)
    if facts.came:
        yield facts.came, Fact(FactKind.came, facts.came, facts.came_on)
    if facts.new:
        yield facts.new, Fact(FactKind.sent, facts.new, facts.new_on)
    if facts.ours:
        yield facts.our_phrase, Fact(FactKind.ours, facts.ours.text, facts.ours.made_on)
    if facts.their:
        yield facts.their_phrase, Fact(FactKind.their, facts.their.text, facts.their.made_on)
    if facts.said:
        yield facts.said, Fact(FactKind.said, facts.said, facts.said_on)
