"""What answering in Slack costs, against the least that could be done and against Bolt as it comes.

| job | measured | compared with |
|---|---|---|
| command | CPU of a signed command without a database, all words known | raw aiohttp that checks the signature; stock Bolt with as many listeners |
| answer | median on one connection: effect, standing and audit committed, card drawn | stock Bolt that echoes and stores nothing |
| at a rate | from the moment each was due, 50 a second | 100 ms at the 99th percentile; the same with twice as many words |
"""

import statistics
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property, partial

from benchmarks.driving import Asked, at_once, at_rate, command, one_by_one
from benchmarks.figures import ABSOLUTE, Figure, over, shuffled
from benchmarks.processes import Process
from benchmarks.team import commands, sqlite, touches, words

PER_SECOND = 50
_P99 = 0.1  # seconds


def _us(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1e6:.0f} us"


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1e3:.1f} ms"


def command_cpu(rounds: int, count: int) -> list[Figure]:
    def cost(server: Process, asked: Callable[[int], list[Asked]], share: int, _: int) -> float:
        ready = asked(count // share)
        before = server.cpu()
        at_once(int(server.said), ready)
        return (server.cpu() - before) / len(ready)

    with (
        Process("serving", "floor") as floor,
        Process("serving", "stock") as stock,
        Process("serving", "dispatch") as ours,
    ):
        servers = {"floor": (floor, _ours, 1), "stock": (stock, _stock, 4), "ours": (ours, _ours, 2)}
        for server, asked, _share in servers.values():
            at_once(int(server.said), asked(64))
        found = shuffled(rounds, {name: partial(cost, *of) for name, of in servers.items()})
    us = {name: _us(seconds) for name, seconds in found.items()}
    return [
        Figure("command: CPU / raw aiohttp", over(found["ours"], found["floor"]), 2.8, note=f"{us['ours']} / {us['floor']}"),
        Figure(
            f"command: CPU / stock Bolt, {words()} listeners", over(found["ours"], found["stock"]), 0.4,
            note=f"{us['ours']} / {us['stock']}",
        ),
    ]  # fmt: skip


def _ours(count: int) -> list[Asked]:
    return [command("/followthrough", f"done Acme{n} voicemail", f"heard done Acme{n} voicemail") for n in range(count)]


def _stock(count: int) -> list[Asked]:
    """Every command in turn: half of the listeners are buttons."""
    known = range(0, words(), 2)
    return [
        command(f"/word-{known[n % len(known)]}", f"Acme{n} voicemail", f"heard Acme{n} voicemail")
        for n in range(count)
    ]


class Bot:
    """The product on a database, through what it was asked so far."""

    def __init__(self, url: str, *arguments: str) -> None:
        self._url = url
        self._asked = 0
        self.server = Process("serving", "product", url, *arguments)

    @cached_property
    def port(self) -> int:
        """Of the bot once it is warm."""
        port = int(self.server.said)
        one_by_one(port, self.next(20))
        return port

    def next(self, count: int) -> list[Asked]:
        self._asked += count
        return commands(count, self._asked - count)

    def close(self) -> None:
        """Raises AssertionError when what is stored is not what was answered."""
        self.server.__exit__(None, None, None)
        stored = touches(self._url)
        assert stored == self._asked, f"{self._asked} answered, {stored} stored"


def answer(rounds: int, count: int, on_postgres: AbstractContextManager[str]) -> list[Figure]:
    with ExitStack() as parts:
        echo = parts.enter_context(Process("serving", "stock", "1"))
        bots = {"SQLite": _bot(parts, sqlite()), "PostgreSQL": _bot(parts, on_postgres)}
        stock = int(echo.said)
        one_by_one(stock, _stock_one(20))
        jobs = {name: partial(_median, bot.port, bot.next, count) for name, bot in bots.items()}
        found = shuffled(rounds, {"stock": partial(_median, stock, _stock_one, count), **jobs})
    return [
        Figure(
            f"answer, {name} / stock Bolt echo", over(found[name], found["stock"]), gate,
            note=f"{_ms(found[name])} / {_ms(found['stock'])}",
        )
        for name, gate in (("SQLite", 0.25), ("PostgreSQL", 0.4))
    ]  # fmt: skip


def _median(port: int, asked: Callable[[int], list[Asked]], count: int, _: int) -> float:
    return statistics.median(one_by_one(port, asked(count)))


def _stock_one(count: int) -> list[Asked]:
    return [command("/word-0", f"Acme{n} voicemail", f"heard Acme{n} voicemail") for n in range(count)]


def _bot(parts: ExitStack, database: AbstractContextManager[str], *arguments: str) -> Bot:
    bot = Bot(parts.enter_context(database), *arguments)
    parts.callback(bot.close)
    return bot


def at_a_rate(rounds: int, count: int) -> list[Figure]:
    found: dict[str, list[float]] = {"once": [], "twice": []}
    with ExitStack() as parts:
        bots = {"once": _bot(parts, sqlite()), "twice": _bot(parts, sqlite(), "twice")}

        def median(name: str, _: int) -> float:
            bot = bots[name]
            seconds = at_rate(bot.port, bot.next(count), PER_SECOND)
            found[name] += seconds
            return statistics.median(seconds)

        assert all(bot.port for bot in bots.values())  # both are ready before one is measured
        medians = shuffled(rounds, {name: partial(median, name) for name in bots})
    p99 = sorted(found["once"])[int(len(found["once"]) * 0.99) - 1]
    return [
        Figure(f"{PER_SECOND} a second: p99 / 100 ms", [p99 / _P99], ABSOLUTE, note=f"p99 {p99 * 1e3:.0f} ms"),
        Figure(
            f"{PER_SECOND} a second: twice the words / once", over(medians["twice"], medians["once"]), 1.25, 0.75,
            note=f"{_ms(medians['twice'])} / {_ms(medians['once'])}; meant within 10 %",
        ),
    ]  # fmt: skip
