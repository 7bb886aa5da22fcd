"""Drafts as a list: what was typed, when, and the ways on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cards import Block, Button, Buttons, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.views.asking import note
from bot.views.naming import counted

_LONGEST = 200
AS_YOU_LEFT_IT = "As you left it."


@dataclass(frozen=True)
class Kept:
    id: int
    at: datetime  # in the member's zone
    text: str
    is_form: bool = False  # one that was closed, and is no call


_SEVERAL = 2
_CLOSED = "Forms that you closed, and did not send"


def drafts_card(kept: Sequence[Kept], older: int, today: date, certain: int = 0) -> Card:
    """The newest ones; what was dropped or logged makes room for `older` ones. `certain` are sure of their deal: one press logs them."""
    if not kept:
        return Card("Nothing is waiting", (Text("All that you typed has become something."),))
    more = (Text(f"{counted(older).capitalize()} older; they come up as these go.", Tone.quiet),) if older else ()
    every = Button("Log both" if certain == _SEVERAL else f"Log all {counted(certain)}", "resume all")
    at_once = (
        (Text(f"{counted(certain).capitalize()} of them name their deal plainly.", Tone.quiet), Buttons((every,)))
        if certain >= _SEVERAL
        else ()
    )
    calls, forms = ([draft for draft in kept if draft.is_form is is_form] for is_form in (False, True))
    lines: list[Block] = [_line(draft, today) for draft in calls]
    below = [Text(_CLOSED, Tone.strong)] if calls and forms else []
    lines += [*below, *(_line(draft, today, "Open it again") for draft in forms)]
    return Card("Typed, and not logged yet" if calls else _CLOSED, (*lines, *more, *at_once))


def _line(draft: Kept, today: date, on: str = "Go on with it") -> Line:
    day = "today" if draft.at.date() == today else written(draft.at.date(), today)
    text = draft.text if len(draft.text) <= _LONGEST else f"{draft.text[:_LONGEST]}…"
    go_on = Button(on, f"resume {draft.id}", about=text[:60], primary=True)
    return Line(f"{day} {draft.at:%H:%M}: {text}", buttons=(go_on, Button("Drop it", f"resume {draft.id} drop")))


KEPT = "What you typed is kept."


def what_to_do(draft_id: int, elsewhere: str) -> tuple[Button, ...]:
    """With what was typed and could not be done now; `elsewhere` puts a call on another deal."""
    on = Button("Put it on another deal", elsewhere, primary=True) if elsewhere else None
    return (on or Button("Try it again", f"resume {draft_id}"), Button("Drop it", f"resume {draft_id} drop"))


def kept_after_failure(draft_id: int) -> Reply:
    """Something broke; nothing typed is lost."""
    again = Button("Try again", f"resume {draft_id}", primary=True)
    return note("Something went wrong on our side. What you sent is kept.", again)
