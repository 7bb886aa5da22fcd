"""How much of a list a card shows, told by its key: a press on a part leaves that part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from bot.cards import Block, Buttons, Card, Line, Rest, Table, Text, Tone

ALL = "all"
NO_MORE = "Those were all."
_FROM = "/"
_LONGEST = 6  # digits of a line's number
T = TypeVar("T")


@dataclass(frozen=True)
class Span:
    """How much of a list a card shows: `everything` lifts its limits, and it goes on to the end from the line `first`."""

    everything: bool = False
    first: int = 1

    def key(self, name: str) -> str:
        """The key of a card of the list `name`: a press brings back that much of it."""
        if self == FIRST:
            return name
        return f"{name}{_FROM}{ALL if self.everything else ''}{self.first}"

    @property
    def command(self) -> str:
        return f"followups {ALL} from" if self.everything else "followups from"


FIRST = Span()


def from_line(first: int, headed: Iterable[tuple[str, Sequence[T]]]) -> list[tuple[str, list[T]]]:
    """What is left of a list from that line on, still under its headings."""
    told = [(heading, one) for heading, some in headed for one in some]
    return [(heading, [one for _, one in run]) for heading, run in groupby(told[first - 1 :], key=itemgetter(0))]


def blocks_from(first: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A card's blocks from that line on, still under its heading; behind the last line what stands there."""
    if first <= 1:
        return tuple(blocks)
    lines = [index for index, block in enumerate(blocks) if isinstance(block, Line)]
    if first > len(lines):
        return (Text(NO_MORE), *blocks[lines[-1] + 1 if lines else 0 :])
    at = lines[first - 1]
    before = next((block for block in reversed(blocks[:at]) if not isinstance(block, Line)), None)
    is_heading = isinstance(before, Text) and before.tone is Tone.strong
    return (*((before,) if before and is_heading else ()), *blocks[at:])


def part_from(first: int, card: Card) -> Card:
    """The card from that line on, as its `rest` goes on."""
    if first <= 1 or card.rest is None:
        return card
    title = f"{card.title}, from line {first}"
    return replace(card, title=title, blocks=blocks_from(first, card.blocks), rest=replace(card.rest, after=first - 1))


def list_from(
    first: int, title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], below: Buttons, asked: str
) -> Card:
    """A table whose rows begin with that line of the list; `asked` is the command of the whole list."""
    told = Table(columns, tuple(rows)) if rows else Text(NO_MORE)
    named = f"{title}, from line {first}" if first > 1 else title
    return Card(named, (told, below), rest=Rest(f"{asked} from", first - 1))


def list_and_span(key: str) -> tuple[str, Span]:
    """The name of the list, and how much of it, by a card's key."""
    name, _, told = key.partition(_FROM)
    first = told.removeprefix(ALL)
    if not first.isdecimal() or len(first) > _LONGEST:
        return name, FIRST
    return name, Span(told.startswith(ALL), max(1, int(first)))
