"""A card's blocks as parts, each kept whole when a card is cut. A new kind of block does not type-check until drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from adapters.cutting import length, literal, one_line
from adapters.slack import charts, rich
from adapters.slack.escaping import Json, plain
from adapters.slack.pressing import accessory, is_pressable, rows
from bot.cards import (
    Block,
    Button,
    Buttons,
    Card,
    Chart,
    Draft,
    Facts,
    Line,
    Link,
    Quote,
    Table,
    Text,
    Tone,
    draft_heading,
)
from bot.hygiene import clean
from bot.views.shortened import NOTHING, type_it

_LONGEST_HEADER = 150
_BETWEEN = " · "  # the cells of a row
MOST_ROWS = 1_000  # of a table: more than any room has characters for
_LONGEST_TYPED = 8_000  # characters of a command that is shown to be copied


class Worth(IntEnum):
    """What is kept longest when a card is too long for Slack."""

    frame = 0  # the title, and the buttons under the card
    said = 1
    one_of_many = 2


@dataclass(frozen=True)
class Part:
    blocks: tuple[Json, ...]
    worth: Worth = Worth.said
    run: str = ""  # neighbours of one run become one block: a list, a paragraph of facts
    is_line: bool = False  # of a list that may go on elsewhere
    is_heading: bool = False  # it goes where the part below it goes


def parts(card: Card, *, own_charts: int = 0) -> list[Part]:
    """The whole card in order; never empty. `own_charts`: how many charts may be Slack's own block here."""
    drawn = [*_title(card.title)]
    for block in card.blocks:
        if isinstance(block, Chart) and own_charts and charts.is_drawable(block):
            drawn += _part(*charts.own_block(block))
            own_charts -= 1
        else:
            drawn += _block(block)
    return drawn or list(_paragraph(NOTHING))


def _title(title: str) -> Iterator[Part]:
    """A title too long for a header stands above the card whole."""
    words = " ".join(clean(title).split())
    if length(words) > _LONGEST_HEADER:
        yield from _part(rich.block(rich.section(rich.text(words, bold=True))), worth=Worth.frame)
    elif words:
        yield from _part({"type": "header", "text": plain(words, _LONGEST_HEADER)}, worth=Worth.frame)


def _block(block: Block) -> Iterator[Part]:  # noqa: C901 - one case a kind of block
    match block:
        case Text(text=text, tone=tone):
            yield from _text(text, tone)
        case Link(label=label, url=url):
            yield from _part(rich.block(rich.section(rich.link(label, url))), worth=Worth.frame)
        case Quote(text=text, by=by):
            who = rich.text(f"{by}: " if by else "", bold=True)
            yield from _part(rich.block(rich.quote(who, rich.text(f"“{literal(text, rich.LONGEST_TEXT - 2)}”"))))
        case Facts(pairs=pairs):
            yield from _facts(pairs)
        case Draft(text=text):
            yield from _part(rich.block(rich.section(rich.text(draft_heading(block), bold=True)), rich.to_copy(text)))
        case Line():
            yield from _line(block)
        case Table():
            yield from _table(block)
        case Chart():
            yield from _part(*charts.text_bars(block))
        case Buttons(buttons=buttons):
            for controls in rows(buttons):
                yield from _part(controls, worth=Worth.frame)
            yield from _typed(buttons)


def _text(text: str, tone: Tone) -> Iterator[Part]:
    match tone:
        case Tone.plain | Tone.typed | Tone.noted:
            yield from _paragraph(text)
        case Tone.strong:
            yield from (replace(part, is_heading=True) for part in _paragraph(text, bold=True))
        case Tone.quiet:
            small = [plain(text, rich.LONGEST_TEXT)] if clean(text).strip() else []
            yield from _part({"type": "context", "elements": small})


def _facts(pairs: Iterable[tuple[str, str]]) -> Iterator[Part]:
    for name, value in pairs:
        words = rich.section(rich.text(f"{name}: " if name else "", bold=True), rich.text(value))
        yield from _part(rich.block(words), worth=Worth.one_of_many, run="facts")


def _line(line: Line) -> Iterator[Part]:
    """A line that cannot be pressed is one of a list; a single button stands beside its line."""
    text = f"✓ {line.text}" if line.settled else line.text
    say = rich.quote(rich.text(line.say))
    controls = rows(line.buttons, line.more)
    if not controls:
        listed = rich.block(rich.bullet(rich.text(text)), say)
        drawn = _part(listed, worth=Worth.one_of_many, run="list")
    elif len(line.buttons) == 1 and not line.more and not line.say and clean(text).strip():
        beside = accessory(line.buttons[0])
        drawn = _part(
            {"type": "section", "text": plain(text, rich.LONGEST_TEXT), "accessory": beside}, worth=Worth.one_of_many
        )
    else:
        drawn = _part(rich.block(rich.section(rich.text(text)), say), *controls, worth=Worth.one_of_many)
    yield from (replace(part, is_line=True) for part in drawn)
    yield from _typed((*line.buttons, *line.more))


def _table(table: Table) -> Iterator[Part]:
    """The columns' names, then each row as one of a list: wide tables cannot be read on a phone, old apps show none."""
    yield from _text(_BETWEEN.join(table.columns), Tone.quiet)
    for row in table.rows[:MOST_ROWS]:
        yield from _row(row)
    beyond = len(table.rows) - MOST_ROWS
    if beyond > 0:  # they are counted, and never shown: drawing thousands would take a fifth of a second
        yield from [*_row(table.rows[MOST_ROWS])] * beyond


def _row(row: Sequence[str]) -> Iterator[Part]:
    first, *others = row
    told = "".join(f"{_BETWEEN}{value or '–'}" for value in others)
    drawn = rich.block(rich.bullet(rich.text(first, bold=True), rich.text(told)))
    yield from (replace(part, is_line=True) for part in _part(drawn, worth=Worth.one_of_many, run="list"))


def _typed(buttons: Iterable[Button]) -> Iterator[Part]:
    """A command that fits no button of Slack's, to be copied and sent."""
    for button in buttons:
        if not is_pressable(button):
            label = rich.section(rich.text(type_it(one_line(button.label, _LONGEST_HEADER))))
            yield from _part(rich.block(label, rich.to_copy(button.command, _LONGEST_TYPED)))


def _paragraph(text: str, **style: bool) -> Iterator[Part]:
    yield from _part(rich.block(rich.section(rich.text(text, **style))))


def _part(*blocks: Json, worth: Worth = Worth.said, run: str = "") -> Iterator[Part]:
    """Without the blocks that say nothing."""
    telling = tuple(block for block in blocks if block.get("elements") != [])
    if telling:
        yield Part(telling, worth, run)
