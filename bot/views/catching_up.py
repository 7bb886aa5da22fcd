"""The first morning after days off: what fell due meanwhile, spread over the next days; one press accepts it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import Block, Button, Buttons, Card, Line, Reply, Text, Tone
from bot.days import written
from bot.model import Policy
from bot.playbook.agenda import Due, Group
from bot.playbook.catching_up import Spread
from bot.views.also_due import what_is_due
from bot.views.asking import note
from bot.views.followup_lines import closing_line
from bot.views.followups import more_to_close
from bot.views.headings import HEADINGS
from bot.views.naming import counted, deal_and_contact, people

CATCH_UP_KEY = "catchup:"
_NAMED = 6


@dataclass(frozen=True)
class Missed:
    """What came together in so many working days: what is spread, and what is to be let go or kept."""

    days_off: int
    made: Spread
    to_close: Sequence[Due] = ()


def catch_up_card(missed: Missed, policy: Policy, today: date, key: str, remarks: Sequence[str]) -> Card:
    """Today's lines in full, the days after by name; on a closing day what it asks about, to be pressed here."""
    made = missed.made
    total = len(made.today) + made.moved
    blocks: list[Block] = [Text(remark, Tone.quiet) for remark in remarks]
    if made.today:
        blocks += [Text("Today", Tone.strong), *(Line(_due(due, today)) for due in made.today)]
    for day, dues in made.later.items():
        blocks += [Text(written(day, today), Tone.strong), Text(_named(dues))]
    blocks.append(Text("What you promised and what is agreed stays where it is."))
    blocks += _to_close(missed.to_close, policy, today)
    spread = Button("Spread it like this", "catch up", primary=True)
    blocks.append(Buttons((spread, Button("Show everything today", "followups all"))))
    close = f", and {counted(len(missed.to_close))} to close" if missed.to_close else ""
    since = f"Back after {counted(missed.days_off)} working days"
    return Card(f"{written(today, today)}. {since}: {counted(total)} fell due{close}.", tuple(blocks), key)


def _to_close(dues: Sequence[Due], policy: Policy, today: date) -> list[Block]:
    if not dues:
        return []
    lines = [closing_line(due, deal_and_contact(due.history), policy, today) for due in dues[: policy.closing_lines]]
    later = len(dues) - len(lines)
    return [Text(HEADINGS[Group.closing], Tone.strong), *lines, *([more_to_close(later)] if later else [])]


def accepted_text(made: Spread, today: date) -> str:
    deals = "deal" if made.moved == 1 else "deals"
    return f"spread {counted(made.moved)} {deals} until {written(max(made.later), today)}"


def accepted_line(text: str, act_id: int) -> Line:
    said = text[:1].upper() + text[1:]
    return Line(said, buttons=(Button("Undo", f"undo {act_id}", about=said),), settled=True)


def fits(due: int) -> Reply:
    """Nothing has to be spread."""
    return note(f"{counted(due).capitalize()} on your list today: that fits." if due else "Nothing is due today.")


def stays(due: int, to: date, today: date, *, all_fixed: bool) -> Reply:
    """Too much for a day, of which nothing moves by itself: where its own words move it, by tick boxes."""
    full = "" if all_fixed else ", and the days to come are full"
    told = f"{counted(due).capitalize()} on your list today. What is promised or agreed stays until you say so{full}."
    choose = Button(f"Choose what goes to {written(to, today)}", f"move {today.isoformat()} to {to.isoformat()}")
    return note(f"{told} To tell them another day, choose which:", choose)


def _due(due: Due, today: date) -> str:
    return f"{deal_and_contact(due.history)}: {what_is_due(due, today)}"


def _named(dues: Sequence[Due]) -> str:
    names = [due.history.deal.label for due in dues]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED + 1 else []
    return people([*names[:_NAMED], *more] if more else names)
