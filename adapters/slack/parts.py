"""A card's blocks as parts, each kept whole when a card is cut. A new kind of block does not type-check until drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from adapters.slack import rich
from adapters.slack.escaping import Json, length, literal, one_line, plain
from adapters.slack.pressing import accessory, is_pressable, rows
from bot.cards import Block, Button, Buttons, Card, Draft, Facts, Line, Quote, Table, Text, Tone, draft_heading
from bot.hygiene import clean
from bot.views.shortened import NOTHING, type_it

_LONGEST_HEADER = 150
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


def parts(card: Card) -> list[Part]:
    """The whole card in order; never empty."""
    drawn = [*_title(card.title), *(part for block in card.blocks for part in _block(block))]
    return drawn or [_paragraph(rich.text(NOTHING))]


def _title(title: str) -> Iterator[Part]:
    """A title too long for a header stands above the card whole."""
    words = " ".join(clean(title).split())
    if length(words) > _LONGEST_HEADER:
        yield Part((rich.block(rich.section(rich.text(words, bold=True))),), Worth.frame)
    elif words:
        yield Part(({"type": "header", "text": plain(words, _LONGEST_HEADER)},), Worth.frame)


def _block(block: Block) -> Iterator[Part]:
    match block:
        case Text(text=text, tone=tone):
            yield from _text(text, tone)
        case Quote(text=text, by=by):
            words = rich.text(f"“{literal(text, rich.LONGEST_TEXT - 2)}”")
            yield Part((rich.block(rich.quote(rich.text(f"{by}: " if by else "", bold=True), words)),))
        case Facts(pairs=pairs):
            yield from _facts(pairs)
        case Draft(text=text):
            yield Part((rich.block(rich.section(rich.text(draft_heading(block), bold=True)), *rich.to_copy(text)),))
        case Line():
            yield from _line(block)
        case Table(columns=columns, rows=table):
            yield from (_row(columns, row) for row in table)
        case Buttons(buttons=buttons):
            yield from (Part((row,), Worth.frame) for row in rows(buttons))
            yield from _typed(buttons)


def _text(text: str, tone: Tone) -> Iterator[Part]:
    if not clean(text).strip():
        return
    match tone:
        case Tone.plain:
            yield _paragraph(rich.text(text))
        case Tone.strong:
            yield _paragraph(rich.text(text, bold=True))
        case Tone.quiet:
            yield Part(({"type": "context", "elements": [plain(text, rich.LONGEST_TEXT)]},))


def _facts(pairs: Iterable[tuple[str, str]]) -> Iterator[Part]:
    for name, value in pairs:
        words = [*rich.text(f"{name}: " if name else "", bold=True), *rich.text(value)]
        if words:
            yield Part((rich.block(rich.section(words)),), Worth.one_of_many, run="facts")


def _line(line: Line) -> Iterator[Part]:
    """A line that cannot be pressed is one of a list; a single button stands beside its line."""
    text = f"✓ {line.text}" if line.settled else line.text
    say = [rich.quote(rich.text(line.say))] if rich.text(line.say) else []
    only = line.buttons[0] if len(line.buttons) == 1 and not line.more and not say else None
    controls = rows(line.buttons, line.more)
    if not controls:
        words = [rich.bullet(rich.text(text))] if rich.text(text) else []
        yield from [Part((rich.block(*words, *say),), Worth.one_of_many, run="list")] if words or say else []
    elif only and clean(text).strip():
        beside = {"type": "section", "text": plain(text, rich.LONGEST_TEXT), "accessory": accessory(only)}
        yield Part((beside,), Worth.one_of_many)
    else:
        words = [rich.section(rich.text(text))] if rich.text(text) else []
        told = [rich.block(*words, *say)] if words or say else []
        yield Part((*told, *controls), Worth.one_of_many)
    yield from _typed((*line.buttons, *line.more))


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> Part:
    """A table's row as one of a list: wide tables cannot be read on a phone, and old apps show none."""
    others = [f"{name.lower()}: {value}" for name, value in zip(columns[1:], row[1:], strict=True) if value]
    words = [*rich.text(row[0], bold=True), *rich.text(f"; {'; '.join(others)}" if others else "")]
    return Part((rich.block(rich.bullet(words)),), Worth.one_of_many, run="list")


def _typed(buttons: Iterable[Button]) -> Iterator[Part]:
    """A command that fits no button of Slack's, to be copied and sent."""
    for button in buttons:
        if not is_pressable(button):
            label = rich.section(rich.text(type_it(one_line(button.label, _LONGEST_HEADER))))
            yield Part((rich.block(label, *rich.to_copy(button.command, _LONGEST_TYPED)),))


def _paragraph(words: list[Json]) -> Part:
    return Part((rich.block(rich.section(words)),))
