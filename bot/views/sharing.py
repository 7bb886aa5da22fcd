"""An answer is shared as its reader read it: the press carries a mark of what stood there, and another answer is shown first."""

import hashlib
import re

from bot.cards import Card, Text, plain_text

_MARKED = re.compile(r"as (?P<mark>[0-9a-f]{8}) (?P<line>.+)", re.DOTALL)
CHANGED = Text("This has changed since you asked. Here is how it stands now; nothing is shared yet.")


def share_as_read(line: str, card: Card) -> str:
    """The command that shares the answer to this line, if it is this card still."""
    told = plain_text(card, with_buttons=False)
    return f"share as {hashlib.sha256(told.encode()).hexdigest()[:8]} {line}"


def line_and_whether_marked(behind: str) -> tuple[str, bool]:
    """What is to be shared; whether a mark of what was read came with it, as with every press."""
    marked = _MARKED.fullmatch(behind)
    return (marked["line"], True) if marked else (behind, False)
