"""The next two weeks, day by day, or the days of them that were asked about: what I promised, what they promised, time to talk (feature 31)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.cards import Block, Button, Buttons, Card, Line, Rest, Text, Tone
from bot.days import written
from bot.model import Member
from bot.phrases import said_after
from bot.playbook.agenda import Group, Planned
from bot.playbook.parts import capital
from bot.views.naming import OPEN_DEAL, day_and_date, deal_and_contact, promise_fact
from bot.views.spans import from_line
from bot.worktime import is_away, next_working_day

_ORDER = (Group.ours, Group.theirs, Group.touch, Group.closing)


@dataclass(frozen=True)
class Days:
    """Both inclusive; `asked` as it was typed, where somebody asked for them."""

    first: date
    last: date
    asked: str = ""

    @property
    def is_one(self) -> bool:
        return self.first == self.last

    @property
    def command(self) -> str:
        """How their list goes on."""
        return f"upcoming {self.asked} from" if self.asked else "upcoming from"


def upcoming_card(
    items: Sequence[Planned], still_due: int, reader: Member, today: date, days: Days, first: int = 1
) -> Card:
    """Day by day, from the line `first` on. `still_due`: how many lines of today's list are not done yet."""
    title = f"Until {written(days.last, today)}"
    if (days.first - today).days > 1:
        title = f"From {written(days.first, today)} until {written(days.last, today)}"
    on_them = sorted((item for item in items if days.first <= item.on <= days.last), key=_order)
    headed = [
        (f"{written(day, today)}{', your day off' if is_away(day, reader) else ''}", list(planned))
        for day, planned in groupby(on_them, key=lambda item: item.on)
    ]
    blocks: list[Block] = []
    for day, planned in from_line(first, headed):
        blocks += [Text(day, Tone.strong), *(_line(item, today) for item in planned)]
    if not blocks:
        blocks = [Text("Those were all." if on_them else _nothing(items, days, today, still_due))]
    ways = [Button("Next two weeks", "upcoming")] if days.asked else []
    return _card(title, blocks, ways, _left_over(still_due, reader, today), today, days, first)


def day_card(items: Sequence[Planned], still_due: int, reader: Member, today: date, day: Days, first: int = 1) -> Card:
    """One day, also where nothing is planned for it; then what comes next."""
    on_it = sorted((item for item in items if item.on == day.first), key=_order)
    blocks: list[Block] = [_line(item, today) for item in on_it[first - 1 :]]
    if not blocks:
        blocks = [Text("Those were all." if on_it else _nothing(items, day, today, still_due))]
    ways = [Button("Next two weeks", "upcoming")]
    return _card(
        capital(day_and_date(day.first, today)), blocks, ways, _left_over(still_due, reader, today), today, day, first
    )


def _card(
    title: str, blocks: Sequence[Block], ways: Sequence[Button], left_over: str, today: date, days: Days, first: int
) -> Card:
    is_next = (days.first - today).days == 1 and first == 1
    left = [Text(left_over)] if left_over and is_next else []
    buttons = Buttons((*ways, Button("What is due today?", "followups")))
    return Card(title, (*left, *blocks, buttons), rest=Rest(days.command, first - 1))


def _nothing(items: Sequence[Planned], days: Days, today: date, still_due: int) -> str:
    if not items:
        what = "Nothing else is" if still_due else "Nothing is"
        return f"{what} planned yet. A next step or a promise with a later day comes here."
    then = min((item.on for item in items if item.on > days.last), default=None)
    return f"Nothing is planned.{f' Next: {written(then, today)}.' if then else ''}"


def _order(item: Planned) -> tuple[date, int, str]:
    return (item.on, _ORDER.index(item.group), item.history.deal.label)


def _left_over(count: int, reader: Member, today: date) -> str:
    """What is not done by tonight belongs to the next list as well."""
    on = next_working_day(today, reader)
    again = "tomorrow" if (on - today).days == 1 else written(on, today)
    told = f"{count} on today's list {'is' if count == 1 else 'are'} still open"
    return f"{told}: what is left tonight comes again {again}." if count else ""


def _line(item: Planned, today: date) -> Line:
    name = deal_and_contact(item.history)
    where = Button(OPEN_DEAL, f"where {item.history.deal.id}", about=name)
    late = f". They promised: {'; '.join(promise_fact(one, today) for one in item.late)}" if item.late else ""
    return Line(f"{name}: {_what(item)}{late}", buttons=(where,))


def _what(item: Planned) -> str:
    """ "they promised to send the plan"."""
    by = {Group.ours: item.by, Group.theirs: "they"}.get(item.group, "")
    return said_after(f"{by} promised to", item.what) if by else item.what
