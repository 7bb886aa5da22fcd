"""Answers while a morning is planned in another process, as on any server of more than one core: the slowest hundredth of
what is asked at a steady rate, counted from the moment it was due, against the same with nothing to plan."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

from benchmarks.copying import Floor
from benchmarks.driving import at_rate
from benchmarks.figures import Figure
from benchmarks.many import NOW, fill
from benchmarks.planning import migrated
from benchmarks.processes import Process
from benchmarks.slack import Bot
from benchmarks.team import set_up

_FEW_DEALS = 10  # of each member; the due ones are the same seven
_LONGEST = 0.3  # seconds: a tenth of what Slack waits


def under(empty: AbstractContextManager[str], members: int, per_second: int, count: int) -> list[Figure]:
    """`count` answers each way. Planning has to last longer than they do, or the figure would be of less than it says."""
    with empty as url:
        migrated(url)
        fill(url, members, deals=_FEW_DEALS)
        set_up(url)
        floor = Floor(url)
        floor.reset(NOW, due=0)
        bot = Bot(url)
        with Process("planning", url) as planner, ThreadPoolExecutor(1) as beside:
            idle = at_rate(bot.port, bot.next(count), per_second)
            assert planner.said
            floor.reset(NOW, due=members)
            planned = beside.submit(planner.tell, "plan")
            busy = at_rate(bot.port, bot.next(count), per_second)
            is_planning = not planned.done()
            told = json.loads(planned.result())
        floor.close()
        bot.server.__exit__(None, None, None)
    assert told["sent"] == members, f"{told['sent']} of {members} are queued"
    assert is_planning, f"planned in {told['seconds']:.1f} s, before all was answered: ask less"
    was, now = _p99(idle), _p99(busy)
    of = f"under: {per_second} a second while {members:,} are planned"
    return [
        Figure(f"{of}, p99 / idle", [now / was], 2, note=f"{now * 1e3:.0f} / {was * 1e3:.0f} ms"),
        Figure("under: the longest / 300 ms", [max(busy) / _LONGEST], note=f"{max(busy) * 1e3:.0f} ms"),
    ]


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.99) - 1]
