"""Drafts as a list: what was typed, when, and the ways on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards import Button, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.views.asking import note
from bot.views.naming import counted

_LONGEST = 200


@dataclass(frozen=True)
class Kept:
    id: int
    at: datetime  # in the member's zone
    text: str


def drafts_card(kept: Sequence[Kept], older: int, today: date) -> Card:
    """The newest ones; what was dropped or logged makes room for `older` ones."""
    if not kept:
        return Card("Nothing is waiting", (Text("All that you typed has become something."),))
    more = (Text(f"{counted(older).capitalize()} older; they come up as these go.", Tone.quiet),) if older else ()
    return Card("Typed, and not logged yet", (*(_line(draft, today) for draft in kept), *more))


def _line(draft: Kept, today: date) -> Line:
    day = "today" if draft.at.date() == today else written(draft.at.date(), today)
    text = draft.text if len(draft.text) <= _LONGEST else f"{draft.text[:_LONGEST]}…"
    go_on = Button("Go on with it", f"resume {draft.id}", about=text[:60], primary=True)
    return Line(f"{day} {draft.at:%H:%M}: {text}", buttons=(go_on, Button("Drop it", f"resume {draft.id} drop")))


def kept_after_failure(draft_id: int) -> Reply:
    """Something broke; nothing typed is lost."""
    again = Button("Try again", f"resume {draft_id}", primary=True)
    return note("Something went wrong on our side. What you sent is kept.", again)
