"""Who was let go: the date, the reason, and what brings them back (H48-H51). No shame, no chase."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, File, Table, Text, Tone
from bot.days import written
from bot.views.files import csv_file

COLUMNS = ("Who", "What", "Let go", "Why", "Comes back")
SHOWN = 25


@dataclass(frozen=True)
class Asleep:
    """A deal that sleeps. `wakes_on` is the time that they had named, `named` their words for it."""

    id: int
    who: str
    what: str
    on: date
    why: str
    wakes_on: date | None = None
    named: str = ""


def nurture_card(rows: Sequence[Asleep], whose: str, asked: str, today: date) -> Card:
    """The newest let-go first; how to take one back stands under it."""
    title = f"{whose} deals that sleep" if whose else "Your deals that sleep"
    if not rows:
        return Card(title, (Text("None. A deal that was let go stands here, with its date and its reason."),))
    shown = tuple((row.who, row.what, written(row.on, today), row.why, _comes_back(row, today)) for row in rows[:SHOWN])
    left = len(rows) - SHOWN
    more: tuple[Block, ...] = (Text(f"{left} more; the file holds all of them.", Tone.quiet),) if left > 0 else ()
    name = rows[0].who.partition(",")[0]
    how = Text(f"Nobody chases them. When they call or write: reply {name}: … To go on yourself: reopen {name}")
    export = Button("Keep as a file", " ".join(f"nurture {asked} export".split()))
    return Card(f"{title}: {len(rows)}", (Table(COLUMNS, shown), *more, how, Buttons((export,))))


def nurture_file(rows: Sequence[Asleep]) -> File:
    """Exactly those columns as CSV."""
    lines = [
        (row.who, row.what, row.on.isoformat(), row.why, row.wakes_on.isoformat() if row.wakes_on else "")
        for row in rows
    ]
    return csv_file("nurture.csv", [COLUMNS, *lines])


def _comes_back(row: Asleep, today: date) -> str:
    return f"{written(row.wakes_on, today)}, {row.named}" if row.wakes_on else "when they return"
