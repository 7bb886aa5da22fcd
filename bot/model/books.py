"""What one member has as a whole, and who sees and acts on it for them for a time. Only frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.model.kinds import Side


@dataclass(frozen=True)
class Owing:
    """Open promises of one side: how many, and how many whose day has passed."""

    open: int = 0
    late: int = 0


@dataclass(frozen=True)
class Book:
    """Of the deals of one member, or of some of them: how many are open, asleep or over; what is due; both ledgers."""

    open: int = 0
    asleep: int = 0
    over: int = 0
    due: int = 0
    owing: Mapping[Side, Owing] = field(default_factory=dict, hash=False)

    @property
    def deals(self) -> int:
        return self.open + self.asleep + self.over


@dataclass(frozen=True)
class Left:
    """Somebody who is on no platform any more, or was made inactive, with open deals."""

    member_id: int
    name: str
    manager_id: int | None
    gone_at: datetime
    open: int
    is_inactive: bool = False


@dataclass(frozen=True)
class Cover:
    """`by_id` acts for `member_id` from the one instant to the other; `back_on` is how the end was told."""

    act_id: int
    member_id: int
    by_id: int
    begins_at: datetime
    ends_at: datetime  # when it was taken back earlier: then
    back_on: date


@dataclass(frozen=True)
class DoneFor:
    """What was done on somebody's deal by whoever covered them."""

    member_id: int
    by_id: int
    at: datetime
    summary: str
