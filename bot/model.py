"""The vocabulary: every noun of docs/glossary.md that the code passes around.

Only frozen data lives here: no clock, no SQL, no wording. `_at` is an instant (aware UTC), `_on` a date.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum


def first_name(name: str, otherwise: str = "somebody") -> str:
    """The first word of a person's name; `otherwise` when the name is blank."""
    return next(iter(name.split()), otherwise)


class Role(StrEnum):
    rep = "rep"
    manager = "manager"
    admin = "admin"


class Outcome(StrEnum):
    """What happened (playbook section 3)."""

    connected = "connected"
    left_voicemail = "left_voicemail"
    left_message = "left_message"
    no_answer = "no_answer"
    busy = "busy"
    wrong_number = "wrong_number"
    no_show = "no_show"
    email = "email"
    meeting = "meeting"


class Result(StrEnum):
    """What it achieved (playbook section 2)."""

    order = "order"
    advance = "advance"
    continuation = "continuation"
    no_sale = "no_sale"
    attempt = "attempt"
    none = "none"


class Side(StrEnum):
    """Who owes it: the prospect or us."""

    theirs = "theirs"
    ours = "ours"


class CommitmentState(StrEnum):
    open = "open"
    kept = "kept"
    broken = "broken"
    withdrawn = "withdrawn"


class TurnKind(StrEnum):
    """What became of a commitment."""

    kept = "kept"
    moved = "moved"
    excused = "excused"  # they are away: the date waits for them, and that is no slip
    broken = "broken"
    withdrawn = "withdrawn"


_NEW_DATE = frozenset({TurnKind.moved, TurnKind.excused})


class DecisionKind(StrEnum):
    """What a member decided about a deal."""

    later = "later"  # not before until_on
    wakes = "wakes"  # imported, and nobody spoke with them here yet: comes up on until_on (voice.md 2)
    keep = "keep"  # the chase goes on because of `reason`, until until_on
    absent = "absent"  # the prospect is away, back on until_on
    heard_nothing = "heard_nothing"  # asked whether they were heard from: they were not
    no_next_step = "no_next_step"  # asked for a next step; none was agreed
    qualified = "qualified"  # the rep says that it is a true prospect
    let_go = "let_go"
    do_not_contact = "do_not_contact"  # they asked for it: final, for everyone
    handed_over = "handed_over"  # `reason` is who had it before
    won = "won"
    lost = "lost"
    reopened = "reopened"


class DealState(StrEnum):
    """Where the deal stands, derived by bot.playbook.standing."""

    unknown = "unknown"  # nobody has recorded a word of theirs
    active = "active"
    going_dark = "going_dark"  # two or more unanswered touches
    definitive_due = "definitive_due"
    definitive_sent = "definitive_sent"
    let_go_due = "let_go_due"
    nurture = "nurture"  # let go; sleeps until they wake it
    do_not_contact = "do_not_contact"
    won = "won"
    lost = "lost"


OPEN_STATES = frozenset(
    {
        DealState.unknown,
        DealState.active,
        DealState.going_dark,
        DealState.definitive_due,
        DealState.definitive_sent,
        DealState.let_go_due,
    }
)


class Temperature(StrEnum):
    hot = "hot"
    warm = "warm"
    cool = "cool"
    cold = "cold"


@dataclass(frozen=True)
class Policy:
    """The organisation's sales rules in figures (playbook section 10.2). Days are calendar days."""

    min_gap: int = 7
    long_gap: int = 14  # after the second unanswered touch
    max_gap: int = 21
    unanswered_to_definitive: int = 3
    definitive_after_days: int = 21
    definitive_wait: int = 7
    treadmill_touches: int = 3
    stale_after_days: int = 30
    digest_lines: int = 10
    new_deals_a_day: int = 5  # how many imported deals wake on one day, a rep
    day_ends_at: time = time(17, 0)


@dataclass(frozen=True)
class Organisation:
    id: int
    name: str
    policy: Policy = field(default_factory=Policy)


class Muted(StrEnum):
    """What a member can do without for a while. Their own promises are muted only with everything."""

    everything = "everything"
    talk = "talk"  # the touches that are due
    theirs = "theirs"  # what prospects promised


@dataclass(frozen=True)
class Pause:
    what: Muted
    first_on: date
    last_on: date


