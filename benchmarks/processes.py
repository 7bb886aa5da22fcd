"""What is measured runs in processes of its own: servers on the first core, the driver on the second.

CPU time is the kernel's count of a process, which a busy machine disturbs least.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[1]
_OF_A_PROCESS = 2  # CPUCLOCK_SCHED


def cores() -> list[int]:
    """The cores that may be used, where a process can be bound to one at all."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def seconds_of(pid: int) -> float:
    """Of CPU so far, all threads, user and system, to the nanosecond: the clock that Linux keeps for each process
    (`clock_getcpuclockid`). The ticks of /proc are 10 ms, in which a fast machine does all of a short round."""
    return time.clock_gettime((~pid << 3) | _OF_A_PROCESS)


def peak_megabytes() -> float:
    """The most that this program has held. Not getrusage: what it tells begins with the size of whoever started the process."""
    told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").partition("VmHWM:")[2]
    return int(told.split()[0]) / 1024


class Process:
    """`python -m benchmarks.<module> <arguments>`; it says one line when it is ready."""

    def __init__(self, module: str, *arguments: str, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"benchmarks.{module}", *arguments], cwd=ROOT, text=True,
            env=_without_slack(os.environ) | environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    @cached_property
    def said(self) -> str:
        """Its first line: it is ready. Several processes get ready at the same time, on any core."""
        line = self._line()
        if len(cores_at_start) > 1:
            for thread in Path(f"/proc/{self._process.pid}/task").iterdir():
                os.sched_setaffinity(int(thread.name), {cores_at_start[0]})
        return line

    def tell(self, line: str) -> str:
        """What it answers to that line, once the work is done."""
        assert self.said
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._line()

    def cpu(self) -> float:
        return seconds_of(self._process.pid)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate(timeout=20)

    def _line(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended early: {self._process.wait(20)}")
        return line


def _without_slack(environment: Mapping[str, str]) -> dict[str, str]:
    """Bolt reads SLACK_ variables itself and prefers them."""
    return {name: value for name, value in environment.items() if not name.startswith("SLACK_")}


def stay_off_the_first_core() -> None:
    """For the driver, and what it starts by itself, such as PostgreSQL."""
    if len(cores_at_start) > 1:
        os.sched_setaffinity(0, set(cores_at_start[1:]))


cores_at_start = cores()
