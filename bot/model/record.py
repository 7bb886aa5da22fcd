"""What is recorded of a deal: touches, promises of both sides, next steps, decisions. `_at` is an instant, `_on` a date.

Only frozen data, folded by the properties here and by bot.playbook; what was undone is not in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from typing_extensions import override

from bot.model.house import House
from bot.model.kinds import CommitmentState, DecisionKind, Outcome, Result, Side, TurnKind

_NEW_DATE = frozenset({TurnKind.moved, TurnKind.corrected, TurnKind.excused})


@dataclass(frozen=True)
class Contact:
    id: int
    deal_id: int
    name: str
    phone: str = ""
    zone: str = ""
    act_id: int = 0


@dataclass(frozen=True)
class Deal:
    """One thing being sold to one company, as its changes add up. `company` may be empty after an import."""

    id: int
    company: str
    title: str
    owner_id: int
    stage: str = ""
    value: str = ""  # an amount as text, two decimals at most; currency beside it
    currency: str = ""
    closes_on: date | None = None
    source: str = ""  # the CRM it came from: salesforce, hubspot, pipedrive
    external_id: str = ""
    crm_next_step: str = ""
    crm_contact_on: date | None = None  # last activity according to the CRM
    created_on: date | None = None  # the local date of whoever made it
    former_names: tuple[str, ...] = ()  # still found by them
    aliases: tuple[str, ...] = ()  # what members typed and then said that they meant this deal

    @property
    def label(self) -> str:
        """The name a rep uses."""
        return self.company or self.title

    @property
    def full_label(self) -> str:
        return f"{self.company}, {self.title}" if self.company and self.title else self.label


@dataclass(frozen=True)
class OneOfSeveral(Deal):
    """A deal beside which there is another with that company: the company's name does not tell which."""

    @property
    @override
    def label(self) -> str:
        return self.full_label


@dataclass(frozen=True)
class Touch:
    """One attempt or conversation. `said` holds the prospect's own words and nothing else (S21)."""

    id: int
    deal_id: int
    act_id: int
    member_id: int
    at: datetime
    on: date  # the member's local date
    outcome: Outcome
    result: Result
    said: str = ""
    note: str = ""
    contact: str = ""
    inbound: bool = False  # they called, wrote or answered
    definitive: bool = False  # it carried the definitive-answer message
    assumed: bool = False  # nobody said how it went: it gives way to what is told the same day


@dataclass(frozen=True)
class Turn:
    """Something that happened to a commitment after it was made."""

    commitment_id: int
    act_id: int
    on: date
    kind: TurnKind
    due_on: date | None = None  # the new date of a move
    moved_by: Side | None = None  # who asked for the move


@dataclass(frozen=True)
class Commitment:
    """What one side will do by when. `text` starts with a plain verb: "send the case study"."""

    id: int
    deal_id: int
    act_id: int
    side: Side
    text: str
    made_on: date
    first_due_on: date | None = None
    soft: bool = False  # think, talk, look into: no act to hold them to (H3)
    contact: str = ""
    turns: tuple[Turn, ...] = ()
    member_id: int = 0  # who of us recorded it, and so made it when it is ours; 0: not read

    @property
    def due_on(self) -> date | None:
        """From when it is asked about: the day that was named, or that of their return."""
        moves = [turn.due_on for turn in self.turns if turn.kind in _NEW_DATE]
        return moves[-1] if moves else self.first_due_on

    @property
    def promised_on(self) -> date | None:
        """The day that was named for it: an absence moves when we ask, and not this."""
        named = [turn.due_on for turn in self.turns if turn.kind in _NEW_DATE and turn.kind is not TurnKind.excused]
        return named[-1] if named else self.first_due_on

    @property
    def back_on(self) -> date | None:
        """The day of their return, while it waits for that."""
        return self.due_on if self.due_on != self.promised_on else None

    @property
    def state(self) -> CommitmentState:
        ended = [turn for turn in self.turns if turn.kind not in _NEW_DATE]
        return CommitmentState(ended[-1].kind.value) if ended else CommitmentState.open

    @property
    def named_days(self) -> tuple[date, ...]:
        """The days that they were held to, each later than the one before: a day that was put right, or is sooner, replaces it."""
        named = [self.first_due_on] if self.first_due_on else []
        for turn in self.turns:
            if turn.due_on is None or turn.kind not in {TurnKind.moved, TurnKind.corrected}:
                continue
            if turn.kind is TurnKind.corrected:
                named = named[:-1]
            named = [day for day in named if day < turn.due_on] + [turn.due_on]
        return tuple(named)

    @property
    def moves(self) -> int:
        """How often a date already given was put off; naming a first date, or a sooner one, is no move."""
        return max(0, len(self.named_days) - 1)


THEIR_TIME = "theirs"  # the clock of a contact of whom nobody knows where they are


def hour_there(at: str, zone: str) -> str:
    """ "15:00", "15:00 Rome time", "15:00 their time"; `zone` as in `NextStep`."""
    if not (at and zone):
        return at
    place = "their" if zone == THEIR_TIME else zone.rpartition("/")[2].replace("_", " ")
    return f"{at} {place} time"


@dataclass(frozen=True)
class NextStep:
    """An agreed event or action. The newest one counts; an older one is history, unless it was told to hold beside it."""

    id: int
    deal_id: int
    act_id: int
    made_on: date
    what: str  # "call", "demo"
    on: date
    at: str = ""  # "10:00", the wall time that was agreed
    zone: str = ""  # whose wall time: an IANA name, `THEIR_TIME`, or empty: the rep's
    purpose: str = ""
    agreed: bool = True  # they agreed, or we merely plan it

    @property
    def hour(self) -> str:
        """ "15:00", or whose clock it is by as well: "15:00 Rome time"."""
        return hour_there(self.at, self.zone)


@dataclass(frozen=True)
class Decision:
    id: int
    deal_id: int
    act_id: int
    member_id: int
    on: date
    kind: DecisionKind
    until_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Brought:
    """A new thing from the shelf was proposed for a touch, and the touch took place; `kept_back`: it was not used after all."""

    deal_id: int
    act_id: int
    on: date
    item_id: int
    kept_back: bool = False


@dataclass(frozen=True)
class History:
    """Everything recorded about one deal that still stands, oldest first.

    `colleagues` are the first names of the members who recorded some of it, but for whoever reads it: by member id.
    `house` is what their team has of its own for every deal, where words are made of the history.
    """

    deal: Deal
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    decisions: tuple[Decision, ...] = ()
    brought: tuple[Brought, ...] = ()
    house: House = field(default=House(), hash=False)
    colleagues: Mapping[int, str] = field(default_factory=dict, hash=False)

    def read_in(self, house: House) -> "History":
        """The same for who reads it on a day of theirs. Each of a morning's is copied so, and `replace` costs four times as much."""
        return History(
            self.deal, self.contacts, self.touches, self.commitments, self.next_steps, self.decisions, self.brought, house,
            self.colleagues,
        )  # fmt: skip


@dataclass(frozen=True)
class Act:
    """Everything one message changed: the unit of undo."""

    id: int
    member_id: int
    at: datetime
    summary: str  # "logged a call with Acme"
    undone_at: datetime | None = None
    undone_by: int | None = None
