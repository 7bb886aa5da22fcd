"""A TCP proxy that troubles connections: before a fake platform, where real sockets break. Each door has a plan of its own."""

import asyncio
import random
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Self

# Of a connection, at one of its first answers: as it is, late, a byte at a time, half, reset, or nothing and no end.
KINDS = ("fine", "late", "drip", "half", "reset", "silent", "reset at once", "silent at once", "half a question")
_CHUNK = 65_536
_RESET = struct.pack("ii", 1, 0)  # linger for no time: the end is a reset
_LATE, _DRIP = 0.15, 0.002  # seconds


@dataclass(frozen=True)
class Trouble:
    """What becomes of one connection, after so many questions or answers that are spared."""

    kind: str
    spared: int = 0


FINE = Trouble("fine")
Plan = Sequence[Trouble]  # of the connections through one door, in their order; those after it are fine


def plan_of(rng: random.Random, steps: int, share: float) -> Plan:
    """At random: so many connections, of which a share meets a trouble."""
    return [Trouble(rng.choice(KINDS[1:]), rng.randrange(2)) if rng.random() < share else FINE for _ in range(steps)]


class Proxy:
    """To 127.0.0.1:`port`, by a door for each plan."""

    def __init__(self, port: int, plans: Sequence[Plan]) -> None:
        self.seen = Counter[str]()
        self._to, self._plans = port, plans
        self._ports: list[int] = []
        self._ready = threading.Event()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="proxy")
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the proxy did not start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(10)

    def url_of(self, door: int) -> str:
        return f"http://127.0.0.1:{self._ports[door]}/api/"

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        servers = [
            await asyncio.start_server(partial(self._connected, iter(plan)), "127.0.0.1", 0, backlog=64)
            for plan in self._plans
        ]
        self._ports = [server.sockets[0].getsockname()[1] for server in servers]
        self._ready.set()
        await self._ended.wait()
        for server in servers:
            server.close()
        for _ in range(3):  # some were accepted while the others ended
            left = asyncio.all_tasks() - {asyncio.current_task()}
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            await asyncio.sleep(0.05)

    async def _connected(
        self, plan: Iterator[Trouble], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        trouble = next(plan, FINE)
        self.seen[trouble.kind] += 1
        try:
            if trouble.kind == "silent at once":
                await asyncio.Event().wait()
            if trouble.kind != "reset at once":
                await self._through(trouble, reader, writer)
        except (OSError, EOFError):
            pass
        finally:
            _end(writer, reset=trouble.kind.startswith("reset"))

    async def _through(self, trouble: Trouble, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(_asks(reader, back, trouble.spared, half=trouble.kind == "half a question"))
                both.create_task(_answers(trouble.kind, there, writer, trouble.spared))
        except* (OSError, EOFError):
            pass
        finally:
            _end(back, reset=False)


async def _asks(reader: asyncio.StreamReader, back: asyncio.StreamWriter, spared: int, *, half: bool) -> None:
    while question := await reader.read(_CHUNK):
        cut, spared = half and spared == 0, spared - 1
        back.write(question[: len(question) // 2] if cut else question)
        await back.drain()
        if cut:
            raise EOFError
    raise EOFError


async def _answers(kind: str, there: asyncio.StreamReader, writer: asyncio.StreamWriter, spared: int) -> None:
    while answer := await there.read(_CHUNK):
        is_spared, spared = spared > 0, spared - 1
        match "fine" if is_spared else kind:
            case "late":
                await asyncio.sleep(_LATE)
            case "half":
                answer = answer[: len(answer) // 2]
            case "reset":
                raise EOFError
            case "silent":
                await asyncio.Event().wait()
        await _write(writer, answer, drips=kind == "drip" and not is_spared)
        if kind == "half" and not is_spared:
            raise EOFError
    raise EOFError


async def _write(writer: asyncio.StreamWriter, answer: bytes, *, drips: bool) -> None:
    for at in range(0, len(answer), step := 1 if drips else _CHUNK):
        writer.write(answer[at : at + step])
        await writer.drain()
        if drips:
            await asyncio.sleep(_DRIP)


def _end(writer: asyncio.StreamWriter, *, reset: bool) -> None:
    if reset:
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        writer.transport.abort()
    if writer.transport.get_write_buffer_size():
        writer.transport.abort()  # nobody reads it any more
    writer.close()
