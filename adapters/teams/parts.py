"""A card's blocks as elements. A new kind of block does not type-check until drawn."""

from collections.abc import Iterable, Iterator, Sequence

from adapters.cutting import cut_to_words, one_line
from adapters.teams.charts import drawn
from adapters.teams.elements import LONGEST_TEXT, actions, box, picker, run, title, words
from adapters.teams.escaping import Json, labelled, shown
from adapters.teams.planning import Plan, Spot
from adapters.teams.pressing import CHOSEN, WHAT, WHICH, Mark, choose, press, styled, table, tap
from bot.cards import Block, Button, Buttons, Chart, Draft, Facts, Line, Link, Quote, Table, Text, Tone, draft_heading
from bot.views.shortened import (
    CHOOSE_A_LINE,
    CHOOSE_FIRST,
    CHOOSE_WHAT,
    DO_IT,
    THE_WHOLE_CARD,
    WHAT_ABOUT_IT,
    WHAT_NEXT,
    WHICH_ONE,
    type_it,
)

_BETWEEN = " · "  # the cells of a row
_LONGEST_LABEL = 80
_LONGEST_BUTTON = 40
_LONGEST_LINE = 1_000  # so that two always fit with their buttons
_LONGEST_NAME = 50  # of a line, in a picker
_LONGEST_TYPED = 4_000  # characters of a command that is shown to be copied
_MOST_TAPPED = 30  # lines
_TAP = "\N{NO-BREAK SPACE}›"  # what shows that a line leads on
_SHORT = 14  # a label that leaves room for the line beside it, on a phone too


def elements(blocks: Sequence[Block], plan: Plan, mark: Mark) -> list[Json]:
    """All of it in order, and the pickers below it."""
    drawn: list[Json] = []
    direct, typed = plan.direct, plan.typed
    tapped = _tapped(blocks, plan)
    for number, block in enumerate(blocks):
        if number in tapped:
            drawn += _tappable(tapped[number], tap(tapped[number].buttons[0], mark))
            continue
        drawn += _block(block, [press(button, mark) for button in direct[number]] if number in direct else ())
        if number in typed:
            drawn += _typed(typed[number])
    picked = [spot for spot in plan.picked if spot.block not in tapped]
    labels = {spot.button.label for spot in picked}
    left = plan._replace(picked=picked, verbs=[verb for verb in plan.verbs if verb in labels])
    return [*drawn, *_pickers(blocks, left, mark)] if left.picked else drawn


def _block(block: Block, pressable: Sequence[Json]) -> Iterable[Json]:
    match block:
        case Line():
            return _line(block, pressable)
        case Text(text=text, tone=tone):
            return _text(text, tone)
        case Link(label=label, url=url):
            return actions([{"type": "Action.OpenUrl", "title": labelled(label, _LONGEST_BUTTON), "url": url}])
        case Quote(text=text, by=by):
            said = words(run(f"{by}: " if by else "", weight="Bolder"), run(f"“{shown(text, LONGEST_TEXT - 2)}”"))
            return box(said, style="emphasis")
        case Facts(pairs=pairs):
            return [fact for name, value in pairs for fact in _fact(name, value)]
        case Draft(text=text):
            copied = [part for line in text.splitlines() for part in words(run(line), spacing="Small")]
            return box([*words(run(draft_heading(block), weight="Bolder")), *copied], style="emphasis")
        case Table():
            return _table(block)
        case Chart():
            return drawn(block)
        case Buttons():
            return actions(pressable)


def _fact(name: str, value: str) -> list[Json]:
    return words(run(f"{name}: " if name else "", weight="Bolder"), run(value), spacing="Small")


def _text(text: str, tone: Tone) -> list[Json]:
    match tone:
        case Tone.plain | Tone.typed | Tone.noted:
            return words(run(text))
        case Tone.strong:
            return title(text, LONGEST_TEXT, size="Default", spacing="Medium")
        case Tone.quiet:
            return words(run(text, isSubtle=True, size="Small"), spacing="Small")


def _line(line: Line, pressable: Sequence[Json]) -> list[Json]:
    """A single short button stands beside its line, others below it."""
    told = words(*_settled(line)) if line.settled else words(run(f"• {line.text}", _LONGEST_LINE))
    told += words(run(line.say, _LONGEST_LINE, italic=True), spacing="None")
    if len(pressable) == 1 and len(pressable[0]["title"]) <= _SHORT:
        beside = {"type": "Column", "width": "auto", "items": actions(pressable), "verticalContentAlignment": "Center"}
        return [{"type": "ColumnSet", "columns": [{"type": "Column", "width": "stretch", "items": told}, beside]}]
    return [*told, *actions(pressable, spacing="Small")] if pressable else told


