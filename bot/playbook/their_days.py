"""How many conversations ended with something of theirs by a day (feature 45): the rep's own, first and privately."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model import Touch
from bot.playbook.dated import came_of, could_bring_a_day


@dataclass(frozen=True)
class TheirDays:
    """Of one member's conversations."""

    talks: int = 0
    dated: int = 0


def their_days(
    talks: Mapping[int, Sequence[Touch]],
    named: Mapping[int, Iterable[tuple[int, date]]],
    elsewhere: Mapping[int, Mapping[date, int]],
    member_ids: Iterable[int],
    first: date,
    last: date,
) -> dict[int, TheirDays]:
    """By member who talked from `first` to `last`. `talks` and `named` by deal: signs of life, and days that they named;
    `elsewhere` by member and day: how often they talked where no day was named."""
    wanted = {*member_ids}
    found = {id_: TheirDays(count) for id_ in wanted if (count := _between(elsewhere.get(id_, {}), first, last))}
    for deal_id, each in talks.items():
        days = list(named.get(deal_id, ()))
        for touch in each:
            if touch.member_id not in wanted or not first <= touch.on <= last or not could_bring_a_day(touch):
                continue
            so_far = found.get(touch.member_id, TheirDays())
            brought = any(came_of(each, touch, act_id, on) for act_id, on in days)
            found[touch.member_id] = TheirDays(so_far.talks + 1, so_far.dated + brought)
    return found


def _between(counts: Mapping[date, int], first: date, last: date) -> int:
    return sum(count for on, count in counts.items() if first <= on <= last)
