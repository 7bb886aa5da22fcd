"""The next two weeks, day by day, or one day of them: what I promised, what they promised, time to talk (feature 31)."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from bot.cards import Block, Button, Buttons, Card, Line, Text, Tone
from bot.days import written
from bot.model import Member
from bot.phrases import said_after
from bot.playbook.agenda import Group, Planned
from bot.playbook.parts import capital
from bot.views.naming import OPEN_DEAL, day_and_date, deal_and_contact
from bot.worktime import is_away

_ORDER = (Group.ours, Group.theirs, Group.touch, Group.closing)


def upcoming_card(items: Sequence[Planned], still_due: int, reader: Member, today: date, last: date) -> Card:
    """`still_due`: how many lines of today's list are not done yet."""
    title = f"Until {written(last, today)}"
    left = (Text(_left_over(still_due)),) if still_due else ()
    due = Buttons((Button("What is due today?", "followups"),))
    if not items:
        return Card(title, (*left, Text("Nothing is planned yet. Each logged call puts its next step here."), due))
    ordered = sorted(items, key=_order)
    blocks: list[Block] = [*left]
    for day, planned in groupby(ordered, key=lambda item: item.on):
        blocks.append(Text(f"{written(day, today)}{', your day off' if is_away(day, reader) else ''}", Tone.strong))
        blocks += [_line(item) for item in planned]
    return Card(title, (*blocks, due))


def day_card(items: Sequence[Planned], still_due: int, today: date, day: date) -> Card:
    """One day, also where nothing is planned for it; then what comes next."""
    on_it = sorted((item for item in items if item.on == day), key=_order)
    then = min((item.on for item in items if item.on > day), default=None)
    is_tomorrow = (day - today).days == 1
    left = [Text(_left_over(still_due))] if still_due and is_tomorrow else []
    nothing = [Text(f"Nothing is planned.{f' Next: {written(then, today)}.' if then else ''}")] if not on_it else []
    ways = Buttons((Button("Next two weeks", "upcoming"), Button("What is due today?", "followups")))
    return Card(capital(day_and_date(day, today)), (*left, *map(_line, on_it), *nothing, ways))


def _order(item: Planned) -> tuple[date, int, str]:
    return (item.on, _ORDER.index(item.group), item.history.deal.label)


def _left_over(count: int) -> str:
    """What is not done by tonight belongs to tomorrow's list as well."""
    return f"{count} on today's list {'is' if count == 1 else 'are'} still open: what is left tonight comes again tomorrow."


def _line(item: Planned) -> Line:
    name = deal_and_contact(item.history)
    where = Button(OPEN_DEAL, f"where {item.history.deal.id}", about=name)
    return Line(f"{name}: {_what(item)}", buttons=(where,))


def _what(item: Planned) -> str:
    """ "they promised to send the plan"."""
    by = {Group.ours: item.by, Group.theirs: "they"}.get(item.group, "")
    return said_after(f"{by} promised to", item.what) if by else item.what
