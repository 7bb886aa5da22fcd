"""A TCP proxy that troubles connections: before a fake platform, where real sockets break."""

import asyncio
import random
import socket
import struct
import threading
from collections import Counter
from types import TracebackType
from typing import Self

# Of a connection, at one of its first answers: as it is, late, a byte at a time, half, reset, or nothing and no end.
KINDS = ("fine", "late", "drip", "half", "reset", "silent", "reset at once", "silent at once", "half a question")
_CHUNK = 65_536
_RESET = struct.pack("ii", 1, 0)  # linger for no time: the end is a reset
_LATE, _DRIP = 0.15, 0.002  # seconds


class Proxy:
    """To 127.0.0.1:`port`. `share` of the connections meet a trouble, each anew at random."""

    def __init__(self, port: int, rng: random.Random, share: float) -> None:
        self.share, self.seen = share, Counter[str]()
        self._to, self._rng = port, rng
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

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=1024)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ended.wait()
        server.close()
        for _ in range(3):  # some were accepted while the others ended
            left = asyncio.all_tasks() - {asyncio.current_task()}
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            await asyncio.sleep(0.05)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        kind = self._rng.choice(KINDS[1:]) if self._rng.random() < self.share else "fine"
        self.seen[kind] += 1
        try:
            if kind == "silent at once":
                await asyncio.Event().wait()
            if kind != "reset at once":
                await self._through(kind, reader, writer)
        except (OSError, EOFError):
            pass
        finally:
            _end(writer, reset=kind.startswith("reset"))

    async def _through(self, kind: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._to)
        try:
            spared = self._rng.randrange(3)
            async with asyncio.TaskGroup() as both:
                both.create_task(_asks(reader, back, spared, half=kind == "half a question"))
                both.create_task(_answers(kind, there, writer, spared))
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
