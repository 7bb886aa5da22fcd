"""The first morning after days off: what fell due meanwhile, spread over the next days; one press accepts it."""

from collections.abc import Sequence
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Text, Tone
from bot.days import written
from bot.playbook.agenda import Due
from bot.playbook.catching_up import Spread
from bot.views.naming import counted, deal_and_contact, people, promise_line

CATCH_UP_KEY = "catchup:"
_NAMED = 6


def catch_up_card(made: Spread, days_off: int, today: date, key: str, remarks: Sequence[str]) -> Card:
    """Today's lines in full, the days after by name."""
    total = len(made.today) + made.moved
    blocks: list[Block] = [Text(remark, Tone.quiet) for remark in remarks]
    if made.today:
        blocks += [Text("Today", Tone.strong), *(Line(_due(due, today)) for due in made.today)]
    for day, dues in made.later.items():
        blocks += [Text(written(day, today), Tone.strong), Text(_named(dues))]
    blocks.append(Text("What you promised and what is agreed stays where it is."))
    spread = Button("Spread it like this", "catch up", primary=True)
    blocks.append(Buttons((spread, Button("Show everything today", "followups all"))))
    title = f"{written(today, today)}. Back after {counted(days_off)} working days: {counted(total)} fell due."
    return Card(title, tuple(blocks), key)


def accepted_text(made: Spread, today: date) -> str:
    deals = "deal" if made.moved == 1 else "deals"
    return f"spread {counted(made.moved)} {deals} until {written(max(made.later), today)}"


def accepted_line(text: str, act_id: int) -> Line:
    said = text[:1].upper() + text[1:]
    return Line(said, buttons=(Button("Undo", f"undo {act_id}", about=said),), settled=True)


def fits(due: int) -> str:
    """Nothing has to be spread."""
    return (
        f"{counted(due).capitalize()} on your list today: that fits, or it is promised or agreed."
        if due
        else "Nothing is due today."
    )


def _due(due: Due, today: date) -> str:
    about = promise_line(due.promise, today) if due.promise else due.standing.why
    return f"{deal_and_contact(due.history)}: {about}"


def _named(dues: Sequence[Due]) -> str:
    names = [due.history.deal.label for due in dues]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED + 1 else []
    return people([*names[:_NAMED], *more] if more else names)
