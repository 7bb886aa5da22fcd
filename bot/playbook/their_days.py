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
    member_ids: Iterable[int],
    first: date,
    last: date,
) -> dict[int, TheirDays]:
    """By member who talked from `first` to `last`. `talks` and `named` by deal: signs of life, and days that they named."""
    wanted, found = {*member_ids}, dict[int, TheirDays]()
    for deal_id, each in talks.items():
        days = list(named.get(deal_id, ()))
        for touch in each:
            if touch.member_id not in wanted or not first <= touch.on <= last or not could_bring_a_day(touch):
                continue
            so_far = found.get(touch.member_id, TheirDays())
            brought = any(came_of(each, touch, act_id, on) for act_id, on in days)
            found[touch.member_id] = TheirDays(so_far.talks + 1, so_far.dated + brought)
    return found
