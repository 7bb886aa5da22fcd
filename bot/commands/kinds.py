"""The commands: what a line, a press or a filled-in form means, as a closed union. Who is meant is still text."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model import Outcome


class Verdict(StrEnum):
    """What became of a promise, as typed after `promise`."""

    kept = "kept"
    moved = "moved"
    broken = "broken"
    dropped = "dropped"
    by = "by"  # names the first date of a promise that had none


@dataclass(frozen=True)
class Help:
    pass


@dataclass(frozen=True)
class OpenLog:
    """Show the form; `who` may be empty."""

    who: str = ""


@dataclass(frozen=True)
class LogLine:
    """One line: `Acme: sent pricing, she checks with finance by Fri`."""

    text: str


@dataclass(frozen=True)
class LogForm:
    who: str
    said: str = ""
    theirs: str = ""
    ours: str = ""


@dataclass(frozen=True)
class Followups:
    everything: bool = False


@dataclass(frozen=True)
class Where:
    who: str


@dataclass(frozen=True)
class Done:
    who: str
    outcome: Outcome | None = None
    definitive: bool = False


@dataclass(frozen=True)
class Later:
    who: str
    when: str


@dataclass(frozen=True)
class Promise:
    verdict: Verdict
    which: str  # a commitment's number, or a deal's name
    when: str = ""


@dataclass(frozen=True)
class TheyReplied:
    who: str
    said: str = ""


@dataclass(frozen=True)
class Next:
    """The next step: a date, or "none" when nothing was agreed."""

    who: str
    when: str


@dataclass(frozen=True)
class NewDeal:
    name: str


@dataclass(frozen=True)
class Resume:
    """A kept draft, with the deal that was meant: a number or "new"."""

    draft: int
    deal: str


@dataclass(frozen=True)
class Words:
    """What to say: the openers for every channel."""

    who: str


@dataclass(frozen=True)
class LetGo:
    who: str


@dataclass(frozen=True)
class Away:
    """Own leave: off from today, back on that day."""

    until: str


@dataclass(frozen=True)
class Undo:
    act: int | None = None


@dataclass(frozen=True)
class Nonsense:
    """Nothing we know; `hint` is the usage of a word that was half right."""

    text: str
    hint: str = ""


Command = (
    Help
    | OpenLog
    | LogLine
    | LogForm
    | Followups
    | Where
    | Done
    | Later
    | Promise
    | TheyReplied
    | Next
    | NewDeal
    | Resume
    | Words
    | LetGo
    | Away
    | Undo
    | Nonsense
)
