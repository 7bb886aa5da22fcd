"""A card is cut to the room that Teams gives by leaving out whole parts, the last of many first, and saying how many."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

from adapters.cutting import length
from adapters.teams.escaping import Json
from adapters.wire import written
from bot.cards import Block, Button, Buttons, Facts, Line, Rest, Table, Text, Tone
from bot.views.shortened import and_more, show_next

ROOM = 13_000  # UTF-16 units: 26 KB, below the least that any page of Teams names (28)
_SMALLEST = 60  # units that a part takes at the least
_BUTTONS = 20  # of one part


class Worth(IntEnum):
    """What is kept longest."""

    frame = 0  # the buttons under the card
    said = 1
    one_of_many = 2


class Part(NamedTuple):
    block: Block
    worth: Worth


def fitted(
    blocks: Sequence[Block], draw: Callable[[Sequence[Block]], Json], room: int = ROOM, rest: Rest | None = None
) -> Json:
    """The card as `draw` draws it, with as many of its blocks as there is room for. `rest`: how the other lines are shown."""
    parts = [part for block in blocks for part in _parts(block)]
    possible = range(min(len(parts), room // _SMALLEST + 1))  # nobody waits for a list of thousands
    if len(possible) == len(parts):
        whole = draw([block for block, _ in parts])
        if fits(whole, room):
            return whole
    order = sorted(range(len(parts)), key=lambda index: (parts[index].worth, index))
    most = bisect_right(possible, 0, lo=1, key=lambda count: not fits(draw(_cut(parts, order[:count], rest)), room))
    return draw(_cut(parts, order[: most - 1], rest))


def fits(card: Json, room: int = ROOM) -> bool:
    """By UTF-16 units of the JSON, as Teams counts; it has never more of them than bytes."""
    told = written(card)
    return len(told) <= room or length(told.decode()) <= room


def _parts(block: Block) -> Sequence[Part]:
    match block:
        case Line():
            return (Part(block, Worth.one_of_many),)
        case Facts(pairs=pairs):
            return [Part(Facts((pair,)), Worth.one_of_many) for pair in pairs]
        case Table(columns=columns, rows=rows):
            below = (Part(Table((), (row,)), Worth.one_of_many) for row in rows)
            return (Part(Table(columns, ()), Worth.said), *below)
        case Buttons(buttons=buttons):
            cut = [Buttons(buttons[start : start + _BUTTONS]) for start in range(0, len(buttons), _BUTTONS)]
            return [Part(one, Worth.one_of_many if at else Worth.frame) for at, one in enumerate(cut)]
        case _:
            return (Part(block, Worth.said),)


def _cut(parts: Sequence[Part], kept: Sequence[int], rest: Rest | None) -> list[Block]:
    """A heading whose first line is left out goes with it, and is not counted."""
    among = set(kept)
    staying = {i for i in among if not (_is_heading(parts[i]) and i + 1 < len(parts) and i + 1 not in among)}
    missing = [i for i in range(len(parts)) if i not in staying and not _is_heading(parts[i])]
    if not missing:
        return [parts[i].block for i in sorted(staying)]
    lines = sum(_is_line(parts[i]) for i in missing)
    shown = sum(_is_line(parts[i]) for i in staying)
    more = (Buttons((Button(show_next(lines, shown), rest.next(shown)),)),) if rest and lines and shown else ()
    before = [parts[index].block for index in sorted(staying) if index < missing[0]]
    after = [parts[index].block for index in sorted(staying) if index > missing[0]]
    return [*before, Text(and_more(len(missing)), Tone.quiet), *more, *after]


def _is_line(part: Part) -> bool:
    return isinstance(part.block, Line) or (isinstance(part.block, Table) and bool(part.block.rows))


def _is_heading(part: Part) -> bool:
    return isinstance(part.block, Text) and part.block.tone is Tone.strong