@dataclass(frozen=True)
class Member:
    id: int
    organisation_id: int
    name: str
    role: Role
    manager_id: int | None
    zone: str  # an IANA name
    email: str = ""
    digest_at: time = time(8, 30)
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)  # Monday is 0
    country: str = ""  # whose public holidays apply, ISO 3166 such as "DE" or "GB-ENG"; none when empty
    locale: str = "en-GB"  # decides how 3/4 is read, and how dates are written
    phone: str = ""
    compact: bool = False  # the digest without opener sentences
    clear_day: bool = False  # a line also on a morning when nothing is due
    quiet: tuple[time, time] | None = None  # no message from the first to the second wall time
    next_digest_at: datetime | None = None
    leave: tuple[tuple[date, date], ...] = ()  # first and last day off
    pauses: tuple[Pause, ...] = ()

    @property
    def first_name(self) -> str:
        """What they are called in a sentence: "Hello Tom." Never empty, whatever a platform told of them."""
        return first_name(self.name, self.email.strip() or "there")

    @property
    def may_lead(self) -> bool:
        """Whether others can be led by them: a manager, or the admin of a small team, who is both."""
        return self.role is not Role.rep


@dataclass(frozen=True)
class Address:
    """Where an identity can be reached. `details` is written and read by that platform's adapter only."""

    platform: str
    workspace: str
    user: str
    details: str = ""


class Reach(StrEnum):
    """Whether a message gets to an identity."""

    fine = ""
    unreachable = "unreachable"  # the platform refused; their next sign there heals it
    gone = "gone"  # left the workspace: nothing is sent any more


@dataclass(frozen=True)
class Identity:
    """A member on one platform."""

    member_id: int
    address: Address
    reach: Reach = Reach.fine
    why: str = ""  # what the platform said


@dataclass(frozen=True)
class Profile:
    """What a platform says about a person. `email` only when the platform has verified it."""

    name: str
    zone: str
    locale: str = "en-GB"
    email: str = ""


class WorkspaceState(StrEnum):
    connected = "connected"
    stopped = "stopped"  # uninstalled or revoked


@dataclass(frozen=True)
class Workspace:
    """A Slack team or Teams tenant. `details` and `sealed` are written and read by that platform's adapter only."""

    id: int
    organisation_id: int
    platform: str
    key: str  # the platform's own id of it
    name: str
    state: WorkspaceState
    details: str = ""
    sealed: str = ""  # its secrets, encrypted


@dataclass(frozen=True)
class Contact:
    id: int
    deal_id: int
    name: str
    phone: str = ""
    zone: str = ""


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

    @property
    def label(self) -> str:
        """The name a rep uses."""
        return self.company or self.title

    @property
    def full_label(self) -> str:
        return f"{self.company}, {self.title}" if self.company and self.title else self.label


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

    @property
    def due_on(self) -> date | None:
        moves = [turn.due_on for turn in self.turns if turn.kind in _NEW_DATE]
        return moves[-1] if moves else self.first_due_on

    @property
    def state(self) -> CommitmentState:
        ended = [turn for turn in self.turns if turn.kind not in _NEW_DATE]
        return CommitmentState(ended[-1].kind.value) if ended else CommitmentState.open

    @property
    def moves(self) -> int:
        """How often a date already given was moved; naming a first date is no move."""
        moved = sum(turn.kind is TurnKind.moved for turn in self.turns)
        return moved if self.first_due_on else max(0, moved - 1)


@dataclass(frozen=True)
class NextStep:
    """An agreed event or action. The newest one counts; an older one is history."""

    id: int
    deal_id: int
    act_id: int
    made_on: date
    what: str  # "call", "demo"
    on: date
    at: str = ""  # "10:00", the wall time that was agreed
    zone: str = ""  # whose wall time; the rep's when empty
    purpose: str = ""
    agreed: bool = True  # they agreed, or we merely plan it


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
class History:
    """Everything recorded about one deal that still stands, oldest first."""

    deal: Deal
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Standing:
    """The answer to "where are we?", derived from a history on one day."""

    state: DealState
    temperature: Temperature
    temperature_why: str
    next_touch_on: date | None
    why: str  # why that day, for the rep: "quiet since Thu 12 Feb"
    unanswered: int  # heard touches since their last sign of life
    touches_since_advance: int
    last_contact_on: date | None


@dataclass(frozen=True)
class Act:
    """Everything one message changed: the unit of undo."""

    id: int
    member_id: int
    at: datetime
    summary: str  # "logged a call with Acme"
    undone_at: datetime | None = None
    undone_by: int | None = None
