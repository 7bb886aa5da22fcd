"""What became of the rows: everything counted, the refused and the first of the others kept, so that memory stays small."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

_KEPT = 200  # outcomes that are shown beside the refused


class What(StrEnum):
    """What happened, or in a preview would happen, to one row."""

    created = "created"
    updated = "updated"
    unchanged = "unchanged"
    skipped = "skipped"
    refused = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    number: int
    what: What
    title: str = ""
    owner: str = ""
    note: str = ""
    wakes_on: date | None = None
    like: str = ""  # the deal under another id that it looks like
    unknown_owner: str = ""


@dataclass
class Report:
    """Filled while the rows go by."""

    source: str  # the CRM; "file …" for any other header row
    rows: int
    fallback: str  # who gets what nobody owns
    counts: Counter[What] = field(default_factory=Counter)
    refused: list[Outcome] = field(default_factory=list)
    first: list[Outcome] = field(default_factory=list)
    doubles: list[Outcome] = field(default_factory=list)  # the first of them
    doubled: int = 0
    waking: int = 0
    first_wake_on: date | None = None
    last_wake_on: date | None = None
    unknown_owners: Counter[str] = field(default_factory=Counter)
    act_id: int | None = None
    begun_at: datetime | None = None  # of an interrupted import that this one went on with
    before: int = 0  # rows that it had written
    taken_back: bool = False  # undone while it ran: the rest was left alone

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.what] += 1
        kept = self.refused if outcome.what is What.refused else self.first if len(self.first) < _KEPT else []
        kept.append(outcome)
        if outcome.unknown_owner:
            self.unknown_owners[outcome.unknown_owner] += 1
        if outcome.like:
            self.doubled += 1
            if len(self.doubles) < _KEPT:
                self.doubles.append(outcome)
        if outcome.wakes_on:
            self.waking += 1
            self.first_wake_on = min(self.first_wake_on or outcome.wakes_on, outcome.wakes_on)
            self.last_wake_on = max(self.last_wake_on or outcome.wakes_on, outcome.wakes_on)
