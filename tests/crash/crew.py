"""Workers in processes of their own, started and killed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

ROOT = Path(__file__).parents[2]


class Crew:
    """`said`: what workers have written, but for the notes of starting and ending. Their log of errors goes to `log`."""

    def __init__(self, log: IO[str]) -> None:
        self.said: list[str] = []
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.workers"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            env=environment, cwd=ROOT, text=True,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self._zygote.stdin
        assert self._zygote.stdout
        self._zygote.stdin.close()
        self._zygote.wait()
        self._zygote.stdout.close()

    def start(self, **job: Any) -> int:
        return int(self._asked(job, "pid "))

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        self.wait(pid)

    def wait(self, pid: int) -> None:
        self._asked({"reap": pid}, "gone ")

    def _asked(self, job: dict[str, Any], answer: str) -> str:
        assert self._zygote.stdin
        assert self._zygote.stdout
        print(json.dumps(job), file=self._zygote.stdin, flush=True)
        while line := self._zygote.stdout.readline():
            if line.startswith(answer):
                return line.removeprefix(answer).strip()
            self.said.append(line.strip())
        raise AssertionError("the zygote ended by itself")
