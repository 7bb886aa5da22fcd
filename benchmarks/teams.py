"""What answering in Teams costs, against a bare botbuilder bot that stores nothing. Both check the token, both get one of
their own with each request, and what they say is shown by the same connector.

| job | measured | compared with |
|---|---|---|
| typed | CPU of a typed `done`: effect, standing and audit committed on SQLite, the card posted | Microsoft's echo sample |
| pressed | CPU of the same on a line of the list, whose answer takes the list's place | the echo; a bare bot that answers a press with such a card |
"""

import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial

from benchmarks import tenant
from benchmarks.driving import Asked, at_once, one_by_one
from benchmarks.figures import Figure, over, shuffled
from benchmarks.microsoft import Microsoft
from benchmarks.processes import Process
from benchmarks.team import touches

_PATIENCE = 30.0  # seconds until everything that was said is shown
_Makes = Callable[[str, int], Asked]


class Bot:
    """A server in Teams, through what it was asked so far. Its messages are told from others' by `words`."""

    def __init__(self, teams: Microsoft, makes: _Makes, words: str, kind: str, *arguments: str) -> None:
        self._teams = teams
        self._makes = makes
        self._words = words
        self.asked = 0
        self.server = Process("teams_serving", kind, teams.url, *arguments)

    def warm(self, count: int) -> None:
        one_by_one(int(self.server.said), self._next(count))
        self._wait()

    def cost(self, count: int, _: int) -> float:
        """Seconds of CPU of one, until the last answer is shown."""
        ready = self._next(count)
        before = self.server.cpu()
        at_once(int(self.server.said), ready)
        self._wait()
        return (self.server.cpu() - before) / count

    def _next(self, count: int) -> Sequence[Asked]:
        numbers = range(self.asked, self.asked + count)
        self.asked += count
        return [self._makes(self._teams.url, number) for number in numbers]

    def _wait(self) -> None:
        """Raises AssertionError when something is not shown."""
        until = time.monotonic() + _PATIENCE
        while self._words and (shown := self._teams.shown(self._words)) != self.asked:
            assert time.monotonic() < until, f"{self.asked} asked, {shown} shown"
            time.sleep(0.02)


def answering(rounds: int, count: int) -> list[Figure]:
    with ExitStack() as parts:
        teams = Microsoft()
        parts.enter_context(teams.process)
        databases = {name: parts.enter_context(tenant.tenant(teams.url)) for name in ("typed", "pressed")}
        bots = {
            "echo": Bot(teams, tenant.typed, "Echo", "bare"),
            "card": Bot(teams, tenant.pressed, "", "bare"),
            "typed": Bot(teams, tenant.typed, "AdaptiveCard", "product", databases["typed"]),
            "pressed": Bot(teams, tenant.pressed, "", "product", databases["pressed"]),
        }
        for bot in bots.values():
            parts.enter_context(bot.server)
            bot.warm(min(count, tenant.REPS))
        found = shuffled(rounds, {name: partial(bot.cost, count) for name, bot in bots.items()})
        for name, database in databases.items():
            bots[name].server.__exit__(None, None, None)
            stored = touches(database, tenant.DEALS)
            assert stored == bots[name].asked, f"{name}: {bots[name].asked} answered, {stored} stored"
    return [
        _figure("teams, typed: CPU / bare botbuilder echo", found["typed"], found["echo"]),
        _figure("teams, pressed: CPU / bare botbuilder echo", found["pressed"], found["echo"]),
        _figure("teams, pressed: CPU / bare bot with a card", found["pressed"], found["card"]),
    ]


def _figure(name: str, ours: list[float], theirs: list[float]) -> Figure:
    note = " / ".join(f"{statistics.median(seconds) * 1e3:.2f} ms" for seconds in (ours, theirs))
    return Figure(name, over(ours, theirs), 2.0, note=note)
