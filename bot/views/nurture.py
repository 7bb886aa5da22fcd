"""Who was let go: the date, the reason, and what brings them back (H48-H51). No shame, no chase."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cards import Button, Buttons, Card, File, Rest, Text
from bot.days import written
from bot.views.files import csv_file
from bot.views.spans import list_from

COLUMNS = ("Who", "What", "Let go", "Why", "Comes back")


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


def nurture_card(rows: Sequence[Asleep], whose: str, asked: str, today: date, first: int = 1) -> Card:
    """The newest let-go first, from that line on; how to take one back stands under it. `asked` is the list's command."""
    title = f"{whose} deals that sleep" if whose else "Your deals that sleep"
    if not rows:
        return Card(title, (Text("None. A deal that was let go stands here, with its date and its reason."),))
    shown = [(row.who, row.what, written(row.on, today), row.why, _comes_back(row, today)) for row in rows[first - 1 :]]
    name = rows[min(first, len(rows)) - 1].who.partition(",")[0]
    how = Text(f"Nobody chases them. When they call or write: reply {name}: … To go on yourself: reopen {name}")
    buttons = Buttons((Button("Keep as a file", f"{asked} export"),))
    told = list_from(first, f"{title}: {len(rows)}", COLUMNS, shown, buttons, asked)
    return replace(told, blocks=(*told.blocks[:-1], how, buttons))


def nurture_file(rows: Sequence[Asleep], asked: str, first: int) -> File:
    """Exactly those columns as CSV."""
    lines = [
        (row.who, row.what, row.on.isoformat(), row.why, row.wakes_on.isoformat() if row.wakes_on else "")
        for row in rows[first - 1 :]
    ]
    return csv_file("nurture.csv", [COLUMNS, *lines], Rest(f"{asked} export from", first - 1))


def _comes_back(row: Asleep, today: date) -> str:
    return f"{written(row.wakes_on, today)}, {row.named}" if row.wakes_on else "when they return"
