"""What the bot says, as data. A block exists only if every platform can show it well.

Nothing here knows a platform: renderers own escaping and clipping, views never think about limits.
A button carries a command line: pressing *Done* is typing `done 42`.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model import Address, Mentioned


class Tone(StrEnum):
    plain = "plain"
    strong = "strong"  # a heading inside the card
    quiet = "quiet"  # small print: sources, who can see it


@dataclass(frozen=True)
class Button:
    label: str
    command: str  # what pressing it types
    about: str = ""  # what a screen reader adds to the label: "Harbour Foods, night counts"
    primary: bool = False


@dataclass(frozen=True)
class Text:
    text: str
    tone: Tone = Tone.plain


@dataclass(frozen=True)
class Link:
    """A way out of the chat, to an address of ours; its label says where it goes."""

    label: str
    url: str  # http or https, and nothing that anybody typed


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, or words to say, shown apart from ours."""

    text: str
    by: str = ""  # "Dana, Thu 5 March"


@dataclass(frozen=True)
class Facts:
    """Short pairs: ("They owe", "second quote, Fri 13 March")."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Draft:
    """A text to copy and send by hand: an email, a voicemail to read out."""

    label: str  # "Email", "Voicemail"
    text: str
    subject: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a list: a deal, with what is due, its opener and its buttons."""

    text: str
    say: str = ""  # the opener sentence
    buttons: tuple[Button, ...] = ()
    more: tuple[Button, ...] = ()  # behind "…"
    settled: bool = False  # done already; shown struck or ticked


@dataclass(frozen=True)
class Buttons:
    buttons: tuple[Button, ...]


@dataclass(frozen=True)
class Table:
    """A few short columns; the first names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Series:
    """One of several that a chart sets side by side; the name is empty where there is only one."""

    name: str
    values: tuple[float, ...]  # one for each of the chart's labels


@dataclass(frozen=True)
class Chart:
    """Numbers to look at. Whoever sees no bars loses nothing: each has its number, and `numbers_told` is what is read out."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""  # where the title does not say what is counted: "hours"
    stressed: str = ""  # the label of the bars that something is to be done about

    @property
    def heading(self) -> str:
        return f"{self.title} ({self.unit})" if self.unit else self.title


Block = Text | Link | Quote | Facts | Draft | Line | Table | Chart | Buttons


@dataclass(frozen=True)
class Rest:
    """How a list goes on where a platform has no room for all its lines: this command, and behind it the number of the next."""

    command: str
    after: int = 0  # the number of the line before the card's first

    def next(self, shown: int) -> str:
        """`shown`: how many of the card's lines are."""
        return f"{self.command} {max(0, self.after + shown) + 1}"


@dataclass(frozen=True)
class Card:
    """`key` names a card that changes in place, such as "digest:7"; a press on it carries the key back."""

    title: str = ""
    blocks: tuple[Block, ...] = ()
    key: str = ""
    rest: Rest | None = None


class FieldKind(StrEnum):
    line = "line"
    paragraph = "paragraph"
    choice = "choice"
    deal = "deal"  # one of the deals offered, or a new name
    several = "several"  # any number of the choices, as tick boxes: their values with commas between


@dataclass(frozen=True)
class Field:
    name: str
    label: str
    kind: FieldKind = FieldKind.line
    value: str = ""
    hint: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()  # (value, label); suggestions for a deal
    error: str = ""

    @property
    def ticked(self) -> frozenset[str]:
        """Of several choices those that are made."""
        return frozenset(filter(None, self.value.split(",")))


@dataclass(frozen=True)
class Form:
    """Fields that are submitted to `command`, the same one that could be typed."""

    command: str
    title: str
    fields: tuple[Field, ...]
    submit: str = "Save"
    key: str = ""  # one-time token: a second submit changes nothing
    typed: str = ""  # the one line that does the same: "settings list 08:00"; empty where none does


@dataclass(frozen=True)
class File:
    """A file to keep, as text: a CSV, a calendar. `rest`: how its rows go on where they can only be copied from a message."""

    name: str
    media_type: str
    text: str
    rest: Rest | None = None


@dataclass(frozen=True)
class Reply:
    card: Card
    form: Form | None = None
    replaces: str = ""  # the key of a shown card that this one takes the place of
    file: File | None = None
    share: str = ""  # the command that gives this answer to everybody in the place where it was asked
    is_shared: bool = False  # for everybody there, because a member said so
    is_repeat: bool = False  # the same event a second time: nothing was done again
    acts: tuple[int, ...] = ()  # what was done or taken back with it: a list that stands in a chat follows
    is_refused: bool = False  # it cannot be done, and nobody has come in by it


@dataclass(frozen=True)
class Message:
    """One thing a member typed, pressed, filled in or asked."""

    organisation_id: int
    member_id: int | None  # None: whoever is known at `address`
    text: str = ""  # typed, or the command of a pressed button or form
    fields: tuple[tuple[str, str], ...] | None = None  # a filled-in form, in order
    key: str = ""  # the platform's own id of this event, or the form's key: a repeat changes nothing
    pressed_on: str = ""  # the key of the card whose button was pressed
    address: Address | None = None  # where it was said
    also: str = ""  # a second key of the same event, where a platform may repeat it under another id
    # What their workspace was connected by when it was last looked at: is that no longer so, nobody is known there. None: just now.
    connected_by: str | None = None
    written_at: datetime | None = None  # of words that are kept from a chat: when they were written
    mentioned: tuple[
        Mentioned, ...
    ] = ()  # of whom the line, an admin's, says what they are, though they are no members yet


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


@dataclass(frozen=True)
class Notice:
    """A direct message that was delivered, as it stands now."""

    id: int
    at: datetime
    card: Card
