"""An event loop whose time leaps to the next thing that is to happen. What goes to a thread is done at once, and its answer
comes when it would have come.
"""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar, TypeVarTuple

from typing_extensions import override

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class _Leaping(selectors.SelectSelector):
    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("nothing will ever happen any more")
        self.at += timeout
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self, in_a_thread: float) -> None:
        """`in_a_thread`: seconds of each thing done there, such as a statement to the database."""
        self._leaping = _Leaping()
        self._in_a_thread = in_a_thread
        super().__init__(self._leaping)

    @override
    def time(self) -> float:
        return self._leaping.at

    @override
    def run_in_executor(self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts) -> asyncio.Future[T]:
        answer: asyncio.Future[T] = self.create_future()
        self.call_later(self._in_a_thread, _answer, answer, func(*args))
        return answer


def _answer(answer: asyncio.Future[T], result: T) -> None:
    if not answer.cancelled():
        answer.set_result(result)
