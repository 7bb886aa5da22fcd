"""Some deals as a list: which, why each stands there, and the way to each."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import Block, Button, Card, Line, Text, Tone
from bot.views.naming import OPEN_DEAL

_SHOWN = 15


@dataclass(frozen=True)
class Row:
    """`deal` 0 for one of the team."""

    label: str
    told: str
    deal: int


def which_card(title: str, rows: Sequence[Row], empty: str) -> Card:
    if not rows:
        return Card("", (Text(empty),))
    left = len(rows) - _SHOWN
    more: tuple[Block, ...] = (Text(f"{left} more.", Tone.quiet),) if left > 0 else ()
    return Card(f"{title}: {len(rows)}", (*map(_line, rows[:_SHOWN]), *more))


def _line(row: Row) -> Line:
    buttons = (Button(OPEN_DEAL, f"where {row.deal}", about=row.label),) if row.deal else ()
    return Line(f"{row.label}: {row.told}", buttons=buttons)
