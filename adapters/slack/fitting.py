"""A card is cut to Slack's room by leaving out whole parts, the last of many first, and saying how many are missing."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from adapters.cutting import length
from adapters.slack import rich
from adapters.slack.escaping import Json
from adapters.slack.parts import MOST_ROWS, Part, Worth
from adapters.slack.pressing import rows
from adapters.wire import written
from bot.cards import Button, Rest
from bot.views.shortened import and_more, show_next

_ELEMENT = 20  # characters that Slack is taken to count for each text beside what it says (bolt-js#2867)


@dataclass(frozen=True)
class Room:
    blocks: int
    characters: int


def fitted(parts: Sequence[Part], room: Room, rest: Rest | None = None) -> list[Json]:
    """The blocks of the parts that fit. Titles and buttons stay longest, then what is said, then lines in their order.

    `rest`: how the lines that do not are shown."""
    if len(parts) <= MOST_ROWS:
        blocks = _blocks(parts)
        if _fits(blocks, room):
            return blocks
    order = sorted(range(len(parts)), key=lambda index: (parts[index].worth, index))
    possible = range(min(len(parts), room.characters // _ELEMENT + 1))  # nobody waits for a list of thousands
    most = bisect_right(possible, 0, lo=1, key=lambda count: not _fits(_cut(parts, order[:count], rest), room))
    return _cut(parts, order[: most - 1], rest)


def needs(parts: Sequence[Part]) -> Room:
    return _size(_blocks(parts))


def shares(needed: Sequence[int], total: int) -> list[int]:
    """What each gets of the total when nobody gets more than needed and the rest is shared evenly."""
    given = [0] * len(needed)
    left = total
    for turn, index in enumerate(sorted(range(len(needed)), key=lambda index: needed[index])):
        given[index] = min(needed[index], left // (len(needed) - turn))
        left -= given[index]
    return given


def _cut(parts: Sequence[Part], kept: Sequence[int], rest: Rest | None) -> list[Json]:
    """A heading whose first line is left out goes with it, and is not counted."""
    among = set(kept)
    staying = {i for i in among if not (parts[i].is_heading and i + 1 < len(parts) and i + 1 not in among)}
    missing = [i for i in range(len(parts)) if i not in staying and not parts[i].is_heading]
    if not missing:
        return _blocks([parts[i] for i in sorted(staying)])
    lines = sum(parts[i].is_line for i in missing)
    shown = sum(parts[i].is_line for i in staying)
    more = rows([Button(show_next(lines, shown), rest.next(shown))]) if rest and lines and shown else []
    note = Part((rich.block(rich.section(rich.text(and_more(len(missing)), italic=True))), *more), Worth.frame)
    before = [parts[index] for index in sorted(staying) if index < missing[0]]
    after = [parts[index] for index in sorted(staying) if index > missing[0]]
    return _blocks([*before, note, *after])


def _blocks(parts: Sequence[Part]) -> list[Json]:
    return list(_joined(parts))


def _joined(parts: Sequence[Part]) -> Iterator[Json]:
    for run, group in groupby(parts, key=lambda part: part.run):
        blocks = [block for part in group for block in part.blocks]
        yield from [rich.joined(blocks)] if run else blocks


def _fits(blocks: Sequence[Json], room: Room) -> bool:
    wire = written(blocks)  # at least as long as all that it says: nearly every card is done with here
    if len(blocks) <= room.blocks and len(wire) + wire.count(b'"text"') * _ELEMENT <= room.characters:
        return True
    size = _size(blocks)
    return size.blocks <= room.blocks and size.characters <= room.characters


def _size(blocks: Sequence[Json]) -> Room:
    return Room(len(blocks), sum(length(text) + _ELEMENT for text in _texts(blocks)))


def _texts(thing: Any) -> Iterator[str]:
    """Every text under `text`, wherever it stands."""
    if isinstance(thing, dict):
        if isinstance(thing.get("text"), str):
            yield thing["text"]
        thing = thing.values()
    for inner in thing:
        if isinstance(inner, dict | list):
            yield from _texts(inner)
