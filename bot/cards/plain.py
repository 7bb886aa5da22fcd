"""A card in plain words: for a screen reader, a notification or a terminal. No meaning is lost, buttons are commands."""

import sys
from collections.abc import Iterator

from bot.cards.blocks import Button, Buttons, Card, Chart, Draft, Facts, Line, Link, Quote, Table, Text


def draft_heading(draft: Draft) -> str:
    """ "Email, subject “Night-shift mis-picks”"."""
    return f"{draft.label}, subject “{draft.subject}”" if draft.subject else draft.label


def number_told(value: float) -> str:
    """ "4", "3.5": whole numbers without a point."""
    return f"{value:.1f}".removesuffix(".0")


def numbers_told(chart: Chart) -> list[str]:
    """ "They: kept in time 4, kept late 1": each series in a line."""
    lines = []
    for series in chart.series:
        pairs = [f"{label} {number_told(value)}" for label, value in zip(chart.labels, series.values, strict=True)]
        behind = pairs if series.name else pairs[1:]
        told = [*pairs[: len(pairs) - len(behind)], *(pair[:1].lower() + pair[1:] for pair in behind)]
        lines.append(f"{series.name}: {', '.join(told)}" if series.name else ", ".join(told))
    return lines


def plain_text(card: Card, *, with_buttons: bool = True, longest: int | None = None) -> str:
    """The whole card for a screen reader, a notification or a terminal. No meaning is lost, buttons are commands.

    `longest`: who shows no more characters than that needs no lines beyond them.
    """
    told, room = [], longest or sys.maxsize
    for line in filter(None, _plain_lines(card, with_buttons=with_buttons)):
        told.append(line)
        room -= len(line)
        if room < 0:
            break
    return "\n".join(told)


def _plain_lines(card: Card, *, with_buttons: bool) -> Iterator[str]:  # noqa: C901 - one case a kind of block
    yield card.title
    for block in card.blocks:
        match block:
            case Text(text=text):
                yield text
            case Link(label=label, url=url):
                yield f"{label}: {url}"
            case Quote(text=text, by=by):
                yield f"  {by}: “{text}”" if by else f"  “{text}”"
            case Facts(pairs=pairs):
                yield from (f"{name}: {value}" if name else value for name, value in pairs)
            case Draft(text=text):
                yield f"{draft_heading(block)}:"
                yield from (f"  {row}" for row in text.splitlines())
            case Line(text=text, say=say, buttons=buttons, more=more, settled=settled):
                yield f"{'✓' if settled else '•'} {text}"
                yield f"    > {say}" if say else ""
                yield _plain_buttons((*buttons, *more), indent="    ") if with_buttons else ""
            case Table(columns=columns, rows=rows):
                for first, *others in rows:
                    told = (
                        f"{name.lower()}: {value}" for name, value in zip(columns[1:], others, strict=True) if value
                    )
                    yield "; ".join((f"• {first}", *told))
            case Chart():
                yield block.heading
                yield from (f"  {line}" for line in numbers_told(block))
            case Buttons(buttons=buttons):
                yield _plain_buttons(buttons) if with_buttons else ""


def _plain_buttons(buttons: tuple[Button, ...], indent: str = "") -> str:
    return indent + " ".join(f"[{button.label}: {button.command}]" for button in buttons) if buttons else ""
