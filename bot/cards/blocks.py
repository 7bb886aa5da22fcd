"""What the bot says, as data. A block exists only if every platform can show it well.

Nothing here knows a platform: renderers own escaping and clipping, views never think about limits.
A button carries a command line: pressing *Done* is typing `done 42`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    plain = "plain"
    strong = "strong"  # a heading inside the card
    quiet = "quiet"  # small print: sources, who can see it
    typed = "typed"  # shown as plain; it names lines to type, or they stand below it
    noted = "noted"  # what a member once wrote: shown as plain, and no word of ours to the reader


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


NEW_NAME = "New: "  # begins the value of a deal's field where somebody chose that it is a new one


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
