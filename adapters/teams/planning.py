"""Which of a card's buttons stand where: Teams shows six at most, so a long list has pickers instead.

Few buttons are all there. Of more, the card's own come first, then the first of each line when every line gets one;
the rest is picked from a menu: the line, then what to do with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from adapters.teams.pressing import is_pressable
from bot.cards import Block, Button, Buttons, Line

ACTIONS = 6
_ONE_MENU = 12  # entries; more are picked in two steps
_VERBS = 3  # buttons beside the picker of lines


class Spot(NamedTuple):
    """A button's place: the block, and its number there."""

    block: int
    number: int
    button: Button
    is_main: bool = True  # not one of those behind "…"


@dataclass(frozen=True)
class Plan:
    direct: frozenset[tuple[int, int]]
    picked: tuple[Spot, ...] = ()  # what is left for the pickers
    verbs: tuple[str, ...] = ()  # labels that stand as buttons beside the picker of lines
    has_go: bool = False
    typed: frozenset[tuple[int, int]] = frozenset()

    @property
    def is_one_menu(self) -> bool:
        blocks = {spot.block for spot in self.picked}
        return not self.verbs and (len(self.picked) <= _ONE_MENU or len(blocks) == 1)


@dataclass
class _Room:
    left: int
    taken: list[Spot] = field(default_factory=list)

    def take(self, spots: Sequence[Spot]) -> None:
        self.taken += spots
        self.left -= len(spots)


def plan(blocks: Sequence[Block], actions: int = ACTIONS) -> Plan:
    spots = [spot for number, block in enumerate(blocks) for spot in _spots(number, block)]
    if len(spots) <= actions:
        return Plan(_places(spots))
    room = _Room(actions - 1)
    own = [spot for spot in spots if isinstance(blocks[spot.block], Buttons)]
    room.take(sorted(own, key=lambda spot: not spot.button.primary)[: room.left])
    lines = [[*line] for number, line in groupby(spots, lambda spot: spot.block) if isinstance(blocks[number], Line)]
    _take_rounds(lines, room)
    direct = _places(room.taken)
    picked = [spot for spot in spots if (spot.block, spot.number) not in direct]
    verbs = _verbs(picked, room.left) if len({spot.block for spot in picked}) > 1 and len(picked) > _ONE_MENU else ()
    has_go = any(spot.button.label not in verbs for spot in picked)
    return Plan(direct, tuple(picked), verbs, has_go)


def plan_beside_a_form(blocks: Sequence[Block]) -> Plan:
    """Without pickers, which the form would have to send along; what is left over is shown, to be typed."""
    spots = [spot for number, block in enumerate(blocks) for spot in _spots(number, block)]
    shown = sorted(spots, key=lambda spot: not spot.button.primary)[: ACTIONS - 1]
    return Plan(_places(shown), typed=_places(spots) - _places(shown))


def _spots(number: int, block: Block) -> Iterator[Spot]:
    main = block.buttons if isinstance(block, Line | Buttons) else ()
    more = block.more if isinstance(block, Line) else ()
    for place, button in enumerate((*main, *more)):
        if is_pressable(button):
            yield Spot(number, place, button, place < len(main))


def _take_rounds(lines: Sequence[Sequence[Spot]], room: _Room) -> None:
    """The first button of every line, then the second of every line, as long as none goes without."""
    if len({spot.block for line in lines for spot in line if spot.is_main}) > room.left:
        return
    ranked = [
        sorted((spot for spot in line if spot.is_main), key=lambda spot: not spot.button.primary) for line in lines
    ]
    for turn in range(max(map(len, ranked), default=0)):
        spots = [line[turn] for line in ranked if turn < len(line)]
        if len(spots) > room.left:
            return
        room.take(spots)


def _verbs(picked: Sequence[Spot], most: int) -> tuple[str, ...]:
    """What can be done with at least half of the lines, in the order in which it stands there."""
    lines = len({spot.block for spot in picked})
    counts: dict[str, int] = {}
    for spot in picked:
        if spot.is_main:
            counts[spot.button.label] = counts.get(spot.button.label, 0) + 1
    most_common = sorted(counts, key=lambda label: -counts[label])[: min(most, _VERBS)]
    return tuple(label for label in counts if label in most_common and 2 * counts[label] >= lines)


def _places(spots: Sequence[Spot]) -> frozenset[tuple[int, int]]:
    return frozenset((spot.block, spot.number) for spot in spots)
