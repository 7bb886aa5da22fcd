"""The deals on a rep's mind: what was kept of them, and what is asked where their names leave it open."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Button, Buttons, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Deal
from bot.views.asking import note
from bot.views.naming import counted, people


def one_or_several(typed: str, names: Sequence[str]) -> Reply:
    """A comma parts two names, or a company and what it is about."""
    many = counted(len(names))
    return note(
        f"Is “{typed}” one deal, or {many}?",
        Button(f"{many.capitalize()} deals", f"start {'; '.join(names)}"),
        Button("One deal", f"new {typed}"),
    )


def new_deals(names: Sequence[str]) -> Reply:
    """Names that nobody asked for, or that may be none."""
    many = f"{counted(len(names))} new deal{'s' if len(names) != 1 else ''}"
    return note(
        f"{many.capitalize()}? {people(list(names))}.",
        Button(f"Yes, {many}", f"start {'; '.join(names)}"),
    )


def started_card(
    made: Sequence[tuple[Deal, str]], there: Sequence[Deal], undo: int | None, first_on: date, today: date
) -> Card:
    """(deal, the one question to ask them) for each; deals that were known already are named."""
    lines = tuple(
        Line(f"{deal.full_label}: nobody knows yet where they stand", say=f"Ask: {question}" if question else "",
             buttons=(Button("Log a call", f"log {deal.id}", about=deal.label),))
        for deal, question in made
    )  # fmt: skip
    known = (
        (Text(f"On your list already: {people([deal.full_label for deal in there])}.", Tone.quiet),) if there else ()
    )
    taken_back = (Buttons((Button("Undo", f"undo {undo}"),)),) if undo else ()
    title = f"{counted(len(made)).capitalize()} deal{'s' if len(made) != 1 else ''} kept" if made else "Nothing new"
    when = (
        (
            Text(
                f"{'It is' if len(made) == 1 else 'They are'} on your list from {written(first_on, today)}, unless you call before that."
            ),
        )
        if made
        else ()
    )
    return Card(title, (*lines, *when, *known, *taken_back))
