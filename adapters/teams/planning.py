"""Which of a card's buttons stand where: Teams shows six at most, so a long list has pickers instead.

Few buttons are all there. Of more, the card's own come first, then the first of each line when every line gets one, or else
those of the one line that is marked as the most pressing; the rest is picked from a menu: the line, then what to do with it.
"""

from collections.abc import Iterable, Mapping, Sequence
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


class Plan(NamedTuple):
    direct: Mapping[int, Sequence[Button]]  # by block, in the order in which they stand there
    typed: Mapping[int, Sequence[Button]]  # what fits no button here
    picked: Sequence[Spot] = ()  # what is left for the pickers
    verbs: Sequence[str] = ()  # labels that stand as buttons beside the picker of lines

    @property
    def is_one_menu(self) -> bool:
        if self.verbs:
            return False
        return len(self.picked) <= _ONE_MENU or len({spot.block for spot in self.picked}) == 1


def plan(blocks: Sequence[Block], actions: int = ACTIONS) -> Plan:
    spots, typed = _spots(blocks)
    if len(spots) <= actions:
        return Plan(_by_block(spots), typed)
    own = {number for number, block in enumerate(blocks) if isinstance(block, Buttons)}
    taken = sorted((spot for spot in spots if spot.block in own), key=_rank)[: actions - 1] if own else []
    lines = [spot for spot in spots if spot.is_main and spot.block not in own]
    taken += _rounds(lines, actions - 1 - len(taken)) or _foremost(lines, actions - 1 - len(taken))
    direct, picked = _parted(spots, taken) if taken else ([], spots)
    return Plan(_by_block(direct), typed, picked, _verbs(picked, actions - 1 - len(taken)))


def plan_beside_a_form(blocks: Sequence[Block]) -> Plan:
    """Without pickers, which the form would have to send along; what is left over is shown, to be typed."""
    spots, _ = _spots(blocks)
    taken = sorted(spots, key=_rank)[: ACTIONS - 1]
    every = (
        Spot(number, place, button) for number, block in enumerate(blocks) for place, button in enumerate(_held(block))
    )
    direct, typed = _parted(every, taken)
    return Plan(_by_block(direct), _by_block(typed))


def _held(block: Block) -> tuple[Button, ...]:
    if isinstance(block, Line):
        return (*block.buttons, *block.more) if block.more else block.buttons
    return block.buttons if isinstance(block, Buttons) else ()


def _spots(blocks: Sequence[Block]) -> tuple[list[Spot], dict[int, list[Button]]]:
    """What can be pressed, and by block what cannot."""
    pressable: list[Spot] = []
    others: dict[int, list[Button]] = {}
    for number, block in enumerate(blocks):
        if not (held := _held(block)):
            continue
        main = len(block.buttons) if isinstance(block, Line) else len(held)
        for place, button in enumerate(held):
            if is_pressable(button):
                pressable.append(Spot(number, place, button, place < main))
            else:
                others.setdefault(number, []).append(button)
    return pressable, others


def _rank(spot: Spot) -> bool:
    return not spot.button.primary


def _rounds(spots: Sequence[Spot], room: int) -> list[Spot]:
    """The first button of every line, then the second of every line, as long as none goes without."""
    if len({spot.block for spot in spots}) > room:
        return []
    lines: dict[int, list[Spot]] = {}
    for spot in spots:
        lines.setdefault(spot.block, []).append(spot)
    ranked = [sorted(line, key=_rank) for line in lines.values()]
    taken: list[Spot] = []
    for turn in range(max(map(len, ranked), default=0)):
        round_ = [line[turn] for line in ranked if turn < len(line)]
        if len(taken) + len(round_) > room:
            break
        taken += round_
    return taken


def _foremost(spots: Sequence[Spot], room: int) -> list[Spot]:
    """Where not every line can have one: those of the one line that comes before all others, as a call for help does."""
    blocks = {spot.block for spot in spots if spot.button.primary}
    found = [spot for spot in spots if spot.block in blocks]
    return found if len(blocks) == 1 and len(found) <= room else []


def _verbs(picked: Sequence[Spot], most: int) -> Sequence[str]:
    """Of a long list, what can be done with at least half of the lines, in the order in which it stands there."""
    lines = len({spot.block for spot in picked})
    if lines == 1 or len(picked) <= _ONE_MENU:
        return ()
    counts: dict[str, int] = {}
    for _, _, button, is_main in picked:
        if is_main:
            counts[button.label] = counts.get(button.label, 0) + 1
    most_common = sorted(counts, key=lambda label: -counts[label])[: min(most, _VERBS)]
    return [label for label in counts if label in most_common and 2 * counts[label] >= lines]


def _parted(spots: Iterable[Spot], taken: Iterable[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Those that are taken, and the others."""
    places = {spot[:2] for spot in taken}
    these: list[Spot] = []
    those: list[Spot] = []
    for spot in spots:
        (these if spot[:2] in places else those).append(spot)
    return these, those


def _by_block(spots: Iterable[Spot]) -> dict[int, list[Button]]:
    found: dict[int, list[Button]] = {}
    for spot in spots:
        found.setdefault(spot.block, []).append(spot.button)
    return found
