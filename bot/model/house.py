"""What a team has of its own for every deal: new things on the shelf, phrases it is tired of, openers it wrote."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.model.people import Member


class Novelty(StrEnum):
    """What a new thing on the shelf is."""

    case = "case"
    event = "event"
    price = "price"
    news = "news"


class Trade(StrEnum):
    """What a team sells, as far as it changes how a text says that something is kept for them (H30)."""

    goods = "goods"
    dates = "dates"
    seats = "seats"
    team = "team"


@dataclass(frozen=True)
class ShelfItem:
    """A new thing that may be brought to any deal, from its first day until its last."""

    id: int
    act_id: int
    member_id: int
    on: date  # when it was put there
    kind: Novelty
    text: str
    first_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True)
class HousePhrase:
    """A phrase that the team put on its wall, or the pattern of an opener of its own."""

    id: int
    member_id: int
    on: date
    text: str


@dataclass(frozen=True)
class House:
    """Everything of a team's own that stands, oldest first; `on` is the day for which words are made of it."""

    shelf: tuple[ShelfItem, ...] = ()
    banned: tuple[HousePhrase, ...] = ()
    openers: tuple[HousePhrase, ...] = ()
    on: date | None = None
    trade: HousePhrase | None = None  # its text is a Trade
    member: Member | None = None  # whoever makes words of it: no text of theirs proposes a day on which they are off

    @property
    def sells(self) -> Trade | None:
        return Trade(self.trade.text) if self.trade else None

    @property
    def worn(self) -> tuple[str, ...]:
        return tuple(phrase.text for phrase in self.banned)
