"""After days off: what fell due meanwhile is spread over the next days, never a wall (features "Coming back").

What we promised comes first and stays, what is agreed keeps its day; the rest goes to the days that have room.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.playbook.agenda import Due, Group
from bot.playbook.holds import pending_step

LONG_LEAVE = 3  # working days; after a shorter one the list is as usual


@dataclass(frozen=True)
class Spread:
    """What stays today, and what is put off to which day. Each list in the order of the agenda."""

    today: tuple[Due, ...]
    later: Mapping[date, tuple[Due, ...]]

    @property
    def moved(self) -> int:
        return sum(map(len, self.later.values()))


def spread(lines: Sequence[Due], days: Iterator[date], taken: Mapping[date, int], cap: int) -> Spread:
    """`days` are the working days after today, `taken` how many lines they have already; at most `cap` lines a day.

    A day that is full already is passed over; the last of the deals are put off the furthest.
    """
    fixed = [due for due in lines if is_fixed(due)]
    free = [due for due in lines if not is_fixed(due)]
    room = max(0, cap - len(fixed))
    stays = {id(due) for due in (*fixed, *free[:room])}
    rest, later = free[room:], {}
    for day in days:
        if not rest:
            break
        room = max(0, cap - taken.get(day, 0))
        if room:
            later[day] = tuple(rest[:room])
        rest = rest[room:]
    stays |= {id(due) for due in rest}  # no day had room for them
    return Spread(tuple(due for due in lines if id(due) in stays), later)


def is_fixed(due: Due) -> bool:
    """Our own promise, what was set for today, and a day that was agreed with them."""
    step = pending_step(due.history)
    return due.group is Group.ours or due.is_today or bool(step and step.agreed and not step.purpose)
