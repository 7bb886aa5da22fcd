"""What a manager asks on Monday (voice.md 3), as figures with the first names behind each. Counts, nobody ranked. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from bot.model import History, Member
from bot.playbook.effort import Effort, Whale
from bot.worktime import begins_week, is_working_day

_One = TypeVar("_One")
NAMED, ALL = 5, 30  # deals behind a figure; and of each when everything is asked for, more than a message holds
ON_RECORD_DAYS = 60  # how far back it is looked for what somebody logged, and for words about buying
REASONS_DAYS = 28  # "in four weeks"
BUYING_DAYS = 30
_SILENT_DAYS = 3  # working days without anything logged that are told
_TWO_WEEKS = 14


class Topic(StrEnum):
    """What is counted of deals, by one statement for all of them."""

    advanced = "advanced"
    won = "won"
    slipped = "slipped"
    new = "new"
    lost = "lost"
    let_go = "let_go"
    ours_late = "ours_late"
    theirs_late = "theirs_late"
    uncontacted = "uncontacted"
    no_step = "no_step"
    unknown = "unknown"
    closing = "closing"
    kept = "kept"


@dataclass(frozen=True)
class OfDeal:
    """One deal behind a figure. `on` and `text` say what it is about: the day since when, the promise, the reason."""

    owner_id: int
    deal_id: int
    label: str
    on: date | None = None
    text: str = ""


@dataclass(frozen=True)
class Some:
    """How many there are, and the first of them."""

    total: int = 0
    first: tuple[OfDeal, ...] = ()

    def shown(self, most: int) -> tuple[OfDeal, ...]:
        return self.first if self.total <= most + 1 else self.first[:most]


def few(found: Sequence[_One], most: int = NAMED) -> Sequence[_One]:
    """The first of many; one more is shown itself: "and 1 more" would take as much room."""
    return found if len(found) <= most + 1 else found[:most]


def together(each: Iterable[Some], most: int) -> Some:
    """Of several owners: the first of all, the earliest day first."""
    every = list(each)
    first = sorted((one for some in every for one in some.first), key=lambda one: (one.on or date.max, one.deal_id))
    return Some(sum(some.total for some in every), tuple(first[: most + 1]))


@dataclass(frozen=True)
class Buying:
    """They say themselves when they will buy; `before` is what is still open until then, on either side."""

    deal: OfDeal  # `text` is their words, or the promise itself
    worth: str
    by: str = ""  # who said it, and on which day
    said_on: date | None = None
    before: tuple[tuple[str, date | None], ...] = ()


@dataclass(frozen=True)
class Busy:
    """Work that nothing has come of yet (H47): touches and minutes since something last did."""

    deal: OfDeal  # `on`: the day since which
    effort: Effort


@dataclass(frozen=True)
class Concentrated:
    """One rep's work went to few deals (H15)."""

    member_id: int
    labels: tuple[str, ...]
    whale: Whale


@dataclass(frozen=True)
class Silent:
    """Nothing was logged since then; None: not in the time that is looked at. Their days off in it say that it is no silence."""

    member_id: int
    since: date | None
    away: tuple[date, date] | None = None


@dataclass(frozen=True)
class Asked:
    """A rep asks for help on a deal; `id` is the decision."""

    id: int
    deal: OfDeal
    at: datetime


@dataclass(frozen=True)
class Dated:
    """Conversations, those in which they took something on by a day, and with how many reps."""

    talks: int = 0
    dated: int = 0
    reps: int = 0


@dataclass(frozen=True)
class Monday:
    """Of the members that somebody leads."""

    since: date
    topics: Mapping[Topic, Some] = field(default_factory=dict, hash=False)
    buying: tuple[Buying, ...] = ()
    help: tuple[Asked, ...] = ()
    silent: tuple[Silent, ...] = ()
    busy: tuple[Busy, ...] = ()
    whales: tuple[Concentrated, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    dated: Dated = Dated()
    unreachable: tuple[int, ...] = ()
    undelivered: tuple[tuple[int, date], ...] = ()
    histories: Mapping[int, History] = field(default_factory=dict, hash=False)  # of deals whose promises are told
    named: int = NAMED  # of each figure
    not_late_since: date | None = None  # a promise for that day or later is not late yet; None: for today

    def some(self, topic: Topic) -> Some:
        return self.topics.get(topic, Some())

    @property
    def is_empty(self) -> bool:
        return self == Monday(self.since, named=self.named, not_late_since=self.not_late_since)


def last_monday(today: date, member: Member) -> date:
    """The first working day of a week of theirs, before today; after a longer leave the same weekday a week ago."""
    before = (today - timedelta(days=days) for days in range(1, _TWO_WEEKS + 1))
    return next((day for day in before if begins_week(day, member)), today - timedelta(days=7))


def silence(member: Member, last: date | None, first_deal_on: date | None, today: date) -> Silent | None:
    """Whether so many days of work without a line of theirs are worth knowing; beside it stand their days off, which are none."""
    begun = last or max(today - timedelta(days=ON_RECORD_DAYS), first_deal_on or date.min)
    between = [begun + timedelta(days=days) for days in range(1, (today - begun).days)]
    if sum(is_working_day(day, member) for day in between) < _SILENT_DAYS:
        return None
    away = [(first, until) for first, until in member.leave if first < today and until > begun]
    return Silent(member.id, last, max(away) if away else None)


def gathered(reasons: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Reasons for a no, however their letters were typed; the most frequent first."""
    told: dict[str, tuple[str, int]] = {}
    for reason, count in reasons:
        plain = " ".join(reason.split()).strip(" .!")
        first, so_far = told.get(plain.casefold(), (plain, 0))
        told[plain.casefold()] = (first, so_far + count)
    return tuple(sorted(told.values(), key=lambda one: (-one[1], one[0].casefold())))
