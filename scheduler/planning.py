"""What a tick has to know before it decides: how long nobody looked, whether the zones' rules or the clock have changed.

The clock of the machine may be wrong for a while. What was decided stays decided, whatever it shows (the key of the table);
what it decided ahead of its time without sending anything is taken back once it is right again; and while it is behind every
time at which it was surely right, nothing is decided.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.conversation.mornings import Tick, first_plan, plans_after, plans_by_new_rules
from bot.store import Marks
from bot.store.mornings import Mornings
from bot.worktime import forget_zones
from scheduler.zones import rules_version

_UNEVEN = timedelta(minutes=2)  # several ticks, or the difference of two machines' clocks
_log = structlog.get_logger()


class ClockIsBehind(RuntimeError):
    """This machine's clock is behind what it showed before: put it right. If it is right, run: followthrough restored."""


def begun(mornings: Mornings, now: datetime) -> Tick:
    """Everybody planned, by the rules as they are. Raises ClockIsBehind."""
    marks = _follow_the_clock(mornings, mornings.marks(), now)
    mornings.plan([first_plan(member, now) for member in mornings.unplanned()])
    if marks.zones != (zones := rules_version()):
        forget_zones()
        mornings.plan([*plans_by_new_rules(mornings.planned())])
        mornings.follow(zones)
    leapt_from = (
        marks.leapt_from - _UNEVEN if marks.leapt_from else None
    )  # nobody looks in the seconds before it either
    return Tick(now, marks.gap_from, marks.gap_to, marks.epoch, leapt_from, marks.leapt_to)


def _follow_the_clock(mornings: Mornings, marks: Marks, now: datetime) -> Marks:
    """What is known with this tick: after a gap, from when to when nobody ticked."""
    if marks.latest is None or now > marks.latest + _UNEVEN:  # nobody was running, or the clock has leapt
        mornings.ticked_again(now, since=marks.latest)
        return replace(marks, gap_from=marks.latest, gap_to=now)
    if now >= marks.latest - _UNEVEN:
        if now > marks.latest:
            mornings.ticked(now)
        return marks
    if marks.gap_from is not None and now < marks.gap_from:  # when the gap began, the clock was surely right
        raise ClockIsBehind(ClockIsBehind.__doc__)
    _log.warning("the clock has gone back; what was decided ahead of it is open again")
    _take_back(mornings, now)
    mornings.ticked(now)
    return marks


def put_right(mornings: Mornings, now: datetime) -> None:
    """The clock was ahead on purpose, and is the machine's again."""
    _take_back(mornings, now)
    mornings.ticked_again(now, since=now)
    mornings.stand_still(now)


def _take_back(mornings: Mornings, now: datetime) -> None:
    opened = mornings.take_back_ahead(now)
    if opened:
        mornings.plan([*plans_after({m: opened[m.id] for m in mornings.planned() if m.id in opened}, now)])
