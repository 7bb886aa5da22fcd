"""What a team has of its own: new things on the shelf, phrases and openers on the wall."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.commands.nonsense import Nonsense
from bot.commands.splitting import number_from


@dataclass(frozen=True)
class Shelf:
    """What is new, and until when."""


@dataclass(frozen=True)
class PutOnShelf:
    """A new thing, as typed: its kind, a colon, what it is, perhaps its days."""

    text: str


@dataclass(frozen=True)
class TakeFromShelf:
    item: int


@dataclass(frozen=True)
class NotBrought:
    """A thing that was proposed for a touch was not used after all: it may be proposed again."""

    item: int
    who: str


@dataclass(frozen=True)
class Wall:
    """The team's own phrases and openers."""


@dataclass(frozen=True)
class Ban:
    phrase: str


@dataclass(frozen=True)
class Allow:
    phrase: str


@dataclass(frozen=True)
class OwnOpener:
    """The pattern of an opener, its facts in braces."""

    pattern: str


@dataclass(frozen=True)
class DropOpener:
    opener: int


@dataclass(frozen=True)
class Sells:
    """What the team sells: how a text says that something is kept for them; empty or "none" goes back to neutral words."""

    trade: str


AboutHouse = Shelf | PutOnShelf | TakeFromShelf | NotBrought | Wall | Ban | Allow | OwnOpener | DropOpener | Sells

_LISTS = frozenset({"", "list", "show", "all"})


def shelf(rest: str) -> AboutHouse | Nonsense:
    if rest.lower().strip(" ?") in _LISTS:
        return Shelf()
    verb, _, tail = rest.partition(" ")
    if verb.lower() in {"drop", "remove", "delete"}:
        number = number_from(tail)
        return TakeFromShelf(number) if number is not None else Nonsense(f"shelf {rest}", "shelf drop")
    kept_back = re.match(r"not\s+(\d{1,12})\s+(.+)$", rest, re.IGNORECASE)
    if kept_back:
        return NotBrought(int(kept_back[1]), kept_back[2])
    return PutOnShelf(re.sub(r"^(?:add|put)\s+", "", rest, flags=re.IGNORECASE))


def wall(rest: str) -> AboutHouse | Nonsense:
    if rest.lower().strip(" ?") in _LISTS:
        return Wall()
    verb, _, tail = rest.partition(" ")
    make = _ON_WALL.get(verb.lower().rstrip(":"))
    said = tail.strip()
    if make and said:
        return make(said)
    number = number_from(said)
    if verb.lower() in {"drop", "remove"} and number is not None:
        return DropOpener(number)
    # "Wall Street Partners: she signs Friday" is a call.
    return Nonsense(f"wall {rest}", "" if ":" in rest and verb.lower().rstrip(":") not in _ON_WALL else "wall")


_ON_WALL: dict[str, Callable[[str], AboutHouse]] = {
    "ban": lambda said: Ban(_unquoted(said)),
    "allow": lambda said: Allow(_unquoted(said)),
    "opener": OwnOpener,
    "sells": lambda said: Sells(said.lower().strip(" .")),
}


def _unquoted(phrase: str) -> str:
    return phrase.strip(" \"“”'‘’.")
