"""Histories for the tests of the rules, as a rep would tell them: one line an event, days counted from a start."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.model import (
    Commitment,
    Contact,
    Deal,
    Decision,
    DecisionKind,
    History,
    NextStep,
    Outcome,
    Result,
    Side,
    Touch,
    Turn,
    TurnKind,
)

MONDAY = date(2026, 3, 2)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


class Story:
    """Adds events in order; each is its own act."""

    def __init__(self, company: str = "Acme", title: str = "40 seats", *, contact: str = "Dana Reyes") -> None:
        deal = Deal(1, company, title, owner_id=1, created_on=MONDAY)
        self.history = History(deal, contacts=(Contact(1, 1, contact),) if contact else ())
        self.acts = 0

    def touch(
        self,
        on: int,
        outcome: Outcome = Outcome.connected,
        *,
        said: str = "",
        result: Result | None = None,
        inbound: bool = False,
        definitive: bool = False,
    ) -> "Story":
        spoke = outcome in {Outcome.connected, Outcome.meeting}
        achieved = result or (Result.continuation if spoke else Result.attempt)
        self.acts += 1
        at = datetime.combine(day(on), datetime.min.time(), tzinfo=UTC) + timedelta(hours=10, minutes=self.acts)
        made = Touch(
            self.acts,
            1,
            self.acts,
            1,
            at,
            day(on),
            outcome,
            achieved,
            said=said,
            inbound=inbound,
            definitive=definitive,
        )
        return self._with(touches=(*self.history.touches, made))

    def promise(self, on: int, side: Side, text: str, due: int | None = None) -> "Story":
        self.acts += 1
        due_on = day(due) if due is not None else None
        made = Commitment(self.acts, 1, self.acts, side, text, day(on), due_on, member_id=1)
        return self._with(commitments=(*self.history.commitments, made))

    def turn(self, on: int, kind: TurnKind, due: int | None = None) -> "Story":
        """Something happened to the newest promise."""
        self.acts += 1
        *rest, last = self.history.commitments
        turn = Turn(last.id, self.acts, day(on), kind, day(due) if due is not None else None)
        return self._with(commitments=(*rest, replace(last, turns=(*last.turns, turn))))

    def step(self, made: int, on: int, what: str = "call", at: str = "") -> "Story":
        self.acts += 1
        step = NextStep(self.acts, 1, self.acts, day(made), what, day(on), at)
        return self._with(next_steps=(*self.history.next_steps, step))

    def decide(self, on: int, kind: DecisionKind, until: int | None = None) -> "Story":
        self.acts += 1
        until_on = day(until) if until is not None else None
        made = Decision(self.acts, 1, self.acts, 1, day(on), kind, until_on)
        return self._with(decisions=(*self.history.decisions, made))

    def _with(self, **changes: object) -> "Story":
        self.history = replace(self.history, **changes)
        return self