def _tapped(blocks: Sequence[Block], plan: Plan) -> dict[int, Line]:
    """Lines that lead to one deal, or to one rep's, and got no button here open where they stand, by a tap. What does something is
    never done by one: its label would not be seen. Of very many it would take the lines' own room."""
    picked = {spot.block for spot in plan.picked}
    lines = {number: block for number, block in enumerate(blocks) if isinstance(block, Line) and number in picked}
    found = {number: line for number, line in lines.items() if not (line.more or line.settled) and _only_opens(line)}
    return found if len(found) <= _MOST_TAPPED else {}


def _only_opens(line: Line) -> bool:
    return len(line.buttons) == 1 and line.buttons[0].command.startswith("where ")


def _tappable(line: Line, action: Json) -> list[Json]:
    button = line.buttons[0]
    leads = f" Open{_TAP}" if button.about else f" {button.label}{_TAP}"  # a label that says by itself where it leads
    told = words(run(f"• {line.text}", _LONGEST_LINE), run(leads, color="Accent", weight="Bolder"))
    told += words(run(line.say, _LONGEST_LINE, italic=True), spacing="None")
    return [{"type": "Container", "items": told, "selectAction": action}]


def _settled(line: Line) -> list[Json]:
    return [run("✓ ", color="Good", weight="Bolder"), run(line.text, _LONGEST_LINE, isSubtle=True)]


def _table(table: Table) -> Iterator[Json]:
    """The columns' names, then a paragraph a row: wide tables cannot be read on a phone, old apps show none."""
    yield from _text(_BETWEEN.join(table.columns), Tone.quiet)
    for first, *others in table.rows:
        told = "".join(f"{_BETWEEN}{value or '–'}" for value in others)
        yield from words(run("• "), run(first, weight="Bolder"), run(told), spacing="Small")


def _typed(buttons: Iterable[Button]) -> Iterator[Json]:
    """A command that fits no button here, to be copied and sent."""
    for button in buttons:
        yield from words(run(type_it(one_line(button.label, _LONGEST_LABEL))))
        yield from box(words(run(button.command, _LONGEST_TYPED, fontType="Monospace")), style="emphasis")


def _pickers(blocks: Sequence[Block], plan: Plan, mark: Mark) -> list[Json]:
    below = _one_menu(blocks, plan, mark) if plan.is_one_menu else _two_menus(blocks, plan, mark)
    return box(below, separator=True, spacing="Medium")


def _one_menu(blocks: Sequence[Block], plan: Plan, mark: Mark) -> list[Json]:
    """Each command under its button's label, with the line's name where there are several."""
    alone = len({spot.block for spot in plan.picked}) == 1
    offered: dict[str, str] = {}
    for spot in plan.picked:
        about = "" if alone else spot.button.about or _named(blocks[spot.block])
        offered.setdefault(spot.button.command, _short(": ".join(filter(None, (spot.button.label, about)))))
    offers = list(offered.items())
    menu = picker(CHOSEN, WHAT_NEXT, offers, isRequired=True, placeholder=CHOOSE_WHAT, errorMessage=CHOOSE_FIRST)
    return [menu, *actions([choose(DO_IT, mark)])]


def _two_menus(blocks: Sequence[Block], plan: Plan, mark: Mark) -> list[Json]:
    """The line, then what to do with it: as a button of its own where it fits most lines, else from a menu."""
    by_label = _by_label(plan.picked)
    lines = sorted({spot.block for spot in plan.picked})
    names = [(str(line), _named(blocks[line])) for line in lines]
    primary = {spot.button.label for spot in plan.picked if spot.button.primary}
    verbs = [
        {**choose(label, mark, only=label, **table({label: by_label[label]})), **styled(primary=label in primary)}
        for label in plan.verbs
    ]
    drawn = [
        picker(WHICH, WHICH_ONE, names, isRequired=True, placeholder=CHOOSE_A_LINE, errorMessage=CHOOSE_FIRST),
        *actions(verbs),
    ]
    rest = {str(number): label for number, label in enumerate(by_label) if label not in plan.verbs}
    if not rest:
        return drawn
    what = picker(
        WHAT,
        WHAT_ABOUT_IT,
        [(number, _short(label)) for number, label in rest.items()],
        placeholder=CHOOSE_WHAT,
        errorMessage=CHOOSE_FIRST,
    )
    go = choose(DO_IT, mark, **table({number: by_label[label] for number, label in rest.items()}))
    return [*drawn, what, *actions([go])]


def _by_label(picked: Sequence[Spot]) -> dict[str, dict[int, str]]:
    """The commands by label and line; a label that one line has twice is numbered."""
    found: dict[str, dict[int, str]] = {}
    for block, _, button, _ in picked:
        commands, again = found.setdefault(button.label, {}), 1
        while commands.setdefault(block, button.command) != button.command:
            again += 1
            commands = found.setdefault(f"{button.label} ({again})", {})
    return found


def _short(text: str) -> str:
    return labelled(text, _LONGEST_NAME)


def _named(block: Block) -> str:
    """How a line begins."""
    if not isinstance(block, Line):
        return THE_WHOLE_CARD
    return cut_to_words(labelled(block.text, _LONGEST_NAME * 4), _LONGEST_NAME)
